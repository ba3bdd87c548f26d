"""What a paper wants and the file does not hold, asked beside the preview."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.documents import FieldKind, MissingField
from services.documents.shapes import YES
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CountEdit, NationalCodeEdit
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

ORIGINALS = "originals"
MOST_ORIGINALS = 9


class AskingCard(Card):
    """`changed` after every answer. Also shows errors by the names of the fields, as a form does."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Before it is issued"))
        self._form: FormGrid | None = None
        self._ticks: dict[str, Tick] = {}
        self._tick_errors: dict[str, Words] = {}
        self._tick_first = False
        self._nothing = Words(self.tr("Everything that the paper needs is in the file."), "quiet", wrap=True)
        self.add(self._nothing)

    def ask(self, fields: Sequence[MissingField], originals: int) -> None:
        """Build the fields anew; `originals` 0 leaves out how many are printed."""
        self.forget()
        self._form = form = FormGrid(1)
        self._tick_first = bool(fields) and fields[0].kind is FieldKind.YES
        for field in fields:
            if field.kind is FieldKind.YES:
                self._add_tick(form, field)
            else:
                form.add(field.name, field_of(field))
        if originals:
            count = CountEdit(1, MOST_ORIGINALS)
            hint = self.tr("As many as there are recipients")
            form.add(ORIGINALS, Field(self.tr("Originals"), count, hint)).set_value(str(originals))
        form.changed.connect(self.changed)
        self._nothing.setVisible(not fields)
        self.add(form)

    def forget(self) -> None:
        """No questions until a paper is chosen."""
        if self._form is not None:
            self._form.setParent(None)
            self._form.deleteLater()
        self._form, self._ticks, self._tick_errors = None, {}, {}
        self._nothing.hide()

    def values(self) -> tuple[tuple[str, str], ...]:
        """What was answered, by the names of the fields."""
        if self._form is None:
            return ()
        answers = [(name, answer_text(value)) for name, value in self._form.values().items() if name != ORIGINALS]
        return (*answers, *((name, YES if tick.value() else "") for name, tick in self._ticks.items()))

    def fill(self, values: dict[str, str]) -> None:
        """What was typed before."""
        if self._form is None:
            return
        fields = self._form.fields()
        self._form.set_values(
            {name: _value(fields[name], text) for name, text in values.items() if text and name in fields}
        )
        for name, tick in self._ticks.items():
            tick.set_value(values.get(name) == YES)

    def originals(self) -> int:
        field = self._form.fields().get(ORIGINALS) if self._form else None
        text = str(field.value()) if field else ""
        return int(text) if text.isdecimal() else 0

    def check(self) -> bool:
        return self._form is None or self._form.check()

    def set_error(self, key: str, sentence: str) -> bool:
        if key in self._ticks:
            self._ticks[key].setFocus()
            self._tick_errors[key].setText(sentence)
            return True
        return self._form is not None and self._form.set_error(key, sentence)

    def focus_first_error(self) -> None:
        if self._form is not None:
            self._form.focus_first_error()

    def take_keyboard(self) -> bool:
        """The keyboard to the first question; False when there is none."""
        if self._form is None or not (self._form.fields() or self._ticks):
            return False
        if self._tick_first:
            next(iter(self._ticks.values())).setFocus()
        else:
            self._form.focus_first()
        return True

    def field(self, name: str) -> Field:
        assert self._form is not None
        return self._form.field(name)

    def is_tick(self, name: str) -> bool:
        """Whether that question is a tick, and no field."""
        return name in self._ticks

    def tick(self, name: str) -> Tick:
        return self._ticks[name]

    def names(self) -> tuple[str, ...]:
        """The names of all questions."""
        return (*(self._form.fields() if self._form else ()), *self._ticks)

    def _add_tick(self, form: FormGrid, field: MissingField) -> None:
        words = f"{field.label} *" if field.is_required else field.label
        tick, error = Tick(words), Words("", "error", wrap=True)
        tick.setAccessibleName(field.label)
        tick.changed.connect(self.changed)
        tick.changed.connect(lambda: error.setText(""))
        if field.hint:
            tick.setToolTip(field.hint)
        error.setMinimumHeight(px(16))
        self._ticks[field.name] = tick
        self._tick_errors[field.name] = error
        form.add_widget(tick)
        form.add_widget(error)


def field_of(field: MissingField) -> Field:
    """The field of a question, with what is proposed."""
    made = Field(field.label, _edit(field), field.hint, required=field.is_required)
    if field.proposal:
        made.set_value(_value(made, field.proposal))
    return made


def answer_text(value: Any) -> str:
    """An answer as a request carries it."""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _value(field: Field, text: str) -> Any:
    """The same, back in its field."""
    if not isinstance(field.edit, JalaliDateEdit):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _edit(field: MissingField) -> QWidget:
    choices = [Choice(choice.value, choice.label) for choice in field.choices]
    if field.kind is FieldKind.ANSWER:
        return Segments(choices)
    if field.kind is FieldKind.CHOICE:
        return ChoiceEdit(choices)
    if field.kind is FieldKind.LINES:
        return MultilineEdit(lines=2, max_lines=6)
    if field.kind is FieldKind.PASSAGE:
        return MultilineEdit(lines=3, max_lines=16)
    if field.kind is FieldKind.DATE:
        return JalaliDateEdit()
    return NationalCodeEdit() if field.kind is FieldKind.NATIONAL_CODE else TextEdit1()
