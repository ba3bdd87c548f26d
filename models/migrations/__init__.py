"""Alembic migrations, run at start after a backup, or by the administrator's command on a server."""

HEAD = "0005"
"""The newest revision this program knows; a test holds it against the scripts (Alembic loads slowly)."""
