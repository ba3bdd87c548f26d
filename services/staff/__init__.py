"""Accounts, roles, rights, and signing in."""
