"""The consent to give information to other bodies (domain.md §3.3, R-15, P-32): yes or no for each of them."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import (
    Block,
    Checkbox,
    Checkboxes,
    KeyValues,
    Letterhead,
    Paper,
    Paragraph,
    SignatureBox,
    SignatureRow,
    Title,
    Tone,
)
from ..templates import LetterText, fill
from .informed_consent import Guardian, relation_of
from .issue import Identity, Issue, framed
from .parties import box, witness_boxes

LETTER = "information_release_consent"


@dataclass(frozen=True, slots=True)
class ReleaseBody:
    """One body and the client's answer, None while it was not given."""

    label: str
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class ReleaseConsentContent:
    """`can_read` False adds the reading line and two witnesses (P-32)."""

    issue: Issue
    client: Identity
    bodies: tuple[ReleaseBody, ...]
    information: str
    purpose: str
    validity: str
    counsellor: str
    can_read: bool = True
    guardian: Guardian | None = None
    witnesses: tuple[Identity, ...] = ()


def compose(content: ReleaseConsentContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    guardian = content.guardian
    fields: dict[str, object] = {
        "client_name": content.client.full_name,
        "client_father": content.client.father_name,
        "guardian_name": guardian.identity.full_name if guardian else "",
        "guardian_relation": relation_of(guardian) if guardian else "",
        "can_read": content.can_read,
    }
    opening, *closing, reading = fill(letter.body, fields)
    words = "documents.release"
    facts = (
        (say(f"{words}.information"), to_persian_text(content.information)),
        (say(f"{words}.purpose"), to_persian_text(content.purpose)),
        (say(f"{words}.validity"), to_persian_text(content.validity)),
    )
    blocks: list[Block] = [Title(letter.title), opening]
    answers = [
        Checkbox(say(f"{words}.body", name=body.label, answer=say(key)), body.answer is is_yes)
        for body in content.bodies
        for key, is_yes in (("documents.yes", True), ("documents.no", False))
    ]
    blocks += [
        Checkboxes(tuple(answers), columns=2),
        KeyValues(facts),
        *closing,
        Paragraph(reading.text, tone=Tone.STRONG) if isinstance(reading, Paragraph) else reading,
        SignatureRow(tuple(_boxes(content))),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _boxes(content: ReleaseConsentContent) -> list[SignatureBox]:
    boxes = [box(say("documents.signs.client"), content.client, fingerprint=True)]
    if content.guardian is not None:
        boxes.append(box(say("documents.signs.guardian"), content.guardian.identity, fingerprint=True))
    boxes.append(box(say("documents.signs.counsellor"), Identity(content.counsellor)))
    if not content.can_read:
        boxes += witness_boxes(content.witnesses)
    return boxes
