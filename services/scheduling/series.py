"""Series of appointments, one a week: shown before they are booked, and booked in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from models.base import new_id
from models.work import Appointment, AppointmentSeries
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidDraft, InvalidError, NotFoundError, refuse
from services.scheduling import booking, rules
from services.scheduling.cancelling import cancel, restore
from services.scheduling.clashes import as_taken, clashes_of
from services.scheduling.free_times import free_slots
from services.scheduling.presence import absent_clashes, hours_words, warnings_of
from services.scheduling.rows import appointment_rows
from services.scheduling.series_shapes import (
    MOST_TIMES,
    Occurrence,
    SeriesDraft,
    SeriesPlan,
    SeriesRows,
    SkippedDay,
)
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, Slot
from services.scheduling.waiting import close_satisfied
from services.typed import REASON, line, too_long
from services.unit_of_work import Tx, UnitOfWork
from services.working_time.calendar import calendar_of

_SLOTS = 3


class Series:
    """Use-cases on several appointments that belong together; each keeps every rule of a single one."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    # --- before booking ---------------------------------------------------------------------------------------

    def plan(self, actor: Actor, draft: SeriesDraft) -> SeriesPlan:
        """The weeks of a series, days off passed over, with what stands against each; books nothing."""
        if not 1 < draft.times <= MOST_TIMES:
            raise InvalidError("scheduling.times", "times", low=2, high=MOST_TIMES)
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            first = booking.completed(tx, self._codes, draft.first)
            days, skipped = _weeks(tx, first.day, draft.times)
            return self._planned(tx, tuple(replace(first, day=day) for day in days), skipped)

    def plan_again(self, actor: Actor, drafts: tuple[AppointmentDraft, ...]) -> SeriesPlan:
        """The same for occurrences of which some were given other times."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            completed = tuple(booking.completed(tx, self._codes, draft) for draft in drafts)
            return self._planned(tx, completed, ())

    def plan_rest(self, actor: Actor, moved: AppointmentDraft) -> SeriesPlan:
        """How the rest of a series would stand if it followed the one that `moved` names: as many days further on,
        at its hour, with its rooms and colleagues."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            moved = booking.completed(tx, self._codes, moved)
            of = _rows_of(tx, self._codes, _stored(tx, moved.id))
            step = moved.day - of.rows[of.at].day
            drafts = [
                moved
                if row.id == moved.id
                else replace(
                    row.draft(),
                    day=row.day + step,
                    start=moved.start,
                    minutes=moved.minutes,
                    room_id=moved.room_id,
                    second_room_id=moved.second_room_id,
                    staff_ids=moved.staff_ids,
                    override=moved.override,
                )
                for row in of.rest()
            ]
            return self._planned(tx, tuple(drafts), ())

    def _planned(self, tx: Tx, drafts: tuple[AppointmentDraft, ...], skipped: tuple[SkippedDay, ...]) -> SeriesPlan:
        gate_words, is_overridable = booking.gate_answer(tx, self._codes, drafts[0])
        leaving = tuple(draft.id for draft in drafts if draft.id is not None)
        taken: list[rules.Taken] = []
        found = []
        for number, draft in enumerate(drafts):
            beside = [*taken, *(self._taken(tx, later) for later in drafts[number + 1 :])]
            against = _against(tx, self._codes, draft, beside, leaving)
            slots: tuple[Slot, ...] = ()
            if against and not gate_words:
                wanted = replace(draft, day=max(draft.day, tx.today))
                slots = free_slots(tx, self._codes, wanted, _SLOTS, without=leaving, taken=beside)
            days_off = warnings_of(tx, draft.day)
            found.append(Occurrence(number, draft, against, (*days_off, *hours_words(tx, draft)), slots))
            taken.append(self._taken(tx, draft))
        return SeriesPlan(tuple(found), skipped, gate_words, is_overridable)

    def _taken(self, tx: Tx, draft: AppointmentDraft) -> rules.Taken:
        return as_taken(tx, self._codes, draft, draft.id or new_id())

    # --- booking ----------------------------------------------------------------------------------------------

    def book(self, actor: Actor, drafts: tuple[AppointmentDraft, ...]) -> Done[tuple[AppointmentRow, ...]]:
        """Book all occurrences as one series, or none: the error names the first one that does not fit."""
        texts = [("note", draft.note) for draft in drafts] + [("place", draft.place) for draft in drafts]
        refuse(too_long(texts))
        if not 1 < len(drafts) <= MOST_TIMES:
            raise InvalidError("scheduling.times", "times", low=2, high=MOST_TIMES)
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            series = AppointmentSeries(
                id=new_id(), case_id=drafts[0].case_id, created_at=tx.now, created_by_id=actor.staff_id
            )
            if drafts[0].case_id is not None:
                visible_case(tx, drafts[0].case_id)
            rows = _together(tx, self._codes, drafts)
            tx.add(series)
            tx.session.flush()
            for row in rows:
                row.series_id = series.id
            close_satisfied(tx, rows)
            tx.record("appointment.book_series", "appointment_series", series.id)
            tx.session.flush()
            value = appointment_rows(tx, self._codes, rows)
        return tx.done(value)

    def move(self, actor: Actor, drafts: tuple[AppointmentDraft, ...]) -> Done[tuple[AppointmentRow, ...]]:
        """Move several appointments at once, all or none; each draft names its row by `id` and `version`."""
        if not drafts or any(draft.id is None for draft in drafts):
            raise NotFoundError("errors.not_found")
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            rows = _together(tx, self._codes, drafts)
            for row in rows:
                tx.record("appointment.move", "appointment", row.id)
            value = appointment_rows(tx, self._codes, rows)
        return tx.done(value)

    # --- a booked series --------------------------------------------------------------------------------------

    def of(self, actor: Actor, appointment_id: UUID) -> SeriesRows:
        """The series that an appointment belongs to; `NotFoundError` where it belongs to none."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return _rows_of(tx, self._codes, _stored(tx, appointment_id))

    def cancel_rest(
        self, actor: Actor, appointment_id: UUID, version: int, *, by_party: bool, reason: str
    ) -> Done[tuple[AppointmentRow, ...]]:
        """Cancel an appointment of a series and all after it that are still to come, with one reason."""
        why = line("reason", reason, REASON, needed="safety.reason_needed")
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = _stored(tx, appointment_id)
            tx.expect(row, version)
            rest = _rows_of(tx, self._codes, row).rest()
            if not rest:
                raise InvalidError("scheduling.not_scheduled")
            rows = [tx.get(Appointment, one.id) for one in rest]
            for one in rows:
                cancel(tx, one, by_party=by_party, reason=why)
            tx.session.flush()
            value = appointment_rows(tx, self._codes, rows)
        return tx.done(value)

    def restore(self, actor: Actor, rows: tuple[tuple[UUID, int], ...]) -> Done[tuple[AppointmentRow, ...]]:
        """Take cancelled appointments back, all or none; each by its id and the version that was seen."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            found = []
            for key, version in rows:
                row = _stored(tx, key)
                tx.expect(row, version)
                restore(tx, self._codes, row)
                found.append(row)
            value = appointment_rows(tx, self._codes, found)
        return tx.done(value)


