"""The sheet of a session: who was there, from when to when, what was said that may be quoted."""
