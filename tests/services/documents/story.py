"""The scene taken to its end: an agreement, no settlement, nobody came; and the requests of the papers about it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from models.case import CaseFile, ReferralIn
from models.enums import AgreementKind
from models.work import InvitationAttempt
from services.agreements import AgreementDraft, ClauseDraft, WitnessDraft
from services.agreements.service import Agreements
from services.cases import ReferralDraft
from services.documents import PaperKind, PaperRequest
from services.outcomes import OutcomeDraft, Outcomes
from tests.factories import Precinct
from tests.services.documents.scene import Scene, her, him, lay

TODAY = date(2026, 11, 21)
PROSECUTOR = ReferralDraft(
    "prosecutor",
    body="دادیار محترم دادسرای عمومی و انقلاب قم",
    branch="شعبه ۲",
    letter_no="1405/8/217",
    letter_on=date(2026, 11, 10),
    judicial_case_no="140591920000123456",
)
DUTY = ReferralDraft("duty_officer", officer="ستوان یکم رضا نوری", complaint_no="1405-318")
OWN_WORDS = "می‌گوید دیوار مشترک بی‌اجازه او بالا رفته و نور اتاق گرفته شده است."
HIS_CODE = "0002239086"
CLAUSES = ("دیوار مشترک را تا ارتفاع ۲ متر پایین بیاورد", "هزینه ترمیم نما را بپردازد")
WITNESSES = (WitnessDraft("اکبر صادقی‌پور", "ناصر", "0008358613"), WitnessDraft("زهرا کریمی", "جواد"))


def story(unit: Precinct, referral: ReferralDraft | None = PROSECUTOR, **his: Any) -> Scene:
    other = him(father_name="اسماعیل", national_code=HIS_CODE, birth_on=date(1985, 5, 4), **his)
    return lay(unit, her(birth_on=date(1990, 3, 21)), other, referral, OWN_WORDS)


def agreement(scene: Scene, **values: Any) -> AgreementDraft:
    """Two clauses of his, the second after the first; both sign, two witnesses."""
    first, second = scene.parties[1], scene.parties[0]
    clauses = (
        ClauseDraft(first, CLAUSES[0], second, due_on=date(2026, 12, 20)),
        ClauseDraft(
            first, CLAUSES[1], second, 150_000_000, due_on=date(2027, 1, 20), place="دفتر واحد", depends_on=1
        ),
    )
    draft = AgreementDraft(
        scene.case_id,
        AgreementKind.SETTLEMENT,
        TODAY,
        clauses,
        scene.parties,
        WITNESSES,
        place="دفتر واحد",
        subject="دیوار مشترک دو خانه",
        has_mutual_waiver=True,
    )
    return replace(draft, **values)


def agree(scene: Scene, **values: Any) -> UUID:
    return Agreements(scene.unit.uow, scene.unit.codes).save(scene.worker, agreement(scene, **values)).value.id


def end(scene: Scene, disposition: str, **values: Any) -> None:
    with scene.unit.uow.read(scene.worker) as tx:
        version = tx.get(CaseFile, scene.case_id).version
    draft = OutcomeDraft(scene.case_id, version, disposition, TODAY, **values)
    Outcomes(scene.unit.uow, scene.unit.codes).record(scene.worker, draft)


def invite(scene: Scene, who: int, *tries: tuple[str, str, int]) -> None:
    """Tries of earlier days: channel, result, day of November."""
    with scene.unit.uow.write(scene.worker) as tx:
        for channel, result, day in tries:
            tx.add(
                InvitationAttempt(
                    case_id=scene.case_id,
                    party_id=scene.parties[who],
                    at=datetime(2026, 11, day, 8, tzinfo=UTC),
                    channel=channel,
                    result=result,
                    staff_id=scene.worker.staff_id,
                )
            )
        tx.record("invitation.record", "invitation")


def referral_id(scene: Scene) -> UUID:
    [row] = scene.rows(ReferralIn)
    found: UUID = row.id
    return found


def settlement(scene: Scene, **values: str) -> PaperRequest:
    typed = {
        "was_read_all": "yes",
        "breach": "شورای حل اختلاف رسیدگی می‌کند.",
        "commander": "سرهنگ ناصر نوری",
    } | values
    return PaperRequest(scene.case_id, PaperKind.SETTLEMENT_RECORD, None, values=tuple(typed.items()))


def non_settlement(scene: Scene, **values: str) -> PaperRequest:
    typed = {
        "position_1": "خواستار پایین آوردن دیوار است",
        "position_2": "دیوار را در حریم خود می‌داند",
    } | values
    return PaperRequest(scene.case_id, PaperKind.NON_SETTLEMENT_RECORD, None, values=tuple(typed.items()))


def reply(scene: Scene, **values: str) -> PaperRequest:
    typed = {
        "to_whom": "دادیار محترم شعبه ۲ دادسرای قم",
        "result": "میان طرفین سازش شد.",
        "enclosures": "صورت‌جلسه سازش، ۲ برگ",
        "commander": "سرهنگ ناصر نوری",
    } | values
    kind = PaperKind.REFERRAL_REPLY
    return PaperRequest(scene.case_id, kind, None, values=tuple(typed.items()), referral_id=referral_id(scene))


def about_person(scene: Scene, kind: PaperKind, who: int = 0, **values: str) -> PaperRequest:
    typed = ({"carries_safely": "yes"} if kind is PaperKind.OWN_DATA else {}) | values
    return PaperRequest(scene.case_id, kind, scene.persons[who], values=tuple(typed.items()))


def slip(scene: Scene, **values: str) -> PaperRequest:
    typed = {"is_danger": "no"} | values
    kind = PaperKind.INTERNAL_REFERRAL_SLIP
    return PaperRequest(scene.case_id, kind, None, values=tuple(typed.items()), referral_id=referral_id(scene))


ORDER = "نظر کارشناسی درباره علت اختلاف و امکان سازش اعلام شود."
ASKED = replace(PROSECUTOR, order_text=ORDER, due_at=datetime(2026, 11, 25, 8, 30, tzinfo=UTC))
REPORT = {
    "text_sources": "- گفت‌وگو با هر طرف، ۱۴۰۵/۰۸/۳۰",
    "text_account_1": "اظهار داشت دیوار بی‌اجازه او بالا رفته است.",
    "text_account_2": "اظهار داشت دیوار در حریم خود اوست.",
    "text_observed": "دیوار مشترک ۳ متر بلندی داشت.\nنور حیاط از صبح تا ظهر گرفته می‌شد.",
    "text_opinion": "پیشنهاد می‌شود کارشناس رسمی بلندی دیوار را تعیین کند.",
}


def report(scene: Scene, **values: str) -> PaperRequest:
    typed = REPORT | {"to_whom": "ریاست محترم شعبه ۲ دادگاه", "text_question": ORDER} | values
    kind = PaperKind.SOCIAL_WORK_REPORT
    return PaperRequest(scene.case_id, kind, None, values=tuple(typed.items()), referral_id=referral_id(scene))


def extension(scene: Scene, **values: str) -> PaperRequest:
    typed = {"to_whom": "دادیار محترم شعبه ۲", "days": "10", "extension_reason": "بررسی پایان نیافته است"} | values
    kind = PaperKind.DEADLINE_EXTENSION
    return PaperRequest(scene.case_id, kind, None, values=tuple(typed.items()), referral_id=referral_id(scene))


LETTER = {
    "to_whom": "مدیرکل محترم بهزیستی استان قم",
    "letter_subject": "هماهنگی",
    "text_body": "احتراماً، نماینده آن اداره معرفی شود.\n- روز 1405/09/10\n- ساعت 10:30",
    "text_copies": "معاونت اجتماعی استان\nبایگانی پرونده",
    "book": "normal",
}


def of_file(scene: Scene, kind: PaperKind, who: int | None = None, **values: str) -> PaperRequest:
    """A request for a paper of the file, with what it proposes."""
    bare = PaperRequest(scene.case_id, kind, None if who is None else scene.persons[who])
    proposed = {one.name: one.proposal for one in scene.documents.missing(scene.worker, bare)}
    return replace(bare, values=tuple((proposed | values).items()))
