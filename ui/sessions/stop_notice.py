"""A session that was broken off for somebody's safety: said by one key, explained when there is time (P-3, P-19)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.walking import bring_into_view


class StopNotice(QFrame):
    """Not in sight until the session was broken off. `withdrawn`: it was a mistake. The words are neutral: the client
    may look on.
    """

    changed = Signal()
    withdrawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.setProperty("tone", "attention")
        self._reason = Field(self.tr("What happened, if there is time"), TextEdit1())
        back = LinkButton(self.tr("It went on"))
        back.clicked.connect(self._withdraw)
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("The session was broken off"), "strong"))
        head.addStretch(1)
        head.addWidget(back)
        words = self.tr("No paper says so. Until the people were asked again, the sides are received apart.")
        box = QVBoxLayout(self)
        box.setContentsMargins(px(14), px(10), px(14), px(8))
        box.setSpacing(px(6))
        box.addLayout(head)
        box.addWidget(Words(words, "quiet", wrap=True))
        box.addWidget(self._reason)
        self._reason.changed.connect(self.changed)
        self._is_stopped = False
        self.hide()

    def is_stopped(self) -> bool:
        return self._is_stopped

    def reason(self) -> str:
        return str(self._reason.value()) if self._is_stopped else ""

    def put(self, reason: str, *, is_stopped: bool) -> None:
        self._is_stopped = is_stopped
        self._reason.set_value(reason)
        self.setVisible(is_stopped and self.parentWidget() is not None)

    def focus_reason(self) -> None:
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def set_error(self, sentence: str) -> bool:
        self._reason.set_error(sentence)
        return True

    def _withdraw(self) -> None:
        self.put("", is_stopped=False)
        self.changed.emit()
        self.withdrawn.emit()
