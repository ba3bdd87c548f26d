"""Consent inside an open transaction: the sheet, and the decisions taken on it (R-22, P-12, P-14, P-32)."""

from collections.abc import Iterable
from uuid import UUID

from models.case import CaseFile
from models.enums import ConsentDecision
from models.person import Person
from models.safety import Consent
from services.actor import Right
from services.catalogue import say
from services.codes import Code, Codes
from services.errors import AppError, InvalidError, refuse
from services.people.naming import full_name, is_minor, screen_name
from services.persian.text import display_form, search_key
from services.safety.adults import (
    adults_of,
    clinical_consent,
    consent_to,
    consents_of,
    latest_consents,
    latest_screens,
    others_in_matter,
    person_in,
)
from services.safety.gate import may_ask_joint
from services.safety.guardians import guardians_of, needs_order
from services.safety.health import is_health_open
from services.safety.shapes import ConsentDraft, ConsentKind, ConsentRow, ConsentSheet
from services.unit_of_work import Tx

POINTS = ("voluntary", "refusal", "no_investigator", "not_in_file", "secret", "exceptions", "withdraw")
WITNESSES = 2
NAME_LIMIT = 120


def consent_sheet(tx: Tx, codes: Codes, case: CaseFile, person_id: UUID) -> ConsentSheet:
    """What the consent page of a person starts from."""
    person = person_in(tx, case, person_id)
    screen = latest_screens(tx, case.id).get(person_id)
    consents = latest_consents(tx, case.id)
    rows = [row for (owner, _), row in consents.items() if owner == person_id]
    last = consent_to(tx, codes, "clinical", person_id, consents)
    return ConsentSheet(
        case.id,
        case.case_no,
        person_id,
        screen_name(person, tx.today),
        is_minor(person, tx.today),
        person.can_read,
        person.needs_interpreter,
        person.language,
        person.sex,
        any(adult.person.id == person_id for adult in adults_of(tx, codes, case)),
        screen is not None,
        is_health_open(tx, codes, case.id, person_id),
        tuple(say(f"safety.consent_point.{point}") for point in POINTS),
        tuple(_kinds(tx, codes, asks_joint=may_ask_joint(tx, case, screen))),
        tuple(consent_row(tx, codes, row) for row in rows),
        _earlier(last) if last else None,
        guardians_of(tx, codes, case, person_id) if is_minor(person, tx.today) else (),
        is_minor(person, tx.today) and needs_order(tx, codes, case, person_id),
    )


def _kinds(tx: Tx, codes: Codes, *, asks_joint: bool) -> Iterable[ConsentKind]:
    for kind in codes.all(tx.actor, "consent_kind"):
        opens = str(kind.does("opens") or "none")
        if kind.does("needs_body") or (opens == "joint" and not asks_joint):
            continue
        yield ConsentKind(kind.code, kind.label, opens)


def _earlier(row: Consent) -> ConsentDraft:
    return ConsentDraft(
        row.case_id,
        row.person_id,
        row.kind,
        row.decision,
        row.decided_at,
        row.guardian_name,
        row.was_read_aloud,
        tuple(row.witnesses),
        row.interpreter_name,
        row.interpreter_language,
        row.interpreter_pledged,
        guardian_kind=row.guardian_kind,
        has_custody=row.has_custody,
        judge_order=row.judge_order,
        head_reason=row.head_reason,
    )


def consent_row(tx: Tx, codes: Codes, row: Consent) -> ConsentRow:
    label = codes.label(tx.actor, "consent_kind", row.kind)
    return ConsentRow(row.id, row.person_id, row.kind, label, row.decision, row.decided_at)


def save_consent(tx: Tx, codes: Codes, case: CaseFile, draft: ConsentDraft) -> Consent:
    """Add one decision. What a person agrees to was read aloud; who can't read has two witnesses (P-32)."""
    person = person_in(tx, case, draft.person_id)
    kinds = {code.code: code for code in codes.all(tx.actor, "consent_kind", with_inactive=True)}
    kind = kinds.get(draft.kind)
    if kind is None:
        raise InvalidError("errors.required", "kind")
    refuse([*_time_errors(tx, draft), *_length_errors(draft), *_sheet_errors(tx, codes, case, person, draft)])
    _check_kind(tx, codes, case, kind, draft)
    row = Consent(
        case_id=case.id,
        person_id=person.id,
        kind=draft.kind,
        decision=draft.decision,
        decided_at=draft.decided_at or tx.now,
        recorded_at=tx.now,
        staff_id=tx.actor.staff_id,
        guardian_name=display_form(draft.guardian_name),
        was_read_aloud=draft.was_read_aloud,
        witnesses=_names(draft.witnesses),
        interpreter_name=display_form(draft.interpreter_name),
        interpreter_language=draft.interpreter_language if display_form(draft.interpreter_name) else "",
        interpreter_pledged=draft.interpreter_pledged,
        body=draft.body,
        guardian_kind=draft.guardian_kind,
        has_custody=draft.has_custody,
        judge_order=display_form(draft.judge_order),
        head_reason=display_form(draft.head_reason),
    )
    tx.add(row)
    tx.session.flush()
    return row


def _time_errors(tx: Tx, draft: ConsentDraft) -> list[AppError]:
    if draft.decided_at is not None and draft.decided_at > tx.now:
        return [InvalidError("safety.consent_in_future", "decided_at")]
    return []


