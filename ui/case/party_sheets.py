"""Adding a person to the file, and changing a party's place in it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.cases import PartyEdit, PartyRow, Side
from services.overview import CasePage
from services.people import GivenBy, Likeness, PersonDetail
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.intake.facts import IntakeFacts, load_facts
from ui.intake.party_block import PartyBlock
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick


class AddPartySheet(CaseSheet):
    """One block of the intake: known persons are offered while one types, new ones are entered in place."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""), width=900)
        self.set_title(self.tr("Add a party"))
        self.main.setText(self.tr("Add"))
        self.main.setEnabled(False)
        people, actor = context.services.people, context.actor
        self.side = Segments(
            (
                Choice(Side.A.value, self.tr("the client's side")),
                Choice(Side.B.value, self.tr("the other side")),
                Choice(Side.NONE.value, self.tr("beside the matter")),
            )
        )
        self.block = PartyBlock(context.lanes, partial(people.suggest, actor), Side.NONE, 1)
        form = FormGrid(1)
        form.add("side", Field(self.tr("Stands on"), self.side, required=True))
        self.body.addWidget(form)
        self.body.addWidget(self.block)
        self.body.addStretch(1)
        self.side.changed.connect(self._on_side)
        self.block.changed.connect(self.touch)
        self.block.asked_for.connect(self._open_person)
        self.block.likeness_wanted.connect(self._ask_likeness)
        context.lanes.read(self, lambda: load_facts(context.services, actor), self._fill)

    def save(self) -> None:
        if not self.block.check():
            return
        draft = self.block.party({self.block.number: 0}, is_inviting=False)
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        said = self.tr("The party is added.")
        self.store(lambda: cases.add_party(actor, detail.id, detail.version, draft), said, self)

    def set_error(self, key: str, sentence: str) -> bool:
        """Beside the field of the person (`ui.runtime.errors.Form`)."""
        return self.block.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.block.focus_first_error()

    def _fill(self, facts: IntakeFacts) -> None:
        self.block.set_facts(facts, facts.roles())
        self.side.set_value(self._missing_side().value)
        self.is_dirty = False
        self.filled()
        self.keep("party", self.block.texts, self.block.put_texts)
        self.block.focus_first()

    def _missing_side(self) -> Side:
        taken = {party.side for party in self.page.detail.parties}
        return next((side for side in (Side.A, Side.B) if side not in taken), Side.NONE)

    def _on_side(self) -> None:
        side = Side(self.side.value() or Side.NONE.value)
        words = {
            Side.A: self.tr("the client's side"),
            Side.B: self.tr("the other side"),
            Side.NONE: self.tr("beside the matter"),
        }
        self.block.set_place(side, words[side], removable=False)
        self._name_givers(side)

    def _name_givers(self, side: Side) -> None:
        """Of the other side somebody else tells, until the person is here (P-9)."""
        givers = (
            Choice(GivenBy.SELF.value, self.tr("the person")),
            Choice(GivenBy.REFERRER.value, self.tr("the letter or the referrer")),
            Choice(GivenBy.STAFF.value, self.tr("a colleague")),
        )
        usual = GivenBy.REFERRER if side is Side.B and self.page.detail.referrals else GivenBy.SELF
        self.block.set_givers(givers, usual.value)

    def _open_person(self, person_id: UUID) -> None:
        people, actor, case_id = self.context.services.people, self.context.actor, self.page.detail.id
        self.context.lanes.read(self, lambda: people.get(actor, person_id, case_id), self._take)

    def _take(self, person: PersonDetail) -> None:
        self.block.take(person)

    def _ask_likeness(self) -> None:
        people, actor, draft = self.context.services.people, self.context.actor, self.block.person()
        self.context.lanes.read(self, lambda: people.likely_same(actor, draft), self._offer, latest="likeness")

    def _offer(self, found: tuple[Likeness, ...]) -> None:
        self.block.offer(found)


class PartySheet(CaseSheet):
    """Role, side and who invites. An answer about the invitation does not outlive a change of side (P-1).

    `remove_wanted` carries the party.
    """

    remove_wanted = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, party: PartyRow) -> None:
        super().__init__(window, context, page, ("", ""))
        self._party = party
        self.set_title(self.tr("{name} in this file").format(name=party.name or party.role_label))
        self.main.setText(self.tr("Store"))
        self.main.setEnabled(False)
        self.form = FormGrid(2)
        self.form.add("role", Field(self.tr("Role"), ChoiceEdit(), required=True))
        self.form.add("relation", Field(self.tr("Relation to the other side"), ChoiceEdit()))
        sides = (
            Choice(Side.A.value, self.tr("the client's side")),
            Choice(Side.B.value, self.tr("the other side")),
            Choice(Side.NONE.value, self.tr("beside the matter")),
        )
        self.form.add("side", Field(self.tr("Stands on"), Segments(sides), required=True), 2)
        inviting = Tick(self.tr("The other side would be invited at this person's request"))
        self.form.add("is_inviting", Field(self.tr("Invitation"), inviting, lines=2), 2)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        remove = LinkButton(self.tr("Added by mistake"), "account-remove-outline")
        remove.clicked.connect(self._remove)
        self.add_button(remove)
        codes, actor = context.services.codes, context.actor
        context.lanes.read(
            self, lambda: (codes.all(actor, "party_role"), codes.all(actor, "relation")), lambda two: self._fill(*two)
        )

    def save(self) -> None:
        values = self.form.values()
        edit = PartyEdit(
            str(values["role"]),
            Side(str(values["side"]) or Side.NONE.value),
            str(values["relation"]),
            bool(values["is_inviting"]),
        )
        cases, actor, party = self.context.services.cases, self.context.actor, self._party
        said = self.tr("Stored.")
        self.store(lambda: cases.edit_party(actor, party.id, party.version, edit), said, self.form)

    def take_theirs(self, page: CasePage) -> None:
        self._reread_party(page)
        self._put()

    def keep_mine(self, page: CasePage) -> None:
        self._reread_party(page)
        self.save()

    def _reread_party(self, page: CasePage) -> None:
        self.page = page
        self._party = next((one for one in page.detail.parties if one.id == self._party.id), self._party)

    def _fill(self, roles: tuple[object, ...], relations: tuple[object, ...]) -> None:
        for key, codes in (("role", roles), ("relation", relations)):
            edit = self.form.field(key).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices([Choice(code.code, code.label) for code in codes])  # type: ignore[attr-defined]
        self._put()
        self.form.changed.connect(self.touch)
        self.filled()
        self.form.focus_first()

    def _put(self) -> None:
        party = self._party
        self.form.set_values(
            {
                "role": party.role,
                "relation": party.relation,
                "side": party.side.value,
                "is_inviting": party.is_inviting,
            }
        )
        self.is_dirty = False

    def _remove(self) -> None:
        self.is_dirty = False
        self.close_sheet()
        self.remove_wanted.emit(self._party)
