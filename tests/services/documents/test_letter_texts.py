"""Letter texts that the head edits: versions, what is refused and where, what is only warned of."""

import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from models.enums import DocumentState
from models.letter import Document
from models.paper_look import LetterTemplate
from models.unit import AuditEvent
from resources import shelf
from services.documents import LetterDraft, LetterTexts, PaperKind
from services.documents import templates as templates_module
from services.documents.blocks import Letterhead
from services.documents.composing import Composition, compose, from_snapshot, letters_of
from services.documents.letter_editing import places_of, warnings_of
from services.documents.render import render, render_paper
from services.documents.samples import samples
from services.documents.templates import TemplateError, letter_text
from services.errors import AppError, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.persian.text import display_multiline
from tests.services.documents.readers import READERS, flat
from tests.services.documents.scene import Scene

HEAD = Letterhead(("کلانتری ۱۲",), "دایره مشاوره و مددکاری اجتماعی")
LETTERS = tuple(samples())
BODY = "سلام\n\nاز شما دعوت می‌شود، {{ greeting }}."


@pytest.fixture
def texts(scene: Scene) -> LetterTexts:
    return LetterTexts(scene.unit.uow)


def draft(body: str = BODY, letter: str = "invitation_letter", title: str = "دعوت‌نامه") -> LetterDraft:
    return LetterDraft(letter, title, "گفت‌وگو", body)


def test_every_paper_has_a_sample_and_every_text_its_places() -> None:
    """A new kind of paper is only done with made-up content for its texts (samples.toml, fields.toml)."""
    assert {sample.kind for sample in samples().values()} == set(PaperKind)
    assert set(LETTERS) == set(shelf.read_toml("letters", "fields.toml")["fields"])


