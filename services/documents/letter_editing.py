"""Editing a letter text inside an open transaction: what is refused, what is warned of, and its versions."""

from dataclasses import replace
from functools import cache

from sqlalchemy import select

from models.paper_look import LetterTemplate
from models.unit import Staff
from resources import shelf
from services.catalogue import say
from services.documents.blocks import Paper
from services.documents.composing import Composition, compose, letters_of
from services.documents.letter_shapes import (
    LetterDetail,
    LetterDraft,
    LetterPlace,
    LetterRow,
    LetterVersion,
)
from services.documents.letter_words import closing, opening, shown, stored
from services.documents.look import look_of
from services.documents.own_letters import own_texts, text_of_row, texts_of
from services.documents.samples import Sample, samples
from services.documents.templates import LetterText, TemplateError, check_places, letter_text
from services.documents.unit_facts import letterhead_of
from services.errors import InvalidError, NotFoundError, StaleError
from services.persian.text import display_form
from services.typed import LINE, line
from services.unit_of_work import Tx

BODY = 12_000
"""The longest text, in characters."""


def rows_of(tx: Tx) -> tuple[LetterRow, ...]:
    """Every text that can be edited, by paper."""
    own, names = own_texts(tx), _names(tx)
    return tuple(_row(sample, own.get(letter), names) for letter, sample in samples().items())


def detail_of(tx: Tx, letter: str) -> LetterDetail:
    """All about one text; NotFoundError for a letter that nobody can edit."""
    return _detail(tx, _sample(letter))


def previewed(tx: Tx, draft: LetterDraft) -> Paper:
    """The sample paper with the text as it was typed."""
    sample = _sample(draft.letter)
    return compose(_composition(tx, sample, _checked(sample, draft)))


def save(tx: Tx, draft: LetterDraft, number: int) -> LetterDetail:
    """A new version after `number`."""
    sample = _sample(draft.letter)
    text = _checked(sample, draft)
    compose(_composition(tx, sample, text))
    return _store(tx, sample, number, text)


def restore(tx: Tx, letter: str, version: int, number: int) -> LetterDetail:
    """An earlier version again, as a new one after `number`; 0 is the text of the program."""
    sample = _sample(letter)
    found = next((row for row in _versions(tx, letter) if row.number == version), None)
    if found is None and version:
        raise NotFoundError("documents.template_no_version")
    is_shipped = found is None or found.follows_shipped
    text = letter_text(letter) if found is None else text_of_row(found)
    compose(_composition(tx, sample, text))
    return _store(tx, sample, number, text, follows_shipped=is_shipped)


def warnings_of(draft: LetterDraft) -> tuple[str, ...]:
    """What the text should not say (R-11, P-5), each with its line in the body; title and subject count as line 1."""
    found: dict[str, None] = {}
    lines = (f"{draft.title} {draft.subject} {draft.body.partition(chr(10))[0]}", *draft.body.split("\n")[1:])
    for warning in shelf.read_toml("letters", "warnings.toml")["warning"]:
        if warning["letters"] and draft.letter not in warning["letters"]:
            continue
        for place, text in enumerate(lines, start=1):
            for word in warning["words"]:
                if word in text:
                    found[say(f"documents.warning.{warning['sentence']}", line=place, word=word)] = None
                    break
    return tuple(found)


@cache
def places_of(letter: str) -> tuple[LetterPlace, ...]:
    """The places that a text may use, in the order of their list."""
    tables = shelf.read_toml("letters", "fields.toml")
    labels, choices = tables["label"], tables["choices"]
    plain = (LetterPlace(name, labels[name], name in choices) for name in tables["fields"][letter])
    return tuple(replace(place, opens=opening(place), closes=closing(place)) for place in plain)


def _sample(letter: str) -> Sample:
    found = samples().get(letter)
    if found is None:
        raise NotFoundError("errors.not_found")
    return found


