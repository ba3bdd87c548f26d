"""The letters of a referral to another body (D14, D16, D17): only for one that is recorded, with the person's consent
that still stands or on a legal basis (domain.md §2.8.2, R-17, P-8)."""

from dataclasses import replace

from sqlalchemy import bindparam, select

from models.case import CaseFile, ReferralIn
from models.enums import ContactKind
from models.person import Contact, Person
from models.referral_out import ReferralOut
from models.safety import Consent
from models.work import Attendance, Session
from services.cases.access import people_of
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.deeds import lines_of
from services.documents.gathering.done import WITH_PARTIES
from services.documents.gathering.gathered import Asked, Gathered, asked, dots
from services.documents.gathering.identity import identity_fields, identity_of, nationality_of
from services.documents.gathering.intake import contact_items, own_contacts
from services.documents.gathering.parties import birth_words
from services.documents.gathering.signing import commanding, signing
from services.documents.gathering.subject import Subject
from services.documents.papers.forensic_referral import ForensicReferralContent
from services.documents.papers.issue import Issue, code
from services.documents.papers.outward import Items, Outward
from services.documents.papers.service_referral import ServiceReferralContent
from services.documents.papers.welfare_referral import WelfareReferralContent
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import sender_of, signatories
from services.persian.jalali import format_date
from services.scheduling.invitations import numbers_facing
from services.unit_of_work import Tx

WELFARE, FORENSIC, SERVICE = "D14", "D16", "D17"
ORIGINALS = 2
"""One for the body, one for the file."""
_HELD = (
    select(Session.type, Session.day, Attendance.mark)
    .join(Attendance, Attendance.session_id == Session.id)
    .where(Attendance.party_id == bindparam("of_party"))
    .order_by(Session.day, Session.start)
)
_COMPLAINT = (
    select(ReferralIn.complaint_no)
    .where(ReferralIn.case_id == bindparam("of_case"), ReferralIn.complaint_no != "")
    .order_by(ReferralIn.received_at)
    .limit(1)
)


