"""How a file ended, from the keyboard (R-9, R-23, P-30, P-31, P-42)."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from services.agreements import AgreementDetail, AgreementState
from services.cases import CaseEdit
from services.overview import CasePage as Shown
from services.persian.jalali import format_date
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.documents.argument import IssueArgument
from ui.outcomes import outcome_sheet
from ui.outcomes.clause_block import ClauseBlock
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.play.keyboard import CONTROL, Keyboard
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import open_sheet_of

TODAY = SUNDAY - timedelta(days=1)
PAYS = "هزینه خسارت را می‌پردازد"


def sheet_of(page: CasePage) -> OutcomeSheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, OutcomeSheet)
    return sheet


def opened(office: Office, open_case: OpenCase, keyboard: Keyboard, about: Any = None) -> CasePage:
    page = open_case(about or CaseArgument(office.file().id, "outcome"))
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    return page


def shown(page: CasePage, keyboard: Keyboard) -> Shown:
    keyboard.settle(lambda: page.shown is not None and page.shown.outcome is not None)
    assert page.shown is not None
    return page.shown


def gone(page: CasePage, keyboard: Keyboard) -> Shown:
    keyboard.settle(lambda: open_sheet_of(page) is None)
    return shown(page, keyboard)


def agreed(found: Shown) -> AgreementDetail:
    assert found.agreement is not None
    return found.agreement


def write_clause(keyboard: Keyboard, block: ClauseBlock, debtor: str = "سام", creditor: str = "رها") -> None:
    """Who to whom what, two and a half million toman in four instalments; only Enter between the fields."""
    keyboard.go_to(block.form.field("debtor_id").edit)
    for words in (debtor, creditor):
        keyboard.choose(words)
    for value in (PAYS, "2500000ت"):
        keyboard.value(value)
    keyboard.enter()  # the unit was typed with the figure
    for value in ("4", format_date(TODAY + timedelta(days=30)), "دفتر واحد"):
        keyboard.value(value)


def refusals(block: ClauseBlock) -> dict[str, str]:
    return {key: field.error() for key, field in block.form.fields().items() if field.error()}


def test_a_settlement_clause_by_clause(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    assert QApplication.focusWidget() is sheet.form.field("disposition").edit
    keyboard.choose("سازش")
    assert sheet._unsigned.isVisible()
    block = sheet.editor.blocks[0]
    write_clause(keyboard, block)
    assert block.preview.text().startswith(
        "سام نمونها در برابر رها آزمونیا متعهد می‌شود: هزینه خسارت را می‌پردازد؛ در ۴ قسط"
    )
    assert "معادل ده میلیون تومان" in block.preview.text()
    assert "بیست و پنج میلیون ریال" in block.form.field("amount")._under.text()
    keyboard.save()
    found = gone(page, keyboard)
    outcome, agreement = found.outcome, agreed(found)
    assert outcome is not None
    assert (outcome.label, outcome.is_awaiting_signatures, outcome.decided_on) == ("سازش", True, TODAY)
    clause = agreement.clauses[0]
    assert (clause.text, clause.amount, clause.instalments, clause.place) == (PAYS, 25_000_000, 4, "دفتر واحد")
    assert clause.due_on == TODAY + timedelta(days=30)
    assert [signer.name for signer in agreement.signers] == ["رها آزمونیا", "سام نمونها"]
    assert page.buttons.main.text() == "امضای همه طرفین دیده شد"
    assert page.outcome.height() >= page.outcome.minimumSizeHint().height(), "the card grew with what it holds"
    page._on_main_action()
    keyboard.settle(lambda: page.shown is not None and not page.shown.outcome.is_awaiting_signatures)  # type: ignore[union-attr]
    assert office.heard.toasts[-1] == "ثبت شد: امضای همه طرفین دیده شد."
    assert agreed(shown(page, keyboard)).state is AgreementState.SIGNED


def test_signatures_seen_at_once(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش")
    write_clause(keyboard, sheet.editor.blocks[0])
    keyboard.go_to(sheet._seen)
    keyboard.write("1")
    assert not sheet._unsigned.isVisible()
    keyboard.save()
    found = gone(page, keyboard)
    assert found.outcome is not None
    assert found.outcome.signatures_seen_on == TODAY
    assert agreed(found).state is AgreementState.SIGNED


def test_agreement_and_signatures_are_asked_only_where_they_count(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("عدم سازش")
    assert not sheet.ending.field("signatures_seen_on").isVisible()
    assert not sheet.editor.isVisible()
    narrow = sheet.panel.width()
    keyboard.go_to(sheet.form.field("disposition").edit)
    keyboard.choose("سازش در بخشی")
    assert sheet.editor.isVisible()
    assert sheet.panel.width() > narrow
    assert sheet.editor.what.field("open_points").isVisible()


def test_every_error_stands_beside_its_field_and_nothing_is_lost(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش در بخشی")
    first = sheet.editor.blocks[0]
    keyboard.go_to(first.form.field("debtor_id").edit)
    keyboard.choose("سام")
    keyboard.choose("سام")
    keyboard.enter()
    keyboard.value("0ر")
    keyboard.enter(2)
    keyboard.value("1404/1/1")
    keyboard.key(Qt.Key.Key_J, CONTROL)
    assert len(sheet.editor.blocks) == 2
    keyboard.go_to(sheet.editor.witnesses.field("0.name").edit)
    keyboard.value("سام نمونها")
    keyboard.save()
    keyboard.settle(lambda: bool(refusals(first)))
    assert set(refusals(first)) == {"creditor_id", "text", "amount", "due_on"}
    assert set(refusals(sheet.editor.blocks[1])) == {"debtor_id", "text"}
    assert "بازمانده" in sheet.editor.what.field("open_points").error().replace(" ", "")
    assert "طرفین" in sheet.editor.witnesses.field("0.name").error()
    assert "دو گواه" in sheet.editor.witnesses.field("1.name").error()
    assert first.form.field("creditor_id").edit.hasFocus()
    assert first.form.field("amount").edit.typed() == "rial:۰"  # type: ignore[attr-defined]


def test_an_amount_with_letters_stops_before_it_is_sent(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش")
    block = sheet.editor.blocks[0]
    write_clause(keyboard, block)
    keyboard.go_to(block.form.field("amount").edit)
    keyboard.write("دوازده")
    keyboard.save()
    keyboard.settle()
    assert list(refusals(block)) == ["amount"]
    assert open_sheet_of(page) is sheet
    assert sheet.main.isEnabled()


def test_clauses_move_and_go_by_the_keyboard(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش")
    for number, words in enumerate(("یک", "دو", "سه")):
        if number:
            keyboard.key(Qt.Key.Key_J, CONTROL)
        keyboard.go_to(sheet.editor.blocks[number].form.field("text").edit)
        keyboard.write(words)
    third = sheet.editor.blocks[2]
    keyboard.go_to(third.form.field("depends_on").edit)
    keyboard.choose("2")
    keyboard.go_to(third.form.field("text").edit)
    keyboard.key(Qt.Key.Key_PageUp, CONTROL)
    assert sheet.editor.blocks[1].form.field("text").edit.hasFocus()

    def texts() -> list[tuple[str, str]]:
        found = [block.texts() for block in sheet.editor.blocks]
        return [(one["text"], one["depends_on"]) for one in found]

    assert texts() == [("یک", ""), ("سه", ""), ("دو", "")]  # a clause cannot follow a later one
    keyboard.go_to(sheet.editor.blocks[2].form.field("depends_on").edit)
    keyboard.choose("1")
    keyboard.go_to(sheet.editor.blocks[1].form.field("text").edit)
    keyboard.key(Qt.Key.Key_K, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert texts() == [("یک", ""), ("دو", "1")]
    assert office.heard.undo is not None
    office.heard.undo()
    assert texts() == [("یک", ""), ("سه", ""), ("دو", "1")]


def test_a_conditional_waiver_has_its_condition(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """P-31."""
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("گذشت")
    assert not any(block.isVisible() for block in sheet.editor.blocks)
    keyboard.go_to(sheet.editor._conditional)
    keyboard.write("1")
    write_clause(keyboard, sheet.editor.blocks[0])
    keyboard.save()
    found = gone(page, keyboard)
    assert found.outcome is not None
    assert found.outcome.label == "گذشت شاکی بدون تعهد متقابل، مشروط"
    assert found.outcome.is_conditional


def test_public_offences_are_sent_on(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """R-23: the words of the choice and a note say so."""
    case = office.file()
    services, actor = office.desk.services, office.actor()
    version = services.cases.row(actor, case.id).version
    services.cases.edit(actor, case.id, version, CaseEdit("custody_visitation", "", has_criminal_aspect=True))
    page = opened(office, open_case, keyboard, CaseArgument(case.id, "outcome"))
    keyboard.choose("ثبت سازش و")
    sheet = sheet_of(page)
    assert sheet.form.field("disposition").value() == "settled_full"
    assert sheet._judicial.isVisible()


def test_not_coming_says_what_is_missing(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("عدم مراجعه")
    keyboard.save()
    keyboard.settle()
    assert "دعوت" in sheet.form.field("disposition").error()


def test_after_it_the_papers_are_offered(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet_of(page).close_sheet()
    page._do("outcome")
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    keyboard.choose("عدم سازش")
    keyboard.save()
    keyboard.settle(page.bar.isVisible)
    assert page.shown is not None
    case_id = page.shown.detail.id
    offered = {one.text(): one for one in page.bar.findChildren(QuietButton)}
    for words, kind in (("صورت‌جلسه عدم سازش", "non_settlement_record"), ("گواهی حضور", "attendance_certificate")):
        keyboard.push(offered[words])
        assert office.heard.went[-1] == ("issue_paper", IssueArgument(case_id, kind))


def test_a_draft_waits_with_every_clause(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش")
    write_clause(keyboard, sheet.editor.blocks[0])
    keyboard.key(Qt.Key.Key_J, CONTROL)
    keyboard.go_to(sheet.editor.blocks[1].form.field("amount").edit)
    keyboard.write("دو")
    keyboard.go_to(sheet.ending.field("summary").edit)
    keyboard.write("تلفنی خبر داد")
    before = sheet.editor.texts()
    drafts, actor = office.desk.services.drafts, office.actor()
    keyboard.settle(lambda: bool(drafts.of(actor)))
    [kept] = drafts.of(actor)
    assert kept.form == outcome_sheet.FORM
    keyboard.settle(lambda: "تلفنی خبر داد" in str(drafts.load(actor, kept.form, kept.subject)))
    again = open_case(kept.subject)
    keyboard.settle(lambda: sheet_of(again).ending.field("summary").value() == "تلفنی خبر داد")
    assert sheet_of(again).form.field("disposition").value() == "settled_full"
    assert sheet_of(again).editor.texts() == before


def test_an_unsigned_agreement_is_corrected(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    keyboard.choose("سازش")
    write_clause(keyboard, sheet_of(page).editor.blocks[0])
    keyboard.save()
    first = agreed(gone(page, keyboard))
    page._do("outcome")
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    assert not sheet_of(page)._printed.isVisible()
    sheet_of(page)._tell_printed(("صورت‌جلسه سازش ۱۱۱۲/۴/۱",))
    assert sheet_of(page)._printed.isVisible(), "whoever changes a printed agreement is told before"
    block = sheet_of(page).editor.blocks[0]
    assert block.form.field("amount").value() == 25_000_000
    keyboard.go_to(block.form.field("place").edit)
    keyboard.key(Qt.Key.Key_A, CONTROL)
    keyboard.write("بانک")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: agreed(shown(page, keyboard)).version > first.version)
    changed = agreed(shown(page, keyboard))
    assert (changed.id, changed.clauses[0].id, changed.clauses[0].place) == (first.id, first.clauses[0].id, "بانک")


def test_a_file_changed_meanwhile(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    services, head = office.desk.services, office.actor("unit_head")
    assert page.shown is not None
    detail = page.shown.detail
    services.cases.edit(head, detail.id, detail.version, CaseEdit("neighbour_dispute", "موضوع تازه"))
    keyboard.choose("سازش")
    write_clause(keyboard, sheet.editor.blocks[0])
    keyboard.save()
    keyboard.settle(sheet._conflict.isVisible)
    sheet._conflict.keep_wanted.emit()
    found = gone(page, keyboard)
    assert found.outcome is not None
    assert found.outcome.disposition == "settled_full"
    assert agreed(found).clauses[0].text == PAYS
