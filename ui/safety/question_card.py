"""One question at a time, in large calm letters, with three answers of equal weight (P-12, P-20)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from services.persian.digits import to_ascii, to_persian
from services.persian.text import search_key
from services.safety import Question
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1

ANSWERS = ("yes", "no", "refused")
_BACK, _FORTH = (
    (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageUp),
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
    ),
)


class QuestionCard(Card):
    """`answered` with the answer; `stepped` by -1 or 1 to another question; `noted` while a note is typed.

    1, 2, 3, or the first letter of the answer, or its button; the arrows go back and forth. No answer stands out.
    """

    answered = Signal(str)
    stepped = Signal(int)
    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labels = {"yes": self.tr("Yes"), "no": self.tr("No"), "refused": self.tr("Did not answer")}
        self._section = Words("", "quiet")
        self._text = Words("", "question", wrap=True)
        self._hint = Words("", "quiet", wrap=True)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for place, code in enumerate(ANSWERS, 1):
            row.addWidget(self._button(code, place), 1)
        self.note = TextEdit1(self.tr("Only what the help needs"))
        self.note.returnPressed.connect(self.setFocus)
        self.note.changed.connect(self.noted)
        self._back = QuietButton(self.tr("The one before"), "chevron-right")
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._progress = Words("", "quiet")
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._progress)
        self.body.setSpacing(px(14))
        self.add(self._section)
        self.add(self._text)
        self.add(self._hint)
        self.body.addSpacing(px(4))
        self.add(row)
        self._noted = Field(self.tr("Note"), self.note)
        self.add(self._noted)
        self.add(foot)
        self._text.setMinimumHeight(px(96))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_question(self, question: Question, section: str, answer: str, note: str, place: int, count: int) -> None:
        """Another question with what was answered before; `place` from 1."""
        self._section.setText(section)
        self._text.setText(question.text)
        gently = self.tr("Gently, and never through an interpreter of the family; no answer is an answer.")
        hint = question.hint or (gently if question.is_delicate else "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for code, button in self._buttons.items():
            button.setChecked(code == answer)
        self.note.blockSignals(True)
        self.note.set_value(note)
        self.note.blockSignals(False)
        self._noted.set_error("")
        self._back.setEnabled(place > 1)
        words = self.tr("{place} of {count}")
        self._progress.setText(words.format(place=to_persian(place), count=to_persian(count)))
        self.setAccessibleName(question.text)

    def set_note_error(self, sentence: str) -> None:
        """What the note can't stay as."""
        self._noted.set_error(sentence)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, answer: str) -> QPushButton:
        return self._buttons[answer]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        answer = self._answer_of(event.text())
        if answer:
            self.answered.emit(answer)
        elif key in _BACK:
            self.stepped.emit(-1)
        elif key in (*_FORTH, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def _button(self, code: str, place: int) -> QPushButton:
        button = QPushButton(f"{self._labels[code]}  \u2067({to_persian(place)})\u2069")
        button.setProperty("kind", "answer")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(self._labels[code])
        button.clicked.connect(lambda: self.answered.emit(code))
        self._buttons[code] = button
        return button

    def _answer_of(self, typed: str) -> str:
        number = to_ascii(typed)
        if number in ("1", "2", "3"):
            return ANSWERS[int(number) - 1]
        key = search_key(typed)
        return next((code for code in ANSWERS if key and search_key(self._labels[code]).startswith(key)), "")
