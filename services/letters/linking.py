"""Links between letters inside an open transaction: in answer to theirs, following our own (domain.md §2.9)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from models.letter import Letter, LetterLink
from services.catalogue import say
from services.codes import CodeReader
from services.errors import InvalidError
from services.letters.access import open_to, readable_letter
from services.letters.shapes import LinkDraft, LinkRow
from services.unit_of_work import Tx


def link(tx: Tx, lists: CodeReader, letter: Letter, drafts: Iterable[LinkDraft]) -> None:
    """Say that the letter refers to these earlier ones. `NotFoundError` for one whose words the actor may not read:
    a link would tell that the two belong together."""
    known = set(tx.session.scalars(select(LetterLink.earlier_id).where(LetterLink.letter_id == letter.id)))
    for draft in drafts:
        earlier = readable_letter(tx, draft.earlier_id)
        if not lists.knows("letter_link", draft.kind):
            raise InvalidError("people.unknown_code", "links")
        if earlier.id == letter.id or (earlier.registered_at, earlier.id) > (letter.registered_at, letter.id):
            raise InvalidError("letters.not_earlier", "links")
        if earlier.id in known:
            continue
        known.add(earlier.id)
        tx.add(LetterLink(letter_id=letter.id, earlier_id=earlier.id, kind=draft.kind))
        tx.changed("letter", earlier.id)


def unlink(tx: Tx, letter: Letter, earlier_id: UUID) -> None:
    """Take a wrong link away."""
    row = tx.session.scalars(
        select(LetterLink).where(LetterLink.letter_id == letter.id, LetterLink.earlier_id == earlier_id)
    ).one_or_none()
    if row is not None:
        tx.session.delete(row)
        tx.changed("letter", earlier_id)


def links_of(tx: Tx, lists: CodeReader, letter: Letter) -> tuple[LinkRow, ...]:
    """Both ways, the earliest first; a letter whose words the actor may not read is left out."""
    to_earlier = (
        select(Letter, LetterLink.kind)
        .join(LetterLink, LetterLink.earlier_id == Letter.id)
        .where(LetterLink.letter_id == letter.id, open_to(tx.actor))
    )
    to_later = (
        select(Letter, LetterLink.kind)
        .join(LetterLink, LetterLink.letter_id == Letter.id)
        .where(LetterLink.earlier_id == letter.id, open_to(tx.actor))
    )
    found = [(other, kind, True) for other, kind in tx.session.execute(to_earlier)]
    found += [(other, kind, False) for other, kind in tx.session.execute(to_later)]
    found.sort(key=lambda each: (each[0].registered_at, each[0].id))
    return tuple(
        LinkRow(
            other.id, other.number, other.registered_at, other.subject, lists.label("letter_link", kind), is_earlier
        )
        for other, kind, is_earlier in found
    )


def references(tx: Tx, lists: CodeReader, letter_ids: Sequence[UUID]) -> dict[UUID, str]:
    """For each letter that refers to earlier ones: to which, in words, as far as the actor may know of them."""
    query = (
        select(LetterLink.letter_id, LetterLink.kind, Letter.number)
        .join(Letter, Letter.id == LetterLink.earlier_id)
        .where(LetterLink.letter_id.in_(letter_ids), open_to(tx.actor))
        .order_by(Letter.registered_at, Letter.id)
    )
    found: dict[UUID, list[str]] = {}
    for letter_id, kind, number in tx.session.execute(query):
        found.setdefault(letter_id, []).append(f"{lists.label('letter_link', kind)} {number}")
    return {letter_id: say("letters.and").join(parts) for letter_id, parts in found.items()}
