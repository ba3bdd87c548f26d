"""The use-cases of calling back (domain.md §2.8.3, P-18, P-37)."""

from datetime import date, timedelta
from uuid import UUID

from models.case import CaseFile, CaseParty
from models.enums import FollowUpState
from models.follow_up import FollowUp
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.catalogue import say
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.follow_up.clauses import clauses_to_ask
from services.follow_up.reading import CONCLUDED, asking, attempts_of, due_rows, follow_ups_of_case, one_row
from services.follow_up.recording import store_try
from services.follow_up.shapes import FollowUpDraft, FollowUpRow, FollowUpSheet, Recorded
from services.follow_up.who import may_ask, may_phone
from services.scheduling.invitations import call_sheet
from services.typed import REASON, line
from services.unit_of_work import Tx, UnitOfWork

AHEAD_DAYS = 30
_LAST = timedelta(days=366)
_SILENCE = ("unit", "code_word", "no_voicemail", "one_side")


class FollowUps:
    """The follow-ups of one unit's files; they are made by the outcome itself."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def due(self, actor: Actor, ahead_days: int = AHEAD_DAYS) -> tuple[FollowUpRow, ...]:
        """Whom to ask up to so many days from today, own files first, then by day; at most the first 300.

        Not recorded: it names files and initials.
        """
        with self._uow.read(actor, Right.OUTCOME_WRITE) as tx:
            return due_rows(tx, self._codes, tx.today + timedelta(days=ahead_days))

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[FollowUpRow, ...]:
        """The follow-ups of a case by their day."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            return follow_ups_of_case(tx, self._codes, visible_case(tx, case_id).id)

    def open_sheet(self, actor: Actor, follow_up_id: UUID) -> FollowUpSheet:
        """Whom to call, where and when, and what to ask; the reading is recorded.

        Without the person's consent to calls no telephone is shown (P-18).
        """
        with self._uow.read_recorded(actor, Right.OUTCOME_WRITE, Right.PERSON_READ) as tx:
            row, case, party = self._find(tx, follow_up_id)
            agreed = may_phone(tx, self._codes, case, party) and may_ask(tx, self._codes, case, party)
            sheet = FollowUpSheet(
                one_row(tx, self._codes, row),
                agreed,
                call_sheet(tx, self._codes, case, party).lines if agreed else (),
                tuple(say(f"follow_up.silence.{key}") for key in _SILENCE),
                attempts_of(tx, self._codes, row.id),
                clauses_to_ask(tx, case, party),
            )
            tx.record("follow_up.open", "follow_up", row.id)
        return sheet

    def record_attempt(self, actor: Actor, draft: FollowUpDraft) -> Done[Recorded]:
        """Log one try and what came of it. Errors on clauses name `clauses.<place>`."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case, party = self._open(tx, draft.follow_up_id, draft.version)
            value = store_try(tx, self._codes, case, party, row, draft)
            tx.record("follow_up.record_attempt", "follow_up", row.id)
            tx.changed("follow_up", row.id)
            tx.changed("case", case.id)
        return tx.done(value)

    def put_off(self, actor: Actor, follow_up_id: UUID, version: int, due_on: date) -> Done[FollowUpRow]:
        """Ask on another day, from today to a year ahead."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case, _ = self._open(tx, follow_up_id, version)
            if due_on < tx.today:
                raise InvalidError("follow_up.past_day", "due_on")
            if due_on > tx.today + _LAST:
                raise InvalidError("follow_up.too_far", "due_on")
            row.due_on = due_on
            return self._changed(tx, case, row, "follow_up.put_off")

    def drop(self, actor: Actor, follow_up_id: UUID, version: int, reason: str) -> Done[FollowUpRow]:
        """Ask nobody: the person died, moved away, or does not want it. With a reason."""
        why = line("reason", reason, REASON, needed="follow_up.reason_needed")
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case, _ = self._open(tx, follow_up_id, version)
            row.state, row.done_at = FollowUpState.DROPPED, tx.now
            row.words = why
            return self._changed(tx, case, row, "follow_up.drop")

    def _find(self, tx: Tx, follow_up_id: UUID) -> tuple[FollowUp, CaseFile, CaseParty]:
        row = tx.get(FollowUp, follow_up_id)
        case = visible_case(tx, row.case_id)
        return row, case, party_of(tx, case, row.party_id)

    def _open(self, tx: Tx, follow_up_id: UUID, version: int) -> tuple[FollowUp, CaseFile, CaseParty]:
        row, case, party = self._find(tx, follow_up_id)
        tx.expect(row, version)
        asks = case.status in CONCLUDED and case.disposition in asking(tx, self._codes)
        if row.state is not FollowUpState.DUE or not asks:
            raise InvalidError("follow_up.over")
        return row, case, party

    def _changed(self, tx: Tx, case: CaseFile, row: FollowUp, action: str) -> Done[FollowUpRow]:
        tx.session.flush()
        tx.record(action, "follow_up", row.id)
        tx.changed("follow_up", row.id)
        tx.changed("case", case.id)
        return tx.done(one_row(tx, self._codes, row))
