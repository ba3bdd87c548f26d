"""Booking inside an open transaction: what stands against a time, and putting it down (R-7, R-27, R-29)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.person import Person
from models.unit import Holiday, Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff, GateOverride
from services.actor import Right
from services.cases.access import visible_case
from services.clock import local
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, NotFoundError, refuse
from services.people.naming import full_name
from services.persian.jalali import format_date, weekday_index
from services.persian.text import display_form
from services.safety.adults import open_flags
from services.safety.gate import gate
from services.safety.shapes import GateState
from services.scheduling import rules
from services.scheduling.shapes import AppointmentDraft, Checked, Clash, Slot
from services.settings.service import number_in
from services.unit_of_work import Tx

BUSY = (AppointmentStatus.SCHEDULED, AppointmentStatus.HELD)
DAY_MINUTES = 24 * 60
SEARCH_DAYS = 30
_OPEN = (CaseStatus.CLOSED, CaseStatus.VOIDED)


def book(tx: Tx, codes: Codes, draft: AppointmentDraft) -> Appointment:
    """Put an appointment down, or move the one that `draft.id` names.

    A clash is an `InvalidError` that names what is taken; a joint session before the gate is open is refused in
    the words of P-4, unless the head brings an override that the gate allows.
    """
    draft = completed(tx, codes, draft)
    case = visible_case(tx, draft.case_id) if draft.case_id else None
    _check_shape(tx, codes, draft, case)
    clashes = clashes_of(tx, codes, draft)
    if clashes:
        first = clashes[0]
        raise InvalidError(
            f"scheduling.clash_{first.kind}", "start", who=first.who, start=_clock(first.start), end=_clock(first.end)
        )
    state = gate_of(tx, codes, draft, case)
    if state is not None and not state.is_open:
        _check_override(tx, draft, state)
    row = _put(tx, codes, draft)
    if state is not None and not state.is_open and case is not None and draft.override is not None:
        _log_override(tx, case, row, draft, state)
    return row


def completed(tx: Tx, codes: Codes, draft: AppointmentDraft) -> AppointmentDraft:
    """The draft with its type's default length where none was typed."""
    if draft.minutes:
        return draft
    default = codes.get(tx.actor, "session_type", draft.type).does("default_minutes")
    return replace(draft, minutes=int(default or number_in(tx, "session_minutes")))


def check(tx: Tx, codes: Codes, draft: AppointmentDraft, *, slots: int = 3) -> Checked:
    """Everything that stands against a draft, with the next free times that satisfy all rules."""
    draft = completed(tx, codes, draft)
    case = visible_case(tx, draft.case_id) if draft.case_id else None
    clashes = clashes_of(tx, codes, draft)
    state = gate_of(tx, codes, draft, case)
    is_shut = state is not None and not state.is_open
    free = free_slots(tx, codes, draft, slots) if clashes or is_shut else ()
    return Checked(
        clashes,
        is_shut,
        state is not None and state.is_overridable and tx.actor.may(Right.GATE_OVERRIDE),
        warnings_of(tx, draft.day),
        free,
    )


def warnings_of(tx: Tx, day: date) -> tuple[str, ...]:
    """The names of what makes the day unusual: holidays and closures. None of them blocks (R-27)."""
    titles = tx.session.scalars(
        select(Holiday.title).where(
            Holiday.unit_id == tx.actor.unit_id, Holiday.day == day, Holiday.is_cancelled.is_(False)
        )
    )
    return tuple(titles)


def gate_of(tx: Tx, codes: Codes, draft: AppointmentDraft, case: CaseFile | None) -> GateState | None:
    """The gate's state for a joint session with both sides, None where the gate is not asked."""
    if case is None or not codes.get(tx.actor, "session_type", draft.type).does("is_joint"):
        return None
    return gate(tx, codes, case)


