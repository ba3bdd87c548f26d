"""Sheets that need a reason: declaring a file void, taking off a party that was added by mistake."""

from PySide6.QtWidgets import QWidget

from services.cases import PartyRow
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1


class SheetWithReason(CaseSheet):
    """One question: why. A subclass says what the sheet does and stores it in `save`."""

    def dress(self, title: str, main_words: str, told: str = "") -> None:
        """`told`: what follows from it."""
        self.set_title(title)
        self.main.setText(main_words)
        self.warn()
        if told:
            self.body.addWidget(Words(told, "quiet", wrap=True))
        self.form = FormGrid(1)
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1(), required=True))
        self.form.changed.connect(self.touch)
        self.kept_about = self.page.detail.id.hex
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def reason(self) -> str:
        return str(self.form.field("reason").value())


class VoidSheet(SheetWithReason):
    """The number stays used and nothing is deleted. For the head."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        told = self.tr("Its number stays used, and nothing of it is deleted. Only the head sees it from then on.")
        self.dress(self.tr("Declare the file void"), self.tr("Declare void"), told)

    def save(self) -> None:
        cases, actor, reason = self.context.services.cases, self.context.actor, self.reason()
        detail, said = self.page.detail, self.tr("The file is void.")
        self.store(lambda: cases.void(actor, detail.id, detail.version, reason), said, self.form)


class RemovePartySheet(SheetWithReason):
    """Refused by the service once work with the person is recorded."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, party: PartyRow) -> None:
        super().__init__(window, context, page, ("", ""))
        self._party = party
        title = self.tr("Take {name} off the file").format(name=party.name or party.role_label)
        self.dress(title, self.tr("Take off"))
        self.kept_about = party.id.hex

    def save(self) -> None:
        cases, actor, party, reason = self.context.services.cases, self.context.actor, self._party, self.reason()
        said = self.tr("The party is taken off.")
        self.store(lambda: cases.remove_party(actor, party.id, party.version, reason), said, self.form)

    def keep_mine(self, page: CasePage) -> None:
        self._party = next((one for one in page.detail.parties if one.id == self._party.id), self._party)
        super().keep_mine(page)
