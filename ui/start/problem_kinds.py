"""What can be in the way of a start. Apart from its words, so that an ordinary start need not load them."""

from enum import StrEnum


class ProblemKind(StrEnum):
    """The first four are states of the folder (`data_folder.FolderState`) under the same names."""

    NO_KEYS = "no_keys"
    NO_DATABASE = "no_database"
    NOT_WRITABLE = "not_writable"
    NO_FOLDER = "no_folder"
    NEWER = "newer"
    DAMAGED = "damaged"
    IN_USE = "in_use"
    CLOCK_AHEAD = "clock_ahead"
    COPIED = "copied"
    COPIED_HEAD = "copied_head"
    RESTORING = "restoring"
    NEW_KEYS = "new_keys"
    MAKING_DEMO = "making_demo"
    REFUSED = "refused"


WINDOW_KEYS = {
    "errors.newer_file": ProblemKind.NEWER,
    "vault.keys_newer": ProblemKind.NEWER,
    "errors.corrupt": ProblemKind.DAMAGED,
    "errors.wrong_key": ProblemKind.DAMAGED,
    "opening.no_unit": ProblemKind.DAMAGED,
    "opening.migration_failed": ProblemKind.REFUSED,
    "vault.keys_damaged": ProblemKind.NO_KEYS,
    "vault.keys_missing": ProblemKind.NO_KEYS,
    "vault.keys_altered": ProblemKind.REFUSED,
    "errors.disk_full": ProblemKind.REFUSED,
    "errors.read_only": ProblemKind.NOT_WRITABLE,
    "vault.disk_full": ProblemKind.REFUSED,
    "vault.not_writable": ProblemKind.NOT_WRITABLE,
    "vault.swap_damaged": ProblemKind.REFUSED,
    "opening.clock_ahead": ProblemKind.CLOCK_AHEAD,
}
"""Errors of services that need a window of their own; every other is said where it was typed."""
