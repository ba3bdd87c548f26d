"""Files of a made-up month, Aban 1405 (23 October to 21 November 2026), row by row: each figure is known by hand."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from models.base import Owned, new_id
from models.case import Advice, CaseFile, CaseParty, ReferralIn
from models.enums import (
    AppointmentStatus,
    AttendanceMark,
    CaseStatus,
    Confidentiality,
    FlagLevel,
    FollowUpState,
    JointPolicy,
    Side,
)
from models.follow_up import Closure, FollowUp, Reopening
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import RiskFlag
from models.work import Appointment, Attendance, GateOverride, Outcome, Session
from services.statistics import Period, PeriodKind
from tests.factories import Precinct

ABAN = Period(PeriodKind.MONTH, 1405, 8)
MEHR = Period(PeriodKind.MONTH, 1405, 7)
OLD = date(2026, 10, 5)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


class Month:
    """Adds rows as they would stand after the unit's work; `ids` by the letter of the file."""

    def __init__(self, unit: Precinct) -> None:
        self.unit = unit
        self.ids: dict[str, UUID] = {}

    def put(self, *rows: Owned) -> None:
        with self.unit.uow.write(self.unit.head) as tx:
            for row in rows:
                tx.add(row)
                tx.session.flush()
            tx.record("case.test", "case")

    def file(self, name: str, opened: date, category: str = "marital_conflict", **values: Any) -> UUID:
        key = self.ids[name] = new_id()
        staff = self.unit.counsellor.staff_id
        typed = {
            "status": CaseStatus.ACTIVE,
            "confidentiality": Confidentiality.NORMAL,
            "joint_policy": JointPolicy.ALLOWED,
        } | values
        self.put(
            CaseFile(
                id=key,
                case_no=f"1112-1405-{name}",
                opened_on=opened,
                primary_category=category,
                subject_line="",
                responsible_id=staff,
                created_at=noon(opened),
                created_by_id=staff,
                **typed,
            )
        )
        return key

    def came_from(self, name: str, source: str) -> None:
        self.put(ReferralIn(case_id=self.ids[name], source=source, received_at=noon(OLD)))

    def ended(self, name: str, disposition: str, day: date, *, signed: date | None = None, cycle: int = 1) -> None:
        self.put(
            Outcome(
                case_id=self.ids[name],
                cycle=cycle,
                disposition=disposition,
                decided_on=day,
                signatures_seen_on=signed,
                staff_id=self.unit.counsellor.staff_id,
                recorded_at=noon(day),
            )
        )

    def closed(self, name: str, day: date, cycle: int = 1) -> None:
        self.put(
            Closure(
                case_id=self.ids[name],
                cycle=cycle,
                closed_at=noon(day),
                staff_id=self.unit.counsellor.staff_id,
                checks={},
            )
        )

    def reopened(self, name: str, day: date, cycle: int = 2) -> None:
        self.put(
            Reopening(
                case_id=self.ids[name],
                cycle=cycle,
                at=noon(day),
                staff_id=self.unit.counsellor.staff_id,
                kind="breach",
                reason="نقض تعهد",
            )
        )

    def flagged(self, name: str, person: UUID, kind: str, day: date, hours: int | None = None) -> None:
        """`hours` after the knowledge it was reported."""
        self.put(
            RiskFlag(
                case_id=self.ids[name],
                person_id=person,
                kind=kind,
                level=FlagLevel.HIGH,
                known_at=noon(day),
                raised_at=noon(day),
                raised_by_id=self.unit.counsellor.staff_id,
                reported_at=noon(day) + timedelta(hours=hours) if hours is not None else None,
            )
        )

    def person(self, sex: str, birth_on: date | None, **values: Any) -> UUID:
        key = new_id()
        self.put(
            Person(
                id=key,
                given_name="نام",
                family_name="ساختگی",
                full_sort="",
                sex=sex,
                birth_on=birth_on,
                created_at=noon(OLD),
                **values,
            )
        )
        return key

    def party(self, name: str, person: UUID, role: str = "applicant") -> UUID:
        key = new_id()
        self.put(CaseParty(id=key, case_id=self.ids[name], person_id=person, role=role, side=Side.A))
        return key

    def met(self, name: str, day: date, minutes: int, *came: tuple[UUID, AttendanceMark]) -> None:
        key = new_id()
        self.put(
            Session(
                id=key,
                case_id=self.ids[name],
                type="individual",
                day=day,
                start=540,
                end=540 + minutes,
                staff_id=self.unit.counsellor.staff_id,
                recorded_at=noon(day),
            ),
            *(Attendance(session_id=key, party_id=party, mark=mark) for party, mark in came),
        )

    def booked(self, name: str | None, day: date, status: AppointmentStatus, kind: str = "individual") -> None:
        self.put(
            Appointment(
                case_id=self.ids[name] if name else None,
                type=kind,
                day=day,
                start=540,
                minutes=90,
                status=status,
                created_at=noon(OLD),
                created_by_id=self.unit.counsellor.staff_id,
            )
        )

    def sent(self, name: str, person: UUID, sent: date, answered: date | None) -> None:
        self.put(
            ReferralOut(
                case_id=self.ids[name],
                person_id=person,
                target="welfare_org",
                reason="",
                legal_basis="x",
                state="sent",
                sent_on=sent,
                answered_on=answered,
                created_at=noon(sent),
                staff_id=self.unit.counsellor.staff_id,
            )
        )

    def called(self, name: str, party: UUID, due: date, state: FollowUpState, result: str = "") -> None:
        self.put(FollowUp(case_id=self.ids[name], party_id=party, months=1, due_on=due, state=state, result=result))

    def advised(self, day: date, topic: str, minutes: int, *, is_danger: bool = False) -> None:
        self.put(
            Advice(
                day=day,
                topic=topic,
                minutes=minutes,
                result="",
                is_danger=is_danger,
                staff_id=self.unit.counsellor.staff_id,
                created_at=noon(day),
            )
        )

    def overridden(self, name: str, day: date) -> None:
        self.booked(name, day, AppointmentStatus.HELD)
        with self.unit.uow.read(self.unit.head) as tx:
            from sqlalchemy import select

            appointment = tx.session.scalars(select(Appointment.id).order_by(Appointment.id.desc()).limit(1)).one()
        self.put(
            GateOverride(
                case_id=self.ids[name],
                appointment_id=appointment,
                staff_id=self.unit.head.staff_id,
                at=noon(day),
                reason="",
                measures="",
                conditions="",
            )
        )


