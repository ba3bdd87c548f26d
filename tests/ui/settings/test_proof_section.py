"""Keys and pages in the head's settings; everybody looks papers up by their short code."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, OpenedUnit, opened_unit
from tests.ui.settings.test_settings_page import _desk
from ui.settings.proof_section import ProofSection


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


def test_the_head_hands_out_keys_and_replaces_one(qtbot: QtBot, unit: OpenedUnit, tmp_path: Path) -> None:
    desk = _desk(qtbot, unit, unit.head)
    section = desk.section("proof")
    assert isinstance(section, ProofSection)
    desk.settle()
    assert "کلید کنونی" in section._keys.text()
    page = tmp_path / "page.html"
    section.save_to(page, lambda: unit.services.proofs.court_page(unit.head))
    desk.settle()
    assert 'dir="rtl"' in page.read_text("utf-8")
    assert "page.html" in section._result._words.text()
    section.renew()
    desk.settle()
    assert "برگ‌های پیشین" in section._keys.text()
    card = tmp_path / "no.sazesh-keys"
    card.write_text("no card")
    section.take_card(card)
    desk.settle()
    assert "برگ کلید سازش نیست" in section._result._words.text()


def test_a_counsellor_looks_papers_up_and_sees_no_keys(qtbot: QtBot, unit: OpenedUnit) -> None:
    desk = _desk(qtbot, unit, unit.sign_in(COUNSELLOR, COUNSELLOR_WORD))
    section = desk.section("proof")
    assert isinstance(section, ProofSection)
    assert not hasattr(section, "_keys")
    section.look_up("0000-0000")
    desk.settle()
    assert "در دفتر این واحد نیست" in section._found._words.text()
    assert not section._open.isVisible()
