"""What is done with an agreement on the page of its file (P-18, P-30, P-31, R-13)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services.agreements import (
    AgreementDetail,
    AgreementDraft,
    AgreementKind,
    AgreementState,
    ClauseDraft,
    ClauseState,
)
from services.outcomes import OutcomeDraft
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.case_page import CasePage
from ui.outcomes.agreement_sheets import CourtSheet, VoidAgreementSheet
from ui.outcomes.clause_sheet import ClauseSheet
from ui.outcomes.signature_sheets import RefusalSheet, SignaturesSheet
from ui.play.keyboard import Keyboard
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import open_sheet_of

TODAY = SUNDAY - timedelta(days=1)
Settled = Callable[..., CasePage]


@pytest.fixture
def settled(office: Office, open_case: OpenCase) -> Settled:
    """The page of a file with two clauses, the second after the first."""

    def made(*, signed: bool) -> CasePage:
        case, services, actor = office.file(), office.desk.services, office.actor()
        one, two = services.cases.get(actor, case.id).parties
        clauses = (
            ClauseDraft(two.id, "خسارت را می‌پردازد", one.id, 25_000_000, due_on=SUNDAY),
            ClauseDraft(one.id, "شکایت را پس می‌گیرد", two.id, depends_on=1),
        )
        agreement = AgreementDraft(case.id, AgreementKind.SETTLEMENT, TODAY, clauses, (one.id, two.id))
        version = services.cases.row(actor, case.id).version
        draft = OutcomeDraft(case.id, version, "settled_full", TODAY, "", TODAY if signed else None, agreement)
        services.outcomes.record(actor, draft)
        return open_case(case.id)

    return made


def agreed(page: CasePage) -> AgreementDetail:
    assert page.shown is not None
    assert page.shown.agreement is not None
    return page.shown.agreement


def sheet(page: CasePage, keyboard: Keyboard, kind: type) -> Any:
    keyboard.settle(lambda: isinstance(open_sheet_of(page), kind))
    return open_sheet_of(page)


def link(page: CasePage, words: str) -> Any:
    from ui.widgets.buttons import LinkButton

    found = [one for one in page.outcome.findChildren(LinkButton) if one.text() == words and one.isVisible()]
    assert found, words
    return found[0]


def test_the_card_shows_every_clause(settled: Settled) -> None:
    page = settled(signed=False)
    rows = page.outcome.clauses.rows()
    assert [(row.title, row.chip) for row in rows] == [
        ("۱. خسارت را می‌پردازد", "در پیش"),
        ("۲. شکایت را پس می‌گیرد", "در پیش"),
    ]
    assert "۲۵٬۰۰۰٬۰۰۰ ریال" in rows[0].quiet
    assert ("هنوز امضا نشده", "رها آزمونیا، سام نمونها") in page.outcome._about.texts()
    assert not page.outcome.kept_link.isVisible()


def test_a_clause_is_kept_by_one_key_and_taken_back(settled: Settled, office: Office, keyboard: Keyboard) -> None:
    page = settled(signed=True)
    keyboard.push(page.outcome.kept_link)
    keyboard.settle(lambda: agreed(page).clauses[0].state is ClauseState.KEPT)
    assert agreed(page).clauses[0].evidence == "به گفته ذی‌نفع"
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: agreed(page).clauses[0].state is ClauseState.OPEN)


def test_a_breach_leads_on(settled: Settled, keyboard: Keyboard) -> None:
    """P-31: a call, a session or a letter is one key away."""
    page = settled(signed=True)
    keyboard.push(page.outcome.breached_link)
    keyboard.settle(page.bar.isVisible)
    assert agreed(page).clauses[0].state is ClauseState.BREACHED
    offers = [one.text() for one in page.bar.findChildren(QuietButton)]
    assert {"نوبت تازه", "نامه یا سند"} <= set(offers)


def test_a_clause_that_does_not_bind_yet_says_so(settled: Settled, office: Office, keyboard: Keyboard) -> None:
    page = settled(signed=True)
    page.outcome.clauses.choose(agreed(page).clauses[1].id)
    keyboard.push(page.outcome.breached_link)
    keyboard.settle()
    assert "پس از انجام بند ۱" in office.heard.toasts[-1]


def test_the_debtors_own_word_keeps_nothing(settled: Settled, keyboard: Keyboard) -> None:
    """P-18."""
    page = settled(signed=True)
    page.agreements.open_clause(agreed(page).clauses[0].id)
    opened = sheet(page, keyboard, ClauseSheet)
    keyboard.write("1")
    keyboard.write("3")
    keyboard.save()
    keyboard.settle(lambda: bool(opened.form.field("proof").error()))
    keyboard.go_to(opened.form.field("proof").edit)
    keyboard.write("2")
    keyboard.go_to(opened.form.field("evidence").edit)
    keyboard.write("رسید بانک")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: agreed(page).clauses[0].state is ClauseState.KEPT)
    assert agreed(page).clauses[0].evidence == "بر پایه رسید: رسید بانک"
    page.agreements.open_clause(agreed(page).clauses[0].id)
    opened = sheet(page, keyboard, ClauseSheet)
    keyboard.push(next(one for one in opened.findChildren(QuietButton) if one.text() == "برداشتن این ثبت"))
    keyboard.settle(lambda: agreed(page).clauses[0].state is ClauseState.OPEN)


def test_signatures_all_by_one_key_or_one_by_one(settled: Settled, keyboard: Keyboard) -> None:
    page = settled(signed=False)
    keyboard.push(link(page, "امضاها یک‌به‌یک"))
    opened = sheet(page, keyboard, SignaturesSheet)
    keyboard.key(0x20, text=" ")  # the first signer is left out
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: agreed(page).signers[1].seen_on == TODAY)
    assert agreed(page).state is AgreementState.AWAITING
    keyboard.push(link(page, "امضاها یک‌به‌یک"))
    opened = sheet(page, keyboard, SignaturesSheet)
    assert len(opened.form.field("signer_ids").value()) == 1
    keyboard.save()
    keyboard.settle(lambda: agreed(page).state is AgreementState.SIGNED)
    assert page.shown is not None
    assert page.shown.outcome is not None
    assert not page.shown.outcome.is_awaiting_signatures


def test_refusing_to_sign_asks_for_two_witnesses(settled: Settled, keyboard: Keyboard) -> None:
    """P-30."""
    page = settled(signed=False)
    keyboard.push(link(page, "از امضا امتناع کرد"))
    opened = sheet(page, keyboard, RefusalSheet)
    keyboard.choose("سام")
    keyboard.value("سهراب گواه")
    keyboard.save()
    keyboard.settle(lambda: bool(opened.witnesses.field("1.name").error()))
    keyboard.go_to(opened.witnesses.field("1.name").edit)
    keyboard.write("مینا گواه")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: page.shown is not None and page.shown.agreement is None)
    assert page.shown is not None
    assert page.shown.outcome is not None
    assert page.shown.outcome.disposition == "not_settled"
    assert page.outcome._refused.isVisible()
    assert "سهراب گواه، مینا گواه" in page.outcome._refused.sentence()


def test_a_court_confirms_and_an_agreement_is_voided(settled: Settled, keyboard: Keyboard) -> None:
    page = settled(signed=True)
    keyboard.push(link(page, "دادگاه تأیید کرد"))
    opened = sheet(page, keyboard, CourtSheet)
    keyboard.save()
    keyboard.settle(lambda: bool(opened.form.field("on").error()))
    keyboard.go_to(opened.form.field("body").edit)
    keyboard.value("شعبه ۳ دادگاه صلح")
    keyboard.value("1405/12")
    keyboard.write("+0")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: agreed(page).court_on == TODAY)
    assert ("تأیید", "شعبه ۳ دادگاه صلح · ۱۴۰۵/۱۲") in [
        (label, value.replace("\u2066", "").replace("\u2069", "")) for label, value in page.outcome._about.texts()
    ]
    keyboard.push(link(page, "ابطال"))
    sheet(page, keyboard, VoidAgreementSheet)
    keyboard.write("مبلغ اشتباه است")
    keyboard.save()
    keyboard.settle(lambda: page.shown is not None and page.shown.agreement is None)


def test_a_colleague_was_faster(settled: Settled, office: Office, keyboard: Keyboard) -> None:
    """Two users at once: the second is asked, and nothing typed is lost."""
    page = settled(signed=False)
    keyboard.push(link(page, "از امضا امتناع کرد"))
    opened = sheet(page, keyboard, RefusalSheet)
    services, stored = office.desk.services, agreed(page)
    her = stored.signers[0]
    services.agreements.see_signatures(office.actor("unit_head"), stored.id, stored.version, signer_ids=(her.id,))
    keyboard.choose("سام")
    for place, name in enumerate(("سهراب گواه", "مینا گواه")):
        keyboard.go_to(opened.witnesses.field(f"{place}.name").edit)
        keyboard.write(name)
    keyboard.save()
    keyboard.settle(opened._conflict.isVisible)
    opened._conflict.keep_wanted.emit()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: page.shown is not None and page.shown.agreement is None)


def test_who_only_reads_marks_nothing(settled: Settled, open_case: OpenCase) -> None:
    page = settled(signed=True)
    assert page.shown is not None
    read = open_case(page.shown.detail.id, "clerk")
    assert read.shown is not None
    assert read.shown.agreement is None
    assert not read.outcome.clauses.isVisible()
