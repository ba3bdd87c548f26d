"""Handing the shift over: what the next one must know, and the sign-in of who gives and who takes (P-34)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.errors import AppError
from services.handover import ShiftDraft, ShiftLists, ShiftRow
from services.staff import StaffRow
from ui.context import AppContext
from ui.handover.proof import ProofError, hand_over_shift
from ui.handover.shift_lines import ShiftLinesView
from ui.handover.shift_sheet import ShiftSheet
from ui.navigation import READING, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.sign_in.password_edit import PasswordEdit
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit

FORM = "shift"
_TEXTS = ("calls", "papers", "note")


class ShiftPage(Page):
    """The lists first, then what they do not hold, then two sign-ins; Ctrl+Enter hands over."""

    widest = READING
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._names: dict[UUID, str] = {}
        self.lines = ShiftLinesView()
        self.words, self.people = FormGrid(3), FormGrid(3)
        self.set_title(self.tr("Hand over the shift"))
        self.main = PrimaryButton(self.tr("Hand over the shift"), "account-check-outline")
        self.main.setToolTip(with_keys(self.tr("Hand over the shift"), "Ctrl+Return"))
        self.main.clicked.connect(self.main_action)
        self.draft = PageDraft(self, context, FORM, "", self._texts)
        self._build()
        self.draft.load(self._take_up)
        self._load_people()

    def _build(self) -> None:
        add = self.words.add
        lists = (
            ("calls", self.tr("Promised calls")),
            ("papers", self.tr("Papers at the commander")),
            ("note", self.tr("What else")),
        )
        for key, label in lists:
            add(key, Field(label, MultilineEdit(lines=3, max_lines=6)))
        self.people.add("giver", Field(self._giver_label(), PasswordEdit(), lines=2))
        self.people.add("taker_id", Field(self.tr("Who takes it"), ChoiceEdit(), required=True, lines=2))
        self.people.add("taker", Field(self.tr("Password or PIN of who takes it"), PasswordEdit(), lines=2))
        self.words.changed.connect(self.draft.touch)
        signing = Card(self.tr("Given and taken"))
        signing.add(self.people)
        foot = QHBoxLayout()
        hint = self.tr("Both sign in for it: with the password, or with the PIN of this shift.")
        foot.addWidget(Words(hint, "hint", wrap=True), 1)
        foot.addWidget(self.main)
        signing.add(foot)
        typed = Card(self.tr("What the lists do not hold"))
        typed.add(self.words)
        typed.add(Words(self.tr("It stays in the program and is printed nowhere."), "hint"))
        self.body.addWidget(self.lines)
        self.body.addWidget(typed)
        self.body.addWidget(signing)
        self.body.addSpacing(px(60))  # room for the list of colleagues
        self.body.addStretch(1)

    def _giver_label(self) -> str:
        return self.tr("Password or PIN of {name}").format(name=self.context.actor.name)

    def _load_people(self) -> None:
        staff, actor = self.context.services.staff, self.context.actor
        self.context.lanes.read(self, lambda: staff.list(actor), self._fill_people)

    def _fill_people(self, people: Sequence[StaffRow]) -> None:
        from services.actor import Right
        from services.staff.rights import rights_of

        self._names = {one.id: one.username for one in people}
        edit = self.people.field("taker_id").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices(
            [
                Choice(one.id.hex, one.full_name, quiet=one.title)
                for one in people
                if one.id != self.context.actor.staff_id and Right.SHIFT_HANDOVER in rights_of(one.role)
            ]
        )

    def activate(self, argument: Any = None) -> None:
        shifts, actor = self.context.services.shifts, self.context.actor
        self.context.lanes.read(self, lambda: shifts.lists(actor), self._show, latest="lists")

    def _show(self, lists: ShiftLists) -> None:
        self.lines.show_lists(lists)
        if self.isVisible() and self.focusWidget() is None:
            self.words.focus_first()

    def _texts(self) -> dict[str, Any]:
        return {key: text_of(self.words.field(key).edit) for key in _TEXTS}

    def _take_up(self, texts: dict[str, Any]) -> None:
        for key in _TEXTS:
            put_text(self.words.field(key).edit, str(texts.get(key, "")))

    def leave(self) -> None:
        """Passwords never wait in a field."""
        self.draft.flush()
        self._forget_words()

    def _forget_words(self) -> None:
        self.people.set_values({"giver": "", "taker": ""})

    def main_action(self) -> None:
        """Sign both in, store, and show what was handed over."""
        if not self.words.check() or not self.people.check() or not self.main.isEnabled():
            return
        values = self.people.values()
        lacking = {key: self.tr("Fill this in.") for key in ("giver", "taker_id", "taker") if not values[key]}
        if lacking:
            self.people.set_errors(lacking)
            return
        taker_id = UUID(values["taker_id"])
        names = (self._names.get(self.context.actor.staff_id, ""), self._names.get(taker_id, ""))
        typed = {key: str(self.words.field(key).value()) for key in _TEXTS}
        draft, context = ShiftDraft(**typed), self.context
        self._set_busy(busy=True)
        self.context.lanes.write(
            self,
            lambda: hand_over_shift(context, taker_id, (values["giver"], values["taker"]), names, draft),
            self._on_given,
            self._on_refused,
        )

    def _set_busy(self, *, busy: bool) -> None:
        self.main.setEnabled(not busy)
        self.main.setText(self.tr("Signing in …") if busy else self.tr("Hand over the shift"))

    def _on_given(self, row: ShiftRow) -> None:
        self.draft.forget()
        self._set_busy(busy=False)
        self._forget_words()
        self.draft.filling(lambda: self.words.set_values(dict.fromkeys(_TEXTS, "")))
        self.context.toasts.show(self.tr("The shift is handed over to {name}.").format(name=row.taken_by))
        ShiftSheet(self, self.context, row).open_sheet()

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, ProofError):
            self.people.field(error.whose).set_value("")
            self.people.set_errors({error.whose: sentence_of(error.error)})
            return
        self._forget_words()
        if isinstance(error, AppError) and error.field in ("giver", "taker"):
            self.people.set_errors({error.field: sentence_of(error)})
            return
        self.context.errors.present(error, self.words)
