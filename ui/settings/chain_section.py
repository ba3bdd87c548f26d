"""Whether the log still holds: every entry against its hash and the one before it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from services.actor import Right
from services.audit import Verdict
from services.persian.digits import format_number
from ui.context import AppContext
from ui.settings.section import Section
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.notices import Notice


class ChainSection(Section):
    right = Right.AUDIT_READ

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        card = self.card(self.words())
        words = self.tr(
            "Who did what and when is kept in a chain: each entry holds the hash of the one before it. The check "
            "walks the whole chain and says where it was altered."
        )
        self._button = QuietButton(self.tr("Check the chain"), "shield-check-outline")
        self._button.clicked.connect(self.check)
        self.result = Notice("", "accent")
        self.result.hide()
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        card.add(Words(words, "quiet", wrap=True))
        card.add(row)
        card.add(self.result)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("ChainSection", "Log check")

    def check(self) -> None:
        self._button.setEnabled(False)
        self._button.setText(self.tr("Checking …"))
        verify = self.services.audit_trail.verify
        self.context.lanes.read(self, lambda: verify(self.actor), self._show, self._failed)

    def _show(self, verdict: Verdict) -> None:
        self._ready()
        if verdict.broken_at is None:
            words = self.tr("The chain is whole: {links} entries.").format(links=format_number(verdict.links))
            self.result.say(words, "accent")
        else:
            words = self.tr("The chain breaks at entry {place}: it was altered outside the program. Keep this file.")
            self.result.say(words.format(place=format_number(verdict.broken_at)), "danger")
        self.result.show()

    def _failed(self, error: Exception) -> None:
        self._ready()
        self.context.errors.present(error)

    def _ready(self) -> None:
        self._button.setEnabled(True)
        self._button.setText(self.tr("Check the chain"))
