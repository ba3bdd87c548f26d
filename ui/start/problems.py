"""The problem windows by what is in the way: words that say what to do, and the buttons for it."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.start.problem_kinds import ProblemKind
from ui.start.problem_page import ProblemPage
from ui.widgets.ask import Action

_WORDS: dict[ProblemKind, tuple[object, object]] = {
    ProblemKind.NO_KEYS: (
        QT_TRANSLATE_NOOP("Problems", "The key file is missing"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The data are here, but the key file keys.json that opens them is not. Put it back into this folder from "
            "where it was moved, or restore a backup. Nothing was changed.",
        ),
    ),
    ProblemKind.NO_DATABASE: (
        QT_TRANSLATE_NOOP("Problems", "The data file is missing"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The key file is here, but the data file sazesh.db is not. Put it back into this folder from where it "
            "was moved, or restore a backup.",
        ),
    ),
    ProblemKind.NOT_WRITABLE: (
        QT_TRANSLATE_NOOP("Problems", "The folder cannot be written"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Windows or the disk lets the program read this folder but store nothing in it. Ask whoever looks after "
            "the computer to allow writing here, then try again.",
        ),
    ),
    ProblemKind.NO_FOLDER: (
        QT_TRANSLATE_NOOP("Problems", "The data folder cannot be reached"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The disk or the network drive with the data is not there. Connect it and try again, or choose where the "
            "data lie now.",
        ),
    ),
    ProblemKind.NEWER: (
        QT_TRANSLATE_NOOP("Problems", "These data are of a newer program"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "A newer version of Sazesh has worked with this folder. Install that version on this computer; the data "
            "were not touched.",
        ),
    ),
    ProblemKind.DAMAGED: (
        QT_TRANSLATE_NOOP("Problems", "The data file is damaged"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The data file does not open with this key file, or a part of it cannot be read. Restore the last "
            "backup; the present files are kept beside it.",
        ),
    ),
    ProblemKind.IN_USE: (
        QT_TRANSLATE_NOOP("Problems", "The data are open elsewhere"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Another user of this computer, or another computer, has Sazesh open with this folder. Close it there, "
            "then try again.",
        ),
    ),
    ProblemKind.COPIED_HEAD: (
        QT_TRANSLATE_NOOP("Problems", "This folder comes from another place"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The data were last at home on another computer or in another folder. If they moved here for good, say "
            "so: from then on numbers are given here, and the other copy must not be used. If this is only a copy "
            "to look at, nothing can be stored in it.",
        ),
    ),
    ProblemKind.COPIED: (
        QT_TRANSLATE_NOOP("Problems", "This folder comes from another place"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The data were last at home on another computer or in another folder. The head of the unit must sign in "
            "and confirm that they moved here; until then nothing can be stored.",
        ),
    ),
    ProblemKind.RESTORING: (
        QT_TRANSLATE_NOOP("Problems", "The backup is being restored"),
        QT_TRANSLATE_NOOP(
            "Problems", "This takes a moment. Afterwards sign in again; the present files are kept beside the data."
        ),
    ),
    ProblemKind.NEW_KEYS: (
        QT_TRANSLATE_NOOP("Problems", "The data are encrypted anew"),
        QT_TRANSLATE_NOOP(
            "Problems", "This takes a moment, a minute for a large file. Afterwards sign in again with your password."
        ),
    ),
    ProblemKind.MAKING_DEMO: (
        QT_TRANSLATE_NOOP("Problems", "The practice precinct is being made"),
        QT_TRANSLATE_NOOP(
            "Problems", "A year of a busy unit, all of it made up. This takes a moment, only this once."
        ),
    ),
    ProblemKind.REFUSED: (QT_TRANSLATE_NOOP("Problems", "The data could not be opened"), ""),
    ProblemKind.CLOCK_AHEAD: (QT_TRANSLATE_NOOP("Problems", "Is the date of the computer right?"), ""),
}

_ACTIONS: dict[ProblemKind, tuple[str, ...]] = {
    ProblemKind.NO_KEYS: ("again", "restore", "folder", "close"),
    ProblemKind.NO_DATABASE: ("again", "restore", "folder", "close"),
    ProblemKind.NOT_WRITABLE: ("again", "folder", "close"),
    ProblemKind.NO_FOLDER: ("again", "folder", "close"),
    ProblemKind.NEWER: ("close", "folder"),
    ProblemKind.DAMAGED: ("restore", "again", "folder", "close"),
    ProblemKind.IN_USE: ("again", "folder", "close"),
    ProblemKind.COPIED_HEAD: ("moved", "look", "close"),
    ProblemKind.COPIED: ("sign_in", "look", "close"),
    ProblemKind.RESTORING: (),
    ProblemKind.NEW_KEYS: (),
    ProblemKind.MAKING_DEMO: (),
    ProblemKind.REFUSED: ("again", "restore", "folder", "close"),
    ProblemKind.CLOCK_AHEAD: ("again", "trust", "close"),
}

_BUTTONS = {
    "again": QT_TRANSLATE_NOOP("Problems", "Try again"),
    "restore": QT_TRANSLATE_NOOP("Problems", "Restore a backup"),
    "folder": QT_TRANSLATE_NOOP("Problems", "Choose another folder"),
    "close": QT_TRANSLATE_NOOP("Problems", "Close"),
    "moved": QT_TRANSLATE_NOOP("Problems", "They moved here"),
    "look": QT_TRANSLATE_NOOP("Problems", "Only look"),
    "sign_in": QT_TRANSLATE_NOOP("Problems", "Sign in as head"),
    "trust": QT_TRANSLATE_NOOP("Problems", "The date is right"),
}

_ICONS = {
    ProblemKind.NO_KEYS: "key-alert-outline",
    ProblemKind.NEWER: "update",
    ProblemKind.IN_USE: "lock-outline",
    ProblemKind.COPIED: "folder-swap-outline",
    ProblemKind.COPIED_HEAD: "folder-swap-outline",
    ProblemKind.RESTORING: "backup-restore",
    ProblemKind.NEW_KEYS: "key-change",
    ProblemKind.MAKING_DEMO: "school-outline",
    ProblemKind.CLOCK_AHEAD: "clock-alert-outline",
}


def problem_page(kind: ProblemKind, folder: Path, sentence: str = "") -> ProblemPage:
    """The page for a kind of problem; `sentence` replaces its general words by what a service said."""
    title, words = _WORDS[kind]
    actions = [
        Action(key, _tr(_BUTTONS[key]), "primary" if place == 0 else "quiet")
        for place, key in enumerate(_ACTIONS[kind])
    ]
    general = _tr(words) if words else ""
    told = general or sentence
    return ProblemPage(_tr(title), told, actions, str(folder), _ICONS.get(kind, "folder-alert-outline"))


def _tr(source: object) -> str:
    return QCoreApplication.translate("Problems", str(source))
