"""A precinct at work: cases registered, hours booked, sessions held, for tests of what comes after intake."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.enums import AttendanceMark
from services.actor import Actor
from services.agreements import AgreementDetail, AgreementDraft, AgreementKind, Agreements, ClauseDraft
from services.cases import CaseDetail, CaseDraft, Cases
from services.cases.registering import register_case
from services.outcomes import OutcomeDraft, OutcomeRow, Outcomes
from services.overview import CasePage, Home, Overview
from services.safety import FlagDraft, FlagLevel, Safety
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, AttemptDraft
from services.sessions import AttendanceDraft, SessionDraft, SessionRow, Sessions
from tests.factories import Precinct
from tests.services.drafts_of import couple

NINE = 9 * 60
TODAY = date(2026, 11, 21)
RESTS_ON_AGREEMENT = {
    "settled_full": AgreementKind.SETTLEMENT,
    "settled_partial": AgreementKind.SETTLEMENT,
    "complaint_waived": AgreementKind.WAIVER,
}


@dataclass
class Work:
    """The services of one precinct, and short words for what tests do with them."""

    unit: Precinct
    cases: Cases = field(init=False)
    safety: Safety = field(init=False)
    scheduling: Scheduling = field(init=False)
    sessions: Sessions = field(init=False)
    agreements: Agreements = field(init=False)
    outcomes: Outcomes = field(init=False)
    overview: Overview = field(init=False)

    def __post_init__(self) -> None:
        uow, codes = self.unit.uow, self.unit.codes
        self.cases, self.safety, self.scheduling = Cases(uow, codes), Safety(uow, codes), Scheduling(uow, codes)
        self.agreements = Agreements(uow, codes)
        self.sessions, self.outcomes, self.overview = Sessions(uow, codes), Outcomes(uow, codes), Overview(uow, codes)

    @property
    def worker(self) -> Actor:
        return self.unit.counsellor

    def later(self, **step: float) -> None:
        self.unit.clock.advance(timedelta(**step))

    def register(self, draft: CaseDraft | None = None, actor: Actor | None = None, **values: Any) -> UUID:
        """A case of a couple, of the counsellor's unless said otherwise."""
        actor = actor or self.worker
        with self.unit.uow.write(actor) as tx:
            return register_case(tx, self.unit.codes, draft or couple(**values)).id

    def detail(self, case_id: UUID) -> CaseDetail:
        return self.cases.get(self.unit.head, case_id)

    def page(self, case_id: UUID, actor: Actor | None = None) -> CasePage:
        return self.overview.case_page(actor or self.worker, case_id)

    def home(self, actor: Actor | None = None) -> Home:
        return self.overview.home(actor or self.worker)

    def book(self, case_id: UUID, who: tuple[int, ...] = (0,), **given: Any) -> AppointmentRow:
        """An interview of the first party today at ten, with the counsellor in the first room."""
        parties = self.detail(case_id).parties
        fields: dict[str, Any] = {
            "case_id": case_id,
            "type": "intake",
            "day": TODAY,
            "start": 10 * 60,
            "minutes": 45,
            "room_id": self.unit.rooms[0],
            "staff_ids": (self.worker.staff_id,),
            "party_ids": tuple(parties[place].id for place in who),
        }
        return self.scheduling.book(self.unit.head, AppointmentDraft(**(fields | given))).value

    def session(self, case_id: UUID, *marks: tuple[int, AttendanceMark], **given: Any) -> SessionDraft:
        """A draft of an interview this morning from eight to half past; the first party came."""
        parties = self.detail(case_id).parties
        fields: dict[str, Any] = {
            "case_id": case_id,
            "type": "intake",
            "day": TODAY,
            "start": 8 * 60,
            "end": 8 * 60 + 30,
            "attendance": tuple(
                AttendanceDraft(parties[place].id, mark) for place, mark in marks or ((0, AttendanceMark.ATTENDED),)
            ),
        }
        return SessionDraft(**(fields | given))

    def hold(self, case_id: UUID, *marks: tuple[int, AttendanceMark], **given: Any) -> SessionRow:
        return self.sessions.record(self.worker, self.session(case_id, *marks, **given)).value

    def conclude(self, case_id: UUID, disposition: str = "settled_full", **given: Any) -> OutcomeRow:
        fields: dict[str, Any] = {"disposition": disposition, "decided_on": TODAY} | given
        if disposition in RESTS_ON_AGREEMENT and "agreement" not in given and self.holding(case_id) is None:
            fields["agreement"] = self.agreement(case_id, RESTS_ON_AGREEMENT[disposition])
        draft = OutcomeDraft(case_id, self.detail(case_id).version, **fields)
        return self.outcomes.record(self.worker, draft).value

    def agreement(
        self, case_id: UUID, kind: AgreementKind = AgreementKind.SETTLEMENT, *clauses: ClauseDraft, **given: Any
    ) -> AgreementDraft:
        """The second party pays the first; both sign."""
        first, second = self.detail(case_id).parties[:2]
        fields: dict[str, Any] = {
            "case_id": case_id,
            "kind": kind,
            "made_on": TODAY,
            "clauses": clauses or (ClauseDraft(second.id, "نفقه گذشته را می‌پردازد", first.id, 150_000_000),),
            "signer_ids": (first.id, second.id),
            "open_points": "ملاقات فرزند",
        }
        return AgreementDraft(**(fields | given))

    def holding(self, case_id: UUID) -> AgreementDetail | None:
        return self.page(case_id).agreement

    def flag(self, case_id: UUID, kind: str, level: FlagLevel = FlagLevel.HIGH, **given: Any) -> UUID:
        person_id = self.detail(case_id).parties[0].person_id
        return self.safety.raise_flag(self.worker, FlagDraft(case_id, person_id, kind, level, **given)).value

    def call_in_vain(self, case_id: UUID, times: int) -> None:
        party_id = self.detail(case_id).parties[0].id
        for _ in range(times):
            self.later(seconds=1)
            self.scheduling.record_attempt(self.worker, AttemptDraft(party_id, "phone", result="no_answer"))

    def actions(self) -> list[str]:
        """The audit actions so far, first to last."""
        from sqlalchemy import select

        from models.unit import AuditEvent

        with self.unit.uow.read(self.unit.head) as tx:
            return list(tx.session.scalars(select(AuditEvent.action).order_by(AuditEvent.seq)))
