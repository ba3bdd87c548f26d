"""One handing over: its files with their notes, what is still to be moved, undoing it and taking it back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.changes import Done
from services.clock import local
from services.handover import Given, HandoverRow, HandoverState, ItemRow
from services.persian.digits import to_persian
from services.persian.jalali import format_time
from services.scheduling.shapes import AppointmentRow
from ui.context import AppContext
from ui.handover.words import days_words, title_of
from ui.pages import may_open
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.words import case_words, day_words, hour_words
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


def see_handover(window: QWidget, context: AppContext, handover_id: UUID) -> None:
    """The sheet of one of them, read anew; that it was seen is recorded."""
    handovers, actor = context.services.handovers, context.actor
    context.lanes.write(
        window,
        lambda: handovers.open(actor, handover_id),
        lambda row: HandoverSheet(window, context, row).open_sheet(),
    )


class HandoverSheet(Sheet):
    """Enter on a file opens it, on an hour its sheet for another time."""

    def __init__(self, window: QWidget, context: AppContext, row: HandoverRow) -> None:
        super().__init__(window, "", side=True, width=620)
        self._window, self._context, self.row = window, context, row
        self.set_title(self.tr("Work that was handed over"))
        self.cancel.setText(self.tr("Close"))
        words = days_words(row.kind, row.first_on, row.last_on)
        self.body.addWidget(Words(f"{row.from_name} · {words}", "strong", wrap=True))
        if row.by_name != row.from_name:
            self.body.addWidget(Words(self.tr("given by {name}").format(name=row.by_name), "quiet"))
        if row.note:
            self.body.addWidget(Words(row.note, wrap=True))
        self.to_move, self.files = RowList(fits=True, dense=True), RowList(fits=True)
        self._add_hours()
        self._add_files()
        self.body.addStretch(1)
        self.undo = QuietButton(self.tr("Undo"), "undo")
        self.back = QuietButton(self.tr("Take everything back"), "account-arrow-right-outline")
        self.one = QuietButton(self.tr("Take this file back"), "account-arrow-right-outline")
        self.undo.clicked.connect(self._undo)
        self.back.clicked.connect(lambda: self._give_back(()))
        self.one.clicked.connect(self._take_one_back)
        is_several = sum(item.returned_at is None for item in row.items) > 1
        allowed = (row.may_undo, row.may_return and is_several, row.may_return)
        for button, is_allowed in zip(self._buttons(), allowed, strict=True):
            self.add_button(button)
            button.setVisible(is_allowed)

    def _add_hours(self) -> None:
        rows = self.row.to_move
        if not rows:
            return
        words = self.tr("To be moved: these hours are still booked with who gave the work.")
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.to_move.setAccessibleName(words)
        self.to_move.set_rows([self._hour(row) for row in rows])
        self.to_move.opened.connect(self._move)
        self.body.addWidget(self.to_move)

    def _add_files(self) -> None:
        items = self.row.items
        self.files.setAccessibleName(self.tr("Files"))
        self.files.set_rows([self._file(item) for item in items])
        self.files.opened.connect(self._open_file)
        if items:
            self.body.addWidget(self.files)
        else:
            self.body.addWidget(Words(self.tr("No file of it is in your hands."), "quiet", wrap=True))
        told = {item.note for item in items if item.note and item.note != self.row.note}
        for item in items:
            if item.note in told:
                self.body.addWidget(Words(title_of(item.case_no, item.initials), "quiet"))
                self.body.addWidget(Words(item.note, wrap=True))

    def _hour(self, row: AppointmentRow) -> Row:
        title = case_words(row.case_no, row.initials) or row.type_label
        return Row(row.id, title, "", f"{day_words(row.day)} · {hour_words(row.start)}", "attention")

    def _file(self, item: ItemRow) -> Row:
        parts = []
        if item.appointments:
            parts.append(self.tr("{count} appointments").format(count=to_persian(item.appointments)))
        if item.letters:
            parts.append(self.tr("{count} letters").format(count=to_persian(item.letters)))
        if item.returned_at is not None:
            parts.append(self.tr("taken back"))
        elif item.seen_at is not None:
            seen = local(item.seen_at)
            words = self.tr("seen on {day}, {hour}")
            parts.append(words.format(day=day_words(seen.date()), hour=format_time(seen.time())))
        elif self.row.state is HandoverState.OPEN:
            parts.append(self.tr("not seen yet"))
        tone = "quiet" if item.returned_at is not None else "accent"
        quiet = " · ".join(parts)
        icon = "folder-open-outline" if item.case_id is not None else "calendar-blank-outline"
        return Row(item.id, title_of(item.case_no, item.initials), quiet, item.to_name, tone, icon=icon)

    def _open_file(self, item_id: object) -> None:
        item = next((one for one in self.row.items if one.id == item_id), None)
        if item is not None and item.case_id is not None and may_open("case", self._context.actor):
            self.close_sheet()
            self._context.navigate("case", item.case_id)

    def _move(self, appointment_id: object) -> None:
        row = next((one for one in self.row.to_move if one.id == appointment_id), None)
        if row is not None and isinstance(appointment_id, UUID):
            self.close_sheet()
            BookingSheet(self._window, self._context, row.case_id, row).open_sheet()

    def _buttons(self) -> tuple[QuietButton, ...]:
        return self.undo, self.one, self.back

    def _undo(self) -> None:
        handovers, actor, row = self._context.services.handovers, self._context.actor, self.row
        self._write(lambda: handovers.undo(actor, row.id, row.version))

    def _take_one_back(self) -> None:
        """The file on which the list stands; the first one that is not back yet where it stands on none."""
        open_ids = [item.id for item in self.row.items if item.returned_at is None]
        key = self.files.current_key()
        chosen = key if isinstance(key, UUID) and key in open_ids else open_ids[0]
        self._give_back((chosen,))

    def _give_back(self, item_ids: tuple[UUID, ...]) -> None:
        handovers, actor, row = self._context.services.handovers, self._context.actor, self.row
        self._write(lambda: handovers.give_back(actor, row.id, row.version, item_ids))

    def _write(self, act: Callable[[], Done[Given]]) -> None:
        for button in self._buttons():
            button.setEnabled(False)
        self._context.lanes.write(self, act, self._done, self._refused)

    def _done(self, given: Given) -> None:
        words = self.tr("{count} are back.").format(count=to_persian(given.count))
        if given.kept:
            kept = self.tr("{count} stay with who has them by now.")
            words = f"{words} {kept.format(count=to_persian(given.kept))}"
        self._context.toasts.show(words)
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        for button in self._buttons():
            button.setEnabled(True)
        self._context.errors.present(error)
