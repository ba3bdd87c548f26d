"""Adding a person to a case, with everything that hangs on it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from models.base import new_id
from models.case import CaseFile, CaseParty
from models.enums import InviteAnswer, Side
from models.person import Person
from services.cases.shapes import PartyDraft
from services.codes import CodeReader
from services.people.relations import set_relation
from services.unit_of_work import Tx


def add_party_row(tx: Tx, case: CaseFile, draft: PartyDraft, person: Person, position: int) -> CaseParty:
    """Make a person a party of the case; the caller looks for conflicts of interest (`watch_parties`)."""
    party = CaseParty(
        id=new_id(),
        case_id=case.id,
        person_id=person.id,
        role=draft.role,
        side=draft.side,
        relation=draft.relation,
        position=position,
        is_inviting=draft.is_inviting,
        invite_answer=InviteAnswer.UNASKED,
        is_removed=False,
    )
    tx.add(party)
    tx.changed("party", party.id)
    return party


def relate_sides(tx: Tx, codes: CodeReader, parties: Sequence[CaseParty], new_persons: Collection[UUID] = ()) -> None:
    """Store what a party is to the other side as a relation of the two persons, where the other side is one.

    Of `new_persons`, made in this transaction, no relation can be known.
    """
    seen: set[frozenset[UUID]] = set()
    sided = [party for party in parties if party.side is not Side.NONE and not party.is_removed]
    main = [party for party in sided if codes.does("party_role", party.role, "is_party")]
    for party in main:
        others = [other for other in main if other.side is not party.side]
        if not party.relation or len(others) != 1:
            continue
        pair = frozenset({party.person_id, others[0].person_id})
        if len(pair) == 2 and pair not in seen:
            is_new = not pair.isdisjoint(new_persons)
            set_relation(tx, party.person_id, others[0].person_id, party.relation, party.case_id, is_new=is_new)
            seen.add(pair)
