"""Entering a letter in its book inside an open transaction (R-10)."""

from models.base import new_id
from models.enums import LetterState
from models.letter import Letter
from services.codes import CodeReader
from services.errors import InvalidError
from services.letters.backdating import Place, backdate
from services.letters.numbers import NORMAL_BOOK, letter_number
from services.letters.shapes import LetterDraft
from services.numbering import LETTER_BOOKS
from services.people.fields import Fields
from services.persian.jalali import to_jalali
from services.persian.text import search_key, search_tokens
from services.unit_of_work import Tx, unit_row

NORMAL, CONFIDENTIAL = "normal", "confidential"
ENCLOSURES = 100
SUMMARY = 1000
LONGEST_WORDS = 1_100
"""An index of a server takes 2,700 bytes; a Persian letter is two."""


def register_letter(tx: Tx, lists: CodeReader, draft: LetterDraft) -> Letter:
    """Enter the letter and draw the next number of its book and year; findable at once by both numbers.

    An abandoned transaction gives its number back, so the books have no gaps. Errors of all fields come together.
    """
    fields = Fields()
    letter = prepare_letter(tx, lists, draft, fields)
    place = backdate(tx, letter, draft, fields) if draft.backdated_on is not None else None
    fields.refuse()
    return store_letter(tx, letter, place)


def prepare_letter(tx: Tx, lists: CodeReader, draft: LetterDraft, fields: Fields) -> Letter:
    """The checked letter, still without a number; errors go to `fields`."""
    book = draft.book or str(lists.does("letter_kind", draft.kind, "book") or NORMAL_BOOK)
    urgency = draft.urgency or str(lists.does("letter_kind", draft.kind, "urgency") or NORMAL)
    if not lists.knows("letter_kind", draft.kind):
        fields.wrong("kind", "people.unknown_code")
    elif lists.does("letter_kind", draft.kind, "direction") != draft.direction:
        fields.wrong("kind", "letters.other_direction")
    if book not in LETTER_BOOKS:
        fields.wrong("book", "people.unknown_code")
    if not lists.knows("urgency", urgency):
        fields.wrong("urgency", "people.unknown_code")
    if not lists.knows("classification", draft.classification):
        fields.wrong("classification", "letters.too_secret")
    fields.code("channel", lists, "letter_channel", draft.channel)
    return Letter(
        id=new_id(),
        book=book,
        kind=draft.kind,
        direction=draft.direction,
        state=LetterState.REGISTERED,
        case_id=draft.case_id,
        correspondent=fields.line("correspondent", draft.correspondent),
        subject=fields.line("subject", draft.subject),
        their_number=fields.number("their_number", draft.their_number),
        their_date=fields.not_after("their_date", draft.their_date, tx.today),
        classification=draft.classification,
        urgency=urgency,
        enclosures=fields.line("enclosures", draft.enclosures, ENCLOSURES),
        void_reason="",
        summary=fields.lines("summary", draft.summary, SUMMARY),
        channel=draft.channel,
        receipt=fields.line("receipt", draft.receipt),
    )


def store_letter(tx: Tx, letter: Letter, place: Place | None = None) -> Letter:
    """Draw the number and write the row; one with a `place` draws none and stands behind an earlier number."""
    unit = unit_row(tx)
    letter.year = to_jalali(tx.today)[0]
    letter.serial = place.serial if place else tx.draw(letter.book)
    letter.repeat = place.repeat if place else 0
    letter.number = letter_number(
        unit.letter_no_format,
        unit_code=unit.code,
        section=unit.section,
        year=letter.year,
        serial=letter.serial,
        book=letter.book,
        repeat=letter.repeat,
    )
    letter.registered_at = place.at if place else tx.now
    letter.entered_at = tx.now if place else None
    letter.registered_by_id = tx.actor.staff_id
    letter.words = words_of(letter)
    tx.add(letter)
    tx.session.flush()  # papers and referrals point to it
    tx.index("letter", letter.id, numbers=(letter.number, letter.their_number), is_new=True)
    if place is not None:
        tx.record("letter.register_backdated", "letter", letter.id, reason=letter.backdated_reason)
    else:
        tx.record("letter.register", "letter", letter.id)
    tx.changed("letter", letter.id)
    return letter


def words_of(letter: Letter) -> str:
    """The numbers and texts of a letter as search keys, parted by spaces (R-20); sender and subject also joined, as
    whoever searches may write their words together. Of a long summary the beginning."""
    numbers, names = (letter.number, letter.their_number), (letter.correspondent, letter.subject)
    keys = [search_key(text) for text in numbers]
    keys += [" ".join(search_tokens(text)) for text in (*numbers, *names)]
    keys += [search_key(text) for text in names]
    keys.append(" ".join(search_tokens(letter.summary)))
    return " ".join(key for key in dict.fromkeys(keys) if key)[:LONGEST_WORDS]


def void_letter(tx: Tx, letter: Letter, reason: str) -> None:
    """Keep a spoiled letter as void; its number stays used."""
    if letter.state is LetterState.VOIDED:
        raise InvalidError("letters.already_voided")
    fields = Fields()
    clean = fields.line("reason", reason)
    if not clean and not fields.errors:
        fields.wrong("reason", "letters.reason_needed")
    fields.refuse()
    letter.state, letter.void_reason = LetterState.VOIDED, clean
    tx.record("letter.void", "letter", letter.id, reason=clean)
    tx.changed("letter", letter.id)
