"""The record of no settlement (D09): days, one neutral line a side, and who would not sign (P-5, P-30)."""

from models.work import Outcome
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.done import held_lines, invited_lines, was_prevented
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.parties import Side, fields_of, sides_of
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Identity, Issue
from services.documents.papers.non_settlement_record import NonSettlementRecordContent, Position, Refused
from services.documents.shapes import FieldKind, PaperRequest
from services.outcomes.reading import current_outcome, outcome_row
from services.people.naming import is_minor
from services.staff.naming import staff_names
from services.unit_of_work import Tx

DOCUMENT = "D09"
ORIGINALS = 2
"""One for the referrer, one for the file."""


def gather_non_settlement(
    tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue
) -> Gathered:
    case = subject.case
    sides = [side for side in sides_of(tx, codes, case, request) if _signs(tx, codes, side)]
    positions = tuple(
        Position(side.party.identity.full_name, dots(request.value(f"position{side.place}"))) for side in sides
    )
    missing = [
        asked(
            "position",
            FieldKind.LINES,
            required=True,
            place=side.place,
            whose=side.party.identity.full_name,
        )
        for side in sides
    ]
    if not case.subject_line:
        missing.append(asked("subject", required=True))
    content = NonSettlementRecordContent(
        issue=issue,
        parties=tuple(side.party for side in sides),
        subject=case.subject_line or dots(request.value("subject")),
        done=(*invited_lines(tx, codes, case, sides), *held_lines(tx, codes, case, with_both_sides=True)),
        positions=positions,
        counsellor=staff_names(tx).get(case.responsible_id, "") or tx.actor.name,
        no_joint=was_prevented(tx, codes, case),
        refused=_refused(tx, codes, subject, sides),
    )
    return Gathered(
        content,
        (*missing, *fields_of(codes, sides)),
        DOCUMENT,
        say("documents.list_and").join(one.name for one in positions),
        originals=ORIGINALS,
        free=((say("documents.part.subject"), case.subject_line),) if case.subject_line else (),
        people=tuple(side.asked for side in sides),
    )


def _signs(tx: Tx, codes: CodeReader, side: Side) -> bool:
    signs = codes.does("party_role", side.row.role, "signs")
    return signs == "party" and not is_minor(side.person, tx.today)


def _refused(tx: Tx, codes: CodeReader, subject: Subject, sides: list[Side]) -> tuple[Refused, ...]:
    row: Outcome | None = current_outcome(tx, subject.case)
    if row is None:
        return ()
    by_party = {side.row.id: side for side in sides}
    return tuple(
        Refused(
            by_party[one.party_id].party.identity.full_name,
            tuple(Identity(each.name, each.father_name, each.national_code) for each in one.witnesses),
        )
        for one in outcome_row(tx, codes.codes, subject.case, row).refused_by
        if one.party_id in by_party
    )
