"""What the list of what is due is opened with, when it is to show one kind alone."""

from dataclasses import dataclass

from services.worklist import TaskKind, Whose


@dataclass(frozen=True, slots=True)
class WorkArgument:
    """`kind`: of one kind alone; `whose`: None for the actor's own, or the unit's where there is nothing of it."""

    kind: TaskKind | None = None
    whose: Whose | None = None
