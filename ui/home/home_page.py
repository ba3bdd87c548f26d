"""«Desk»: the first page of the day, without a name on it (P-3)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from services.actor import Right
from services.overview import Home, Readiness, TodayRow
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from services.scheduling.shapes import AppointmentRow
from services.worklist import Task, TaskKind, Whose
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.handover.handover_sheet import see_handover
from ui.home.day_column import DAYS, DayColumn
from ui.home.notice_sheet import NoticeSheet
from ui.home.tile import Tile, TileRow
from ui.home.words import ICONS, due_chip, left_words, readiness_chip
from ui.navigation import GAP, Page
from ui.pages import may_open
from ui.safety.argument import SafetyArgument
from ui.scheduling.words import case_words, hour_words
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.gutter import GutterBar
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.worklist.argument import WorkArgument

NOUNS = (
    "case", "party", "appointment", "session", "outcome", "letter", "referral", "flag", "danger", "screen", "consent",
    "night_entry", "notice", "document", "setting", "follow_up", "note", "handover",
)  # fmt: skip
_LEADS = {
    "appointments": None,
    "replies": TaskKind.REPLY,
    "reviews": TaskKind.REVIEW,
    "clocks": TaskKind.CHILD_CLOCK,
    "nights": TaskKind.NIGHT,
}
_IN_PLACE = (TaskKind.ANSWER, TaskKind.CLAUSE, TaskKind.ORIGINAL, TaskKind.REFERRAL_OUT, TaskKind.RESTING)
"""What is done over the list of what is due, one row after the other."""
_PLACES: dict[TaskKind, Callable[[Task, UUID], tuple[str, object]]] = {
    TaskKind.DANGER: lambda task, case_id: ("danger", SafetyArgument(case_id, task.subject_id)),
    TaskKind.CHILD_CLOCK: lambda _task, case_id: ("safety", case_id),
    TaskKind.REVIEW: lambda _task, case_id: ("safety", case_id),
    TaskKind.FOLLOW_UP: lambda task, _case_id: ("follow_ups", task.subject_id),
    TaskKind.REGISTRY: lambda task, _case_id: ("paper", task.subject_id),
    TaskKind.UNRECORDED: lambda task, case_id: ("case", CaseArgument(case_id, "session", task.subject_id)),
    TaskKind.NOTE_OPENED: lambda task, case_id: ("case", CaseArgument(case_id, "note", note_id=task.subject_id)),
    TaskKind.SIGNATURES: lambda _task, case_id: ("case", CaseArgument(case_id, "signatures")),
}
"""The page where the work on a file is done, and what it opens with; anything else is done on the file's own page."""
_MINUTE_MS = 60_000
_SIDE_BY_SIDE = 860
_COMING, _LOOKED_THROUGH = 12, 48
"""So many appointments of the days to come are shown."""


