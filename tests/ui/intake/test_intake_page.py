"""The intake page on a real encrypted file: known persons, drafts, sides, sources."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.cases import CaseRow, Side
from services.intake import FirstInterviewDraft, IntakeDraft
from services.outcomes import OutcomeDraft
from services.people import ContactDraft, ContactKind, GivenBy, PersonDraft
from services.persian.national_code import synthetic
from services.quick_entries import AdviceDraft, NightDraft
from tests.services.drafts_of import couple
from tests.ui.desk import Desk
from tests.ui.keys import type_text
from ui.case.argument import CaseArgument
from ui.intake import intake_page
from ui.intake.intake_page import IntakePage
from ui.intake.party_block import PartyBlock
from ui.intake.start import IntakeStart, Origin
from ui.play.keyboard import Keyboard
from ui.quick_entries.advice_sheet import start_of_advice

OpenPage = Callable[..., IntakePage]
CTRL = Qt.KeyboardModifier.ControlModifier


def go_to(edit: QWidget) -> None:
    edit.setFocus(Qt.FocusReason.TabFocusReason)


def register_couple(desk: Desk) -> None:
    desk.services.intake.register(desk.actors["counsellor"], IntakeDraft(couple()))


def type_person(keyboard: Keyboard, block: PartyBlock, *names: str) -> None:
    block.focus_first()
    for name in names:
        keyboard.value(name)


def choose(page: IntakePage, source: str, category: str) -> None:
    page.referral.field("source").set_value(source)
    page.referral.field("primary_category").set_value(category)


# --- known persons ---


def test_a_known_person_is_found_while_typing_and_reused(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    register_couple(desk)
    page = open_page()
    choose(page, "self", "marital_conflict")
    block = page.parties.blocks()[0]
    block.focus_first()
    type_text(keyboard.focused, "زهرا كريمي")
    keyboard.settle(lambda: bool(block.grid.field("given_name").edit._rows))  # type: ignore[attr-defined]
    keyboard.key(Qt.Key.Key_Down)
    keyboard.key(Qt.Key.Key_Return)
    keyboard.settle(lambda: block.known_id() is not None)
    assert block.name() == "زهرا کریمی"
    assert block.grid.field("father_name").value() == "علی"
    assert block.grid.field("phone").value() == "09601111111"
    assert block.grid.field("family_name").edit.isReadOnly()  # type: ignore[attr-defined]
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    case = desk.services.cases.get(desk.actors["counsellor"], desk.said.went[0][1])
    (person,) = desk.services.people.suggest(desk.actors["unit_head"], "زهرا کریمی")
    assert case.parties[0].person_id == person.id


def test_a_likely_duplicate_is_offered_with_its_reasons(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    register_couple(desk)
    page = open_page()
    block = page.parties.blocks()[0]
    type_person(keyboard, block, "زهرا", "کریمی", "علی")
    keyboard.settle(lambda: not block.bar.isHidden())
    assert "شاید همین شخص" in block.bar.sentence()
    assert "نام و نام پدر یکسان" in block.bar.sentence()
    assert "۰۹" not in block.bar.sentence()
    keyboard.key(Qt.Key.Key_F6)
    keyboard.settle(lambda: block.known_id() is not None)
    assert block.bar.isHidden()


def test_another_person_is_not_offered_again(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    register_couple(desk)
    page = open_page()
    block = page.parties.blocks()[0]
    type_person(keyboard, block, "زهرا", "کریمی", "علی")
    keyboard.settle(lambda: not block.bar.isHidden())
    keyboard.key(Qt.Key.Key_F7)
    assert block.bar.isHidden()
    go_to(block.grid.field("birth_on").edit)
    keyboard.value("1370")
    keyboard.settle()
    assert block.bar.isHidden()
    assert block.known_id() is None


def test_details_of_a_known_person_are_changed_on_purpose(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    register_couple(desk)
    page = open_page()
    choose(page, "self", "marital_conflict")
    block = page.parties.blocks()[0]
    type_person(keyboard, block, "زهرا", "کریمی", "علی")
    keyboard.settle(lambda: not block.bar.isHidden())
    keyboard.key(Qt.Key.Key_F6)
    keyboard.settle(lambda: block.known_id() is not None)
    block._change.click()
    go_to(block.grid.field("father_name").edit)
    keyboard.value("علیرضا")
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    (person,) = desk.services.people.suggest(desk.actors["unit_head"], "زهرا کریمی")
    assert person.father_name == "علیرضا"


def test_what_was_typed_before_the_person_was_recognised_stays(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    """A new telephone belongs to the file; a birth date, a code and a tick that the record lacks are a change."""
    register_couple(desk)
    page = open_page()
    choose(page, "self", "marital_conflict")
    block = page.parties.blocks()[0]
    code = synthetic(77)
    for key, text in (("phone", "09600000009"), ("birth_on", "71/2/14"), ("identity", code)):
        block.grid.field(key).edit.setText(text)  # type: ignore[attr-defined]
    block.more.field("is_staff_relative").set_value(True)
    block.more.field("nationality").set_value("iraq")
    type_person(keyboard, block, "زهرا", "کریمی", "علی")
    keyboard.settle(lambda: not block.bar.isHidden())
    keyboard.key(Qt.Key.Key_F6)
    keyboard.settle(lambda: block.known_id() is not None)
    assert block.grid.text("phone") == "09600000009"
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    (row,) = desk.services.people.suggest(desk.actors["unit_head"], "زهرا کریمی")
    person = desk.services.people.get(desk.actors["unit_head"], row.id)
    assert (person.national_code, row.birth_year, person.is_staff_relative) == (code, 1371, True)
    assert person.nationality == "iraq"
    assert {contact.value for contact in person.contacts} == {"09601111111", "09600000009"}


def test_how_the_other_side_is_reached_is_for_no_eye_in_the_room(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    """P-3, P-8: he came today, and she is known; only for who came the telephone stands there to be confirmed."""
    home = ContactDraft(ContactKind.ADDRESS, "خانه امن خیابان یاس", is_confidential=True)
    phone = ContactDraft(ContactKind.MOBILE, "09600000008")
    her = PersonDraft(given_name="گل‌اندام", family_name="نیک‌پی", contacts=(home, phone))
    known = desk.services.people.save(desk.actors["counsellor"], her).value
    page = open_page()
    _, other = page.parties.blocks()
    other.take(desk.services.people.get(desk.actors["counsellor"], known.id))
    other.toggle_more()
    assert (other.grid.text("phone"), other.more.text("address"), other.more.is_ticked("is_confidential")) == (
        ("", "", False)
    )
    assert other.grid.field("phone")._under.text() == "شماره‌ای پیش‌تر ثبت شده است."
    assert other.person().contacts == ()
    other.more.field("address").set_value("کوچه نسترن ۳")
    assert [one.is_confidential for one in other.person().contacts] == [True], "her new address is so too"
    other.more.field("address").set_value("")
    page.parties.swap_sides()
    assert (other.grid.text("phone"), other.more.text("address")) == ("09600000008", "")
    page.parties.swap_sides()
    assert other.grid.text("phone") == ""


@pytest.mark.parametrize(("role", "may_change"), [("clerk", False), ("counsellor", True)])
def test_a_known_minor_stands_there_by_initials_until_changed(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage, role: str, may_change: bool
) -> None:
    child = PersonDraft(given_name="سارا", family_name="احمدی", father_name="رضا", birth_on=date(2016, 5, 1))
    desk.services.people.save(desk.actors["counsellor"], child)
    page = open_page(role)
    block = page.parties.blocks()[0]
    block.focus_first()
    type_text(keyboard.focused, "سارا احمدی")
    keyboard.settle(lambda: bool(block.grid.field("given_name").edit._rows))  # type: ignore[attr-defined]
    (row,) = block.grid.field("given_name").edit._rows.values()  # type: ignore[attr-defined]
    assert (row.title, row.quiet) == ("س.ا", "متولد ۱۳۹۵")
    keyboard.key(Qt.Key.Key_Down)
    keyboard.key(Qt.Key.Key_Return)
    keyboard.settle(lambda: block.known_id() is not None)
    assert (block.name(), block.grid.field("father_name").value()) == ("س.ا", "")
    assert block._change.isHidden() is not may_change
    if may_change:
        block._change.click()
        assert (block.name(), block.grid.field("father_name").value()) == ("سارا احمدی", "رضا")


# --- sides and roles ---


def test_the_subject_proposes_both_roles(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "tenancy")
    first, second = page.parties.blocks()
    assert (first.grid.text("role"), second.grid.text("role")) == ("role:landlord", "role:tenant")


def test_a_chosen_role_proposes_the_opposite_one(open_page: OpenPage) -> None:
    page = open_page()
    first, second = page.parties.blocks()
    first.grid.field("role").set_value("role:husband")
    assert second.grid.text("role") == "role:wife"
    assert (first.more.text("sex"), second.more.text("sex")) == ("male", "female")
    choose(page, "self", "tenancy")
    assert first.grid.text("role") == "role:husband"


def test_a_subject_of_one_side_needs_no_second_block(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "grief_crisis")
    assert len(page.parties.blocks()) == 1
    choose(page, "self", "marital_conflict")
    assert [block.side for block in page.parties.blocks()] == [Side.A, Side.B]


def test_a_party_is_added_and_taken_out_by_key(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    go_to(page.parties.blocks()[0].grid.field("given_name").edit)
    keyboard.key(Qt.Key.Key_J, CTRL)
    blocks = page.parties.blocks()
    assert [block.side for block in blocks] == [Side.A, Side.B, Side.NONE]
    assert keyboard.focused is blocks[2].grid.field("given_name").edit
    keyboard.value("سارا")
    assert keyboard.focused is blocks[2].grid.field("family_name").edit
    blocks[2]._remove.click()
    assert len(page.parties.blocks()) == 2


def test_sides_change_places(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "insult_slander")
    first, second = page.parties.blocks()
    type_person(keyboard, first, "مریم", "محمدی")
    type_person(keyboard, second, "علی", "کریمی")
    keyboard.key(Qt.Key.Key_F3)
    drafts = page.parties.drafts()
    assert [(draft.person.given_name, draft.side) for draft in drafts] == [("علی", Side.A), ("مریم", Side.B)]
    assert [draft.is_inviting for draft in drafts] == [True, False]


def test_enter_walks_through_a_third_person_before_the_interviews(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    third = page.parties.add_party(focus=True)
    go_to(third.grid.field("id_kind").edit)
    keyboard.key(Qt.Key.Key_Return)
    assert page.interviews.isAncestorOf(keyboard.focused)


# --- contacts have an owner (P-9) ---


def test_what_the_client_says_of_the_other_side_is_kept_as_hers(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "marital_conflict")
    first, second = page.parties.blocks()
    type_person(keyboard, first, "مریم", "محمدی")
    type_person(keyboard, second, "علی", "کریمی")
    second.grid.field("phone").set_value("09600000001")
    own, other = page.parties.drafts()
    assert own.person.contacts == ()
    (contact,) = other.person.contacts
    assert (contact.given_by, contact.given_by_party) == (GivenBy.PERSON, 0)
    choose(page, "court", "marital_conflict")
    (contact,) = page.parties.drafts()[1].person.contacts
    assert contact.given_by is GivenBy.REFERRER


def test_a_confidential_address_and_the_hours_to_call(keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "marital_conflict")
    block = page.parties.blocks()[0]
    type_person(keyboard, block, "مریم", "محمدی")
    keyboard.key(Qt.Key.Key_F9)
    more = {"address": "کوچه یاس ۴", "is_confidential": True, "safe_hours": "۹ تا ۱۲", "code_word": "گل"}
    block.more.set_values(more)
    block.grid.field("phone").set_value("09600000000")
    phone, address = block.person().contacts
    assert (phone.safe_hours, phone.code_word, phone.is_confidential) == ("۹ تا ۱۲", "گل", False)
    assert (address.value, address.is_confidential, address.code_word) == ("کوچه یاس ۴", True, "")


# --- the source decides what is asked ---


def test_every_source_shows_only_what_it_needs(desk: Desk, open_page: OpenPage) -> None:
    page = open_page()
    grid = page.referral.referral
    for source in desk.services.codes.all(desk.actors["unit_head"], "referral_source"):
        page.referral.field("source").set_value(source.code)
        assert grid.is_shown("letter_no") == bool(source.does("needs_letter")), source.code
        assert grid.is_shown("due_day") == bool(source.does("needs_deadline")), source.code
        assert grid.is_shown("judicial_case_no") == bool(source.does("needs_judicial_numbers")), source.code
        assert page.referral._both.isHidden() is not bool(source.does("may_order_attendance"))
        assert page.referral._owed.isChecked() is (source.does("reply_owed") == "yes")


def test_fields_of_another_source_are_not_sent(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "court", "marital_conflict")
    page.referral.field("letter_no").set_value("۱۲")
    page.referral.field("source").set_value("self")
    draft = page.referral.draft()
    assert draft is not None
    assert (draft.source, draft.letter_no, draft.is_reply_owed) == ("self", "", False)


def test_a_file_of_a_colleagues_family_is_the_heads(desk: Desk, open_page: OpenPage) -> None:
    page = open_page()
    assert page.referral.responsible() == desk.actors["counsellor"].staff_id
    page.parties.blocks()[0].more.field("is_staff_relative").set_value(True)
    assert page.referral.responsible() == desk.actors["unit_head"].staff_id
    assert page.referral.chosen_responsible() is None


def test_the_note_says_that_the_other_side_waits(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "marital_conflict")
    assert "نگه داشته می‌شود" in page.interviews._note.text()
    choose(page, "self", "grief_crisis")
    assert page.interviews._note.isHidden()


# --- drafts ---


def stored(desk: Desk) -> int:
    return len(desk.services.drafts.of(desk.actors["counsellor"]))


def test_what_was_typed_waits_after_a_crash(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "prosecutor", "marital_conflict")
    page.referral.field("letter_on").edit.setText("۳۱ مهر")  # type: ignore[attr-defined]
    first, second = page.parties.blocks()
    type_person(keyboard, first, "مریم", "محمدی", "حسن")
    type_person(keyboard, second, "علی", "کریمی")
    keyboard.settle(lambda: stored(desk) == 1)
    keyboard.settle(lambda: page._stored.text() != "")
    again = open_page()
    keyboard.settle(lambda: not again.resume.isHidden())
    assert "مریم" not in again.resume.sentence()
    again.resume.resumed.emit(again.resume._draft)
    keyboard.settle(again.is_dirty)
    assert again.referral.source() == "prosecutor"
    assert again.referral.category() == "marital_conflict"
    assert again.referral.field("letter_on").edit.text() == "۳۱ مهر"  # type: ignore[attr-defined]
    assert [block.name() for block in again.parties.blocks()] == ["مریم محمدی", "علی کریمی"]
    assert again.parties.blocks()[0].grid.text("father_name") == "حسن"
    assert [block.grid.text("role") for block in again.parties.blocks()] == ["role:wife", "role:husband"]


def test_a_draft_is_gone_after_registering(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "grief_crisis")
    type_person(keyboard, page.parties.blocks()[0], "مریم", "محمدی")
    keyboard.settle(lambda: stored(desk) == 1)
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    keyboard.settle(lambda: stored(desk) == 0)
    assert page.parties.is_empty()
    assert not page.is_dirty()


def test_a_thrown_away_draft_is_gone(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    type_person(keyboard, page.parties.blocks()[0], "مریم")
    keyboard.settle(lambda: stored(desk) == 1)
    again = open_page()
    keyboard.settle(lambda: not again.resume.isHidden())
    again.resume.discarded.emit(again.resume._draft)
    keyboard.settle(again.resume.isHidden)
    assert stored(desk) == 0


def test_a_new_form_does_not_overwrite_the_draft_that_waits(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = open_page()
    type_person(keyboard, page.parties.blocks()[0], "مریم")
    keyboard.settle(lambda: stored(desk) == 1)
    again = open_page()
    type_person(keyboard, again.parties.blocks()[0], "زهرا")
    keyboard.settle(lambda: stored(desk) == 2)


@pytest.mark.parametrize(("answer", "left"), [("keep", 1), ("discard", 0)])
def test_escape_asks_only_when_something_was_typed(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(intake_page, "ask", lambda *_words: asked.append("") or answer)
    page = open_page()
    keyboard.key(Qt.Key.Key_Escape)
    assert (asked, desk.said.went) == ([], [("home", None)])
    type_person(keyboard, page.parties.blocks()[0], "مریم")
    keyboard.key(Qt.Key.Key_Escape)
    assert asked == [""]
    keyboard.settle(lambda: stored(desk) == left)
    assert page.parties.is_empty()


# --- entries that become files ---


def test_advice_becomes_a_file_with_what_is_known(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    actor = desk.actors["counsellor"]
    entries = desk.services.quick_entries
    draft = AdviceDraft("neighbours", 15, "will_return", is_danger=False, name="محمد رضا کریمی", phone="09600000000")
    row = entries.add_advice(actor, draft).value
    page = open_page("counsellor", start_of_advice(row))
    block = page.parties.blocks()[0]
    assert (block.name(), block.grid.text("phone")) == ("محمد رضا کریمی", "09600000000")
    assert not page.origin.isHidden()
    choose(page, "self", "neighbour_dispute")
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    assert desk.said.errors == []
    (stored_row,) = entries.advice_between(actor, row.day, row.day)
    assert stored_row.case_id == desk.said.went[0][1]


def test_a_night_entry_becomes_a_file(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    entries = desk.services.quick_entries
    entries.write_night(desk.actors["duty_officer"], NightDraft("خانم نوری", "صبح می‌آید.", False))
    (night,) = entries.nights_to_complete(desk.actors["counsellor"])
    start = IntakeStart(Origin.NIGHT, night.id, night.version, told=night.line)
    page = open_page("counsellor", start)
    assert page.origin.sentence() == "صبح می‌آید."
    choose(page, "duty_officer", "grief_crisis")
    type_person(keyboard, page.parties.blocks()[0], "سارا", "نوری")
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    assert entries.nights_to_complete(desk.actors["counsellor"]) == ()


def test_an_hour_that_was_taken_meanwhile_is_replaced(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    choose(page, "self", "grief_crisis")
    type_person(keyboard, page.parties.blocks()[0], "مریم", "محمدی")
    (row,) = page.interviews.rows()
    taken = row.form.field("start").value()
    other = FirstInterviewDraft(0, desk.context_of().today(), taken.hour * 60 + taken.minute)
    desk.services.intake.register(desk.actors["counsellor"], IntakeDraft(couple(), (other,)))
    keyboard.save()
    keyboard.settle(lambda: row.form.field("start").value() != taken)
    assert "ساعت" in desk.said.toasts[0]
    assert desk.said.went == []
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))


def test_an_hour_chosen_by_hand_is_refused_beside_its_field(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = open_page()
    choose(page, "self", "marital_conflict")
    first, second = page.parties.blocks()
    type_person(keyboard, first, "مریم", "محمدی")
    type_person(keyboard, second, "علی", "کریمی")
    rows = page.interviews.rows()
    rows[1].form.field("start").set_value(rows[0].form.field("start").value())
    keyboard.save()
    keyboard.settle(page.has_error)
    assert rows[1].form.field("start").error()
    assert desk.said.went == []


def test_the_page_is_an_interview(open_page: OpenPage) -> None:
    assert open_page().is_interview


# --- returning clients (P-35) ---


def ended_couple(desk: Desk, category: str = "marital_conflict") -> CaseRow:
    """A couple whose file ended today, without settlement."""
    actor, services = desk.actors["counsellor"], desk.services
    row = services.intake.register(actor, IntakeDraft(couple(category))).value
    services.outcomes.record(actor, OutcomeDraft(row.id, row.version, "not_settled", row.opened_on))
    return row


def take_both(desk: Desk, keyboard: Keyboard, page: IntakePage, case_id: UUID) -> None:
    """Both known persons are chosen in the form."""
    people = desk.services.cases.get(desk.actors["counsellor"], case_id).parties
    for block, party in zip(page.parties.blocks(), people, strict=True):
        block.asked_for.emit(party.person_id)
        keyboard.settle(lambda block=block: block.known_id() is not None)
    keyboard.settle()


def test_the_file_of_returning_clients_is_taken_up_again(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = ended_couple(desk)
    page = open_page()
    choose(page, "self", "marital_conflict")
    assert page.returning.isHidden()
    take_both(desk, keyboard, page, row.id)
    keyboard.settle(page.returning.isVisible)
    assert "زهرا" not in page.returning.accessibleName(), "no name over the form (P-3)"
    keyboard.key(Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.said.went[-1] == ("case", CaseArgument(row.id, "return"))


def test_another_matter_is_a_new_file_with_the_old_one_as_history(
    desk: Desk, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = ended_couple(desk)
    page = open_page()
    choose(page, "self", "neighbour_dispute")
    take_both(desk, keyboard, page, row.id)
    keyboard.settle(page.returning.isVisible)
    assert page.returning._reopen.isHidden()
    keyboard.key(Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.returning.linked == row.id
    assert page._draft().case.previous_case_id == row.id
    assert page._texts()["history"] == row.id.hex
    page.returning.link()
    assert page._draft().case.previous_case_id is None


def test_other_people_are_offered_nothing(desk: Desk, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = ended_couple(desk)
    page = open_page()
    choose(page, "self", "marital_conflict")
    take_both(desk, keyboard, page, row.id)
    keyboard.settle(page.returning.isVisible)
    page.returning.link()
    page.parties.blocks()[1].release()
    keyboard.settle(page.returning.isHidden)
    assert page._draft().case.previous_case_id is None