def clashes_of(tx: Tx, codes: Codes, draft: AppointmentDraft) -> tuple[Clash, ...]:
    """What is taken at the draft's time: room, colleague, person; and the distance of R-29."""
    people = _people_of(tx, draft.party_ids)
    kind = codes.get(tx.actor, "session_type", draft.type)
    return tuple(_clashes(tx, draft, people, taken_on(tx, [draft.day]), needs_room=not kind.does("is_outside")))


def _clashes(
    tx: Tx, draft: AppointmentDraft, people: dict[UUID, UUID], taken: list[rules.Taken], *, needs_room: bool
) -> list[Clash]:
    end = draft.start + draft.minutes
    gap = number_in(tx, "apart_minutes") if _has_flag(tx, draft.case_id) else 0
    found = []
    for one in taken:
        if one.appointment_id == draft.id:
            continue
        if rules.overlaps(draft.start, end, one):
            if needs_room and draft.room_id is not None and one.room_id == draft.room_id:
                found.append(Clash("room", _room_name(tx, draft.room_id), one.start, one.end))
            found.extend(
                Clash("staff", _staff_name(tx, busy), one.start, one.end)
                for busy in one.staff_ids.intersection(draft.staff_ids)
            )
            found.extend(
                Clash("person", _person_name(tx, busy), one.start, one.end)
                for busy in one.person_ids.intersection(people.values())
            )
        is_other_side = one.case_id == draft.case_id and not one.person_ids.intersection(people.values())
        if gap and people and one.person_ids and is_other_side and rules.overlaps(draft.start, end, one, gap):
            found.append(Clash("distance", "", one.start, one.end))
    return found


def taken_on(tx: Tx, days: list[date]) -> list[rules.Taken]:
    """Everything that is booked on these days, whoever may see it: a clash names no file."""
    rows = tx.session.scalars(
        select(Appointment).where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.day.in_(days),
            Appointment.status.in_(BUSY),
        )
    ).all()
    ids = [row.id for row in rows]
    staff: dict[UUID, set[UUID]] = {}
    people: dict[UUID, set[UUID]] = {}
    for appointment_id, staff_id in tx.session.execute(
        select(AppointmentStaff.appointment_id, AppointmentStaff.staff_id).where(
            AppointmentStaff.appointment_id.in_(ids)
        )
    ):
        staff.setdefault(appointment_id, set()).add(staff_id)
    for appointment_id, person_id in tx.session.execute(
        select(AppointmentParty.appointment_id, CaseParty.person_id)
        .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
        .where(AppointmentParty.appointment_id.in_(ids))
    ):
        people.setdefault(appointment_id, set()).add(person_id)
    return [
        rules.Taken(
            row.id,
            row.case_id,
            row.day,
            row.start,
            row.start + row.minutes,
            row.room_id,
            frozenset(staff.get(row.id, ())),
            frozenset(people.get(row.id, ())),
        )
        for row in rows
    ]


def free_slots(tx: Tx, codes: Codes, draft: AppointmentDraft, count: int) -> tuple[Slot, ...]:
    """The next free times from the draft's day on: working days, the draft's people, any active room."""
    draft = completed(tx, codes, draft)
    rooms = tx.session.scalars(
        select(Room)
        .where(Room.unit_id == tx.actor.unit_id, Room.is_active.is_(True))
        .order_by(Room.position, Room.name)
    ).all()
    first = max(draft.day, tx.today)
    days = list(rules.days_from(first, SEARCH_DAYS))
    off = set(
        tx.session.scalars(
            select(Holiday.day).where(
                Holiday.unit_id == tx.actor.unit_id, Holiday.day.in_(days), Holiday.is_cancelled.is_(False)
            )
        )
    )
    taken: dict[date, list[rules.Taken]] = {}
    for one in taken_on(tx, days):
        taken.setdefault(one.day, []).append(one)
    people = set(_people_of(tx, draft.party_ids).values())
    gap = number_in(tx, "apart_minutes") if _has_flag(tx, draft.case_id) else 0
    opens, closes = number_in(tx, "day_starts"), number_in(tx, "day_ends")
    found: list[Slot] = []
    for day in days:
        if day in off or weekday_index(day) == rules.FRIDAY:
            continue
        begin = max(opens, draft.start if day == draft.day else 0)
        if day == tx.today:
            begin = max(begin, _minute_of_now(tx))
        for slot in _slots_of_day(day, draft, taken.get(day, []), people, list(rooms), gap, (begin, closes)):
            found.append(slot)
            if len(found) == count:
                return tuple(found)
    return tuple(found)


