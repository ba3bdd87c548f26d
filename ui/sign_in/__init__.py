"""Signing in: names and roles, password, PIN of the shift, lock."""