class HomePage(Page):
    """Two lists under four figures. Enter on a row goes to where its work is done."""

    covers_itself = True
    wraps_title = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.home: Home | None = None
        self.tiles = {key: Tile(words) for key, words in self._tile_titles().items()}
        self._tile_row = TileRow()
        self.appointments, self.tasks = RowList(), RowList()
        self._today_card = Card(self.tr("Today's appointments"))
        self._tasks_card = Card(self.tr("Ahead"))
        self.day = DayColumn(self._today_card, self.appointments)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        context.bus.on(self, NOUNS, self.refresh)

    def activate(self, argument: Any = None) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Ask again; what stands here stays until the answer comes."""
        if not self.isVisible() and self.home is not None:
            self.home = None  # asked anew when the page comes into sight
            return
        overview, actor = self.context.services.overview, self.context.actor
        self.context.lanes.read(self, lambda: overview.home(actor), self._show, latest="home")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(_SIDE_BY_SIDE)
        ways = QBoxLayout.Direction
        self._lists.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    # --- building ---------------------------------------------------------------------------------------------

    def _tile_titles(self) -> dict[str, str]:
        return {
            "appointments": self.tr("Appointments today"),
            "replies": self.tr("Overdue answers"),
            "reviews": self.tr("Reviews due"),
            "clocks": self.tr("Marks with a clock"),
            "nights": self.tr("Entries of the night"),
        }

    def _build(self) -> None:
        self._lists.setSpacing(px(GAP))
        self._today_card.add(self._stack(self.appointments, self._no_appointments()), 1)
        self._tasks_card.add(self._stack(self.tasks, self._no_tasks()), 1)
        GutterBar(self.appointments, self._today_card, 14)
        GutterBar(self.tasks, self._tasks_card, 14)
        for part, share in ((self.day, 2), (self._tasks_card, 3)):
            part.setMinimumHeight(px(260))
            self._lists.addWidget(part, share)
        self.appointments.setAccessibleName(self.tr("Today's appointments"))
        self.tasks.setAccessibleName(self.tr("Ahead"))
        self.appointments.opened.connect(self._open_appointment)
        self.tasks.opened.connect(self._open_task)
        self.day.opened.connect(self._open_booked)
        for key, kind in _LEADS.items():
            self.tiles[key].lead_on()
            self.tiles[key].opened.connect(partial(self._open_kind, kind))
        self.body.addWidget(self._tile_row)
        self.body.addLayout(self._lists, 1)

    def _stack(self, rows: RowList, empty: EmptyState) -> QStackedWidget:
        stack = QStackedWidget()
        stack.addWidget(rows)
        stack.addWidget(empty)
        return stack

    def _no_appointments(self) -> EmptyState:
        can_plan = self.context.may(Right.APPOINTMENT_WRITE) and may_open("appointments", self.context.actor)
        action = self.tr("To the appointments") if can_plan else ""
        sentence = self.tr("Nothing is booked for today; hours are given on the appointments page.")
        empty = EmptyState(sentence, action, "calendar-blank-outline")
        empty.acted.connect(lambda: self.context.navigate("appointments"))
        return empty

    def _no_tasks(self) -> EmptyState:
        can_register = self.context.may(Right.CASE_REGISTER)
        action = self.tr("New intake") if can_register else ""
        sentence = self.tr("Nothing waits. What falls due stands here by itself.")
        empty = EmptyState(sentence, action, "check-circle-outline")
        empty.acted.connect(lambda: self.context.navigate("intake"))
        return empty

    # --- showing ----------------------------------------------------------------------------------------------

    def _show(self, home: Home) -> None:
        self.home = home
        now = self.context.services.uow.clock.now()
        self.set_title(home.sentence)
        self._show_tiles(home, now)
        is_first = not self.appointments.rows()
        self.appointments.set_rows([_today_row(row) for row in home.appointments])
        ahead = next((row for row in home.appointments if row.readiness is not Readiness.HELD), None)
        if is_first and ahead is not None:
            self.appointments.choose(ahead.appointment.id)
        self.tasks.set_rows([_task_row(task, now) for task in home.tasks])
        self._today_card.set_aside(format_long(self.context.today()))
        count = self.tr("{count} items").format(count=to_persian(home.task_count)) if home.task_count else ""
        self._tasks_card.set_aside(count)
        for rows in (self.appointments, self.tasks):
            stack = rows.parentWidget()
            if isinstance(stack, QStackedWidget):
                stack.setCurrentIndex(0 if rows.rows() else 1)
        self.day.fit()
        self._read_coming(home)
        self._take_keyboard()

    def _read_coming(self, home: Home) -> None:
        """The days after today, for whoever plans them or has them before them."""
        context, today = self.context, self.context.today()
        if not context.may(Right.APPOINTMENT_READ):
            return
        scheduling, actor = context.services.scheduling, context.actor
        first, last = today + timedelta(days=1), today + timedelta(days=DAYS)
        of = None if home.is_of_unit else actor.staff_id

        def read() -> tuple[AppointmentRow, ...]:
            rows = scheduling.between(actor, first, last, staff_id=of, most=_LOOKED_THROUGH)
            return tuple(row for row in rows if row.is_scheduled and not row.is_hidden)[:_COMING]

        context.lanes.read(self, read, lambda rows: self.day.show_coming(rows, today), latest="coming")

    def _show_tiles(self, home: Home, now: datetime) -> None:
        tiles = self.tiles
        shown = ["appointments"] if self.context.may(Right.APPOINTMENT_READ) else []
        tiles["appointments"].show_count(home.left, self._first_words(home), "accent" if home.left else "quiet")
        if self.context.may(Right.CASE_FIND):
            shown.append("replies")
        self._show_replies(home)
        if home.shows_safety:
            shown += ["reviews", "clocks"]
        reviews = self.tr("look at the marks again") if home.reviews_due else self.tr("none today")
        tiles["reviews"].show_count(home.reviews_due, reviews, "attention" if home.reviews_due else "quiet")
        self._show_clocks(home, now)
        if home.shows_nights and not home.shows_safety:
            shown.append("nights")
        nights = self.tr("to be completed") if home.night_count else self.tr("none")
        tiles["nights"].show_count(home.night_count, nights, "attention" if home.night_count else "quiet")
        self._tile_row.set_tiles([tiles[key] for key in shown])

    def _first_words(self, home: Home) -> str:
        ahead = [row for row in home.appointments if row.readiness not in (Readiness.HELD, Readiness.UNRECORDED)]
        if ahead:
            return self.tr("next: {hour}").format(hour=hour_words(ahead[0].appointment.start))
        if home.left:
            return self.tr("to be recorded")
        return self.tr("all held") if home.appointments else self.tr("none")

    def _show_replies(self, home: Home) -> None:
        tile = self.tiles["replies"]
        if home.replies_overdue:
            tile.show_count(home.replies_overdue, home.longest_overdue, "danger")
        elif home.replies_owed:
            words = self.tr("{count} still in time").format(count=to_persian(home.replies_owed))
            tile.show_count(0, words, "information")
        else:
            tile.show_count(0, self.tr("none is owed"))

    def _show_clocks(self, home: Home, now: datetime) -> None:
        tile = self.tiles["clocks"]
        first = next((mark for mark in home.clocks if mark.clock_ends_at is not None), None)
        if first is None or first.clock_ends_at is None:
            tile.show_count(0, self.tr("none runs"))
            return
        left = left_words(first.clock_ends_at, now)
        tone = "information" if first.clock_ends_at > now else "attention"
        words = f"{first.letter} · {left}"
        tile.show_mark(len(home.clocks), words, f"{first.words} · {left}" if first.words else words, tone)  # type: ignore[arg-type]

    def _take_keyboard(self) -> None:
        """The first list with rows, unless somebody is working in one already."""
        if not self.isVisible() or self.appointments.hasFocus() or self.tasks.hasFocus():
            return
        focused = self.window().focusWidget()
        if focused is not None and focused is not self and not self.isAncestorOf(focused):
            return
        for rows in (self.appointments, self.tasks):
            if rows.rows():
                rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _open_kind(self, kind: TaskKind | None) -> None:
        """What a tile counts, in the list of what is due; the day in the calendar."""
        if kind is None:
            self.context.navigate("appointments")
        else:
            sees_all = self.home is not None and self.home.is_of_unit and self.context.may(Right.CASE_READ_ALL)
            whose = Whose.UNIT if sees_all else Whose.MINE
            self.context.navigate("worklist", WorkArgument(kind, whose))

    # --- going on ---------------------------------------------------------------------------------------------

    def _open_appointment(self, key: object) -> None:
        row = next((one for one in self._rows() if one.appointment.id == key), None)
        if row is None:
            return
        booked = row.appointment
        is_open = row.readiness is Readiness.UNRECORDED and self.context.may(Right.SESSION_WRITE)
        if is_open and booked.case_id is not None:
            self.context.navigate("case", CaseArgument(booked.case_id, "session", booked.id))
        else:
            self._open_booked(booked)

    def _open_booked(self, booked: AppointmentRow) -> None:
        if booked.case_id is None:
            self.context.navigate("appointments")
        else:
            self.context.navigate("case", booked.case_id)

    def _rows(self) -> tuple[TodayRow, ...]:
        return self.home.appointments if self.home is not None else ()

    def _open_task(self, key: object) -> None:
        found = self.home.tasks if self.home is not None else ()
        task = next((one for one in found if (one.kind, one.subject_id) == key), None)
        if task is not None:
            self._go(task)

    def _go(self, task: Task) -> None:
        """To where the task is done; a page that is not there for this actor leads to the file."""
        if task.kind is TaskKind.NOTICE:
            NoticeSheet(self, self.context, task.subject_id).open_sheet()
        elif task.kind is TaskKind.NIGHT:
            self.context.navigate("quick_entries")
        elif task.kind is TaskKind.HANDED:
            see_handover(self, self.context, task.subject_id)
        elif task.kind is TaskKind.LETTER_ORDER:
            self.context.navigate("letters", task.subject_id)
        elif task.kind in _IN_PLACE:
            self._open_kind(task.kind)
        elif task.case_id is not None:
            self._go_to_case(task, task.case_id)

    def _go_to_case(self, task: Task, case_id: UUID) -> None:
        place = _PLACES.get(task.kind)
        page, argument = place(task, case_id) if place else ("case", case_id)
        if not may_open(page, self.context.actor):
            page, argument = "case", case_id
        self.context.navigate(page, argument)


def _today_row(today: TodayRow) -> Row:
    row: AppointmentRow = today.appointment
    words, tone = readiness_chip(today.readiness)
    title = case_words(row.case_no, row.initials) or row.type_label
    quiet = " · ".join(part for part in (row.type_label, row.room_name, _marks(row)) if part and part != title)
    return Row(row.id, title, quiet, words, tone, lead=hour_words(row.start))


def _marks(row: AppointmentRow) -> str:
    return " ".join(mark.letter for mark in row.marks)


def _task_row(task: Task, now: datetime) -> Row:
    words, tone = due_chip(task, now)
    return Row((task.kind, task.subject_id), task.title, task.line, words, tone, icon=ICONS[task.kind])
