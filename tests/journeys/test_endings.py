"""How files end, each through real widgets by the keyboard and with the paper that goes out read back.

No settlement, refusal to sign, nobody came, a stop for safety, a conditional waiver, and a file taken up again.
"""

import re
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from services.agreements import AgreementDraft, AgreementKind, ClauseDraft, ClauseState
from services.cases import CaseStatus
from services.documents import PaperKind, PaperRequest
from services.documents.shapes import LOOSE, YES, FieldKind, MissingField
from services.outcomes import OutcomeDraft
from services.persian.national_code import synthetic
from services.persian.text import search_key
from services.scheduling.shapes import AttemptDraft
from tests.services.documents.readers import flat, pdfium, poppler
from tests.ui.case.conftest import OpenCase, keyboard, office, open_case
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.case_page import CasePage
from ui.closing.closing_sheet import ClosingSheet
from ui.closing.reopen_sheet import ReopenSheet
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.outcomes.signature_sheets import RefusalSheet
from ui.play.keyboard import CONTROL, SHIFT, Keyboard
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.sheet import open_sheet_of

__all__ = ["keyboard", "office", "open_case"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TODAY = SUNDAY - timedelta(days=1)
NEUTRAL = "جلسه مشترک را مناسب تشخیص نداد"


def sheet_on(page: CasePage, keyboard: Keyboard, kind: type) -> Any:
    keyboard.settle(lambda: isinstance(open_sheet_of(page), kind))
    keyboard.settle()
    return open_sheet_of(page)


def left(page: CasePage, keyboard: Keyboard) -> None:
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle()


def begin_outcome(page: CasePage, keyboard: Keyboard) -> OutcomeSheet:
    keyboard.key(Qt.Key.Key_O, CONTROL | SHIFT)
    sheet = sheet_on(page, keyboard, OutcomeSheet)
    keyboard.settle(sheet.main.isEnabled)
    assert isinstance(sheet, OutcomeSheet)
    return sheet


def conclude(page: CasePage, keyboard: Keyboard, words: str, summary: str = "") -> None:
    sheet = begin_outcome(page, keyboard)
    keyboard.choose(words)
    if summary:
        keyboard.go_to(sheet.ending.field("summary").edit)
        keyboard.write(summary)
    keyboard.save()
    left(page, keyboard)
    keyboard.settle(lambda: page.shown is not None and page.shown.outcome is not None)


def close(page: CasePage, keyboard: Keyboard) -> None:
    """The checklist by the keyboard: what people know is ticked, what is left open is explained."""
    page.works.do("close")
    sheet = sheet_on(page, keyboard, ClosingSheet)
    keyboard.settle(lambda: bool(sheet.lines))
    for line in sheet.lines:
        if line.tick is not None:
            keyboard.go_to(line.tick)
            keyboard.key(Qt.Key.Key_Space, text=" ")
    if sheet.form.isVisible():
        keyboard.go_to(sheet.form.field("note").edit)
        keyboard.write("در پرونده مانده است")
    keyboard.save()
    left(page, keyboard)


def status(office: Office, case_id: UUID) -> CaseStatus:
    return office.desk.services.cases.row(office.actor(), case_id).status


def printed(office: Office, case_id: UUID, kind: PaperKind, folder: Path, **answers: str) -> str:
    """The paper, issued with what it asks for, as both readers give it back."""
    documents, actor = office.desk.services.documents, office.actor()
    offer = next(one for one in documents.offer(actor, case_id) if one.kind is kind and not one.reason)
    request = PaperRequest(
        case_id, kind, offer.person_id, offer.appointment_id, offer.session_id, (), 0, offer.agreement_id,
        offer.referral_id,
    )  # fmt: skip
    asked = documents.missing(actor, request)
    values = {one.name: _answer(one) for one in asked} | answers
    request = PaperRequest(
        case_id, kind, offer.person_id, offer.appointment_id, offer.session_id, tuple(values.items()), 0,
        offer.agreement_id, offer.referral_id,
    )  # fmt: skip
    paper = documents.issue(actor, request).value
    content = documents.content(actor, paper.id)
    one, other = poppler(content, folder), pdfium(content, folder)
    assert _words(one) == _words(other)
    return search_key(flat(one))


def _words(text: str) -> set[str]:
    return {word for word in flat(text).split() if not re.search("[A-Za-z]", word)}


_NUMBERS = count(7_000)
"""Nobody is given a code twice, whatever papers ask for it."""


def _answer(field: MissingField) -> str:
    if field.kind is FieldKind.YES:
        return YES
    if field.kind is FieldKind.NATIONAL_CODE:
        return synthetic(next(_NUMBERS))
    return field.choices[0].value if field.choices else field.proposal or "نمونه"


def says(text: str, words: str) -> bool:
    return search_key(words) in text


def test_no_settlement(office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path) -> None:
    case_id = office.file().id
    page = open_case(case_id)
    conclude(page, keyboard, "عدم سازش")
    text = printed(office, case_id, PaperKind.NON_SETTLEMENT_RECORD, tmp_path)
    assert says(text, "صورت‌جلسه عدم سازش")
    assert says(text, "رها آزمونیا")
    assert says(text, "سام نمونها")
    close(page, keyboard)
    assert status(office, case_id) is CaseStatus.CLOSED


def test_refusal_to_sign(office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path) -> None:
    """P-30: by one key, before two witnesses; the record says so and blames nobody."""
    case_id = agreed(office)
    page = open_case(case_id)
    press_link(page, keyboard)
    sheet = sheet_on(page, keyboard, RefusalSheet)
    keyboard.choose("سام")
    keyboard.value("سهراب گواه")
    keyboard.go_to(sheet.witnesses.field("1.name").edit)
    keyboard.write("مینا گواه")
    keyboard.save()
    left(page, keyboard)
    keyboard.settle(lambda: page.shown is not None and page.shown.agreement is None)
    assert page.shown is not None
    assert page.shown.outcome is not None
    assert page.shown.outcome.disposition == "not_settled"
    text = printed(office, case_id, PaperKind.NON_SETTLEMENT_RECORD, tmp_path)
    for words in ("از امضا امتناع کرد", "سهراب گواه", "مینا گواه"):
        assert says(text, words), words


def test_nobody_came(office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path) -> None:
    """Only after the set number of tries; the note tells them and their results."""
    case_id = office.file(inviting=True).id
    page = open_case(case_id)
    sheet = begin_outcome(page, keyboard)
    keyboard.choose("عدم مراجعه")
    keyboard.save()
    keyboard.settle()
    assert "دعوت" in sheet.form.field("disposition").error()
    sheet.draft.forget()
    sheet.close_sheet()
    party = office.parties(case_id)[0]
    for _ in range(3):
        office.desk.clock.advance(timedelta(minutes=1))
        attempt = AttemptDraft(party, "phone", result="no_answer")
        office.desk.services.scheduling.record_attempt(office.actor("unit_head"), attempt)
    page = open_case(case_id)
    conclude(page, keyboard, "عدم مراجعه")
    text = printed(office, case_id, PaperKind.ABSENCE_NOTE, tmp_path)
    assert says(text, "رها آزمونیا")
    assert not says(text, "اخطار"), "R-11"
    close(page, keyboard)
    assert status(office, case_id) is CaseStatus.CLOSED


def test_a_stop_for_safety(office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path) -> None:
    """Why it was stopped leaves on no paper (P-5)."""
    case_id = office.file().id
    page = open_case(case_id)
    keyboard.key(Qt.Key.Key_S, CONTROL | SHIFT)
    sheet = sheet_on(page, keyboard, SessionSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.go_to(sheet.form.head.field("type").edit)
    keyboard.choose("فردی")
    for key, hour in (("start", "8:00"), ("end", "8:20")):
        keyboard.go_to(sheet.form.head.field(key).edit)
        keyboard.value(hour)
    keyboard.go_to(sheet.form.lines[0].marks)
    keyboard.write("1")
    keyboard.key(Qt.Key.Key_X, CONTROL | SHIFT)
    keyboard.settle()
    keyboard.write("ترس از طرف مقابل دیده شد")
    keyboard.save()
    left(page, keyboard)
    office.desk.clock.advance(timedelta(minutes=1))
    page = open_case(case_id)
    conclude(page, keyboard, "مسیر ایمنی", "ترس دیده شد و کار متوقف شد")
    shown = page.shown
    assert shown is not None
    assert shown.outcome is not None
    assert shown.outcome.is_neutral
    offers = office.desk.services.documents.offer(office.actor(), case_id)
    kinds = {one.kind for one in offers if not one.reason and one.kind not in LOOSE}
    assert PaperKind.ATTENDANCE_CERTIFICATE in kinds
    for kind in kinds - {PaperKind.INFORMED_CONSENT}:
        text = printed(office, case_id, kind, tmp_path)
        assert not says(text, "ترس"), kind
        assert not says(text, "ایمنی"), kind


def test_a_conditional_waiver(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """It stays «مشروط» until the beneficiary says that the condition was met (P-31)."""
    case_id = office.file().id
    page = open_case(case_id)
    sheet = begin_outcome(page, keyboard)
    keyboard.choose("گذشت")
    keyboard.go_to(sheet.editor._conditional)
    keyboard.write("1")
    block = sheet.editor.blocks[0]
    keyboard.go_to(block.form.field("debtor_id").edit)
    for words in ("سام", "رها"):
        keyboard.choose(words)
    keyboard.value("خسارت را می‌پردازد")
    keyboard.save()
    left(page, keyboard)
    keyboard.settle(lambda: page.shown is not None and page.shown.outcome is not None)
    assert page.shown is not None
    assert page.shown.outcome is not None
    assert page.shown.outcome.label.endswith("مشروط")
    page._on_main_action()
    keyboard.settle(lambda: page.shown is not None and not page.shown.outcome.is_awaiting_signatures)  # type: ignore[union-attr]
    agreement = page.shown.agreement
    assert agreement is not None
    assert page.shown.outcome.is_conditional
    clause = agreement.clauses[0]
    agreements, actor = office.desk.services.agreements, office.actor()
    agreements.settle_clause(actor, clause.id, clause.version, ClauseState.KEPT, TODAY, "رسید بانک")
    again = open_case(case_id)
    assert again.shown is not None
    assert again.shown.outcome is not None
    assert not again.shown.outcome.label.endswith("مشروط")


def test_a_file_is_taken_up_again_and_ends_anew(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """P-35: number and history stay, the next outcome begins a new cycle."""
    case_id = office.file().id
    page = open_case(case_id)
    conclude(page, keyboard, "عدم سازش")
    close(page, keyboard)
    assert status(office, case_id) is CaseStatus.CLOSED
    page = open_case(case_id)
    page.works.do("reopen")
    sheet = sheet_on(page, keyboard, ReopenSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose("نقض")
    keyboard.go_to(sheet.form.field("reason").edit)
    keyboard.write("طرف مقابل به قول خود عمل نکرد")
    keyboard.save()
    left(page, keyboard)
    keyboard.settle(lambda: status(office, case_id) is CaseStatus.ACTIVE)
    page = open_case(case_id)
    conclude(page, keyboard, "عدم سازش")
    assert page.shown is not None
    assert page.shown.outcome is not None
    assert page.shown.outcome.cycle == 2


def agreed(office: Office) -> UUID:
    """A settlement that nobody has signed yet."""
    case_id, services, actor = office.file().id, office.desk.services, office.actor()
    one, two = services.cases.get(actor, case_id).parties
    clauses = (ClauseDraft(two.id, "خسارت را می‌پردازد", one.id, 25_000_000, due_on=SUNDAY),)
    agreement = AgreementDraft(case_id, AgreementKind.SETTLEMENT, TODAY, clauses, (one.id, two.id))
    version = services.cases.row(actor, case_id).version
    services.outcomes.record(actor, OutcomeDraft(case_id, version, "settled_full", TODAY, agreement=agreement))
    return case_id


def press_link(page: CasePage, keyboard: Keyboard) -> None:
    from ui.widgets.buttons import LinkButton

    words = "از امضا امتناع کرد"
    keyboard.push(next(one for one in page.outcome.findChildren(LinkButton) if one.text() == words))
