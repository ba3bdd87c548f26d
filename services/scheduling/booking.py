"""Booking inside an open transaction: what stands against a draft, and putting it down (R-7, R-27, R-29)."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import not_, select
from sqlalchemy.orm.attributes import flag_modified

from models.base import new_id
from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, Side
from models.unit import Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff, GateOverride
from services.actor import Right
from services.cases.access import case_of_party, party_of, visible_case
from services.catalogue import say
from services.codes import Code, Codes
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError, refuse
from services.persian.jalali import format_date
from services.persian.text import display_form
from services.safety.adults import adults_of
from services.safety.gate import gate
from services.safety.guardians import waiting_child
from services.safety.shapes import GateState
from services.scheduling import rules
from services.scheduling.clashes import ENDED, as_taken, clashes_of, guests_of
from services.scheduling.clock_words import clock
from services.scheduling.free_times import free_slots, minute_of_now
from services.scheduling.presence import absent_clashes, hours_words, warnings_of, works_on
from services.scheduling.shapes import AppointmentDraft, Checked, Clash, Slot
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.visibility import visible_to


@dataclass(frozen=True, slots=True)
class Cleared:
    """A draft against which nothing stands: the row that it moves, if any, and the gate that the head goes past."""

    draft: AppointmentDraft
    row: Appointment | None
    gate: GateState | None
    taken: rules.Taken


def book(tx: Tx, codes: Codes, draft: AppointmentDraft, *, is_new_again: bool = False) -> Appointment:
    """Put an appointment down, or move the one that `draft.id` names; refused as `clear` says."""
    return put_down(tx, codes, (clear(tx, codes, draft, is_new_again=is_new_again),))[0]


def clear(
    tx: Tx,
    codes: Codes,
    draft: AppointmentDraft,
    beside: Sequence[Cleared] = (),
    leaving: Container[UUID] = (),
    *,
    is_new_again: bool = False,
) -> Cleared:
    """Check a draft, also against those that are put down together with it; the stored appointments `leaving` move
    in the same transaction. `is_new_again`: nothing is taken for granted because it was booked before.

    A clash is an `InvalidError` that names what is taken; a joint session before the gate is open is refused in
    the words of P-4, unless the head brings an override that the gate allows.
    """
    row = _row_to_move(tx, draft)
    draft = completed(tx, codes, draft)
    case = visible_case(tx, draft.case_id) if draft.case_id else None
    _check_shape(tx, codes, draft, case, row)
    known = () if row is None or is_new_again or not _is_same_time(row, draft) else _staff_of(tx, row.id)
    clashes = (
        *clashes_of(tx, codes, draft, [one.taken for one in beside], leaving),
        *absent_clashes(tx, draft, known),
    )
    if clashes:
        raise _refusal(clashes[0])
    state = gate_of(tx, codes, draft, case)
    if state is not None and not state.is_open:
        _check_override(tx, codes, draft, state)
    else:
        state = None
    return Cleared(draft, row, state, as_taken(tx, codes, draft, row.id if row is not None else new_id()))


def put_down(tx: Tx, codes: Codes, cleared: Sequence[Cleared]) -> list[Appointment]:
    """Write what was cleared in this transaction."""
    rows = [_put(tx, codes, one) for one in cleared]
    tx.session.flush()  # the links point to the rows
    for row, one in zip(rows, cleared, strict=True):
        if _set_people(tx, row, one.draft):
            flag_modified(row, "note")  # who comes is part of what others saw: the version moves on
        if one.gate is not None:
            _log_override(tx, row, one.draft, one.gate)
        tx.changed("appointment", row.id)
        if row.case_id:
            tx.changed("case", row.case_id)
    tx.session.flush()
    return rows


def completed(tx: Tx, codes: Codes, draft: AppointmentDraft) -> AppointmentDraft:
    """The draft with its type's default length where none was typed; a second room only where the type has one."""
    kind = _type_of(tx, codes, draft)
    minutes = draft.minutes or int(kind.does("default_minutes") or number_in(tx, "session_minutes"))
    second = draft.second_room_id if kind.does("needs_two_rooms") else None
    return replace(draft, minutes=minutes, second_room_id=second)


