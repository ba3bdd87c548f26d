"""Who is in the file: name, role, age, neutral marks whose words appear while F8 is held (P-3)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.cases import PartyRow, Side
from services.persian.digits import to_persian
from services.safety import Mark
from ui.case.rows_card import RowsCard
from ui.runtime.shortcuts import key_shortcut
from ui.widgets.mark import RevealKey
from ui.widgets.row_paint import Row


class PartiesCard(RowsCard):
    """`person_wanted` carries a person's id (Enter), `edit_wanted` a `PartyRow` (F2)."""

    person_wanted = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Parties"))
        self.rows.setAccessibleName(self.tr("Parties"))
        self._parties: dict[UUID, PartyRow] = {}
        self._marks: Mapping[UUID, tuple[Mark, ...]] = {}
        self.rows.opened.connect(self._open)
        key_shortcut("F2", self.rows, self.edit_current)
        RevealKey.of_program().held.connect(self._draw)

    def show_parties(self, parties: Sequence[PartyRow], marks: Mapping[UUID, tuple[Mark, ...]]) -> None:
        self._parties = {party.id: party for party in parties}
        self._marks = marks
        self._draw(RevealKey.of_program().is_held)

    def edit_current(self) -> None:
        """The party that stands under the keyboard, or the first."""
        key = self.rows.current_key()
        party = self._parties.get(key) if isinstance(key, UUID) else None
        party = party or next(iter(self._parties.values()), None)
        if party is not None:
            self.edit_wanted.emit(party)

    def _draw(self, revealed: bool) -> None:
        self.set_rows([self._row(party, revealed=revealed) for party in self._parties.values()])

    def _row(self, party: PartyRow, *, revealed: bool) -> Row:
        marks = self._marks.get(party.person_id, ())
        words = (
            " · ".join(mark.words or mark.letter for mark in marks) if revealed else " ".join(m.letter for m in marks)
        )
        name = party.name or party.role_label
        return Row(party.id, name, self._quiet(party), words, "information", strong=True)

    def _quiet(self, party: PartyRow) -> str:
        parts = [party.role_label if party.name else ""]
        if party.relation_label and party.relation_label != party.role_label:
            parts.append(party.relation_label)
        if party.side is Side.B:
            parts.append(self.tr("other side"))
        elif party.is_inviting:
            parts.append(self.tr("client"))
        if party.age is not None:
            parts.append(self.tr("{age} years").format(age=to_persian(party.age)))
        seen = dict.fromkeys(part for part in parts if part and part != party.name)
        return " · ".join(seen)

    def _open(self, key: object) -> None:
        party = self._parties.get(key) if isinstance(key, UUID) else None
        if party is not None:
            self.person_wanted.emit(party.person_id)
