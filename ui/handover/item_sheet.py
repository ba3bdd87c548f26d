"""Who takes one file, and the note that goes with it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.handover import Receiver, WorkItem
from services.scheduling.shapes import AppointmentRow
from ui.handover.words import item_words, title_of
from ui.scheduling.words import day_words, hour_words
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.sheet import Sheet

STAYS = "stays"


class ItemSheet(Sheet):
    """`chosen` carries the receiver's id as text or `STAYS`, and the note."""

    chosen = Signal(str, str)

    def __init__(
        self, window: QWidget, item: WorkItem, receivers: Sequence[Receiver], to_id: UUID | None, note: str
    ) -> None:
        super().__init__(window, "", width=520)
        self.kept_about = "" if item.case_id is None else item.case_id.hex
        self.set_title(title_of(item.case_no, item.initials))
        self.main.setText(self.tr("Take over"))
        self.main.show()
        self.body.addWidget(Words(item_words(item), "quiet", wrap=True))
        for row in item.appointments[:5]:
            self.body.addWidget(Words(_hour(row), "hint", wrap=True))
        if item.notes:
            sealed = self.tr("Your process notes stay sealed; whoever is to read them is named in the file by you.")
            self.body.addWidget(Words(sealed, "quiet", wrap=True))
        open_to = [one for one in receivers if one.id not in item.refused and not one.is_away]
        stays = Choice(STAYS, self.tr("stays as it is"))
        choices = [Choice(one.id.hex, one.name, quiet=one.title) for one in open_to]
        self.form = FormGrid(1)
        hint = item.words if item.refused or item.needs_head else ""
        self.form.add("to_id", Field(self.tr("Who takes it"), ChoiceEdit([stays, *choices]), hint, required=True))
        self.form.add("note", Field(self.tr("Note for this file"), MultilineEdit(lines=3, max_lines=8)))
        self.form.set_values({"to_id": to_id.hex if to_id is not None else STAYS, "note": note})
        self.form.field("to_id").edit.setEnabled(not item.needs_head)
        self.body.addWidget(self.form)
        self.body.addSpacing(px(40))
        self.submitted.connect(self._choose)

    def _choose(self) -> None:
        if not self.form.check():
            return
        to_id = str(self.form.field("to_id").value()) or STAYS
        self.chosen.emit(to_id, str(self.form.field("note").value()))
        self.close_sheet()


def _hour(row: AppointmentRow) -> str:
    return " · ".join((row.type_label, day_words(row.day), hour_words(row.start)))
