"""The unit's own letter texts inside an open transaction: the last version holds, else the text of the program."""

from collections.abc import Iterable

from sqlalchemy import bindparam, func, select

from models.paper_look import LetterTemplate
from services.documents.templates import LetterText, letter_text
from services.unit_of_work import Tx

_LATEST = (
    select(LetterTemplate.letter, func.max(LetterTemplate.number).label("number"))
    .where(LetterTemplate.unit_id == bindparam("of_unit"))
    .group_by(LetterTemplate.letter)
    .subquery()
)
_HELD = (
    select(LetterTemplate)
    .join(_LATEST, (_LATEST.c.letter == LetterTemplate.letter) & (_LATEST.c.number == LetterTemplate.number))
    .where(LetterTemplate.unit_id == bindparam("of_unit"))
)


def texts_of(tx: Tx, letters: Iterable[str]) -> tuple[LetterText, ...]:
    """The texts that hold now, in the order of `letters`; one statement a transaction, however many there are."""
    own = own_texts(tx)
    return tuple(_text(own.get(letter), letter) for letter in letters)


def own_texts(tx: Tx) -> dict[str, LetterTemplate]:
    """The last version of every text that the unit ever edited, by letter."""
    return tx.steady("letter_templates", lambda: _read(tx))


def text_of_row(row: LetterTemplate) -> LetterText:
    """A stored version as papers use it."""
    if row.follows_shipped:
        return letter_text(row.letter)
    return LetterText(row.letter, row.number, row.title, row.subject, row.body, is_own=True)


def _read(tx: Tx) -> dict[str, LetterTemplate]:
    rows = tx.session.scalars(_HELD, {"of_unit": tx.actor.unit_id})
    return {row.letter: row for row in rows}


def _text(row: LetterTemplate | None, letter: str) -> LetterText:
    return letter_text(letter) if row is None else text_of_row(row)
