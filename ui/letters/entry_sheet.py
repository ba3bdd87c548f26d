"""The sheet in which a letter gets its number, whichever way it goes."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.codes import Code
from services.letters import LetterDirection, LetterDraft, LetterRow, LinkDraft
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.letters.letter_fields import LISTS, LetterForm, offer, offer_lists
from ui.runtime.kept_form import KeptForm
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet

_FOLLOWS, _REFERS = "follows", "refers_to"


class EntrySheet(Sheet):
    """`entered` carries the `LetterRow` with its number. What is typed is kept until then."""

    entered = Signal(object)

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "", width=720)
        self._context = context
        self._kinds: tuple[Code, ...] = ()
        self.set_title(self.tr("Letter into the book"))
        self.main.setText(self.tr("Enter in the book"))
        self.main.show()
        self.form = LetterForm(2)
        self.form.add_kind()
        self.form.add_words()
        self.case = self.form.add_case(context)
        self.form.add_enclosures()
        self.earlier = self.form.add_earlier(context)
        self.form.add_sending()
        if context.may(Right.CASE_VOID):
            self.form.add_earlier_day()
        self.form.field("direction").changed.connect(self._on_way)
        self.earlier.chosen.connect(self._on_earlier)
        self.body.addWidget(self.form)
        self.submitted.connect(self._enter)
        self.kept = KeptForm(self, context, "letters:entry", self.form)
        self.kept.restored.connect(self._on_way)
        context.lanes.read(self, self._read_lists, self._fill)

    def way(self) -> LetterDirection:
        return LetterDirection(self.form.field("direction").value() or LetterDirection.INCOMING.value)

    def _read_lists(self) -> dict[str, tuple[Code, ...]]:
        codes, actor = self._context.services.codes, self._context.actor
        return {name: codes.all(actor, name) for name in LISTS}

    def _fill(self, lists: dict[str, tuple[Code, ...]]) -> None:
        # an answer to a referral is entered on the page of its file, where the debt is paid with it
        self._kinds = tuple(row for row in lists["letter_kind"] if not row.does("answers_referral"))
        offer_lists(self.form, lists)
        offer(self.form, "link", lists["letter_link"])
        usual = {"direction": LetterDirection.INCOMING.value, "urgency": "normal", "classification": "normal"}
        self.kept.quietly(lambda: self.form.set_values(usual))
        self._on_way()
        self.kept.load()
        self.form.focus_first()

    def _on_way(self) -> None:
        way = self.way()
        offer(self.form, "kind", tuple(row for row in self._kinds if row.does("direction") == way.value))

    def _on_earlier(self, row: Row) -> None:
        """Proposed: we follow our own letters and answer theirs."""
        letters, actor = self._context.services.letters, self._context.actor

        def propose(found: LetterRow) -> None:
            if not self.form.field("link").value():
                same = (found.direction is LetterDirection.INCOMING) == (self.way() is LetterDirection.INCOMING)
                self.form.set_values({"link": _FOLLOWS if same else _REFERS})

        self._context.lanes.read(self, lambda: letters.get(actor, row.key), propose)  # type: ignore[arg-type]

    def _enter(self) -> None:
        form = self.form
        if not form.check() or form.lacks_pick("case_id") or form.lacks_pick("earlier_id"):
            return
        values = form.values()
        if self.earlier.id() is not None and not values["link"]:
            form.set_error("link", self.tr("Choose how it refers to that letter."))
            return
        draft = self._draft(values)
        letters, actor = self._context.services.letters, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: letters.register(actor, draft), self._on_entered, self._refused)

    def _draft(self, values: dict[str, Any]) -> LetterDraft:
        earlier = self.earlier.id()
        return LetterDraft(
            direction=self.way(),
            kind=values["kind"],
            case_id=self.case.id(),
            correspondent=values["correspondent"],
            subject=values["subject"],
            their_number=values["their_number"],
            their_date=values["their_date"],
            classification=values["classification"] or "normal",
            urgency=values["urgency"],
            enclosures=values["enclosures"],
            summary=values["summary"],
            channel=values["channel"],
            receipt=values["receipt"],
            links=(LinkDraft(values["link"], earlier),) if earlier is not None else (),
            backdated_on=values.get("backdated_on"),
            backdated_reason=values.get("backdated_reason") or "",
        )

    def _on_entered(self, row: LetterRow) -> None:
        self.kept.done()
        words = self.tr("Entered with number {number}.")
        self._context.toasts.show(words.format(number=f"\u2066{to_persian(row.number)}\u2069"))
        self.close_sheet()
        self.entered.emit(row)

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)
