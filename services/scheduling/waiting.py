"""The waiting list: who wants a time that is not free yet, and to whom a free one is offered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import WaitingState
from models.person import Person
from models.waiting import WaitingEntry, WaitingParty
from models.work import Appointment
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.people.naming import person_initials
from services.persian.text import display_form
from services.scheduling import booking, rules
from services.scheduling.clashes import ENDED
from services.scheduling.facts import colleagues
from services.scheduling.free_times import Wish, first_of_any
from services.scheduling.rows import appointment_rows
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, Slot
from services.scheduling.waiting_shapes import WaitingDraft, WaitingFacts, WaitingRow
from services.staff.naming import staff_names
from services.typed import LINE, too_long
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to

NOUN = "waiting"
OFFERED = 30
"""For so many entries, the most urgent first, a time is looked for; whoever stands behind them waits anyway."""


class WaitingList:
    """Entries of files that the actor may see; the others do not exist."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def facts(self, actor: Actor) -> WaitingFacts:
        """The urgencies to choose from."""
        codes = self._codes.all(actor, "urgency")
        return WaitingFacts(tuple((code.code, code.label) for code in codes))

    def rows(self, actor: Actor, case_id: UUID | None = None) -> tuple[WaitingRow, ...]:
        """Who waits, the most urgent and then the longest waiting first, each with the next time that fits.

        A time is offered only where it keeps every rule and the gate is open; it is not held for anybody.
        """
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            if case_id is not None:
                visible_case(tx, case_id)
            rows = _rows(tx, self._codes, case_id)
            if not actor.may(Right.APPOINTMENT_WRITE):
                return rows
            offered = [_offered(tx, self._codes, row) for row in rows[:OFFERED]]
            return (*offered, *rows[OFFERED:])

    def offers(self, actor: Actor, days: int = 14) -> tuple[WaitingRow, ...]:
        """Those of the list for whom a time within the next `days` fits: something came free for them."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            until = tx.today + timedelta(days=days)
            rows = _rows(tx, self._codes, None)[:OFFERED]
            found = (_offered(tx, self._codes, row, until) for row in rows)
            return tuple(row for row in found if row.offer is not None)

    def save(self, actor: Actor, draft: WaitingDraft) -> Done[WaitingRow]:
        """Put somebody on the list, or change what they wait for."""
        refuse(too_long([("note", draft.note)], LINE))
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            refuse(_errors(tx, self._codes, draft))
            for party_id in draft.party_ids:
                party_of(tx, case, party_id)
            row = self._row(tx, draft)
            _fill(tx, self._codes, row, draft)
            tx.session.flush()
            _set_parties(tx, row, draft.party_ids)
            tx.record("waiting.change" if draft.id else "waiting.add", NOUN, row.id)
            tx.changed(NOUN, row.id)
            tx.changed("case", case.id)
            tx.session.flush()
            value = next(one for one in _rows(tx, self._codes, case.id) if one.id == row.id)
        return tx.done(value)

    def withdraw(self, actor: Actor, entry_id: UUID, version: int) -> Done[None]:
        """They wait no longer."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = _open_entry(tx, entry_id, version)
            _close(tx, row, WaitingState.WITHDRAWN)
            tx.record("waiting.withdraw", NOUN, row.id)
        return tx.done(None)

    def wait_again(self, actor: Actor, entry_id: UUID) -> Done[None]:
        """Put a closed entry back on the list, at its old place; its appointment is cancelled by itself."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = tx.get(WaitingEntry, entry_id)
            visible_case(tx, row.case_id)
            row.state = WaitingState.WAITING
            row.closed_at = None
            row.appointment_id = None
            tx.record("waiting.wait_again", NOUN, row.id)
            tx.changed(NOUN, row.id)
        return tx.done(None)

    def book(
        self, actor: Actor, entry_id: UUID, version: int, slot: Slot, staff_ids: tuple[UUID, ...]
    ) -> Done[AppointmentRow]:
        """Take a free time for somebody who waits: the appointment is made and the entry closed in one step.

        Refused like any booking where the time was taken meanwhile; the entry then stays as it is.
        """
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = _open_entry(tx, entry_id, version)
            draft = replace(
                _draft_of(tx, row),
                day=slot.day,
                start=slot.start,
                minutes=slot.minutes,
                room_id=slot.room_id,
                second_room_id=slot.second_room_id,
                staff_ids=tuple(staff_ids),
            )
            appointment = booking.book(tx, self._codes, draft)
            row.appointment_id = appointment.id
            _close(tx, row, WaitingState.BOOKED)
            tx.record("appointment.book", "appointment", appointment.id)
            tx.record("waiting.book", NOUN, row.id)
            value = appointment_rows(tx, self._codes, [appointment])[0]
        return tx.done(value)

    def _row(self, tx: Tx, draft: WaitingDraft) -> WaitingEntry:
        if draft.id is not None:
            row = _open_entry(tx, draft.id, draft.version)
            if row.case_id != draft.case_id:
                raise InvalidError("errors.not_found", "case_id")
            return row
        row = WaitingEntry(
            case_id=draft.case_id,
            state=WaitingState.WAITING,
            created_at=tx.now,
            created_by_id=tx.actor.staff_id,
        )
        tx.add(row)
        return row


def close_satisfied(tx: Tx, appointments: Sequence[Appointment]) -> None:
    """Close the entries whose people were given an appointment of the wanted type by another way."""
    for appointment in appointments:
        if appointment.case_id is None:
            continue
        draft = booking.draft_of(tx, appointment)
        found = tx.session.scalars(
            select(WaitingEntry).where(
                WaitingEntry.case_id == appointment.case_id,
                WaitingEntry.type == appointment.type,
                WaitingEntry.state == WaitingState.WAITING,
            )
        ).all()
        for row in found:
            if set(_parties_of(tx, row.id)) <= set(draft.party_ids):
                row.appointment_id = appointment.id
                _close(tx, row, WaitingState.BOOKED)
                tx.record("waiting.book", NOUN, row.id)


def _close(tx: Tx, row: WaitingEntry, state: WaitingState) -> None:
    row.state = state
    row.closed_at = tx.now
    tx.changed(NOUN, row.id)
    tx.changed("case", row.case_id)


def _open_entry(tx: Tx, entry_id: UUID, version: int) -> WaitingEntry:
    row = tx.get(WaitingEntry, entry_id)
    visible_case(tx, row.case_id)
    tx.expect(row, version)
    if row.state is not WaitingState.WAITING:
        raise InvalidError("scheduling.waits_no_longer")
    return row


def _errors(tx: Tx, codes: Codes, draft: WaitingDraft) -> list[InvalidError]:
    errors = []
    if not codes.of(tx.actor).knows("session_type", draft.type):
        errors.append(InvalidError("errors.required", "type"))
    if not draft.party_ids:
        errors.append(InvalidError("scheduling.participants", "party_ids"))
    if draft.minutes and not rules.SHORTEST <= draft.minutes <= rules.LONGEST:
        errors.append(InvalidError("scheduling.length", "minutes", low=rules.SHORTEST, high=rules.LONGEST))
    if not codes.of(tx.actor).knows("urgency", draft.urgency):
        errors.append(InvalidError("errors.required", "urgency"))
    if not 0 <= draft.opens < draft.closes <= rules.DAY_MINUTES:
        errors.append(InvalidError("scheduling.wish_hours", "closes"))
    if draft.not_after is not None and draft.not_after < max(draft.not_before or tx.today, tx.today):
        errors.append(InvalidError("scheduling.wish_days", "not_after"))
    return errors


def _fill(tx: Tx, codes: Codes, row: WaitingEntry, draft: WaitingDraft) -> None:
    wanted = booking.completed(tx, codes, _wanted(draft, tx.today))
    row.type, row.minutes, row.staff_id = draft.type, wanted.minutes, draft.staff_id
    row.weekdays = sum(1 << weekday for weekday in set(draft.weekdays) if 0 <= weekday < 7)
    row.opens, row.closes = draft.opens, draft.closes
    row.not_before = draft.not_before or tx.today
    row.not_after = draft.not_after
    row.urgency, row.note = draft.urgency, display_form(draft.note)


def _set_parties(tx: Tx, row: WaitingEntry, party_ids: Sequence[UUID]) -> None:
    links = tx.session.scalars(select(WaitingParty).where(WaitingParty.entry_id == row.id)).all()
    for link in links:
        if link.party_id not in party_ids:
            tx.session.delete(link)
    known = {link.party_id for link in links}
    for party_id in dict.fromkeys(party_ids):
        if party_id not in known:
            tx.add(WaitingParty(entry_id=row.id, party_id=party_id))
    tx.session.flush()


def _wanted(draft: WaitingDraft, day: date) -> AppointmentDraft:
    """The appointment that an entry waits for, without its time."""
    staff = (draft.staff_id,) if draft.staff_id is not None else ()
    return AppointmentDraft(
        draft.case_id, draft.type, day, 0, None, staff, draft.party_ids, draft.minutes, draft.note
    )


def _parties_of(tx: Tx, entry_id: UUID) -> tuple[UUID, ...]:
    return tuple(tx.session.scalars(select(WaitingParty.party_id).where(WaitingParty.entry_id == entry_id)))


def _draft_of(tx: Tx, row: WaitingEntry) -> AppointmentDraft:
    parties = _parties_of(tx, row.id)
    return AppointmentDraft(row.case_id, row.type, tx.today, 0, None, (), parties, row.minutes, row.note)


# --- rows ---------------------------------------------------------------------------------------------------------

_MANY: Any = bindparam("ids", expanding=True)
_PEOPLE = (
    select(WaitingParty.entry_id, WaitingParty.party_id, Person.given_name, Person.family_name, Person.birth_on)
    .join(CaseParty, CaseParty.id == WaitingParty.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(WaitingParty.entry_id.in_(_MANY))
    .order_by(CaseParty.position)
)


def _rows(tx: Tx, codes: Codes, case_id: UUID | None) -> tuple[WaitingRow, ...]:
    query = (
        select(WaitingEntry, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == WaitingEntry.case_id)
        .where(
            WaitingEntry.unit_id == tx.actor.unit_id,
            WaitingEntry.state == WaitingState.WAITING,
            CaseFile.status.not_in(ENDED),
            visible_to(tx.actor),
        )
    )
    if case_id is not None:
        query = query.where(WaitingEntry.case_id == case_id)
    found = tx.session.execute(query).all()
    people: dict[UUID, list[Any]] = {}
    if found:
        for person in tx.rows(_PEOPLE, {"ids": [row.id for row, _ in found]}):
            people.setdefault(person.entry_id, []).append(person)
    rank = {code.code: int(code.does("rank") or 0) for code in codes.all(tx.actor, "urgency", with_inactive=True)}
    ordered = sorted(found, key=lambda pair: (-rank.get(pair[0].urgency, 0), pair[0].created_at, pair[0].id))
    return tuple(_row(tx, codes, row, case_no, people.get(row.id, [])) for row, case_no in ordered)


def _row(tx: Tx, codes: Codes, row: WaitingEntry, case_no: str, people: Sequence[Any]) -> WaitingRow:
    lists, names = codes.of(tx.actor), staff_names(tx)
    draft = WaitingDraft(
        row.case_id,
        row.type,
        tuple(one.party_id for one in people),
        row.minutes,
        row.staff_id,
        tuple(weekday for weekday in range(7) if row.weekdays >> weekday & 1),
        row.opens,
        row.closes,
        row.not_before,
        row.not_after,
        row.urgency,
        row.note,
        row.id,
        row.version,
    )
    return WaitingRow(
        row.id,
        row.version,
        draft,
        case_no,
        " / ".join(person_initials(one) for one in people),
        lists.label("session_type", row.type),
        names.get(row.staff_id, "") if row.staff_id is not None else "",
        lists.label("urgency", row.urgency),
        bool(lists.does("urgency", row.urgency, "is_marked")),
        row.created_at,
        row.not_after is not None and row.not_after < tx.today,
    )


def _offered(tx: Tx, codes: Codes, row: WaitingRow, until: date | None = None) -> WaitingRow:
    """The row with the earliest time that fits, of the colleague wished or of whoever is free first."""
    draft = row.draft
    last = min((day for day in (until, draft.not_after) if day is not None), default=None)
    wish = Wish(sum(1 << weekday for weekday in draft.weekdays), draft.opens, draft.closes, last)
    wanted = _wanted(draft, max(draft.not_before or tx.today, tx.today))
    if booking.gate_answer(tx, codes, wanted)[0] or booking.people_refused(tx, codes, wanted):
        return row
    choices = dict(_who_may(tx, codes, row))
    found = first_of_any(tx, codes, wanted, tuple(choices), wish)
    if found is None:
        return row
    slot, staff_id = found
    return replace(row, offer=slot, offered_staff=(staff_id,), offered_name=choices[staff_id])


def _who_may(tx: Tx, codes: Codes, row: WaitingRow) -> list[tuple[UUID, str]]:
    """The wished colleague, or whoever sees people, the one responsible for the file first."""
    if row.draft.staff_id is not None:
        return [(row.draft.staff_id, row.staff_name)]
    responsible = visible_case(tx, row.draft.case_id).responsible_id
    known = tx.steady("holding_colleagues", lambda: colleagues(tx, codes))
    ordered = sorted(known, key=lambda one: one.id != responsible)
    return [(one.id, one.name) for one in ordered]
