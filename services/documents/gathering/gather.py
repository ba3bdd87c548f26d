"""The content of any paper, as far as the file and the typed values give it."""

from services.codes import CodeReader
from services.documents.gathering.certificate import gather_certificate
from services.documents.gathering.consent import gather_consent
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.invitation import gather_invitation
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.safety_card import SafetyCardContent
from services.documents.shapes import FieldKind, PaperKind, PaperRequest
from services.unit_of_work import Tx, unit_row

_GATHERERS = {
    PaperKind.INFORMED_CONSENT: gather_consent,
    PaperKind.INVITATION_LETTER: gather_invitation,
    PaperKind.ATTENDANCE_CERTIFICATE: gather_certificate,
}
_UNNUMBERED = (PaperKind.INFORMED_CONSENT,)


def gather(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest) -> Gathered:
    """The paper without a number, dated today; practice mode stands on every paper (P-44)."""
    is_practice = unit_row(tx).is_practice
    if request.kind is PaperKind.SAFETY_CARD:
        safe = asked("carries_safely", FieldKind.YES, required=True)
        return Gathered(SafetyCardContent(is_practice=is_practice), (safe,))
    issue = Issue(
        tx.today,
        case_no=subject.case.case_no,
        is_practice=is_practice,
        is_numbered=request.kind not in _UNNUMBERED,
    )
    return _GATHERERS[request.kind](tx, codes, subject, request, issue)
