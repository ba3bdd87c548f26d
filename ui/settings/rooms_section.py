"""The rooms in which people are met."""

from PySide6.QtCore import QCoreApplication

from services.actor import Right
from services.unit_profile import RoomRow
from ui.context import AppContext
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.section import Section
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row


class RoomsSection(Section):
    right = Right.SETTINGS_MANAGE
    nouns = ("room",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._rows: dict[object, RoomRow] = {}
        card = self.card(self.words(), self.tr("appointments choose among them"))
        self.add = QuietButton(self.tr("Add a room"), "plus")
        self.add.clicked.connect(self._on_add)
        card.header.addWidget(self.add)
        self._empty = EmptyState(self.tr("No room yet. Add the rooms in which you meet people."), icon_name="door")
        self.list = RowList(fits=True, dense=True)
        self.list.setAccessibleName(self.words())
        self.list.opened.connect(lambda key: self._on_open(self._rows[key]))
        card.add(self._empty)
        card.add(self.list)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("RoomsSection", "Rooms")

    def load(self) -> None:
        self.read(lambda: self.services.unit.rooms(self.actor, with_inactive=True), self._show)

    def _show(self, rooms: tuple[RoomRow, ...]) -> None:
        self._rows = {room.id: room for room in rooms}
        self._empty.setVisible(not rooms)
        off = self.tr("not in use")
        self.list.set_rows(
            [Row(room.id, room.name, chip="" if room.is_active else off, tone="quiet", icon="door") for room in rooms]
        )

    def _on_add(self) -> None:
        sheet = ReasonSheet(self, self.tr("Add a room"), "", self.tr("Store"), self.tr("Name of the room"))

        def given(name: str) -> None:
            add = self.services.unit.add_room
            said = self.tr("The room is stored.")
            self.write(lambda: add(self.actor, name), said, lambda _row: sheet.close_sheet(), sheet.refuse)

        sheet.given.connect(given)
        sheet.open_sheet()

    def _on_open(self, room: RoomRow) -> None:
        sheet = ReasonSheet(self, room.name, "", self.tr("Store"), self.tr("Name of the room"))
        sheet.set_value(room.name)
        other = QuietButton(self.tr("No longer in use") if room.is_active else self.tr("In use again"))

        def store(name: str, is_active: bool) -> None:
            edit = self.services.unit.edit_room
            self.write(
                lambda: edit(self.actor, room.id, room.version, name, is_active=is_active),
                self.tr("The room is stored."),
                lambda _row: sheet.close_sheet(),
                sheet.refuse,
            )

        other.clicked.connect(lambda: store(room.name, not room.is_active))
        sheet.add_button(other)
        sheet.given.connect(lambda name: store(name, room.is_active))
        sheet.open_sheet()
