"""Completing a night entry over whatever page it was met on: its sheet, and what each of its ways leads to (P-26)."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.quick_entries import NightRow
from ui.context import AppContext
from ui.quick_entries.advice_sheet import AdviceSheet
from ui.quick_entries.find_case_sheet import FindCaseSheet
from ui.quick_entries.night_sheet import NightSheet


def complete_night(window: QWidget, context: AppContext, night: NightRow) -> None:
    """Its sheet over `window`: it becomes a file, advice or part of a file, or is closed with words."""
    sheet = NightSheet(window, context, night)
    sheet.advice_wanted.connect(lambda: _advise(window, context, night))
    sheet.join_wanted.connect(lambda: _join(window, context, night))
    sheet.open_sheet()


def complete_night_of(window: QWidget, context: AppContext, night_id: UUID) -> None:
    """The same for who knows its id alone; an entry that was completed meanwhile opens nothing."""
    entries, actor = context.services.quick_entries, context.actor

    def show(rows: tuple[NightRow, ...]) -> None:
        night = next((row for row in rows if row.id == night_id), None)
        if night is not None:
            complete_night(window, context, night)

    context.lanes.read(window, lambda: entries.nights_to_complete(actor), show)


def _advise(window: QWidget, context: AppContext, night: NightRow) -> None:
    if context.may(Right.ADVICE_WRITE):
        AdviceSheet(window, context, night).open_sheet()


def _join(window: QWidget, context: AppContext, night: NightRow) -> None:
    """It belongs to a file that exists."""
    words = QCoreApplication.translate("QuickEntriesPage", "To which file does it belong?")
    sheet, entries, actor = FindCaseSheet(window, context, words), context.services.quick_entries, context.actor

    def join(case_id: UUID) -> None:
        context.lanes.write(window, lambda: entries.join_night(actor, night.id, night.version, case_id))

    sheet.chosen.connect(join)
    sheet.open_sheet()