def _slots_of_day(
    day: date,
    draft: AppointmentDraft,
    taken: list[rules.Taken],
    people: set[UUID],
    rooms: list[Room],
    gap: int,
    hours: tuple[int, int],
) -> list[Slot]:
    def mine(one: rules.Taken) -> bool:
        return bool(one.staff_ids.intersection(draft.staff_ids) or one.person_ids & people)

    busy = [one for one in taken if one.appointment_id != draft.id and mine(one)]
    apart = [
        replace(one, start=one.start - gap, end=one.end + gap)
        for one in taken
        if gap and one.appointment_id != draft.id and one.case_id == draft.case_id and one.person_ids - people
    ]
    slots = []
    last = -draft.minutes
    for start in rules.free_times([*busy, *apart], opens=hours[0], closes=hours[1], minutes=draft.minutes):
        if start < last + draft.minutes:
            continue
        room = next(
            (
                room
                for room in rooms
                if not any(
                    one.room_id == room.id and rules.overlaps(start, start + draft.minutes, one) for one in taken
                )
            ),
            None,
        )
        if room is not None:
            slots.append(Slot(day, start, draft.minutes, room.id, room.name))
            last = start
    return slots


def _check_shape(tx: Tx, codes: Codes, draft: AppointmentDraft, case: CaseFile | None) -> None:
    errors = []
    kind = codes.get(tx.actor, "session_type", draft.type)
    if not 0 <= draft.start < DAY_MINUTES or draft.start + draft.minutes > DAY_MINUTES:
        errors.append(InvalidError("scheduling.past_midnight", "start"))
    if case is not None and draft.day < case.opened_on:
        errors.append(InvalidError("scheduling.before_case", "day", opened=format_date(case.opened_on)))
    if case is not None and case.status in _OPEN:
        errors.append(InvalidError("scheduling.case_closed", "case_id"))
    if (draft.day, draft.start + draft.minutes) < (tx.today, _minute_of_now(tx)):
        errors.append(InvalidError("scheduling.in_the_past", "day"))
    if not draft.staff_ids:
        errors.append(InvalidError("scheduling.who", "staff_ids"))
    if kind.does("needs_two_workers") and len(draft.staff_ids) < 2:
        errors.append(InvalidError("scheduling.two_workers", "staff_ids"))
    if case is not None and not draft.party_ids and kind.does("who") in ("one_party", "both_sides"):
        errors.append(InvalidError("scheduling.participants", "party_ids"))
    errors.extend(_side_errors(tx, kind.does("who"), bool(kind.does("is_joint")), draft))
    refuse(errors)


def _side_errors(tx: Tx, who: str, is_joint: bool, draft: AppointmentDraft) -> list[InvalidError]:
    # a session that is not behind the gate must never bring two sides into one room by its list of people
    sides = {
        side for side in tx.session.scalars(select(CaseParty.side).where(CaseParty.id.in_(draft.party_ids))) if side
    }
    if not is_joint and who == "one_party" and {"a", "b"} <= {side.value for side in sides}:
        return [InvalidError("scheduling.one_side_only", "party_ids")]
    return []


def _check_override(tx: Tx, draft: AppointmentDraft, state: GateState) -> None:
    if draft.override is None or not state.is_overridable:
        raise InvalidError("safety.separate_for_now", "type")
    if not tx.actor.may(Right.GATE_OVERRIDE):
        raise NotAllowedError("safety.separate_for_now", "type")
    errors = []
    if not display_form(draft.override.reason):
        errors.append(InvalidError("safety.reason_needed", "override.reason"))
    if not draft.override.measures:
        errors.append(InvalidError("scheduling.measures_needed", "override.measures"))
    refuse(errors)


