"""The informed consent (domain.md §3.3): before anything clinical, read aloud (P-32), with fingerprint (R-15)."""

from dataclasses import dataclass

from services.catalogue import say

from ..blocks import (
    Block,
    Checkbox,
    Checkboxes,
    Letterhead,
    Paper,
    Paragraph,
    SignatureBox,
    SignatureRow,
    Title,
    Tone,
)
from ..templates import LetterText, fill
from .issue import Identity, Issue, framed

LETTER = "informed_consent"


@dataclass(frozen=True, slots=True)
class Guardian:
    """Who consents for a minor, and in which relation (mother, legal guardian), in Persian.

    `order`: the judge's order that made the guardian one; with an empty name it stands in a guardian's place (P-14).
    """

    identity: Identity
    relation: str
    order: str = ""

    @property
    def is_order_alone(self) -> bool:
        return bool(self.order) and not self.identity.full_name


@dataclass(frozen=True, slots=True)
class Interpreter:
    """P-12: name and language stand on the consent, with the pledge."""

    full_name: str
    language: str


@dataclass(frozen=True, slots=True)
class InformedConsentContent:
    """`can_read` False adds the reading line and two witnesses (P-32), printed blank where they are not known yet.

    `complaint_channel` is where the client may complain; `phone_contact` is the answer to calls, None if not asked.
    """

    issue: Issue
    client: Identity
    counsellor: str
    complaint_channel: str = ""
    can_read: bool = True
    guardian: Guardian | None = None
    interpreter: Interpreter | None = None
    witnesses: tuple[Identity, ...] = ()
    phone_contact: bool | None = None


def compose(content: InformedConsentContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    """`letter` replaces the shipped text by the unit's own; raises TemplateError where it names an unknown field."""
    blocks: list[Block] = [Title(letter.title), *fill(letter.body, _fields(content))]
    reading = blocks.pop()
    blocks += [
        Paragraph(say("documents.consent.phone_question"), keep_with_next=True),
        Checkboxes(
            (
                Checkbox(say("documents.consent.agree"), content.phone_contact is True),
                Checkbox(say("documents.consent.disagree"), content.phone_contact is False),
            ),
            columns=2,
        ),
        Paragraph(reading.text, tone=Tone.STRONG) if isinstance(reading, Paragraph) else reading,
        SignatureRow(tuple(_boxes(content))),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _fields(content: InformedConsentContent) -> dict[str, object]:
    guardian, interpreter = content.guardian, content.interpreter
    return {
        "client_name": content.client.full_name,
        "client_father": content.client.father_name,
        "guardian_name": guardian.identity.full_name if guardian else "",
        "guardian_father": guardian.identity.father_name if guardian else "",
        "guardian_relation": relation_of(guardian) if guardian else "",
        "judge_order": guardian.order if guardian and guardian.is_order_alone else "",
        "interpreter_name": interpreter.full_name if interpreter else "",
        "interpreter_language": interpreter.language if interpreter else "",
        "complaint_channel": content.complaint_channel or say("documents.consent.complaint_channel"),
        "can_read": content.can_read,
    }


def relation_of(guardian: Guardian) -> str:
    """With the order that a guardian is one by, in brackets: the minor's name follows."""
    if not (guardian.relation and guardian.order):
        return guardian.relation or guardian.order
    return f"{guardian.relation} ({guardian.order})"


def _boxes(content: InformedConsentContent) -> list[SignatureBox]:
    client = _box("documents.signs.client", content.client, fingerprint=True)
    boxes = [client]
    if content.guardian and not content.guardian.is_order_alone:
        boxes.append(_box("documents.signs.guardian", content.guardian.identity, fingerprint=True))
    boxes.append(_box("documents.signs.counsellor", Identity(content.counsellor)))
    if content.interpreter:
        boxes.append(_box("documents.signs.interpreter", Identity(content.interpreter.full_name)))
    witnesses = content.witnesses[:2]
    if not content.can_read:
        witnesses += (Identity(""),) * (2 - len(witnesses))
    for number, witness in enumerate(witnesses, start=1):
        boxes.append(_box(f"documents.signs.witness_{number}", witness))
    return boxes


def _box(part: str, person: Identity, *, fingerprint: bool = False) -> SignatureBox:
    return SignatureBox(say(part), person.full_name, person.father_name, person.national_code, fingerprint)
