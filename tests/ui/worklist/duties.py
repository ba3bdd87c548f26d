"""An office in which things fall due, for tests of the list."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from services.actor import Actor
from services.cases import PartyDraft, ReferralDraft, Side
from services.cases.shapes import CaseDraft, CaseRow
from services.clock import local
from services.container import Services
from services.handover import HandoverDraft, HandoverKind, ItemDraft
from services.intake import IntakeDraft
from services.letters import ActionDraft, LetterDirection, LetterDraft, ReplyDraft
from services.outcomes import OutcomeDraft
from services.people import PersonDraft
from services.quick_entries import NightDraft
from services.referrals_out import ReferralGround, ReferralOutDraft
from services.safety import FlagDraft, FlagLevel
from tests.ui.follow_up.calls import Calls
from tests.ui.scheduling.office import Office


@dataclass
class Duties:
    """Each word makes one thing that waits, in a file of the counsellor's."""

    office: Office

    @property
    def services(self) -> Services:
        return self.office.desk.services

    @property
    def actor(self) -> Actor:
        return self.office.actor()

    def later(self, **step: float) -> None:
        self.office.desk.clock.advance(timedelta(**step))

    def owed(self, hours: float = 3, number: int = 1) -> CaseRow:
        """A prosecutor waits for an answer."""
        due = self.office.desk.clock.now() + timedelta(hours=hours)
        referral = ReferralDraft("prosecutor", body="دادسرای نمونه", is_reply_owed=True, due_at=due)
        parties = (
            PartyDraft(PersonDraft(given_name="رها", family_name=f"آزمونی{'ا' * number}"), "applicant", Side.A),
            PartyDraft(PersonDraft(given_name="سام", family_name=f"نمونه{'ا' * number}"), "respondent", Side.B),
        )
        draft = CaseDraft(
            "neighbour_dispute", parties, referral=referral, responsible_id=self.office.actor().staff_id
        )
        return self.services.intake.register(self.actor, IntakeDraft(draft)).value

    def told_wrongly(self) -> CaseRow:
        """An authority was told how a file ended, and then it had ended otherwise."""
        row = self.owed()
        self._end(row.id, "not_settled")
        referral = self.services.cases.get(self.actor, row.id).referrals[0]
        self.services.letters.reply(self.actor, ReplyDraft(referral.id, referral.version))
        self._end(row.id, "client_withdrew")
        return row

    def _end(self, case_id: UUID, disposition: str) -> None:
        version = self.services.cases.get(self.actor, case_id).version
        today = local(self.office.desk.clock.now()).date()
        draft = OutcomeDraft(case_id, version, disposition, today, summary="مراجع ادامه نداد")
        self.services.outcomes.record(self.actor, draft)

    def flag(self, case_id: UUID, kind: str, hours_ago: float = 0) -> None:
        person_id = self.services.cases.get(self.actor, case_id).parties[0].person_id
        known = self.office.desk.clock.now() - timedelta(hours=hours_ago)
        self.services.safety.raise_flag(self.actor, FlagDraft(case_id, person_id, kind, FlagLevel.HIGH, known))

    def night(self) -> None:
        officer = self.office.actor("duty_officer")
        self.services.quick_entries.write_night(officer, NightDraft("سارا نوری", "صبح می‌آید.", False))

    def handed(self) -> None:
        """The head's own file goes to the counsellor for some days."""
        head, today = self.office.actor("unit_head"), local(self.office.desk.clock.now()).date()
        party = PartyDraft(PersonDraft(given_name="مهسا", family_name="آزمونی"), "applicant", Side.A)
        draft = CaseDraft("neighbour_dispute", (party,), responsible_id=head.staff_id)
        case = self.services.intake.register(head, IntakeDraft(draft)).value
        item, last = ItemDraft(case.id, self.actor.staff_id), today + timedelta(days=3)
        given = HandoverDraft(head.staff_id, HandoverKind.ABSENCE, today + timedelta(days=1), last, (item,))
        self.services.handovers.give(head, given)

    def settled(self) -> CaseRow:
        """Both sides settled and agreed to be called."""
        return Calls(self.office).settled()

    def sent_on(self, case_id: UUID) -> None:
        person_id = self.services.cases.get(self.actor, case_id).parties[0].person_id
        draft = ReferralOutDraft(
            case_id,
            person_id,
            "health_centre",
            ReferralGround.CONSENT,
            "برای درمان پیگیر",
            has_consented=True,
            was_read_aloud=True,
        )
        self.services.referrals_out.refer(self.actor, draft)

    def letter(self) -> None:
        clerk = self.office.actor("clerk")
        draft = LetterDraft(LetterDirection.INCOMING, "incoming_other", subject="درخواست همکاری")
        letter = self.services.letters.register(clerk, draft).value
        self.services.letters.assign(clerk, ActionDraft(letter.id, self.actor.staff_id, "بررسی شود"))
