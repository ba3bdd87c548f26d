"""Mending the words of a row inside an open transaction; its number, book, day and kind never change (R-10)."""

from sqlalchemy import select

from models.enums import LetterState
from models.letter import Attachment, Letter
from services.cases.access import visible_case
from services.codes import CodeReader
from services.errors import InvalidError
from services.letters.access import is_paper
from services.letters.numbers import NORMAL_BOOK
from services.letters.registering import ENCLOSURES, NORMAL, SUMMARY, words_of
from services.letters.shapes import LetterWords
from services.people.fields import Fields
from services.unit_of_work import Tx

_OF_PAPER = (
    "correspondent", "subject", "their_number", "their_date", "enclosures", "classification", "urgency",
)  # fmt: skip


def correct(tx: Tx, lists: CodeReader, letter: Letter, words: LetterWords) -> None:
    """Put the new words in place of the old; errors of all fields come together."""
    if letter.state is LetterState.VOIDED:
        raise InvalidError("letters.already_voided")
    fields = Fields()
    clean = _checked(tx, lists, words, fields)
    if is_paper(tx, letter):
        for name in _OF_PAPER:
            if clean[name] != getattr(letter, name):
                fields.wrong(name, "letters.words_of_paper")
    if clean["classification"] not in (NORMAL, letter.classification):
        _refuse_open_book(letter, fields)
    fields.refuse()
    for name, value in clean.items():
        setattr(letter, name, value)
    _join_file(tx, letter, words)
    letter.words = words_of(letter)
    tx.index("letter", letter.id, numbers=(letter.number, letter.their_number))
    tx.record("letter.correct", "letter", letter.id)
    tx.changed("letter", letter.id)


def _checked(tx: Tx, lists: CodeReader, words: LetterWords, fields: Fields) -> dict[str, object]:
    fields.code("urgency", lists, "urgency", words.urgency, required=True)
    fields.code("channel", lists, "letter_channel", words.channel)
    if not lists.knows("classification", words.classification):
        fields.wrong("classification", "letters.too_secret")
    return {
        "correspondent": fields.line("correspondent", words.correspondent),
        "subject": fields.line("subject", words.subject),
        "summary": fields.lines("summary", words.summary, SUMMARY),
        "their_number": fields.number("their_number", words.their_number),
        "their_date": fields.not_after("their_date", words.their_date, tx.today),
        "enclosures": fields.line("enclosures", words.enclosures, ENCLOSURES),
        "classification": words.classification,
        "urgency": words.urgency,
        "channel": words.channel,
        "receipt": fields.line("receipt", words.receipt),
    }


def _refuse_open_book(letter: Letter, fields: Fields) -> None:
    """What turns out to be confidential stands in the wrong book: its words must leave the open one (P-16)."""
    if letter.book == NORMAL_BOOK:
        fields.wrong("classification", "letters.other_book")


def _join_file(tx: Tx, letter: Letter, words: LetterWords) -> None:
    if words.case_id is None or words.case_id == letter.case_id:
        return
    if letter.case_id is not None:
        raise InvalidError("letters.has_file", "case_id")
    case = visible_case(tx, words.case_id)
    letter.case_id = case.id
    for scan in tx.session.scalars(select(Attachment).where(Attachment.letter_id == letter.id)):
        scan.case_id = case.id
    tx.changed("case", case.id)
