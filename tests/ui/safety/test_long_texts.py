"""Ten thousand letters in a field: one sentence beside it, and not a letter of them lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import show
from tests.ui.safety import scenes
from tests.ui.safety.hands import settle
from tests.ui.safety.scenes import Scene
from ui.runtime.errors import ErrorPresenter
from ui.safety.not_done_sheet import NotDoneSheet
from ui.safety.step_card import DONE
from ui.widgets.field import Field
from ui.widgets.sheet import open_sheet_of

LONG = "الف" * 3_400


@pytest.fixture
def told(scene: Scene, tmp_path: Path) -> list[str]:
    """What came as a toast; errors go where the program puts them."""
    found: list[str] = []
    presenter = ErrorPresenter(found.append, lambda _path: None, tmp_path)
    scene.desk.said.present = presenter.present  # type: ignore[assignment, method-assign]
    return found


Opened = tuple[Field, Callable[[], Any]]


def _plan(scene: Scene, page: Any) -> Opened:
    return page.field("main_concern"), page.main_action


def _health(scene: Scene, page: Any) -> Opened:
    return page.health.form.field("medication"), page.health.save


def _question(scene: Scene, page: Any) -> Opened:
    page.question.note.setText(LONG)
    page.question.answered.emit("no")
    settle(scene)
    page._to_closing()
    settle(scene)
    return page.question._noted, page._save


def _not_done(scene: Scene, page: Any) -> Opened:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, NotDoneSheet)
    return sheet.field("reason"), sheet.submitted.emit


def _danger(scene: Scene, page: Any) -> Opened:
    card = next(card for card in page.steps.values() if "note" in card.form.fields())
    card.answer.set_value(DONE)
    return card.form.field("note"), page.main_action


def _raised(scene: Scene, page: Any) -> Opened:
    sheet = open_sheet_of(page)
    assert sheet is not None
    form = sheet.form  # type: ignore[attr-defined]
    form.set_values({"person_id": form.field("person_id").edit.choices()[0].code, "kind": "weapon"})
    return form.field("note"), sheet.submitted.emit


@pytest.mark.parametrize(
    ("open_page", "find"),
    [
        (scenes.plan, _plan),
        (scenes.health, _health),
        (scenes.question, _question),
        (scenes.not_done, _not_done),
        (scenes.danger, _danger),
        (scenes.raise_sheet, _raised),
    ],
)
def test_a_sentence_stands_beside_and_the_text_stays(
    scene: Scene,
    told: list[str],
    open_page: Callable[[Scene], QWidget],
    find: Callable[[Scene, Any], Opened],
    qtbot: QtBot,
) -> None:
    page = open_page(scene)
    qtbot.addWidget(page)
    if not page.isVisible():
        show(page)
    settle(scene)
    field, submit = find(scene, page)
    if field.value() != LONG:
        field.set_value(LONG)
    submit()
    settle(scene)
    assert "حداکثر" in field.error(), told
    assert field.isVisible()
    assert str(field.value()) == LONG
    assert told == []
