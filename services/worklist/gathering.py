"""Every kind of task that an actor may know of, asked for with a fixed number of statements."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from services.actor import Right
from services.codes import Codes
from services.unit_of_work import Tx
from services.worklist.agreements import clause_tasks, signature_tasks
from services.worklist.answers import answer_tasks
from services.worklist.files import referral_out_tasks, resting_tasks
from services.worklist.follow_ups import follow_up_tasks
from services.worklist.handed import handed_tasks
from services.worklist.meetings import unrecorded_tasks
from services.worklist.office import letter_tasks, night_tasks, notice_tasks, opened_note_tasks
from services.worklist.papers import original_tasks, registry_tasks
from services.worklist.replies import reply_tasks
from services.worklist.risks import clock_tasks, danger_tasks, review_tasks
from services.worklist.scope import Scope
from services.worklist.shapes import Found, TaskKind

Finder = Callable[[Tx, Codes, Scope], Found]

FINDERS: dict[TaskKind, tuple[Right, Finder]] = {
    TaskKind.CHILD_CLOCK: (Right.SAFETY_READ, clock_tasks),
    TaskKind.DANGER: (Right.SAFETY_READ, lambda tx, _codes, _scope: danger_tasks(tx)),
    TaskKind.REPLY: (Right.CASE_FIND, reply_tasks),
    TaskKind.ANSWER: (Right.CASE_FIND, answer_tasks),
    TaskKind.NIGHT: (Right.NIGHT_COMPLETE, lambda tx, _codes, scope: night_tasks(tx, scope)),
    TaskKind.REVIEW: (Right.SAFETY_READ, review_tasks),
    TaskKind.NOTICE: (Right.CASE_ASSIGN, notice_tasks),
    TaskKind.NOTE_OPENED: (Right.PROCESS_NOTE, lambda tx, _codes, scope: opened_note_tasks(tx, scope)),
    TaskKind.UNRECORDED: (Right.SESSION_WRITE, unrecorded_tasks),
    TaskKind.CLAUSE: (Right.OUTCOME_WRITE, clause_tasks),
    TaskKind.SIGNATURES: (Right.OUTCOME_WRITE, signature_tasks),
    TaskKind.REGISTRY: (Right.DOCUMENT_ISSUE, registry_tasks),
    TaskKind.ORIGINAL: (Right.DOCUMENT_ISSUE, original_tasks),
    TaskKind.FOLLOW_UP: (Right.OUTCOME_WRITE, follow_up_tasks),
    TaskKind.REFERRAL_OUT: (Right.REFERRAL_WRITE, referral_out_tasks),
    TaskKind.HANDED: (Right.HANDOVER_GIVE, lambda tx, _codes, scope: handed_tasks(tx, scope)),
    TaskKind.LETTER_ORDER: (Right.LETTER_READ, letter_tasks),
    TaskKind.RESTING: (Right.CASE_EDIT, resting_tasks),
}
"""What each kind needs: the right to do its next step, or where knowing is enough, the right to know."""


def gather(
    tx: Tx, codes: Codes, scope: Scope, limits: Mapping[TaskKind, int] | None = None
) -> Iterator[tuple[TaskKind, Found]]:
    """The tasks of each kind that is this actor's to see; of the kinds in `limits` so many."""
    for kind, (right, find) in FINDERS.items():
        if tx.actor.may(right):
            limit = (limits or {}).get(kind, scope.limit)
            yield kind, find(tx, codes, replace(scope, limit=limit))
