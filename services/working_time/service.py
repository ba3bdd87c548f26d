"""Reading and changing working hours, seasons, absences and nights on call (R-28)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from models.unit import Staff
from models.working_time import OnCallNight, StaffAbsence, WorkingBand, WorkingSeason
from services.actor import Actor, Right
from services.changes import Done
from services.clock import local
from services.errors import InvalidError, NotFoundError, refuse
from services.persian.digits import to_ascii
from services.persian.text import display_form
from services.staff.naming import staff_names
from services.typed import LINE, line, too_long
from services.unit_of_work import Tx, UnitOfWork
from services.working_time import rules
from services.working_time.calendar import calendar_of, on_call, usual_bands
from services.working_time.minutes import DAY, spans_of
from services.working_time.shapes import (
    AbsenceDraft,
    AbsenceRow,
    Band,
    NightDraft,
    NightRow,
    SeasonDraft,
    SeasonRow,
    Week,
)

NOUN = "working_time"


class WorkingTime:
    """The hours of one unit. Everybody may read; changing needs SETTINGS_MANAGE."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    # --- weeks ------------------------------------------------------------------------------------------------

    def week(self, actor: Actor, staff_id: UUID | None = None) -> Week:
        """The unit's ordinary week, or the own shifts of a colleague (none: whenever the unit works)."""
        with self._uow.read(actor) as tx:
            bands = _bands(tx, None, staff_id)
            if bands or staff_id is not None:
                return Week(bands, bool(bands))
            return Week(usual_bands(tx), is_own=False)

    def set_week(self, actor: Actor, bands: tuple[Band, ...], staff_id: UUID | None = None) -> Done[Week]:
        """Put another week in place of the one before. Overlapping bands, and lengths of none, are refused."""
        wanted = tuple(sorted(bands))
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            refuse(rules.band_errors(wanted, needs_one=staff_id is None))
            if staff_id is not None:
                tx.get(Staff, staff_id)
            _replace(tx, wanted, staff_id=staff_id)
            tx.record("working_time.set_week", "staff" if staff_id else "unit", staff_id or actor.unit_id)
            tx.changed(NOUN)
        return tx.done(Week(wanted, bool(wanted)))

    def hours_of(self, actor: Actor, first: date, last: date) -> dict[date, tuple[tuple[int, int], ...]]:
        """The stretches of each day in which the unit works, closures taken out; none on days off."""
        with self._uow.read(actor) as tx:
            calendar = calendar_of(tx, first, last)
            days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
            return {day: tuple(spans_of(calendar.working(day))) for day in days}

    # --- seasons ----------------------------------------------------------------------------------------------

    def seasons(self, actor: Actor) -> tuple[SeasonRow, ...]:
        """Every season, the latest first."""
        with self._uow.read(actor) as tx:
            query = select(WorkingSeason).where(WorkingSeason.unit_id == actor.unit_id)
            rows = tx.session.scalars(query.order_by(WorkingSeason.first_on.desc(), WorkingSeason.id))
            return tuple(_season(tx, row) for row in rows)

    def save_season(self, actor: Actor, draft: SeasonDraft) -> Done[SeasonRow]:
        """Add a season or change one. Its days may not meet those of another: two hours can't both hold."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            title = line("title", draft.title, needed="errors.required")
            refuse([*rules.day_errors(draft.first_on, draft.last_on), *rules.band_errors(draft.bands)])
            _refuse_second_season(tx, draft)
            row = self._season_row(tx, draft)
            row.title, row.first_on, row.last_on = title, draft.first_on, draft.last_on
            row.declared_at = tx.now
            tx.session.flush()
            _replace(tx, tuple(sorted(draft.bands)), season_id=row.id)
            tx.record("working_time.save_season", "season", row.id)
            tx.changed(NOUN)
            tx.session.flush()
            value = _season(tx, row)
        return tx.done(value)

    def remove_season(self, actor: Actor, season_id: UUID, version: int) -> Done[None]:
        """Take a season out again: the ordinary week holds."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = tx.get(WorkingSeason, season_id)
            tx.expect(row, version)
            _replace(tx, (), season_id=row.id)
            tx.session.delete(row)
            tx.record("working_time.remove_season", "season", season_id)
            tx.changed(NOUN)
        return tx.done(None)

    def _season_row(self, tx: Tx, draft: SeasonDraft) -> WorkingSeason:
        if draft.id is None:
            row = WorkingSeason()
            tx.add(row)
            return row
        row = tx.get(WorkingSeason, draft.id)
        tx.expect(row, draft.version)
        return row

    # --- absences ---------------------------------------------------------------------------------------------

    def absences(self, actor: Actor, since: date) -> tuple[AbsenceRow, ...]:
        """Absences that end on `since` or later, by day."""
        with self._uow.read(actor) as tx:
            query = select(StaffAbsence).where(StaffAbsence.unit_id == actor.unit_id, StaffAbsence.last_on >= since)
            rows = tx.session.scalars(query.order_by(StaffAbsence.first_on, StaffAbsence.id))
            return tuple(_absence(tx, row) for row in rows)

    def add_absence(self, actor: Actor, draft: AbsenceDraft) -> Done[AbsenceRow]:
        """Days on which a colleague takes no appointment; those already made are listed to be moved."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            _staff(tx, draft.staff_id)
            errors = [*rules.day_errors(draft.first_on, draft.last_on), *rules.part_errors(draft)]
            refuse([*errors, *too_long([("reason", draft.reason)])])
            row = StaffAbsence(
                staff_id=draft.staff_id,
                first_on=draft.first_on,
                last_on=draft.last_on,
                start=draft.start,
                end=draft.end,
                reason=display_form(draft.reason),
            )
            value = _added(tx, row, "absence", _absence)
        return tx.done(value)

    def remove_absence(self, actor: Actor, absence_id: UUID, version: int) -> Done[None]:
        """The colleague comes after all."""
        return self._remove(actor, StaffAbsence, absence_id, version)

    # --- nights on call ---------------------------------------------------------------------------------------

    def nights(self, actor: Actor, since: date) -> tuple[NightRow, ...]:
        """The nights on call from a day on."""
        with self._uow.read(actor) as tx:
            query = select(OnCallNight).where(OnCallNight.unit_id == actor.unit_id, OnCallNight.day >= since)
            return tuple(
                _night(tx, row) for row in tx.session.scalars(query.order_by(OnCallNight.day, OnCallNight.start))
            )

    def answering(self, actor: Actor) -> tuple[NightRow, ...]:
        """Whom to phone now: who is on call at this hour, else who will be next within a day (R-28)."""
        with self._uow.read(actor) as tx:
            now = local(tx.now).replace(tzinfo=None)
            rows = {row.id: row for day in (tx.today, tx.today + timedelta(days=1)) for row in on_call(tx, day)}
            ahead = sorted(rows.values(), key=lambda row: (_begin(row), row.id))
            ahead = [row for row in ahead if now < _end(row) and _begin(row) <= now + timedelta(days=1)]
            present = [row for row in ahead if _begin(row) <= now]
            return tuple(_night(tx, row) for row in present or ahead[:1])

    def add_night(self, actor: Actor, draft: NightDraft) -> Done[NightRow]:
        """Name who answers in a night; the end may be on the next morning."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            _staff(tx, draft.staff_id)
            refuse([*rules.night_errors(draft), *too_long([("phone", draft.phone)], LINE)])
            row = OnCallNight(
                staff_id=draft.staff_id,
                day=draft.day,
                start=draft.start,
                end=draft.end,
                phone=to_ascii(display_form(draft.phone)),
            )
            value = _added(tx, row, "night", _night)
        return tx.done(value)

    def remove_night(self, actor: Actor, night_id: UUID, version: int) -> Done[None]:
        """Nobody, or somebody else, answers then."""
        return self._remove(actor, OnCallNight, night_id, version)

    def _remove(self, actor: Actor, kind: type[Any], row_id: UUID, version: int) -> Done[None]:
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = tx.get(kind, row_id)
            tx.expect(row, version)
            tx.session.delete(row)
            tx.record(f"working_time.remove_{kind.__tablename__}", kind.__tablename__, row_id)
            tx.changed(NOUN)
        return tx.done(None)


