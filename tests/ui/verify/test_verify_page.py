"""A paper in somebody's hand: from a file, a photo or pasted text, before anybody has signed in."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.documents.proving.checking import Judgement, Verdict
from services.documents.proving.known_keys import KNOWN_KEYS, key_card
from services.documents.render import render
from tests.services.documents.proving.signer import Signer
from tests.services.documents.proving.test_pictures import copied, proven, sheets
from tests.services.opened_unit import OpenedUnit, opened_unit
from tests.ui.start.scene import Scene, start
from ui.sign_in.sign_in_page import SignInPage
from ui.verify.paper_file import judge_file
from ui.verify.verify_page import VerifyPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that knows one key, and no more."""
    made = tmp_path / "data"
    made.mkdir()
    (made / KNOWN_KEYS).write_bytes(key_card((Signer().known,)))
    return made


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    unit: OpenedUnit = opened_unit(tmp_path / "unit")
    unit.services.close()
    (unit.folder / KNOWN_KEYS).write_bytes(key_card((Signer().known,)))
    made = start(qtbot, unit.folder, unit.clock)
    yield made
    made.end()


def judged(folder: Path, name: str, content: bytes) -> Verdict:
    file = folder.parent / name
    file.write_bytes(content)
    return judge_file(folder, file)


def test_a_pdf_is_genuine_and_one_with_a_changed_name_amount_or_date_is_altered(folder: Path, qapp: object) -> None:
    made = proven("ordinary")
    assert judged(folder, "paper.pdf", render(made)).judgement is Judgement.GENUINE
    from dataclasses import replace

    from services.documents.blocks import Paragraph

    for was, now in (("فرهاد", "فرزاد"), ("۱۵۰", "۹۵۰"), ("۱۴۰۵/۰۹/۲۹", "۱۴۰۵/۱۰/۲۹")):
        blocks = tuple(
            replace(block, text=block.text.replace(was, now)) if isinstance(block, Paragraph) else block
            for block in made.blocks
        )
        verdict = judged(folder, "forged.pdf", render(replace(made, blocks=blocks)))
        assert verdict.judgement is Judgement.ALTERED
        assert verdict.differing


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_scan_is_read(folder: Path, qapp: object, ending: str, tmp_path: Path) -> None:
    page = pypdfium2.PdfDocument(render(proven("short")))[0]
    file = tmp_path / f"scan.{ending}"
    page.render(scale=200 / 72).to_pil().convert("RGB").rotate(3, fillcolor="white").save(file)
    assert judge_file(folder, file).judgement is Judgement.GENUINE


def test_two_sheets_scanned_into_one_file_are_read_though_they_are_faint(folder: Path, qapp: object) -> None:
    (sheet,) = sheets(proven("ordinary"), 150)
    scanned = io.BytesIO()
    Image.new("L", sheet.size, 255).save(scanned, "PDF", resolution=150, save_all=True, append_images=[copied(sheet)])
    assert judged(folder, "scan.pdf", scanned.getvalue()).judgement is Judgement.GENUINE


def test_a_file_that_was_cut_off_is_no_genuine_one(folder: Path, qapp: object) -> None:
    content = render(proven("ordinary"))
    for share in (0.3, 0.7, 0.95):
        verdict = judged(folder, "cut.pdf", content[: int(len(content) * share)])
        assert verdict.judgement in (Judgement.NO_CODE, Judgement.ALTERED)


def test_a_text_file_an_empty_one_and_rubbish(folder: Path, qapp: object) -> None:
    proof = proven("short").proof
    assert proof is not None
    assert judged(folder, "code.txt", proof.payload.encode()).judgement is Judgement.GENUINE
    for content in (b"", b"%PDF-1.7 rubbish", b"\x89PNG\r\n", bytes(range(256)) * 9):
        assert judged(folder, "rubbish", content).judgement is Judgement.NO_CODE


def test_from_the_sign_in_page_and_back(scene: Scene) -> None:
    page = scene.shown()
    assert isinstance(page, SignInPage)
    scene.idle()
    scene.qtbot.mouseClick(page._verify, Qt.MouseButton.LeftButton)
    checking = scene.shown()
    assert isinstance(checking, VerifyPage)
    proof = proven("short").proof
    assert proof is not None
    with scene.qtbot.waitSignal(checking.judged):
        checking._letters.setPlainText(proof.payload)
        scene.qtbot.mouseClick(checking._check, Qt.MouseButton.LeftButton)
    card = checking.verdict_card()
    assert card.isVisible()
    assert "بهرامی" in card._text.text()
    checking.check_letters(proof.code)
    assert not card.isVisible()
    assert "واحد صادرکننده" in checking._said.text()
    scene.qtbot.mouseClick(checking._back, Qt.MouseButton.LeftButton)
    assert scene.shown() is page


def test_a_file_that_is_gone_is_told(scene: Scene, tmp_path: Path) -> None:
    scene.idle()
    scene.program.show_verify(tmp_path / "gone.pdf", alone=True)
    checking = scene.shown()
    assert isinstance(checking, VerifyPage)
    scene.until(lambda: "خوانده نمی‌شود" in checking._said.text())
