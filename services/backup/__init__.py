"""Backups from a button, before a migration, and bringing one back."""

from services.backup.service import (
    Backup,
    BackupRow,
    SheetCode,
    renew_keys,
    restore,
    sheet_code,
    unlock,
    unlock_by_sheet,
    write_automatic,
)

__all__ = [
    "Backup",
    "BackupRow",
    "SheetCode",
    "renew_keys",
    "restore",
    "sheet_code",
    "unlock",
    "unlock_by_sheet",
    "write_automatic",
]
