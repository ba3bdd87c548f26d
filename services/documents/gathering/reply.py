"""The answer to a referral (D13): in answer to their letter, what was done, and the result in one sentence (P-5)."""

from collections.abc import Sequence
from dataclasses import replace

from models.case import CaseFile, ReferralIn
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.done import held_lines, invited_lines, was_prevented
from services.documents.gathering.gathered import Gathered, asked, dots, read_day
from services.documents.gathering.no_show import absent_lines, absent_names, absent_of, ended_by_absence
from services.documents.gathering.parties import Side, sides_of
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.referral_reply import ReferralReplyContent
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import sender_of
from services.outcomes.reading import current_outcome, outcome_row
from services.persian.jalali import format_date
from services.unit_of_work import Tx

DOCUMENT = "D13"
ORIGINALS = 2
"""One for the authority, one for the file."""
_IN_THE_STATION = ("duty_officer", "station_commander")
"""Their code is called by what they gave (an order, a referral), and a letter goes to a person."""


def gather_reply(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """What their letter said and the file does not is asked, and kept with the referral."""
    referral, case = subject.referral, subject.case
    assert referral is not None
    sides = sides_of(tx, codes, case, request)
    signer, signer_fields = commanding(tx, codes, request)
    addressee = request.value("to_whom") or addressee_of(codes, referral)
    enclosures = request.value("enclosures")
    proposed = result_of(tx, codes, subject, sides)
    missing = [
        asked("to_whom", required=True, proposal=addressee_of(codes, referral)),
        asked("result", FieldKind.LINES, required=True, proposal=proposed),
        *letter_fields(codes, referral),
        asked("enclosures"),
        *signer_fields,
    ]
    number = referral.letter_no or request.value("their_number")
    day = referral.letter_on or read_day(request.value("their_date"))
    content = ReferralReplyContent(
        issue=_with_enclosures(issue, enclosures),
        addressee=dots(addressee),
        sender=sender_of(tx),
        parties=tuple(side.party for side in sides),
        done=_done(tx, codes, case, sides),
        result=(request.value("result") or proposed).rstrip(". "),
        signer=signer,
        their_number=number,
        their_date=format_date(day) if number and day else "",
        referred_on=format_date(local(referral.received_at).date()),
        judicial_no=referral.judicial_case_no or request.value("judicial_no"),
        no_joint=was_prevented(tx, codes, case),
        referral_id=referral.id.hex,
    )
    return Gathered(content, tuple(missing), DOCUMENT, dots(addressee), originals=ORIGINALS, enclosures=enclosures)


def _done(tx: Tx, codes: CodeReader, case: CaseFile, sides: Sequence[Side]) -> tuple[str, ...]:
    """Where somebody did not come, who it was stands by itself; of everybody else the days as ever."""
    absent = absent_of(tx, codes, case, sides) if ended_by_absence(codes, case) else []
    gone = {one.side.row.id for one in absent}
    others = [side for side in sides if side.row.id not in gone]
    return (*invited_lines(tx, codes, case, others), *absent_lines(absent), *held_lines(tx, codes, case))


def result_of(tx: Tx, codes: CodeReader, subject: Subject, sides: Sequence[Side]) -> str:
    """How it ended, in the words for papers: what is not signed yet says so (P-30), what only a judge can end, and
    who did not come."""
    row = current_outcome(tx, subject.case)
    if row is None:
        return say("documents.blank")
    known = outcome_row(tx, codes.codes, subject.case, row)
    if known.is_awaiting_signatures:
        return say("documents.result.settled_waiting", label=known.paper_label)
    if known.needs_judicial:
        return say("documents.result.judicial", label=known.paper_label)
    absent = absent_of(tx, codes, subject.case, sides) if ended_by_absence(codes, subject.case) else []
    if absent:
        return say("documents.result.absent", label=known.paper_label, names=absent_names(absent))
    return known.paper_label


def addressee_of(codes: CodeReader, referral: ReferralIn) -> str:
    """Who referred the matter, as far as the file says."""
    person = say(f"documents.addressee.{referral.source}") if referral.source in _IN_THE_STATION else ""
    body = referral.body or person or codes.label("referral_source", referral.source)
    return f"{body} {referral.branch}".strip()


def letter_fields(codes: CodeReader, referral: ReferralIn) -> list[MissingField]:
    """Only what this kind of referral has: a letter, an authority's own number."""
    found = []
    if codes.does("referral_source", referral.source, "needs_letter"):
        if not referral.letter_no:
            found.append(asked("their_number"))
        if referral.letter_on is None:
            found.append(asked("their_date", FieldKind.DATE))
    if codes.does("referral_source", referral.source, "needs_judicial_numbers") and not referral.judicial_case_no:
        found.append(asked("judicial_no"))
    return found


def _with_enclosures(issue: Issue, enclosures: str) -> Issue:
    return replace(issue, attachment=enclosures) if enclosures else issue