def gather_welfare(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    row, person = _sent(subject)
    outward, addressee = _outward(tx, codes, row, person, request)
    commander, signer_fields = commanding(tx, codes, request)
    proposed = "\n".join(_met(tx, codes, subject))
    reason, wanted = request.value("reason") or row.reason, request.value("asked_for") or row.asked
    consent = tx.session.get(Consent, row.consent_id) if row.consent_id else None
    heads, phones = signatories(tx, codes), _phones(tx, subject.case, person)
    missing = [
        addressee,
        asked("reason", FieldKind.LINES, required=True, proposal=row.reason),
        asked("asked_for", FieldKind.LINES, required=True, proposal=row.asked),
        asked("done", FieldKind.LINES, proposal=proposed),
        *identity_fields(codes, person),
        *signer_fields,
    ]
    content = WelfareReferralContent(
        issue=_marked(codes, issue, row, WELFARE, is_confidential=True),
        outward=outward,
        contacts=contact_items(phones),
        has_hours=any(one.safe_hours for one in phones),
        reason=reason,
        asked=dots(wanted),
        done=lines_of(request.value("done")),
        commander=commander,
        head=heads[0].signer if heads else None,
        consented_on=format_date(local(consent.decided_at).date()) if consent is not None else "",
        legal_basis="" if consent is not None else row.legal_basis,
        referral_id=row.id.hex,
    )
    return _gathered(codes, content, missing, WELFARE, subject, row)


def gather_forensic(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """R-17: nobody is examined on a letter without identity; who has no code is known in a way that is written."""
    row, person = _sent(subject)
    outward, addressee = _outward(tx, codes, row, person, request)
    outward = replace(outward, about=(*outward.about, *_of_foreigner(codes, person)))
    commander, signer_fields = commanding(tx, codes, request)
    has_code = bool(identity_of(person, request).national_code or person.other_id_no)
    held = tx.session.scalars(_COMPLAINT, {"of_case": subject.case.id}).first() or ""
    missing = [
        addressee,
        asked("injuries", FieldKind.LINES, required=True),
        asked("happened", required=True),
        *([] if held else [asked("complaint_no")]),
        *identity_fields(codes, person, needs_father=True),
        *([] if has_code and person.national_code else [asked("identity_note", required=not has_code)]),
        *([] if person.birth_on else [asked("birth", required=True)]),
        *signer_fields,
    ]
    content = ForensicReferralContent(
        issue=_marked(codes, issue, row, FORENSIC),
        outward=outward,
        injuries=dots(request.value("injuries")),
        happened=dots(request.value("happened")),
        commander=commander,
        complaint_no=held or request.value("complaint_no"),
        identity_note=request.value("identity_note"),
        referral_id=row.id.hex,
    )
    return _gathered(codes, content, missing, FORENSIC, subject, row)


def _of_foreigner(codes: CodeReader, person: Person) -> Items:
    """Part of the full identity that R-17 asks for."""
    nationality = nationality_of(codes, person)
    return ((say("documents.intake.nationality"), nationality),) if nationality else ()


def gather_service(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The reason is typed for the letter: the file's own says more than the provider needs (domain.md §3.3)."""
    row, person = _sent(subject)
    outward, addressee = _outward(tx, codes, row, person, request)
    signer, signer_fields = signing(tx, codes, request)
    missing = [
        addressee,
        asked("asked_for", FieldKind.LINES, required=True, proposal=row.asked),
        asked("least_reason"),
        *identity_fields(codes, person),
        *signer_fields,
    ]
    content = ServiceReferralContent(
        issue=_marked(codes, issue, row, SERVICE),
        outward=outward,
        service=dots(request.value("asked_for") or row.asked),
        reason=request.value("least_reason"),
        signer=signer,
        referral_id=row.id.hex,
    )
    return _gathered(codes, content, missing, SERVICE, subject, row)


def _sent(subject: Subject) -> tuple[ReferralOut, Person]:
    assert subject.sent_on is not None and subject.person is not None  # noqa: PT018 - one subject
    return subject.sent_on, subject.person


def _outward(
    tx: Tx, codes: CodeReader, row: ReferralOut, person: Person, request: PaperRequest
) -> tuple[Outward, MissingField]:
    """Head and identity; the field asks to whom it goes, with the body of the referral proposed."""
    body = row.body or codes.label("referral_target", row.target)
    outward = Outward(
        addressee=dots(request.value("to_whom") or body),
        sender=sender_of(tx),
        name=identity_of(person, request).full_name,
        about=about_person(codes, person, request),
    )
    return outward, asked("to_whom", required=True, proposal=body)


def about_person(codes: CodeReader, person: Person, request: PaperRequest) -> Items:
    """Name, father's name, code or another paper, birth, sex: no address, no work, no health."""
    identity, words = identity_of(person, request), "documents.intake"
    items = [
        (say(f"{words}.name"), identity.full_name),
        (say(f"{words}.father_name"), identity.father_name),
        (say(f"{words}.code"), code(identity.national_code)),
        (say(f"{words}.other_id"), code(person.other_id_no)),
        (say(f"{words}.birth"), birth_words(person) or request.value("birth")),
        (say(f"{words}.sex"), codes.label("sex", person.sex) if person.sex != "unknown" else ""),
    ]
    return tuple((label, value) for label, value in items if value)


def _phones(tx: Tx, case: CaseFile, person: Person) -> list[Contact]:
    """The person's own phones that are open and safe to call; no address at all (P-8, P-9). One that the other side
    has too is not given on before it was said to be safe."""
    own_places = [party for party, one in people_of(tx, case.id) if one.id == person.id]
    facing = {number for party in own_places for number in numbers_facing(tx, case.id, party)}
    return [
        one
        for one in own_contacts(tx, person.id, case.id)
        if one.kind is not ContactKind.ADDRESS
        and not one.is_confidential
        and one.is_safe is not False
        and not one.do_not_call
        and (one.is_safe or one.value not in facing)
    ]


def _met(tx: Tx, codes: CodeReader, subject: Subject) -> list[str]:
    """The days on which this person was here, by kind of session."""
    assert subject.party is not None
    days: dict[str, list[str]] = {}
    for kind, day, mark in tx.rows(_HELD, {"of_party": subject.party.id}):
        is_there = codes.does("attendance", mark.value, "is_present")
        if is_there and codes.does("session_type", kind, "who") in WITH_PARTIES:
            days.setdefault(kind, []).append(format_date(day))
    comma = say("documents.list_comma")
    return [
        say("documents.done.held", kind=codes.label("session_type", kind), days=comma.join(found))
        for kind, found in days.items()
    ]


def urgency_of(codes: CodeReader, document: str, own: str = "") -> str:
    """The more urgent of the referral's own urgency and that of the kind of letter."""
    kind = codes.first("letter_kind", "document", document)
    wanted = [one for one in (own, str(codes.does("letter_kind", kind, "urgency") or "")) if one]
    return max(wanted, key=lambda one: int(codes.does("urgency", one, "rank") or 0), default="")


def _marked(
    codes: CodeReader, issue: Issue, row: ReferralOut, document: str, *, is_confidential: bool = False
) -> Issue:
    """Class and urgency on every page (R-16)."""
    urgency = urgency_of(codes, document, row.urgency)
    label = codes.label("urgency", urgency) if codes.does("urgency", urgency, "is_marked") else ""
    return replace(issue, is_confidential=is_confidential, urgency=label)


def _gathered(
    codes: CodeReader,
    content: WelfareReferralContent | ForensicReferralContent | ServiceReferralContent,
    missing: list[MissingField],
    document: str,
    subject: Subject,
    row: ReferralOut,
) -> Gathered:
    assert subject.person is not None
    return Gathered(
        content,
        tuple(missing),
        document,
        content.outward.addressee,
        originals=ORIGINALS,
        free=((say("documents.part.ground"), row.legal_basis),) if row.legal_basis else (),
        people=(Asked(subject.person),),
        urgency=urgency_of(codes, document, row.urgency),
    )