def _length_errors(draft: ConsentDraft) -> list[AppError]:
    """Names stand on a paper: what is no name any more is refused."""
    named = [("guardian_name", draft.guardian_name), ("interpreter_name", draft.interpreter_name)]
    named += [("judge_order", draft.judge_order), ("head_reason", draft.head_reason)]
    named += [("witnesses", name) for name in draft.witnesses]
    return [
        InvalidError("errors.too_long", field, limit=NAME_LIMIT)
        for field, name in named
        if len(display_form(name)) > NAME_LIMIT
    ]


def _sheet_errors(tx: Tx, codes: Codes, case: CaseFile, person: Person, draft: ConsentDraft) -> list[AppError]:
    errors = interpreter_errors(tx, codes, case, person, draft.interpreter_name)
    if display_form(draft.interpreter_name):
        if not codes.of(tx.actor).knows("language", draft.interpreter_language):
            errors.append(InvalidError("safety.interpreter_language", "interpreter_language"))
        if not draft.interpreter_pledged:
            errors.append(InvalidError("safety.interpreter_pledge", "interpreter_pledged"))
    errors += _basis_errors(tx, codes, draft)
    if draft.decision is not ConsentDecision.GIVEN:
        return errors  # nothing stands in the way of a refusal
    told = (draft.guardian_name, draft.judge_order, draft.head_reason)
    if is_minor(person, tx.today) and not any(map(display_form, told)):
        errors.append(InvalidError("safety.guardian_needed", "guardian_name"))
    needs = codes.of(tx.actor).does("guardian_kind", draft.guardian_kind, "needs_order")
    if needs and not display_form(draft.judge_order):
        errors.append(InvalidError("safety.order_of_guardian", "judge_order"))
    if not draft.was_read_aloud:
        errors.append(InvalidError("safety.read_aloud_needed", "was_read_aloud"))
    if person.can_read is False:
        errors.extend(_witness_errors(tx, codes, case, person, draft))
    return errors


def _basis_errors(tx: Tx, codes: Codes, draft: ConsentDraft) -> list[AppError]:
    """The head alone writes the head's reason (P-14)."""
    if draft.guardian_kind and not codes.of(tx.actor).knows("guardian_kind", draft.guardian_kind):
        return [InvalidError("errors.required", "guardian_kind")]
    if display_form(draft.head_reason) and not tx.actor.may(Right.GATE_OVERRIDE):
        return [InvalidError("safety.head_writes", "head_reason")]
    return []


def _witness_errors(tx: Tx, codes: Codes, case: CaseFile, person: Person, draft: ConsentDraft) -> list[AppError]:
    keys = {search_key(name) for name in _names(draft.witnesses)}
    if len(keys) < WITNESSES:
        return [InvalidError("safety.two_witnesses", "witnesses")]
    if keys & {search_key(full_name(other)) for other in (person, *others_in_matter(tx, codes, case, person.id))}:
        return [InvalidError("safety.witness_of_other_side", "witnesses")]
    return []


def interpreter_errors(tx: Tx, codes: Codes, case: CaseFile, person: Person, interpreter: str) -> list[AppError]:
    """Nobody of the matter itself interprets in it (P-12); whose relative somebody is, the worker has to ask."""
    key = search_key(interpreter)
    parties = (person, *others_in_matter(tx, codes, case, person.id))
    if key and key in {search_key(full_name(one)) for one in parties}:
        return [InvalidError("safety.interpreter_is_party", "interpreter_name")]
    return []


def _check_kind(tx: Tx, codes: Codes, case: CaseFile, kind: Code, draft: ConsentDraft) -> None:
    if draft.decision is ConsentDecision.WITHDRAWN:
        _check_given_before(tx, case, draft)
    if draft.decision is not ConsentDecision.GIVEN:
        return
    if kind.does("opens") == "joint":
        screen = latest_screens(tx, case.id).get(draft.person_id)
        needs_screen = any(adult.person.id == draft.person_id for adult in adults_of(tx, codes, case))
        if needs_screen and (screen is None or screen.screened_at > (draft.decided_at or tx.now)):
            raise InvalidError("safety.screen_before_joint", "kind")


def _check_given_before(tx: Tx, case: CaseFile, draft: ConsentDraft) -> None:
    """What was not given can't be taken back; for a child each guardian has given an own word (P-14)."""
    held = latest_consents(tx, case.id).get((draft.person_id, draft.kind))
    key = (draft.person_id, draft.kind, search_key(draft.guardian_name))
    own = [row for row in consents_of(tx, case.id) if (row.person_id, row.kind, search_key(row.guardian_name)) == key]
    last = own[-1] if own and draft.guardian_name else held
    if last is None or last.decision is not ConsentDecision.GIVEN:
        raise InvalidError("safety.nothing_to_withdraw", "decision")


def require_consent(tx: Tx, codes: Codes, case_id: UUID, person_id: UUID, emergency_reason: str) -> Consent | None:
    """R-22: the consent under which clinical data may be stored, or None in an emergency with its reason."""
    consent = clinical_consent(tx, codes, case_id, person_id)
    if consent is None and not display_form(emergency_reason):
        raise InvalidError("safety.consent_first", "emergency_reason")
    return consent


def _names(names: Iterable[str]) -> list[str]:
    return [name for name in map(display_form, names) if name]
