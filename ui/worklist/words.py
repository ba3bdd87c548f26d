"""What kinds, groups and steps of the list are called (P-45)."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.worklist import Band, TaskKind

_KINDS: dict[TaskKind, object] = {
    TaskKind.CHILD_CLOCK: QT_TRANSLATE_NOOP("Worklist", "Marks with a clock"),
    TaskKind.DANGER: QT_TRANSLATE_NOOP("Worklist", "Unfinished steps of today"),
    TaskKind.REPLY: QT_TRANSLATE_NOOP("Worklist", "Answers to authorities"),
    TaskKind.ANSWER: QT_TRANSLATE_NOOP("Worklist", "Answers that are no longer right"),
    TaskKind.NIGHT: QT_TRANSLATE_NOOP("Worklist", "Entries of the night"),
    TaskKind.REVIEW: QT_TRANSLATE_NOOP("Worklist", "Reviews"),
    TaskKind.NOTICE: QT_TRANSLATE_NOOP("Worklist", "Notes to the head"),
    TaskKind.NOTE_OPENED: QT_TRANSLATE_NOOP("Worklist", "Notes that were opened"),
    TaskKind.UNRECORDED: QT_TRANSLATE_NOOP("Worklist", "Meetings without a record"),
    TaskKind.CLAUSE: QT_TRANSLATE_NOOP("Worklist", "Clauses that fell due"),
    TaskKind.SIGNATURES: QT_TRANSLATE_NOOP("Worklist", "Signatures awaited"),
    TaskKind.REGISTRY: QT_TRANSLATE_NOOP("Worklist", "Numbers of the registry"),
    TaskKind.ORIGINAL: QT_TRANSLATE_NOOP("Worklist", "Signed sheets to scan"),
    TaskKind.FOLLOW_UP: QT_TRANSLATE_NOOP("Worklist", "Follow-up calls"),
    TaskKind.REFERRAL_OUT: QT_TRANSLATE_NOOP("Worklist", "Other bodies' answers"),
    TaskKind.HANDED: QT_TRANSLATE_NOOP("Worklist", "Work of colleagues"),
    TaskKind.LETTER_ORDER: QT_TRANSLATE_NOOP("Worklist", "Letters given"),
    TaskKind.RESTING: QT_TRANSLATE_NOOP("Worklist", "Files at rest"),
}
_BANDS: dict[Band, object] = {
    Band.FIRST: QT_TRANSLATE_NOOP("Worklist", "First of all"),
    Band.LATE: QT_TRANSLATE_NOOP("Worklist", "Overdue"),
    Band.TODAY: QT_TRANSLATE_NOOP("Worklist", "Today"),
    Band.WEEK: QT_TRANSLATE_NOOP("Worklist", "This week"),
    Band.LATER: QT_TRANSLATE_NOOP("Worklist", "Later"),
}
_STEPS: dict[TaskKind, object] = {
    TaskKind.CHILD_CLOCK: QT_TRANSLATE_NOOP("Worklist", "Record the report"),
    TaskKind.DANGER: QT_TRANSLATE_NOOP("Worklist", "To the steps"),
    TaskKind.REPLY: QT_TRANSLATE_NOOP("Worklist", "Enter the answer"),
    TaskKind.ANSWER: QT_TRANSLATE_NOOP("Worklist", "Write the correcting answer"),
    TaskKind.NIGHT: QT_TRANSLATE_NOOP("Worklist", "Complete"),
    TaskKind.REVIEW: QT_TRANSLATE_NOOP("Worklist", "Looked at again"),
    TaskKind.NOTICE: QT_TRANSLATE_NOOP("Worklist", "Read"),
    TaskKind.NOTE_OPENED: QT_TRANSLATE_NOOP("Worklist", "To the note"),
    TaskKind.UNRECORDED: QT_TRANSLATE_NOOP("Worklist", "Record the session"),
    TaskKind.CLAUSE: QT_TRANSLATE_NOOP("Worklist", "What became of it"),
    TaskKind.SIGNATURES: QT_TRANSLATE_NOOP("Worklist", "Signatures were seen"),
    TaskKind.REGISTRY: QT_TRANSLATE_NOOP("Worklist", "Type the number"),
    TaskKind.ORIGINAL: QT_TRANSLATE_NOOP("Worklist", "Keep the scan"),
    TaskKind.FOLLOW_UP: QT_TRANSLATE_NOOP("Worklist", "Call"),
    TaskKind.REFERRAL_OUT: QT_TRANSLATE_NOOP("Worklist", "Record the answer"),
    TaskKind.HANDED: QT_TRANSLATE_NOOP("Worklist", "See what was handed over"),
    TaskKind.LETTER_ORDER: QT_TRANSLATE_NOOP("Worklist", "Open the letter"),
    TaskKind.RESTING: QT_TRANSLATE_NOOP("Worklist", "Open the file"),
}


def kind_words(kind: TaskKind) -> str:
    return QCoreApplication.translate("Worklist", str(_KINDS[kind]))


def band_words(band: Band) -> str:
    return QCoreApplication.translate("Worklist", str(_BANDS[band]))


def step_words(kind: TaskKind) -> str:
    """What Enter on a row of that kind does."""
    return QCoreApplication.translate("Worklist", str(_STEPS[kind]))
