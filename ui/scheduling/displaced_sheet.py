"""Appointments on which a day off, other hours or an absence was declared: each is moved in its place, or stays."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import AppError
from services.scheduling.displaced import Displaced
from services.scheduling.shapes import AppointmentRow, Slot
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.scheduling.booking_sheet import BookingSheet, Undo
from ui.scheduling.lines_sheet import LinesSheet, StopLine
from ui.scheduling.offered_times import OfferedTimes
from ui.scheduling.words import case_words, day_words, hour_words, span_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Line
from ui.widgets.labels import Chip, OneLine, Words


class DisplacedSheet(LinesSheet["DisplacedLine"]):
    """Goes on until nothing is left to be moved; what a colleague moves meanwhile leaves the list too."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        nothing = self.tr("No appointment stands on a day off or with a colleague who is away.")
        title = self.tr("Appointments to be moved")
        super().__init__(window, context, title, nothing, "calendar-check-outline")
        context.bus.on(self, ("appointment", "holiday", "working_time", "staff"), self._load)
        self._load()

    def _load(self) -> None:
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self._context.lanes.read(self, lambda: scheduling.displaced(actor), self._show, latest="displaced")

    def _show(self, found: Sequence[Displaced]) -> None:
        lines = [DisplacedLine(one) for one in found]
        for line in lines:
            self._connect(line)
        self.show_lines(lines)

    def _connect(self, line: "DisplacedLine") -> None:
        row = line.found.row
        line.times.taken.connect(lambda slot: self._move(row, slot))
        line.stay.clicked.connect(lambda _checked=False: self._keep(row))
        line.other.clicked.connect(lambda _checked=False: self._open(row))

    def _move(self, row: AppointmentRow, slot: Slot) -> None:
        scheduling, actor, before = self._context.services.scheduling, self._context.actor, row.draft()
        draft = replace(
            before, day=slot.day, start=slot.start, room_id=slot.room_id, second_room_id=slot.second_room_id
        )

        def moved(stored: AppointmentRow) -> None:
            words = self.tr("Moved to {day}, {hour}")
            said = words.format(day=day_words(stored.day), hour=hour_words(stored.start))
            self._context.toasts.show(said, Undo(self._context, stored, before))

        self._context.lanes.write(self, lambda: scheduling.book(actor, draft), moved, self._refused)

    def _keep(self, row: AppointmentRow) -> None:
        scheduling, actor = self._context.services.scheduling, self._context.actor

        def kept(_row: object) -> None:
            self._context.toasts.show(self.tr("The appointment stays where it is."))

        self._context.lanes.write(self, lambda: scheduling.keep(actor, row.id, row.version), kept, self._refused)

    def _open(self, row: AppointmentRow) -> None:
        BookingSheet(self, self._context, row.case_id, row).open_sheet()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.set_notice(sentence_of(error))
            self._load()
        else:
            self._context.errors.present(error)


class DisplacedLine(StopLine):
    """One appointment: where it stands, why it can't stay, and where it could go."""

    def __init__(self, found: Displaced) -> None:
        super().__init__()
        self.found = found
        row = found.row
        self.times = OfferedTimes(found.slots)
        self.other, self.stay = LinkButton(self.tr("Another time")), LinkButton(self.tr("It stays"))
        if not found.may_stay:
            self.stay.hide()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Words(f"{day_words(row.day)} · {span_words(row.start, row.end)}", "strong"))
        head.addStretch(1)
        for reason in found.reasons[:2]:
            head.addWidget(Chip(reason, "attention"))
        about = [
            row.type_label,
            case_words(row.case_no, row.initials),
            row.room_name,
            "\u060c ".join(row.staff_names),
        ]
        keys = QHBoxLayout()
        keys.setSpacing(px(10))
        keys.addWidget(self.other)
        keys.addWidget(self.stay)
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(head)
        box.addWidget(OneLine(" · ".join(part for part in about if part), "quiet"))
        if found.slots:
            box.addWidget(Words(self.tr("The next free times"), "label"))
        box.addWidget(self.times)
        box.addLayout(keys)
        box.addWidget(Line())

    def stops(self) -> list[QWidget]:
        """The free times first."""
        links = [self.other, *([self.stay] if self.found.may_stay else [])]
        return [*self.times.stops(), *links]
