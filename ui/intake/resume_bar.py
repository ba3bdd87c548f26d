"""Above a fresh form: what was being typed before is still here (design.md §6)."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.clock import local
from services.drafts import DraftRow
from services.persian.jalali import format_long, format_time
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import Notice


class ResumeBar(Notice):
    """`resumed` and `discarded` carry the draft. It names nobody: others may look at the screen (P-3)."""

    resumed = Signal(object)
    discarded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "information", "content-save-outline", parent)
        self._draft: DraftRow | None = None
        go_on, drop = QuietButton(self.tr("Go on with it")), QuietButton(self.tr("Discard"))
        go_on.clicked.connect(lambda: self.resumed.emit(self._draft))
        drop.clicked.connect(lambda: self.discarded.emit(self._draft))
        self.buttons.addWidget(go_on)
        self.buttons.addWidget(drop)
        self.hide()

    def offer(self, draft: DraftRow | None, today: date) -> None:
        """The latest draft that waits, None for none."""
        self._draft = draft
        self.setVisible(draft is not None)
        if draft is None:
            return
        saved: datetime = local(draft.saved_at)
        hour = format_time(saved.time())
        if saved.date() == today:
            words = self.tr("An intake that was not finished is waiting, from today {hour}.").format(hour=hour)
        else:
            words = self.tr("An intake that was not finished is waiting, from {day}, {hour}.")
            words = words.format(day=format_long(saved.date()), hour=hour)
        self.set_sentence(words)
