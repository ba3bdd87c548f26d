"""The tasks that a session ended with, inside an open transaction."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from models.note import SessionTask
from models.work import Session
from services.errors import NotFoundError
from services.persian.text import display_form
from services.sessions.shapes import TaskDraft
from services.unit_of_work import Tx

_OF_SESSION = select(SessionTask).where(SessionTask.session_id == bindparam("of_session"))


def store(tx: Tx, session: Session, drafts: Sequence[TaskDraft], people: Collection[UUID], *, is_new: bool) -> None:
    """Let the session have these tasks, in this order, and no others.

    A task of another session and a person who is not among `people` are not found; who was taken out of the file
    since then keeps the tasks that stand.
    """
    known: dict[UUID, SessionTask] = {}
    if not is_new:
        known = {one.id: one for one in tx.session.scalars(_OF_SESSION, {"of_session": session.id})}
    for position, draft in enumerate(drafts):
        if draft.id is None:
            task = SessionTask(session_id=session.id, case_id=session.case_id)
            tx.add(task)
        else:
            found = known.pop(draft.id, None)
            if found is None:
                raise NotFoundError("errors.not_found")
            task = found
        if draft.party_id != task.party_id and draft.party_id is not None and draft.party_id not in people:
            raise NotFoundError("errors.not_found")
        task.position = position
        task.party_id = draft.party_id
        task.text = display_form(draft.text)
        task.due_on = draft.due_on
        task.done_on = (task.done_on or tx.today) if draft.is_done else None
    for gone in known.values():
        tx.session.delete(gone)
    if drafts or known:
        tx.changed("task")