def _log_override(tx: Tx, case: CaseFile, row: Appointment, draft: AppointmentDraft, state: GateState) -> None:
    assert draft.override is not None
    override = GateOverride(
        case_id=case.id,
        appointment_id=row.id,
        staff_id=tx.actor.staff_id,
        at=tx.now,
        reason=display_form(draft.override.reason),
        measures=",".join(draft.override.measures),
        conditions=",".join(condition.code for condition in state.conditions),
    )
    tx.add(override)
    tx.session.flush()
    tx.record("gate.override", "appointment", row.id, reason=override.reason)


def _put(tx: Tx, codes: Codes, draft: AppointmentDraft) -> Appointment:
    if draft.id is None:
        row = Appointment(created_at=tx.now, created_by_id=tx.actor.staff_id, status=AppointmentStatus.SCHEDULED)
        tx.add(row)
    else:
        row = tx.get(Appointment, draft.id)
        tx.expect(row, draft.version or 0)
        if row.status is not AppointmentStatus.SCHEDULED:
            raise InvalidError("scheduling.not_scheduled")
    row.case_id = draft.case_id
    row.type = draft.type
    row.is_joint = bool(codes.get(tx.actor, "session_type", draft.type).does("is_joint"))
    row.day = draft.day
    row.start = draft.start
    row.minutes = draft.minutes
    row.room_id = draft.room_id
    row.note = display_form(draft.note)
    tx.session.flush()
    _set_people(tx, row, draft)
    tx.changed("appointment", row.id)
    if draft.case_id:
        tx.changed("case", draft.case_id)
    return row


def _set_people(tx: Tx, row: Appointment, draft: AppointmentDraft) -> None:
    old_staff = tx.session.scalars(select(AppointmentStaff).where(AppointmentStaff.appointment_id == row.id)).all()
    old_parties = tx.session.scalars(select(AppointmentParty).where(AppointmentParty.appointment_id == row.id)).all()
    for gone in [one for one in old_staff if one.staff_id not in draft.staff_ids]:
        tx.session.delete(gone)
    for gone_party in [one for one in old_parties if one.party_id not in draft.party_ids]:
        tx.session.delete(gone_party)
    known_staff = {one.staff_id for one in old_staff}
    known_parties = {one.party_id for one in old_parties}
    for staff_id in dict.fromkeys(draft.staff_ids):
        if staff_id not in known_staff:
            tx.add(AppointmentStaff(appointment_id=row.id, staff_id=staff_id))
    for party_id in dict.fromkeys(draft.party_ids):
        if party_id not in known_parties:
            tx.add(AppointmentParty(appointment_id=row.id, party_id=party_id))
    tx.session.flush()


def _people_of(tx: Tx, party_ids: tuple[UUID, ...]) -> dict[UUID, UUID]:
    rows = tx.session.execute(select(CaseParty.id, CaseParty.person_id).where(CaseParty.id.in_(party_ids)))
    return {row.id: row.person_id for row in rows}


def _has_flag(tx: Tx, case_id: UUID | None) -> bool:
    return case_id is not None and bool(open_flags(tx, [case_id]))


def _minute_of_now(tx: Tx) -> int:
    now = local(tx.now)
    return now.hour * 60 + now.minute


def _room_name(tx: Tx, room_id: UUID) -> str:
    return tx.get(Room, room_id).name


def _staff_name(tx: Tx, staff_id: UUID) -> str:
    return tx.get(Staff, staff_id).full_name


def _person_name(tx: Tx, person_id: UUID) -> str:
    person = tx.session.get(Person, person_id)
    if person is None:
        raise NotFoundError("errors.not_found")
    return full_name(person)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def week_of(day: date) -> tuple[date, date]:
    """The Saturday and the Friday of the week that holds `day`."""
    first = day - timedelta(days=weekday_index(day))
    return first, first + timedelta(days=6)
