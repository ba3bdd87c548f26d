"""The rooms in which people are met."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.unit_profile import RoomRow
from ui.context import AppContext
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.section import RowsSection
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class RoomsSection(RowsSection[RoomRow]):
    right = Right.SETTINGS_MANAGE
    nouns = ("room",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        card = self.card(self.words(), self.tr("appointments choose among them"))
        self.add = QuietButton(self.tr("Add a room"), "plus")
        self.add.clicked.connect(self._on_add)
        card.header.addWidget(self.add)
        none = self.tr("No room yet. Add the rooms in which you meet people.")
        self.put_list(card, EmptyState(none, icon_name="door"))

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("RoomsSection", "Rooms")

    def load(self) -> None:
        rooms = partial(self.services.unit.rooms, self.actor, with_inactive=True)
        self.read(rooms, lambda found: self.show_rows(found, self._row))

    def _row(self, room: RoomRow) -> Row:
        chip = "" if room.is_active else self.tr("not in use")
        return Row(room.id, room.name, room.door, chip, "quiet", icon="door")

    def _on_add(self) -> None:
        sheet = ReasonSheet(self, self.tr("Add a room"), "", self.tr("Store"), self.tr("Name of the room"))

        def given(name: str) -> None:
            add = self.services.unit.add_room
            said = self.tr("The room is stored.")
            self.write(lambda: add(self.actor, name), said, lambda _row: sheet.close_sheet(), sheet.refuse)

        sheet.given.connect(given)
        sheet.kept_about = "room"
        sheet.open_sheet()

    def open_row(self, row: RoomRow) -> None:
        sheet = RoomSheet(self, row)
        other = QuietButton(self.tr("No longer in use") if row.is_active else self.tr("In use again"))

        def store(is_active: bool) -> None:
            edit, values = self.services.unit.edit_room, sheet.form.values()
            self.write(
                lambda: edit(
                    self.actor, row.id, row.version, values["name"], is_active=is_active, door=values["door"]
                ),
                self.tr("The room is stored."),
                lambda _row: sheet.close_sheet(),
                self.context.errors.into(sheet.form),
            )

        other.clicked.connect(lambda _checked=False: store(not row.is_active))
        sheet.add_button(other)
        sheet.submitted.connect(lambda: store(row.is_active))
        sheet.open_sheet()


class RoomSheet(Sheet):
    """Its name, and by which door people come to it."""

    def __init__(self, window: QWidget, row: RoomRow) -> None:
        super().__init__(window, row.name, "", width=480)
        self.kept_about = row.id.hex
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = FormGrid(1)
        self.form.add("name", Field(self.tr("Name of the room"), TextEdit1(), required=True))
        hint = self.tr("Where there are several: people who must not meet are given different doors.")
        self.form.add("door", Field(self.tr("Door"), TextEdit1(), hint))
        self.form.set_values({"name": row.name, "door": row.door})
        self.body.addWidget(self.form)
