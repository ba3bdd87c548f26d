"""What follows the outcome of a made-up file: signatures, papers, the answer, the closing, and taking up again."""

from collections.abc import Callable
from datetime import datetime, timedelta

from models.enums import AgreementState
from services.agreements.shapes import AgreementDetail, Proof, WitnessDraft
from services.clock import local
from services.closing.shapes import CloseDraft, ReopenDraft
from services.demo import meeting, papers
from services.demo.calling import Calls
from services.demo.play import Matter, if_allowed
from services.documents.shapes import PaperKind, PaperRequest
from services.errors import InvalidError
from services.letters.shapes import ReplyDraft
from services.sessions.shapes import SessionRow

_REPLIED = (True,) * 11 + (False,) + (True,) * 8
_ON_PAPER = (True, False, False)
_LATE_SIGNED = ("waits", "refuses", "one", "signs", "waits", "signs")
_PAID = (True, False, False)
_IN_COURT = (False,) * 5 + (True,) + (False,) * 6
_CORRECTED = (False,) * 3 + (True,) + (False,) * 16
_LATE_NOTE = (False, True, False, False, False, False)
_AGAIN = (False, False, True) + (False,) * 7
_PATIENCE = 3
_PAPERS = {"not_settled": papers.unsettled_paper, "no_show": papers.absence_paper}


