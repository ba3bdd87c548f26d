"""A child's clock is a neutral mark on every page of the program until it is reported (R-8)."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QMainWindow

from services.actor import Right
from services.safety import FlagDraft, FlagLevel
from services.worklist import TaskKind, Whose, WorkFilter
from tests.demo_folder import demo_copy
from tests.screens.booth import Booth
from tests.screens.views import ALL
from ui.pages import PAGES
from ui.worklist.clock_mark import ClockMark

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(600)]
_SECRET = ("کودک", "خطر", "خشونت")


@pytest.fixture(scope="module")
def booth(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Booth]:
    made = Booth(demo_copy(tmp_path_factory.mktemp("clock") / "precinct"))
    case = made.case
    known = FlagDraft(case.id, case.parties[0].person_id, "child_at_risk", FlagLevel.HIGH, made.clock.now())
    made.services.safety.raise_flag(made.counsellor, known)
    yield made
    made.close()


def mark_of(window: QMainWindow) -> ClockMark:
    return next(iter(window.findChildren(ClockMark)))


@pytest.mark.parametrize("who", ["counsellor", "head"])
def test_it_is_on_every_page(booth: Booth, who: str) -> None:
    booth.seat(who)
    may_know = booth.actor(who).may(Right.SAFETY_READ)
    assert may_know
    seen: set[str] = set()
    for view in ALL:
        if view.who != who or view.sheet or view.page in seen:
            continue
        view.open(booth)
        booth.settle()
        mark = mark_of(booth.window)
        assert mark.isVisible(), view.name
        assert mark.visibleRegion().boundingRect().size() == mark.size(), f"{view.name}: cut off"
        assert not [word for word in _SECRET if word in mark.text() + mark.accessibleName() + mark.toolTip()]
        seen.add(view.page)
    opened = {spec.key for spec in PAGES if spec.is_open_to(booth.actor(who))}
    assert opened - seen <= _SEEN_BY_OTHERS[who], sorted(opened - seen)


_SEEN_BY_OTHERS = {"counsellor": {"settings"}, "head": {spec.key for spec in PAGES}}
"""The head's own views are few; every page of a counsellor is walked."""


def test_a_narrow_window_keeps_it(booth: Booth) -> None:
    booth.seat("counsellor")
    booth.resize(1024, 768)
    booth.go("cases")
    mark = mark_of(booth.window)
    assert mark.isVisible()
    assert booth.window.width() == 1024
    booth.resize(1366, 768)


@pytest.mark.parametrize("who", ["clerk", "conscript", "duty", "commander", "auditor", "admin"])
def test_who_may_not_read_of_marks_sees_none(booth: Booth, who: str) -> None:
    booth.seat(who)
    assert not booth.actor(who).may(Right.SAFETY_READ)
    assert not mark_of(booth.window).isVisible()


def test_it_stays_until_the_report_or_the_heads_reason(booth: Booth) -> None:
    booth.seat("counsellor")
    booth.go("home")
    mark, head = mark_of(booth.window), booth.actor("head")
    assert mark.isVisible()
    safety, which = booth.services.safety, WorkFilter(Whose.UNIT, TaskKind.CHILD_CLOCK)
    for row in booth.services.worklist.page(head, which).rows:
        assert row.task.case_id is not None
        flags = safety.state(head, row.task.case_id).flags
        flag = next(one for one in flags if one.id == row.task.subject_id)
        write = partial(safety.close_flag, head, flag.id, flag.version, "گزارش با تلفن داده شد")
        booth.lanes.write(booth.window, write)
        booth.settle()
    assert not mark.isVisible()
