"""Working files to their end on the big file: sessions, outcomes, papers, and the page of one with a long history."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from models.enums import AgreementKind
from services.actor import Actor
from services.agreements import AgreementDraft, ClauseDraft, WitnessDraft
from services.clock import local
from services.container import Services
from services.documents import PaperKind, PaperRequest
from services.outcomes import OutcomeDraft
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft, TaskDraft
from tests.benchmarks.figures import Figure, measure

_WRITE_MS, _PAGE_MS = 60.0, 15.0
CASES, _WARM_UP, _EVENTS = 45, 5, 200


def working_figures(services: Services, actor: Actor, cases: Sequence[UUID]) -> Iterator[Figure]:
    """`cases` are new ones of two parties, as many as `CASES`; they are worked to their end."""
    day = local(services.uow.clock.now()).date()
    parties = {case_id: _parties(services, actor, case_id) for case_id in cases}
    held = [partial(services.sessions.record, actor, _session(key, parties[key][0], day)) for key in cases]
    yield Figure("record a session with attendance and a task, p95", _timed(held), limit=_WRITE_MS)
    ended = [
        partial(services.outcomes.record, actor, _outcome(services, actor, key, parties[key], day)) for key in cases
    ]
    yield Figure("record an outcome with five clauses, p95", _timed(ended), limit=_WRITE_MS)
    papers = [partial(services.documents.issue, actor, _settlement(services, actor, key)) for key in cases]
    yield Figure("issue a settlement record, number to bytes, p95", _timed(papers), limit=_WRITE_MS)
    for number in range(1, _EVENTS + 1):
        services.sessions.record(actor, _session(cases[0], parties[cases[0]][0], day, number))
    opened = measure([partial(services.overview.case_page, actor, cases[0])] * 25)
    yield Figure(f"open a case of {_EVENTS} sessions, recorded, p95", opened.p95, limit=_PAGE_MS)


def _timed(uses: list[Callable[[], Any]]) -> float:
    """The p95 of one run of each, the first few of which only warm up."""
    for use in uses[:_WARM_UP]:
        use()
    return measure(uses[_WARM_UP:], warm_up=0).p95


def _parties(services: Services, actor: Actor, case_id: UUID) -> tuple[UUID, UUID]:
    first, second, *_ = services.overview.case_page(actor, case_id).detail.parties
    return first.id, second.id


def _session(case_id: UUID, party_id: UUID, day: date, number: int = 0) -> SessionDraft:
    return SessionDraft(
        case_id,
        "intake",
        day,
        number,
        number + 1,
        (AttendanceDraft(party_id, AttendanceMark.ATTENDED),),
        case_record=f"گفت‌وگوی {number + 1}؛ درباره هزینه‌ها و دیدار فرزند. " * 6,
        tasks=(TaskDraft("هزینه‌ها را بنویسد", party_id, day + timedelta(days=7)),),
    )


def _outcome(services: Services, actor: Actor, case_id: UUID, parties: tuple[UUID, UUID], day: date) -> OutcomeDraft:
    clauses = tuple(
        ClauseDraft(
            parties[number % 2],
            "هر ماه پیش از دهم، هزینه خانه را به حساب طرف دیگر می‌ریزد",
            parties[1 - number % 2],
            amount=10_000_000 * (number + 1),
            due_on=day + timedelta(days=30 * (number + 1)),
            depends_on=number or None,
        )
        for number in range(5)
    )
    witnesses = (WitnessDraft("گواه یکم نمونه"), WitnessDraft("گواه دوم نمونه"))
    agreement = AgreementDraft(case_id, AgreementKind.SETTLEMENT, day, clauses, parties, witnesses)
    version = services.cases.row(actor, case_id).version
    return OutcomeDraft(case_id, version, "settled_full", day, agreement=agreement)


def _settlement(services: Services, actor: Actor, case_id: UUID) -> PaperRequest:
    """The request with everything answered that the paper asks for."""
    request = PaperRequest(case_id, PaperKind.SETTLEMENT_RECORD)
    asked = services.documents.missing(actor, request)
    values = tuple((one.name, one.choices[0].value if one.choices else "نمونه") for one in asked if one.is_required)
    return replace(request, values=values)
