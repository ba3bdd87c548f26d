"""A question in one sentence with two or three buttons whose words say what they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.labels import Words

_BUTTONS = {"quiet": QuietButton, "primary": PrimaryButton, "danger": DangerButton}


@dataclass(frozen=True, slots=True)
class Action:
    """`key` is what `ask` returns. Words are verbs ("Discard", "Keep writing"), never "yes" and "no"."""

    key: str
    words: str
    kind: Literal["quiet", "primary", "danger"] = "quiet"


class Question(QDialog):
    """The dialog of `ask`; the keyboard stands on the first action that destroys nothing."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, actions: Sequence[Action]) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(px(380))
        self.setMaximumWidth(px(560))
        words = Words(sentence, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(18), px(20), px(16))
        outer.setSpacing(px(10))
        outer.addWidget(Words(title, "cardTitle"))
        outer.addWidget(words)
        outer.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addStretch(1)
        first = None
        for action in actions:
            button = _BUTTONS[action.kind](action.words)
            button.enter_clicks = True
            button.clicked.connect(lambda _checked=False, key=action.key: self._take(key))
            row.addWidget(button)
            if first is None and action.kind != "danger":
                first = button
        outer.addLayout(row)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(parent: QWidget | None, title: str, sentence: str, actions: Sequence[Action]) -> str:
    """The key of the chosen action; "" when the question was closed by Esc."""
    question = Question(parent, title, sentence, actions)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer


def close_questions() -> None:
    """A question is a window of its own and would stand over a covered page: it is closed as by Esc."""
    while isinstance(question := QApplication.activeModalWidget(), Question):
        question.reject()


def ask_to_discard(parent: QWidget | None) -> bool:
    """Whether what was typed and not stored may go."""
    actions = (
        Action("stay", QCoreApplication.translate("Question", "Go on"), "primary"),
        Action("discard", QCoreApplication.translate("Question", "Discard it"), "danger"),
    )
    title = QCoreApplication.translate("Question", "Leave this?")
    return (
        ask(parent, title, QCoreApplication.translate("Question", "What you typed is not stored yet."), actions)
        == "discard"
    )
