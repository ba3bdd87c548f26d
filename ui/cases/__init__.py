"""The list of case files."""
