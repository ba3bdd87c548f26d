"""From frozen content to a paper; one composer for each kind, each in a file of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from services.documents.blocks import NO_LOOK, Letterhead, Look, Paper, Proof
from services.documents.papers import (
    absence_note,
    address_sheet,
    attendance_certificate,
    child_at_risk_report,
    closure_summary,
    complaint_waiver,
    completion_certificate,
    deadline_extension,
    document_receipt,
    file_label,
    follow_up_form,
    forensic_referral,
    free_letter,
    informed_consent,
    intake_form,
    internal_referral_slip,
    invitation_letter,
    local_inquiry_report,
    monthly_statistics,
    non_settlement_record,
    own_data,
    referral_reply,
    release_consent,
    reporter_sheet,
    safety_card,
    service_referral,
    session_minutes,
    settlement_record,
    social_work_report,
    undertaking,
    welfare_referral,
)
from services.documents.papers.absence_note import AbsenceNoteContent
from services.documents.papers.address_sheet import AddressSheetContent
from services.documents.papers.attendance_certificate import AttendanceCertificateContent
from services.documents.papers.child_at_risk_report import ChildAtRiskReportContent
from services.documents.papers.closure_summary import ClosureSummaryContent
from services.documents.papers.complaint_waiver import ComplaintWaiverContent
from services.documents.papers.completion_certificate import CompletionCertificateContent
from services.documents.papers.deadline_extension import DeadlineExtensionContent
from services.documents.papers.document_receipt import DocumentReceiptContent
from services.documents.papers.file_label import FileLabelContent
from services.documents.papers.follow_up_form import FollowUpFormContent
from services.documents.papers.forensic_referral import ForensicReferralContent
from services.documents.papers.free_letter import FreeLetterContent
from services.documents.papers.informed_consent import InformedConsentContent
from services.documents.papers.intake_form import IntakeFormContent
from services.documents.papers.internal_referral_slip import InternalReferralSlipContent
from services.documents.papers.invitation_letter import InvitationLetterContent
from services.documents.papers.issue import Issue
from services.documents.papers.local_inquiry_report import LocalInquiryReportContent
from services.documents.papers.monthly_statistics import MonthlyStatisticsContent
from services.documents.papers.non_settlement_record import NonSettlementRecordContent
from services.documents.papers.own_data import OwnDataContent
from services.documents.papers.referral_reply import ReferralReplyContent
from services.documents.papers.release_consent import ReleaseConsentContent
from services.documents.papers.reporter_sheet import ReporterSheetContent
from services.documents.papers.safety_card import SafetyCardContent
from services.documents.papers.service_referral import ServiceReferralContent
from services.documents.papers.session_minutes import SessionMinutesContent
from services.documents.papers.settlement_record import SettlementRecordContent
from services.documents.papers.social_work_report import SocialWorkReportContent
from services.documents.papers.undertaking import UndertakingContent
from services.documents.papers.welfare_referral import WelfareReferralContent
from services.documents.shapes import PaperKind
from services.documents.snapshot import from_plain, to_plain
from services.documents.templates import LetterText

NumberedContent = (
    InformedConsentContent
    | InvitationLetterContent
    | AttendanceCertificateContent
    | SettlementRecordContent
    | NonSettlementRecordContent
    | ReferralReplyContent
    | AbsenceNoteContent
    | IntakeFormContent
    | InternalReferralSlipContent
    | OwnDataContent
    | CompletionCertificateContent
    | UndertakingContent
    | ComplaintWaiverContent
    | ChildAtRiskReportContent
    | DocumentReceiptContent
    | ForensicReferralContent
    | ReleaseConsentContent
    | ServiceReferralContent
    | SessionMinutesContent
    | WelfareReferralContent
    | SocialWorkReportContent
    | DeadlineExtensionContent
    | ClosureSummaryContent
    | FollowUpFormContent
    | FreeLetterContent
    | AddressSheetContent
    | LocalInquiryReportContent
    | MonthlyStatisticsContent
    | ReporterSheetContent
)
Content = NumberedContent | SafetyCardContent | FileLabelContent

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class _Kind:
    """The content of a kind of paper, its composer (content, letterhead, letter texts) and the texts it uses."""

    content: type[Any]
    compose: Callable[..., Paper]
    letters: tuple[str, ...]


_KINDS: dict[PaperKind, _Kind] = {
    PaperKind.INFORMED_CONSENT: _Kind(InformedConsentContent, informed_consent.compose, (informed_consent.LETTER,)),
    PaperKind.INVITATION_LETTER: _Kind(
        InvitationLetterContent,
        invitation_letter.compose,
        (invitation_letter.LETTER, invitation_letter.CLOSING),
    ),
    PaperKind.ATTENDANCE_CERTIFICATE: _Kind(
        AttendanceCertificateContent, attendance_certificate.compose, (attendance_certificate.LETTER,)
    ),
    PaperKind.SETTLEMENT_RECORD: _Kind(
        SettlementRecordContent,
        settlement_record.compose,
        (settlement_record.LETTER, settlement_record.CLOSING),
    ),
    PaperKind.NON_SETTLEMENT_RECORD: _Kind(
        NonSettlementRecordContent, non_settlement_record.compose, (non_settlement_record.LETTER,)
    ),
    PaperKind.REFERRAL_REPLY: _Kind(
        ReferralReplyContent, referral_reply.compose, (referral_reply.LETTER, referral_reply.CLOSING)
    ),
    PaperKind.ABSENCE_NOTE: _Kind(AbsenceNoteContent, absence_note.compose, (absence_note.LETTER,)),
    PaperKind.INTAKE_FORM: _Kind(IntakeFormContent, intake_form.compose, (intake_form.LETTER,)),
    PaperKind.INTERNAL_REFERRAL_SLIP: _Kind(
        InternalReferralSlipContent, internal_referral_slip.compose, (internal_referral_slip.LETTER,)
    ),
    PaperKind.OWN_DATA: _Kind(OwnDataContent, own_data.compose, (own_data.LETTER,)),
    PaperKind.SAFETY_CARD: _Kind(SafetyCardContent, safety_card.compose, (safety_card.LETTER,)),
    PaperKind.COMPLETION_CERTIFICATE: _Kind(
        CompletionCertificateContent, completion_certificate.compose, (completion_certificate.LETTER,)
    ),
    PaperKind.UNDERTAKING: _Kind(UndertakingContent, undertaking.compose, (undertaking.LETTER, undertaking.CLOSING)),
    PaperKind.COMPLAINT_WAIVER: _Kind(
        ComplaintWaiverContent, complaint_waiver.compose, (complaint_waiver.LETTER, complaint_waiver.CLOSING)
    ),
    PaperKind.CHILD_AT_RISK_REPORT: _Kind(
        ChildAtRiskReportContent,
        child_at_risk_report.compose,
        (child_at_risk_report.LETTER, child_at_risk_report.CLOSING),
    ),
    PaperKind.DOCUMENT_RECEIPT: _Kind(DocumentReceiptContent, document_receipt.compose, (document_receipt.LETTER,)),
    PaperKind.FORENSIC_REFERRAL: _Kind(
        ForensicReferralContent, forensic_referral.compose, (forensic_referral.LETTER,)
    ),
    PaperKind.INFORMATION_RELEASE_CONSENT: _Kind(
        ReleaseConsentContent, release_consent.compose, (release_consent.LETTER,)
    ),
    PaperKind.SERVICE_REFERRAL: _Kind(ServiceReferralContent, service_referral.compose, (service_referral.LETTER,)),
    PaperKind.SESSION_MINUTES: _Kind(SessionMinutesContent, session_minutes.compose, (session_minutes.LETTER,)),
    PaperKind.WELFARE_REFERRAL: _Kind(
        WelfareReferralContent, welfare_referral.compose, (welfare_referral.LETTER, welfare_referral.CLOSING)
    ),
    PaperKind.SOCIAL_WORK_REPORT: _Kind(
        SocialWorkReportContent, social_work_report.compose, (social_work_report.LETTER, social_work_report.CLOSING)
    ),
    PaperKind.DEADLINE_EXTENSION: _Kind(
        DeadlineExtensionContent, deadline_extension.compose, (deadline_extension.LETTER,)
    ),
    PaperKind.CLOSURE_SUMMARY: _Kind(ClosureSummaryContent, closure_summary.compose, (closure_summary.LETTER,)),
    PaperKind.FOLLOW_UP_FORM: _Kind(FollowUpFormContent, follow_up_form.compose, (follow_up_form.LETTER,)),
    PaperKind.FREE_LETTER: _Kind(FreeLetterContent, free_letter.compose, (free_letter.LETTER,)),
    PaperKind.ADDRESS_SHEET: _Kind(AddressSheetContent, address_sheet.compose, (address_sheet.LETTER,)),
    PaperKind.FILE_LABEL: _Kind(FileLabelContent, file_label.compose, (file_label.LETTER,)),
    PaperKind.LOCAL_INQUIRY_REPORT: _Kind(
        LocalInquiryReportContent,
        local_inquiry_report.compose,
        (local_inquiry_report.LETTER, local_inquiry_report.CLOSING),
    ),
    PaperKind.MONTHLY_STATISTICS: _Kind(
        MonthlyStatisticsContent,
        monthly_statistics.compose,
        (monthly_statistics.LETTER, monthly_statistics.CLOSING),
    ),
    PaperKind.REPORTER_SHEET: _Kind(ReporterSheetContent, reporter_sheet.compose, (reporter_sheet.LETTER,)),
}
_BY_CONTENT = {kind.content: kind for kind in _KINDS.values()}


@dataclass(frozen=True, slots=True)
class Composition:
    """All that a paper is made of; equal compositions give equal bytes."""

    content: Content
    letterhead: Letterhead
    letters: tuple[LetterText, ...]
    look: Look = NO_LOOK
    proof: Proof | None = None

    @property
    def template_version(self) -> str:
        """The letter texts and their versions."""
        return " ".join(
            f"{letter.letter}/{'own-' if letter.is_own else ''}{letter.version}" for letter in self.letters
        )

    def with_issue(self, issue: Issue) -> "Composition":
        """The same paper issued so; a paper without a number block stays as it is."""
        if isinstance(self.content, SafetyCardContent | FileLabelContent):
            return self
        return replace(self, content=replace(self.content, issue=issue))


def compose(composition: Composition) -> Paper:
    """Raises TemplateError for a letter text that can't be used, InvalidError for a neutral paper that tells.

    A paper without a letterhead shows nothing of the unit, its emblem and font neither (P-2).
    """
    content = composition.content
    paper = _BY_CONTENT[type(content)].compose(content, composition.letterhead, *composition.letters)
    if composition.proof is not None:
        paper = replace(paper, proof=composition.proof)
    if paper.letterhead is None:
        return paper
    is_neutral = getattr(content, "is_neutral", False)  # nobody can read in an emblem whether it tells
    return replace(paper, look=composition.look.without_emblem() if is_neutral else composition.look)


def snapshot_of(kind: PaperKind, composition: Composition) -> dict[str, Any]:
    """Plain data from which the paper can be composed again, letter texts included."""
    return {
        "schema": SCHEMA,
        "kind": kind.value,
        "content": to_plain(composition.content),
        "letterhead": to_plain(composition.letterhead),
        "letters": to_plain(composition.letters),
        "look": composition.look.hashes(),
        "proof": to_plain(composition.proof),
    }


def content_type(kind: PaperKind) -> type[Any]:
    """What a paper of that kind is composed of."""
    return _KINDS[kind].content


def from_snapshot(snapshot: dict[str, Any], file: Callable[[str], bytes] = lambda _sha256: b"") -> Composition:
    """The composition that `snapshot_of` wrote down; `file` gives an emblem or a font by its hash."""
    kind = _KINDS[PaperKind(snapshot["kind"])].content
    return Composition(
        from_plain(kind, snapshot["content"]),
        from_plain(Letterhead, snapshot["letterhead"]),
        tuple(from_plain(LetterText, letter) for letter in snapshot["letters"]),
        Look(**{name: file(sha256) for name, sha256 in snapshot.get("look", {}).items()}),
        from_plain(Proof, snapshot["proof"]) if snapshot.get("proof") else None,
    )


def letters_of(content: Content) -> tuple[str, ...]:
    """The letter texts that a paper of this content is made with, in the order of its composer."""
    if isinstance(content, AttendanceCertificateContent) and content.is_neutral:
        return (attendance_certificate.NEUTRAL_LETTER,)
    if isinstance(content, CompletionCertificateContent) and content.is_neutral:
        return (completion_certificate.NEUTRAL_LETTER,)
    return _BY_CONTENT[type(content)].letters
