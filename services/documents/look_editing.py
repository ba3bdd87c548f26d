"""Changing the papers' look inside an open transaction: what is refused, and the files that are kept."""

import struct
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import select

from models.paper_look import PaperFile
from models.unit import Setting, Unit
from services.catalogue import say
from services.documents.blocks import Look
from services.documents.composing import Composition, compose, letters_of
from services.documents.emblem import emblem_of
from services.documents.look import KEY, StoredLook, file_of, stored_look
from services.documents.look_shapes import LookDetail, LookDraft, LookPreview
from services.documents.own_letters import texts_of
from services.documents.papers.issue import code
from services.documents.render import Rendered, render_paper
from services.documents.samples import samples
from services.documents.unit_facts import letterhead_of
from services.errors import InvalidError, StaleError
from services.numbering import LETTER_BOOKS
from services.persian.jalali import to_jalali
from services.persian.text import display_form
from services.typed import LINE, line
from services.unit_of_work import Tx, unit_row
from services.unit_profile.letter_pattern import TOKENS, read_pattern, shown_pattern, words_of
from services.unit_profile.service import letter_example

SHOWN = "referral_reply"
"""The letter that shows the look: it has sender, addressee, number and greeting."""
MOTTO = 90
OPENING = 40


@dataclass(frozen=True, slots=True)
class _Checked:
    """A draft that can be used: words in the form that is stored, files as they are kept."""

    stored: StoredLook
    look: Look
    pattern: str
    warnings: tuple[str, ...]


def detail_of(tx: Tx) -> LookDetail:
    """What is stored."""
    stored, version = stored_look(tx)
    unit = unit_row(tx)
    files = Look(*(file_of(tx, each) if each else b"" for each in (stored.emblem, stored.font, stored.bold)))
    return _detail(_as_stored(_Checked(stored, files, unit.letter_no_format, ())), (version, unit.version))


def previewed(tx: Tx, draft: LookDraft) -> LookPreview:
    """The letter in this look, with a number of this form."""
    checked, unit = _checked(draft), unit_row(tx)
    year = to_jalali(tx.today)[0]
    numbers = tuple(code(letter_example(unit, checked.pattern, year, book)) for book in LETTER_BOOKS)
    rendered = _rendered(tx, checked, unit, year)
    warnings = (*checked.warnings, *rendered.warnings)
    return LookPreview(rendered.content, rendered.pages, (numbers[0], numbers[1]), warnings)


def save(tx: Tx, draft: LookDraft, versions: tuple[int, int]) -> LookDetail:
    """Keep the files and choose them, for all papers to come."""
    checked, unit = _checked(draft), unit_row(tx)
    _rendered(tx, checked, unit, to_jalali(tx.today)[0])
    if (stored_look(tx)[1], unit.version) != versions:
        raise StaleError("errors.stale")
    for content, name in _files(checked):
        _keep(tx, content, name)
    row = tx.session.scalars(
        select(Setting).where(Setting.unit_id == tx.actor.unit_id, Setting.key == KEY)
    ).one_or_none()
    if row is None:
        row = Setting(unit_id=tx.actor.unit_id, key=KEY, value={})
        tx.session.add(row)
    row.value = asdict(checked.stored)
    if unit.letter_no_format != checked.pattern:
        unit.letter_no_format = checked.pattern
        tx.changed("unit", unit.id)
    tx.record("paper_look.save", "setting", unit.id)
    tx.changed("paper_look")
    tx.session.flush()
    return _detail(_as_stored(checked), (row.version, unit.version))


def _detail(draft: LookDraft, versions: tuple[int, int]) -> LookDetail:
    places = tuple(f"{{{words_of(token)}}}" for token in TOKENS)
    return LookDetail(draft, versions, say("documents.opening"), say("documents.greeting"), places)


def _as_stored(checked: _Checked) -> LookDraft:
    stored, look = checked.stored, checked.look
    words = (stored.opening, stored.motto, stored.greeting, stored.to_first, shown_pattern(checked.pattern))
    return LookDraft(*words, look.emblem, look.font, look.bold, stored.font_name)


def _checked(draft: LookDraft) -> _Checked:
    emblem = _emblem(draft.emblem) if draft.emblem else b""
    warnings = _font_warnings(draft.font) if draft.font else ()
    if draft.font and draft.bold:
        _font_warnings(draft.bold)
    look = Look(emblem, draft.font, draft.bold if draft.font else b"")
    hashes = look.hashes()
    stored = StoredLook(
        line("opening", draft.opening, OPENING),
        line("motto", draft.motto, MOTTO),
        line("greeting", draft.greeting, LINE),
        draft.to_first,
        hashes.get("emblem", ""),
        hashes.get("font", ""),
        hashes.get("bold", ""),
        display_form(draft.font_name)[:LINE] if draft.font else "",
    )
    return _Checked(stored, look, read_pattern(draft.number_format), warnings)


@lru_cache(maxsize=4)
def _emblem(content: bytes) -> bytes:
    """The stored form, made once while somebody types beside it."""
    return emblem_of(content)


@lru_cache(maxsize=4)
def _font_warnings(content: bytes) -> tuple[str, ...]:
    from services.documents.typesetting.own_font import examine_font

    return (say("documents.font_no_latin"),) if examine_font(content).lacks_latin else ()


def _rendered(tx: Tx, checked: _Checked, unit: Unit, year: int) -> Rendered:
    stored = checked.stored
    content = samples()[SHOWN].content
    head = replace(
        letterhead_of(tx),
        opening=stored.opening,
        motto=stored.motto,
        greeting=stored.greeting,
        to_first=stored.to_first,
    )
    composition = Composition(content, head, texts_of(tx, letters_of(content)), checked.look)
    issue = getattr(content, "issue", None)
    assert issue is not None
    numbered = composition.with_issue(replace(issue, number=letter_example(unit, checked.pattern, year)))
    try:
        return render_paper(compose(numbered))
    except (struct.error, IndexError, KeyError, ZeroDivisionError) as error:
        if not checked.look.font:
            raise
        raise InvalidError(
            "documents.font_unreadable", "font"
        ) from error  # its tables hold together, not its letters


def _files(checked: _Checked) -> list[tuple[bytes, str]]:
    name = checked.stored.font_name
    named = (
        (checked.look.emblem, say("documents.emblem_name")),
        (checked.look.font, name),
        (checked.look.bold, name),
    )
    return [(content, name) for content, name in named if content]


def _keep(tx: Tx, content: bytes, name: str) -> None:
    key = sha256(content).hexdigest()
    held = select(PaperFile.id).where(PaperFile.unit_id == tx.actor.unit_id, PaperFile.sha256 == key)
    if tx.session.scalar(held) is not None:
        return
    row = PaperFile(
        name=name,
        size=len(content),
        sha256=key,
        content=content,
        added_by_id=tx.actor.staff_id,
        added_at=tx.now,
    )
    tx.add(row)
    tx.session.flush()
