"""A file with everything that a file can hold, known by its strings: nobody but its workers may meet any of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.agreement import Agreement, AgreementClause
from models.base import Base
from models.case import Advice, CaseFile, CaseParty, NightEntry, ReferralIn
from models.follow_up import FollowUp
from models.handover import HandoverItem, WorkHandover
from models.letter import Document, Letter
from models.person import Contact, Person
from models.safety import Consent, DangerResponse, RiskFlag, SafetyPlan, SafetyScreen
from models.work import Appointment, InvitationAttempt, Outcome, Session
from services.actor import Actor
from services.agreements import AgreementDraft, AgreementKind, ClauseDraft, WitnessDraft
from services.cases import CaseDraft, Confidentiality, PartyDraft, ReferralDraft, Side
from services.container import Services
from services.documents import PaperKind, PaperRequest
from services.handover import HandoverDraft, HandoverKind, ItemDraft
from services.intake import IntakeDraft
from services.letters import LetterDirection, LetterDraft
from services.outcomes import OutcomeDraft
from services.people import ContactDraft, ContactKind, PersonDraft
from services.persian.national_code import synthetic
from services.quick_entries.shapes import AdviceDraft, NightDraft
from services.safety import (
    Answer,
    AnswerDraft,
    ConsentDecision,
    ConsentDraft,
    DangerDraft,
    FlagDraft,
    FlagLevel,
    HealthDraft,
    InviteAnswer,
    JointPolicy,
    PlanDraft,
    ScreenDraft,
    StepDraft,
)
from services.scheduling.shapes import AppointmentDraft, AttemptDraft
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from tests.factories import Precinct

SEALED_TEXTS = (
    "خیابان پنهان کوچه سپیدار",  # the confidential address
    "3715612345",
    "09601234567",
    "عصرهای زوج پس از پنج",
    "رمزواژه نیلوفر",
    "پاسخ یادداشت پرسش",
    "فوریت بی رضایت",
    "دلیل بالا بردن نتیجه",
    "یادداشت نشانه خطر",
    "گام همراه ماندن",
    "نقشه چمدان آماده",
    "بیماری تالاسمی",
    "داروی گران",
    "متن شرح نشست",
    "یادداشت نوبت",
    "یادداشت مشورت تلفنی",
    "شرح شبانه همسایه",
    "09601234569",
    "دلیل بستن نشانه",
    "دلیل سیاست نشست",
    OWN_WORDS := "گفته‌های خودش درباره دعوا",
    HANDED := "یادداشت سپردن به رئیس",
)
"""What audit payloads keep as a salted hash alone (models.base.SEALED)."""

OPEN_TEXTS = (
    "پریناز",
    "نهانی‌پور",
    "بهروز",
    "ناپیدافر",
    synthetic(8151),
    "موضوع سربسته دیوار",
    "دستور قاضی سخت‌گیر",
    "140500910005555",
    "شعبه پنهان",
    "همکار پلیس ناشناس",
    "خلاصه پایان سربسته",
    "زهره نامه‌رسان",
    "بند پنهان آشتی",
    "گواه سربسته",
)
"""What only whoever works on the file may read."""


@dataclass
class HiddenFile:
    """The ids of its rows by the name that parameters and draft fields give them, and what it is known by."""

    case_id: UUID
    case_no: str
    ids: dict[str, UUID]
    versions: dict[str, int]
    all_ids: frozenset[UUID]


def early_entries(unit: Precinct, services: dict[str, Any]) -> tuple[UUID, UUID]:
    """Advice and a night entry of the day before; they become the hidden file later."""
    quick, worker = services["quick_entries"], unit.counsellor
    advice = quick.add_advice(
        worker,
        AdviceDraft("couple", 20, "advised", False, OPEN_TEXTS[0], "09601234569", SEALED_TEXTS[15]),
    ).value.id
    unit.clock.advance(timedelta(minutes=1))
    quick.write_night(
        unit.actors["duty_officer"],
        NightDraft(f"{OPEN_TEXTS[0]} {OPEN_TEXTS[1]}", SEALED_TEXTS[16], False, safe_phone="09601234569"),
    )
    unit.clock.advance(timedelta(minutes=1))
    with unit.uow.read(unit.head) as tx:
        night = tx.session.scalars(select(NightEntry.id)).one()
    return advice, night


def lay(unit: Precinct, services: dict[str, Any], advice_id: UUID, night_id: UUID) -> HiddenFile:
    """Play the whole life of a restricted file of the first counsellor through the services."""
    worker, clock = unit.counsellor, unit.clock
    s = _Few(services)
    her = PersonDraft(
        given_name=OPEN_TEXTS[0],
        family_name=OPEN_TEXTS[1],
        father_name="گمنام",
        national_code=OPEN_TEXTS[4],
        sex="female",
        birth_on=date(1990, 5, 5),
        contacts=(
            ContactDraft(
                ContactKind.MOBILE,
                SEALED_TEXTS[2],
                is_safe=True,
                safe_hours=SEALED_TEXTS[3],
                code_word=SEALED_TEXTS[4],
                is_confidential=True,
            ),
            ContactDraft(ContactKind.ADDRESS, SEALED_TEXTS[0], postal_code=SEALED_TEXTS[1], is_confidential=True),
        ),
    )
    him = PersonDraft(given_name=OPEN_TEXTS[2], family_name=OPEN_TEXTS[3], sex="male")
    draft = CaseDraft(
        "spouse_abuse",
        (
            PartyDraft(her, "wife", Side.A, "spouse", is_inviting=True),
            PartyDraft(him, "husband", Side.B, "spouse"),
        ),
        subject_line=OPEN_TEXTS[5],
        own_words=OWN_WORDS,
        referral=ReferralDraft(
            "prosecutor",
            branch=OPEN_TEXTS[8],
            officer=OPEN_TEXTS[9],
            letter_no="۵۵/۶۶",
            judicial_case_no=OPEN_TEXTS[7],
            order_text=OPEN_TEXTS[6],
            is_reply_owed=True,
            due_at=clock.now() - timedelta(seconds=1),
            received_at=clock.now() - timedelta(days=3),
        ),
        confidentiality=Confidentiality.RESTRICTED,
    )
    row = s.quick.file_from_advice(worker, advice_id, 1, IntakeDraft(draft)).value
    s.quick.join_night(worker, night_id, 1, row.id)
    detail = s.cases.get(worker, row.id)
    first, second = detail.parties
    _talk(unit, s, row.id, first.person_id, first.id)
    appointment = s.scheduling.book(
        worker,
        AppointmentDraft(
            row.id,
            "intake",
            date(2026, 11, 22),
            9 * 60,
            unit.rooms[0],
            (worker.staff_id,),
            (first.id,),
            note=SEALED_TEXTS[14],
        ),
    ).value
    s.scheduling.record_attempt(
        worker,
        AttemptDraft(first.id, "phone", appointment.id, result="accepted", delivered_by=OPEN_TEXTS[11]),
    )
    s.sessions.record(
        worker,
        SessionDraft(
            row.id,
            "intake",
            date(2026, 11, 21),
            7 * 60,
            8 * 60,
            (AttendanceDraft(first.id, AttendanceMark.ATTENDED),),
            case_record=SEALED_TEXTS[13],
        ),
    )
    s.documents.issue(
        worker,
        PaperRequest(
            row.id,
            PaperKind.INFORMED_CONSENT,
            first.person_id,
            values=(("was_read", "yes"), ("decision", "given")),
        ),
    )
    s.letters.register(
        worker,
        LetterDraft(
            LetterDirection.INCOMING,
            "referral_order",
            case_id=row.id,
            correspondent=OPEN_TEXTS[8],
            subject=OPEN_TEXTS[5],
            their_number="۸۸/۹۹",
        ),
    )
    _undertake(s, worker, row.id, first.id, second.id)
    version = s.cases.row(worker, row.id).version
    s.outcomes.record(
        worker, OutcomeDraft(row.id, version, "counselling_completed", date(2026, 11, 21), summary=OPEN_TEXTS[10])
    )
    handed = HandoverDraft(
        worker.staff_id,
        HandoverKind.ABSENCE,
        date(2026, 11, 24),
        date(2026, 11, 25),
        (ItemDraft(row.id, unit.head.staff_id, HANDED),),
    )
    given = services["handovers"].give(worker, handed).value
    services["handovers"].give_back(worker, given.handover_id, given.version)
    return _named(unit, row.id, row.case_no, second.person_id, advice_id, night_id)


def _undertake(s: "_Few", worker: Actor, case_id: UUID, beneficiary: UUID, debtor: UUID) -> None:
    """A signed promise before two witnesses, whose first clause was broken."""
    day = date(2026, 11, 21)
    clause = ClauseDraft(debtor, OPEN_TEXTS[12], beneficiary, 7_770_000, due_on=day)
    witnesses = (WitnessDraft(OPEN_TEXTS[13]), WitnessDraft("گواه دیگر"))
    draft = AgreementDraft(case_id, AgreementKind.UNDERTAKING, day, (clause,), (beneficiary, debtor), witnesses)
    row = s.agreements.save(worker, draft).value
    row = s.agreements.see_signatures(worker, row.id, row.version).value
    s.agreements.breach_clause(worker, row.clauses[0].id, row.clauses[0].version)


class _Few:
    """The services that lay the file."""

    def __init__(self, services: dict[str, Any]) -> None:
        self.cases, self.safety, self.scheduling = services["cases"], services["safety"], services["scheduling"]
        self.sessions, self.outcomes, self.letters = services["sessions"], services["outcomes"], services["letters"]
        self.documents, self.quick = services["documents"], services["quick_entries"]
        self.agreements = services["agreements"]


def _talk(unit: Precinct, s: _Few, case_id: UUID, person_id: UUID, party_id: UUID) -> None:
    worker = unit.counsellor
    s.safety.save_health(
        worker,
        HealthDraft(
            case_id,
            person_id,
            chronic_illness=SEALED_TEXTS[11],
            medication=SEALED_TEXTS[12],
            is_pregnant=True,
            emergency_reason=SEALED_TEXTS[6],
        ),
    )
    unit.clock.advance(timedelta(seconds=1))
    consent = ConsentDraft(case_id, person_id, "counselling", ConsentDecision.GIVEN, was_read_aloud=True)
    s.safety.record_consents(worker, (consent,))
    form = s.safety.form(worker, case_id, person_id, is_full=True)
    codes = [question.code for section in form.sections for question in section.questions]
    answers = tuple(
        AnswerDraft(code, Answer.YES if code == "weapon_used" else Answer.NO, SEALED_TEXTS[5]) for code in codes
    )
    screen = ScreenDraft(case_id, person_id, True, True, answers=answers, result_reason=SEALED_TEXTS[7])
    s.safety.record_screen(worker, screen)
    s.safety.answer_invitation(worker, case_id, party_id, InviteAnswer.NEVER)
    s.safety.raise_flag(
        worker, FlagDraft(case_id, person_id, "honour_violence", FlagLevel.IMMINENT, note=SEALED_TEXTS[8])
    )
    closed = s.safety.raise_flag(worker, FlagDraft(case_id, person_id, "weapon", FlagLevel.LOW)).value
    version = next(flag for flag in s.safety.state(worker, case_id).flags if flag.id == closed).version
    s.safety.close_flag(worker, closed, version, SEALED_TEXTS[18])
    s.safety.set_policy(worker, case_id, JointPolicy.FORBIDDEN, SEALED_TEXTS[19])
    step = StepDraft("stay", True, SEALED_TEXTS[9], "۹:۳۰", SEALED_TEXTS[9])
    s.safety.record_danger(worker, DangerDraft(case_id, person_id, unit.clock.now(), SEALED_TEXTS[6], (step,)))
    s.safety.save_plan(worker, PlanDraft(case_id, person_id, True, (("main_concern", SEALED_TEXTS[10]),)))


_NAMES: dict[str, type[Base]] = {
    "party_id": CaseParty,
    "appointment_id": Appointment,
    "session_id": Session,
    "flag_id": RiskFlag,
    "danger_id": DangerResponse,
    "attempt_id": InvitationAttempt,
    "document_id": Document,
    "letter_id": Letter,
    "referral_id": ReferralIn,
    "follow_up_id": FollowUp,
    "agreement_id": Agreement,
    "item_id": HandoverItem,
}
_OF_CASE = (
    CaseParty, Appointment, Session, RiskFlag, DangerResponse, InvitationAttempt, Document, Letter, ReferralIn,
    Consent, SafetyScreen, SafetyPlan, Outcome, Contact, FollowUp, Agreement, HandoverItem,
)  # fmt: skip


def _named(
    unit: Precinct, case_id: UUID, case_no: str, other_id: UUID, advice_id: UUID, night_id: UUID
) -> HiddenFile:
    ids, versions = {"case_id": case_id, "other_id": other_id, "advice_id": advice_id, "entry_id": night_id}, {}
    found: set[UUID] = {case_id}
    with unit.uow.read(unit.head) as tx:
        for kind in _OF_CASE:
            found.update(tx.session.scalars(select(kind.id).where(kind.case_id == case_id)))
        people = select(CaseParty.person_id).where(CaseParty.case_id == case_id).order_by(CaseParty.position)
        persons = list(tx.session.scalars(people))
        found.update(persons)
        ids["person_id"] = persons[0]
        rows: dict[str, Any] = {
            name: tx.session.scalars(select(kind).where(kind.case_id == case_id).order_by(kind.id)).first()  # type: ignore[attr-defined]
            for name, kind in _NAMES.items()
        }
        rows |= {"case_id": tx.session.get(CaseFile, case_id), "person_id": tx.session.get(Person, persons[0])}
        rows |= {"advice_id": tx.session.get(Advice, advice_id), "entry_id": tx.session.get(NightEntry, night_id)}
        clause = select(AgreementClause).where(AgreementClause.agreement_id == rows["agreement_id"].id)
        rows["clause_id"] = tx.session.scalars(clause).one()
        rows["handover_id"] = tx.session.get(WorkHandover, rows["item_id"].handover_id)
        for name, row in rows.items():
            assert row is not None, name
            ids[name], versions[name] = row.id, row.version
    return HiddenFile(case_id, case_no, ids, versions, frozenset(found))


def services_of(unit: Precinct) -> dict[str, Any]:
    """Every service of the container that is made of a unit of work and the code lists alone, by its name there."""
    import inspect
    import typing

    made: dict[str, Any] = {}
    for name, kind in typing.get_type_hints(Services).items():
        parameters = inspect.signature(kind).parameters.values() if inspect.isclass(kind) else ()
        if [one.name for one in parameters if one.default is one.empty] == ["uow", "codes"]:
            made[name] = kind(unit.uow, unit.codes)
    return made


def actors_without(unit: Precinct, *roles: str) -> dict[str, Actor]:
    """Everybody but these."""
    return {name: actor for name, actor in unit.actors.items() if name not in roles}