def _added(tx: Tx, row: Any, noun: str, as_row: Any) -> Any:
    tx.add(row)
    tx.session.flush()
    tx.record(f"working_time.add_{noun}", noun, row.id)
    tx.changed(NOUN)
    return as_row(tx, row)


def _bands(tx: Tx, season_id: UUID | None, staff_id: UUID | None) -> tuple[Band, ...]:
    query = select(WorkingBand).where(
        WorkingBand.unit_id == tx.actor.unit_id,
        WorkingBand.season_id.is_(None) if season_id is None else WorkingBand.season_id == season_id,
        WorkingBand.staff_id.is_(None) if staff_id is None else WorkingBand.staff_id == staff_id,
    )
    return tuple(sorted(Band(row.weekday, row.start, row.end) for row in tx.session.scalars(query)))


def _replace(tx: Tx, bands: Iterable[Band], *, season_id: UUID | None = None, staff_id: UUID | None = None) -> None:
    tx.session.execute(
        delete(WorkingBand).where(
            WorkingBand.unit_id == tx.actor.unit_id,
            WorkingBand.season_id.is_(None) if season_id is None else WorkingBand.season_id == season_id,
            WorkingBand.staff_id.is_(None) if staff_id is None else WorkingBand.staff_id == staff_id,
        )
    )
    for band in bands:
        tx.add(
            WorkingBand(season_id=season_id, staff_id=staff_id, weekday=band.weekday, start=band.start, end=band.end)
        )
    tx.session.flush()


def _refuse_second_season(tx: Tx, draft: SeasonDraft) -> None:
    other = tx.session.scalars(
        select(WorkingSeason).where(
            WorkingSeason.unit_id == tx.actor.unit_id,
            WorkingSeason.first_on <= draft.last_on,
            WorkingSeason.last_on >= draft.first_on,
            WorkingSeason.id != (draft.id or tx.actor.unit_id),
        )
    ).first()
    if other is not None:
        raise InvalidError("working_time.season_taken", "first_on", title=other.title)


def _staff(tx: Tx, staff_id: UUID) -> None:
    try:
        tx.get(Staff, staff_id)
    except NotFoundError:
        raise InvalidError("errors.required", "staff_id") from None


def _season(tx: Tx, row: WorkingSeason) -> SeasonRow:
    return SeasonRow(row.id, row.version, row.title, row.first_on, row.last_on, _bands(tx, row.id, None))


def _absence(tx: Tx, row: StaffAbsence) -> AbsenceRow:
    name = staff_names(tx).get(row.staff_id, "")
    return AbsenceRow(
        row.id, row.version, row.staff_id, name, row.first_on, row.last_on, row.start, row.end, row.reason
    )


def _begin(row: OnCallNight) -> datetime:
    return datetime.combine(row.day, time()) + timedelta(minutes=row.start)


def _end(row: OnCallNight) -> datetime:
    """On the next morning where it is not after the beginning."""
    return _begin(row) + timedelta(minutes=(row.end - row.start) % DAY or DAY)


def _night(tx: Tx, row: OnCallNight) -> NightRow:
    name = staff_names(tx).get(row.staff_id, "")
    return NightRow(row.id, row.version, row.staff_id, name, row.day, row.start, row.end, row.phone)
