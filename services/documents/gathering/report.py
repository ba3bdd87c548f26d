"""The court report (D12): opens filled from the file, section by section; what the file lacks are its gaps (P-33).

What stands on the paper is what was typed or left standing in the fields: a proposal alone prints nothing.
"""

from collections.abc import Iterable, Sequence

from models.case import CaseFile, ReferralIn
from models.person import Person
from services.cases.access import people_of
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.done import held_lines, invited_lines, was_prevented
from services.documents.gathering.gathered import Gathered, asked, dots, read_day
from services.documents.gathering.parties import Side, fields_of, sides_of
from services.documents.gathering.reply import addressee_of, letter_fields
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue, Signer, code
from services.documents.papers.social_work_report import Account, Member, SocialWorkReportContent
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import sender_of, signatories, signer_of
from services.follow_up.who import came_to_unit
from services.people.naming import age_of, is_minor
from services.persian.digits import to_persian, to_persian_text
from services.persian.jalali import format_date
from services.sessions.quoting import quotes_of
from services.unit_of_work import Tx

DOCUMENT = "D12"
ORIGINALS = 2
"""One for the authority, one for the file."""
_NEEDED = ("question", "sources", "opinion")
_SECTIONS = ("question", "sources", "household", "observed", "means", "risk", "done", "opinion", "limits")
_ACCOUNT = "text_account"


def gather_report(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    referral, case = subject.referral, subject.case
    assert referral is not None
    sides = sides_of(tx, codes, case, request)
    tellers = [side for side in sides if not is_minor(side.person, tx.today)]
    signer, signer_fields = commanding(tx, codes, request)
    addressee = request.value("to_whom") or addressee_of(codes, referral)
    texts = {name: request.value(f"text_{name}") for name in _SECTIONS}
    accounts = tuple(
        Account(side.party.identity.full_name, request.value(f"{_ACCOUNT}{side.place}")) for side in tellers
    )
    number = referral.letter_no or request.value("their_number")
    day = referral.letter_on or read_day(request.value("their_date"))
    signing_here = signatories(tx, codes)
    content = SocialWorkReportContent(
        issue=issue,
        addressee=dots(addressee),
        sender=sender_of(tx),
        parties=tuple(side.party for side in sides),
        facts=_facts(codes, case, referral, request),
        members=tuple(_member(tx, codes, side) for side in sides),
        accounts=accounts,
        worker=signer_of(tx, codes, case.responsible_id),
        head=signing_here[0].signer if signing_here else Signer("", ""),
        signer=signer,
        their_number=number,
        their_date=format_date(day) if number and day else "",
        referred_on=format_date(local(referral.received_at).date()),
        no_joint=was_prevented(tx, codes, case),
        referral_id=referral.id.hex,
        **texts,
    )
    missing = (
        asked("to_whom", required=True, proposal=addressee_of(codes, referral)),
        *letter_fields(codes, referral),
        *_section_fields(tx, codes, case, referral, sides, tellers),
        *(one for one in fields_of(codes, sides) if one.kind is not FieldKind.NATIONAL_CODE),
        *signer_fields,
    )
    return Gathered(
        content,
        missing,
        DOCUMENT,
        dots(addressee),
        originals=ORIGINALS,
        people=tuple(side.asked for side in sides),
        gaps=_gaps(texts, accounts),
    )


def _facts(
    codes: CodeReader, case: CaseFile, referral: ReferralIn, request: PaperRequest
) -> tuple[tuple[str, str], ...]:
    words = "documents.report"
    judicial = referral.judicial_case_no or request.value("judicial_no")
    letter = referral.letter_no or request.value("their_number")
    facts = (
        (say(f"{words}.judicial_no"), code(judicial)),
        (say(f"{words}.order_no"), code(letter)),
        (say(f"{words}.referrer"), to_persian_text(addressee_of(codes, referral))),
        (say(f"{words}.opened"), format_date(case.opened_on)),
        (say(f"{words}.deadline"), format_date(local(referral.due_at).date()) if referral.due_at else ""),
    )
    return tuple((label, value) for label, value in facts if value)


def _member(tx: Tx, codes: CodeReader, side: Side) -> Member:
    """Of the work only its kind: the place would tell where to find who lives protected (P-8). No health (P-15)."""
    person, identity = side.person, side.party.identity
    name = identity.full_name
    if identity.father_name:
        name = say("documents.name_of_father", name=name, father=identity.father_name)
    age = age_of(person, tx.today)
    return Member(
        side.party.part,
        name,
        codes.label("relation", side.row.relation),
        say("documents.report.years", age=to_persian(str(age))) if age is not None else "",
        codes.label("education", person.education),
        codes.label("occupation_status", person.occupation_status),
    )


def _section_fields(
    tx: Tx,
    codes: CodeReader,
    case: CaseFile,
    referral: ReferralIn,
    sides: Sequence[Side],
    tellers: Sequence[Side],
) -> list[MissingField]:
    """A field for each text, in the order of the sections, with what the file holds proposed."""
    proposals = {
        "question": referral.order_text,
        "sources": _sources(tx, codes, case),
        "done": _done(tx, codes, case, sides),
        "limits": _not_met(tx, codes, case, tellers),
    }
    fields = [
        asked(f"text_{name}", FieldKind.PASSAGE, required=name in _NEEDED, proposal=proposals.get(name, ""))
        for name in _SECTIONS
    ]
    at = _SECTIONS.index("observed")
    told = [
        asked(
            _ACCOUNT,
            FieldKind.PASSAGE,
            place=side.place,
            whose=side.party.identity.full_name,
            proposal=case.own_words if _is_told_by(tx, case, side.person) else "",
        )
        for side in tellers
    ]
    return [*fields[:at], *told, *fields[at:]]


def _is_told_by(tx: Tx, case: CaseFile, person: Person) -> bool:
    """Whether the words in the file are this person's: the only one who came with the matter."""
    return [one.id for row, one in people_of(tx, case.id) if row.is_inviting] == [person.id]


def _sources(tx: Tx, codes: CodeReader, case: CaseFile) -> str:
    return _list(held_lines(tx, codes, case))


def _done(tx: Tx, codes: CodeReader, case: CaseFile, sides: Sequence[Side]) -> str:
    """Invitations and sessions with their days, and what was written down of them to be quoted (R-14)."""
    quotes = (
        say(
            "documents.report.quote" if one.type else "documents.report.quoted_note",
            kind=codes.label("session_type", one.type) if one.type else "",
            day=format_date(one.day),
            text=" ".join(one.text.split()),
        )
        for one in quotes_of(tx, case.id)
    )
    return _list((*invited_lines(tx, codes, case, sides), *held_lines(tx, codes, case), *quotes))


def _not_met(tx: Tx, codes: CodeReader, case: CaseFile, tellers: Sequence[Side]) -> str:
    """Who was not seen; never why (P-5)."""
    came = came_to_unit(tx, codes.codes, case)
    return "\n".join(
        say("documents.report.not_met", name=side.party.identity.full_name)
        for side in tellers
        if side.row.id not in came
    )


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _gaps(texts: dict[str, str], accounts: Sequence[Account]) -> tuple[str, ...]:
    empty = [say(f"documents.field.text_{name}") for name, text in texts.items() if not text]
    told = [say("documents.report.account_of", name=one.name) for one in accounts if not one.text]
    return (*empty, *told)
