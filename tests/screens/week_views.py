"""Views of series, of those who wait, of what must be moved, and of hours, leave and nights."""

from datetime import timedelta
from typing import Any

from services.scheduling.series_shapes import SeriesDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow
from services.scheduling.waiting_shapes import WaitingDraft
from services.working_time import Band, Week
from tests.screens.booth import Booth
from tests.screens.making import class_of, over, page_view, simple
from tests.screens.view import View

_APPOINTMENTS = page_view("appointments")
_HOURS = page_view("settings", "head", "settings-hours", lambda _booth: "hours")
_PRESENCE = page_view("settings", "head", "settings-presence", lambda _booth: "presence")
_ROOMS = page_view("settings", "head", "settings-rooms", lambda _booth: "rooms")


def _row(booth: Booth, kind: str, *, in_series: bool = False) -> AppointmentRow:
    """A coming appointment of that kind; any other where there is none."""
    today = booth.context.today()
    rows = booth.services.scheduling.between(booth.counsellor, today, today + timedelta(days=60))
    coming = [row for row in rows if row.is_scheduled and not row.is_hidden]
    wanted = [row for row in coming if row.type == kind and (row.series_id is not None or not in_series)]
    return (wanted or coming)[0]


def _series(booth: Booth, page: Any) -> Any:
    """A series over a week that somebody else has taken."""
    row = _row(booth, "individual")
    draft = AppointmentDraft(
        row.case_id,
        row.type,
        row.day,
        row.start,
        row.room_id,
        row.staff_ids,
        row.party_ids,
        row.minutes,
    )
    return class_of("ui.scheduling.series_sheet", "SeriesSheet")(page, booth.context, SeriesDraft(draft))


def _entry(booth: Booth, page: Any) -> Any:
    rows = booth.services.waiting.rows(booth.counsellor)
    wanted = rows[0].draft if rows else WaitingDraft(booth.case.id, "individual", ())
    return class_of("ui.scheduling.waiting_entry_sheet", "WaitingEntrySheet")(page, booth.context, wanted)


def _booking(kind: str, booth: Booth, page: Any) -> Any:
    row = _row(booth, kind, in_series=kind == "individual")
    return class_of("ui.scheduling.booking_sheet", "BookingSheet")(page, booth.context, row.case_id, row)


def _season(_booth: Booth, page: Any) -> Any:
    bands = tuple(Band(day, 480, 780) for day in range(5))
    return class_of("ui.settings.hours_section", "SeasonSheet")(page, None, bands)


def _event(booth: Booth, page: Any) -> Any:
    row = _row(booth, "outreach")
    return class_of("ui.scheduling.event_sheet", "EventSheet")(page, booth.context, row, counts_people=True)


def _shifts(booth: Booth, page: Any) -> Any:
    week = Week((Band(0, 480, 720), Band(0, 960, 1200)), is_own=True)
    return class_of("ui.settings.presence_section", "ShiftSheet")(page, booth.actor("counsellor").name, week)


def _room(booth: Booth, page: Any) -> Any:
    return class_of("ui.settings.rooms_section", "RoomSheet")(page, booth.services.unit.rooms(booth.counsellor)[0])


def _of_presence(kind: str) -> View:
    return over(_PRESENCE, kind, lambda _booth, page: class_of("ui.settings.presence_section", kind)(page, ()))


WEEKS: tuple[View, ...] = (
    over(_APPOINTMENTS, "SeriesSheet", _series),
    over(_APPOINTMENTS, "WaitingEntrySheet", _entry),
    over(_APPOINTMENTS, "BookingSheet", lambda booth, page: _booking("individual", booth, page), name="move-series"),
    over(_APPOINTMENTS, "BookingSheet", lambda booth, page: _booking("group", booth, page), name="move-group"),
    over(_APPOINTMENTS, "BookingSheet", lambda booth, page: _booking("home_visit", booth, page), name="move-visit"),
    over(
        _APPOINTMENTS,
        "CancelSheet",
        lambda booth, page: class_of("ui.scheduling.cancel_sheet", "CancelSheet")(
            page, booth.context, _row(booth, "individual", in_series=True)
        ),
        name="cancel-series",
    ),
    over(_APPOINTMENTS, "EventSheet", _event),
    simple("ui.scheduling.waiting_sheet", "WaitingSheet", _APPOINTMENTS),
    simple("ui.scheduling.displaced_sheet", "DisplacedSheet", _APPOINTMENTS),
    over(_HOURS, "SeasonSheet", _season),
    over(_PRESENCE, "ShiftSheet", _shifts),
    _of_presence("AbsenceSheet"),
    _of_presence("NightSheet"),
    over(_ROOMS, "RoomSheet", _room),
)
