"""One appointment and what can be done about it: who came, open the file, record the session, move, cancel."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.persian.digits import to_persian
from services.scheduling.rules import is_over
from services.scheduling.series_shapes import SeriesRows
from services.scheduling.shapes import AUDIENCE, BEYOND_FILES, AppointmentRow
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.scheduling.attempt_sheet import AttemptSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.cancel_sheet import CancelSheet
from ui.scheduling.door_box import DoorBox
from ui.scheduling.event_sheet import EventSheet
from ui.scheduling.words import case_words, day_words, span_words
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Chip, Words
from ui.widgets.mark import Mark
from ui.widgets.sheet import Sheet


class AppointmentSheet(Sheet):
    """The first button is the likeliest: Enter on the calendar and Enter again open the file. Today who came comes
    first, one key a person.
    """

    def __init__(self, window: QWidget, context: AppContext, row: AppointmentRow) -> None:
        super().__init__(window, "", width=600 if _is_at_the_door(context, row) else 460)
        self._window, self._context, self._row = window, context, row
        self.door: DoorBox | None = None
        self.set_title(self.tr("Taken") if row.is_hidden else row.type_label)
        self.cancel.setText(self.tr("Close"))
        self.buttons: dict[str, QuietButton] = {}
        if not row.is_hidden:
            self.body.addLayout(self._head())
        self.body.addLayout(self._lines())
        self.series = Words("", "quiet")
        self.series.hide()
        self.body.addWidget(self.series)
        if row.series_id is not None:
            context.lanes.read(self, lambda: context.services.series.of(context.actor, row.id), self._tell_series)
        if row.is_hidden:
            self.body.addWidget(
                Words(self.tr("The hour belongs to a file that you do not work on."), "quiet", wrap=True)
            )
            return
        if _is_at_the_door(context, row):
            self._add_door()
        works = QGridLayout()
        works.setSpacing(px(8))
        for place, (key, words, icon) in enumerate(self._actions()):
            button = QuietButton(words, icon)
            button.clicked.connect(lambda _checked=False, key=key: self._act(key))
            self.buttons[key] = button
            works.addWidget(button, place // 2, place % 2)
        self.body.addLayout(works)

    def _add_door(self) -> None:
        window, context, row = self._window, self._context, self._row
        self.door = door = DoorBox(context, row)
        door.grown.connect(self._on_grown)
        door.left.connect(self.close_sheet)
        door.invitee_found.connect(lambda invitee: AttemptSheet(window, context, invitee).open_sheet())
        door.appointment_wanted.connect(lambda case_id: BookingSheet(window, context, case_id).open_sheet())
        self.body.addWidget(door)

    def _on_grown(self) -> None:
        self._follow_door()
        self.refit()
        focused = self.window().focusWidget()
        is_untouched = focused in self.buttons.values() or focused is self.cancel
        if self.door is not None and is_untouched and self._row.day == self._context.today():
            self.door.focus_first()

    def _follow_door(self) -> None:
        """An hour to which nobody came is neither moved nor cancelled any more, until somebody comes after all."""
        stands = self.door.door if self.door is not None else None
        if stands is not None:
            self._row = stands.appointment
            for key in ("record", "move", "cancel"):
                if key in self.buttons:
                    self.buttons[key].setVisible(stands.appointment.is_scheduled)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(Words(case_words(self._row.case_no, self._row.initials), "strong"))
        for mark in self._row.marks:
            line.addWidget(Mark(mark.letter, mark.words or mark.letter))
        line.addStretch(1)
        chip = self._state()
        if chip is not None:
            line.addWidget(chip)
        return line

    def _state(self) -> Chip | None:
        row = self._row
        if row.is_over:
            held = row.is_held
            return Chip(self.tr("held") if held else self.tr("did not take place"), "accent" if held else "quiet")
        if row.is_cancelled:
            return Chip(self.tr("cancelled"), "quiet")
        return Chip(self.tr("not recorded"), "attention") if self._has_passed() else None

    def _lines(self) -> QGridLayout:
        row, grid = self._row, QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setColumnStretch(1, 1)
        told = (
            (self.tr("Day"), day_words(row.day)),
            (self.tr("Hour"), span_words(row.start, row.end)),
            (self.tr("Room"), row.room_name),
            (self.tr("Place"), row.place),
            (self.tr("Colleagues"), "\u060c ".join(row.staff_names)),
            (self.tr("People who came"), to_persian(row.audience) if row.audience is not None else ""),
            (self.tr("Note"), row.note),
        )
        for number, (label, value) in enumerate(pair for pair in told if pair[1]):
            grid.addWidget(Words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(value, wrap=True), number, 1)
        return grid

    def _tell_series(self, found: SeriesRows) -> None:
        words = self.tr("Number {number} of a series of {count}")
        self.series.setText(words.format(number=to_persian(found.at + 1), count=to_persian(len(found.rows))))
        self.series.show()

    def _actions(self) -> list[tuple[str, str, str]]:
        row, context = self._row, self._context
        found = []
        if row.case_id is not None:
            found.append(("open", self.tr("Open the file"), "folder-open-outline"))
            if row.is_scheduled and self._has_begun() and context.may(Right.SESSION_WRITE):
                found.append(("record", self.tr("The session was held; record it"), "pencil-outline"))
        elif row.is_scheduled and self._event() and self._has_begun() and context.may(Right.SESSION_WRITE):
            found.append(("held", self.tr("It took place"), "check"))
        if row.is_scheduled and context.may(Right.APPOINTMENT_WRITE):
            found.append(("move", self.tr("Move"), "calendar-arrow-left"))
            found.append(("cancel", self.tr("Cancel with a reason"), "calendar-remove-outline"))
        return found

    def _act(self, key: str) -> None:
        row, context, window = self._row, self._context, self._window
        self.close_sheet()
        if key == "move":
            BookingSheet(window, context, row.case_id, row).open_sheet()
        elif key == "cancel":
            CancelSheet(window, context, row).open_sheet()
        elif key == "held":
            EventSheet(window, context, row, counts_people=self._event() == AUDIENCE).open_sheet()
        elif row.case_id is not None:
            context.navigate("case", CaseArgument(row.case_id, open="session") if key == "record" else row.case_id)

    def _event(self) -> str:
        """Who comes to what is no work on a file, "" for everything else."""
        context = self._context
        who = str(context.services.codes.of(context.actor).does("session_type", self._row.type, "who"))
        return who if who in BEYOND_FILES else ""

    def _now(self) -> tuple[date, int]:
        now = local(self._context.services.uow.clock.now())
        return now.date(), now.hour * 60 + now.minute

    def _has_begun(self) -> bool:
        return (self._row.day, self._row.start) <= self._now()

    def _has_passed(self) -> bool:
        return is_over(self._row.day, self._row.end, *self._now())


def _is_at_the_door(context: AppContext, row: AppointmentRow) -> bool:
    """An hour of today or before that people were asked to, and that no session was recorded of."""
    waits = row.is_scheduled or row.is_missed
    return waits and not row.is_hidden and bool(row.party_ids) and row.day <= context.today()
