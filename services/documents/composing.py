"""From frozen content to a paper; one composer for each kind, each in a file of its own."""

from dataclasses import dataclass, replace
from typing import Any

from services.documents.blocks import Letterhead, Paper
from services.documents.papers import attendance_certificate, informed_consent, invitation_letter, safety_card
from services.documents.papers.attendance_certificate import AttendanceCertificateContent
from services.documents.papers.informed_consent import InformedConsentContent
from services.documents.papers.invitation_letter import InvitationLetterContent
from services.documents.papers.issue import Issue
from services.documents.papers.safety_card import SafetyCardContent
from services.documents.shapes import PaperKind
from services.documents.snapshot import from_plain, to_plain
from services.documents.templates import LetterText, letter_text

NumberedContent = InformedConsentContent | InvitationLetterContent | AttendanceCertificateContent
Content = NumberedContent | SafetyCardContent

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Composition:
    """All that a paper is made of; equal compositions give equal bytes."""

    content: Content
    letterhead: Letterhead
    letters: tuple[LetterText, ...]

    @property
    def template_version(self) -> str:
        """The letter texts and their versions."""
        return " ".join(f"{letter.letter}/{letter.version}" for letter in self.letters)

    def with_issue(self, issue: Issue) -> "Composition":
        """The same paper issued so; a paper without a number block stays as it is."""
        if isinstance(self.content, SafetyCardContent):
            return self
        return replace(self, content=replace(self.content, issue=issue))


def composition_of(content: Content, letterhead: Letterhead) -> Composition:
    """The content with the unit's letterhead and the letter texts that its kind uses."""
    return Composition(content, letterhead, tuple(letter_text(name) for name in _letters_of(content)))


def compose(composition: Composition) -> Paper:
    """Raises TemplateError for a letter text that can't be used, InvalidError for a neutral paper that tells."""
    content, head, letters = composition.content, composition.letterhead, composition.letters
    if isinstance(content, InformedConsentContent):
        return informed_consent.compose(content, head, letters[0])
    if isinstance(content, InvitationLetterContent):
        return invitation_letter.compose(content, head, letters[0], letters[1])
    if isinstance(content, AttendanceCertificateContent):
        return attendance_certificate.compose(content, head, letters[0])
    return safety_card.compose(content, head, letters[0])


def snapshot_of(kind: PaperKind, composition: Composition) -> dict[str, Any]:
    """Plain data from which the paper can be composed again, letter texts included."""
    return {
        "schema": SCHEMA,
        "kind": kind.value,
        "content": to_plain(composition.content),
        "letterhead": to_plain(composition.letterhead),
        "letters": to_plain(composition.letters),
    }


def from_snapshot(snapshot: dict[str, Any]) -> Composition:
    """The composition that `snapshot_of` wrote down."""
    kind: type[Any] = _CONTENT[PaperKind(snapshot["kind"])]
    return Composition(
        from_plain(kind, snapshot["content"]),
        from_plain(Letterhead, snapshot["letterhead"]),
        tuple(from_plain(LetterText, letter) for letter in snapshot["letters"]),
    )


_CONTENT: dict[PaperKind, type[Any]] = {
    PaperKind.INFORMED_CONSENT: InformedConsentContent,
    PaperKind.INVITATION_LETTER: InvitationLetterContent,
    PaperKind.ATTENDANCE_CERTIFICATE: AttendanceCertificateContent,
    PaperKind.SAFETY_CARD: SafetyCardContent,
}


def _letters_of(content: Content) -> tuple[str, ...]:
    if isinstance(content, InformedConsentContent):
        return (informed_consent.LETTER,)
    if isinstance(content, InvitationLetterContent):
        return (invitation_letter.LETTER, invitation_letter.CLOSING)
    if isinstance(content, AttendanceCertificateContent):
        return (attendance_certificate.NEUTRAL_LETTER if content.is_neutral else attendance_certificate.LETTER,)
    return (safety_card.LETTER,)
