"""The look of the unit's papers: words of the head, emblem, font and the form of the numbers."""

import pickle
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import reportlab
from PIL import Image, ImageDraw
from sqlalchemy import event, select

from models.letter import Document
from models.paper_look import PaperFile
from resources import shelf
from services.documents import LookDraft, PaperLooks
from services.documents.blocks import Look
from services.documents.composing import Composition, compose, from_snapshot, letters_of
from services.documents.emblem import emblem_of
from services.documents.installed_fonts import installed_fonts
from services.documents.look import file_of
from services.documents.render import render, render_paper
from services.documents.samples import samples
from services.documents.templates import letter_text
from services.documents.typesetting.stamping import Stamp, stamp_pages
from services.errors import InvalidError, NotAllowedError, StaleError
from tests.services.documents.papers.samples import LETTERHEAD
from tests.services.documents.readers import READERS, flat
from tests.services.documents.scene import Scene

REGULAR = shelf.path("fonts", "Vazirmatn-Medium.ttf").read_bytes()
BOLD = shelf.path("fonts", "Vazirmatn-Bold.ttf").read_bytes()
LATIN = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()


def picture(kind: str = "PNG", size: tuple[int, int] = (700, 640), mode: str = "RGB") -> bytes:
    image = Image.new(mode, size)
    ImageDraw.Draw(image).ellipse((10, 10, size[0] - 10, size[1] - 10), fill="green")
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


@pytest.fixture
def looks(scene: Scene) -> PaperLooks:
    return PaperLooks(scene.unit.uow)


def current(looks: PaperLooks, scene: Scene) -> tuple[LookDraft, tuple[int, int]]:
    detail = looks.get(scene.unit.head)
    return detail.draft, detail.versions


def save(looks: PaperLooks, scene: Scene, **changes: Any) -> LookDraft:
    draft, versions = current(looks, scene)
    return looks.save(scene.unit.head, replace(draft, **changes), versions).value.draft


def test_what_is_stored_is_what_was_typed(looks: PaperLooks, scene: Scene) -> None:
    draft, versions = current(looks, scene)
    assert (draft.number_format, draft.opening, draft.emblem) == ("{یگان}/۴/{شماره}", "", b"")
    stored = save(
        looks, scene, opening="باسمه تعالی", motto="سال ۱۴۰۵", greeting="با سلام", to_first=True, emblem=picture()
    )
    assert stored == looks.get(scene.unit.head).draft
    assert (stored.opening, stored.motto, stored.greeting, stored.to_first) == (
        "باسمه تعالی",
        "سال ۱۴۰۵",
        "با سلام",
        True,
    )
    assert stored.emblem == emblem_of(picture())
    with pytest.raises(StaleError):
        looks.save(scene.unit.head, draft, versions)
    assert pickle.loads(pickle.dumps(looks.get(scene.unit.head))).draft == stored


@pytest.mark.parametrize("reader", READERS)
def test_papers_to_come_have_the_look(looks: PaperLooks, scene: Scene, reader: Any, tmp_path: Path) -> None:
    old = scene.issue(scene.certificate())
    before = scene.content(old)
    save(
        looks,
        scene,
        opening="باسمه تعالی",
        motto="سال سرمایه‌گذاری برای تولید",
        greeting="با سلام و صلوات",
        number_format="{یگان}/{سال}/{شماره:۳}",
        emblem=picture(),
        font=REGULAR,
        bold=BOLD,
        font_name="قلم نمونه",
    )
    paper = scene.issue(scene.invitation())
    content = scene.content(paper)
    assert paper.number == "1112/1405/002"
    text = flat(reader(content, tmp_path))
    for words in ("باسمه تعالی", "سال سرمایه‌گذاری برای تولید", "با سلام و صلوات", "۱۱۱۲/۱۴۰۵/۰۰۲", "دعوت می‌شود"):
        assert words in text
    assert b"/Subtype /Image" in content
    assert b"Vazirmatn-Medium" in content
    assert b"Vazirmatn-Regular" not in content
    assert scene.content(old) == before
    snapshot = _snapshots(scene)[-1]

    def file(sha256: str) -> bytes:
        with scene.unit.uow.read(scene.unit.head) as tx:
            return file_of(tx, sha256)

    assert render(compose(from_snapshot(snapshot, file))) == content
    stamped = stamp_pages(content, [Stamp("رونوشت", "پا"), Stamp("", "")])
    assert stamped.startswith(content)
    assert flat(reader(stamped, tmp_path)).count("۱۱۱۲/۱۴۰۵/۰۰۲") >= 2


def _snapshots(scene: Scene) -> list[Any]:
    with scene.unit.uow.read(scene.unit.head) as tx:
        return list(tx.session.scalars(select(Document.snapshot).order_by(Document.id)))


def test_the_serial_goes_on_whatever_the_form(looks: PaperLooks, scene: Scene) -> None:
    numbers = [scene.issue(scene.certificate()).number]
    save(looks, scene, number_format="{سال}-{شماره}")
    numbers.append(scene.issue(scene.certificate()).number)
    assert numbers == ["1112/4/1", "1405-2"]


def test_a_neutral_paper_shows_no_emblem(looks: PaperLooks, scene: Scene) -> None:
    """P-2: nobody can know whether the picture tells."""
    save(looks, scene, emblem=picture())
    assert b"/Subtype /Image" not in scene.content(scene.issue(scene.certificate(form="neutral")))
    assert b"/Subtype /Image" in scene.content(scene.issue(scene.certificate()))