def check(tx: Tx, codes: Codes, draft: AppointmentDraft, *, slots: int = 3) -> Checked:
    """Everything that stands against a draft, with the next free times that satisfy all rules.

    While the gate is shut no time is offered: a list of hours must not tell what the sentence does not (P-4).
    """
    row = _row_to_move(tx, draft)
    draft = completed(tx, codes, draft)
    is_shut, may_override = _gate_before(tx, codes, draft)
    known = _staff_of(tx, row.id) if row is not None and _is_same_time(row, draft) else ()
    return Checked(
        (*clashes_of(tx, codes, draft), *absent_clashes(tx, draft, known)),
        say("safety.separate_for_now") if is_shut else "",
        is_shut and may_override,
        warnings_of(tx, draft.day),
        () if is_shut and not may_override else free_slots(tx, codes, draft, slots),
        draft.minutes,
        _is_past(tx, draft) and not _is_same_time(row, draft),
        hours_words(tx, draft),
    )


def offered_slots(tx: Tx, codes: Codes, draft: AppointmentDraft, count: int) -> tuple[Slot, ...]:
    """The next free times for the draft's people, under the same rule as `check`."""
    draft = completed(tx, codes, draft)
    is_shut, may_override = _gate_before(tx, codes, draft)
    return () if is_shut and not may_override else free_slots(tx, codes, draft, count)


def gate_answer(tx: Tx, codes: Codes, draft: AppointmentDraft) -> tuple[str, bool]:
    """The first answer of P-4, "" while the gate is open, and whether this actor may go past it."""
    is_shut, may_override = _gate_before(tx, codes, draft)
    return say("safety.separate_for_now") if is_shut else "", is_shut and may_override


def shape_words(tx: Tx, codes: Codes, draft: AppointmentDraft) -> list[str]:
    """What is wrong with a draft by itself, in sentences: a day before the file, too few colleagues."""
    try:
        case = visible_case(tx, draft.case_id) if draft.case_id else None
        _check_shape(tx, codes, draft, case, _row_to_move(tx, draft))
    except InvalidDraft as found:
        return [say(error.key, **error.values) for error in found.errors]
    except InvalidError as error:
        return [say(error.key, **error.values)]
    return []


def people_refused(tx: Tx, codes: Codes, draft: AppointmentDraft) -> bool:
    """Whether these people can't be asked to come together at all any more."""
    try:
        _check_people(tx, codes, draft, visible_case(tx, draft.case_id) if draft.case_id else None)
    except AppError:
        return True
    return False


def _gate_before(tx: Tx, codes: Codes, draft: AppointmentDraft) -> tuple[bool, bool]:
    """Whether the gate is shut, and whether this actor may go past it. People of hidden files are not found."""
    case = visible_case(tx, draft.case_id) if draft.case_id else None
    _check_people(tx, codes, draft, case)
    state = gate_of(tx, codes, draft, case)
    is_shut = state is not None and not state.is_open
    return is_shut, state is not None and state.is_overridable and tx.actor.may(Right.GATE_OVERRIDE)


def gate_of(tx: Tx, codes: Codes, draft: AppointmentDraft, case: CaseFile | None) -> GateState | None:
    """The gate's state for a joint session with both sides, None where the gate is not asked."""
    if case is None or not _type_of(tx, codes, draft).does("is_joint"):
        return None
    return gate(tx, codes, case)


def _type_of(tx: Tx, codes: Codes, draft: AppointmentDraft) -> Code:
    if not codes.of(tx.actor).knows("session_type", draft.type):
        raise InvalidError("errors.required", "type")
    return codes.get(tx.actor, "session_type", draft.type)


