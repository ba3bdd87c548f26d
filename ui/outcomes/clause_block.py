"""One clause while it is written: who owes whom what, how much, until when; under it the sentence of the paper."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.agreements import ClauseDraft, ClauseRow, ClauseSpeech, clause_sentence
from services.cases import PartyRow
from services.persian.amounts import Unit
from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.jalali import format_date
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.buttons import IconButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CountEdit
from ui.widgets.walking import ENTER

UP_KEY, DOWN_KEY, REMOVE_KEY = "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Shift+K"
_MOST_INSTALMENTS = 120
_COLUMNS = 12


class ClauseText(MultilineEdit):
    """What is owed, as one paragraph: Enter goes on to the next field as everywhere in a form (P-39)."""

    def __init__(self) -> None:
        super().__init__(lines=1, max_lines=6)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)


class ClauseBlock(QFrame):
    """`moved` carries -1 or 1; the editor moves what stands in the blocks, never the blocks."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, number: int, parties: Sequence[PartyRow], unit: str, parent: QWidget | None = None) -> None:
        """`unit`: in which the last amount was typed, "" when none was yet."""
        super().__init__(parent)
        self.setObjectName("Card")
        self.number = number
        self._names = {party.id.hex: party.name for party in parties}
        self._clause_id = ""
        self._title = Words("", "strong")
        self.up = IconButton("chevron-up", with_keys(self.tr("Move the clause up"), UP_KEY))
        self.down = IconButton("chevron-down", with_keys(self.tr("Move the clause down"), DOWN_KEY))
        self.remove = IconButton("close", with_keys(self.tr("Remove the clause"), REMOVE_KEY))
        self.form = FormGrid(_COLUMNS)
        self.preview = Words("", "quiet", wrap=True)
        self._make_fields(parties, unit)
        self._lay_out()
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self.form.changed.connect(self._on_changed)
        self.set_title(self.tr("Clause {number}"))
        self._speak()

    def _make_fields(self, parties: Sequence[PartyRow], unit: str) -> None:
        people = [Choice(party.id.hex, party.name, quiet=party.role_label) for party in parties]
        add = self.form.add
        add("debtor_id", Field(self.tr("Who undertakes"), ChoiceEdit(people), required=True), 3)
        add("creditor_id", Field(self.tr("Towards whom"), ChoiceEdit(people)), 3)
        add("text", Field(self.tr("What"), ClauseText(), required=True), 6)
        amount = AmountEdit(cast("Unit", unit) if unit else None)
        add("amount", Field(self.tr("Amount, if money is owed"), amount), 4)
        add("instalments", Field(self.tr("Instalments"), CountEdit(2, _MOST_INSTALMENTS)), 2)
        add("due_on", Field(self.tr("Until"), JalaliDateEdit()), 2)
        add("place", Field(self.tr("Place"), TextEdit1()), 2)
        add("depends_on", Field(self.tr("After clause"), ChoiceEdit()), 2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(px(12), px(8), px(12), px(10))
        box.setSpacing(px(4))
        box.addLayout(head)
        box.addWidget(self.form)
        box.addWidget(self.preview)

    # --- what stands in it ------------------------------------------------------------------------------------

    def set_title(self, pattern: str) -> None:
        """`pattern` has a place for the number."""
        words = pattern.format(number=to_persian(self.number))
        self._title.setText(words)
        self.setAccessibleName(words)
        for button in (self.up, self.down, self.remove):
            button.setAccessibleName(f"{button.toolTip()} · {words}")

    def set_place(self, *, is_first: bool, is_last: bool, is_only: bool) -> None:
        """What can be done with the block where it stands."""
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        self.remove.setEnabled(not is_only)
        self.form.field("depends_on").setVisible(not is_first)

    def set_earlier(self, choices: Sequence[Choice]) -> None:
        """The clauses that this one may follow."""
        edit = self.form.field("depends_on").edit
        assert isinstance(edit, ChoiceEdit)
        if edit.choices() != tuple(choices):
            edit.set_choices(choices)

    def texts(self) -> dict[str, str]:
        """Everything as it was typed, readable or not."""
        found = {key: text_of(field.edit) for key, field in self.form.fields().items()}
        return found | {"amount": self._amount().typed(), "id": self._clause_id}

    def put(self, texts: Mapping[str, Any]) -> None:
        """The reverse of `texts`; errors of what stood there before go."""
        self._clause_id = str(texts.get("id", ""))
        for key, field in self.form.fields().items():
            field.set_error("")
            if key == "amount":
                self._amount().put_typed(str(texts.get(key, "")))
            else:
                put_text(field.edit, str(texts.get(key, "")))
        self._speak()

    def put_row(self, row: ClauseRow) -> None:
        """A stored clause."""
        texts = {
            "id": row.id.hex,
            "debtor_id": row.debtor_id.hex,
            "creditor_id": row.creditor_id.hex if row.creditor_id else "",
            "text": row.text,
            "instalments": str(row.instalments or ""),
            "due_on": format_date(row.due_on) if row.due_on else "",
            "place": row.place,
            "depends_on": str(row.depends_on or ""),
        }
        self.put(texts)
        self._amount().set_value(row.amount)

    def is_empty(self) -> bool:
        """Nothing was typed in it."""
        unit = self._amount().unit()
        return not any(text for text in self.texts().values() if text != f"{unit}:")

    def unit(self) -> str:
        return self._amount().unit()

    def draft(self) -> ClauseDraft:
        """What the service takes; ask `check` first."""
        values = self.form.values()
        instalments = str(values["instalments"])
        return ClauseDraft(
            debtor_id=_id(values["debtor_id"]),
            text=str(values["text"]),
            creditor_id=_id(values["creditor_id"]),
            amount=values["amount"],
            instalments=int(instalments) if instalments.isdecimal() else 0,
            due_on=values["due_on"],
            place=str(values["place"]),
            depends_on=int(values["depends_on"]) if values["depends_on"] else None,
            id=_id(self._clause_id),
        )

    def stops(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order of the eye."""
        head: list[QWidget] = [self.up, self.down, self.remove]
        for field in self.form.fields().values():
            head += field.edit.stops() if isinstance(field.edit, AmountEdit) else [field.edit]
        return head

    def _amount(self) -> AmountEdit:
        edit = self.form.field("amount").edit
        assert isinstance(edit, AmountEdit)
        return edit

    # --- the sentence -----------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._speak()
        self.changed.emit()

    def _speak(self) -> None:
        """P-42: the paper's own words, while one types."""
        clause = self.draft()
        debtor = self._names.get(str(self.form.field("debtor_id").value()), "")
        told = ""
        if debtor and clause.text:
            creditor = self._names.get(str(self.form.field("creditor_id").value()), "")
            speech = ClauseSpeech(
                debtor, creditor, clause.text, clause.amount, clause.instalments, clause.due_on, clause.place,
                clause.depends_on,
            )  # fmt: skip
            with suppress(PersianValueError):
                told = clause_sentence(speech)
        self.preview.setText(told)
        self.preview.setVisible(bool(told))


def _id(text: str) -> UUID | None:
    return UUID(hex=text) if text else None