@pytest.mark.parametrize("letter", LETTERS)
def test_the_places_are_those_that_the_composer_fills(letter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: dict[str, frozenset[str]] = {}
    real = templates_module._checked

    def noting(text: str, known: frozenset[str]) -> Any:
        filled[text] = known
        return real(text, known)

    monkeypatch.setattr(templates_module, "_checked", noting)
    content = samples()[letter].content
    compose(Composition(content, HEAD, tuple(letter_text(name) for name in letters_of(content))))
    assert filled[letter_text(letter).body] == {place.name for place in places_of(letter)}


@pytest.mark.parametrize("letter", LETTERS)
def test_a_sample_paper_can_be_read(letter: str) -> None:
    content = samples()[letter].content
    rendered = render_paper(
        compose(Composition(content, HEAD, tuple(letter_text(name) for name in letters_of(content))))
    )
    assert rendered.pages in (1, 2, 3)
    assert rendered.warnings == ()


@pytest.mark.parametrize("letter", LETTERS)
def test_a_shipped_text_stored_as_it_is_makes_the_same_paper(letter: str, texts: LetterTexts, scene: Scene) -> None:
    head = scene.unit.head
    detail = texts.get(head, letter)
    before = texts.preview(head, detail.draft)
    texts.save(head, detail.draft, 0)
    assert texts.preview(head, texts.get(head, letter).draft).content == before.content


@pytest.mark.parametrize("reader", READERS)
def test_papers_to_come_are_made_with_the_new_text(
    texts: LetterTexts, scene: Scene, reader: Any, tmp_path: Any
) -> None:
    old = scene.issue(scene.invitation())
    before = scene.content(old)
    texts.save(scene.unit.head, draft("{{ greeting }}\n\nبرای نوشیدن چای دعوت هستید."), 0)
    new = scene.issue(scene.invitation())
    assert "برای نوشیدن چای دعوت هستید" in flat(reader(scene.content(new), tmp_path))
    assert "سلام علیکم" in flat(reader(scene.content(new), tmp_path))
    assert scene.content(old) == before
    rows = {row.id: row for row in scene.rows(Document)}
    assert rows[old.id].template_version == "invitation_letter/1 invitation_closing/1"
    assert rows[new.id].template_version == "invitation_letter/own-1 invitation_closing/1"


def test_the_snapshot_holds_the_text_of_its_day(texts: LetterTexts, scene: Scene) -> None:
    texts.save(scene.unit.head, draft(), 0)
    paper = scene.issue(scene.invitation())
    content = scene.content(paper)
    texts.save(scene.unit.head, draft("چیز دیگر"), 1)
    from sqlalchemy import select

    with scene.unit.uow.read(scene.unit.head) as tx:
        [snapshot] = tx.session.scalars(select(Document.snapshot).where(Document.state == DocumentState.ISSUED))
    assert render(compose(from_snapshot(snapshot))) == content


def test_versions_tell_who_and_when_and_can_be_gone_back_to(texts: LetterTexts, scene: Scene) -> None:
    head = scene.unit.head
    texts.save(head, draft("نخست"), 0)
    texts.save(head, draft("دوم"), 1)
    detail = texts.restore(head, "invitation_letter", 1, 2).value
    assert [(row.number, row.draft.body) for row in detail.versions] == [(3, "نخست"), (2, "دوم"), (1, "نخست")]
    assert {row.by for row in detail.versions} == {"مهناز کاوه"}
    assert (detail.draft.body, detail.number, detail.row.is_own) == ("نخست", 3, True)
    shipped = texts.restore(head, "invitation_letter", 0, 3).value
    assert shipped.draft == shipped.shipped
    assert (shipped.row.is_own, shipped.versions[0].is_shipped, shipped.number) == (False, True, 4)
    assert texts.restore(head, "invitation_letter", 2, 4).value.draft.body == "دوم"
    assert pickle.loads(pickle.dumps(detail)) == detail
    actions = [row.action for row in scene.rows(AuditEvent)]
    assert actions.count("letter_template.save") == 4
    assert actions.count("letter_template.restore_shipped") == 1


def test_an_update_overwrites_nothing_and_tells(
    texts: LetterTexts, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = scene.unit.head
    texts.save(head, draft("متن واحد"), 0)
    texts.restore(head, "own_data", 0, 0)
    real = templates_module._shipped

    def updated(letter: str) -> Any:
        from dataclasses import replace

        return replace(real(letter), version=9, body="متن تازه برنامه")

    monkeypatch.setattr(templates_module, "_shipped", updated)
    detail = texts.get(head, "invitation_letter")
    assert (detail.draft.body, detail.row.is_behind, detail.shipped.body) == ("متن واحد", True, "متن تازه برنامه")
    followed = texts.get(head, "own_data")
    assert (followed.draft.body, followed.row.is_behind) == ("متن تازه برنامه", False)


def test_two_heads_do_not_overwrite_each_other(texts: LetterTexts, scene: Scene) -> None:
    texts.save(scene.unit.head, draft("یک"), 0)
    with pytest.raises(StaleError):
        texts.save(scene.unit.head, draft("دو"), 0)
    assert [row.body for row in scene.rows(LetterTemplate)] == ["یک"]


@pytest.mark.parametrize(
    ("body", "line", "key"),
    [
        ("یک\n\n{{ nam }}", 3, "documents.template_unknown_field"),
        ("یک\n\n{درودی} چو بوی خوش", 3, "documents.template_unknown_field"),
        ("یک\n\n{سلام آغاز نام} خوش", 3, "documents.template_unknown_near"),
        ("{اگر سلام آغاز نامه}دو{پایان}", 1, "documents.template_unknown_near"),
        ("یک\n{} دو", 2, "documents.template_syntax"),
        ("یک }} دو", 1, "documents.template_syntax"),
        ("یک\n{% raw %}{{ x }}{% endraw %}", 2, "documents.template_not_allowed"),
        ("یک\n{سلام آغاز نامه", 2, "documents.template_syntax"),
        ("{اگر سلام آغاز نامه}\nدو", 1, "documents.template_syntax"),
        ("یک\n{اگر سلام آغاز نامه؛ نه خوش}دو{پایان اگر}", 2, "documents.template_unknown_field"),
        ("{# پنهان #}", 1, "documents.template_syntax"),
        ("\n\n{% for x in greeting %}x{% endfor %}", 3, "documents.template_not_allowed"),
        ("{% for a in range(1000000000) %}x{% endfor %}", 1, "documents.template_not_allowed"),
        ("{% if greeting %}\nدو\nسه", 1, "documents.template_syntax"),
        ("یک\n{{ greeting", 2, "documents.template_syntax"),
        ("{{ greeting.__class__ }}", 1, "documents.template_not_allowed"),
        ("{{ " + "(" * 3000 + " }}", 1, "documents.template_too_deep"),
        ("{% if not " + "not " * 2000 + "greeting %}a{% endif %}", 1, "documents.template_too_deep"),
        ("یک\n{% if " + "greeting and " * 700 + "greeting %}a{% endif %}", 2, "documents.template_too_deep"),
        ("یک\nدو\n{{ " + "-" * 9000 + "greeting }}", 3, "documents.template_too_deep"),
        ("یک\n" + "{% if greeting %}\n" * 300, 202, "documents.template_too_deep"),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_with_its_line(
    texts: LetterTexts, scene: Scene, body: str, line: int, key: str
) -> None:
    for refused in (
        lambda: texts.preview(scene.unit.head, draft(body)),
        lambda: texts.save(scene.unit.head, draft(body), 0),
    ):
        with pytest.raises(TemplateError) as caught:
            refused()
        assert (caught.value.line, caught.value.key) == (line, key)
    assert scene.rows(LetterTemplate) == []


@pytest.mark.parametrize(
    ("values", "field", "key"),
    [
        ({"title": " "}, "title", "documents.template_no_title"),
        ({"title": "آ" * 300}, "title", "errors.too_long"),
        ({"title": "دعوت از {نام}"}, "title", "documents.template_plain"),
        ({"body": "\n \n"}, "body", "documents.template_empty"),
        ({"body": "آ " * 7000}, "body", "errors.too_long"),
    ],
)
def test_other_fields(texts: LetterTexts, scene: Scene, values: Mapping[str, str], field: str, key: str) -> None:
    with pytest.raises(InvalidError) as caught:
        texts.save(scene.unit.head, draft(**values), 0)
    assert (caught.value.field, caught.value.key) == (field, key)


@pytest.mark.parametrize("letter", ["visit_certificate"])
def test_a_neutral_text_may_not_tell(texts: LetterTexts, scene: Scene, letter: str) -> None:
    """P-2: neither in the paper's name nor in its text."""
    with pytest.raises(InvalidError, match=r"documents\.neutral_word"):
        texts.save(scene.unit.head, draft("در جلسه مشاوره حضور داشت.", letter), 0)
    with pytest.raises(InvalidError, match=r"documents\.neutral_word"):
        texts.save(scene.unit.head, draft("حضور داشت.", letter, "گواهی مشاوره"), 0)


def test_a_threat_is_warned_of_and_not_blocked(texts: LetterTexts, scene: Scene) -> None:
    """R-11."""
    typed = draft("سلام\n\nاین اخطار است؛ در غیر این صورت جلب می‌شوید.")
    first, second = texts.preview(scene.unit.head, typed).warnings
    assert "خط ۳" in first
    assert "«اخطار»" in first
    assert "«جلب»" in second
    assert texts.save(scene.unit.head, typed, 0).value.number == 1
    assert warnings_of(draft("این اخطار است", "own_data")) == ()
    assert "«امتناع»" in warnings_of(draft("او امتناع کرد", "own_data"))[0]


@pytest.mark.parametrize("letter", LETTERS)
def test_no_shipped_text_is_warned_of(letter: str) -> None:
    text = letter_text(letter)
    assert warnings_of(LetterDraft(letter, text.title, text.subject, text.body)) == ()


def test_only_who_keeps_the_settings(texts: LetterTexts, scene: Scene) -> None:
    for refused in (
        lambda: texts.rows(scene.worker),
        lambda: texts.get(scene.worker, "own_data"),
        lambda: texts.preview(scene.worker, draft()),
        lambda: texts.save(scene.worker, draft(), 0),
        lambda: texts.restore(scene.worker, "own_data", 0, 0),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    with pytest.raises(NotFoundError):
        texts.get(scene.unit.head, "recovery_sheet")
    with pytest.raises(NotFoundError):
        texts.restore(scene.unit.head, "own_data", 7, 0)


def test_a_paper_asks_one_statement_for_its_texts(texts: LetterTexts, scene: Scene) -> None:
    texts.save(scene.unit.head, draft(), 0)
    asked: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(scene.unit.engine, "before_cursor_execute", note)
    scene.documents.preview(scene.worker, scene.invitation())
    assert sum("letter_template" in statement for statement in asked) == 1
    assert sum("FROM setting" in statement and "paper_look" not in statement for statement in asked) <= 2


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_text_is_taken_or_refused_in_words(body: str) -> None:
    from services.documents.letter_editing import _checked

    try:
        text = _checked(samples()["own_data"], LetterDraft("own_data", "نام", "", body))
    except AppError:
        return
    content = samples()["own_data"].content
    assert render(compose(Composition(content, HEAD, (text,))))
    assert display_multiline(text.body) == text.body.strip("\n")
