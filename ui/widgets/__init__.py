"""Edits, tables, sheets and notices, of which all pages are made; of services they know `persian` alone."""
