"""Work of colleagues that was put into the actor's hands and that they have not looked at yet."""

from typing import Any

from sqlalchemy import bindparam, exists, func, select

from models.enums import HandoverState
from models.handover import HandoverItem, WorkHandover
from models.unit import AuditEvent
from services.catalogue import say
from services.handover.reading import OPENED
from services.persian.digits import to_persian
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.worklist.scope import Scope
from services.worklist.shapes import Found, Task, TaskKind


def handed_tasks(tx: Tx, scope: Scope) -> Found:
    """The actor's own alone, in the unit's list too, the oldest first; it goes when it was opened once."""
    given = {"me": tx.actor.staff_id, "of_unit": tx.actor.unit_id, "many": scope.limit}
    names = staff_names(tx)
    tasks = tuple(
        Task(
            TaskKind.HANDED,
            say("worklist.handed", name=names.get(row.from_id, "")),
            _line(row.files),
            row.at,
            False,
            row.id,
            None,
        )
        for row in tx.rows(_UNSEEN, given)
    )
    return Found(tasks, len(tasks))


def _line(files: int) -> str:
    return say("worklist.handed_files", count=to_persian(files)) if files else say("worklist.handed_without_file")


_UNSEEN: Any = (
    select(WorkHandover.id, WorkHandover.from_id, WorkHandover.at, func.count(HandoverItem.case_id).label("files"))
    .join(HandoverItem, HandoverItem.handover_id == WorkHandover.id)
    .where(
        WorkHandover.unit_id == bindparam("of_unit"),
        WorkHandover.state == HandoverState.OPEN,
        WorkHandover.by_id != bindparam("me"),
        HandoverItem.to_id == bindparam("me"),
        HandoverItem.returned_at.is_(None),
        ~exists().where(
            AuditEvent.subject_id == WorkHandover.id,
            AuditEvent.staff_id == bindparam("me"),
            AuditEvent.action == OPENED,
        ),
    )
    .group_by(WorkHandover.id, WorkHandover.from_id, WorkHandover.at)
    .order_by(WorkHandover.at, WorkHandover.id)
    .limit(bindparam("many"))
)
