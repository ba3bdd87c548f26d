"""Appointments, sessions and outcomes: the work on a case."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import AppointmentStatus, AttendanceMark


class Appointment(Owned, Base):
    """A meeting to come, as wall-clock time in the unit's zone: `start` counts minutes after midnight of `day`.

    `second_room_id`: where the sides never sit in one room, the other side's (domain.md §2.6, shuttle).
    `place`: where a meeting outside the unit is held. `placed_at`: when its day and hour were last chosen, so that a
    closure declared afterwards is known from one that was accepted. `audience`: how many listened to what was held
    outside the files (domain.md §2.10, T10).
    """

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_day", "unit_id", "day", "start"),
        Index("ix_appointment_case", "case_id", "day"),
        Index("ix_appointment_status", "unit_id", "status", "day"),
    )
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    type: Mapped[str]
    is_joint: Mapped[bool] = mapped_column(default=False)
    day: Mapped[date]
    start: Mapped[int]
    minutes: Mapped[int]
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    second_room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    status: Mapped[AppointmentStatus] = mapped_column(Choice(AppointmentStatus))
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    cancel_reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_series.id"), index=True)
    place: Mapped[str] = mapped_column(default="", info=SEALED)
    placed_at: Mapped[datetime | None]
    audience: Mapped[int | None]


class AppointmentSeries(Owned, Base):
    """Appointments that were booked together, one a week; each then lives its own life."""

    __tablename__ = "appointment_series"
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class AppointmentStaff(Owned, Base):
    __tablename__ = "appointment_staff"
    __table_args__ = (
        UniqueConstraint("appointment_id", "staff_id"),
        Index("ix_appointment_staff_staff", "staff_id", "appointment_id"),
    )
    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class AppointmentParty(Owned, Base):
    __tablename__ = "appointment_party"
    __table_args__ = (
        UniqueConstraint("appointment_id", "party_id"),
        Index("ix_appointment_party_party", "party_id", "appointment_id"),
    )
    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"))


class GateOverride(Owned, Base):
    """The head's decision to hold a joint session against the gate (R-7): reason and safety measures."""

    __tablename__ = "gate_override"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"), index=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(info=SEALED)
    measures: Mapped[str]
    conditions: Mapped[str] = mapped_column(info=SEALED)


class InvitationAttempt(Owned, Base):
    """One try to reach a party about an appointment (domain.md §2.3 step 3).

    `result` is empty until it is known; `received_by` is who took a letter in the party's place. `document_id`: the
    invitation paper that was carried; `result_at`: the moment that its slip of delivery tells.
    """

    __tablename__ = "invitation_attempt"
    __table_args__ = (
        Index("ix_invitation_attempt_party", "party_id", "at"),
        Index("ix_invitation_attempt_result", "unit_id", "result", "at"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"))
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    at: Mapped[datetime]
    channel: Mapped[str]
    delivered_by: Mapped[str] = mapped_column(default="")
    received_by: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    result_at: Mapped[datetime | None]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class Session(Owned, Base):
    """A meeting that was held, with or without an appointment (P-27).

    `case_record` may be quoted in reports; a counsellor's process note is no column of this table (R-14).
    `stop_reason`: it was broken off for somebody's safety.
    """

    __tablename__ = "session"
    __table_args__ = (
        Index("ix_session_case", "case_id", "day", "start"),
        # all that the hours of a stretch of days are summed from
        Index("ix_session_day", "unit_id", "day", "staff_id", "start", "end"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    type: Mapped[str]
    day: Mapped[date]
    start: Mapped[int]
    end: Mapped[int]
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    case_record: Mapped[str] = mapped_column(default="", info=SEALED)
    second_room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    others_present: Mapped[str] = mapped_column(default="", info=SEALED)
    interpreter_name: Mapped[str] = mapped_column(default="")
    stop_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    next_on: Mapped[date | None]
    is_late_entry: Mapped[bool] = mapped_column(default=False)
    recorded_at: Mapped[datetime]


class Attendance(Owned, Base):
    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("session_id", "party_id"),
        Index("ix_attendance_party", "party_id"),
    )
    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"))
    mark: Mapped[AttendanceMark] = mapped_column(Choice(AttendanceMark))
    arrived: Mapped[int | None]
    left: Mapped[int | None]


class Outcome(Owned, Base):
    """How a case ended, once for each cycle; a reopened case begins a new cycle (domain.md §2.8).

    `refused_by`: who would not sign, by party id, with the names of two witnesses to it (P-30).
    """

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("case_id", "cycle"),
        Index("ix_outcome_signatures", "unit_id", "signatures_seen_on", "disposition"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    cycle: Mapped[int] = mapped_column(default=1)
    disposition: Mapped[str]
    decided_on: Mapped[date]
    refused_by: Mapped[list[Any]] = mapped_column(default=list)
    summary: Mapped[str] = mapped_column(default="")
    signatures_seen_on: Mapped[date | None]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]
