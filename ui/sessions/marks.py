"""The short words of attendance: each begins with a letter of its own, so that one key says it (P-39)."""

from PySide6.QtCore import QCoreApplication

from services.sessions import AttendanceMark
from ui.widgets.choice_edit import Choice


def mark_choices() -> tuple[Choice, ...]:
    """In the order of the code list; the code is the mark's value."""
    words = {
        AttendanceMark.ATTENDED: QCoreApplication.translate("Sessions", "came"),
        AttendanceMark.LATE: QCoreApplication.translate("Sessions", "late"),
        AttendanceMark.LEFT_EARLY: QCoreApplication.translate("Sessions", "left early"),
        AttendanceMark.NO_SHOW: QCoreApplication.translate("Sessions", "absent"),
        AttendanceMark.EXCUSED: QCoreApplication.translate("Sessions", "excused"),
        AttendanceMark.REFUSED: QCoreApplication.translate("Sessions", "did not want"),
    }
    return tuple(Choice(mark.value, words[mark]) for mark in AttendanceMark)
