"""The sheet that names who reported a child at risk (P-16): all of it is typed, nothing of it is stored."""

from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.reporter_sheet import ReporterSheetContent
from services.documents.shapes import FieldKind, PaperRequest
from services.unit_of_work import Tx

_FACTS = ("reporter_name", "reporter_phone", "reporter_relation", "reported_at")


def gather_reporter(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """With what the reporter wishes about being named."""
    signer, signer_fields = signing(tx, codes, request)
    facts = [(say(f"documents.field.{name}"), request.value(name)) for name in _FACTS]
    wishes = "secret" if request.value("stays_secret") else "may_be_told"
    content = ReporterSheetContent(
        issue=issue,
        addressee=dots(request.value("to_whom")),
        facts=(*facts, (say("documents.reporter.wish"), say(f"documents.reporter.{wishes}"))),
        signer=signer,
        letter_no=request.value("letter_no"),
    )
    fields = (
        asked("to_whom", required=True),
        asked("letter_no"),
        *(asked(name, required=name == "reporter_name") for name in _FACTS),
        asked("stays_secret", FieldKind.YES),
        *signer_fields,
    )
    return Gathered(content, fields)
