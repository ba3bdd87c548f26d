"""What an agreement may say, without a database (domain.md §3.2, §3.3 D08, §5.3, P-30, P-31)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from models.enums import AgreementKind, ClauseState, Side
from services.agreements.shapes import AgreementDraft, ClauseDraft, WitnessDraft
from services.people.fields import Fields
from services.persian.errors import PersianValueError
from services.persian.jalali import add_months, format_date
from services.persian.national_code import normalise
from services.persian.text import display_form, display_multiline, search_key

AMOUNT_LIMIT = 10**15
"""Rials; a hundred thousand milliard toman is a typing error, not a settlement."""
INSTALMENT_LIMIT = 120
YEARS_LIMIT = 30
CLAUSE_LIMIT = 50
WITNESS_LIMIT = 4
COPIES_LIMIT = 20
TEXT_LIMIT, SHORT_LIMIT, POINTS_LIMIT = 1_000, 200, 2_000
_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class Signatory:
    """A present party, as far as signing is concerned. `signs` is the role's column of that name."""

    party_id: UUID
    name: str
    father_name: str
    national_code: str
    side: Side
    signs: str
    is_guardian: bool
    is_minor: bool
    can_read: bool | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules must know of the case. `opened_on` is None where the file was on paper before (P-22)."""

    today: date
    opened_on: date | None
    parties: tuple[Signatory, ...]
    waits_for_reply: bool = False

    def party(self, party_id: UUID | None) -> Signatory | None:
        return next((one for one in self.parties if one.party_id == party_id), None)


def clean_agreement(draft: AgreementDraft, ground: Ground, fields: Fields) -> AgreementDraft:
    """The draft as it is stored; every error goes to `fields`, in the order of the form."""
    made_on = fields.not_after("made_on", draft.made_on, ground.today) or draft.made_on
    if ground.opened_on is not None and made_on < ground.opened_on:
        fields.wrong("made_on", "agreements.made_before_case", opened=format_date(ground.opened_on))
    clean = replace(
        draft,
        place=fields.line("place", draft.place, SHORT_LIMIT),
        subject=fields.line("subject", draft.subject, TEXT_LIMIT),
        clauses=_clauses(draft, ground, fields),
        open_points=fields.lines("open_points", draft.open_points, POINTS_LIMIT),
        breach_words=fields.lines("breach_words", draft.breach_words, TEXT_LIMIT),
        children_words=fields.lines("children_words", draft.children_words, TEXT_LIMIT),
    )
    _check_signers(clean, ground, fields)
    clean = replace(clean, witnesses=_witnesses(clean, ground, fields))
    return replace(clean, copies=_copies(clean, ground, fields))


def clean_witnesses(witnesses: Sequence[WitnessDraft], ground: Ground, fields: Fields) -> tuple[WitnessDraft, ...]:
    """Two who are not the same and no party (P-30); errors name `witnesses.<place>.name`."""
    if len(witnesses) != _WITNESSES:
        fields.wrong("witnesses", "agreements.witnesses_two")
    return _checked(witnesses, ground, fields)


def day_of_instalment(due_on: date, number: int) -> date:
    """The day of the instalment of that number, counted from 1: so many Jalali months after the first."""
    return add_months(due_on, number - 1)


def next_due(state: ClauseState, due_on: date | None, instalments: int, settled_on: date | None) -> date | None:
    """The day of the next amount or act of which nothing is known; None when none is to come.

    A clause that is kept in part is settled up to the day of its last mark.
    """
    if due_on is None or state in (ClauseState.KEPT, ClauseState.BREACHED):
        return None
    if state is ClauseState.OPEN or settled_on is None:
        return due_on
    days = (day_of_instalment(due_on, number) for number in range(1, max(1, instalments) + 1))
    return next((day for day in days if day > settled_on), None)


# --- clauses ----------------------------------------------------------------------------------------------------


def _clauses(draft: AgreementDraft, ground: Ground, fields: Fields) -> tuple[ClauseDraft, ...]:
    if not draft.clauses:
        if draft.kind is not AgreementKind.WAIVER:
            fields.wrong("clauses", "agreements.clause_needed")
        elif draft.is_conditional:
            fields.wrong("clauses", "agreements.condition_needed")
    if len(draft.clauses) > CLAUSE_LIMIT:
        fields.wrong("clauses", "errors.out_of_bounds", low=1, high=CLAUSE_LIMIT)
    return tuple(
        _clause(place, clause, draft, ground, fields.under("clauses", place))
        for place, clause in enumerate(draft.clauses)
    )


def _clause(place: int, clause: ClauseDraft, draft: AgreementDraft, ground: Ground, fields: Fields) -> ClauseDraft:
    if clause.debtor_id is None:
        fields.wrong("debtor_id", "agreements.debtor_needed")
    elif ground.party(clause.debtor_id) is None:
        fields.wrong("debtor_id", "agreements.not_a_party")
    if clause.creditor_id is not None:
        if clause.creditor_id == clause.debtor_id:
            fields.wrong("creditor_id", "agreements.same_person")
        elif ground.party(clause.creditor_id) is None:
            fields.wrong("creditor_id", "agreements.not_a_party")
    text = fields.lines("text", clause.text, TEXT_LIMIT)
    if not text and not display_multiline(clause.text):
        fields.wrong("text", "agreements.text_needed")
    instalments = clause.instalments if clause.instalments != 1 else 0
    _check_money(clause, instalments, fields)
    _check_due(clause, instalments, draft.made_on, fields)
    _check_dependence(place, draft.clauses, fields)
    return replace(clause, text=text, instalments=instalments, place=fields.line("place", clause.place, SHORT_LIMIT))


def _check_money(clause: ClauseDraft, instalments: int, fields: Fields) -> None:
    if clause.amount is not None and clause.amount <= 0:
        fields.wrong("amount", "agreements.amount_not_positive")
    elif clause.amount is not None and clause.amount * max(1, instalments) > AMOUNT_LIMIT:
        fields.wrong("amount", "agreements.amount_too_great")
    if not 0 <= instalments <= INSTALMENT_LIMIT:
        fields.wrong("instalments", "agreements.instalments_out_of_bounds", high=INSTALMENT_LIMIT)
    elif instalments and clause.amount is None:
        fields.wrong("amount", "agreements.instalments_need_amount")


def _check_due(clause: ClauseDraft, instalments: int, made_on: date, fields: Fields) -> None:
    if clause.due_on is None:
        if 0 < instalments <= INSTALMENT_LIMIT:
            fields.wrong("due_on", "agreements.instalments_need_day")
        return
    if clause.due_on < made_on:
        fields.wrong("due_on", "agreements.due_before_made", made=format_date(made_on))
    elif _is_too_far(clause.due_on, made_on):
        fields.wrong("due_on", "agreements.due_too_far", years=YEARS_LIMIT)


def _is_too_far(due_on: date, made_on: date) -> bool:
    try:
        return due_on > add_months(made_on, YEARS_LIMIT * 12)
    except PersianValueError:
        return True


def _check_dependence(place: int, clauses: Sequence[ClauseDraft], fields: Fields) -> None:
    """A clause follows an earlier one; a circle of clauses would bind nobody (P-31)."""
    number, depends_on = place + 1, clauses[place].depends_on
    if depends_on is None:
        return
    if depends_on == number:
        fields.wrong("depends_on", "agreements.depends_on_itself")
    elif not 1 <= depends_on <= len(clauses):
        fields.wrong("depends_on", "agreements.depends_on_unknown")
    elif depends_on > number:
        in_circle, later = "agreements.depends_in_circle", "agreements.depends_on_later"
        fields.wrong("depends_on", in_circle if _comes_back(number, clauses) else later)


def _comes_back(number: int, clauses: Sequence[ClauseDraft]) -> bool:
    at, seen = clauses[number - 1].depends_on, {number}
    while at is not None and 1 <= at <= len(clauses):
        if at == number:
            return True
        if at in seen:
            return False
        seen.add(at)
        at = clauses[at - 1].depends_on
    return False


# --- who signs --------------------------------------------------------------------------------------------------


def _check_signers(draft: AgreementDraft, ground: Ground, fields: Fields) -> None:
    """Errors of a signer name `signer_ids`: the form shows them beside the whole list."""
    if not draft.signer_ids:
        fields.wrong("signer_ids", "agreements.signer_needed")
        return
    if len(set(draft.signer_ids)) < len(draft.signer_ids):
        fields.wrong("signer_ids", "agreements.signer_twice")
        return
    signers = [ground.party(party_id) for party_id in draft.signer_ids]
    if None in signers:
        fields.wrong("signer_ids", "agreements.not_a_party")
        return
    present = [one for one in signers if one is not None]
    wrong = _wrong_signers(draft, present, ground)
    if wrong is not None:
        key, values = wrong
        fields.wrong("signer_ids", key, **values)


def _wrong_signers(
    draft: AgreementDraft, signers: Sequence[Signatory], ground: Ground
) -> tuple[str, dict[str, str]] | None:
    """The first thing that is wrong with the list, None when it is sound."""
    for one in signers:
        if one.signs not in ("party", "representative"):
            return "agreements.does_not_sign", {"name": one.name}
    has_guardian = any(one.is_guardian and not one.is_minor for one in signers)
    signing = {one.party_id for one in signers}
    for clause in draft.clauses:
        debtor = ground.party(clause.debtor_id)
        if debtor is None or debtor.party_id in signing:
            continue
        if not debtor.is_minor:
            return "agreements.debtor_must_sign", {"name": debtor.name}
        if not has_guardian:
            return "agreements.guardian_needed", {"name": debtor.name}
    for one in signers:
        if one.is_minor and not has_guardian:
            return "agreements.guardian_needed", {"name": one.name}
    sides = {one.side for one in ground.parties if one.signs == "party"} - {Side.NONE}
    if draft.kind is AgreementKind.SETTLEMENT and not sides <= {one.side for one in signers}:
        return "agreements.side_missing", {}
    return None


def _witnesses(draft: AgreementDraft, ground: Ground, fields: Fields) -> tuple[WitnessDraft, ...]:
    given = draft.witnesses
    if len(given) == 1:
        fields.wrong("witnesses", "agreements.witnesses_two")
    elif len(given) > WITNESS_LIMIT:
        fields.wrong("witnesses", "agreements.witnesses_most", high=WITNESS_LIMIT)
    elif not given:
        signers = (ground.party(party_id) for party_id in draft.signer_ids)
        unread = next((one for one in signers if one is not None and one.can_read is False), None)
        if unread is not None:
            fields.wrong("witnesses", "agreements.witnesses_for_reading", name=unread.name)
    return _checked(given, ground, fields)


def _checked(witnesses: Sequence[WitnessDraft], ground: Ground, fields: Fields) -> tuple[WitnessDraft, ...]:
    clean: list[WitnessDraft] = []
    for place, witness in enumerate(witnesses):
        inner = fields.under("witnesses", place)
        one = WitnessDraft(
            inner.line("name", witness.name, SHORT_LIMIT),
            inner.line("father_name", witness.father_name, SHORT_LIMIT),
            _national_code(witness.national_code, inner),
        )
        if not one.name and not display_form(witness.name):
            inner.wrong("name", "agreements.witness_name_needed")
        elif one.name and any(_is_same(one, other) for other in clean):
            inner.wrong("name", "agreements.witness_twice")
        elif one.name and any(_is_party(one, party) for party in ground.parties if party.signs != "witness"):
            inner.wrong("name", "agreements.witness_is_party")
        clean.append(one)
    return tuple(clean)


def _national_code(typed: str, fields: Fields) -> str:
    if not typed.strip():
        return ""
    try:
        return normalise(typed)
    except PersianValueError:
        fields.wrong("national_code", "people.code_wrong")
        return ""


def _is_same(one: WitnessDraft, other: WitnessDraft) -> bool:
    """Two people of one name differ by their fathers or their codes."""
    if one.national_code and other.national_code:
        return one.national_code == other.national_code
    if search_key(one.name) != search_key(other.name):
        return False
    fathers = {search_key(one.father_name), search_key(other.father_name)} - {""}
    return len(fathers) < 2


def _is_party(witness: WitnessDraft, party: Signatory) -> bool:
    return _is_same(witness, WitnessDraft(party.name, party.father_name, party.national_code))


# --- copies -----------------------------------------------------------------------------------------------------


def _copies(draft: AgreementDraft, ground: Ground, fields: Fields) -> int:
    """One a side that signs, one for the file, one for the authority that waits for an answer (P-46)."""
    sides = _sides(set(draft.signer_ids), ground)
    if draft.copies == 0:
        return sides + 1 + int(ground.waits_for_reply)
    if draft.copies < sides + 1:
        fields.wrong("copies", "agreements.copies_few", needed=sides + 1)
    elif draft.copies > COPIES_LIMIT:
        fields.wrong("copies", "agreements.copies_many", high=COPIES_LIMIT)
    return draft.copies


def _sides(signer_ids: Collection[UUID], ground: Ground) -> int:
    return len({one.side for one in ground.parties if one.party_id in signer_ids}) or 1
