"""Scans of a file: keeping one, looking at one, and where a signed original lies."""