_AWAY = ("absent", "gone")


def _refusal(clash: Clash) -> InvalidError:
    # a person's hours in a hidden file stay its own (P-7)
    key = "person_hidden" if clash.kind == "person" and not clash.end else clash.kind
    values = {"who": clash.who, "start": clock(clash.start), "end": clock(clash.end)}
    return InvalidError(f"scheduling.clash_{key}", "staff_ids" if key in _AWAY else "start", **values)


def _row_to_move(tx: Tx, draft: AppointmentDraft) -> Appointment | None:
    """The appointment that the draft names; it never changes its file."""
    if draft.id is None:
        return None
    row = tx.get(Appointment, draft.id)
    if row.case_id != draft.case_id:
        raise NotFoundError("errors.not_found")
    if row.case_id is None and _has_hidden_guests(tx, row.id):
        raise InvalidError("scheduling.hidden_guests")
    return row


def _has_hidden_guests(tx: Tx, appointment_id: UUID) -> bool:
    """Whether somebody comes to a group of a file that the actor may not see: nobody else can ask them elsewhere."""
    of_guests = (
        select(CaseParty.case_id)
        .join(AppointmentParty, AppointmentParty.party_id == CaseParty.id)
        .where(AppointmentParty.appointment_id == appointment_id)
    )
    hidden = select(CaseFile.id).where(CaseFile.id.in_(of_guests), not_(visible_to(tx.actor))).limit(1)
    return tx.session.scalar(hidden) is not None


def _check_shape(
    tx: Tx, codes: Codes, draft: AppointmentDraft, case: CaseFile | None, row: Appointment | None
) -> None:
    kind = _type_of(tx, codes, draft)
    errors = [*_time_errors(tx, draft, case, row), *_place_errors(tx, draft, row), *_staff_errors(tx, draft, row)]
    if kind.does("needs_two_workers") and len(set(draft.staff_ids)) < 2:
        errors.append(InvalidError("scheduling.two_workers", "staff_ids"))
    if case is not None and not draft.party_ids and kind.does("who") in ("one_party", "both_sides"):
        errors.append(InvalidError("scheduling.participants", "party_ids"))
    refuse(errors)
    _check_people(tx, codes, draft, case)


def _time_errors(
    tx: Tx, draft: AppointmentDraft, case: CaseFile | None, row: Appointment | None
) -> list[InvalidError]:
    errors = []
    if not rules.SHORTEST <= draft.minutes <= rules.LONGEST:
        errors.append(InvalidError("scheduling.length", "minutes", low=rules.SHORTEST, high=rules.LONGEST))
    if not 0 <= draft.start < rules.DAY_MINUTES:
        errors.append(InvalidError("errors.required", "start"))
    last = tx.today + timedelta(days=rules.FARTHEST)
    if draft.day > last:
        errors.append(InvalidError("scheduling.too_far", "day", last=format_date(last)))
    if case is not None and draft.day < case.opened_on:
        errors.append(InvalidError("scheduling.before_case", "day", opened=format_date(case.opened_on)))
    if case is not None and case.status in ENDED:
        errors.append(InvalidError("scheduling.case_closed", "case_id"))
    if _is_past(tx, draft) and not _is_same_time(row, draft):
        errors.append(InvalidError("scheduling.in_the_past", "start" if draft.day == tx.today else "day"))
    return errors


def _is_past(tx: Tx, draft: AppointmentDraft) -> bool:
    return rules.is_over(draft.day, draft.end, tx.today, minute_of_now(tx))


def _is_same_time(row: Appointment | None, draft: AppointmentDraft) -> bool:
    """Another room or a note may still be written down when the hour has passed."""
    return row is not None and (row.day, row.start, row.minutes) == (draft.day, draft.start, draft.minutes)