def test_the_order_of_sender_and_addressee() -> None:
    content = samples()["referral_reply"].content
    letters = tuple(letter_text(name) for name in letters_of(content))
    orders = []
    for to_first in (False, True):
        paper = compose(Composition(content, replace(LETTERHEAD, to_first=to_first), letters))
        orders.append([block.text.split(":")[0] for block in paper.blocks[:2]])  # type: ignore[union-attr]
    assert orders == [["از", "به"], ["به", "از"]]


def test_the_preview_is_what_will_be(looks: PaperLooks, scene: Scene) -> None:
    draft, _versions = current(looks, scene)
    typed = replace(draft, number_format="{یگان}/{شماره}", motto="سال نمونه")
    preview = looks.preview(scene.unit.head, typed)
    assert [number.strip("\u2066\u2069") for number in preview.numbers] == ["۱۱۱۲/۳۷", "۱۱۱۲/۳۷/م"]
    assert preview.pages == 1
    assert scene.rows(PaperFile) == []
    assert looks.preview(scene.unit.head, typed).content == preview.content


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_emblem_becomes_small_and_stays_the_same(kind: str) -> None:
    made = emblem_of(picture(kind))
    assert len(made) < 20_000
    assert emblem_of(made) == made
    with Image.open(BytesIO(made)) as image:
        assert max(image.size) == 240


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1", "LA"])
@pytest.mark.parametrize("size", [(1, 1), (900, 40), (40, 900), (3000, 2000)])
def test_any_picture_can_be_an_emblem(mode: str, size: tuple[int, int]) -> None:
    out = BytesIO()
    Image.new(mode, size).save(out, "PNG")
    made = emblem_of(out.getvalue())
    content = samples()["invitation_letter"].content
    letters = tuple(letter_text(name) for name in letters_of(content))
    assert render_paper(compose(Composition(content, LETTERHEAD, letters, Look(made)))).pages == 1


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"GIF89a", "documents.emblem_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "documents.emblem_unreadable"),
        (picture()[:300], "documents.emblem_unreadable"),
        (b"x" * 4_000_001, "documents.emblem_too_large"),
        (picture(size=(6_100, 40)), "documents.emblem_too_large"),
        (picture("BMP", (60, 60)), "documents.emblem_unreadable"),
    ],
)
def test_what_is_no_emblem(looks: PaperLooks, scene: Scene, content: bytes, key: str) -> None:
    draft, versions = current(looks, scene)
    for refused in (
        lambda: looks.preview(scene.unit.head, replace(draft, emblem=content)),
        lambda: looks.save(scene.unit.head, replace(draft, emblem=content), versions),
    ):
        with pytest.raises(InvalidError) as caught:
            refused()
        assert (caught.value.key, caught.value.field) == (key, "emblem")
    assert scene.rows(PaperFile) == []


def _restricted(content: bytes) -> bytes:
    """The font with the right to embed it taken away."""
    changed = bytearray(content)
    count = struct.unpack_from(">H", content, 4)[0]
    for number in range(count):
        at = 12 + 16 * number
        if content[at : at + 4] == b"OS/2":
            struct.pack_into(">H", changed, struct.unpack_from(">L", content, at + 8)[0] + 8, 0x0002)
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (LATIN, "documents.font_lacks"),
        (_restricted(REGULAR), "documents.font_not_embedded"),
        (b"OTTO" + b"x" * 90, "documents.font_not_true_type"),
        (REGULAR[:4000], "documents.font_unreadable"),
        (REGULAR[:4] + b"\xff" * 400, "documents.font_unreadable"),
        (b"", None),
    ],
)
def test_a_font_is_refused_in_words(looks: PaperLooks, scene: Scene, content: bytes, key: str | None) -> None:
    draft, _versions = current(looks, scene)
    if key is None:
        assert looks.preview(scene.unit.head, replace(draft, font=content)).pages
        return
    for changed in (replace(draft, font=content), replace(draft, font=REGULAR, bold=content)):
        with pytest.raises(InvalidError) as caught:
            looks.preview(scene.unit.head, changed)
        assert (caught.value.key, caught.value.field) == (key, "font")


def test_only_who_keeps_the_settings(looks: PaperLooks, scene: Scene) -> None:
    for refused in (
        lambda: looks.get(scene.worker),
        lambda: looks.preview(scene.worker, LookDraft()),
        lambda: looks.save(scene.worker, LookDraft(), (0, 1)),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_a_paper_asks_one_statement_for_its_look(looks: PaperLooks, scene: Scene) -> None:
    save(looks, scene, emblem=picture(), font=REGULAR)
    scene.documents.preview(scene.worker, scene.invitation())
    asked: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(scene.unit.engine, "before_cursor_execute", note)
    scene.documents.preview(scene.worker, scene.invitation())
    assert not any("paper_file" in statement for statement in asked)
    assert len(asked) == len(set(asked)) or sum("letter_template" in statement for statement in asked) == 1


def test_fonts_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("Regular", "Bold", "Medium"):
        content = shelf.path("fonts", f"Vazirmatn-{name}.ttf").read_bytes()
        (tmp_path / "in" / f"{name}.TTF").write_bytes(content)
    (tmp_path / "broken.ttf").write_bytes(REGULAR[:90])
    (tmp_path / "none.ttf").write_bytes(b"no font")
    found = {font.name: font for font in installed_fonts((str(tmp_path), str(tmp_path / "nowhere")))}
    assert found["Vazirmatn"].regular.endswith("Regular.TTF")
    assert found["Vazirmatn"].bold.endswith("Bold.TTF")
    assert "Vazirmatn Medium" in found
