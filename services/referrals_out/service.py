"""The use-cases of referrals to other bodies."""

from uuid import UUID

from models.case import CaseFile
from models.enums import CaseStatus, ConsentDecision
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import Consent
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.people.fields import Fields
from services.persian.jalali import format_date
from services.referrals_out.reading import (
    basis_words,
    next_states,
    referrals_out_of,
    row_of,
    sheet_of,
    standing_releases,
)
from services.referrals_out.shapes import (
    ReferralGround,
    ReferralOutDraft,
    ReferralOutMove,
    ReferralOutRow,
    ReferralOutSheet,
)
from services.safety.adults import person_in
from services.safety.consents import save_consent
from services.safety.shapes import ConsentDraft
from services.unit_of_work import Tx, UnitOfWork

_NORMAL, _OTHER = "normal", "other"
_REASON, _ANSWER = 1_000, 4_000


class ReferralsOut:
    """Referrals of one unit's clients to other bodies."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def sheet(self, actor: Actor, case_id: UUID) -> ReferralOutSheet:
        """What the form of a new referral starts from."""
        with self._uow.read(actor, Right.REFERRAL_WRITE) as tx:
            return sheet_of(tx, self._codes, visible_case(tx, case_id))

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[ReferralOutRow, ...]:
        """Where the people of a case were sent, latest first."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            visible_case(tx, case_id)
            return referrals_out_of(tx, self._codes, case_id)

    def refer(self, actor: Actor, draft: ReferralOutDraft) -> Done[ReferralOutRow]:
        """Send a person on. Refused without consent and without a legal basis ("referrals_out.ground_needed").

        A consent given now is stored with it, in the same transaction. Errors of all fields come together.
        """
        with self._uow.write(actor, Right.REFERRAL_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            person = person_in(tx, case, draft.person_id)
            row = self._checked(tx, case, draft)
            consent = self._consent(tx, case, draft) if draft.ground is ReferralGround.CONSENT else None
            row.consent_id = consent.id if consent is not None else None
            tx.add(row)
            tx.session.flush()
            tx.record("referral_out.refer", "referral_out", row.id)
            self._tell(tx, row)
            value = row_of(tx, self._codes, row, person, consent)
        return tx.done(value)

    def move(self, actor: Actor, move: ReferralOutMove) -> Done[ReferralOutRow]:
        """Record that it arrived, was answered, or how it ended; a way back there is not."""
        with self._uow.write(actor, Right.REFERRAL_WRITE) as tx:
            row = tx.get(ReferralOut, move.id)
            visible_case(tx, row.case_id)
            tx.expect(row, move.version)
            self._advance(tx, row, move)
            tx.session.flush()
            tx.record("referral_out.move", "referral_out", row.id)
            self._tell(tx, row)
            consent = tx.session.get(Consent, row.consent_id) if row.consent_id else None
            value = row_of(tx, self._codes, row, tx.get(Person, row.person_id), consent)
        return tx.done(value)

    def _checked(self, tx: Tx, case: CaseFile, draft: ReferralOutDraft) -> ReferralOut:
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        lists, fields = self._codes.of(tx.actor), Fields()
        fields.code("target", lists, "referral_target", draft.target, required=True)
        urgency = fields.code("urgency", lists, "urgency", draft.urgency or _NORMAL)
        body = fields.line("body", draft.body)
        if draft.target == _OTHER and not body:
            fields.wrong("body", "referrals_out.body_needed")
        reason = fields.lines("reason", draft.reason, _REASON)
        if not reason and not fields.errors:
            fields.wrong("reason", "referrals_out.reason_needed")
        basis = ""
        if draft.ground is None:
            fields.wrong("ground", "referrals_out.ground_needed")
        elif draft.ground is ReferralGround.LEGAL_BASIS:
            fields.code("legal_basis", lists, "legal_basis", draft.legal_basis, required=True)
            basis = basis_words(lists, draft.legal_basis, fields.line("basis_words", draft.basis_words))
        asked = fields.lines("asked", draft.asked, _REASON)
        fields.refuse()
        return ReferralOut(
            case_id=case.id,
            person_id=draft.person_id,
            target=draft.target,
            body=body,
            urgency=urgency,
            reason=reason,
            asked=asked,
            legal_basis=basis,
            state=lists.first("referral_out_state", "stamps", "sent_on"),
            sent_on=tx.today,
            created_at=tx.now,
            staff_id=tx.actor.staff_id,
        )

    def _consent(self, tx: Tx, case: CaseFile, draft: ReferralOutDraft) -> Consent:
        """The consent that stands for this body, or the one given now."""
        standing = standing_releases(tx, case.id).get((draft.person_id, draft.target))
        if standing is not None:
            return standing
        if not draft.has_consented:
            raise InvalidError("referrals_out.consent_needed", "has_consented")
        consent = ConsentDraft(
            case.id,
            draft.person_id,
            self._codes.of(tx.actor).first("consent_kind", "opens", "release"),
            ConsentDecision.GIVEN,
            guardian_name=draft.guardian_name,
            was_read_aloud=draft.was_read_aloud,
            witnesses=draft.witnesses,
            body=draft.target,
        )
        return save_consent(tx, self._codes, case, consent)

    def _advance(self, tx: Tx, row: ReferralOut, move: ReferralOutMove) -> None:
        lists, fields = self._codes.of(tx.actor), Fields()
        if move.state not in next_states(tx, self._codes, row):
            raise InvalidError("referrals_out.no_way", "state")
        fields.not_after("on", move.on, tx.today)
        if row.sent_on is not None and move.on < row.sent_on:
            fields.wrong("on", "referrals_out.before_sent", sent=format_date(row.sent_on))
        number = fields.number("number", move.number)
        words = fields.lines("words", move.words, _ANSWER)
        if lists.does("referral_out_state", move.state, "needs_words") and not words and not fields.errors:
            fields.wrong("words", "referrals_out.words_needed")
        fields.refuse()
        stamp = str(lists.does("referral_out_state", move.state, "stamps"))
        if stamp == "answered_on":
            row.answered_on, row.answer_number, row.answer = move.on, number, words
        elif stamp == "received_on":
            row.received_on = move.on
            row.state_reason = words
        else:
            row.closed_on = move.on
            row.state_reason = words
        row.state = move.state

    def _tell(self, tx: Tx, row: ReferralOut) -> None:
        tx.changed("referral_out", row.id)
        tx.changed("case", row.case_id)
