"""Recording how a case ended."""
