"""The page of appointments: day, week and month from right to left, by day, room or colleague."""

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.jalali import to_jalali
from services.scheduling.rules import days_of
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, BookingFacts, Slot
from ui.context import AppContext
from ui.documents.print_many import PrintMany
from ui.navigation import Page
from ui.pages import may_open
from ui.quick_entries.find_case_sheet import FindCaseSheet
from ui.runtime.shortcuts import key_shortcut, sequences, with_keys
from ui.scheduling import shown
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.argument import AppointmentsArgument
from ui.scheduling.block_paint import Look
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.calendar_bar import VIEWS, CalendarBar
from ui.scheduling.calendar_card import CalendarCard
from ui.scheduling.calendar_notes import CalendarNotes
from ui.scheduling.cancel_sheet import CancelSheet
from ui.scheduling.families import families_of
from ui.scheduling.month_layout import board_of_month
from ui.scheduling.mover import Mover
from ui.scheduling.plan_print import print_day, print_week
from ui.scheduling.shown import Shown
from ui.scheduling.week_layout import Column
from ui.scheduling.words import day_words, hour_words
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.menu_button import MenuButton
from ui.widgets.sheet import open_sheet_of

_NARROW, _LOW = 960, 560
_NOUNS = ("appointment", "case", "holiday", "room", "staff", "code", "setting", "flag", "session")


