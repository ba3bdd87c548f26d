"""Above the form, when the same people were here not long ago: their file is taken up again, or is history (P-35)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.closing import Returning
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from ui.runtime.shortcuts import with_keys
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import Notice

REOPEN_KEY, LINK_KEY = "Ctrl+Shift+R", "Ctrl+Shift+G"


class ReturningBar(Notice):
    """`reopen_wanted` carries the id of the file. `named` is what a draft keeps of the choice: the people of a draft
    come back one by one, and until all are there nothing is offered.

    It names a number and a day, nobody's name and no matter: others may look at the screen (P-3).
    """

    reopen_wanted = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "information", "history", parent)
        self._found: Returning | None = None
        self.named: UUID | None = None
        self._reopen = QuietButton(with_keys(self.tr("Take it up again"), REOPEN_KEY), "folder-open-outline")
        self._link = QuietButton("")
        self._reopen.clicked.connect(self.reopen)
        self._link.clicked.connect(self.link)
        self.buttons.addWidget(self._reopen)
        self.buttons.addWidget(self._link)
        self.hide()

    @property
    def linked(self) -> UUID | None:
        """The file that the new one has as its history: only one that is offered now."""
        return self.named if self._found is not None and self._found.case_id == self.named else None

    def offer(self, found: Sequence[Returning]) -> None:
        """The file that was named is offered, otherwise the first; none hides the bar."""
        first = found[0] if found else None
        self._found = next((one for one in found if one.case_id == self.named), first)
        self._show()

    def put(self, named: UUID | None) -> None:
        """What a draft had named as history."""
        self.named = named
        self._show()

    def reopen(self) -> None:
        """The file is taken up again instead of a new one."""
        if self._found is not None and self._found.may_reopen and not self.isHidden():
            self.reopen_wanted.emit(self._found.case_id)

    def link(self) -> None:
        """The new file has this one as its history, or no longer."""
        if self._found is None or self.isHidden():
            return
        self.named = None if self.linked is not None else self._found.case_id
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        self.named = None
        self.offer(())

    def _show(self) -> None:
        found = self._found
        self.setVisible(found is not None)
        if found is None:
            return
        same = self.tr("The same people were here with the same matter: file {number}, {outcome}, {day}.")
        other = self.tr("The same people were here with another matter: file {number}, {outcome}, {day}.")
        sentence = (same if found.is_same_matter else other).format(
            number=to_persian(found.case_no), outcome=found.disposition_label, day=format_long(found.ended_on)
        )
        if self.linked is not None:
            sentence += " " + self.tr("The new file has it as its history.")
        self.set_sentence(sentence)
        self.setAccessibleName(sentence)
        self._reopen.setVisible(found.may_reopen and self.linked is None)
        words = self.tr("No history") if self.linked is not None else self.tr("New file with it as history")
        self._link.setText(with_keys(words, LINK_KEY))
