"""Work in other hands: a colleague's for an absence or for good, and the shift's (P-34)."""
