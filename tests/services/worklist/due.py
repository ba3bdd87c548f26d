"""A precinct in which things fall due, and short words for asking what stands in the list."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.case import NightEntry, Notice, ReferralIn
from models.enums import NoticeKind
from services.actor import Actor
from services.agreements import AgreementKind, ClauseDraft, WitnessDraft
from services.cases import ReferralDraft
from services.documents import Documents, IssuedPaper, PaperKind, PaperRequest
from services.letters import ActionDraft, LetterDirection, LetterDraft, Letters, ReplyDraft
from services.referrals_out import ReferralGround, ReferralOutDraft, ReferralOutRow, ReferralsOut
from services.safety import DangerDraft
from services.worklist import Band, Task, TaskKind, Whose, WorkFilter, Worklist, WorkPage
from tests.services.drafts_of import couple
from tests.services.work import TODAY, Work


@dataclass
class Due(Work):
    """`Work`, and the services of what is due."""

    worklist: Worklist = field(init=False)
    letters: Letters = field(init=False)
    documents: Documents = field(init=False)
    referrals_out: ReferralsOut = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        uow, codes = self.unit.uow, self.unit.codes
        self.worklist, self.letters = Worklist(uow, codes), Letters(uow, codes)
        self.documents, self.referrals_out = Documents(uow, codes), ReferralsOut(uow, codes)

    # --- asking ---------------------------------------------------------------------------------------------------

    def list(self, actor: Actor | None = None, **which: Any) -> WorkPage:
        return self.worklist.page(actor or self.worker, WorkFilter(**which))

    def tasks(self, kind: TaskKind, actor: Actor | None = None, whose: Whose = Whose.MINE) -> Sequence[Task]:
        """Of one kind, as the whole list has them: the filter and the list must agree."""
        page = self.list(actor, whose=whose)
        found = [row.task for row in page.rows if row.task.kind is kind]
        assert [row.task for row in self.list(actor, whose=whose, kind=kind).rows] == found
        assert dict(page.counts).get(kind, 0) == len(found)
        return found

    def band(self, kind: TaskKind, actor: Actor | None = None) -> Band:
        return next(row.band for row in self.list(actor).rows if row.task.kind is kind)

    # --- what falls due -------------------------------------------------------------------------------------------

    def referred(self, hours: float | None, **given: Any) -> UUID:
        """A file that a prosecutor sent with a letter; the answer is due in so many hours, None: no hour was set."""
        referral = ReferralDraft(
            "prosecutor",
            body="دادسرای نمونه",
            branch="شعبه ۳",
            letter_no="1405/8/217",
            received_at=self.unit.clock.now() - timedelta(days=9),
            is_reply_owed=True,
            due_at=None if hours is None else self.unit.clock.now() + timedelta(hours=hours),
        )
        case_id = self.register(couple(referral=referral, **given))
        with self.unit.uow.write(self.unit.head) as tx:
            row = tx.session.scalars(select(ReferralIn).where(ReferralIn.case_id == case_id)).one()
            row.due_at = None if hours is None else tx.now + timedelta(hours=hours)
            tx.record("referral.correct", "referral", row.id)
        return case_id

    def asks_again(self, case_id: UUID, kind: str = "authority_question", **words: Any) -> UUID:
        self.later(seconds=1)
        draft = LetterDraft(LetterDirection.INCOMING, kind, case_id=case_id, **words)
        return self.letters.register(self.unit.head, draft).value.id

    def settled(self, *clauses: ClauseDraft) -> UUID:
        """A settlement that was signed today; its clauses or one of 150 million."""
        case_id = self.register()
        self.hold(case_id)
        self.conclude(
            case_id,
            signatures_seen_on=TODAY,
            agreement=self.agreement(case_id, AgreementKind.SETTLEMENT, *(self._of(case_id, one) for one in clauses)),
        )
        return case_id

    def told_too_early(self) -> UUID:
        """An authority was told of a settlement, and then the second party would not sign it."""
        case_id = self.referred(99)
        self.hold(case_id)
        self.conclude(case_id)
        referral = self.detail(case_id).referrals[0]
        self.letters.reply(self.worker, ReplyDraft(referral.id, referral.version))
        self.later(seconds=1)
        held = self.holding(case_id)
        assert held is not None
        refuser = self.detail(case_id).parties[1].id
        witnesses = (WitnessDraft("اکبر صادقی‌پور", "ناصر"), WitnessDraft("زهرا کریمی", "جواد"))
        self.agreements.refuse(self.worker, held.id, held.version, refuser, witnesses)
        return case_id

    def _of(self, case_id: UUID, clause: ClauseDraft) -> ClauseDraft:
        first, second = self.detail(case_id).parties[:2]
        return replace(clause, debtor_id=second.id, creditor_id=first.id)

    def sent_on(self, case_id: UUID) -> ReferralOutRow:
        person_id = self.detail(case_id).parties[0].person_id
        draft = ReferralOutDraft(
            case_id,
            person_id,
            "health_centre",
            ReferralGround.CONSENT,
            "برای درمان پیگیر",
            has_consented=True,
            was_read_aloud=True,
        )
        return self.referrals_out.refer(self.worker, draft).value

    def issue(self, case_id: UUID, kind: PaperKind, **about: Any) -> IssuedPaper:
        request = PaperRequest(case_id, kind, **about)
        asked = self.documents.missing(self.worker, request)
        values = tuple(
            (one.name, one.choices[0].value if one.choices else "نمونه") for one in asked if one.is_required
        )
        return self.documents.issue(self.worker, replace(request, values=values)).value

    def give_letter(self, to: Actor, due: date | None = None) -> UUID:
        draft = LetterDraft(LetterDirection.INCOMING, "incoming_other", subject="درخواست همکاری")
        letter = self.letters.register(self.unit.clerk, draft).value
        self.letters.assign(self.unit.clerk, ActionDraft(letter.id, to.staff_id, "بررسی شود", due))
        return letter.id

    def danger(self, case_id: UUID) -> None:
        person_id = self.detail(case_id).parties[0].person_id
        self.safety.record_danger(self.worker, DangerDraft(case_id, person_id, self.unit.clock.now(), "", ()))

    def night(self) -> None:
        with self.unit.uow.write(self.unit.head) as tx:
            tx.add(
                NightEntry(
                    happened_at=tx.now - timedelta(hours=7),
                    names="زهرا کریمی",
                    line="با کودک آمد",
                    is_danger_now=False,
                    officer="رضا احمدی",
                    staff_id=self.unit.head.staff_id,
                    created_at=tx.now,
                )
            )
            tx.record("night.record", "night_entry")

    def notice(self, case_id: UUID) -> None:
        person_id = self.detail(case_id).parties[0].person_id
        with self.unit.uow.write(self.unit.head) as tx:
            tx.add(Notice(kind=NoticeKind.SAME_CODE, case_id=case_id, person_id=person_id, raised_at=tx.now))
            tx.record("notice.raise", "notice")

    def one_of_each(self) -> UUID:
        """Something of nearly every kind, days later; gives the file with the marks."""
        owed = self.referred(-30)
        self.asks_again(self.referred(60))
        self.flag(owed, "child_at_risk")
        self.flag(owed, "weapon")
        self.danger(owed)
        self.book(owed, start=10 * 60)
        paid = self.settled(ClauseDraft(None, "می‌پردازد", amount=1_000_000, due_on=TODAY))
        self.issue(paid, PaperKind.SETTLEMENT_RECORD, agreement_id=self.holding_id(paid))
        unsigned = self.register()
        self.conclude(unsigned)
        self.sent_on(self.register())
        self.give_letter(self.worker, TODAY)
        self.told_too_early()
        self.night()
        self.notice(owed)
        self.later(days=40)
        return owed

    def holding_id(self, case_id: UUID) -> UUID:
        found = self.holding(case_id)
        assert found is not None
        return found.id
