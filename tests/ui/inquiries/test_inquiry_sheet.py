"""The answer to an inquiry: written from the letter by the keyboard, kept, and made a paper."""

from PySide6.QtCore import Qt

from services.errors import InvalidDraft
from services.letters import LetterDirection, LetterDraft, LetterRow
from tests.ui.desk import Desk
from tests.ui.letters.test_letter_book import OpenPage, sheet_of
from ui.documents.argument import IssueArgument
from ui.inquiries.inquiry_form import InquiryForm
from ui.inquiries.inquiry_sheet import InquirySheet
from ui.letters.letter_sheet import LetterSheet
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import open_sheet_of

ROLE = "counsellor"


def asking(desk: Desk) -> LetterRow:
    draft = LetterDraft(
        LetterDirection.INCOMING, "inquiry_request", correspondent="سازمان وظیفه عمومی", their_number="7/55"
    )
    return desk.services.letters.register(desk.actors["clerk"], draft).value


def opened(page: object, keyboard: Keyboard, letter: LetterRow) -> tuple[InquirySheet, InquiryForm]:
    page.open_row(letter)  # type: ignore[attr-defined]
    keyboard.settle()
    keyboard.push(sheet_of(page, LetterSheet)._answer)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), InquirySheet))  # type: ignore[arg-type]
    sheet = sheet_of(page, InquirySheet)
    keyboard.settle(lambda: sheet.form is not None)
    assert sheet.form is not None
    return sheet, sheet.form


def test_an_answer_is_written_from_the_letter_and_becomes_a_paper(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard
) -> None:
    letter = asking(filled)
    page = open_page(ROLE)
    _sheet, form = opened(page, keyboard, letter)
    assert form.field("asked_by").value() == "سازمان وظیفه عمومی"
    assert not form.field("dependants").isVisibleTo(form)
    keyboard.go_to(form.field("mission").edit)
    keyboard.choose("کفالت")
    assert form.field("dependants").isVisibleTo(form)
    assert not form.field("child_carer").isVisibleTo(form)
    form.set_values({"people.0.name": "کاوه سپهری", "dependants": "مادر و یک خواهر", "visits.0.who": "همسایه"})
    keyboard.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keyboard.settle(lambda: open_sheet_of(page) is None)
    [(key, argument)] = filled.said.went
    held = filled.services.inquiries.of_letter(filled.actors[ROLE], letter.id)
    assert (key, argument) == ("issue_paper", IssueArgument(None, "local_inquiry_report", inquiry_id=held.id))
    assert held.draft.findings == (("dependants", "مادر و یک خواهر"),)


def test_what_lacks_is_said_beside_its_field_and_what_was_typed_stays(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard
) -> None:
    letter = asking(filled)
    page = open_page(ROLE)
    sheet, form = opened(page, keyboard, letter)
    form.field("opinion").edit.setPlainText("مناسب است")
    keyboard.settle()
    keyboard.push(sheet._keep)
    keyboard.settle()
    [refused] = filled.said.errors
    assert isinstance(refused, InvalidDraft)
    for error in refused.errors:
        assert form.set_error(error.field or "", "x"), error.field
    assert filled.services.inquiries.of_letter(filled.actors[ROLE], letter.id).id is None
    assert sheet.kept is not None
    sheet.kept.flush()
    keyboard.settle()
    sheet.close_sheet()
    keyboard.settle()
    _again, restored = opened(page, keyboard, letter)
    keyboard.settle(lambda: bool(restored.field("opinion").value()))
    assert restored.field("opinion").value() == "مناسب است"


def test_lines_of_people_come_one_by_one(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page(ROLE)
    _sheet, form = opened(page, keyboard, asking(filled))
    assert not form.field("people.1.name").isVisibleTo(form)
    keyboard.push(form._more_people)
    assert form.field("people.1.name").isVisibleTo(form)
