"""Views of work in other hands, of invitations without a result, and of the door."""

from datetime import timedelta
from typing import Any

from services.clock import local
from services.errors import InvalidError
from services.handover import HandoverState
from services.scheduling import DoorDraft
from services.sessions import AttendanceMark
from tests.screens.booth import Booth
from tests.screens.making import class_of, over, page_view, sheet_view
from tests.screens.view import View


def _given(booth: Booth) -> Any:
    """The fullest one that holds now."""
    rows = booth.services.handovers.list(booth.actor("head"))
    return max(rows, key=lambda row: (row.state is HandoverState.OPEN, len(row.items)))


def _shift(booth: Booth) -> Any:
    return max(booth.services.shifts.list(booth.counsellor), key=lambda row: len(row.lists.lines))


def _passed_on(booth: Booth) -> Any:
    """The page of a file that was handed over."""
    item = next(item for item in _given(booth).items if item.case_id is not None)
    return booth.services.overview.case_page(booth.actor("head"), item.case_id)


def _filled(booth: Booth) -> Any:
    """Every file for the first colleague who is there, for a week."""
    page = booth.go("hand_over")
    day = booth.context_day()
    page.form.set_values({"first_on": day + timedelta(days=1), "last_on": day + timedelta(days=8)})
    booth.settle(lambda: page.work is not None)
    there = next(one for one in page.work.receivers if not one.is_away)
    page.words.set_values({"to_id": there.id.hex, "note": "کلید کمد در کشوی میز است."})
    booth.settle()
    page.draft.forget()
    return page


def _open_item(_booth: Booth, page: Any) -> None:
    page.open_item(page.list.rows()[0].key)


def _hour(booth: Booth) -> Any:
    """An hour at the door, with somebody who did not come where its time has passed."""
    today = local(booth.clock.now()).date()
    scheduling, doors, actor = booth.services.scheduling, booth.services.doors, booth.counsellor
    rows = [
        row
        for row in scheduling.between(actor, today - timedelta(days=40), today)
        if row.is_scheduled and row.case_id is not None and row.party_ids
    ]
    row = max(rows, key=lambda row: len(row.party_ids))
    for mark in (AttendanceMark.NO_SHOW, AttendanceMark.ATTENDED):
        try:
            doors.mark(actor, DoorDraft(row.id, row.party_ids[0], mark))
            break
        except InvalidError:
            continue
    return scheduling.row(actor, row.id)


def _door(booth: Booth, page: Any) -> Any:
    return class_of("ui.scheduling.appointment_sheet", "AppointmentSheet")(page, booth.context, _hour(booth))


def _slip(booth: Booth, page: Any) -> None:
    page.open_result(page.list.rows()[0].key)


HANDOVER = page_view("handover", "head")
GIVE = View("hand-over", "hand_over", "counsellor", _filled)
IN_FIELD = page_view("invitations")
HANDING: tuple[View, ...] = (
    HANDOVER,
    page_view("handover", name="handover-of-a-counsellor"),
    GIVE,
    page_view("shift"),
    IN_FIELD,
    sheet_view("ResultSheet", IN_FIELD, _slip),
    sheet_view("ItemSheet", GIVE, _open_item),
    over(
        HANDOVER,
        "HandoverSheet",
        lambda booth, page: class_of("ui.handover.handover_sheet", "HandoverSheet")(
            page, booth.context, _given(booth)
        ),
    ),
    over(
        HANDOVER,
        "ShiftSheet",
        lambda booth, page: class_of("ui.handover.shift_sheet", "ShiftSheet")(page, booth.context, _shift(booth)),
    ),
    over(
        HANDOVER,
        "PassedOnSheet",
        lambda booth, page: class_of("ui.handover.passed_on_sheet", "PassedOnSheet")(
            page, booth.context, _passed_on(booth)
        ),
    ),
    over(page_view("appointments"), "AppointmentSheet", _door, name="appointments-door"),
)
