"""Papers of made-up files: issued, scanned or filed, corrected now and then."""

from dataclasses import replace
from uuid import UUID

from models.enums import AgreementKind
from services.agreements.shapes import AgreementDetail
from services.attachments.shapes import AttachmentDraft
from services.demo.play import Matter, if_allowed
from services.demo.stock import Stock
from services.documents.blocks import Paper
from services.documents.render import render
from services.documents.shapes import YES, FieldKind, IssuedPaper, MissingField, PaperKind, PaperRequest
from services.documents.specimen import specimen_paper

_KEPT = ("scan", "place", "scan", "place", "")
_SCANNED = (False,) * 4 + (True,) + (False,) * 2
_PRINTED = (True, False, True, False)
"""Some records are still written by hand, and kept as a scan."""
_FORMS = (True,) + (False,) * 7
_CLOSED = (True, False, False)
_SIGNED = {
    PaperKind.SETTLEMENT_RECORD: "signed_settlement",
    PaperKind.NON_SETTLEMENT_RECORD: "signed_non_settlement",
}


def scan_of(stock: Stock) -> bytes:
    """A sheet that stands for every scan of the play: nobody's words, nobody's signature."""
    words = stock.aftermath
    paper: Paper = specimen_paper("\n".join(words["scan_lines"]), title=words["scan_title"])
    return render(paper)


def issue(matter: Matter, request: PaperRequest) -> IssuedPaper | None:
    """Issue a paper with what it proposes and what the story says; None where a rule keeps it back."""
    documents, who = matter.services.documents, matter.worker

    def make() -> IssuedPaper:
        asked = documents.missing(who, request)
        values = tuple((field.name, _answer(matter, field)) for field in asked)
        return documents.issue(who, replace(request, values=values)).value

    return if_allowed(make)


def settle_paper(matter: Matter, agreement: AgreementDetail, *, is_signed: bool) -> IssuedPaper | None:
    """The record of a settlement; once it was signed the sheet is scanned, or lies somewhere (P-38). None for one
    that was written by hand, and for a waiver."""
    if agreement.kind is not AgreementKind.SETTLEMENT:
        return None
    if is_signed and not matter.stock.turn("printed", _PRINTED):
        attach(matter, "handwritten_form")
        return None
    request = PaperRequest(matter.case_id, PaperKind.SETTLEMENT_RECORD, agreement_id=agreement.id)
    paper = issue(matter, request)
    if paper is not None and is_signed:
        keep_original(matter, paper)
    return paper


def unsettled_paper(matter: Matter) -> None:
    """The record of no settlement."""
    paper = issue(matter, PaperRequest(matter.case_id, PaperKind.NON_SETTLEMENT_RECORD))
    if paper is not None:
        keep_original(matter, paper)


def opening_papers(matter: Matter) -> None:
    """With a fifth of the files the intake form, and the slip of those who were sent from within the station; a scan
    of what somebody brought."""
    if matter.stock.turn("forms", _FORMS):
        issue(matter, PaperRequest(matter.case_id, PaperKind.INTAKE_FORM, matter.sides[0].person_id))
        _slip(matter)
    if matter.stock.turn("scanned", _SCANNED):
        drawn = matter.stock.turn("scan", matter.stock.aftermath["scan"])
        attach(matter, drawn["kind"], drawn["title"], drawn["pages"])


def attach(matter: Matter, kind: str, title: str = "", pages: int = 1, paper: IssuedPaper | None = None) -> None:
    """Keep a scan in the file."""
    draft = AttachmentDraft(
        matter.case_id, kind, matter.play.scan, title, pages, paper.id if paper is not None else None
    )
    matter.services.attachments.attach(matter.worker, draft)


def keep_original(matter: Matter, paper: IssuedPaper) -> None:
    """The signed sheet is scanned, its place is named, or nobody did either yet."""
    stock = matter.stock
    way = stock.turn("original", _KEPT)
    if way == "scan":
        attach(matter, _SIGNED[paper.kind], pages=paper.pages, paper=paper)
    elif way == "place":
        place = stock.turn("place", stock.aftermath["places"]).format(number=stock.figures(3, 240))
        matter.services.attachments.name_place(matter.worker, paper.id, paper.version, place)


def absence_paper(matter: Matter) -> None:
    """The note of absence of the one who did not come."""
    for party in matter.sides:
        if issue(matter, PaperRequest(matter.case_id, PaperKind.ABSENCE_NOTE, party.person_id)) is not None:
            return


def closing_paper(matter: Matter) -> None:
    """The closing sheet of some of the files that were closed."""
    if matter.stock.turn("closed", _CLOSED):
        issue(matter, PaperRequest(matter.case_id, PaperKind.CLOSURE_SUMMARY))


def correct(matter: Matter, paper_id: UUID) -> None:
    """A paper in the place of another, which becomes void."""
    request = if_allowed(lambda: matter.services.documents.correction(matter.worker, paper_id))
    if request is not None:
        issue(matter, request)


def _slip(matter: Matter) -> None:
    offers = matter.services.documents.offer(matter.worker, matter.case_id)
    slip = next((one for one in offers if one.kind is PaperKind.INTERNAL_REFERRAL_SLIP), None)
    if slip is not None:
        issue(matter, PaperRequest(matter.case_id, slip.kind, referral_id=slip.referral_id))


def _answer(matter: Matter, field: MissingField) -> str:
    words = matter.stock.aftermath
    if field.proposal:
        return field.proposal
    if field.kind is FieldKind.YES:
        return YES
    if field.kind is FieldKind.ANSWER:
        return field.choices[-1].value
    if field.name.startswith("position"):
        return str(matter.stock.turn("position", words["positions"]))
    if field.name == "void_reason":
        return str(words["correction"])
    return ""
