"""The cases of the big file: parties, referrals, letters, consents, screens, flags, outcomes, papers."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from models.case import CaseFile, CaseParty, NightEntry, Notice, ReferralIn
from models.enums import (
    CaseStatus,
    Confidentiality,
    ConsentDecision,
    DocumentState,
    FlagLevel,
    InviteAnswer,
    JointPolicy,
    LetterDirection,
    LetterState,
    NoticeKind,
    ScreenResult,
    ScreenState,
    Side,
)
from models.letter import Document, Letter
from models.safety import Consent, RiskFlag, SafetyScreen
from models.work import Outcome
from resources import shelf
from services.clock import instant
from services.numbering import CASES, format_number
from services.persian.jalali import to_jalali
from tests.benchmarks.big_rows import Loader, Plan

OPEN_DAYS, FOLLOWED_DAYS = 60, 90
_CATEGORIES = ("marital_conflict", "neighbour_dispute", "divorce_request", "parent_child", "in_laws", "money_debt")
_ENDS = ("settled_full", "settled_full", "settled_full", "not_settled", "counselling_completed", "no_show")
_UNDER_WAY = (CaseStatus.ACTIVE, CaseStatus.ACTIVE, CaseStatus.INTAKE, CaseStatus.RECEIVED)


def is_open(plan: Plan, case: int) -> bool:
    """The cases of the last two months, but one in four of them, are still under way."""
    return (plan.today - plan.opened_on(case)).days < OPEN_DAYS and case % 4 != 0


def case_no(plan: Plan, serials: dict[int, int], case: int) -> str:
    year = to_jalali(plan.opened_on(case))[0]
    serials[year] = serials.get(year, 0) + 1
    return format_number("{unit}-{year}-{serial:04}", unit_code=plan.unit_code, year=year, serial=serials[year])


def load_cases(load: Loader, plan: Plan) -> dict[tuple[str, int], int]:
    """Everything of the cases but their meetings; gives the last number of each book and year."""
    serials: dict[int, int] = {}
    rows = list(_cases(plan, serials))
    load.rows(CaseFile, rows)
    load.rows(CaseParty, _parties(plan))
    letters = list(_letters(plan))
    load.rows(Letter, letters)
    referrals = list(_referrals(plan))
    load.rows(ReferralIn, referrals)
    load.rows(Consent, _consents(plan))
    load.rows(SafetyScreen, _screens(plan))
    load.rows(RiskFlag, _flags(plan))
    load.rows(Outcome, _outcomes(plan))
    load.rows(Document, _documents(plan))
    load.rows(NightEntry, _nights(plan))
    load.rows(Notice, _notices(plan))
    judicial = {row["case_id"]: row["judicial_case_no"] for row in referrals}
    load.findable("case", ((row["id"], (), (row["case_no"], judicial[row["id"]])) for row in rows))
    load.findable("letter", ((row["id"], (), (row["number"], row["their_number"])) for row in letters))
    numbers = {(CASES, year): last for year, last in serials.items()}
    for row in letters:
        numbers[row["book"], row["year"]] = row["serial"]
    return numbers


def _at(day: Any, hour: int) -> datetime:
    return instant(datetime.combine(day, time(hour)))


def _cases(plan: Plan, serials: dict[int, int]) -> Iterator[dict[str, Any]]:
    rng = Random(plan.seed + 1)
    subjects = shelf.read_toml("demo", "subjects.toml")
    for case in range(plan.size.cases):
        opened = plan.opened_on(case)
        category = rng.choice(_CATEGORIES)
        under_way = is_open(plan, case)
        ended = None if under_way else min(opened + timedelta(days=5 + case % 40), plan.today)
        yield {
            "id": plan.key("case", case),
            "unit_id": plan.unit_id,
            "case_no": case_no(plan, serials, case),
            "opened_on": opened,
            "primary_category": category,
            "subject_line": rng.choice(subjects[category]),
            "own_words": "",
            "has_criminal_aspect": case % 9 == 0,
            "status": _status(plan, case, ended),
            "disposition": "" if under_way else _ENDS[case % 6],
            "disposition_on": ended,
            "closed_on": ended if _status(plan, case, ended) is CaseStatus.CLOSED else None,
            "responsible_id": plan.workers[case % len(plan.workers)],
            "confidentiality": Confidentiality.RESTRICTED if case % 33 == 0 else Confidentiality.NORMAL,
            "joint_policy": JointPolicy.NOT_SCREENED if under_way else JointPolicy.ALLOWED,
            "previous_case_id": plan.key("case", case - 400) if case % 50 == 0 and case >= 400 else None,
            "created_at": _at(opened, 8),
            "created_by_id": plan.workers[case % len(plan.workers)],
        }


def _status(plan: Plan, case: int, ended: date | None) -> CaseStatus:
    """What ended in the last three months is still followed up."""
    if ended is None:
        return _UNDER_WAY[case % 4]
    return CaseStatus.FOLLOW_UP if (plan.today - ended).days < FOLLOWED_DAYS else CaseStatus.CLOSED


def _parties(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(plan.size.cases):
        for place, person in enumerate(plan.people_of_case(case)):
            is_child = person % 5 == 4
            yield {
                "id": plan.key("party", person),
                "unit_id": plan.unit_id,
                "case_id": plan.key("case", case),
                "person_id": plan.key("person", person),
                "role": "child" if is_child else ("wife" if person % 2 == 0 else "husband"),
                "side": Side.NONE if is_child else (Side.A if place == 0 else Side.B),
                "relation": "",
                "position": place,
                "is_inviting": place == 0,
                "invite_answer": InviteAnswer.NO_OBJECTION if place == 0 and case % 3 else InviteAnswer.UNASKED,
            }


def _is_referred(case: int) -> bool:
    return case % 10 < 7


def _letters(plan: Plan) -> Iterator[dict[str, Any]]:
    serials: dict[int, int] = {}
    for case in range(plan.size.cases):
        if not _is_referred(case):
            continue
        for outgoing in (False,) if is_open(plan, case) else (False, True):
            opened = plan.opened_on(case)
            year = to_jalali(opened)[0]
            serials[year] = serial = serials.get(year, 0) + 1
            yield {
                "id": plan.key("letter", 2 * case + outgoing),
                "unit_id": plan.unit_id,
                "book": "normal",
                "year": year,
                "serial": serial,
                "number": f"{plan.unit_code}/4/{year}/{serial}",
                "kind": "referral_reply" if outgoing else "referral_order",
                "direction": LetterDirection.OUTGOING if outgoing else LetterDirection.INCOMING,
                "state": LetterState.REGISTERED,
                "registered_at": _at(opened, 9) + timedelta(seconds=case % 3000),
                "registered_by_id": plan.workers[case % len(plan.workers)],
                "case_id": plan.key("case", case),
                "subject": "ارجاع پرونده",
                "their_number": "" if outgoing else f"{year}/{case % 12}/{case}",
            }


def _referrals(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(plan.size.cases):
        opened, referred = plan.opened_on(case), _is_referred(case)
        received = _at(opened, 8)
        answered = not is_open(plan, case)
        yield {
            "id": plan.key("referral", case),
            "unit_id": plan.unit_id,
            "case_id": plan.key("case", case),
            "letter_id": plan.key("letter", 2 * case) if referred else None,
            "source": "prosecutor" if referred else "self",
            "body": "دادسرای نمونه" if referred else "",
            "branch": f"شعبه {case % 9 + 1}" if referred else "",
            "letter_no": f"{to_jalali(opened)[0]}/{case % 12}/{case}" if referred else "",
            "letter_on": opened if referred else None,
            "judicial_case_no": f"{140_000_000_000 + case * 7:016d}" if referred else "",
            "received_at": received,
            "is_reply_owed": referred,
            "due_at": received + timedelta(days=50) if referred else None,
            "replied_at": received + timedelta(days=30) if referred and answered else None,
        }


def _is_asked(plan: Plan, case: int) -> bool:
    return not is_open(plan, case) or case % 4 != 3


def _adults(plan: Plan, case: int) -> Iterator[tuple[int, int]]:
    return ((place, person) for place, person in enumerate(plan.people_of_case(case)) if person % 5 != 4)


def _consents(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(plan.size.cases):
        if not _is_asked(plan, case):
            continue
        for _, person in _adults(plan, case):
            at = _at(plan.opened_on(case), 10)
            yield {
                "id": plan.key("consent", person),
                "unit_id": plan.unit_id,
                "case_id": plan.key("case", case),
                "person_id": plan.key("person", person),
                "kind": "counselling",
                "decision": ConsentDecision.GIVEN,
                "decided_at": at,
                "recorded_at": at,
                "staff_id": plan.workers[case % len(plan.workers)],
                "witnesses": [],
            }


def _screens(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(plan.size.cases):
        if not _is_asked(plan, case):
            continue
        for _, person in _adults(plan, case):
            yield {
                "id": plan.key("screen", person),
                "unit_id": plan.unit_id,
                "case_id": plan.key("case", case),
                "person_id": plan.key("person", person),
                "consent_id": plan.key("consent", person),
                "form_version": 1,
                "is_full_form": True,
                "state": ScreenState.COMPLETE,
                "was_alone": True,
                "screened_at": _at(plan.opened_on(case), 11),
                "staff_id": plan.workers[case % len(plan.workers)],
                "answers": {},
                "result": ScreenResult.HIGH if case % 20 == 0 else ScreenResult.NONE,
            }


def _flags(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(0, plan.size.cases, 10):
        at = _at(plan.opened_on(case), 11)
        still = is_open(plan, case)
        yield {
            "id": plan.key("flag", case),
            "unit_id": plan.unit_id,
            "case_id": plan.key("case", case),
            "person_id": plan.key("person", plan.people_of_case(case)[0]),
            "kind": ("ipv_victim", "suicide", "weapon", "medical")[case // 10 % 4],
            "level": FlagLevel.HIGH if case % 20 == 0 else FlagLevel.LOW,
            "known_at": at,
            "raised_at": at,
            "raised_by_id": plan.workers[case % len(plan.workers)],
            "review_on": plan.opened_on(case) + timedelta(days=7 if case % 20 == 0 else 30),
            "closed_at": None if still else at + timedelta(days=20),
        }


def _outcomes(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(plan.size.cases):
        if is_open(plan, case):
            continue
        day = min(plan.opened_on(case) + timedelta(days=5 + case % 40), plan.today)
        awaits = case % 4 == 0 and (plan.today - day).days < 10
        yield {
            "id": plan.key("outcome", case),
            "unit_id": plan.unit_id,
            "case_id": plan.key("case", case),
            "disposition": _ENDS[case % 6],
            "decided_on": day,
            "signatures_seen_on": None if awaits else day,
            "staff_id": plan.workers[case % len(plan.workers)],
            "recorded_at": _at(day, 12),
        }


def _documents(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(0, plan.size.cases, 2):
        for number, kind in enumerate(("invitation_letter", "attendance_certificate")):
            yield {
                "id": plan.key("document", 2 * case + number),
                "unit_id": plan.unit_id,
                "kind": kind,
                "title": "دعوت‌نامه" if number == 0 else "گواهی حضور",
                "state": DocumentState.ISSUED,
                "case_id": plan.key("case", case),
                "person_id": plan.key("person", plan.people_of_case(case)[0]),
                "letter_id": None,
                "template_version": "1",
                "issued_at": _at(plan.opened_on(case), 12 + number),
                "issued_by_id": plan.workers[case % len(plan.workers)],
                "snapshot": {},
                "content": b"%PDF-" + bytes(1_200),
                "sha256": bytes(32),
            }


def _nights(plan: Plan) -> Iterator[dict[str, Any]]:
    for number in range(400):
        at = plan.now - timedelta(days=number, hours=6)
        yield {
            "id": plan.key("night", number),
            "unit_id": plan.unit_id,
            "happened_at": at,
            "names": "مراجع شب",
            "line": "مراجعه شبانه",
            "is_danger_now": False,
            "officer": "افسر نگهبان",
            "staff_id": plan.head,
            "created_at": at,
            "completed_at": None if number < 3 else at + timedelta(hours=8),
        }


def _notices(plan: Plan) -> Iterator[dict[str, Any]]:
    for number in range(60):
        case = plan.size.cases - 1 - number
        yield {
            "id": plan.key("notice", number),
            "unit_id": plan.unit_id,
            "kind": NoticeKind.OPPOSITE_SIDES,
            "case_id": plan.key("case", case),
            "person_id": plan.key("person", plan.people_of_case(case)[0]),
            "raised_at": _at(plan.opened_on(case), 9),
            "seen_at": None if number < 2 else plan.now,
        }