def _checked(sample: Sample, draft: LetterDraft) -> LetterText:
    """The text in the form that is stored; its lines stay the lines that were typed."""
    shipped = letter_text(sample.letter)
    title = line("title", draft.title, LINE, needed="documents.template_no_title") if sample.is_first else ""
    subject = line("subject", draft.subject, LINE) if shipped.subject else ""
    for field, said in (("title", title), ("subject", subject)):
        if set("{}") & set(said):
            raise InvalidError("documents.template_plain", field)
    body = "\n".join(map(display_form, draft.body.replace("\r\n", "\n").replace("\r", "\n").split("\n"))).rstrip()
    if len(body) > BODY:
        raise InvalidError("errors.too_long", "body", limit=BODY)
    if not body.strip() and shipped.body.strip():  # a label has no words of its own
        raise InvalidError("documents.template_empty", "body")
    places = places_of(sample.letter)
    body = stored(body, places)
    try:
        check_places(body, (place.name for place in places))
    except TemplateError as error:
        raise TemplateError(error.line, shown(error.name, places), error.key) from None
    return LetterText(
        sample.letter, shipped.version, title or shipped.title, subject or shipped.subject, body, is_own=True
    )


def _composition(tx: Tx, sample: Sample, text: LetterText) -> Composition:
    """The sample paper with this text among its texts."""
    letters = texts_of(tx, letters_of(sample.content))
    put = tuple(text if letter.letter == text.letter else letter for letter in letters)
    return Composition(sample.content, letterhead_of(tx), put, look_of(tx))


def _store(tx: Tx, sample: Sample, number: int, text: LetterText, *, follows_shipped: bool = False) -> LetterDetail:
    held = own_texts(tx).get(sample.letter)
    if (held.number if held else 0) != number:
        raise StaleError("errors.stale")
    row = LetterTemplate(
        letter=sample.letter,
        number=number + 1,
        title=text.title,
        subject=text.subject,
        body=text.body,
        follows_shipped=follows_shipped,
        shipped_version=letter_text(sample.letter).version,
        saved_by_id=tx.actor.staff_id,
        saved_at=tx.now,
    )
    tx.add(row)
    tx.session.flush()
    own_texts(tx)[sample.letter] = row
    tx.record("letter_template.restore_shipped" if follows_shipped else "letter_template.save", "unit", row.id)
    tx.changed("letter_template", row.id)
    return _detail(tx, sample)


def _detail(tx: Tx, sample: Sample) -> LetterDetail:
    letter, names = sample.letter, _names(tx)
    held = own_texts(tx).get(letter)
    shipped = letter_text(letter)
    versions = tuple(
        LetterVersion(
            row.number, row.saved_at, names.get(row.saved_by_id, ""), _draft(text_of_row(row)), row.follows_shipped
        )
        for row in _versions(tx, letter)
    )
    return LetterDetail(
        _row(sample, held, names),
        _draft(text_of_row(held) if held else shipped),
        _draft(shipped),
        held.number if held else 0,
        sample.is_first,
        bool(shipped.subject),
        places_of(letter),
        versions,
    )


def _row(sample: Sample, held: LetterTemplate | None, names: dict[object, str]) -> LetterRow:
    shipped = letter_text(sample.letter)
    row = LetterRow(sample.letter, say(f"documents.kind.{sample.kind.value}"), shipped.title)
    if held is None:
        return row
    is_own = not held.follows_shipped
    return replace(
        row,
        is_own=is_own,
        is_behind=is_own and held.shipped_version < shipped.version,
        saved_at=held.saved_at,
        saved_by=names.get(held.saved_by_id, ""),
    )


def _draft(text: LetterText) -> LetterDraft:
    body = shown(text.body.rstrip("\n"), places_of(text.letter))
    return LetterDraft(text.letter, text.title, text.subject, body)


def _versions(tx: Tx, letter: str) -> list[LetterTemplate]:
    query = (
        select(LetterTemplate)
        .where(LetterTemplate.unit_id == tx.actor.unit_id, LetterTemplate.letter == letter)
        .order_by(LetterTemplate.number.desc())
    )
    return list(tx.session.scalars(query))


def _names(tx: Tx) -> dict[object, str]:
    query = select(Staff.id, Staff.full_name).where(Staff.unit_id == tx.actor.unit_id)
    rows = tx.session.execute(query)
    return {row.id: row.full_name for row in rows}
