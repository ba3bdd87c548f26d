"""Every view of the program, one line each: a new page or sheet is added here, or a test fails.

A view is opened by a function of the booth; it leaves the view in sight with its data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from services.quick_entries import NightDraft
from services.safety import FlagDraft, FlagLevel
from tests.screens.booth import Booth
from ui.documents.argument import IssueArgument
from ui.safety.argument import SafetyArgument
from ui.scheduling.argument import AppointmentsArgument
from ui.settings.settings_page import SECTIONS

Open = Callable[[Booth], Any]


@dataclass(frozen=True, slots=True)
class View:
    """`page` is a key of `ui.pages`, "" for what stands before the sign-in. `sheet`: the class that lies over it."""

    name: str
    page: str
    who: str
    open: Open
    sheet: str = ""


def _page(key: str, who: str = "counsellor", name: str = "", argument: Open | None = None) -> View:
    def show(booth: Booth) -> Any:
        return booth.go(key, argument(booth) if argument is not None else None)

    return View(name or key.replace("_", "-"), key, who, show)


def _sheet(sheet: str, view: View, act: Callable[[Booth, Any], Any], who: str = "", name: str = "") -> View:
    def show(booth: Booth) -> Any:
        act(booth, view.open(booth))
        booth.settle(lambda: type(booth.sheet).__name__ == sheet)
        return booth.sheet

    return View(name or f"{view.name}-{_dashed(sheet)}", view.page, who or view.who, show, sheet)


def _dashed(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).strip("-")


# --- what the views are about -------------------------------------------------------------------------------------


def _fresh(booth: Booth) -> SafetyArgument:
    """Somebody who was asked nothing yet, otherwise whoever comes first."""
    for case in booth.cases:
        for party in booth.services.safety.outline(booth.counsellor, case.id).parties:
            if not party.consent and not party.is_child:
                return SafetyArgument(case.id, party.person_id)
    case_id, person_id = booth.screened
    return SafetyArgument(case_id, person_id)


def _asked(booth: Booth) -> SafetyArgument:
    return SafetyArgument(*booth.screened)


def _flagged(booth: Booth) -> SafetyArgument:
    """A person with a grave mark: raised for the picture when the precinct has none."""
    about = _asked(booth)
    safety, actor = booth.services.safety, booth.counsellor
    if not any(party.flags for party in safety.outline(actor, about.case_id).parties):
        now = booth.clock.now()
        safety.raise_flag(actor, FlagDraft(about.case_id, about.person_id, "weapon", FlagLevel.HIGH, now))
    return about


def _night(booth: Booth) -> Any:
    """A night entry that waits: written for the picture when the precinct has none."""
    entries = booth.services.quick_entries
    if not entries.nights_to_complete(booth.counsellor):
        draft = NightDraft(
            names="بانویی با دو کودک",
            line="تا صبح در کلانتری ماند",
            is_danger_now=False,
            officer="بهزاد سالاری",
            happened_at=booth.clock.now(),
        )
        entries.write_night(booth.actor("duty"), draft)
    return entries.nights_to_complete(booth.counsellor)[0]


def _appointment(booth: Booth) -> Any:
    """A booked hour to come."""
    for case in booth.cases:
        for row in booth.services.scheduling.of_case(booth.counsellor, case.id):
            if row.is_scheduled:
                return row
    raise AssertionError("no hour is booked")


def _session(booth: Booth) -> Any:
    for case in (booth.case, *booth.cases):
        rows = booth.services.sessions.of_case(booth.counsellor, case.id)
        if rows:
            return rows[0]
    raise AssertionError("no session was held")


def _letter(booth: Booth) -> Any:
    return booth.services.letters.page(booth.counsellor, limit=5).rows[0]


def _case_page(booth: Booth) -> Any:
    return booth.services.overview.refresh_case(booth.counsellor, booth.case.id)


# --- pages --------------------------------------------------------------------------------------------------------


def _screen_at(stage: str) -> Open:
    def show(booth: Booth) -> Any:
        page = booth.go("screen", _asked(booth))
        booth.settle(lambda: bool(page.room.ticks))
        for tick in page.room.ticks.values():
            tick.setChecked(True)
        page.main_action()
        booth.settle()
        for _ in range(80):
            if stage == "question" or page.closing.isVisible():
                break
            page.question.button("no").click()
            booth.settle()
        return page

    return show


HOME, CASE = _page("home"), _page("case", argument=lambda booth: booth.case.id)
APPOINTMENTS, LETTERS, PEOPLE = _page("appointments"), _page("letters"), _page("people")
PERSON = _page("person", argument=lambda booth: booth.case.parties[0].person_id)
QUICK, SAFETY = _page("quick_entries"), _page("safety", argument=lambda booth: _flagged(booth).case_id)
PAPER = _page("paper", argument=lambda booth: booth.paper)
SCREEN = _page("screen", argument=_asked)
ISSUE = _page("issue_paper", argument=lambda booth: IssueArgument(booth.screened[0], "informed_consent"))


def _settings(key: str) -> View:
    return _page("settings", "head", f"settings-{key}", lambda _booth: key)


PAGES: tuple[View, ...] = (
    HOME,
    _page("home", "head", "home-of-the-head"),
    _page("home", "clerk", "home-of-the-clerk"),
    CASE,
    _page("case", "clerk", "case-of-the-clerk", lambda booth: booth.case.id),
    _page("intake"),
    _page("cases"),
    PEOPLE,
    PERSON,
    LETTERS,
    APPOINTMENTS,
    _page(
        "appointments",
        name="appointments-of-a-file",
        argument=lambda booth: AppointmentsArgument(_appointment(booth).day, booth.case.id),
    ),
    QUICK,
    _page("night", "duty"),
    SAFETY,
    _page("consent", argument=_fresh),
    _page("consent", name="consent-held", argument=_asked),
    SCREEN,
    View("screen-question", "screen", "counsellor", _screen_at("question")),
    View("screen-closing", "screen", "counsellor", _screen_at("closing")),
    _page("last_questions", argument=_asked),
    _page("danger", argument=_flagged),
    _page("safety_plan", argument=_flagged),
    PAPER,
    ISSUE,
    *(_settings(key) for key, _icon, _kind in SECTIONS),
)
