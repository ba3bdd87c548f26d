"""When somebody is to be asked, in words; what waits longer is never red (P-37)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from services.cases import CaseStatus
from services.follow_up import FollowUpRow, FollowUpState
from services.persian.digits import to_persian
from ui.scheduling.words import day_words
from ui.theme.palette import Tone

ASKING = (CaseStatus.OUTCOME_RECORDED, CaseStatus.FOLLOW_UP)
"""Where a file is whose people are asked."""

ICONS = {
    FollowUpState.DUE: "phone-outline",
    FollowUpState.DONE: "phone-check-outline",
    FollowUpState.NO_NEWS: "phone-missed-outline",
    FollowUpState.DROPPED: "phone-off-outline",
}


def due_words(row: FollowUpRow, today: date) -> tuple[str, Tone]:
    """The chip of a follow-up that is still to come: since when, today, or on which day."""
    if row.due_on < today:
        words = QCoreApplication.translate("FollowUp", "for {count} days")
        return words.format(count=to_persian((today - row.due_on).days)), "attention"
    if row.due_on == today:
        return QCoreApplication.translate("FollowUp", "today"), "attention"
    return day_words(row.due_on), "information"


def tries_words(row: FollowUpRow) -> str:
    """How often it was tried in vain, "" for never."""
    if not row.tries:
        return ""
    return QCoreApplication.translate("FollowUp", "{count} tries in vain").format(count=to_persian(row.tries))
