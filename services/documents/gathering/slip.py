"""The internal referral slip (D22) of the duty officer; danger is asked, never read from the file (P-3)."""

from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.parties import sides_of
from services.documents.gathering.subject import Subject
from services.documents.papers.internal_referral_slip import InternalReferralSlipContent
from services.documents.papers.issue import Issue, code
from services.documents.shapes import FieldKind, PaperRequest
from services.persian.jalali import format_date
from services.unit_of_work import Tx, unit_row

DOCUMENT = "D22"
_YES, _NO = "yes", "no"


def gather_slip(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    referral, case = subject.referral, subject.case
    assert referral is not None
    officer = referral.officer or request.value("officer")
    row = referral.complaint_no or request.value("complaint_no")
    answer = request.value("is_danger")
    sides = sides_of(tx, codes, case, request)
    names = say("documents.list_and").join(side.party.identity.full_name for side in sides)
    words = "documents.slip_in"
    facts = (
        (say(f"{words}.from"), codes.label("referral_source", referral.source)),
        (say(f"{words}.to"), unit_row(tx).section or unit_row(tx).name),
        (say(f"{words}.parties"), names),
        (say(f"{words}.subject"), case.subject_line),
        (say(f"{words}.row"), code(row)),
        (say(f"{words}.day"), format_date(local(referral.received_at).date())),
    )
    answers = ((_YES, say("documents.yes")), (_NO, say("documents.no")))
    missing = [asked("is_danger", FieldKind.ANSWER, required=True, choices=answers)]
    if not referral.officer:
        missing.append(asked("officer"))
    if not referral.complaint_no:
        missing.append(asked("complaint_no"))
    content = InternalReferralSlipContent(issue, facts, officer, {_YES: True, _NO: False}.get(answer))
    free = ((say("documents.part.subject"), case.subject_line),) if case.subject_line else ()
    return Gathered(content, tuple(missing), DOCUMENT, unit_row(tx).section, free=free)
