"""Sending a person of the file on, by the keyboard, on a real encrypted file."""

from PySide6.QtCore import Qt

from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import Office
from ui.case.case_page import CasePage
from ui.play.keyboard import Keyboard
from ui.referrals_out.refer_sheet import ReferSheet
from ui.referrals_out.referral_sheet import ReferralSheet
from ui.widgets.sheet import open_sheet_of


def begin(page: CasePage, keyboard: Keyboard) -> ReferSheet:
    page.works.do("refer")
    sheet = open_sheet_of(page)
    assert isinstance(sheet, ReferSheet)
    keyboard.settle(sheet.main.isEnabled)
    return sheet


def test_a_referral_with_consent_by_the_keyboard_alone(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = open_case(office.file().id)
    assert page.referrals.isHidden()
    sheet = begin(page, keyboard)
    keyboard.choose("رها")
    keyboard.choose("مرکز درمانی")
    keyboard.value("درمانگاه نمونه")
    keyboard.enter()
    keyboard.value("برای درمان پیگیر")
    keyboard.go_to(sheet.form.field("ground").edit)  # type: ignore[arg-type]
    keyboard.key(Qt.Key.Key_1, text="1")
    assert sheet.form.field("has_consented").isVisible()
    assert not sheet.form.field("legal_basis").isVisible()
    assert not sheet.form.field("guardian_name").isVisible()
    keyboard.save()
    keyboard.settle()
    assert "رضایت او" in sheet.form.field("has_consented").error()
    for key in ("has_consented", "was_read_aloud"):
        keyboard.go_to(sheet.form.field(key).edit)  # type: ignore[arg-type]
        keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.save()
    keyboard.settle(lambda: not page.referrals.isHidden())
    row = page.referrals.rows.rows()[0]
    assert row.title == "مرکز درمانی · درمانگاه نمونه"
    assert row.chip == "فرستاده شد"


def test_what_became_of_it_is_recorded_from_the_row(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = open_case(office.file().id)
    sheet = begin(page, keyboard)
    keyboard.choose("سام")
    keyboard.choose("اورژانس اجتماعی")
    keyboard.go_to(sheet.form.field("reason").edit)  # type: ignore[arg-type]
    keyboard.value("خطر فوری")
    keyboard.go_to(sheet.form.field("ground").edit)  # type: ignore[arg-type]
    keyboard.key(Qt.Key.Key_2, text="2")
    keyboard.go_to(sheet.form.field("legal_basis").edit)  # type: ignore[arg-type]
    keyboard.choose("خطر فوری")
    keyboard.save()
    keyboard.settle(lambda: not page.referrals.isHidden())
    page.referrals.opened.emit(page.shown.referrals_out[0] if page.shown else None)
    told = open_sheet_of(page)
    assert isinstance(told, ReferralSheet)
    assert told.letter.isVisible()
    keyboard.choose("پاسخ رسید")
    keyboard.go_to(told.form.field("words").edit)  # type: ignore[arg-type]
    keyboard.value("پذیرش شد")
    keyboard.save()
    keyboard.settle(lambda: page.referrals.rows.rows()[0].chip == "پاسخ رسید")


def test_who_may_not_refer_is_not_offered_it(office: Office, open_case: OpenCase) -> None:
    page = open_case(office.file().id, "clerk")
    assert "refer" not in page.buttons.menu_keys()


def test_what_was_typed_waits_after_a_crash(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = office.file().id
    page = open_case(case_id)
    sheet = begin(page, keyboard)
    keyboard.go_to(sheet.form.field("reason").edit)  # type: ignore[arg-type]
    keyboard.value("دلیلی که نباید گم شود")
    sheet.draft.flush()
    keyboard.settle()
    again = open_case(case_id)
    keyboard.settle(again.bar.isVisible)
    again.works.do("refer")
    taken = open_sheet_of(again)
    assert isinstance(taken, ReferSheet)
    keyboard.settle(lambda: taken.form.field("reason").value() == "دلیلی که نباید گم شود")
