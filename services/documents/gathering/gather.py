"""The content of any paper, as far as the file and the typed values give it."""

from services.codes import CodeReader
from services.documents.gathering.absence import gather_absence
from services.documents.gathering.address_sheet import gather_address
from services.documents.gathering.certificate import gather_certificate
from services.documents.gathering.child_report import gather_child_report
from services.documents.gathering.closure import gather_closure
from services.documents.gathering.completion import gather_completion
from services.documents.gathering.consent import gather_consent
from services.documents.gathering.extension import gather_extension
from services.documents.gathering.follow_up import gather_follow_up
from services.documents.gathering.free_letter import gather_free_letter
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.inquiry import gather_inquiry
from services.documents.gathering.intake import gather_intake
from services.documents.gathering.invitation import gather_invitation
from services.documents.gathering.label import gather_label
from services.documents.gathering.minutes import gather_minutes
from services.documents.gathering.non_settlement import gather_non_settlement
from services.documents.gathering.own_data import gather_own_data
from services.documents.gathering.receipt import gather_receipt
from services.documents.gathering.release import gather_release
from services.documents.gathering.reply import gather_reply
from services.documents.gathering.report import gather_report
from services.documents.gathering.reporter_sheet import gather_reporter
from services.documents.gathering.sent_on import gather_forensic, gather_service, gather_welfare
from services.documents.gathering.settlement import gather_settlement
from services.documents.gathering.slip import gather_slip
from services.documents.gathering.statistics import gather_statistics
from services.documents.gathering.subject import Subject
from services.documents.gathering.undertaking import gather_undertaking
from services.documents.gathering.waiver import gather_waiver
from services.documents.papers.issue import Issue
from services.documents.papers.safety_card import SafetyCardContent
from services.documents.shapes import UNNUMBERED, FieldKind, PaperKind, PaperRequest
from services.unit_of_work import Tx, unit_row

_GATHERERS = {
    PaperKind.INFORMED_CONSENT: gather_consent,
    PaperKind.INVITATION_LETTER: gather_invitation,
    PaperKind.ATTENDANCE_CERTIFICATE: gather_certificate,
    PaperKind.SETTLEMENT_RECORD: gather_settlement,
    PaperKind.NON_SETTLEMENT_RECORD: gather_non_settlement,
    PaperKind.REFERRAL_REPLY: gather_reply,
    PaperKind.ABSENCE_NOTE: gather_absence,
    PaperKind.INTAKE_FORM: gather_intake,
    PaperKind.INTERNAL_REFERRAL_SLIP: gather_slip,
    PaperKind.OWN_DATA: gather_own_data,
    PaperKind.COMPLETION_CERTIFICATE: gather_completion,
    PaperKind.UNDERTAKING: gather_undertaking,
    PaperKind.COMPLAINT_WAIVER: gather_waiver,
    PaperKind.WELFARE_REFERRAL: gather_welfare,
    PaperKind.SERVICE_REFERRAL: gather_service,
    PaperKind.FORENSIC_REFERRAL: gather_forensic,
    PaperKind.CHILD_AT_RISK_REPORT: gather_child_report,
    PaperKind.INFORMATION_RELEASE_CONSENT: gather_release,
    PaperKind.SESSION_MINUTES: gather_minutes,
    PaperKind.DOCUMENT_RECEIPT: gather_receipt,
    PaperKind.SOCIAL_WORK_REPORT: gather_report,
    PaperKind.DEADLINE_EXTENSION: gather_extension,
    PaperKind.CLOSURE_SUMMARY: gather_closure,
    PaperKind.FOLLOW_UP_FORM: gather_follow_up,
    PaperKind.FREE_LETTER: gather_free_letter,
    PaperKind.ADDRESS_SHEET: gather_address,
    PaperKind.FILE_LABEL: gather_label,
    PaperKind.LOCAL_INQUIRY_REPORT: gather_inquiry,
    PaperKind.MONTHLY_STATISTICS: gather_statistics,
    PaperKind.REPORTER_SHEET: gather_reporter,
}
_ABOUT_A_PERSON = (PaperKind.OWN_DATA,)
_CONFIDENTIAL = (PaperKind.SOCIAL_WORK_REPORT, PaperKind.ADDRESS_SHEET, PaperKind.REPORTER_SHEET)


def gather(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, replaces: str = "") -> Gathered:
    """The paper without a number, dated today; practice mode stands on every paper (P-44).

    `replaces` is the sentence that names the paper which it corrects.
    """
    is_practice = unit_row(tx).is_practice
    if request.kind is PaperKind.SAFETY_CARD:
        safe = asked("carries_safely", FieldKind.YES, required=True)
        return Gathered(SafetyCardContent(is_practice=is_practice), (safe,))
    issue = Issue(
        tx.today,
        case_no="" if request.kind in _ABOUT_A_PERSON or subject.filed is None else subject.filed.case_no,
        is_confidential=request.kind in _CONFIDENTIAL,
        is_practice=is_practice,
        is_numbered=request.kind not in UNNUMBERED,
        replaces=replaces,
    )
    return _GATHERERS[request.kind](tx, codes, subject, request, issue)
