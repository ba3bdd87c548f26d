"""Chips and subtitle of the page of a file."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services.cases import Confidentiality
from services.overview import CasePage as Shown
from services.persian.jalali import format_date
from ui.widgets.labels import Chip
from ui.widgets.mark import Mark


def subtitle_of(page: Shown) -> str:
    """Category, subject and who is responsible."""
    row = page.detail.row
    words = QCoreApplication.translate("Case", "responsible: {name}")
    return " · ".join(
        part for part in (row.category, row.subject_line, words.format(name=row.responsible_name)) if part
    )


def chips_of(page: Shown) -> list[QWidget]:
    """Where the file is and, apart from it, how it ended (R-9); then the neutral marks (P-3)."""
    row = page.detail.row
    chips: list[QWidget] = [Chip(row.status_label, "information")]
    if page.outcome is not None:
        waits = page.outcome.is_awaiting_signatures
        words = QCoreApplication.translate("Case", "waiting for signatures") if waits else page.outcome.label
        chips.append(Chip(words, "attention" if waits or page.outcome.is_conditional else "accent"))
    if page.detail.happened_on is not None:
        words = QCoreApplication.translate("Case", "by hand, of {day}")
        chips.append(Chip(words.format(day=format_date(page.detail.happened_on)), "quiet"))
    if row.confidentiality is not Confidentiality.NORMAL:
        chips.append(Chip(QCoreApplication.translate("Case", "restricted"), "quiet"))
    chips += [Mark(mark.letter, mark.words or mark.letter) for mark in page.marks]
    return chips
