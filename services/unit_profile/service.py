"""Reading and changing the unit, its rooms, its days off and its books."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from models.enums import HolidayKind
from models.unit import Counter, Holiday, Room, Unit
from services import numbering
from services.actor import Actor, Right
from services.changes import Done
from services.errors import DuplicateError, InvalidError, StaleError, refuse
from services.persian.jalali import from_jalali, month_range, to_jalali
from services.persian.text import display_form
from services.staff import front_sheet
from services.typed import REASON, line, too_long
from services.unit_of_work import Tx, UnitOfWork, unit_row
from services.unit_profile import holidays
from services.unit_profile.rules import (
    LENGTH,
    errors_of,
    example,
    last_number_errors,
    letter_no_format,
    letter_section_of,
    part_errors,
    tidy,
)
from services.unit_profile.shapes import BookRow, HolidayRow, RoomRow, UnitDraft, UnitRow


class UnitProfile:
    """The unit of this installation. Everybody may read; changing needs SETTINGS_MANAGE."""

    def __init__(self, uow: UnitOfWork, folder: Path) -> None:
        self._uow = uow
        self._folder = folder

    def get(self, actor: Actor) -> UnitRow:
        with self._uow.read(actor) as tx:
            return _unit(tx, unit_row(tx))

    def edit(self, actor: Actor, version: int, draft: UnitDraft) -> Done[UnitRow]:
        """Change name, letterhead and the rest. Papers and numbers already given keep what they say."""
        clean = tidy(draft)
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            refuse(errors_of(clean))
            unit = unit_row(tx)
            if unit.version != version:
                raise StaleError("errors.stale")
            fill_unit(unit, clean)
            tx.record("unit.edit", "unit", unit.id)
            tx.changed("unit", unit.id)
            tx.session.flush()
            row = _unit(tx, unit)
            front_sheet.write_from(tx, self._folder)
        return tx.done(row)

    # --- rooms ------------------------------------------------------------------------------------------------

    def rooms(self, actor: Actor, *, with_inactive: bool = False) -> tuple[RoomRow, ...]:
        """The rooms in the unit's order."""
        with self._uow.read(actor) as tx:
            return room_rows(tx, with_inactive=with_inactive)

    def add_room(self, actor: Actor, name: str) -> Done[RoomRow]:
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            room = _new_room(tx, name)
            tx.record("room.add", "room", room.id)
            tx.changed("room", room.id)
            row = _room(room)
        return tx.done(row)

    def edit_room(
        self, actor: Actor, room_id: UUID, version: int, name: str, *, is_active: bool, door: str | None = None
    ) -> Done[RoomRow]:
        """Rename a room, say by which door it is entered, or offer it no longer; appointments keep the room they
        have. `door` None leaves it as it was."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            room = tx.get(Room, room_id)
            tx.expect(room, version)
            room.name = _room_name(tx, name, room_id)
            room.is_active = is_active
            if door is not None:
                room.door = line("door", door, LENGTH)
            tx.record("room.edit", "room", room.id)
            tx.changed("room", room.id)
            tx.session.flush()
            row = _room(room)
        return tx.done(row)

    # --- days off ---------------------------------------------------------------------------------------------

    def holidays(self, actor: Actor, year: int) -> tuple[HolidayRow, ...]:
        """The days off of a Jalali year, cancelled ones with them."""
        return self.holidays_between(actor, from_jalali(year, 1, 1), month_range(year, 12)[1])

    def holidays_between(self, actor: Actor, first: date, last: date) -> tuple[HolidayRow, ...]:
        """The days off in a range, cancelled ones with them."""
        with self._uow.read(actor) as tx:
            return holidays.between(tx, first, last)

    def days_off(self, actor: Actor, first: date, last: date) -> Mapping[date, str]:
        """The names of the days off in a range, for calendars; cancelled ones and parts of a day left out."""
        found: dict[date, str] = {}
        for row in self.holidays_between(actor, first, last):
            if not row.is_cancelled and row.start is None:
                found.setdefault(row.day, row.title)
        return MappingProxyType(found)

    def add_closure(
        self, actor: Actor, day: date, title: str, kind: str, start: int | None = None, end: int | None = None
    ) -> Done[HolidayRow]:
        """A day off that no calendar printed, or a part of one; `kind` is "local" or "office_closure"."""
        clean = line("title", title, LENGTH, needed="errors.required")
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            refuse(part_errors(start, end))
            _refuse_twice(tx, day, clean)
            holiday = Holiday(
                day=day,
                title=clean,
                kind=HolidayKind(kind),
                source=holidays.OWN,
                start=start,
                end=end,
                declared_at=tx.now,
            )
            tx.add(holiday)
            tx.session.flush()
            tx.record("holiday.add", "holiday", holiday.id)
            tx.changed("holiday", holiday.id)
            row = holidays.row_of(holiday)
        return tx.done(row)

    def set_cancelled(self, actor: Actor, holiday_id: UUID, version: int, *, is_cancelled: bool) -> Done[HolidayRow]:
        """Take a day off out of the calendar, or back in; the row stays."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            holiday = tx.get(Holiday, holiday_id)
            tx.expect(holiday, version)
            holiday.is_cancelled = is_cancelled
            if not is_cancelled:
                holiday.declared_at = tx.now
            tx.record("holiday.cancel" if is_cancelled else "holiday.restore", "holiday", holiday.id)
            tx.changed("holiday", holiday.id)
            tx.session.flush()
            row = holidays.row_of(holiday)
        return tx.done(row)

    # --- books ------------------------------------------------------------------------------------------------

    def books(self, actor: Actor) -> tuple[BookRow, ...]:
        """The last number of every book, this year's first; a book without a number this year stands at 0."""
        with self._uow.read(actor) as tx:
            year = to_jalali(tx.today)[0]
            query = select(Counter).where(Counter.unit_id == actor.unit_id)
            rows = {(row.book, row.year): row.last for row in tx.session.scalars(query)}
        for book in BOOKS:
            rows.setdefault((book, year), 0)
        order = sorted(rows, key=lambda key: (-key[1], _place(key[0])))
        return tuple(BookRow(book, of_year, rows[book, of_year]) for book, of_year in order)

    def continue_after(self, actor: Actor, book: str, last: int, reason: str) -> Done[None]:
        """Let a book go on after `last`, a number used on paper (P-22). It never goes back."""
        clean = display_form(reason)
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            missing = [] if clean else [InvalidError("errors.required", "reason")]
            refuse([*last_number_errors(last, "last"), *missing, *too_long([("reason", reason)], REASON)])
            year = to_jalali(tx.today)[0]
            before = numbering.last_serials(tx.session, actor.unit_id).get(f"{book}/{year}", 0)
            if last < before:
                raise InvalidError("unit.never_back", "last", last=before)
            numbering.start_after(tx.session, actor.unit_id, book, year, last)
            tx.record("book.continue_after", "unit", actor.unit_id, reason=f"{book} {before} {last}: {clean}")
            tx.changed("unit", actor.unit_id)
        return tx.done(None)