def _place_errors(tx: Tx, draft: AppointmentDraft, row: Appointment | None) -> list[InvalidError]:
    held = {row.room_id, row.second_room_id} if row is not None else set()
    errors = [
        InvalidError("scheduling.room_closed", field)
        for field, room_id in (("room_id", draft.room_id), ("second_room_id", draft.second_room_id))
        if room_id is not None and not tx.get(Room, room_id).is_active and room_id not in held
    ]
    if draft.second_room_id is not None and draft.second_room_id == draft.room_id:
        errors.append(InvalidError("scheduling.two_rooms", "second_room_id"))
    return errors


def _staff_errors(tx: Tx, draft: AppointmentDraft, row: Appointment | None) -> list[InvalidError]:
    if not draft.staff_ids:
        return [InvalidError("scheduling.who", "staff_ids")]
    held = set(_staff_of(tx, row.id)) if row is not None else set()
    gone = [
        staff
        for staff in (tx.get(Staff, staff_id) for staff_id in draft.staff_ids)
        if staff.id not in held and not works_on(staff, draft.day)
    ]
    return [InvalidError("scheduling.colleague_gone", "staff_ids", who=staff.full_name) for staff in gone[:1]]


def _check_people(tx: Tx, codes: Codes, draft: AppointmentDraft, case: CaseFile | None) -> None:
    """Participants are parties of the file; no type but the joint ones ever brings two sides into one room."""
    kind = _type_of(tx, codes, draft)
    if case is None and kind.does("is_joint"):
        raise InvalidError("scheduling.case_needed", "case_id")
    files: dict[UUID, tuple[CaseFile, list[CaseParty]]] = {}
    for party_id in draft.party_ids:
        found, party = (case, party_of(tx, case, party_id)) if case is not None else case_of_party(tx, party_id)
        files.setdefault(found.id, (found, []))[1].append(party)
    if case is None and files and kind.does("who") != "many_cases":
        raise InvalidError("scheduling.case_needed", "case_id")
    if any(waiting_child(tx, codes, found, (party.id for party in parties)) for found, parties in files.values()):
        raise InvalidError("safety.child_waits", "party_ids")
    if kind.does("is_joint") or kind.does("needs_two_rooms"):
        return
    guests = guests_of(tx, codes, draft)
    meet = len(guests.persons) > 1 and _are_enemies(tx, codes, draft)
    if meet or any(rules.brings_sides_together(_sides(tx, codes, *file)) for file in files.values()):
        raise InvalidError("scheduling.one_side_only", "party_ids")


def _are_enemies(tx: Tx, codes: Codes, draft: AppointmentDraft) -> bool:
    """Whether one of several people must keep a distance from another, because of whatever file."""
    return any(
        guests_of(tx, codes, replace(draft, party_ids=(one,))).kept_apart
        & guests_of(tx, codes, replace(draft, party_ids=tuple(set(draft.party_ids) - {one}))).persons
        for one in draft.party_ids
    )


def _sides(tx: Tx, codes: Codes, case: CaseFile, parties: list[CaseParty]) -> dict[UUID, Side]:
    adults = {adult.party.id for adult in adults_of(tx, codes, case)}
    return {party.person_id: party.side for party in parties if party.id in adults}


def _check_override(tx: Tx, codes: Codes, draft: AppointmentDraft, state: GateState) -> None:
    if draft.override is None or not state.is_overridable:
        raise InvalidError("safety.separate_for_now", "type")
    if not tx.actor.may(Right.GATE_OVERRIDE):
        raise NotAllowedError("safety.separate_for_now", "type")
    errors = []
    if not display_form(draft.override.reason):
        errors.append(InvalidError("safety.reason_needed", "override.reason"))
    known = {code.code for code in codes.all(tx.actor, "joint_measure")}
    if not known.intersection(draft.override.measures) or not known.issuperset(draft.override.measures):
        errors.append(InvalidError("scheduling.measures_needed", "override.measures"))
    refuse(errors)


