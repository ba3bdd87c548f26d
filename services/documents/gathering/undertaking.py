"""The undertaking (D10): from the agreement of that kind where the file has one, otherwise as it is typed."""

from dataclasses import replace

from services.agreements.shapes import AgreementDetail
from services.agreements.wording import clause_sentence, speech_of
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.deeds import (
    copies_for,
    free_of,
    lines_of,
    may_sign,
    reading_fields,
    witnesses_of,
)
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.identity import identity_fields
from services.documents.gathering.parties import Side, side_of, sides_of
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.parties import hidden_from
from services.documents.papers.undertaking import UndertakingContent
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.errors import InvalidError
from services.staff.naming import staff_names
from services.unit_of_work import Tx

DOCUMENT = "D10"


def gather_undertaking(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    side = side_of(codes, party, person, request)
    if not may_sign(tx, codes, side):
        raise InvalidError("documents.guardian_signs")
    agreement = subject.agreement
    others = [one for one in sides_of(tx, codes, case, request) if one.person.id != person.id]
    signer, signer_fields = signing(tx, codes, request)
    topic = (agreement.subject if agreement else "") or case.subject_line
    missing = [
        *reading_fields(side, agreement),
        *_asked(agreement, others),
        *([] if topic else [asked("subject", required=True)]),
        *identity_fields(codes, person, needs_father=True),
        *signer_fields,
    ]
    other = _beneficiary(agreement, side, others, request)
    recipients = [side.party.part if other is None or other.party.part != side.party.part else _name(side)]
    if other is not None:
        recipients.append(other.party.part if other.party.part != side.party.part else _name(other))
    recipients.append(say("documents.recipient.file"))
    content = UndertakingContent(
        issue=issue,
        promisor=side.party,
        beneficiary=_name(other) if other is not None else dots(request.value("beneficiary_name")),
        subject=topic or dots(request.value("subject")),
        promises=_promises(agreement, side, request),
        duration=dots(request.value("duration")),
        made_on=agreement.made_on if agreement else tx.today,
        recipients=tuple(recipients),
        counsellor=staff_names(tx).get(case.responsible_id, "") or tx.actor.name,
        signer=signer,
        is_read_to=person.can_read is False,
        witnesses=witnesses_of(side, agreement, request),
    )
    [masked] = hidden_from((side.party,), "")
    return Gathered(
        content,
        tuple(missing),
        DOCUMENT,
        _name(side),
        originals=len(recipients),
        free=free_of(agreement) or _subject(case.subject_line),
        copies=copies_for(content, replace(content, promisor=masked), recipients, side, other),
    )


def _asked(agreement: AgreementDetail | None, others: list[Side]) -> list[MissingField]:
    if agreement is not None:
        return [asked("duration", required=True, proposal=say("documents.proposal.duration"))]
    found = [asked("promises", FieldKind.LINES, required=True)]
    if others:
        people = [(one.person.id.hex, _name(one)) for one in others]
        proposal = people[0][0] if len(people) == 1 else ""
        found.append(asked("beneficiary", FieldKind.CHOICE, required=True, choices=people, proposal=proposal))
    else:
        found.append(asked("beneficiary_name", required=True))
    found.append(asked("duration", required=True))
    return found


def _beneficiary(
    agreement: AgreementDetail | None, side: Side, others: list[Side], request: PaperRequest
) -> Side | None:
    """To whom it is promised: the creditor of the agreement's first clause, or who was chosen."""
    if agreement is None:
        return next((one for one in others if one.person.id.hex == request.value("beneficiary")), None)
    creditors = [one.creditor_id for one in agreement.clauses if one.debtor_id == side.row.id and one.creditor_id]
    return next((one for one in others if one.row.id in creditors), others[0] if len(others) == 1 else None)


def _promises(agreement: AgreementDetail | None, side: Side, request: PaperRequest) -> tuple[str, ...]:
    if agreement is None:
        return lines_of(request.value("promises")) or (dots(""),)
    own = [clause for clause in agreement.clauses if clause.debtor_id == side.row.id]
    places = {clause.position: place for place, clause in enumerate(own, start=1)}
    return tuple(
        clause_sentence(speech_of(replace(clause, depends_on=places.get(clause.depends_on or 0)))) for clause in own
    )


def _name(side: Side) -> str:
    return side.party.identity.full_name


def _subject(text: str) -> tuple[tuple[str, str], ...]:
    return ((say("documents.part.subject"), text),) if text else ()
