"""What an agreement may say, without a database."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import new_id
from models.enums import AgreementKind, ClauseState, Side
from services.agreements.rules import (
    AMOUNT_LIMIT,
    Ground,
    Signatory,
    clean_agreement,
    clean_witnesses,
    day_of_instalment,
    next_due,
)
from services.agreements.shapes import AgreementDraft, ClauseDraft, WitnessDraft
from services.agreements.wording import ClauseSpeech, clause_sentence
from services.people.fields import Fields
from services.persian.amounts import amount_line
from services.persian.jalali import format_date, to_jalali
from services.persian.national_code import synthetic

DAY = date(2026, 11, 21)
HER, HIM, CHILD, GUARDIAN, LAWYER, WITNESS = (new_id() for _ in range(6))


def signatory(party_id: UUID, name: str, side: Side, signs: str = "party", **given_: Any) -> Signatory:
    known = Signatory(party_id, name, "", "", side, signs, is_guardian=False, is_minor=False, can_read=None)
    return replace(known, **given_)


PEOPLE = (
    signatory(HER, "زهرا کریمی", Side.A, father_name="علی", national_code=synthetic(1)),
    signatory(HIM, "رضا احمدی", Side.B),
    signatory(LAWYER, "نگار وکیلی", Side.NONE, "representative"),
    signatory(WITNESS, "سهراب گواه", Side.NONE, "witness"),
)
GROUND = Ground(DAY, DAY - timedelta(days=10), PEOPLE)
OWED = ClauseDraft(HIM, "بدهی را می‌پردازد", HER, 10_000)
PLAIN = AgreementDraft(new_id(), AgreementKind.SETTLEMENT, DAY, (OWED,), (HER, HIM))


def errors(draft: AgreementDraft, ground: Ground = GROUND) -> list[tuple[str | None, str]]:
    fields = Fields()
    clean_agreement(draft, ground, fields)
    return [(error.field, error.key.removeprefix("agreements.")) for error in fields.errors]


def of_clause(**given_: Any) -> list[tuple[str | None, str]]:
    return errors(replace(PLAIN, clauses=(replace(OWED, **given_),)))


def test_a_sound_draft_is_stored_as_it_is() -> None:
    assert errors(PLAIN) == []
    assert errors(replace(PLAIN, signer_ids=(HER, HIM, LAWYER))) == []


@pytest.mark.parametrize(
    ("given_", "field", "key"),
    [
        ({"debtor_id": None}, "debtor_id", "debtor_needed"),
        ({"debtor_id": new_id()}, "debtor_id", "not_a_party"),
        ({"creditor_id": HIM}, "creditor_id", "same_person"),
        ({"creditor_id": new_id()}, "creditor_id", "not_a_party"),
        ({"text": "  \u200c "}, "text", "text_needed"),
        ({"text": "ا" * 10_000}, "text", "errors.too_long"),
        ({"place": "ا" * 10_000}, "place", "errors.too_long"),
        ({"amount": 0}, "amount", "amount_not_positive"),
        ({"amount": -5}, "amount", "amount_not_positive"),
        ({"amount": AMOUNT_LIMIT + 1}, "amount", "amount_too_great"),
        ({"amount": AMOUNT_LIMIT, "instalments": 2, "due_on": DAY}, "amount", "amount_too_great"),
        ({"instalments": -1}, "instalments", "instalments_out_of_bounds"),
        ({"instalments": 121}, "instalments", "instalments_out_of_bounds"),
        ({"instalments": 3}, "due_on", "instalments_need_day"),
        ({"instalments": 3, "amount": None, "due_on": DAY}, "amount", "instalments_need_amount"),
        ({"due_on": DAY - timedelta(days=1)}, "due_on", "due_before_made"),
        ({"due_on": date(9999, 1, 1)}, "due_on", "due_too_far"),
        ({"depends_on": 1}, "depends_on", "depends_on_itself"),
        ({"depends_on": 2}, "depends_on", "depends_on_unknown"),
        ({"depends_on": 0}, "depends_on", "depends_on_unknown"),
    ],
)
def test_a_clause_that_is_refused(given_: dict[str, Any], field: str, key: str) -> None:
    found = of_clause(**given_)
    assert (f"clauses.0.{field}", key) in found
    assert {path for path, _ in found} == {f"clauses.0.{field}"}


def test_all_errors_come_together_with_their_paths() -> None:
    clauses = (
        replace(OWED, debtor_id=None, amount=-1),
        replace(OWED, text="", due_on=DAY - timedelta(days=3), depends_on=7),
    )
    draft = replace(PLAIN, clauses=clauses, subject="ا" * 10_000, witnesses=(WitnessDraft(""),), copies=2)
    assert errors(draft) == [
        ("subject", "errors.too_long"),
        ("clauses.0.debtor_id", "debtor_needed"),
        ("clauses.0.amount", "amount_not_positive"),
        ("clauses.1.text", "text_needed"),
        ("clauses.1.due_on", "due_before_made"),
        ("clauses.1.depends_on", "depends_on_unknown"),
        ("witnesses", "witnesses_two"),
        ("witnesses.0.name", "witness_name_needed"),
        ("copies", "copies_few"),
    ]


def test_a_clause_follows_an_earlier_one() -> None:
    one, two, three = OWED, replace(OWED, depends_on=1), replace(OWED, depends_on=2)
    assert errors(replace(PLAIN, clauses=(one, two, three))) == []
    later = errors(replace(PLAIN, clauses=(replace(one, depends_on=2), replace(OWED, text="ب"))))
    assert later == [("clauses.0.depends_on", "depends_on_later")]
    circle = errors(replace(PLAIN, clauses=(replace(one, depends_on=2), two)))
    assert circle == [("clauses.0.depends_on", "depends_in_circle")]


@given(st.lists(st.none() | st.integers(-1, 7), min_size=1, max_size=6))
def test_no_circle_gets_through(dependences: list[int | None]) -> None:
    clauses = tuple(replace(OWED, depends_on=one) for one in dependences)
    refused = {path for path, _ in errors(replace(PLAIN, clauses=clauses))}
    for place, one in enumerate(dependences):
        is_sound = one is None or 1 <= one <= place
        assert (f"clauses.{place}.depends_on" not in refused) == is_sound


def test_without_a_clause_only_a_full_waiver_stands() -> None:
    assert errors(replace(PLAIN, clauses=())) == [("clauses", "clause_needed")]
    waiver = replace(PLAIN, kind=AgreementKind.WAIVER, clauses=(), signer_ids=(HER,))
    assert errors(waiver) == []
    assert errors(replace(waiver, is_conditional=True)) == [("clauses", "condition_needed")]
    assert errors(replace(PLAIN, clauses=(OWED,) * 51)) == [("clauses", "errors.out_of_bounds")]


def test_the_day_of_the_agreement() -> None:
    assert errors(replace(PLAIN, made_on=DAY + timedelta(days=1))) == [("made_on", "errors.future_date")]
    assert errors(replace(PLAIN, made_on=DAY - timedelta(days=11))) == [("made_on", "made_before_case")]
    from_paper = replace(GROUND, opened_on=None)
    assert errors(replace(PLAIN, made_on=DAY - timedelta(days=500)), from_paper) == []


@pytest.mark.parametrize(
    ("signers", "key"),
    [
        ((), "signer_needed"),
        ((HER, HIM, HER), "signer_twice"),
        ((HER, HIM, new_id()), "not_a_party"),
        ((HER, HIM, WITNESS), "does_not_sign"),
        ((HER,), "debtor_must_sign"),
        ((HIM,), "side_missing"),
    ],
)
def test_who_signs(signers: tuple[UUID, ...], key: str) -> None:
    assert errors(replace(PLAIN, signer_ids=signers)) == [("signer_ids", key)]


def test_a_minor_does_not_sign_alone() -> None:
    boy = signatory(CHILD, "آرش احمدی", Side.B, is_minor=True)
    mother = signatory(GUARDIAN, "سارا احمدی", Side.B, is_guardian=True)
    alone, together = replace(GROUND, parties=(PEOPLE[0], boy)), replace(GROUND, parties=(PEOPLE[0], boy, mother))
    owes = replace(OWED, debtor_id=CHILD)
    signed = replace(PLAIN, clauses=(owes,), signer_ids=(HER, CHILD))
    assert errors(signed, alone) == [("signer_ids", "guardian_needed")]
    assert errors(replace(signed, signer_ids=(HER, CHILD, GUARDIAN)), together) == []
    assert errors(replace(signed, signer_ids=(HER, GUARDIAN)), together) == []  # for the child, who signs nothing
    assert errors(replace(signed, signer_ids=(HER, CHILD)), together) == [("signer_ids", "guardian_needed")]


def witnesses(*drafts: WitnessDraft) -> list[tuple[str | None, str]]:
    return errors(replace(PLAIN, witnesses=drafts))


def test_witnesses_are_two_and_nobody_of_the_sides() -> None:
    one, two = WitnessDraft("سهراب گواه", "حسن"), WitnessDraft("مینا گواه")
    assert witnesses(one, two) == []
    assert witnesses(one) == [("witnesses", "witnesses_two")]
    assert witnesses(one, WitnessDraft("سهراب  گواه")) == [("witnesses.1.name", "witness_twice")]
    assert witnesses(one, replace(one, father_name="حسین")) == []
    assert witnesses(one, WitnessDraft("رضا احمدى")) == [("witnesses.1.name", "witness_is_party")]
    assert witnesses(one, WitnessDraft("زهرا کریمی", "حسن")) == []  # another one's daughter
    assert witnesses(one, WitnessDraft("کس دیگر", "", synthetic(1))) == [("witnesses.1.name", "witness_is_party")]
    assert witnesses(one, replace(two, national_code="1234567890")) == [
        ("witnesses.1.national_code", "people.code_wrong")
    ]
    assert witnesses(*(WitnessDraft(f"گواه شماره {n}") for n in "ابپتث")) == [("witnesses", "witnesses_most")]
    assert witnesses(one, WitnessDraft("ا" * 10_000)) == [("witnesses.1.name", "errors.too_long")]


def test_whoever_cannot_read_has_two_witnesses() -> None:
    """P-32."""
    ground = replace(GROUND, parties=(replace(PEOPLE[0], can_read=False), *PEOPLE[1:]))
    assert errors(PLAIN, ground) == [("witnesses", "witnesses_for_reading")]
    two = (WitnessDraft("مینا گواه"), WitnessDraft("سیما گواه"))
    assert errors(replace(PLAIN, witnesses=two), ground) == []


def test_a_refusal_needs_exactly_two() -> None:
    for count in (0, 1, 3):
        fields = Fields()
        clean_witnesses([WitnessDraft(f"گواه {'الف' * (n + 1)}") for n in range(count)], GROUND, fields)
        assert [error.key for error in fields.errors] == ["agreements.witnesses_two"]


def test_copies_are_the_real_number() -> None:
    """P-46."""

    def copies(draft: AgreementDraft, ground: Ground = GROUND) -> int:
        return clean_agreement(draft, ground, Fields()).copies

    assert copies(PLAIN) == 3
    assert copies(PLAIN, replace(GROUND, waits_for_reply=True)) == 4
    assert copies(replace(PLAIN, copies=6)) == 6
    assert errors(replace(PLAIN, copies=2)) == [("copies", "copies_few")]
    assert errors(replace(PLAIN, copies=21)) == [("copies", "copies_many")]


@given(st.integers(), st.integers(-5, 500))
def test_every_amount_is_refused_or_can_be_said(amount: int, instalments: int) -> None:
    clause = replace(OWED, amount=amount, instalments=instalments, due_on=DAY)
    fields = Fields()
    clean = clean_agreement(replace(PLAIN, clauses=(clause,)), GROUND, fields).clauses[0]
    if fields.errors:
        return
    assert clean.amount is not None
    sentence = clause_sentence(ClauseSpeech("ا", "ب", "پ", clean.amount, clean.instalments, DAY))
    assert amount_line(clean.amount * max(1, clean.instalments)) in sentence


@given(
    st.text(max_size=80),
    st.none() | st.integers(1, AMOUNT_LIMIT // 120),
    st.integers(0, 120),
    st.none() | st.dates(DAY),
)
def test_a_clause_reads_as_one_sentence(text: str, amount: int | None, instalments: int, due: date | None) -> None:
    day = min(due, date(2090, 1, 1)) if due else None
    sentence = clause_sentence(ClauseSpeech("رضا", "زهرا", text, amount, instalments, day, "دفتر", 2))
    assert sentence.startswith("رضا در برابر زهرا متعهد می‌شود")
    assert sentence.endswith("این بند پس از انجام بند ۲ الزام‌آور است.")
    assert (day is None) or format_date(day) in sentence
    assert not any("0" <= letter <= "9" for letter in sentence.replace(text, ""))


def test_the_words_of_a_clause() -> None:
    alone = ClauseSpeech("رضا احمدی", "", "توهین نمی‌کند.")
    assert clause_sentence(alone) == "رضا احمدی متعهد می‌شود: توهین نمی‌کند."
    paid = ClauseSpeech("رضا", "زهرا", "بدهی را می‌پردازد", 10_000_000, 3, DAY)
    assert clause_sentence(paid) == (
        "رضا در برابر زهرا متعهد می‌شود: بدهی را می‌پردازد؛ در ۳ قسط ماهانه، هر قسط ۱۰٬۰۰۰٬۰۰۰ ریال "
        "(ده میلیون ریال، معادل یک میلیون تومان)، جمعاً ۳۰٬۰۰۰٬۰۰۰ ریال (سی میلیون ریال، معادل سه میلیون تومان)؛ "
        "سررسید نخستین قسط: ۱۴۰۵/۰۸/۳۰."
    )


def test_instalments_fall_due_a_jalali_month_apart() -> None:
    first = date(2026, 4, 20)  # 31 Farvardin
    assert [to_jalali(day_of_instalment(first, n))[1:] for n in (1, 2, 7)] == [(1, 31), (2, 31), (7, 30)]
    kept = date(2026, 6, 1)
    assert next_due(ClauseState.OPEN, first, 3, None) == first
    assert next_due(ClauseState.PARTLY_KEPT, first, 3, kept) == day_of_instalment(first, 3)
    assert next_due(ClauseState.PARTLY_KEPT, first, 2, kept) is None
    assert next_due(ClauseState.KEPT, first, 3, kept) is None
    assert next_due(ClauseState.BREACHED, first, 3, kept) is None
    assert next_due(ClauseState.OPEN, None, 0, None) is None
