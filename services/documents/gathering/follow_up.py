"""The form of a follow-up (D18): of one round of the person, or empty; its telephone is on no paper (P-8)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.follow_up import FollowUp, FollowUpAttempt
from services.actor import Right
from services.agreements.reading import agreement_in
from services.agreements.wording import clause_sentence, speech_of
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.subject import Subject
from services.documents.papers.follow_up_form import FollowUpFormContent, Ticks
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.follow_up.reading import label_of
from services.persian.jalali import format_date
from services.staff.naming import staff_names
from services.unit_of_work import Tx

BLANK = "blank"
_ROUNDS = (
    select(FollowUp)
    .where(FollowUp.case_id == bindparam("of_case"), FollowUp.party_id == bindparam("of_party"))
    .order_by(FollowUp.due_on, FollowUp.id)
)
_LATEST = (
    select(FollowUpAttempt)
    .where(FollowUpAttempt.follow_up_id == bindparam("of_follow_up"))
    .order_by(FollowUpAttempt.at.desc(), FollowUpAttempt.id.desc())
    .limit(1)
)


def gather_follow_up(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    rounds = list(tx.session.scalars(_ROUNDS, {"of_case": case.id, "of_party": party.id}))
    choices = [(row.id.hex, _round(row)) for row in rounds]
    choices.append((BLANK, say("documents.followed.blank")))
    row = next((one for one in rounds if one.id.hex == request.value("round")), None)
    last = _last(tx, row.id) if row is not None else None
    agreement = agreement_in(tx, codes.codes, case.id)
    words = "documents.followed"
    safe = last.was_safe if last else None
    content = FollowUpFormContent(
        issue=issue,
        facts=(
            (say(f"{words}.name"), identity_of(person, request).full_name),
            (say(f"{words}.due"), format_date(row.due_on) if row else ""),
            (say(f"{words}.done"), format_date(local(row.done_at).date()) if row and row.done_at else ""),
            (say(f"{words}.answered"), last.answered_by if last else ""),
        ),
        methods=_ticks(codes, "follow_up_method", last.method if last else ""),
        safe=((say("documents.yes"), safe is True), (say("documents.no"), safe is False)),
        results=_ticks(codes, "follow_up_result", row.result or (last.result if last else "") if row else ""),
        nexts=_ticks(codes, "follow_up_next", row.next_action if row else ""),
        clauses=tuple(clause_sentence(speech_of(one)) for one in agreement.clauses) if agreement else (),
        worker=staff_names(tx).get(case.responsible_id, ""),
    )
    proposal = next((one.id.hex for one in rounds if one.done_at is None), choices[0][0])
    field = asked("round", FieldKind.CHOICE, required=True, choices=choices, proposal=proposal)
    clauses = tuple((say("documents.followed.clauses"), text) for text in content.clauses)
    return Gathered(content, (field, *_names(codes, subject)), free=clauses)


def _names(codes: CodeReader, subject: Subject) -> list[MissingField]:
    assert subject.person is not None
    return [one for one in identity_fields(codes, subject.person) if one.name == "name"]


def _round(row: FollowUp) -> str:
    return say("documents.followed.round", label=label_of(row.months), day=format_date(row.due_on))


def _last(tx: Tx, follow_up_id: UUID) -> FollowUpAttempt | None:
    """The latest try, for who may read what came of it."""
    if not tx.actor.may(Right.SESSION_READ):
        return None
    return tx.session.scalars(_LATEST, {"of_follow_up": follow_up_id}).first()


def _ticks(codes: CodeReader, name: str, chosen: str) -> Ticks:
    return tuple((code.label, code.code == chosen) for code in codes.codes.all(codes.actor, name))
