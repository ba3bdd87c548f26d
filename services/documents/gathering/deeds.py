"""What the deeds of one side share: the agreement behind them, who reads and who witnesses (D10, D11, P-30–P-32)."""

from collections.abc import Sequence
from dataclasses import replace

from models.enums import SignerRole
from services.agreements.shapes import AgreementDetail
from services.catalogue import say
from services.codes import CodeReader
from services.documents.composing import Content
from services.documents.gathering.gathered import RecipientCopy, asked
from services.documents.gathering.parties import Side
from services.documents.papers.issue import Identity
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.people.naming import is_minor
from services.unit_of_work import Tx

_WITNESSES = 2


def may_sign(tx: Tx, codes: CodeReader, side: Side) -> bool:
    """Whether this side signs for itself: a party who is no minor."""
    return codes.does("party_role", side.row.role, "signs") == "party" and not is_minor(side.person, tx.today)


def reading_fields(side: Side, agreement: AgreementDetail | None) -> list[MissingField]:
    """That it was read aloud; two witnesses where the signer can't read and the agreement names none (P-32)."""
    found = [asked("was_read_all", FieldKind.YES, required=True)]
    if side.person.can_read is False and not _named(agreement):
        found += [asked(f"witness_{place}", required=True) for place in range(1, _WITNESSES + 1)]
    return found


def witnesses_of(side: Side, agreement: AgreementDetail | None, request: PaperRequest) -> tuple[Identity, ...]:
    """Those of the agreement, otherwise those that were typed."""
    named = _named(agreement)
    if named or side.person.can_read is not False:
        return named
    return tuple(Identity(request.value(f"witness_{place}")) for place in range(1, _WITNESSES + 1))


def copies_for(
    content: Content, masked: Content, recipients: Sequence[str], side: Side, other: Side | None
) -> tuple[RecipientCopy, ...]:
    """The signer's own original, the other side's with the code masked (P-17), and the others in full."""
    people = [side.person.id] if other is None else [side.person.id, other.person.id]
    copies = []
    for place, label in enumerate(recipients):
        owner = people[place] if place < len(people) else None
        copies.append(RecipientCopy(label, owner, replace(masked) if place == 1 and other is not None else None))
    return tuple(copies)


def free_of(agreement: AgreementDetail | None) -> tuple[tuple[str, str], ...]:
    """The agreement's texts that a deed quotes, with what they are called."""
    if agreement is None:
        return ()
    texts = [
        (say("documents.part.clause", number=one.position), f"{one.text} {one.place}".strip())
        for one in agreement.clauses
    ]
    texts.append((say("documents.part.subject"), agreement.subject))
    return tuple((part, text) for part, text in texts if text)


def lines_of(text: str) -> tuple[str, ...]:
    """A typed text, a line each, without the numbers or dashes that somebody typed before them."""
    stripped = (line.strip().lstrip("-–•*").strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


def _named(agreement: AgreementDetail | None) -> tuple[Identity, ...]:
    signers = agreement.signers if agreement else ()
    return tuple(
        Identity(one.name, one.father_name, one.national_code) for one in signers if one.role is SignerRole.WITNESS
    )
