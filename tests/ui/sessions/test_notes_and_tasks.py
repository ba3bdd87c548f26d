"""Tasks by the keyboard, a stop by one key, and the process note that covers itself (P-3, P-39, P-44)."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from services.cases import JointPolicy
from services.notes import NoteDraft
from services.sessions import CaseNoteDraft, SessionRow
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import Office
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.play.keyboard import Keyboard
from ui.sessions.case_note_sheet import CaseNoteSheet
from ui.sessions.emergency_sheet import EmergencySheet
from ui.sessions.note_sheet import NoteSheet
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.sheet import open_sheet_of

MARK = "شاهدانه بنفش ۷۴۱"


def sheet_of(page: CasePage) -> SessionSheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, SessionSheet)
    return sheet


def begun(office: Office, open_case: OpenCase) -> CasePage:
    """The sheet of an hour of yesterday, its first person marked."""
    booked = office.book(office.file().id)
    office.desk.clock.advance(timedelta(days=2))
    page: CasePage = open_case(CaseArgument(booked.case_id, "session", booked.id))  # type: ignore[arg-type]
    sheet_of(page).form.lines[0].marks.set_value("attended")
    return page


def stored(office: Office, page: CasePage) -> SessionRow:
    assert page.shown is not None
    return office.desk.services.sessions.of_case(office.actor(), page.shown.detail.id)[0]


def saved(page: CasePage, keyboard: Keyboard) -> None:
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)


# --- tasks --------------------------------------------------------------------------------------------------------


def test_tasks_are_written_line_by_line(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = begun(office, open_case)
    tasks = sheet_of(page).form.tasks
    tasks.lines[0].text.setFocus()
    keyboard.write("دفترچه را بیاورد")
    assert len(tasks.lines) == 2, "the next line comes by itself"
    keyboard.enter()
    assert QApplication.focusWidget() is tasks.lines[0].who
    tasks.lines[0].who.set_value(str(sheet_of(page).form.lines[1].party_id))
    tasks.lines[1].text.setFocus()
    keyboard.write("تماس با شورا")
    saved(page, keyboard)
    assert [(one.text, bool(one.party_id)) for one in stored(office, page).tasks] == [
        ("دفترچه را بیاورد", True),
        ("تماس با شورا", False),
    ]


def test_a_task_without_a_day_after_the_session_is_refused_beside_it(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    line = sheet_of(page).form.tasks.lines[0]
    line.text.set_value("کار")
    line.due.set_value(page.context.today() - timedelta(days=20))
    keyboard.save()
    keyboard.settle()
    assert "مهلت" in line._under.text()
    assert QApplication.focusWidget() is line.text


def test_a_task_is_ticked_off_on_the_page_and_taken_back(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    sheet_of(page).form.tasks.lines[0].text.set_value("تماس")
    saved(page, keyboard)
    keyboard.settle(lambda: bool(page.sessions.tasks.rows()))
    page.sessions.tasks.setFocus()
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    keyboard.settle(lambda: stored(office, page).tasks[0].done_on is not None)
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: stored(office, page).tasks[0].done_on is None)


# --- broken off ---------------------------------------------------------------------------------------------------


def test_one_key_breaks_it_off_and_leads_to_the_review(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    sheet = sheet_of(page)
    sheet.form.lines[0].marks.setFocus()
    keyboard.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    keyboard.settle()
    assert sheet.form.stop.isVisible()
    keyboard.write("صدا بالا رفت")
    saved(page, keyboard)
    row = stored(office, page)
    assert (row.is_stopped, row.stop_reason) == (True, "صدا بالا رفت")
    assert office.desk.services.cases.get(office.actor(), row.case_id).joint_policy is JointPolicy.SEPARATE_ONLY
    assert office.heard.went[-1] == ("safety", row.case_id)


# --- the process note ---------------------------------------------------------------------------------------------


def note_text(office: Office, page: CasePage, role: str = "counsellor") -> str:
    assert page.shown is not None
    notes, actor = office.desk.services.notes, office.actor(role)
    return notes.open(actor, notes.of_case(actor, page.shown.detail.id)[0].id).text


def test_a_note_is_written_with_the_session_and_stands_beside_nothing_else(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    note = sheet_of(page).note
    assert note is not None
    note.pad.edit.setFocus()
    keyboard.write(MARK)
    saved(page, keyboard)
    row = stored(office, page)
    assert note_text(office, page) == MARK
    assert MARK not in repr(row)
    assert office.desk.services.drafts.of(office.actor()) == ()
    keyboard.settle(lambda: bool(page.notes.rows.rows()))
    assert MARK not in "".join(one.words() for one in page.notes.rows.rows())


def test_an_earlier_note_is_opened_by_a_key_and_changed(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    note = sheet_of(page).note
    assert note is not None
    note.pad.edit.setFocus()
    keyboard.write(MARK)
    saved(page, keyboard)
    keyboard.settle(lambda: bool(page.sessions.rows.rows()))
    page.works.correct(stored(office, page))
    keyboard.settle()
    again = sheet_of(page).note
    assert again is not None
    assert not again.pad.isVisible()
    again.opener.click()
    keyboard.settle(lambda: again.pad.text() == MARK)
    again.pad.edit.setPlainText("دیگر")
    saved(page, keyboard)
    assert note_text(office, page) == "دیگر"


def test_it_covers_itself(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = begun(office, open_case)
    sheet = sheet_of(page)
    assert sheet.note is not None
    pad = sheet.note.pad
    pad.edit.setFocus()
    sheet.form.record.setFocus()
    keyboard.settle()
    assert not pad.is_covered(), "an empty one covers nothing"
    pad.edit.setFocus()
    keyboard.write(MARK)
    assert not pad.is_covered()
    sheet.form.record.setFocus()
    keyboard.settle()
    assert pad.is_covered()
    pad.cover.click()
    assert not pad.is_covered()
    assert QApplication.focusWidget() is pad.edit
    keyboard.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    keyboard.settle()
    assert pad.is_covered()
    assert pad.text() == MARK


def test_it_covers_itself_when_the_window_is_left_for_a_while(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    note = sheet_of(page).note
    assert note is not None
    note.pad.edit.setFocus()
    keyboard.write(MARK)
    note.pad._away.setInterval(1)
    QApplication.sendEvent(
        note.pad.edit, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    keyboard.settle(note.pad.is_covered)
    note.pad.reveal()
    note.pad._quiet.setInterval(1)
    note.pad._quiet.start()
    keyboard.settle(note.pad.is_covered)


def test_what_was_typed_is_offered_again_and_lies_nowhere_in_words(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = begun(office, open_case)
    sheet = sheet_of(page)
    assert sheet.note is not None
    sheet.note.pad.edit.setFocus()
    keyboard.write(MARK)
    sheet.note.draft.flush()
    sheet.draft.flush()
    keyboard.settle()
    drafts, actor = office.desk.services.drafts, office.actor()
    kept = drafts.of(actor)
    assert {row.form for row in kept} == {"case:session", "case:session-note"}
    assert all(MARK not in str(drafts.load(actor, row.form, row.subject)) for row in kept)
    assert page.shown is not None
    again = open_case(page.shown.detail.id)
    assert again.bar.isVisible()
    again._resume(kept[0].subject)
    keyboard.settle()
    note = sheet_of(again).note
    assert note is not None
    keyboard.settle(lambda: note.pad.text() == MARK)
    assert note.pad.is_covered()


def test_a_note_by_itself_from_the_page(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id)
    page.session_works.do("note")
    sheet = open_sheet_of(page)
    assert isinstance(sheet, NoteSheet)
    assert QApplication.focusWidget() is sheet.pad.edit
    keyboard.write(MARK)
    saved(page, keyboard)
    keyboard.settle(lambda: len(page.notes.rows.rows()) == 1)
    page.session_works.open_note(office.desk.services.notes.of_case(office.actor(), case.id)[0])
    keyboard.settle(lambda: isinstance(open_sheet_of(page), NoteSheet))
    shown = open_sheet_of(page)
    assert isinstance(shown, NoteSheet)
    assert shown.pad.text() == MARK


def test_a_note_is_shared_and_taken_back(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    notes, head = office.desk.services.notes, office.actor("unit_head")
    row = notes.write(office.actor(), NoteDraft(case.id, MARK)).value
    page = open_case(case.id)
    page.session_works.open_note(row)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), NoteSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, NoteSheet)
    keyboard.settle(lambda: bool(sheet.sharing.who.choices()))
    sheet.sharing.who.set_value(str(head.staff_id))
    sheet.sharing.give.click()
    keyboard.settle()
    assert notes.open(head, row.id).text == MARK
    sheet.sharing._take_back(head.staff_id)
    keyboard.settle()
    assert not notes.of_case(head, case.id)[0].can_open


def test_the_head_opens_it_with_two_keys_alone(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    notes, head = office.desk.services.notes, office.actor("unit_head")
    made = notes.make_escrow(head, None).value
    notes.write(office.actor(), NoteDraft(case.id, MARK))
    page = open_case(case.id, "unit_head")
    page.session_works.open_note(notes.of_case(head, case.id)[0])
    keyboard.settle()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, EmergencySheet)
    keyboard.settle(lambda: bool(sheet.form.fields()))
    sheet.form.set_values({"reason": "جان کسی در خطر است", "second_proof": "-".join(made.groups)})
    keyboard.save()
    keyboard.settle(lambda: sheet.pad.text() == MARK)
    assert sheet.pad.edit.isReadOnly()
    told = open_case(case.id)
    keyboard.settle(lambda: bool(told.notes.rows.rows()))
    assert told.notes.rows.rows()[0].chip == "با دو کلید باز شد"


# --- notes of the file --------------------------------------------------------------------------------------------


def test_a_note_of_the_file(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id)
    page.session_works.do("case_note")
    sheet = open_sheet_of(page)
    assert isinstance(sheet, CaseNoteSheet)
    keyboard.write("برادر تلفن کرد")
    saved(page, keyboard)
    keyboard.settle(lambda: len(page.notes.rows.rows()) == 1)
    row = office.desk.services.sessions.notes_of_case(office.actor(), case.id)[0]
    assert (row.text, row.is_late) == ("برادر تلفن کرد", False)


def test_who_reads_no_sessions_sees_no_notes(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    office.desk.services.sessions.add_note(
        office.actor(), CaseNoteDraft(case.id, "متن", office.desk.clock.now().date())
    )
    page: Any = open_case(case.id, "clerk")
    assert not page.notes.isVisible()
    page.session_works.do("note")
    page.session_works.do("case_note")
    assert open_sheet_of(page) is None
