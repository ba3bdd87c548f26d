"""What was agreed, clause by clause, with its signers and witnesses, from the keyboard (P-30, P-31, P-42)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.agreements import AgreementDetail, AgreementDraft, AgreementKind, SignerRole
from services.cases import PartyRow
from services.persian.digits import to_persian
from ui.outcomes.clause_block import DOWN_KEY, REMOVE_KEY, UP_KEY, ClauseBlock
from ui.outcomes.witness_lines import WitnessLines
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CountEdit
from ui.widgets.tick import Tick

ADD_KEY = "Ctrl+J"
_MOST_COPIES = 20


class AgreementEditor(QWidget):
    """A form of `ui.runtime.errors`: paths begin after "agreement.". `changed`: something was typed."""

    changed = Signal()
    resized = Signal()
    removed = Signal(object)

    def __init__(
        self, parties: Sequence[PartyRow], signing: Sequence[PartyRow], parent: QWidget | None = None
    ) -> None:
        """`parties` may owe something; `signing` are those whose role signs."""
        super().__init__(parent)
        self._parties = tuple(parties)
        self._kind = AgreementKind.SETTLEMENT
        self._stored: tuple[UUID, int] | None = None
        self._stored_subject = ""
        self.blocks: list[ClauseBlock] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(10))
        self.add_button = LinkButton(with_keys(self.tr("Add a clause"), ADD_KEY), "plus")
        self.add_button.clicked.connect(lambda: self.add_clause(focus=True))
        self.condition = FormGrid(1)
        self.what = FormGrid(4)
        self.signers = FormGrid(1)
        self.witnesses = WitnessLines()
        self.ending = FormGrid(2)
        self._make_fields(signing)
        self._lay_out()
        for form in self._forms():
            form.changed.connect(self.changed)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut(ADD_KEY, self, lambda: self.add_clause(focus=True), keys)
        key_shortcut(UP_KEY, self, lambda: self._with_current(partial(self._move, step=-1)), keys)
        key_shortcut(DOWN_KEY, self, lambda: self._with_current(partial(self._move, step=1)), keys)
        key_shortcut(REMOVE_KEY, self, lambda: self._with_current(self._remove), keys)
        self.set_kind(AgreementKind.SETTLEMENT, is_partial=False)

    def _make_fields(self, signing: Sequence[PartyRow]) -> None:
        self._conditional = Tick(self.tr("It depends on a condition"))
        self._conditional.changed.connect(self._on_conditional)
        self.condition.add("is_conditional", Field(self.tr("Condition"), self._conditional))
        add = self.what.add
        add("open_points", Field(self.tr("What stays open"), MultilineEdit(lines=2, max_lines=6), required=True), 4)
        add("sat_together", Field(self.tr("How"), Tick(self.tr("Both sides sat together"))))
        add("has_mutual_waiver", Field(self.tr("Claims"), Tick(self.tr("Both waive further claims"))))
        add("place", Field(self.tr("Place of the agreement"), TextEdit1()))
        copies = self.tr("Empty: one a side and one for the file")
        add("copies", Field(self.tr("Copies"), CountEdit(1, _MOST_COPIES), copies, lines=2))
        people = [Choice(party.id.hex, party.name) for party in signing]
        self.signers.add("signer_ids", Field(self.tr("Who signs"), MultiChoice(people), required=True, lines=1))
        self.signers.set_values({"signer_ids": [choice.code for choice in people]})
        words = MultilineEdit(lines=2, max_lines=6)
        self.ending.add("breach_words", Field(self.tr("What follows a breach"), words))
        children = MultilineEdit(lines=2, max_lines=6)
        self.ending.add("children_words", Field(self.tr("The interest of the children"), children))

    def _lay_out(self) -> None:
        self._empty = Words(
            self.tr("A waiver needs no clause; with a condition, the condition is a clause."), "quiet"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(10))
        self._title = Words(self.tr("What was agreed"), "cardTitle")
        box.addWidget(self._title)
        box.addWidget(self.condition)
        box.addWidget(self._empty)
        box.addLayout(self._rows)
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        for form in (self.what, self.signers, self.witnesses, self.ending):
            box.addWidget(form)

    # --- kind -------------------------------------------------------------------------------------------------

    def set_kind(self, kind: AgreementKind, *, is_partial: bool) -> None:
        """A settlement has clauses; a waiver has none but its condition (P-31)."""
        self._kind = kind
        is_waiver = kind is AgreementKind.WAIVER
        self.condition.setVisible(is_waiver)
        self.what.field("has_mutual_waiver").setVisible(not is_waiver)
        self.what.field("open_points").setVisible(is_partial)
        self.ending.setVisible(not is_waiver)
        self._title.setText(self.tr("The waiver") if is_waiver else self.tr("What was agreed"))
        self._fit_clauses()

    def _fit_clauses(self) -> None:
        is_bare = self._kind is AgreementKind.WAIVER and not self._conditional.isChecked()
        if not is_bare and not self.blocks:
            self.add_clause(focus=False)
        for block in self.blocks:
            block.setVisible(not is_bare)
        self._empty.setVisible(is_bare)
        self.add_button.setVisible(not is_bare)
        self.resized.emit()

    def _on_conditional(self) -> None:
        self._fit_clauses()

    # --- clauses ----------------------------------------------------------------------------------------------

    def add_clause(self, *, focus: bool) -> ClauseBlock:
        """A further clause under the others; its amount is asked in the unit of the last one."""
        unit = next((block.unit() for block in reversed(self.blocks) if block.unit()), "")
        block = ClauseBlock(len(self.blocks) + 1, self._parties, unit, self)
        block.changed.connect(self.changed)
        block.moved.connect(lambda step, one=block: self._move(one, step))
        block.removed.connect(lambda one=block: self._remove(one))
        self.blocks.append(block)
        self._rows.addWidget(block)
        self._renew()
        self.order_stops()
        if focus:
            self.changed.emit()
            block.form.focus_first()
            self.resized.emit()
        return block

    def _move(self, block: ClauseBlock, step: int) -> None:
        """What stands in two blocks changes places; clauses that follow them follow them still."""
        at = self.blocks.index(block)
        to = at + step
        if not 0 <= to < len(self.blocks):
            return
        texts = [one.texts() for one in self.blocks]
        texts[at], texts[to] = texts[to], texts[at]
        moved = {str(at + 1): str(to + 1), str(to + 1): str(at + 1)}
        self._put_clauses(texts, lambda number: moved.get(number, number))
        key = next((key for key, field in block.form.fields().items() if field.isAncestorOf(self._focused())), "text")
        self.blocks[to].form.field(key).edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, block: ClauseBlock) -> None:
        """Clauses below move up; what depended on the removed one depends on nothing. Undone by `put`."""
        if len(self.blocks) < 2:
            return
        before = self.texts()
        at = self.blocks.index(block)
        texts = [one.texts() for one in self.blocks if one is not block]
        gone = self.blocks.pop()
        self._rows.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._renew()
        self._put_clauses(texts, lambda number: _without(number, at + 1))
        self.blocks[min(at, len(self.blocks) - 1)].form.focus_first()
        self.changed.emit()
        self.removed.emit(before)

    def _put_clauses(self, texts: Sequence[Mapping[str, Any]], renumber: Callable[[str], str]) -> None:
        for block, one in zip(self.blocks, texts, strict=True):
            block.put({**one, "depends_on": renumber(str(one.get("depends_on", "")))})

    def _renew(self) -> None:
        """Numbers, buttons and the clauses that each may follow."""
        for place, block in enumerate(self.blocks):
            block.set_place(is_first=place == 0, is_last=place == len(self.blocks) - 1, is_only=len(self.blocks) == 1)
            numbers = range(1, place + 1)
            clause = self.tr("Clause {number}")
            block.set_earlier([Choice(str(n), clause.format(number=to_persian(n)), number=str(n)) for n in numbers])

    def _with_current(self, act: Callable[[ClauseBlock], None]) -> None:
        focused = self._focused()
        block = next((one for one in self.blocks if one.isAncestorOf(focused)), None)
        if block is not None:
            act(block)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    # --- what stands in it ------------------------------------------------------------------------------------

    def put_start(self, *, sat_together: bool) -> None:
        """What the sessions of the file say already."""
        self.what.set_values({"sat_together": sat_together})

    def put_agreement(self, stored: AgreementDetail) -> None:
        """A stored agreement that is corrected."""
        self.keep_over(stored)
        self._stored_subject = stored.subject
        self._set_count(max(1, len(stored.clauses)))
        for block, row in zip(self.blocks, stored.clauses, strict=False):
            block.put_row(row)
        self.what.set_values(
            {
                "sat_together": stored.sat_together,
                "has_mutual_waiver": stored.has_mutual_waiver,
                "place": stored.place,
                "copies": str(stored.copies or ""),
                "open_points": stored.open_points,
            }
        )
        self.condition.set_values({"is_conditional": stored.is_conditional})
        self.ending.set_values({"breach_words": stored.breach_words, "children_words": stored.children_words})
        signers = [one.party_id.hex for one in stored.signers if one.party_id is not None]
        self.signers.set_values({"signer_ids": signers})
        self.witnesses.put_signers([one for one in stored.signers if one.role is SignerRole.WITNESS])
        self._fit_clauses()

    def keep_over(self, stored: AgreementDetail | None) -> None:
        """What is written here goes over this version."""
        self._stored = (stored.id, stored.version) if stored is not None else None

    def texts(self) -> dict[str, Any]:
        """Everything as it was typed, for the draft."""
        grids = (self.condition, self.what, self.ending)
        found = {key: text_of(field.edit) for grid in grids for key, field in grid.fields().items()}
        return {
            **found,
            "clauses": [block.texts() for block in self.blocks],
            "signer_ids": list(self.signers.field("signer_ids").value()),
            "witnesses": self.witnesses.texts(),
        }

    def put(self, texts: Mapping[str, Any]) -> None:
        """The reverse of `texts`."""
        for grid in (self.condition, self.what, self.ending):
            for key, field in grid.fields().items():
                put_text(field.edit, str(texts.get(key, "")))
        clauses = [dict(one) for one in texts.get("clauses", ())]
        self._set_count(max(1, len(clauses)))
        for block, one in zip(self.blocks, clauses, strict=False):
            block.put(one)
        self.signers.set_values({"signer_ids": texts.get("signer_ids", ())})
        for place, line in enumerate(texts.get("witnesses", ())):
            self.witnesses.put_line(place, dict(line))
        self._fit_clauses()

    def draft(self, case_id: UUID, made_on: date) -> AgreementDraft:
        """What the service takes; ask `check` first."""
        values = self.condition.values() | self.what.values() | self.ending.values()
        is_waiver = self._kind is AgreementKind.WAIVER
        is_conditional = is_waiver and bool(values["is_conditional"])
        blocks = self.blocks if not is_waiver or is_conditional else []
        copies = str(values["copies"])
        agreement_id, version = self._stored or (None, None)
        return AgreementDraft(
            case_id=case_id,
            kind=self._kind,
            made_on=made_on,
            clauses=tuple(block.draft() for block in blocks),
            signer_ids=tuple(UUID(hex=one) for one in self.signers.field("signer_ids").value()),
            witnesses=self.witnesses.drafts(),
            place=str(values["place"]),
            sat_together=bool(values["sat_together"]),
            subject=self._stored_subject,
            open_points=str(values["open_points"]) if self.what.field("open_points").isVisibleTo(self) else "",
            is_conditional=is_conditional,
            has_mutual_waiver=not is_waiver and bool(values["has_mutual_waiver"]),
            breach_words="" if is_waiver else str(values["breach_words"]),
            children_words="" if is_waiver else str(values["children_words"]),
            copies=int(copies) if copies.isdecimal() else 0,
            id=agreement_id,
            version=version,
        )

    def _set_count(self, count: int) -> None:
        while len(self.blocks) < count:
            self.add_clause(focus=False)
        while len(self.blocks) > count:
            gone = self.blocks.pop()
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._renew()

    # --- errors -----------------------------------------------------------------------------------------------

    def check(self) -> bool:
        """Whether every edit in sight can take what stands in it."""
        return [form.check() for form in self._shown_forms()].count(False) == 0

    def set_error(self, path: str, sentence: str) -> bool:
        noun, _, rest = path.partition(".")
        if noun == "clauses" and self.blocks:
            place, _, key = rest.partition(".")
            block = self.blocks[min(int(place), len(self.blocks) - 1)] if place.isdigit() else self.blocks[0]
            return block.form.set_error(key or "text", sentence)
        if noun == "witnesses":
            return self.witnesses.set_error(f".{rest}" if rest else "", sentence)
        return any(form.set_error(path, sentence) for form in (self.condition, self.what, self.signers, self.ending))

    def focus_first_error(self) -> bool:
        """Go to the first error in the order of the eye; False without one."""
        for form in self._shown_forms():
            if any(field.error() for field in form.fields().values() if field.isVisibleTo(form)):
                form.focus_first_error()
                return True
        return False

    # --- private ----------------------------------------------------------------------------------------------

    def _forms(self) -> tuple[FormGrid, ...]:
        return (self.condition, self.what, self.signers, self.witnesses, self.ending)

    def _shown_forms(self) -> list[FormGrid]:
        first, *others = self._forms()
        forms = [first, *(block.form for block in self.blocks), *others]
        return [form for form in forms if form.isVisibleTo(self)]

    def order_stops(self) -> None:
        """Tab and Enter follow the eye, also after clauses came and went."""
        first, then = self._conditional, self.what.field("open_points").edit
        stops = [first, *(stop for block in self.blocks for stop in block.stops()), self.add_button, then]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _without(number: str, gone: int) -> str:
    """A clause's number after the clause `gone` was taken out; "" for that one itself."""
    if not number.isdigit() or int(number) == gone:
        return ""
    return str(int(number) - 1) if int(number) > gone else number
