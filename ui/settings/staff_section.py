"""The accounts: who works here, in which role, until when."""

from PySide6.QtCore import QCoreApplication, Qt

from services.actor import Right
from services.clock import local
from services.persian.jalali import format_date
from services.staff import StaffRow
from ui.context import AppContext
from ui.settings.section import Section
from ui.settings.staff_sheet import StaffSheet
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.tick import Tick


class StaffSection(Section):
    right = Right.STAFF_MANAGE
    nouns = ("staff",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._rows: dict[object, StaffRow] = {}
        self._choices: dict[str, tuple[Choice, ...]] = {}
        card = self.card(self.words())
        self.add = QuietButton(self.tr("Add a colleague"), "account-plus-outline")
        self.add.clicked.connect(lambda: self._open(None))
        self._with_ended = Tick(self.tr("Show ended accounts"))
        self._with_ended.changed.connect(self.load)
        card.header.addWidget(self._with_ended)
        card.header.addWidget(self.add)
        self.list = RowList(fits=True)
        self.list.setAccessibleName(self.words())
        self.list.opened.connect(lambda key: self._open(self._rows[key]))
        card.add(self.list)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("StaffSection", "Colleagues' accounts")

    def load(self) -> None:
        ended = self._with_ended.value()

        def all_of() -> tuple[tuple[StaffRow, ...], dict[str, tuple[Choice, ...]]]:
            staff = self.services.staff.list(self.actor, with_ended=ended)
            lists = {
                name: tuple(Choice(c.code, c.label) for c in self.services.codes.all(self.actor, name))
                for name in ("staff_role", "rank", "sex")
            }
            return staff, lists

        self.read(all_of, self._show)

    def _show(self, found: tuple[tuple[StaffRow, ...], dict[str, tuple[Choice, ...]]]) -> None:
        staff, self._choices = found
        self._rows = {row.id: row for row in staff}
        roles = {choice.code: choice.label for choice in self._choices["staff_role"]}
        ranks = {choice.code: choice.label for choice in self._choices["rank"]}
        self.list.set_rows([self._row(row, roles, ranks) for row in staff])

    def _row(self, row: StaffRow, roles: dict[str, str], ranks: dict[str, str]) -> Row:
        quiet = [roles.get(row.role, ""), ranks.get(row.rank, ""), self.tr("signs") if row.may_sign else ""]
        chip, tone = "", "information"
        if not row.is_active:
            chip, tone = self.tr("ended"), "quiet"
        elif row.service_end_on is not None:
            chip = self.tr("until {day}").format(day=format_date(row.service_end_on))
            tone = "attention"
        elif row.last_signed_in_at is not None:
            day = format_date(local(row.last_signed_in_at).date())
            chip, tone = self.tr("last here {day}").format(day=day), "quiet"
        words = " · ".join(part for part in quiet if part)
        return Row(row.id, row.full_name, words, chip, tone, icon="account-circle-outline")

    def _open(self, row: StaffRow | None) -> None:
        if self._choices:
            sheet = StaffSheet(self, self.context, self._choices, row)
            sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            sheet.open_sheet()
