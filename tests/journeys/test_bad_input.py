"""What should not be typed, typed into the real intake: each gets its sentence, and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.persian.digits import to_persian
from services.persian.jalali import from_jalali
from services.scheduling.shapes import AppointmentDraft
from tests.ui.desk import Desk, lay_desk, show
from ui.intake.intake_page import IntakePage
from ui.play.keyboard import CONTROL, Keyboard
from ui.play.story import script

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Intake:
    """The intake page before a person with a keyboard."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.keyboard = Keyboard(desk.lanes)
        self.page = IntakePage(desk.context_of("counsellor"), None)
        qtbot.addWidget(self.page)
        show(self.page)
        self.page.activate()
        self.keyboard.settle(lambda: self.page.focusWidget() is not None)

    @property
    def block(self) -> Any:
        return self.page.parties.blocks()[0]

    def party(self, key: str) -> Any:
        return self.block.grid.field(key)

    def type_into(self, field: Any, text: str) -> Any:
        """Type it and go on; the field."""
        self.keyboard.go_to(field.edit)
        self.keyboard.value(text)
        return field

    def paste_into(self, field: Any, text: str) -> Any:
        """From the clipboard, with the keyboard."""
        QGuiApplication.clipboard().setText(text)
        self.keyboard.go_to(field.edit)
        self.keyboard.key(Qt.Key.Key_V, CONTROL)
        self.keyboard.enter()
        return field

    def fill_and_register(self) -> Any:
        """What a file needs at least; the registered file."""
        self.keyboard.go_to(self.page.referral.field("source").edit)
        self.keyboard.choose(script()["danger"]["source"])
        self.keyboard.go_to(self.page.referral.field("primary_category").edit)
        self.keyboard.choose(script()["danger"]["category"])
        self.keyboard.settle()
        self.keyboard.save()
        self.keyboard.settle(lambda: bool(self.desk.said.went) or self.page.has_error())
        assert not self.page.has_error()
        actor = self.desk.actors["counsellor"]
        return self.desk.services.cases.get(actor, self.desk.said.went[-1][1])


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    desk = lay_desk(tmp_path)
    yield Intake(desk, qtbot)
    desk.close()


def test_a_wrong_check_digit(intake: Intake) -> None:
    field = intake.type_into(intake.party("identity"), script()["bad"]["wrong_code"])
    bar = intake.block.bar
    assert "کد ملی درست نیست" in field.error() or "کد ملی درست نیست" in bar.sentence()
    assert to_persian(script()["bad"]["wrong_code"]) in field.edit.text().replace(" ", "")


def test_the_31st_of_mehr(intake: Intake) -> None:
    intake.keyboard.go_to(intake.page.referral.field("source").edit)
    intake.keyboard.choose(script()["intake"]["source"])
    field = intake.type_into(intake.page.referral.field("letter_on"), script()["bad"]["too_late"])
    assert field.error() == "این ماه چنین روزی ندارد."
    assert "۳۱" in field.edit.text(), "what was typed stays to be mended"


def test_arabic_letters_and_digits(intake: Intake) -> None:
    bad = script()["bad"]
    intake.type_into(intake.party("family_name"), bad["arabic_name"])
    intake.type_into(intake.party("phone"), bad["arabic_digits"])
    assert intake.party("family_name").edit.text() == bad["arabic_shown"]
    detail = intake.fill_and_register()
    person = intake.desk.services.people.get(intake.desk.actors["counsellor"], detail.parties[0].person_id)
    assert person.family_name == bad["arabic_shown"]
    assert [contact.value for contact in person.contacts] == ["09600099007"]


def test_emoji_in_a_name(intake: Intake) -> None:
    field = intake.type_into(intake.party("given_name"), script()["bad"]["emoji_name"])
    intake.keyboard.save()
    intake.keyboard.settle(intake.page.has_error)
    assert field.error()
    assert "🌷" in field.edit.text(), "what was typed stays to be mended"


def test_direction_overrides_and_line_breaks_are_taken_out(intake: Intake) -> None:
    name = intake.paste_into(intake.party("family_name"), "\u202eکریمی\u202c\u200f")
    assert name.edit.text() == "کریمی"
    subject = intake.paste_into(intake.page.referral.field("subject_line"), "سطر نخست\r\nسطر دوم\tو پایان")
    assert subject.edit.text() == "سطر نخست سطر دوم و پایان"
    detail = intake.fill_and_register()
    assert detail.row.subject_line == "سطر نخست سطر دوم و پایان"


def test_a_name_of_ten_thousand_letters(intake: Intake) -> None:
    field = intake.paste_into(intake.party("family_name"), "ب" * 10_000)
    intake.keyboard.save()
    intake.keyboard.settle(intake.page.has_error)
    assert field.error()
    assert len(field.edit.text()) >= 100, "what was pasted stays to be mended"
    intake.keyboard.go_to(field.edit)
    intake.keyboard.key(Qt.Key.Key_A, CONTROL)
    intake.keyboard.write("باقری")
    assert intake.fill_and_register().parties[0].name == "باقری"


def test_an_appointment_on_a_holiday_is_told(intake: Intake) -> None:
    """The first day of the year: it is made all the same when somebody wants it (R-27)."""
    intake.type_into(intake.party("family_name"), "باقری")
    detail = intake.fill_and_register()
    services, actor = intake.desk.services, intake.desk.actors["counsellor"]
    draft = AppointmentDraft(
        detail.id, "individual", from_jalali(1406, 1, 1), 600, None, (actor.staff_id,), (detail.parties[0].id,)
    )
    assert services.scheduling.check(actor, draft).warnings
