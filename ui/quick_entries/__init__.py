"""Entries without a file: advice, the night form, open paper files."""
