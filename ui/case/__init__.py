"""The page of one file: who, where it stands, what is next."""
