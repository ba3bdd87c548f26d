"""Letters to other bodies, the report of a child at risk, consents to give information, minutes, receipts
(D03, D07, D14–D17, D23) from real data, read back by two readers."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.enums import ConsentDecision, FlagLevel
from models.letter import Letter
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import Consent, RiskFlag
from services.actor import Actor, Right
from services.documents import PaperKind, PaperOffer, PaperRequest
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.persian.digits import to_persian
from services.referrals_out import ReferralGround, ReferralOutDraft, ReferralOutMove, ReferralsOut
from services.sessions import Sessions
from services.sessions.shapes import AttendanceDraft, AttendanceMark, SessionDraft, TaskDraft
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, pdfium
from tests.services.documents.scene import HIS_PHONE, SECRET_PHONE, SHELTER, WORD, Scene
from tests.services.documents.story import HIS_CODE, TODAY, about_person, story
from tests.services.documents.test_outcome_papers import said_in_order, text_of

Reader = Callable[[bytes, Path], str]
REASON = "نیاز به سرپناه امن و حمایت مالی"


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def sent(scene: Scene, target: str = "welfare_org", **given: Any) -> UUID:
    values: dict[str, Any] = {"has_consented": True, "was_read_aloud": True, "asked": "سرپناه"} | given
    draft = ReferralOutDraft(
        scene.case_id, scene.persons[0], target, values.pop("ground", ReferralGround.CONSENT), REASON, **values
    )
    return ReferralsOut(scene.unit.uow, scene.unit.codes).refer(scene.worker, draft).value.id


def letter(scene: Scene, kind: PaperKind, referral_id: UUID | None, **values: str) -> PaperRequest:
    typed = {
        "to_whom": "مدیرکل محترم بهزیستی استان قم",
        "reason": REASON,
        "asked_for": "سرپناه و مددکاری",
        "commander": "سرهنگ ناصر نوری",
    } | values
    if kind is PaperKind.FORENSIC_REFERRAL:
        typed |= {"injuries": "کبودی بازوی راست", "happened": "۲۹ آبان، حدود ساعت ۲۱"} | values
    return PaperRequest(scene.case_id, kind, scene.persons[0], values=tuple(typed.items()), referral_id=referral_id)


def child_report(scene: Scene, who: int | None = None, **values: str) -> PaperRequest:
    typed = {
        "report_to": "دادستان محترم قم\nاورژانس اجتماعی ۱۲۳",
        "known_on": TODAY.isoformat(),
        "known_hour": "۱۰:۲۰",
        "child_name": "سارا نمونه",
        "child_age": "۹ سال",
        "ground_1": "ill_treatment",
        "ground_2": "ill_treatment",
        "suspect": "ناپدری کودک",
        "seen": "کبودی روی دست چپ\nگریه هنگام نام بردن از خانه",
        "heard": "«شب‌ها در را قفل می‌کند»",
        "whereabouts": "در کلانتری، کنار مددکار",
        "injuries_seen": "کبودی دست چپ",
        "actions": "۱۰:۲۵ تماس با ۱۲۳\n۱۰:۴۰ اطلاع به قاضی کشیک",
        "commander": "سرهنگ ناصر نوری",
    } | values
    person = None if who is None else scene.persons[who]
    return PaperRequest(scene.case_id, PaperKind.CHILD_AT_RISK_REPORT, person, values=tuple(typed.items()))


def release(scene: Scene, who: int = 0, **values: str) -> PaperRequest:
    typed = {"was_read": "yes", "information": "نشانی و نیاز", "purpose": "سرپناه", "validity": "شش ماه"}
    typed |= dict.fromkeys(("to_health_centre", "to_legal_aid", "to_school", "to_other"), "no")
    typed |= {"to_welfare_org": "yes"} | values
    return about_person(scene, PaperKind.INFORMATION_RELEASE_CONSENT, who, **typed)


def minutes(scene: Scene, who: int | None = 0, session_id: UUID | None = None, **values: str) -> PaperRequest:
    typed = {"topics": "دیوار مشترک\nزمان رفت‌وآمد", "tasks": "فرستادن نقشه خانه"} | values
    return PaperRequest(
        scene.case_id,
        PaperKind.SESSION_MINUTES,
        None if who is None else scene.persons[who],
        session_id=session_id or scene.session_id,
        values=tuple(typed.items()),
    )


def receipt(scene: Scene, **values: str) -> PaperRequest:
    typed = {"original_papers": "سند ازدواج\nشناسنامه", "copied_papers": "کارت ملی"} | values
    return about_person(scene, PaperKind.DOCUMENT_RECEIPT, 0, **typed)


def offered(scene: Scene, kind: PaperKind, actor: Actor | None = None) -> list[PaperOffer]:
    return [one for one in scene.documents.offer(actor or scene.worker, scene.case_id) if one.kind is kind]


def flag(scene: Scene, who: int, at: datetime) -> None:
    with scene.unit.uow.write(scene.unit.head) as tx:
        tx.add(
            RiskFlag(
                case_id=scene.case_id,
                person_id=scene.persons[who],
                kind="child_at_risk",
                level=FlagLevel.HIGH,
                known_at=at,
                raised_at=at,
                raised_by_id=scene.worker.staff_id,
            )
        )
        tx.record("flag.test", "flag")


def minor(scene: Scene, who: int) -> None:
    with scene.unit.uow.write(scene.unit.head) as tx:
        row = tx.get(Person, scene.persons[who])
        row.birth_on = date(2016, 4, 1)
        tx.record("person.test", "person")


# --- letters to other bodies --------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_a_letter_to_the_welfare_organisation(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    held = sent(tale)
    text = text_of(tale, letter(tale, PaperKind.WELFARE_REFERRAL, held), reader, tmp_path)
    said_in_order(
        text,
        "از: کلانتری ۱۲ آزمون (دایره مشاوره و مددکاری اجتماعی)",
        "به: مدیرکل محترم بهزیستی استان قم",
        "موضوع: معرفی برای دریافت خدمات حمایتی",
        "مریم محمدی‌نیا با مشخصات زیر",
        "با رضایت خود او در ۱۴۰۵/۰۸/۳۰",
        f"دلیل معرفی: {REASON}",
        "خدمت مورد درخواست: سرپناه و مددکاری",
        "خواهشمند است نتیجه در برگ پاسخ",
        "رئیس کلانتری ۱۲ آزمون",
        "برگ پاسخ",
        "در پاسخ به نامه شماره",
    )
    for words in ("۰۰۰۲۱۸۵۶۷۹", "حسن", "۱۳۶۹/۰۱/۰۱", "۰۹۶۰۱۱۱۱۱۱۱", "مسئول واحد"):
        assert words in text, words
    assert text.count("محرمانه") >= 2
    for words in ("فرهاد", "بهرامی", "بدون رضایت", SHELTER, to_persian(SECRET_PHONE), WORD, "D14"):
        assert words not in text, words
    [row] = tale.rows(Letter)
    assert (row.book, row.classification, row.kind) == ("confidential", "confidential", "welfare_referral")
    [out] = tale.rows(ReferralOut)
    assert out.document_id is not None


def test_without_consent_the_law_is_named(tale: Scene, tmp_path: Path) -> None:
    held = sent(tale, ground=ReferralGround.LEGAL_BASIS, legal_basis="danger_to_life", urgency="very_urgent")
    text = text_of(tale, letter(tale, PaperKind.WELFARE_REFERRAL, held), pdfium, tmp_path)
    assert "بدون رضایت و مستند به خطر فوری برای جان مراجع یا دیگری" in text
    assert "محرمانه، خیلی فوری" in text
    [row] = tale.rows(Letter)
    assert row.urgency == "very_urgent"


def test_only_a_recorded_referral_has_a_letter_and_only_one(tale: Scene) -> None:
    [before] = offered(tale, PaperKind.WELFARE_REFERRAL)
    assert before.reason == "نخست معرفی او را در پرونده ثبت کنید."
    with pytest.raises(NotFoundError):
        tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, None))
    held = sent(tale)
    with pytest.raises(NotFoundError):
        tale.issue(letter(tale, PaperKind.SERVICE_REFERRAL, held))
    [offer] = offered(tale, PaperKind.WELFARE_REFERRAL)
    assert (offer.reason, offer.referral_id, offer.person_name) == ("", held, "مریم محمدی‌نیا")
    paper = tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held))
    [offer] = offered(tale, PaperKind.WELFARE_REFERRAL)
    assert offer.issued_id == paper.id
    assert offer.reason.startswith("این برگه هم‌اکنون صادر شده است")
    with pytest.raises(InvalidError, match=r"documents\.issued_already"):
        tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held))


def test_a_letter_is_corrected_and_voided(tale: Scene) -> None:
    held = sent(tale)
    paper = tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held))
    request = tale.documents.correction(tale.worker, paper.id)
    assert request.referral_id == held
    values = (*letter(tale, PaperKind.WELFARE_REFERRAL, held).values, ("void_reason", "نام مرجع"))
    from dataclasses import replace

    new = tale.issue(replace(request, values=values))
    assert tale.rows(ReferralOut)[0].document_id == new.id
    tale.documents.void(tale.worker, new.id, new.version, "اشتباه")
    assert tale.rows(ReferralOut)[0].document_id is None
    assert offered(tale, PaperKind.WELFARE_REFERRAL)[0].reason == ""


def test_a_consent_that_was_taken_back_stops_the_letter(tale: Scene) -> None:
    """The words do not say why (P-4)."""
    held = sent(tale)
    with tale.unit.uow.write(tale.unit.head) as tx:
        row = tx.session.scalars(select(Consent).where(Consent.body == "welfare_org")).one()
        tx.add(
            Consent(
                case_id=row.case_id,
                person_id=row.person_id,
                kind=row.kind,
                body=row.body,
                decision=ConsentDecision.WITHDRAWN,
                decided_at=datetime(2026, 11, 21, 20, tzinfo=UTC),
                recorded_at=datetime(2026, 11, 21, 20, tzinfo=UTC),
                staff_id=row.staff_id,
                witnesses=[],
            )
        )
        tx.record("consent.test", "consent")
    [offer] = offered(tale, PaperKind.WELFARE_REFERRAL)
    assert offer.reason == "برای این معرفی فعلاً نامه‌ای صادر نمی‌شود."
    with pytest.raises(InvalidError, match=r"documents\.referral_over"):
        tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held))


def test_a_referral_that_is_over_has_no_letter(tale: Scene) -> None:
    held = sent(tale)
    ReferralsOut(tale.unit.uow, tale.unit.codes).move(tale.worker, ReferralOutMove(held, 1, "served_here", TODAY))
    with pytest.raises(InvalidError, match=r"documents\.referral_over"):
        tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held))


@pytest.mark.parametrize("reader", READERS)
def test_a_letter_for_a_service_says_the_least(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    held = sent(tale, "addiction_centre", asked="درمان نگهدارنده", body="مرکز درمان مهر")
    request = letter(tale, PaperKind.SERVICE_REFERRAL, held, to_whom="مرکز درمان مهر", asked_for="درمان نگهدارنده")
    text = text_of(tale, request, reader, tmp_path)
    said_in_order(
        text,
        "به: مرکز درمان مهر",
        "مریم محمدی‌نیا با مشخصات زیر معرفی می‌شود",
        "خدمت مورد درخواست: درمان نگهدارنده",
        "برگ پاسخ",
    )
    for words in (REASON, "محرمانه", "۰۹۶۰", "فرهاد", "دیوار", "D17"):
        assert words not in text, words


@pytest.mark.parametrize("reader", READERS)
def test_legal_medicine_gets_number_date_and_identity(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    """R-17, also where the registry numbers other letters."""
    held = sent(tale, "forensic_medicine", ground=ReferralGround.LEGAL_BASIS, legal_basis="fight_injury")
    request = letter(tale, PaperKind.FORENSIC_REFERRAL, held, to_whom="مرکز پزشکی قانونی قم")
    text = text_of(tale, request, reader, tmp_path)
    said_in_order(
        text,
        "به: مرکز پزشکی قانونی قم",
        "موضوع: درخواست معاینه",
        "زمان رویداد به اظهار او: ۲۹ آبان، حدود ساعت ۲۱",
        "آنچه باید معاینه شود: کبودی بازوی راست",
        "رئیس کلانتری ۱۲ آزمون",
    )
    for words in ("۱۱۱۲/۴/۱", "۱۴۰۵/۰۸/۳۰", "مریم محمدی‌نیا", "حسن", "۰۰۰۲۱۸۵۶۷۹", "۱۳۶۹/۰۱/۰۱", "فوری"):
        assert words in text, words
    for words in (REASON, "فرهاد", "محرمانه", "D16"):
        assert words not in text, words
    [row] = tale.rows(Letter)
    assert (row.book, row.classification, row.urgency, row.number) == ("normal", "normal", "urgent", "1112/4/1")


def test_nobody_is_examined_without_being_known(tale: Scene, tmp_path: Path) -> None:
    """R-17 beside P-13: who has no code is known in a way that is written down; no letter waits for a number."""
    held = sent(tale, "forensic_medicine", ground=ReferralGround.LEGAL_BASIS, legal_basis="fight_injury")
    with tale.unit.uow.write(tale.unit.head) as tx:
        row = tx.get(Person, tale.persons[0])
        row.father_name, row.national_code, row.birth_on = "", "", None
        tx.record("person.test", "person")
    with pytest.raises(InvalidDraft) as caught:
        tale.issue(letter(tale, PaperKind.FORENSIC_REFERRAL, held))
    assert {one.field for one in caught.value.errors} == {"father_name", "identity_note", "birth"}
    typed = {"father_name": "حسن", "identity_note": "با معرفی دو همسایه", "birth": "حدود ۳۵ سال"}
    text = text_of(tale, letter(tale, PaperKind.FORENSIC_REFERRAL, held, **typed), pdfium, tmp_path)
    assert "احراز هویت: با معرفی دو همسایه" in text
    assert "حدود ۳۵ سال" in text
    assert "ملیت" not in text


def test_legal_medicine_knows_a_foreigner_by_number_and_nationality(tale: Scene, tmp_path: Path) -> None:
    """R-17, P-13: the full identity, and never what paper the number stands on."""
    held = sent(tale, "forensic_medicine", ground=ReferralGround.LEGAL_BASIS, legal_basis="fight_injury")
    with tale.unit.uow.write(tale.unit.head) as tx:
        row = tx.get(Person, tale.persons[0])
        row.national_code, row.id_kind, row.other_id_no = "", "amayesh_card", "100200300400"
        row.nationality = "afghanistan"
        tx.record("person.test", "person")
    text = text_of(tale, letter(tale, PaperKind.FORENSIC_REFERRAL, held), pdfium, tmp_path)
    assert all(words in text for words in ("شناسه: ۱۰۰۲۰۰۳۰۰۴۰۰", "ملیت: افغانستان"))
    assert "آمایش" not in text


@pytest.mark.parametrize(
    ("kind", "target", "name"),
    [
        (PaperKind.WELFARE_REFERRAL, "welfare_org", "reason"),
        (PaperKind.WELFARE_REFERRAL, "welfare_org", "asked_for"),
        (PaperKind.WELFARE_REFERRAL, "welfare_org", "done"),
        (PaperKind.SERVICE_REFERRAL, "health_centre", "least_reason"),
        (PaperKind.FORENSIC_REFERRAL, "forensic_medicine", "injuries"),
        (PaperKind.FORENSIC_REFERRAL, "forensic_medicine", "happened"),
    ],
)
@pytest.mark.parametrize("text", [SHELTER, SECRET_PHONE, HIS_PHONE, f"واژه {WORD}"])
def test_no_letter_tells(tale: Scene, kind: PaperKind, target: str, name: str, text: str) -> None:
    held = sent(tale, target)
    with pytest.raises(AppError) as caught:
        tale.issue(letter(tale, kind, held, **{name: text}))
    assert (caught.value.key, caught.value.field) == ("documents.confidential_text", name)
    assert tale.rows(Letter) == []


def test_who_may_not_send_on_is_offered_nothing(tale: Scene) -> None:
    from dataclasses import replace

    held = sent(tale)
    less = replace(tale.worker, rights=tale.worker.rights - {Right.REFERRAL_WRITE, Right.SAFETY_READ})
    kinds = {one.kind for one in tale.documents.offer(less, tale.case_id)}
    assert not kinds & {PaperKind.WELFARE_REFERRAL, PaperKind.CHILD_AT_RISK_REPORT}
    for request in (letter(tale, PaperKind.WELFARE_REFERRAL, held), child_report(tale)):
        with pytest.raises(NotAllowedError):
            tale.documents.missing(less, request)


# --- a child at risk ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_a_child_is_reported_with_hours_and_without_the_reporter(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    text = text_of(tale, child_report(tale), reader, tmp_path)
    said_in_order(
        text,
        "به: دادستان محترم قم و اورژانس اجتماعی ۱۲۳",
        "موضوع: گزارش فوری طفل یا نوجوان در معرض خطر",
        "شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۰:۲۰",
        "کبودی روی دست چپ",
        "«شب‌ها در را قفل می‌کند»",
        "وضعیت مخاطره‌آمیز: سوءرفتار یا بهره‌کشی از کودک",
        "۱۰:۲۵ تماس با ۱۲۳",
        "۱۰:۴۰ اطلاع به قاضی کشیک",
        "مشخصات گزارش‌دهنده محرمانه است",
        "رئیس کلانتری ۱۲ آزمون",
    )
    for words in ("سارا نمونه", "۹ سال", "ناپدری کودک", "در کلانتری، کنار مددکار"):
        assert words in text, words
    assert text.count("محرمانه، خیلی فوری") >= 2
    for words in ("مریم", "فرهاد", "««", "D15"):
        assert words not in text, words
    [row] = tale.rows(Letter)
    assert (row.book, row.urgency) == ("confidential", "very_urgent")


def test_the_hour_of_knowledge_is_that_of_the_file(tale: Scene, tmp_path: Path) -> None:
    """P-10: not the hour of typing; who may not read marks is asked."""
    minor(tale, 1)
    flag(tale, 1, datetime(2026, 11, 21, 4, 5, tzinfo=UTC))
    offers = offered(tale, PaperKind.CHILD_AT_RISK_REPORT)
    assert [one.person_id for one in offers] == [tale.persons[1], None]
    request = child_report(tale, 1)
    assert not {"known_on", "known_hour", "child_name"} & {
        one.name for one in tale.documents.missing(tale.worker, request)
    }
    text = text_of(tale, request, pdfium, tmp_path)
    assert "ساعت ۰۷:۳۵" in text
    assert "فرهاد بهرامی" in text


def test_a_report_says_something_seen_or_heard(tale: Scene) -> None:
    with pytest.raises(InvalidError) as caught:
        tale.issue(child_report(tale, seen="", heard=""))
    assert caught.value.field == "heard"
    for name in ("whereabouts", "seen", "actions"):
        with pytest.raises(AppError) as told:
            tale.issue(child_report(tale, **{name: SHELTER}))
        assert (told.value.key, told.value.field) == ("documents.confidential_text", name)


# --- consent to give information, minutes, receipts ---------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_each_body_is_answered_and_kept(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    text = text_of(tale, release(tale), reader, tmp_path)
    said_in_order(
        text,
        "رضایت به تبادل اطلاعات",
        "این‌جانب مریم محمدی‌نیا، فرزند حسن",
        "بهزیستی: بله",
        "مدرسه یا آموزش و پرورش: بله",
        "متن برای مراجع قرائت شد.",
        "اثر انگشت",
    )
    rows = {row.body: row.decision for row in tale.rows(Consent)}
    assert rows["welfare_org"] is ConsentDecision.GIVEN
    assert rows["school"] is ConsentDecision.REFUSED
    held = sent(tale, has_consented=False)
    assert tale.issue(letter(tale, PaperKind.WELFARE_REFERRAL, held)).number


def test_every_body_is_asked_for(tale: Scene) -> None:
    with pytest.raises(InvalidError) as caught:
        tale.issue(release(tale, to_school=""))
    assert caught.value.field == "to_school"
    assert tale.rows(Consent) == []


@pytest.mark.parametrize("reader", READERS)
def test_minutes_of_talks_apart_are_one_sides_own(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    [offer] = offered(tale, PaperKind.SESSION_MINUTES)
    assert (offer.person_id, offer.session_id) == (tale.persons[0], tale.session_id)
    text = text_of(tale, minutes(tale), reader, tmp_path)
    said_in_order(text, "صورت‌جلسه", "حاضر", "دیوار مشترک", "زمان رفت‌وآمد", "فرستادن نقشه خانه")
    assert "مریم محمدی‌نیا" in text
    for words in ("فرهاد", "بهرامی", "D07"):
        assert words not in text, words
    with pytest.raises(NotFoundError):
        tale.issue(minutes(tale, None))


@pytest.mark.parametrize("reader", READERS)
def test_minutes_of_a_joint_session_name_all_and_propose_tasks(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    first, second = tale.parties
    with tale.unit.uow.write(tale.unit.head) as tx:
        from models.case import CaseFile
        from models.enums import JointPolicy

        tx.get(CaseFile, tale.case_id).joint_policy = JointPolicy.ALLOWED
        tx.record("case.test", "case")
    marks = (AttendanceDraft(first, AttendanceMark.ATTENDED), AttendanceDraft(second, AttendanceMark.REFUSED))
    tasks = (TaskDraft("نقشه را بیاورد", first, date(2026, 11, 28)),)
    draft = SessionDraft(
        tale.case_id, "individual", TODAY, 6 * 60, 7 * 60, marks[:1], tasks=tasks, next_on=date(2026, 11, 28)
    )
    held = Sessions(tale.unit.uow, tale.unit.codes).record(tale.worker, draft).value
    with tale.unit.uow.write(tale.unit.head) as tx:
        from models.work import Attendance, Session

        tx.get(Session, held.id).type = "joint_mediation"
        tx.add(Attendance(session_id=held.id, party_id=second, mark=AttendanceMark.REFUSED))
        tx.record("session.test", "session")
    request = minutes(tale, None, held.id)
    [proposed] = [one for one in tale.documents.missing(tale.worker, request) if one.name == "tasks"]
    assert proposed.proposal == "مریم محمدی‌نیا: نقشه را بیاورد، تا ۱۴۰۵/۰۹/۰۷"
    text = text_of(tale, request, reader, tmp_path)
    for words in ("مریم محمدی‌نیا", "فرهاد بهرامی", "حاضر", "غایب", "۱۴۰۵/۰۹/۰۷"):
        assert words in text, words
    assert "نشد" not in text


@pytest.mark.parametrize("reader", READERS)
def test_a_receipt_lists_every_document(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    text = text_of(tale, receipt(tale), reader, tmp_path)
    said_in_order(
        text, "رسید تحویل مدارک", "مدارک زیر (۳ مورد) از مریم محمدی‌نیا", "سند ازدواج", "شناسنامه", "کارت ملی"
    )
    for words in ("اصل", "رونوشت", "تحویل‌دهنده", "تحویل‌گیرنده"):
        assert words in text, words
    assert HIS_CODE not in text
    with pytest.raises(InvalidError) as caught:
        tale.issue(receipt(tale, original_papers="", copied_papers=""))
    assert caught.value.field == "original_papers"


def test_offers_stand_in_groups_in_the_order_of_a_files_life(tale: Scene) -> None:
    groups = [one.group for one in tale.documents.offer(tale.worker, tale.case_id)]
    assert all(groups)
    once = list(dict.fromkeys(groups))
    assert groups == sorted(groups, key=once.index)
    assert once[0] == "آغاز کار"


def test_the_flat_text_reads_alike(tale: Scene, tmp_path: Path) -> None:
    content = tale.content(tale.issue(receipt(tale)))
    one, other = (flat(reader(content, tmp_path)) for reader in READERS)
    assert set(one.split()) == set(other.split())
