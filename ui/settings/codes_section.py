"""The unit's own words in its code lists: another label, or an entry no longer offered (R-1)."""

from PySide6.QtCore import QCoreApplication

from resources import shelf
from services.actor import Right
from services.codes import Code
from ui.context import AppContext
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.section import Section
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row


class CodesSection(Section):
    right = Right.SETTINGS_MANAGE
    nouns = ("code",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._rows: dict[object, Code] = {}
        card = self.card(self.words())
        words = self.tr(
            "Labels are yours: papers already issued keep theirs, and an update of the program overwrites none."
        )
        card.add(Words(words, "quiet", wrap=True))
        self.which = ChoiceEdit()
        card.add(Field(self.tr("List"), self.which))
        self.which.changed.connect(self.load)
        self.list = RowList(fits=True, dense=True)
        self.list.setAccessibleName(self.tr("Entries"))
        self.list.opened.connect(lambda key: self._on_open(self._rows[key]))
        card.add(self.list)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("CodesSection", "Code lists")

    def load(self) -> None:
        if not self.which.choices():
            self.read(_lists, self._take_lists)
            return
        name = self.which.value()
        if name:
            self.read(lambda: self.services.codes.all(self.actor, name, with_inactive=True), self._show)

    def _take_lists(self, lists: tuple[Choice, ...]) -> None:
        self.which.set_choices(lists)
        self.which.set_value("case_category")

    def _show(self, rows: tuple[Code, ...]) -> None:
        self._rows = {row.code: row for row in rows}
        off = self.tr("not offered")
        self.list.set_rows(
            [Row(row.code, row.label, chip="" if row.is_active else off, tone="quiet") for row in rows]
        )

    def _on_open(self, row: Code) -> None:
        sheet = ReasonSheet(self, row.label, "", self.tr("Store"), self.tr("Label"))
        sheet.set_value(row.label)
        sheet.kept_about = f"code {row.list} {row.code}"
        codes, said = self.services.codes, self.tr("The entry is stored.")

        def close(_none: None) -> None:
            sheet.close_sheet()

        def rename(label: str) -> None:
            self.write(lambda: codes.rename(self.actor, row.list, row.code, label), said, close, sheet.refuse)

        def turn() -> None:
            is_active = not row.is_active
            self.write(
                lambda: codes.set_active(self.actor, row.list, row.code, is_active=is_active),
                said,
                close,
                sheet.refuse,
            )

        if not shelf.whole_list(row.list).closed:
            other = QuietButton(self.tr("Offer no longer") if row.is_active else self.tr("Offer again"))
            other.clicked.connect(turn)
            sheet.add_button(other)
        sheet.given.connect(rename)
        sheet.open_sheet()


def _lists() -> tuple[Choice, ...]:
    from services.persian.collation import sort_key

    lists = [Choice(name, shelf.whole_list(name).title) for name in shelf.code_lists()]
    return tuple(sorted(lists, key=lambda choice: sort_key(choice.label)))
