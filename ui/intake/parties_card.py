"""The card «parties» of the intake: both sides one under the other, further persons on a key."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from services.cases import PartyDraft, Side
from services.people import GivenBy, PersonRow
from ui.intake.facts import IntakeFacts
from ui.intake.party_block import PartyBlock
from ui.intake.roles import RoleBook
from ui.runtime.lanes import Lanes
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line
from ui.widgets.choice_edit import Choice
from ui.widgets.emptying import take_out

ADD_KEY, SWAP_KEY = "Ctrl+J", "F3"
_TWO = 2


class PartiesCard(Card):
    """`changed`: something was typed; `people_changed`: blocks came, went or changed sides.

    `person_wanted(block, id)` and `likeness_wanted(block)` are answered by the page.
    """

    changed = Signal()
    people_changed = Signal()
    person_wanted = Signal(object, object)
    likeness_wanted = Signal(object)

    def __init__(self, lanes: Lanes, suggest: Callable[[str], Sequence[PersonRow]]) -> None:
        super().__init__(QCoreApplication.translate("Intake", "Parties"))
        self._lanes, self._suggest = lanes, suggest
        self._facts: IntakeFacts | None = None
        self._book: RoleBook | None = None
        self._is_from_letter = False
        self._count = 0
        self._blocks: list[PartyBlock] = []
        self._lines: list[Line] = []
        self._swap = LinkButton(with_keys(self.tr("Change sides"), SWAP_KEY), "swap-vertical")
        self._add = LinkButton(with_keys(self.tr("Add a party"), ADD_KEY), "account-plus-outline")
        self._swap.clicked.connect(self.swap_sides)
        self._add.clicked.connect(lambda: self.add_party(focus=True))
        for button in (self._swap, self._add):
            button.setProperty("dense", True)
            self.header.addWidget(button)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(px(6))
        self.add(self._stack)
        for _ in range(_TWO):
            self._append(Side.A if not self._blocks else Side.B)
        self._arrange()

    # --- filling --------------------------------------------------------------------------------------------

    def set_facts(self, facts: IntakeFacts) -> None:
        self._facts, self._book = facts, facts.roles()
        for block in self._blocks:
            block.set_facts(facts, self._book)
        self._name_givers()

    def clear(self) -> None:
        """Two empty blocks."""
        while len(self._blocks) > _TWO:
            self._take_out(self._blocks[-1])
        while len(self._blocks) < _TWO:
            self._append(Side.B)
        for block, side in zip(self._blocks, (Side.A, Side.B), strict=True):
            block.clear()
            block.set_more(False)
            block.side = side
        self._arrange()

    def set_from_letter(self, is_from_letter: bool) -> None:
        """Whether an authority's letter told the other side's telephone, or the first party did (P-9)."""
        self._is_from_letter = is_from_letter
        self._name_givers()

    def propose_roles(self, category: str) -> None:
        """The usual roles of a subject, until others are chosen; one person where the subject has one side."""
        if self._facts is None or self._book is None:
            return
        row = self._facts.find("case_category", category)
        if row is None:
            return
        usual = [str(role) for role in row.does("usual_roles") or ()]
        second = self._blocks[1] if len(self._blocks) > 1 else None
        if row.does("sides") == "one" and second is not None and len(self._blocks) == _TWO and second.is_empty():
            self._take_out(second)
        elif row.does("sides") != "one" and len(self._blocks) == 1:
            self._append(Side.B)
        for block, role in zip(self._blocks, usual, strict=False):
            block.propose_role(self._book.row_of_role(role))
        self._arrange()

    def add_party(self, *, focus: bool = False) -> PartyBlock:
        """A further person: the missing side, or somebody beside the two."""
        sides = {block.side for block in self._blocks}
        side = next((side for side in (Side.A, Side.B) if side not in sides), Side.NONE)
        block = self._append(side)
        self._arrange()
        if focus:
            block.focus_first()
        return block

    def swap_sides(self) -> None:
        """Who was written first is the other side after all."""
        opposite = {Side.A: Side.B, Side.B: Side.A, Side.NONE: Side.NONE}
        for block in self._blocks:
            block.side = opposite[block.side]
        self._blocks.sort(key=lambda block: list(Side).index(block.side))
        self._arrange()
        self.changed.emit()

    # --- what stands here -----------------------------------------------------------------------------------

    def blocks(self) -> tuple[PartyBlock, ...]:
        return tuple(self._blocks)

    def filled(self) -> tuple[PartyBlock, ...]:
        """The persons who were typed, in the order of the file."""
        return tuple(block for block in self._blocks if not block.is_empty())

    def drafts(self) -> tuple[PartyDraft, ...]:
        """The first person of side a asks for the matter, so the answer of P-1 is that one's."""
        filled = self.filled()
        inviting = next((block for block in filled if block.side is Side.A and not block.takes_no_side()), None)
        places = {block.number: place for place, block in enumerate(filled)}
        return tuple(block.party(places, is_inviting=block is inviting) for block in filled)

    def texts(self) -> list[dict[str, str]]:
        return [block.texts() for block in self._blocks]

    def put_texts(self, rows: Sequence[dict[str, str]]) -> None:
        """The reverse of `texts`."""
        while len(self._blocks) < len(rows):
            self._append(Side.NONE)
        while len(self._blocks) > max(1, len(rows)):
            self._take_out(self._blocks[-1])
        for block, texts in zip(self._blocks, rows, strict=False):
            block.side = Side(texts.get("side", Side.NONE.value))
            block.put_texts(texts)
        self._arrange()

    def is_empty(self) -> bool:
        return not self.filled()

    def is_delicate(self) -> bool:
        return any(block.is_delicate() for block in self._blocks)

    def block_of(self, widget: QWidget | None) -> PartyBlock | None:
        """The block in which the keyboard is; otherwise the one that asks something."""
        inside = next((block for block in self._blocks if widget is not None and block.isAncestorOf(widget)), None)
        return inside or next((block for block in self._blocks if not block.bar.isHidden()), None)

    def stops(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order of the eye."""
        head: list[QWidget] = [self._swap, self._add]
        return [*head, *(stop for block in self._blocks for stop in block.stops())]

    def check(self) -> bool:
        return [block.check() for block in self._blocks].count(False) == 0

    # --- private --------------------------------------------------------------------------------------------

    def _append(self, side: Side) -> PartyBlock:
        self._count += 1
        block = PartyBlock(self._lanes, self._suggest, side, self._count)
        if self._facts is not None and self._book is not None:
            block.set_facts(self._facts, self._book)
        block.changed.connect(self._on_changed)
        block.role_chosen.connect(lambda code, one=block: self._on_role(one, code))
        block.asked_for.connect(lambda person_id, one=block: self._on_asked(one, person_id))
        block.likeness_wanted.connect(lambda one=block: self.likeness_wanted.emit(one))
        block.remove_wanted.connect(lambda one=block: self._on_remove(one))
        self._blocks.append(block)
        return block

    def _take_out(self, block: PartyBlock) -> None:
        self._blocks.remove(block)
        self._stack.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _arrange(self) -> None:
        """Blocks under each other with thin lines between, each named by its side."""
        take_out(self._stack)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for place, block in enumerate(self._blocks):
            if place:
                line = Line()
                self._lines.append(line)
                self._stack.addWidget(line)
            self._stack.addWidget(block)
            block.show()
            block.set_place(block.side, self._words_of(block), removable=len(self._blocks) > 1)
        self._swap.setVisible(len(self._blocks) > 1)
        self._name_givers()
        self.people_changed.emit()

    def _words_of(self, block: PartyBlock) -> str:
        if block.side is Side.A:
            return self.tr("Client")
        return self.tr("Other side") if block.side is Side.B else self.tr("Further person")

    def _name_givers(self) -> None:
        for block in self._blocks:
            others = [other for other in self._blocks if other is not block and not other.is_empty()]
            givers = [Choice(GivenBy.SELF.value, self.tr("The person"))]
            givers += [Choice(f"{GivenBy.PERSON.value}:{o.number}", o.name() or self._words_of(o)) for o in others]
            givers.append(Choice(GivenBy.REFERRER.value, self.tr("The letter or the referrer")))
            givers.append(Choice(GivenBy.STAFF.value, self.tr("A colleague")))
            block.set_givers(tuple(givers), self._default_giver(block, others))

    def _default_giver(self, block: PartyBlock, others: Sequence[PartyBlock]) -> str:
        """Who came speaks for oneself; of the others the letter tells, or else the one who came."""
        if block.side is Side.A:
            return GivenBy.SELF.value
        first = next((other for other in others if other.side is Side.A), None)
        if self._is_from_letter or first is None:
            return GivenBy.REFERRER.value if self._is_from_letter else GivenBy.SELF.value
        return f"{GivenBy.PERSON.value}:{first.number}"

    def _on_changed(self) -> None:
        self._name_givers()
        self.changed.emit()

    def _on_role(self, block: PartyBlock, code: str) -> None:
        """The opposite role is proposed to the other side."""
        if self._book is None or block.side is Side.NONE:
            return
        opposite = self._book.opposite(code)
        for other in self._blocks:
            if other is not block and other.side is not Side.NONE and other.side is not block.side:
                other.propose_role(opposite)

    def _on_asked(self, block: PartyBlock, person_id: UUID) -> None:
        self.person_wanted.emit(block, person_id)

    def _on_remove(self, block: PartyBlock) -> None:
        if len(self._blocks) < _TWO:
            return
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and block.isAncestorOf(focused)
        self._take_out(block)
        if not any(one.side is Side.A for one in self._blocks):
            self._blocks[0].side = Side.A
        self._arrange()
        if had_keyboard:
            self._blocks[-1].focus_first()
        self.changed.emit()