class Aftermath:
    """One round of a file after its outcome; each step is an event. `again`: the work goes on after a reopening."""

    def __init__(self, matter: Matter, disposition: str, again: Callable[[datetime], None]) -> None:
        self._matter = matter
        self._disposition = disposition
        self._again = again
        self._agreement: AgreementDetail | None = None
        self._last: SessionRow | None = None
        self._is_taken_up = False
        self._has_paper = False

    def begin(self, now: datetime, last: SessionRow | None, *, has_agreement: bool, follows_up: bool) -> None:
        """Plan everything from the day of the outcome; `last`: the session that led to it."""
        matter, number = self._matter, self._matter.stock.number
        self._last = last
        if has_agreement:
            self._agree(now)
        elif (make := _PAPERS.get(self._disposition)) is not None:
            make(matter)
        matter.at(now + timedelta(days=number(1, 6), hours=1), self.look_again)
        if matter.owes_reply and matter.stock.turn("replied", _REPLIED):
            matter.at(now + timedelta(days=number(0, 3), minutes=30), self.reply)
        calls = Calls(matter, self._agreement, self._breached)
        last_call = calls.plan(now) if follows_up else now
        matter.at(last_call + timedelta(days=number(3, 12)), lambda at: self.close(at, _PATIENCE))

    def reply(self, _now: datetime) -> None:
        """The authority that waits gets its answer, every third time on the unit's own paper."""
        services, worker = self._matter.services, self._matter.worker
        self._matter.owes_reply = False
        for referral in services.cases.get(worker, self._matter.case_id).referrals:
            if not referral.is_reply_owed or referral.replied_at is not None:
                continue
            if self._matter.stock.turn("reply_paper", _ON_PAPER):
                kind = PaperKind.REFERRAL_REPLY
                request = PaperRequest(self._matter.case_id, kind, referral_id=referral.id)
                if papers.issue(self._matter, request) is not None:
                    continue
            services.letters.reply(worker, ReplyDraft(referral.id, referral.version))

    def answer_again(self, _now: datetime) -> None:
        """An answer that became wrong is corrected by a second one."""
        if self._is_taken_up:
            return
        services, worker, case_id = self._matter.services, self._matter.worker, self._matter.case_id
        for referral in services.cases.get(worker, case_id).referrals:
            if referral.is_answer_outdated:
                request = PaperRequest(case_id, PaperKind.REFERRAL_REPLY, referral_id=referral.id)
                if papers.issue(self._matter, request) is None:
                    services.letters.reply(worker, ReplyDraft(referral.id, referral.version))

    def look_again(self, now: datetime) -> None:
        """Marks of a concluded file are looked at a last time; a child's is reported before it is closed (R-8)."""
        safety, stock = self._matter.services.safety, self._matter.stock
        for flag in safety.state(self._matter.worker, self._matter.case_id).flags:
            version = flag.version
            if flag.is_clock and flag.reported_at is None:
                safety.report_child(self._matter.worker, flag.id, version, str(stock.number(100, 999)), now)
                version += 1
            safety.close_flag(self._matter.worker, flag.id, version, stock.pick(stock.quick["flag_closings"]))

    def close(self, now: datetime, patience: int) -> None:
        """The file is closed with its checklist; what holds it back is looked at again some days later."""
        if self._is_taken_up:
            return
        self.answer_again(now)
        matter, closing = self._matter, self._matter.services.closing
        try:
            found = closing.checklist(matter.worker, matter.case_id)
        except InvalidError:
            return  # nothing was decided any more: what was agreed was taken back
        if found.is_held_back:
            if patience:
                matter.at(now + timedelta(days=12), lambda at: self.close(at, patience - 1))
            return
        if self._last is not None and self._last.tasks:
            meeting.tick_off(matter, all_done=matter.stock.turn("ticked", (True, True, False)))
        ticked = tuple(item.code for item in found.items if item.is_manual)
        note = matter.stock.pick(matter.stock.aftermath["closing_notes"])
        closing.close(matter.worker, CloseDraft(matter.case_id, found.version, ticked, note))
        papers.closing_paper(matter)
        if self._last is not None and matter.stock.turn("late_note", _LATE_NOTE):
            text = matter.stock.turn("late", matter.stock.meetings["late_notes"])
            row = self._last
            matter.at(now + timedelta(days=4), lambda _at: meeting.write_note(matter, row, text))
        if matter.stock.turn("again", _AGAIN):
            reason = matter.stock.turn("new_reason", matter.stock.aftermath["new_reasons"])
            matter.at(
                now + timedelta(days=matter.stock.number(3, 9)), lambda at: self._reopen(at, "new_facts", reason)
            )

    # --- what was agreed ------------------------------------------------------------------------------------------

    def _agree(self, now: datetime) -> None:
        """The record is made at once, sometimes later; who did not sign on the spot signs later, or not."""
        matter, agreements = self._matter, self._matter.services.agreements
        found = agreements.of_case(matter.worker, matter.case_id)[0]
        self._agreement = found
        is_signed = found.state is AgreementState.SIGNED
        paper = None
        if is_signed or matter.stock.turn("made_at_once", (False, True)):
            paper = papers.settle_paper(matter, found, is_signed=is_signed)
        self._has_paper = paper is not None
        if paper is not None and matter.stock.turn("corrected", _CORRECTED):
            paper_id = paper.id
            matter.at(now + timedelta(days=1), lambda _at: papers.correct(matter, paper_id))
        if not is_signed:
            self._await(now, matter.stock.turn("late_signed", _LATE_SIGNED))
            return
        owed = next((one for one in found.clauses if one.amount and one.due_on and one.instalments < 2), None)
        if owed is not None and owed.due_on is not None and matter.stock.turn("paid", _PAID):
            late = timedelta(days=(owed.due_on - local(now).date()).days + 1, hours=1)
            matter.at(now + late, lambda at: self._pay(at, owed.position))
        if matter.stock.turn("in_court", _IN_COURT):
            matter.at(now + timedelta(days=24), self._confirm)

    def _await(self, now: datetime, way: str) -> None:
        days = {"waits": 55, "refuses": 3, "one": 2, "signs": 4}[way]
        matter = self._matter
        matter.at(now + timedelta(days=days + matter.stock.number(0, 2)), lambda at: self._sign(at, way))

    def _sign(self, now: datetime, way: str) -> None:
        """The rest signs, one of them does, or somebody refuses before two witnesses (P-30)."""
        matter, agreements = self._matter, self._matter.services.agreements
        found = self._fresh()
        if self._is_taken_up or found is None or found.state is not AgreementState.AWAITING:
            return
        if way == "refuses":
            witnesses = tuple(self._witness() for _ in range(2))
            agreements.refuse(matter.worker, found.id, found.version, matter.sides[-1].id, witnesses)
            papers.unsettled_paper(matter)
        elif way == "one":
            first = next(one.id for one in found.signers if one.party_id is not None)
            agreements.see_signatures(matter.worker, found.id, found.version, signer_ids=(first,))
            matter.at(now + timedelta(days=40), lambda at: self._sign(at, "signs"))
        else:
            if not self._has_paper:
                papers.settle_paper(matter, found, is_signed=True)
            agreements.see_signatures(matter.worker, found.id, found.version)
        matter.at(now + timedelta(days=2, minutes=20), self.answer_again)

    def _pay(self, now: datetime, position: int) -> None:
        """A receipt shows that the money was paid (P-18); every second one is scanned."""
        matter, stock, found = self._matter, self._matter.stock, self._fresh()
        clause = next((one for one in found.clauses if one.position == position), None) if found else None
        if clause is None or self._is_taken_up:
            return
        words = stock.turn("receipt", stock.aftermath["receipts"]).format(number=stock.figures(100_000, 999_999))
        settle = matter.services.agreements.settle_clause
        day = local(now).date()
        done = if_allowed(
            lambda: settle(matter.worker, clause.id, clause.version, on=day, evidence=words, proof=Proof.RECEIPT)
        )
        if done is not None and stock.turn("receipt_scan", (True, False)):
            papers.attach(matter, "payment_receipt")

    def _confirm(self, now: datetime) -> None:
        """A court confirms the private deed (R-13)."""
        found, stock = self._fresh(), self._matter.stock
        if found is None or self._is_taken_up or found.state is not AgreementState.SIGNED:
            return
        body = next(one["name"] for one in stock.bodies if one.get("target") == "peace_court")
        number = f"{stock.number(1, 9)}{stock.number(1000, 9999)}"
        confirm = self._matter.services.agreements.confirm_by_court
        confirm(self._matter.worker, found.id, found.version, body, number, local(now).date())

    def _fresh(self) -> AgreementDetail | None:
        """The agreement as it stands now."""
        if self._agreement is None:
            return None
        return self._matter.services.agreements.get(self._matter.worker, self._agreement.id)

    def _witness(self) -> WitnessDraft:
        stock = self._matter.stock
        name = f"{stock.given_name('male')} {stock.family_name()}"
        return WitnessDraft(name, stock.given_name("male"), stock.national_code())

    # --- taking up again ------------------------------------------------------------------------------------------

    def _breached(self, now: datetime) -> None:
        """Somebody said that it was broken: the file is taken up again (P-31, P-35)."""
        stock = self._matter.stock
        reason = stock.turn("breach_reason", stock.aftermath["breach_reasons"])
        self._matter.at(now + timedelta(days=2), lambda at: self._reopen(at, "breach", reason))

    def _reopen(self, now: datetime, kind: str, reason: str) -> None:
        if self._is_taken_up:
            return
        matter = self._matter
        version = matter.services.cases.get(matter.worker, matter.case_id).version
        draft = ReopenDraft(matter.case_id, version, kind, reason)
        if if_allowed(lambda: matter.services.closing.reopen(matter.worker, draft)) is not None:
            self._is_taken_up = True
            self._again(now)