class AppointmentsPage(Page):
    """Arrows walk, Enter opens, N makes one, M moves it, Delete cancels, Ctrl+Z takes a move back. Page up and Page
    down turn the week, Home is today, 1 to 4 are the views and 0 all hours of the day."""

    scrolls = False
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._day = context.today()
        self._case_id: UUID | None = None
        self._shown: Shown | None = None
        self._wanted_id: UUID | None = None
        self._is_placed = False
        self.notes = CalendarNotes(context)
        self._many = PrintMany(self, context)
        self._add_buttons()
        self.body.addWidget(self.notes)
        self.bar, self.card = CalendarBar(), CalendarCard()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.card, 1)
        self._clock = QTimer(self, interval=30_000)
        self._clock.timeout.connect(self._tick)
        self.mover = Mover(self, context, self.card)
        self._connect()
        self._set_keys()

    def _add_buttons(self) -> None:
        """Lists and prints under one button each: a narrow window keeps them all."""
        may = self.context.may
        self.lists = MenuButton(self.tr("Lists"), "format-list-bulleted", self)
        self.waiting = self.lists.add(
            self.tr("Waiting list"),
            "account-clock-outline",
            self.notes.open_list,
            is_allowed=may(Right.APPOINTMENT_WRITE),
        )
        self.invitations = self.lists.add(
            self.tr("Invitations without a result"),
            "email-fast-outline",
            lambda: self.context.navigate("invitations"),
            is_allowed=may_open("invitations", self.context.actor),
        )
        self.prints = MenuButton(self.tr("Print"), "printer-outline", self)
        self.print = self.prints.add(self.tr("Print the day"), "printer-outline", self.print_plan)
        self.invite = self.prints.add(
            self.tr("Print invitations"),
            "email-multiple-outline",
            lambda: self._many.invitations(self._day),
            is_allowed=may(Right.DOCUMENT_ISSUE),
        )
        self.new = QuietButton(self.tr("New appointment"), "plus")
        self.new.setToolTip(with_keys(self.tr("New appointment"), "N"))
        for button in (self.lists, self.prints, self.new):
            self.add_button(button)
        self.new.setVisible(may(Right.APPOINTMENT_WRITE))

    def _connect(self) -> None:
        bar, card = self.bar, self.card
        bar.view_changed.connect(lambda: self.show_day(self._day))
        bar.cut_changed.connect(self._render)
        for changed in (bar.view_changed, bar.cut_changed):
            changed.connect(card.grid.hand.let_go)  # other columns are not the ones it was held over
            changed.connect(card.month.hand.let_go)
        bar.turned.connect(self.turn)
        bar.day_wanted.connect(lambda day: self.show_day(day or self.context.today()))
        self.new.clicked.connect(lambda _checked=False: self.make())
        for part in (card.grid, card.list, card.month):
            part.page_wanted.connect(self.turn)
        for calendar in (card.grid, card.month):
            calendar.today_wanted.connect(lambda: self.show_day(self.context.today()))
        card.grid.opened.connect(self._open)
        card.list.opened.connect(self._open)
        card.grid.cancel_wanted.connect(self._cancel)
        card.grid.cell_wanted.connect(self._make_in_cell)
        card.grid.heap_opened.connect(self._open_heap)
        card.month.walked.connect(self._walk_to)
        card.month.day_opened.connect(self._open_day)
        self.mover.landed.connect(self._on_booked)
        self.mover.outdated.connect(self._load)
        self.mover.stuck.connect(self._open_stuck)
        self.context.bus.on(self, _NOUNS, self._refresh)

    def _set_keys(self) -> None:
        card, keys = self.card, Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut("N", card.grid, card.grid.new_at_cursor, keys)
        for calendar in (card.grid, card.month):
            key_shortcut("M", calendar, calendar.take_up, keys)
        for part in (card.list, card.month):
            key_shortcut("N", part, lambda: self.make(self._day), keys)
        for number, view in enumerate(VIEWS, 1):
            key_shortcut(str(number), card, partial(self.bar.set_view, view), keys)
        key_shortcut("0", card, self.bar.nights.click, keys)

    # --- coming and going -------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        wanted = argument if isinstance(argument, AppointmentsArgument) else AppointmentsArgument(argument)
        self._case_id = wanted.case_id
        if wanted.view:
            self._is_placed = True
            self._day = wanted.day or self._day
            self.bar.set_view(wanted.view)
        self.show_day(wanted.day or self._day)
        self.notes.refresh()
        self.card.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_placed:
            self._is_placed = True
            self.bar.set_view(shown.LIST if self.width() < px(_NARROW) else shown.WEEK)
        self._clock.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once it is laid out: what changes in the midst leaves others behind

    def _fit(self) -> None:
        margins = self.body.contentsMargins()
        is_low = self.height() < px(_LOW)
        self.notes.fit(self.width() - margins.left() - margins.right(), is_low=is_low)
        self.card.set_low(is_low=is_low)
        self.card.fit()
        self.body.invalidate()

    def leave(self) -> None:
        """What is held goes back."""
        self.card.grid.hand.let_go()
        self.card.month.hand.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def main_action(self) -> None:
        """Ctrl+Enter makes an appointment."""
        self.make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Control and Z, while no words at the foot of the window listen to it: the last move is taken back."""
        if QKeySequence(event.keyCombination()) not in sequences("Ctrl+Z") or not self.mover.moves.undo_last():
            super().keyPressEvent(event)

    def print_plan(self) -> None:
        """What is shown: the day, or the week."""
        if self._shows_day():
            print_day(self, self.context, self._day)
        else:
            print_week(self, self.context, self._day, self.bar.whose_key())

    # --- which days -------------------------------------------------------------------------------------------

    def day(self) -> date:
        return self._day

    def show_day(self, day: date) -> None:
        """The day, week or month that holds `day`; days beyond the calendar are not shown."""
        try:
            title = shown.title_of(self.bar.view(), day)
        except PersianValueError:
            return
        self._day = day
        self.bar.set_day(day)
        self.set_title(title)
        self.print.setText(self.tr("Print the day") if self._shows_day() else self.tr("Print the week"))
        self._load()

    def _shows_day(self) -> bool:
        return self.bar.view() in (shown.DAY, shown.LIST)

    def _walk_to(self, day: date) -> None:
        """The arrows of the month; over its edge it turns."""
        found = self._shown
        if found is None or to_jalali(day)[:2] != to_jalali(self._day)[:2]:
            self.show_day(day)
            return
        self._day = day
        self.bar.set_day(day)
        self.card.month.put_cursor(day)

    def _open_day(self, day: date) -> None:
        self._day = day
        self.bar.set_view(shown.DAY)

    def _open_heap(self, column: Column) -> None:
        """Where a week has no room for all of them, the day by colleagues has; the list has in any case."""
        self._day = column.day
        if self.bar.view() == shown.DAY:
            self.bar.set_view(shown.LIST)
        else:
            self.bar.columns.set_value(shown.BY_COLLEAGUE)
            self.bar.set_view(shown.DAY)

    def turn(self, step: int) -> None:
        """One month, week or day further."""
        self.show_day(shown.step_of(self.bar.view(), self._day, step))

    # --- reading and showing ----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        services, actor, today = self.context.services, self.context.actor, self.context.today()
        first, last = shown.range_of(self.bar.view(), self._day)

        def read() -> Shown:
            facts = services.scheduling.facts(actor)
            rows = services.scheduling.between(actor, first - timedelta(days=1), last)
            holidays = services.unit.holidays_between(actor, first, last)
            free = self._first_free(facts, today) if actor.may(Right.APPOINTMENT_WRITE) else None
            hours = services.working_time.hours_of(actor, first, last)
            return Shown(facts, rows, holidays, free, today, hours)

        self.context.lanes.read(self, read, self._take, latest="shown")

    def _first_free(self, facts: BookingFacts, today: date) -> Slot | None:
        """The next hour in which a first interview could be held, of the actor where that is one who sees people."""
        kind = next((code.code for code in facts.types if code.does("is_first_interview")), "")
        mine = self.context.actor.staff_id
        staff = (mine,) if any(one.id == mine for one in facts.colleagues) else ()
        if not kind:
            return None
        draft = AppointmentDraft(None, kind, today, 0, None, staff)
        found = self.context.services.scheduling.free_slots(self.context.actor, draft, 1)
        return found[0] if found else None

    def _take(self, found: Shown) -> None:
        self._shown = found
        self.bar.fill(found.facts, self.context.actor.staff_id)
        self._render()

    def _render(self) -> None:
        found = self._shown
        if found is None:
            return
        view, today = self.bar.view(), self.context.today()
        first, last = shown.range_of(view, self._day)
        rows = shown.chosen_rows(found.rows, self.bar.whose_key(), self.context.actor.staff_id)
        begun = [row for row in rows if first <= row.day <= last]
        self.card.tell(self._aside(len(begun), found.first_free))
        look = Look(families_of(found.facts.types), today, self._now())
        if view == shown.LIST:
            there = [row for row in rows if self._day in days_of(row.day, row.end)]
            self.card.show_list(there, self._day, look)
        elif view == shown.MONTH:
            self.card.show_month(board_of_month(found, begun, self._day, today), look, self._day)
        elif view == shown.WEEK:
            nights = self.bar.shows_nights()
            self.card.show_board(shown.board_of_week(found, rows, self._day, today, whole_day=nights), look)
        else:
            nights, by = self.bar.shows_nights(), self.bar.by()
            self.card.show_board(shown.board_of_day(found, rows, self._day, today, by, whole_day=nights), look)
        if self._wanted_id is not None:
            self.card.bring_into_view(self._wanted_id)
            self._wanted_id = None

    def _aside(self, count: int, free: Slot | None) -> str:
        some, none = self.tr("{count} appointments"), self.tr("no appointment")
        parts = [some.format(count=to_persian(count)) if count else none]
        if free is not None:
            words = self.tr("first free time: {day} {hour} {room}")
            told = words.format(day=day_words(free.day), hour=hour_words(free.start), room=free.room_name)
            parts.append(told.strip())
        return " · ".join(parts)

    def _tick(self) -> None:
        """The line of now moves on; after midnight another day is today."""
        now = self._now()
        if self._shown is not None and now[0] != self._shown.today:
            self._load()
        else:
            self.card.grid.set_now(now)

    def _now(self) -> tuple[date, int]:
        now = local(self.context.services.uow.clock.now())
        return now.date(), now.hour * 60 + now.minute

    # --- what one can do --------------------------------------------------------------------------------------

    def _open(self, row: AppointmentRow) -> None:
        AppointmentSheet(self, self.context, row).open_sheet()

    def _open_stuck(self, row: AppointmentRow, day: date) -> None:
        """Something stands against that day: the sheet says what, and which times are free."""
        sheet = BookingSheet(self, self.context, row.case_id, row, day=day)
        sheet.booked.connect(self._on_booked)
        sheet.open_sheet()

    def _cancel(self, row: AppointmentRow) -> None:
        if row.is_scheduled and not row.is_hidden and self.context.may(Right.APPOINTMENT_WRITE):
            CancelSheet(self, self.context, row).open_sheet()

    def _make_in_cell(self, column: int, minute: int) -> None:
        board = self.card.grid.board()
        if board is None:
            return
        chosen = board.columns[column]
        mine = self.context.actor.staff_id
        of = shown.named(self.bar.whose_key(), mine) | shown.named(chosen.key, mine)
        self.make(chosen.day, minute, room_id=of.get(shown.BY_ROOM), staff_id=of.get(shown.BY_COLLEAGUE))

    def make(
        self,
        day: date | None = None,
        start: int | None = None,
        *,
        room_id: UUID | None = None,
        staff_id: UUID | None = None,
    ) -> None:
        """A new appointment. The file is asked for first, unless the page was opened for one."""
        if not self.context.may(Right.APPOINTMENT_WRITE) or open_sheet_of(self) is not None:
            return

        def book(case_id: UUID | None) -> None:
            sheet = BookingSheet(
                self, self.context, case_id, day=day, start=start, room_id=room_id, staff_id=staff_id
            )
            sheet.booked.connect(self._on_booked)
            sheet.open_sheet()

        if self._case_id is not None:
            book(self._case_id)
            return
        find = FindCaseSheet(self, self.context, self.tr("New appointment"))
        without = QuietButton(self.tr("A meeting without a file"))

        def leave_file() -> None:
            find.close_sheet()
            book(None)

        without.clicked.connect(leave_file)
        find.add_button(without)
        find.chosen.connect(book)
        find.open_sheet()

    def _on_booked(self, row: AppointmentRow) -> None:
        """Show where it stands now."""
        self._wanted_id = row.id
        first, last = shown.range_of(self.bar.view(), self._day)
        if not first <= row.day <= last:
            self.show_day(row.day)
