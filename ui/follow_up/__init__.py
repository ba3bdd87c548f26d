"""Calling back after an outcome: whom to ask today, the sheet of one call, the card of a file."""
