"""What stands before anybody is signed in: the first start, signing in, restoring, and every problem window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from services.backup import SheetCode
from services.catalogue import say
from services.data_folder import read_front
from services.documents.proving.checking import judge
from services.documents.proving.revocations import RevocationList
from services.vault.recovery_code import RecoveryCode
from tests.demo_folder import CHEAP
from tests.screens.booth import Booth
from tests.screens.view import View
from tests.services.documents.proving.signer import UNIT_ID, Signer
from tests.services.documents.proving.test_judging import SENTENCE, letters_of
from ui.setup.guide import Guide
from ui.sign_in.forgotten_sheet import ForgottenSheet
from ui.sign_in.sign_in_page import SignInPage
from ui.start.problem_kinds import ProblemKind
from ui.start.problems import problem_page
from ui.start.restore_page import RestorePage
from ui.verify.verify_page import VerifyPage

_FOLDER = Path("D:/Sazesh/data")


def _stay(_booth: Booth, _page: Any) -> None:
    """The page as it comes."""


def _alone(name: str, make: Callable[[Booth], Any], then: Callable[[Booth, Any], Any] = _stay) -> View:
    def show(booth: Booth) -> Any:
        page = make(booth)
        booth.stand_alone(page)
        if hasattr(page, "take_keyboard"):
            page.take_keyboard()
        then(booth, page)
        booth.settle()
        return page

    return View(name, "", "", show)


def _sign_in(booth: Booth) -> SignInPage:
    page = SignInPage()
    page.show_front(read_front(booth.folder))
    page.set_locked("")
    return page


def _locked(booth: Booth) -> SignInPage:
    page = _sign_in(booth)
    person = booth.counsellor
    page.set_pins(frozenset({person.staff_id}))
    page.set_locked(f"صفحه {person.name} همان‌گونه که بود پشت قفل مانده است.")
    page.choose(person.staff_id)
    return page


def _forgotten(booth: Booth, page: SignInPage) -> None:
    account = read_front(booth.folder).accounts[0]
    ForgottenSheet(booth.shown, account).open_sheet()


def _guide(booth: Booth) -> Guide:
    return Guide(_FOLDER, booth.clock, booth.lanes, lambda: CHEAP)


def _at_step(place: int) -> Callable[[Booth, Guide], None]:
    def show(booth: Booth, guide: Guide) -> None:
        if place == len(guide.steps):
            unit = booth.services.unit.get(booth.counsellor).draft
            code = SheetCode(RecoveryCode.generate().groups, "AB12CD")
            guide.recovery.show_code(code, unit, booth.counsellor.name, booth.context_day(), is_practice=True)
        guide._show(place)
        guide.take_keyboard()

    return show


def _verify(booth: Booth) -> VerifyPage:
    return VerifyPage(booth.folder, booth.lanes, "بازگشت")


def _genuine(_booth: Booth, page: VerifyPage) -> None:
    letters = letters_of(*(SENTENCE for _ in range(3)))
    day = date(2026, 11, 22)
    page._show(judge(letters, [Signer().known], [RevocationList(UNIT_ID, day, ())]))


def _old_key(_booth: Booth, page: VerifyPage) -> None:
    page._show(judge(letters_of(SENTENCE), [Signer().until(date(2026, 11, 1))]))


def _problem(kind: ProblemKind) -> View:
    sentences = {
        ProblemKind.REFUSED: "دیسک پر است. جا باز کنید و دوباره تلاش کنید.",
        ProblemKind.CLOCK_AHEAD: say("opening.clock_ahead", today="۱۴۱۵/۰۸/۳۰", last="۱۴۰۵/۰۸/۳۰"),
    }
    sentence = sentences.get(kind, "")
    return _alone(f"problem-{kind.value.replace('_', '-')}", lambda _booth: problem_page(kind, _FOLDER, sentence))


START: tuple[View, ...] = (
    _alone("sign-in", _sign_in),
    _alone("sign-in-locked", _locked),
    _alone("sign-in-forgotten", _sign_in, _forgotten),
    *(
        _alone(f"guide-{name}", _guide, _at_step(place))
        for place, name in enumerate(("unit", "head", "colleagues", "numbers", "recovery"))
    ),
    _alone("restore", lambda booth: RestorePage(booth.folder, booth.clock, booth.lanes)),
    _alone("verify", _verify),
    _alone("verify-genuine", _verify, _genuine),
    _alone("verify-old-key", _verify, _old_key),
    *(_problem(kind) for kind in ProblemKind),
)