BOOKS = (numbering.CASES, "normal", "confidential")
"""Every book that draws numbers: the case register and the two letter books (P-16, P-22)."""


def _place(book: str) -> int:
    return BOOKS.index(book) if book in BOOKS else len(BOOKS)


def fill_unit(unit: Unit, draft: UnitDraft) -> None:
    """Write a tidied draft into the row."""
    unit.code = draft.code
    unit.name = draft.name
    unit.section = draft.section
    unit.kind = draft.kind
    unit.province = draft.province
    unit.county = draft.county
    unit.letterhead_lines = list(draft.letterhead_lines)
    unit.phone = draft.phone
    unit.address = draft.address
    if not unit.letter_no_format or letter_section_of(unit.letter_no_format) != draft.letter_section:
        unit.letter_no_format = letter_no_format(draft.letter_section)  # a form of its own stays otherwise


def add_rooms(tx: Tx, names: tuple[str, ...]) -> None:
    """Store the rooms of a new unit; empty names are passed over."""
    for name in names:
        if display_form(name):
            _new_room(tx, name)


def letter_example(unit: Unit, pattern: str, year: int, book: str = numbering.NORMAL_BOOK) -> str:
    """A letter's number of that form."""
    return numbering.letter_number(
        pattern, unit_code=unit.code, section=unit.section, year=year, serial=37, book=book
    )


def _unit(tx: Tx, unit: Unit) -> UnitRow:
    year = to_jalali(tx.today)[0]
    return UnitRow(
        draft=UnitDraft(
            code=unit.code,
            name=unit.name,
            section=unit.section,
            province=unit.province,
            county=unit.county,
            letterhead_lines=tuple(unit.letterhead_lines),
            kind=unit.kind,
            phone=unit.phone,
            address=unit.address,
            letter_section=letter_section_of(unit.letter_no_format),
        ),
        case_no_example=example(unit.case_no_format, unit.code, year, 37),
        letter_no_example=letter_example(unit, unit.letter_no_format, year),
        is_practice=unit.is_practice,
        version=unit.version,
    )


def room_rows(tx: Tx, *, with_inactive: bool = False) -> tuple[RoomRow, ...]:
    """The rooms in the unit's order."""
    return tuple(_room(room) for room in _rooms(tx) if with_inactive or room.is_active)


def _rooms(tx: Tx) -> list[Room]:
    query = select(Room).where(Room.unit_id == tx.actor.unit_id).order_by(Room.position, Room.id)
    return list(tx.session.scalars(query))


def _new_room(tx: Tx, name: str) -> Room:
    rooms = _rooms(tx)
    room = Room(name=_room_name(tx, name), position=max((r.position for r in rooms), default=0) + 10, is_active=True)
    tx.add(room)
    tx.session.flush()
    return room


def _room_name(tx: Tx, name: str, own_id: UUID | None = None) -> str:
    clean = display_form(name)
    if not clean:
        raise InvalidError("errors.required", "name")
    if len(clean) > LENGTH:
        raise InvalidError("errors.too_long", "name", limit=LENGTH)
    if any(room.name == clean and room.id != own_id for room in _rooms(tx)):
        raise DuplicateError("unit.room_taken", "name")
    return clean


def _room(room: Room) -> RoomRow:
    return RoomRow(room.id, room.name, room.position, room.is_active, room.version, room.door)


def _refuse_twice(tx: Tx, day: date, title: str) -> None:
    held = select(Holiday.id).where(Holiday.unit_id == tx.actor.unit_id, Holiday.day == day, Holiday.title == title)
    if tx.session.scalar(held) is not None:
        raise DuplicateError("unit.day_taken", "title")
