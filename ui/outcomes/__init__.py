"""The sheet of an outcome: how the case ended, apart from where it stands (R-9)."""
