"""Prints what the calendar shows: the day for the door, or the week for the wall (case numbers only, P-3)."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.documents.print_run import PrintRun
from ui.scheduling import shown
from ui.scheduling.words import day_words


def print_day(owner: QWidget, context: AppContext, day: date) -> None:
    """The day for the door: hours, rooms and numbers of files alone."""
    printouts, actor = context.services.printouts, context.actor
    told = QCoreApplication.translate("Scheduling", "The hours of {day}: room and number of the file, no names.")
    name = QCoreApplication.translate("Scheduling", "hours of the day {day}").format(day=day.isoformat())
    words = told.format(day=day_words(day))
    PrintRun(owner, context).start(words, f"{name}.pdf", lambda _target: printouts.day(actor, day))


def print_week(owner: QWidget, context: AppContext, day: date, whose: str) -> None:
    """The week that holds `day`, of one room or colleague where that is whose appointments are shown."""
    printouts, actor = context.services.printouts, context.actor
    of = shown.named(whose, actor.staff_id)
    room_id, staff_id = of.get(shown.BY_ROOM), of.get(shown.BY_COLLEAGUE)
    first, last = shown.range_of(shown.WEEK, day)
    told = QCoreApplication.translate(
        "Scheduling", "The hours of {first} to {last}: room and number of the file, no names."
    )
    name = QCoreApplication.translate("Scheduling", "hours of the week {day}").format(day=first.isoformat())
    words = told.format(first=day_words(first), last=day_words(last))
    PrintRun(owner, context).start(
        words, f"{name}.pdf", lambda _target: printouts.week(actor, day, room_id=room_id, staff_id=staff_id)
    )
