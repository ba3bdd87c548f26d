"""The unit that owns the data, its rooms and staff, its editable lists and its settings."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, Keyed, Owned
from models.enums import HolidayKind


class Unit(Keyed, Base):
    """A counselling unit inside a station. Letterhead, codes and number formats are its data (R-2)."""

    __tablename__ = "unit"
    code: Mapped[str]
    name: Mapped[str]
    section: Mapped[str]
    kind: Mapped[str]
    province: Mapped[str]
    county: Mapped[str]
    letterhead_lines: Mapped[list[Any]]
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    case_no_format: Mapped[str]
    letter_no_format: Mapped[str]
    is_practice: Mapped[bool] = mapped_column(default=False)
    installation_id: Mapped[UUID]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class Room(Owned, Base):
    """`door`: by which it is entered, where the house has more than one (R-29)."""

    __tablename__ = "room"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    is_active: Mapped[bool] = mapped_column(default=True)
    door: Mapped[str] = mapped_column(default="")


class Staff(Owned, Base):
    """A colleague. Secrets are not here: they lie in the key file (`services/vault`)."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("unit_id", "username"),)
    username: Mapped[str]
    full_name: Mapped[str]
    rank: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    role: Mapped[str]
    sex: Mapped[str] = mapped_column(default="unknown")
    licence_no: Mapped[str] = mapped_column(default="")
    service_end_on: Mapped[date | None]
    may_sign: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    last_signed_in_at: Mapped[datetime | None]


class LookupValue(Keyed, Base):
    """One entry of an editable code list (R-1). `behaviour` is what code may branch on; the code is not."""

    __tablename__ = "lookup_value"
    __table_args__ = (UniqueConstraint("unit_id", "list", "code"),)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    list: Mapped[str]
    code: Mapped[str]
    label: Mapped[str]
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    behaviour: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class Setting(Keyed, Base):
    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("unit_id", "key"),)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    key: Mapped[str]
    value: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class Holiday(Owned, Base):
    """A day off in the unit's calendar. It warns and never blocks: precincts are open (R-27).

    `start` and `end` bound a closure of a part of the day. `declared_at`: when the unit added it.
    """

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("unit_id", "day", "title"),)
    day: Mapped[date] = mapped_column(index=True)
    title: Mapped[str]
    kind: Mapped[HolidayKind] = mapped_column(Choice(HolidayKind))
    source: Mapped[str] = mapped_column(default="")
    is_cancelled: Mapped[bool] = mapped_column(default=False)
    start: Mapped[int | None]
    end: Mapped[int | None]
    declared_at: Mapped[datetime | None]


class Counter(Keyed, Base):
    """The last number drawn from a book in a Jalali year; gap-free because it commits with its user (R-10)."""

    __tablename__ = "counter"
    __table_args__ = (UniqueConstraint("unit_id", "book", "year"),)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    book: Mapped[str]
    year: Mapped[int]
    last: Mapped[int]


class AuditEvent(Keyed, Base):
    """A link of the unit's audit chain: it hashes who, when, what and a salted hash of the payload (R-24)."""

    __tablename__ = "audit_event"
    __table_args__ = (
        UniqueConstraint("unit_id", "installation_id", "seq"),
        Index("ix_audit_event_subject", "subject_id"),
    )
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    installation_id: Mapped[UUID]
    seq: Mapped[int]
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None]
    action: Mapped[str]
    noun: Mapped[str]
    subject_id: Mapped[UUID | None]
    payload_hash: Mapped[bytes]
    previous_hash: Mapped[bytes]
    hash: Mapped[bytes]


class AuditPayload(Base):
    """What changed and why, and its salt. Retention may erase the row; the chain still verifies."""

    __tablename__ = "audit_payload"
    event_id: Mapped[UUID] = mapped_column(ForeignKey("audit_event.id"), primary_key=True)
    salt: Mapped[bytes]
    content: Mapped[str]