def november(day: int) -> date:
    return date(2026, 11, day)


def aban(unit: Precinct) -> Month:
    """A to L: carried over A, I, J, K; closed before and taken up again B; new C, D, E, F, G, L; void H.

    Twice settled I (a matter counts once); path of safety E (forbidden) and G (high mark); unsigned F.
    """
    month = Month(unit)
    month.file("A", OLD)
    month.file("B", OLD)
    month.ended("B", "not_settled", date(2026, 10, 14))
    month.closed("B", date(2026, 10, 15))
    month.reopened("B", date(2026, 10, 27))
    month.file("C", november(1), "neighbour_dispute", status=CaseStatus.CLOSED)
    month.ended("C", "settled_full", november(5), signed=november(6))
    month.closed("C", november(10))
    month.file("D", november(2))
    month.ended("D", "not_settled", november(8))
    month.file("E", november(3), "spouse_abuse", joint_policy=JointPolicy.FORBIDDEN)
    month.ended("E", "settled_full", november(9), signed=november(9))
    month.file("F", november(3), "divorce_request")
    month.ended("F", "settled_full", november(10))
    month.file("G", november(4), "suicide_ideation")
    month.file("H", november(4), status=CaseStatus.VOIDED)
    month.ended("H", "settled_full", november(5), signed=november(5))
    month.file("I", OLD)
    month.ended("I", "settled_full", november(1), signed=november(1))
    month.closed("I", november(2))
    month.reopened("I", november(5))
    month.ended("I", "settled_full", november(12), signed=november(12), cycle=2)
    month.closed("I", november(13), cycle=2)
    month.file("J", OLD, "neighbour_dispute")
    month.ended("J", "complaint_waived", november(3), signed=november(3))
    month.file("K", OLD)
    month.ended("K", "counselling_completed", november(4))
    month.file("L", november(14))
    month.ended("L", "referred_judicial", november(15))
    for name, source in {"C": "prosecutor", "D": "self", "E": "self", "G": "prosecutor", "L": "prosecutor"}.items():
        month.came_from(name, source)
    return month
