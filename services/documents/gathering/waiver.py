"""The complainant's waiver (D11): from the agreement of that kind where the file has one, otherwise as typed."""

from sqlalchemy import bindparam, select

from models.case import CaseFile, ReferralIn
from services.agreements.shapes import AgreementDetail
from services.agreements.wording import clause_sentence, speech_of
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.deeds import (
    free_of,
    lines_of,
    may_sign,
    reading_fields,
    witnesses_of,
)
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.identity import identity_fields
from services.documents.gathering.parties import Side, side_of, sides_of
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.complaint_waiver import ComplaintWaiverContent
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.errors import InvalidError
from services.unit_of_work import Tx

DOCUMENT = "D11"
ORIGINALS = 2
"""One for the authority, one for the file."""
FULL, CONDITIONAL = "full", "conditional"
_REFERRALS = (
    select(ReferralIn)
    .where(ReferralIn.case_id == bindparam("of_case"))
    .order_by(ReferralIn.received_at, ReferralIn.id)
)


def gather_waiver(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    side = side_of(codes, party, person, request)
    if not may_sign(tx, codes, side):
        raise InvalidError("documents.guardian_signs")
    agreement = subject.agreement
    facing = _facing(tx, codes, subject, request)
    referral = _authority(tx, codes, case)
    addressee = f"{referral.body} {referral.branch}".strip() if referral else ""
    judicial_no = referral.judicial_case_no if referral else ""
    signer, signer_fields = commanding(tx, codes, request)
    topic = (agreement.subject if agreement else "") or case.subject_line
    is_conditional = agreement.is_conditional if agreement else request.value("waiver_form") == CONDITIONAL
    missing = [
        *reading_fields(side, agreement),
        asked("to_whom", required=True, proposal=addressee),
        *([] if agreement else _forms(is_conditional=is_conditional)),
        *([] if judicial_no else [asked("judicial_no")]),
        *([] if topic else [asked("subject", required=True)]),
        *identity_fields(codes, person, needs_father=True),
        *signer_fields,
    ]
    content = ComplaintWaiverContent(
        issue=issue,
        addressee=dots(request.value("to_whom") or addressee),
        complainant=side.party,
        respondents=tuple(one.party for one in facing),
        subject=topic or dots(request.value("subject")),
        made_on=agreement.made_on if agreement else tx.today,
        signer=signer,
        is_conditional=is_conditional,
        conditions=_conditions(agreement, request) if is_conditional else (),
        judicial_no=judicial_no or request.value("judicial_no"),
        is_read_to=person.can_read is False,
        witnesses=witnesses_of(side, agreement, request),
    )
    free = free_of(agreement) or (((say("documents.part.subject"), topic),) if topic else ())
    return Gathered(content, tuple(missing), DOCUMENT, content.addressee, originals=ORIGINALS, free=free)


def _forms(*, is_conditional: bool) -> list[MissingField]:
    forms = [(form, say(f"documents.waiver_form.{form}")) for form in (FULL, CONDITIONAL)]
    return [
        asked("waiver_form", FieldKind.ANSWER, required=True, choices=forms),
        asked("conditions", FieldKind.LINES, required=is_conditional),
    ]


def _facing(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest) -> list[Side]:
    """Whom the complaint was against: those on the other side, or everybody else where no side was said."""
    assert subject.party is not None
    others = [
        one for one in sides_of(tx, codes, subject.case, request) if one.row.person_id != subject.party.person_id
    ]
    return [one for one in others if one.row.side is not subject.party.side] or others


def _authority(tx: Tx, codes: CodeReader, case: CaseFile) -> ReferralIn | None:
    """The judicial authority that sent the file, if one did."""
    rows = tx.session.scalars(_REFERRALS, {"of_case": case.id})
    return next((row for row in rows if codes.does("referral_source", row.source, "needs_judicial_numbers")), None)


def _conditions(agreement: AgreementDetail | None, request: PaperRequest) -> tuple[str, ...]:
    if agreement is not None:
        return tuple(clause_sentence(speech_of(clause)) for clause in agreement.clauses)
    return lines_of(request.value("conditions")) or (dots(""),)