def _log_override(tx: Tx, row: Appointment, draft: AppointmentDraft, state: GateState) -> None:
    assert draft.override is not None
    override = GateOverride(
        case_id=row.case_id,
        appointment_id=row.id,
        staff_id=tx.actor.staff_id,
        at=tx.now,
        reason=display_form(draft.override.reason),
        measures=",".join(draft.override.measures),
        conditions=",".join(condition.code for condition in state.conditions),
    )
    tx.add(override)
    tx.record("gate.override", "appointment", row.id)


def _put(tx: Tx, codes: Codes, cleared: Cleared) -> Appointment:
    draft, row = cleared.draft, cleared.row
    if row is None:
        row = Appointment(
            id=cleared.taken.appointment_id,
            created_at=tx.now,
            created_by_id=tx.actor.staff_id,
            status=AppointmentStatus.SCHEDULED,
        )
        tx.add(row)
    else:
        tx.expect(row, draft.version or 0)
        if row.status is not AppointmentStatus.SCHEDULED:
            raise InvalidError("scheduling.not_scheduled")
    if cleared.row is None or not _is_same_time(row, draft):
        row.placed_at = tx.now
    row.case_id = draft.case_id
    row.type = draft.type
    row.is_joint = bool(_type_of(tx, codes, draft).does("is_joint"))
    row.day = draft.day
    row.start = draft.start
    row.minutes = draft.minutes
    row.room_id = draft.room_id
    row.second_room_id = draft.second_room_id
    row.note = display_form(draft.note)
    row.place = display_form(draft.place)
    return row


def _set_people(tx: Tx, row: Appointment, draft: AppointmentDraft) -> bool:
    """Let exactly the people of the draft come; whether that changed a stored appointment."""
    old_staff: Sequence[AppointmentStaff] = ()
    old_parties: Sequence[AppointmentParty] = ()
    if draft.id is not None:
        old_staff = tx.session.scalars(
            select(AppointmentStaff).where(AppointmentStaff.appointment_id == row.id)
        ).all()
        old_parties = tx.session.scalars(
            select(AppointmentParty).where(AppointmentParty.appointment_id == row.id)
        ).all()
    gone = [one for one in old_staff if one.staff_id not in draft.staff_ids]
    gone_parties = [one for one in old_parties if one.party_id not in draft.party_ids]
    for link in (*gone, *gone_parties):
        tx.session.delete(link)
    known_staff = {one.staff_id for one in old_staff}
    known_parties = {one.party_id for one in old_parties}
    new: list[AppointmentStaff | AppointmentParty] = [
        AppointmentStaff(appointment_id=row.id, staff_id=staff_id)
        for staff_id in dict.fromkeys(draft.staff_ids)
        if staff_id not in known_staff
    ]
    new += [
        AppointmentParty(appointment_id=row.id, party_id=party_id)
        for party_id in dict.fromkeys(draft.party_ids)
        if party_id not in known_parties
    ]
    for link in new:
        tx.add(link)
    return bool(draft.id and (gone or gone_parties or new))


def _staff_of(tx: Tx, appointment_id: UUID) -> tuple[UUID, ...]:
    query = select(AppointmentStaff.staff_id).where(AppointmentStaff.appointment_id == appointment_id)
    return tuple(tx.session.scalars(query))


def draft_of(tx: Tx, row: Appointment) -> AppointmentDraft:
    """The draft that would book this very appointment."""
    parties = select(AppointmentParty.party_id).where(AppointmentParty.appointment_id == row.id)
    return AppointmentDraft(
        row.case_id,
        row.type,
        row.day,
        row.start,
        row.room_id,
        _staff_of(tx, row.id),
        tuple(tx.session.scalars(parties)),
        row.minutes,
        row.note,
        row.id,
        row.version,
        second_room_id=row.second_room_id,
        place=row.place,
    )