def _together(tx: Tx, codes: Codes, drafts: Sequence[AppointmentDraft]) -> list[Appointment]:
    """Each is cleared beside those before it, then all are written; a clash says of which occurrence it speaks."""
    leaving = {draft.id for draft in drafts if draft.id is not None}
    cleared: list[booking.Cleared] = []
    for number, draft in enumerate(drafts):
        try:
            cleared.append(booking.clear(tx, codes, draft, cleared, leaving))
        except InvalidDraft:
            raise
        except InvalidError as error:
            if error.key.startswith("scheduling.clash"):
                raise InvalidError(error.key, f"occurrence_{number}", **error.values) from None
            raise
    return booking.put_down(tx, codes, cleared)


def _against(
    tx: Tx, codes: Codes, draft: AppointmentDraft, beside: Sequence[rules.Taken], leaving: Sequence[UUID]
) -> tuple[str, ...]:
    """Why an occurrence can't be booked, each reason once."""
    clashes = [*clashes_of(tx, codes, draft, beside, leaving), *absent_clashes(tx, draft)]
    words = [clash.words for clash in clashes] + booking.shape_words(tx, codes, draft)
    return tuple(dict.fromkeys(words))


def _weeks(tx: Tx, first: date, times: int) -> tuple[list[date], tuple[SkippedDay, ...]]:
    """The days of a series. The first one was chosen by hand and stands; later ones pass over days off."""
    last = first + timedelta(days=rules.FARTHEST)
    calendar = calendar_of(tx, first, last)
    days, skipped = [first], []
    for day in _every_week(first + timedelta(days=7), last):
        if len(days) == times:
            break
        off = [one.title for one in calendar.days_off.get(day, ()) if one.is_whole]
        if off:
            skipped.append(SkippedDay(day, " · ".join(off)))
        else:
            days.append(day)
    return days, tuple(skipped)


def _every_week(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=7)


def _stored(tx: Tx, appointment_id: UUID | None) -> Appointment:
    if appointment_id is None:
        raise NotFoundError("errors.not_found")
    row = tx.get(Appointment, appointment_id)
    if row.case_id is not None:
        visible_case(tx, row.case_id)
    return row


def _rows_of(tx: Tx, codes: Codes, row: Appointment) -> SeriesRows:
    if row.series_id is None:
        raise NotFoundError("errors.not_found")
    query = select(Appointment).where(Appointment.unit_id == tx.actor.unit_id, Appointment.series_id == row.series_id)
    found = tx.session.scalars(query.order_by(Appointment.day, Appointment.start, Appointment.id)).all()
    rows = appointment_rows(tx, codes, found)
    return SeriesRows(row.series_id, rows, [one.id for one in rows].index(row.id))
