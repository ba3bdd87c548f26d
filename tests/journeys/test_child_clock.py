"""A child is at risk: from the hour of knowledge to the report, through real widgets (R-8, P-3, P-10)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from services.worklist import TaskKind
from tests.screens.booth import Booth
from ui.play.keyboard import Keyboard
from ui.safety.flag_sheets import RaiseSheet, ReportSheet
from ui.widgets.sheet import open_sheet_of
from ui.worklist.clock_mark import ClockMark

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(600)]
_OTHER_PAGES = ("home", "cases", "people", "appointments", "letters", "follow_ups", "quick_entries", "settings")


@pytest.fixture
def booth(precinct_folder: Path) -> Iterator[Booth]:
    made = Booth(precinct_folder)
    _end_running_clocks(made)
    yield made
    made.close()


def _end_running_clocks(booth: Booth) -> None:
    """The made-up precinct's own: this story begins with a calm morning."""
    safety, head = booth.services.safety, booth.actor("head")
    for row in booth.services.worklist.page(head).rows:
        if row.task.kind is TaskKind.CHILD_CLOCK and row.task.case_id is not None:
            flags = safety.state(head, row.task.case_id).flags
            flag = next(one for one in flags if one.id == row.task.subject_id)
            safety.close_flag(head, flag.id, flag.version, "پیش‌تر با تلفن گزارش شد")


def test_the_clock_stands_on_every_page_from_the_mark_to_the_report(booth: Booth) -> None:
    booth.seat("counsellor")
    keyboard = Keyboard(booth.lanes)
    mark = booth.window.findChildren(ClockMark)[0]
    assert not mark.isVisible()
    _raise(booth, keyboard)
    booth.settle(mark.isVisible)
    assert mark.text() == "ج  ۰۸:۰۰", "counted from the hour of knowledge, not from typing"
    for key in _OTHER_PAGES:
        booth.go(key)
        assert mark.isVisible(), key
    assert booth.go("case", booth.case.id).is_interview
    assert mark.isVisible()
    _report(booth, keyboard, mark)
    booth.settle(lambda: not mark.isVisible())
    kinds = {row.task.kind for row in booth.services.worklist.page(booth.counsellor).rows}
    assert TaskKind.CHILD_CLOCK not in kinds


def _raise(booth: Booth, keyboard: Keyboard) -> None:
    """The mark is put on the person four hours after somebody told of it."""
    page: Any = booth.go("safety", booth.case.id)
    page.flags.open_raise()
    booth.settle(lambda: isinstance(open_sheet_of(booth.window), RaiseSheet))
    sheet = booth.sheet
    kind = booth.services.codes.of(booth.counsellor).first("risk_flag_kind", "child_clock")
    known = booth.clock.now().replace(second=0, microsecond=0)
    sheet.form.set_values({"person_id": booth.case.parties[0].person_id.hex, "kind": kind})

    sheet.form.field("known_at").set_value(known - timedelta(hours=4))
    keyboard.go_to(sheet.form.field("note").edit)
    keyboard.write("مدرسه تلفن زد")
    keyboard.save()
    booth.settle(lambda: open_sheet_of(booth.window) is None)


def _report(booth: Booth, keyboard: Keyboard, mark: ClockMark) -> None:
    """From the mark to the list, and from the row to the report: number and hour stop the clock."""
    mark.wanted.emit()
    booth.settle(lambda: getattr(booth.page, "work", None) is not None)
    keyboard.settle(booth.page.bands.has_keyboard)
    keyboard.key(Qt.Key.Key_Return)
    booth.settle(lambda: isinstance(open_sheet_of(booth.window), ReportSheet))
    keyboard.write("۱۴۰۵/۳۲")
    keyboard.save()
    booth.settle(lambda: open_sheet_of(booth.window) is None)
