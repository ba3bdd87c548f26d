"""Closing a file with its checklist, and taking it up again."""
