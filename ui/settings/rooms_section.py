"""The rooms in which people are met."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from services.actor import Right
from services.unit_profile import RoomRow
from ui.context import AppContext
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.section import RowsSection
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row


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
        return Row(room.id, room.name, chip=chip, tone="quiet", icon="door")

    def _on_add(self) -> None:
        sheet = ReasonSheet(self, self.tr("Add a room"), "", self.tr("Store"), self.tr("Name of the room"))

        def given(name: str) -> None:
            add = self.services.unit.add_room
            said = self.tr("The room is stored.")
            self.write(lambda: add(self.actor, name), said, lambda _row: sheet.close_sheet(), sheet.refuse)

        sheet.given.connect(given)
        sheet.open_sheet()

    def open_row(self, row: RoomRow) -> None:
        sheet = ReasonSheet(self, row.name, "", self.tr("Store"), self.tr("Name of the room"))
        sheet.set_value(row.name)
        other = QuietButton(self.tr("No longer in use") if row.is_active else self.tr("In use again"))

        def store(name: str, is_active: bool) -> None:
            edit = self.services.unit.edit_room
            self.write(
                lambda: edit(self.actor, row.id, row.version, name, is_active=is_active),
                self.tr("The room is stored."),
                lambda _row: sheet.close_sheet(),
                sheet.refuse,
            )

        other.clicked.connect(lambda: store(row.name, not row.is_active))
        sheet.add_button(other)
        sheet.given.connect(lambda name: store(name, row.is_active))
        sheet.open_sheet()
