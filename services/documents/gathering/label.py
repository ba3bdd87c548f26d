"""The label of a file (D25): its number, the year it was opened, and the retention code that the archive gave."""

from services.cases.detail import class_label
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.subject import Subject
from services.documents.papers.file_label import FileLabelContent
from services.documents.papers.issue import Issue
from services.documents.shapes import PaperRequest
from services.persian.jalali import to_jalali
from services.unit_of_work import Tx, unit_row


def gather_label(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    case = subject.case
    content = FileLabelContent(
        station=unit_row(tx).name,
        case_no=case.case_no,
        year=str(to_jalali(case.opened_on)[0]),
        retention=request.value("retention"),
        is_practice=issue.is_practice,
        class_label=class_label(tx, codes, case.id),
    )
    return Gathered(content, (asked("retention"),))
