"""Adding a person to a case, with everything that hangs on it."""

from models.base import new_id
from models.case import CaseFile, CaseParty
from models.enums import InviteAnswer, Side
from models.person import Person
from services.cases.access import parties_of
from services.cases.conflicts import watch_party
from services.cases.shapes import PartyDraft
from services.codes import CodeReader
from services.people.relations import set_relation
from services.unit_of_work import Tx


def add_party_row(tx: Tx, case: CaseFile, draft: PartyDraft, person: Person, position: int) -> CaseParty:
    """Make a stored person a party of the case, and look for conflicts of interest."""
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
    watch_party(tx, case, party, person)
    return party


def relate_sides(tx: Tx, codes: CodeReader, case: CaseFile) -> None:
    """Store what a party is to the other side as a relation of the two persons, where the other side is one."""
    tx.session.flush()
    parties = [party for party in parties_of(tx, case.id) if codes.does("party_role", party.role, "is_party")]
    for party in parties:
        if not party.relation or party.side is Side.NONE:
            continue
        others = [other for other in parties if other.side not in (party.side, Side.NONE)]
        if len(others) == 1 and others[0].person_id != party.person_id:
            set_relation(tx, party.person_id, others[0].person_id, party.relation)
