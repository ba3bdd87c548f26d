"""Short words of handing over."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from services.clock import local
from services.handover import HandoverKind, HandoverRow, HandoverState, ShiftLine, ShiftSection, WorkItem
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from ui.scheduling.words import case_words, day_words
from ui.theme.palette import Tone


def days_words(kind: HandoverKind, first_on: date, last_on: date | None) -> str:
    """For which days it is."""
    if kind is HandoverKind.LEAVING or last_on is None:
        words = QCoreApplication.translate("Handover", "for good, last day {day}")
        return words.format(day=format_date(first_on))
    words = QCoreApplication.translate("Handover", "{first} to {last}")
    return words.format(first=format_date(first_on), last=format_date(last_on))


def state_words(row: HandoverRow, today: date) -> tuple[str, Tone]:
    """How it stands; an absence whose days are over waits to be taken back."""
    if row.state is HandoverState.UNDONE:
        return QCoreApplication.translate("Handover", "undone"), "quiet"
    if row.state is HandoverState.RETURNED:
        return QCoreApplication.translate("Handover", "returned"), "quiet"
    if row.to_move:
        words = QCoreApplication.translate("Handover", "{count} to be moved")
        return words.format(count=to_persian(len(row.to_move))), "attention"
    if row.last_on is not None and row.last_on < today:
        return QCoreApplication.translate("Handover", "to be taken back"), "attention"
    return QCoreApplication.translate("Handover", "given"), "accent"


def item_words(item: WorkItem) -> str:
    """What goes along, in numbers."""
    counted = (
        (len(item.appointments), QCoreApplication.translate("Handover", "{count} appointments")),
        (item.follow_ups, QCoreApplication.translate("Handover", "{count} follow-ups")),
        (item.tasks, QCoreApplication.translate("Handover", "{count} tasks")),
        (item.letters, QCoreApplication.translate("Handover", "{count} letters")),
        (item.notes, QCoreApplication.translate("Handover", "{count} sealed notes")),
    )
    parts = [item.status_label] if item.status_label else []
    if item.case_id is not None and not item.is_responsible:
        parts.append(QCoreApplication.translate("Handover", "shares the work"))
    parts += [words.format(count=to_persian(count)) for count, words in counted if count]
    return " · ".join(parts)


def title_of(case_no: str, initials: str) -> str:
    return case_words(case_no, initials)


def section_words(section: ShiftSection) -> str:
    """The headings of P-34."""
    return {
        ShiftSection.DANGERS: QCoreApplication.translate("Handover", "Open dangers"),
        ShiftSection.CLOCKS: QCoreApplication.translate("Handover", "Running clocks"),
        ShiftSection.EXPECTED: QCoreApplication.translate("Handover", "Who is expected"),
        ShiftSection.CALLS: QCoreApplication.translate("Handover", "Promised calls"),
        ShiftSection.PAPERS: QCoreApplication.translate("Handover", "Papers at the commander"),
    }[section]


def line_when(line: ShiftLine) -> str:
    """The day, with its hour where it has one."""
    if line.at is None:
        return ""
    at = local(line.at)
    return day_words(at.date()) if line.is_whole_day else f"{day_words(at.date())} · {format_time(at.time())}"
