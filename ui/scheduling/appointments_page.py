"""The page of appointments: the week and the day from right to left, by day, room or colleague."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.persian.digits import to_persian
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, BookingFacts, Slot
from ui.context import AppContext
from ui.documents.print_many import PrintMany
from ui.documents.print_run import PrintRun
from ui.navigation import Page
from ui.quick_entries.find_case_sheet import FindCaseSheet
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.scheduling import shown
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.argument import AppointmentsArgument
from ui.scheduling.block_paint import Look
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.calendar_bar import CalendarBar
from ui.scheduling.calendar_card import CalendarCard
from ui.scheduling.cancel_sheet import CancelSheet
from ui.scheduling.families import families_of
from ui.scheduling.shown import Shown
from ui.scheduling.words import day_words, hour_words
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import open_sheet_of

_NARROW = 960
_NOUNS = ("appointment", "case", "holiday", "room", "staff", "code", "setting", "flag", "session")


class AppointmentsPage(Page):
    """Arrows walk, Enter opens, N makes one, Delete cancels; Page up and Page down turn the week."""

    scrolls = False
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._day = context.today()
        self._case_id: UUID | None = None
        self._shown: Shown | None = None
        self._wanted_id: UUID | None = None
        self._is_placed = False
        self.new = QuietButton(self.tr("New appointment"), "plus")
        self.new.setToolTip(with_keys(self.tr("New appointment"), "N"))
        self.add_button(self.new)
        self.new.setVisible(context.may(Right.APPOINTMENT_WRITE))
        self.print = QuietButton(self.tr("Print the day"), "printer-outline")
        self.print.clicked.connect(lambda _checked=False: self.print_day())
        self.add_button(self.print)
        self._many = PrintMany(self, context)
        self.invite = QuietButton(self.tr("Print invitations"), "email-multiple-outline")
        self.invite.clicked.connect(lambda _checked=False: self._many.invitations(self._day))
        self.add_button(self.invite)
        self.invite.setVisible(context.may(Right.DOCUMENT_ISSUE))
        self.bar, self.card = CalendarBar(), CalendarCard()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.card, 1)
        self._clock = QTimer(self, interval=30_000)
        self._clock.timeout.connect(lambda: self.card.grid.set_now(self._now()))
        self._connect()

    def _connect(self) -> None:
        bar, card = self.bar, self.card
        bar.view_changed.connect(lambda: self.show_day(self._day))
        bar.cut_changed.connect(self._render)
        bar.turned.connect(self.turn)
        bar.day_wanted.connect(lambda day: self.show_day(day or self.context.today()))
        self.new.clicked.connect(lambda _checked=False: self.make())
        for part in (card.grid, card.list):
            part.page_wanted.connect(self.turn)
            part.opened.connect(self._open)
        card.grid.cancel_wanted.connect(self._cancel)
        card.grid.cell_wanted.connect(self._make_in_cell)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut("N", card.grid, card.grid.new_at_cursor, keys)
        key_shortcut("N", card.list, lambda: self.make(self._day), keys)
        self.context.bus.on(self, _NOUNS, self._refresh)

    # --- coming and going -------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        wanted = argument if isinstance(argument, AppointmentsArgument) else AppointmentsArgument(argument)
        self._case_id = wanted.case_id
        self.show_day(wanted.day or self._day)
        self.card.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_placed:
            self._is_placed = True
            self.bar.set_view(shown.LIST if self.width() < px(_NARROW) else shown.WEEK)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def main_action(self) -> None:
        """Ctrl+Enter makes an appointment."""
        self.make()

    def print_day(self) -> None:
        """The day for the door: hours, rooms and numbers of files alone."""
        printouts, actor, day = self.context.services.printouts, self.context.actor, self._day
        words = self.tr("The hours of {day}: room and number of the file, no names.").format(day=day_words(day))
        name = self.tr("hours of the day {day}").format(day=day.isoformat()) + ".pdf"
        PrintRun(self, self.context).start(words, name, lambda _target: printouts.day(actor, day))

    # --- which days -------------------------------------------------------------------------------------------

    def day(self) -> date:
        return self._day

    def show_day(self, day: date) -> None:
        """The week or the day that holds `day`."""
        self._day = day
        self.bar.set_day(day)
        self.set_title(shown.title_of(self.bar.view(), day))
        self._load()

    def turn(self, step: int) -> None:
        """One week or one day further."""
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
            rows = services.scheduling.between(actor, first, last)
            holidays = services.unit.holidays_between(actor, first, last)
            free = self._first_free(facts, today) if actor.may(Right.APPOINTMENT_WRITE) else None
            return Shown(facts, rows, holidays, free)

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
        rows = shown.chosen_rows(found.rows, self.bar.whose_key(), self.context.actor.staff_id)
        self.card.set_aside(self._aside(len(rows), found.first_free))
        look = Look(families_of(found.facts.types), self.context.today(), self._now())
        if self.bar.view() == shown.LIST:
            self.card.show_list(rows, look)
            return
        today = self.context.today()
        if self.bar.view() == shown.WEEK:
            board = shown.board_of_week(found, rows, self._day, today)
        else:
            board = shown.board_of_day(found, rows, self._day, today, self.bar.by())
        self.card.show_board(board, look)
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

    def _now(self) -> tuple[date, int]:
        now = local(self.context.services.uow.clock.now())
        return now.date(), now.hour * 60 + now.minute

    # --- what one can do --------------------------------------------------------------------------------------

    def _open(self, row: AppointmentRow) -> None:
        AppointmentSheet(self, self.context, row).open_sheet()

    def _cancel(self, row: AppointmentRow) -> None:
        if row.is_scheduled and not row.is_hidden and self.context.may(Right.APPOINTMENT_WRITE):
            CancelSheet(self, self.context, row).open_sheet()

    def _make_in_cell(self, column: int, minute: int) -> None:
        board = self.card.grid.board()
        if board is None:
            return
        chosen = board.columns[column]
        kind, _, key = chosen.key.partition(":")
        named = UUID(key) if key else None
        self.make(
            chosen.day,
            minute,
            room_id=named if kind == shown.BY_ROOM else None,
            staff_id=named if kind == shown.BY_COLLEAGUE else None,
        )

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
