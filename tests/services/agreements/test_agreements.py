"""Agreements from the first words to the court's confirmation (P-18, P-30, P-31, R-13)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from models.case import CaseFile
from models.enums import CaseStatus, Side
from services.agreements import (
    AgreementDetail,
    AgreementDraft,
    AgreementKind,
    AgreementState,
    ClauseDraft,
    ClauseState,
    Proof,
    SignatureState,
    SignerRole,
    WitnessDraft,
)
from services.agreements.reading import agreement_in
from services.cases import Confidentiality, PartyDraft
from services.cases.status import advance
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.people import PersonDraft
from tests.services.drafts_of import couple
from tests.services.work import TODAY, Work

TWO = (WitnessDraft("سهراب گواه", "حسن"), WitnessDraft("مینا گواه", "تقی"))


def owed(work: Work, case_id: UUID, text: str = "بدهی را می‌پردازد", **given: Any) -> ClauseDraft:
    first, second = work.detail(case_id).parties[:2]
    return replace(ClauseDraft(second.id, text, first.id, 10_000_000, due_on=TODAY + timedelta(days=30)), **given)


def draft(work: Work, case_id: UUID, *clauses: ClauseDraft, **given: Any) -> AgreementDraft:
    kind = given.pop("kind", AgreementKind.SETTLEMENT)
    return work.agreement(case_id, kind, *clauses, **given)


def saved(work: Work, case_id: UUID, *clauses: ClauseDraft, **given: Any) -> AgreementDetail:
    return work.agreements.save(work.worker, draft(work, case_id, *clauses, **given)).value


def signed(work: Work, case_id: UUID, *clauses: ClauseDraft, **given: Any) -> AgreementDetail:
    row = saved(work, case_id, *clauses, **given)
    return work.agreements.see_signatures(work.worker, row.id, row.version).value


def move(work: Work, case_id: UUID, status: CaseStatus) -> None:
    with work.unit.uow.write(work.unit.head) as tx:
        advance(tx, tx.get(CaseFile, case_id), status)
        tx.record("case.move", "case", case_id)


def test_what_was_agreed_stands_there_again(work: Work) -> None:
    case_id = work.register()
    first, second = work.detail(case_id).parties[:2]
    clauses = (
        owed(work, case_id, " بدهي را  می‌پردازد ", instalments=4),
        owed(
            work,
            case_id,
            "مدارک را بازمی‌گرداند",
            debtor_id=first.id,
            creditor_id=second.id,
            amount=None,
            depends_on=1,
        ),
    )
    row = saved(
        work, case_id, *clauses, witnesses=TWO, sat_together=True, place="دفتر واحد", breach_words="پیگیری می‌شود"
    )
    one, two = row.clauses
    assert (one.position, one.text, one.amount, one.instalments) == (1, "بدهی را می‌پردازد", 10_000_000, 4)
    assert (one.debtor_name, one.creditor_name, one.next_due_on) == ("رضا احمدی", "زهرا کریمی", one.due_on)
    assert (two.depends_on, two.state, two.amount) == (1, ClauseState.OPEN, None)
    assert [(signer.role, signer.name, signer.father_name, signer.state) for signer in row.signers] == [
        (SignerRole.PARTY, "زهرا کریمی", "علی", SignatureState.AWAITED),
        (SignerRole.PARTY, "رضا احمدی", "حسن", SignatureState.AWAITED),
        (SignerRole.WITNESS, "سهراب گواه", "حسن", SignatureState.AWAITED),
        (SignerRole.WITNESS, "مینا گواه", "تقی", SignatureState.AWAITED),
    ]
    assert (row.state, row.copies, row.cycle, row.staff_name) == (AgreementState.AWAITING, 3, 1, work.worker.name)
    assert row.sat_together
    assert work.agreements.get(work.worker, row.id) == row
    assert work.agreements.of_case(work.worker, case_id) == (row,)
    assert work.page(case_id).agreement == row


def test_a_correction_moves_adds_and_drops_clauses(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id, *(owed(work, case_id, words) for words in ("یک", "دو", "سه")))
    one, _two, three = row.clauses
    again = draft(
        work,
        case_id,
        owed(work, case_id, "سه‌ی تازه", id=three.id),
        owed(work, case_id, "نو", depends_on=1),
        owed(work, case_id, "یک", id=one.id, depends_on=2),
        id=row.id,
        version=row.version,
        witnesses=TWO,
    )
    changed = work.agreements.save(work.worker, again).value
    assert [(clause.id, clause.position, clause.text, clause.depends_on) for clause in changed.clauses] == [
        (three.id, 1, "سه‌ی تازه", None),
        (changed.clauses[1].id, 2, "نو", 1),
        (one.id, 3, "یک", 2),
    ]
    assert len(changed.signers) == 4
    assert changed.version > row.version
    with pytest.raises(StaleError):
        work.agreements.save(work.unit.head, again)


def test_clauses_that_hang_on_each_other_go_together(work: Work) -> None:
    case_id = work.register()
    chain = [owed(work, case_id, str(place), depends_on=place or None) for place in range(5)]
    row = saved(work, case_id, *chain)
    first, *_ = row.clauses
    again = draft(work, case_id, owed(work, case_id, "تنها", id=first.id), id=row.id, version=row.version)
    changed = work.agreements.save(work.worker, again).value
    assert [(clause.id, clause.text) for clause in changed.clauses] == [(first.id, "تنها")]
    other = draft(work, case_id, owed(work, case_id, "همه نو"), id=row.id, version=changed.version)
    assert len(work.agreements.save(work.worker, other).value.clauses) == 1


def test_two_colleagues_write_at_once(work: Work) -> None:
    case_id = work.register()
    saved(work, case_id)
    with pytest.raises(InvalidError, match=r"agreements\.exists_already"):
        work.agreements.save(work.unit.head, draft(work, case_id))


def test_every_error_names_its_field(work: Work) -> None:
    case_id = work.register()
    first = work.detail(case_id).parties[0]
    bad = (
        owed(work, case_id, debtor_id=None),
        owed(work, case_id, creditor_id=None, debtor_id=first.id, amount=0, due_on=TODAY - timedelta(days=1)),
    )
    with pytest.raises(InvalidDraft) as error:
        saved(work, case_id, *bad, witnesses=(WitnessDraft("رضا احمدی"), WitnessDraft("")))
    assert [one.field for one in error.value.errors] == [
        "clauses.0.debtor_id",
        "clauses.1.amount",
        "clauses.1.due_on",
        "witnesses.0.name",
        "witnesses.1.name",
    ]
    assert work.agreements.of_case(work.worker, case_id) == ()


def test_a_party_of_another_file_owes_nothing_here(work: Work) -> None:
    case_id, other = work.register(), work.register()
    stranger = work.detail(other).parties[1]
    with pytest.raises(AppError) as error:
        saved(work, case_id, owed(work, case_id, debtor_id=stranger.id))
    assert error.value.field == "clauses.0.debtor_id"


def test_signatures_one_by_one_and_the_witnesses_are_not_waited_for(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, agreement=draft(work, case_id, witnesses=TWO))
    row = work.holding(case_id)
    assert row is not None
    her, him = row.signers[:2]
    row = work.agreements.see_signatures(work.worker, row.id, row.version, signer_ids=(her.id,)).value
    assert (row.state, row.signers[0].seen_on) == (AgreementState.AWAITING, TODAY)
    outcome = work.page(case_id).outcome
    assert outcome is not None
    assert outcome.is_awaiting_signatures
    done = work.agreements.see_signatures(work.worker, row.id, row.version, signer_ids=(him.id,))
    assert done.value.state is AgreementState.SIGNED
    assert {"agreement", "outcome", "case"} == {change.noun for change in done.changes}
    outcome = work.page(case_id).outcome
    assert outcome is not None
    assert (outcome.is_awaiting_signatures, outcome.signatures_seen_on) == (False, TODAY)


def test_all_signatures_by_one_key(work: Work) -> None:
    case_id = work.register()
    row = signed(work, case_id, witnesses=TWO)
    assert {signer.state for signer in row.signers} == {SignatureState.SEEN}
    work.conclude(case_id)
    outcome = work.page(case_id).outcome
    assert outcome is not None
    with pytest.raises(InvalidError, match=r"agreements\.signed_already"):
        work.agreements.see_signatures(work.worker, row.id, row.version)


def test_signatures_that_cannot_have_been_seen(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id)
    for day, key in ((1, "errors.future_date"), (-1, "agreements.seen_before_made")):
        with pytest.raises(InvalidError) as error:
            work.agreements.see_signatures(work.worker, row.id, row.version, TODAY + timedelta(days=day))
        assert error.value.key == key
    with pytest.raises(NotFoundError):
        work.agreements.see_signatures(work.worker, row.id, row.version, signer_ids=(case_id,))
    with pytest.raises(StaleError):
        work.agreements.see_signatures(work.worker, row.id, row.version + 1)


def test_what_was_signed_is_not_changed_but_voided(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, signatures_seen_on=TODAY)
    row = work.holding(case_id)
    assert row is not None
    again = draft(work, case_id, id=row.id, version=row.version)
    with pytest.raises(InvalidError, match=r"agreements\.signed_already"):
        work.agreements.save(work.worker, again)
    with pytest.raises(InvalidError, match=r"agreements\.reason_needed"):
        work.agreements.void(work.worker, row.id, row.version, " ")
    gone = work.agreements.void(work.worker, row.id, row.version, "مبلغ اشتباه نوشته شد").value
    assert (gone.state, gone.void_reason) == (AgreementState.VOIDED, "مبلغ اشتباه نوشته شد")
    page = work.page(case_id)
    assert page.agreement is None
    assert page.outcome is not None
    assert page.outcome.is_awaiting_signatures
    saved(work, case_id)
    with pytest.raises(InvalidError, match=r"agreements\.voided_already"):
        work.agreements.void(work.worker, gone.id, gone.version, "باز")


def test_a_half_signed_agreement_is_not_changed(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id)
    row = work.agreements.see_signatures(work.worker, row.id, row.version, signer_ids=(row.signers[0].id,)).value
    with pytest.raises(InvalidError, match=r"agreements\.signed_already"):
        work.agreements.save(work.worker, draft(work, case_id, id=row.id, version=row.version))


def test_refusing_to_sign_is_one_key(work: Work) -> None:
    """P-30: the file ends without settlement, and the record of it knows who and before whom."""
    case_id = work.register()
    work.conclude(case_id)
    row = work.holding(case_id)
    assert row is not None
    him = row.signers[1]
    assert him.party_id is not None
    done = work.agreements.refuse(work.worker, row.id, row.version, him.party_id, TWO)
    assert (done.value.state, done.value.void_reason) == (AgreementState.VOIDED, "رضا احمدی از امضا امتناع کرد.")
    assert done.value.signers[1].state is SignatureState.REFUSED
    page = work.page(case_id)
    assert (page.agreement, page.detail.row.disposition) == (None, "not_settled")
    assert page.outcome is not None
    assert (page.outcome.label, page.outcome.is_awaiting_signatures) == ("عدم سازش", False)
    (refusal,) = page.outcome.refused_by
    assert (refusal.party_id, refusal.name, refusal.on, refusal.witnesses) == (him.party_id, him.name, TODAY, TWO)
    assert "agreement.refuse" in work.actions()


def test_refusing_before_an_outcome_is_recorded_records_it(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id)
    him = row.signers[1].party_id
    assert him is not None
    work.agreements.refuse(work.worker, row.id, row.version, him, TWO)
    page = work.page(case_id)
    assert (page.detail.row.status, page.detail.row.disposition) == (CaseStatus.OUTCOME_RECORDED, "not_settled")


def test_what_a_refusal_needs(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id)
    her, him = (signer.party_id for signer in row.signers[:2])
    assert her is not None
    assert him is not None

    def refuse(party_id: UUID, *witnesses: WitnessDraft) -> AppError:
        with pytest.raises(AppError) as error:
            work.agreements.refuse(work.worker, row.id, row.version, party_id, witnesses)
        return error.value

    assert refuse(him, TWO[0]).field == "witnesses"
    assert refuse(him, TWO[0], TWO[0]).field == "witnesses.1.name"
    assert refuse(him, TWO[0], WitnessDraft("زهرا کریمی")).key == "agreements.witness_is_party"
    assert refuse(case_id, *TWO).key == "agreements.unknown_signer"
    row = work.agreements.see_signatures(work.worker, row.id, row.version, signer_ids=(row.signers[1].id,)).value
    assert refuse(him, *TWO).key == "agreements.has_signed"


def test_a_clause_is_kept_by_its_beneficiarys_word_or_a_receipt(work: Work) -> None:
    """P-18."""
    case_id = work.register()
    row = signed(work, case_id, owed(work, case_id), owed(work, case_id, "دو", instalments=3))
    one, two = row.clauses
    mark = work.agreements.settle_clause
    with pytest.raises(InvalidError) as error:
        mark(work.worker, one.id, one.version, proof=Proof.DEBTOR)
    assert (error.value.key, error.value.field) == ("agreements.debtors_word", "proof")
    row = mark(work.worker, one.id, one.version, evidence="رسید بانک", proof=Proof.RECEIPT).value
    kept = row.clauses[0]
    assert (kept.state, kept.settled_on, kept.evidence) == (ClauseState.KEPT, TODAY, "بر پایه رسید: رسید بانک")
    row = mark(work.worker, two.id, two.version, ClauseState.PARTLY_KEPT).value
    assert row.clauses[1].next_due_on == two.due_on  # up to today: the first one is still to come
    with pytest.raises(StaleError):
        mark(work.worker, two.id, two.version)
    back = work.agreements.unmark_clause(work.worker, kept.id, kept.version).value.clauses[0]
    assert (back.state, back.settled_on, back.evidence) == (ClauseState.OPEN, None, "")


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"state": ClauseState.OPEN}, "agreements.wrong_mark"),
        ({"on": TODAY + timedelta(days=1)}, "errors.future_date"),
        ({"on": TODAY - timedelta(days=1)}, "agreements.settled_before_made"),
        ({"evidence": "ا" * 10_000}, "errors.too_long"),
    ],
)
def test_marks_that_are_refused(work: Work, given: dict[str, Any], key: str) -> None:
    clause = signed(work, work.register()).clauses[0]
    with pytest.raises(InvalidError) as error:
        work.agreements.settle_clause(work.worker, clause.id, clause.version, **given)
    assert error.value.key == key


def test_a_clause_whose_turn_has_not_come_is_not_breached(work: Work) -> None:
    """P-31."""
    case_id = work.register()
    row = signed(work, case_id, owed(work, case_id), owed(work, case_id, "دو", depends_on=1))
    one, two = row.clauses
    with pytest.raises(InvalidError) as error:
        work.agreements.breach_clause(work.worker, two.id, two.version)
    assert (error.value.key, error.value.values) == ("agreements.not_binding_yet", {"number": 1})
    work.agreements.settle_clause(work.worker, one.id, one.version)
    row = work.agreements.breach_clause(work.worker, two.id, two.version, evidence="نپرداخت").value
    assert (row.clauses[1].state, row.clauses[1].evidence) == (ClauseState.BREACHED, "به گفته ذی‌نفع: نپرداخت")


def test_nothing_is_marked_before_it_was_signed(work: Work) -> None:
    clause = saved(work, work.register()).clauses[0]
    with pytest.raises(InvalidError, match=r"agreements\.not_signed_yet"):
        work.agreements.breach_clause(work.worker, clause.id, clause.version)


def test_a_conditional_waiver_stays_open_until_its_condition_is_kept(work: Work) -> None:
    """P-31."""
    case_id = work.register()
    waiver = draft(work, case_id, kind=AgreementKind.WAIVER, is_conditional=True)
    row = work.conclude(case_id, "complaint_waived", agreement=waiver, signatures_seen_on=TODAY)
    assert (row.label, row.paper_label, row.is_conditional) == (
        "گذشت شاکی بدون تعهد متقابل، مشروط",
        "گذشت شاکی بدون تعهد متقابل، مشروط",
        True,
    )
    agreement = work.holding(case_id)
    assert agreement is not None
    clause = agreement.clauses[0]
    work.agreements.settle_clause(work.worker, clause.id, clause.version)
    outcome = work.page(case_id).outcome
    assert outcome is not None
    assert (outcome.label, outcome.is_conditional) == ("گذشت شاکی بدون تعهد متقابل", False)


def test_a_court_confirms(work: Work) -> None:
    """R-13."""
    case_id = work.register()
    row = saved(work, case_id)
    confirm = work.agreements.confirm_by_court
    with pytest.raises(InvalidError, match=r"agreements\.not_signed_yet"):
        confirm(work.worker, row.id, row.version, "شعبه ۳", "۱۲", TODAY)
    row = work.agreements.see_signatures(work.worker, row.id, row.version).value
    with pytest.raises(InvalidDraft) as error:
        confirm(work.worker, row.id, row.version, "", "ا" * 10_000, TODAY + timedelta(days=1))
    assert [one.field for one in error.value.errors] == ["on", "number", "body"]
    with pytest.raises(InvalidError, match=r"agreements\.court_before_made"):
        confirm(work.worker, row.id, row.version, "شعبه ۳", "", TODAY - timedelta(days=1))
    row = confirm(work.worker, row.id, row.version, "شعبه ۳ دادگاه صلح", "۱۴۰۵/۱۲", TODAY).value
    assert (row.court_body, row.court_number, row.court_on) == ("شعبه ۳ دادگاه صلح", "1405/12", TODAY)


def test_a_party_of_an_agreement_stays_on_the_file(work: Work) -> None:
    """Refused while the agreement holds, signed or not; a third person leaves freely."""
    case_id = work.register()
    added = work.cases.add_party(
        work.worker, case_id, 1, PartyDraft(PersonDraft(given_name="نگار", family_name="سومی"), "relative", Side.B)
    )
    third = added.value.parties[2]
    row = saved(work, case_id, owed(work, case_id), owed(work, case_id, creditor_id=third.id))
    for step in (0, 1):
        if step:
            row = work.agreements.see_signatures(work.worker, row.id, row.version).value
        with pytest.raises(InvalidError, match=r"cases\.party_in_agreement"):
            work.cases.remove_party(work.worker, third.id, third.version, "اشتباه")
        party = work.detail(case_id).parties[1]
        with pytest.raises(InvalidError, match=r"cases\.party_in_agreement"):
            work.cases.remove_party(work.worker, party.id, party.version, "اشتباه")
    work.agreements.void(work.worker, row.id, row.version, "برای اصلاح")
    work.cases.remove_party(work.worker, third.id, third.version, "اشتباه")
    (old,) = work.agreements.of_case(work.worker, case_id)
    assert old.clauses[1].creditor_name == "نگار سومی"


def test_a_minor_is_initials_on_the_screen_and_a_name_on_paper(work: Work) -> None:
    """P-14."""
    case_id = work.register()
    birth = {"birth_on": TODAY - timedelta(days=16 * 365)}
    boy = PartyDraft(PersonDraft(given_name="آرش", family_name="احمدی", **birth), "relative", Side.B)  # type: ignore[arg-type]
    father = PartyDraft(PersonDraft(given_name="حمید", family_name="احمدی"), "father", Side.B)
    for one in (boy, father):
        version = work.detail(case_id).version
        parties = work.cases.add_party(work.worker, case_id, version, one).value.parties
    her, him, minor, guardian = parties
    clause = owed(work, case_id, debtor_id=minor.id)
    with pytest.raises(InvalidError) as error:
        saved(work, case_id, clause, signer_ids=(her.id, him.id, minor.id))
    assert (error.value.key, error.value.values["name"]) == ("agreements.guardian_needed", "آرش احمدی")
    row = saved(work, case_id, clause, signer_ids=(her.id, him.id, minor.id, guardian.id))
    assert row.clauses[0].debtor_name == row.signers[2].name == minor.initials
    with work.unit.uow.read(work.worker) as tx:
        paper = agreement_in(tx, work.unit.codes, case_id)
    assert paper is not None
    assert paper.clauses[0].debtor_name == "آرش احمدی"


def test_who_may_not(work: Work) -> None:
    case_id = work.register()
    row = saved(work, case_id)
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin", "duty_officer"):
        actor = work.unit.actors[role]
        with pytest.raises(NotAllowedError):
            work.agreements.save(actor, draft(work, case_id))
        with pytest.raises(NotAllowedError):
            work.agreements.see_signatures(actor, row.id, row.version)
    with pytest.raises(NotAllowedError):
        work.agreements.get(work.unit.clerk, row.id)
    assert work.page(case_id, work.unit.clerk).agreement is None
    assert work.agreements.get(work.unit.actors["station_commander"], row.id).id == row.id


def test_an_agreement_of_a_hidden_file_does_not_exist(work: Work) -> None:
    case_id = work.register(couple(confidentiality=Confidentiality.RESTRICTED))
    row = saved(work, case_id)
    stranger = work.unit.second
    clause = row.clauses[0]
    calls: list[Any] = [
        lambda: work.agreements.get(stranger, row.id),
        lambda: work.agreements.of_case(stranger, case_id),
        lambda: work.agreements.see_signatures(stranger, row.id, row.version),
        lambda: work.agreements.refuse(stranger, row.id, row.version, clause.debtor_id, TWO),
        lambda: work.agreements.void(stranger, row.id, row.version, "دلیل"),
        lambda: work.agreements.breach_clause(stranger, clause.id, clause.version),
        lambda: work.agreements.settle_clause(stranger, clause.id, clause.version),
        lambda: work.agreements.unmark_clause(stranger, clause.id, clause.version),
        lambda: work.agreements.confirm_by_court(stranger, row.id, row.version, "شعبه", "", TODAY),
        lambda: work.agreements.save(stranger, draft(work, case_id)),
    ]
    for call in calls:
        with pytest.raises(NotFoundError):
            call()


def test_a_file_whose_work_is_over_takes_no_agreement(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    move(work, case_id, CaseStatus.CLOSED)
    with pytest.raises(InvalidError, match=r"agreements\.concluded"):
        saved(work, case_id)


def test_a_new_round_has_its_own_agreement(work: Work) -> None:
    """P-35."""
    case_id = work.register()
    work.conclude(case_id, signatures_seen_on=TODAY)
    move(work, case_id, CaseStatus.CLOSED)
    move(work, case_id, CaseStatus.ACTIVE)
    assert work.holding(case_id) is None
    work.conclude(case_id)
    rows = work.agreements.of_case(work.worker, case_id)
    assert [(row.cycle, row.state) for row in rows] == [(2, AgreementState.AWAITING), (1, AgreementState.SIGNED)]
