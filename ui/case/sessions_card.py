"""The meetings that were held, the latest first, and what is to be done until the next one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.persian.jalali import format_day_month
from services.sessions import SessionRow, TaskRow
from ui.case.rows_card import RowsCard
from ui.scheduling.words import day_words, span_words
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_DONE_SHOWN = 3


class SessionsCard(RowsCard):
    """`opened` carries a `SessionRow`; `task_opened` a `TaskRow`, which one key ticks off or opens again."""

    opened = Signal(object)
    task_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Sessions"))
        self.rows.setAccessibleName(self.tr("Sessions"))
        self._empty.setText(self.tr("Nothing was recorded yet; a session needs no appointment."))
        self._shown: dict[UUID, SessionRow] = {}
        self._tasks: dict[UUID, TaskRow] = {}
        self._head = Words(self.tr("To be done"), "strong")
        self.tasks = RowList(fits=True, dense=True)
        self.tasks.setAccessibleName(self.tr("To be done"))
        self.add(self._head)
        self.add(self.tasks)
        self.rows.opened.connect(self._open)
        self.tasks.opened.connect(self._open_task)
        self.show_tasks(())

    def show_sessions(self, sessions: Sequence[SessionRow]) -> None:
        self._shown = {row.id: row for row in sessions}
        self.set_rows([self._row(row) for row in sessions])

    def _row(self, row: SessionRow) -> Row:
        title = f"{row.type_label} · {day_words(row.day)}"
        came = [one.name for one in row.attendance if one.is_present]
        present = "\u060c ".join(came) if came or not row.attendance else self.tr("nobody came")
        quiet = " · ".join(part for part in (span_words(row.start, row.end), present) if part)
        chip = self.tr("late entry") if row.is_late_entry else self.tr("broken off") if row.is_stopped else ""
        return Row(row.id, title, quiet, chip, "attention", icon="text-box-outline")

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Open ones first, the earliest day first; of those that are done the last few."""
        waiting = sorted((one for one in tasks if one.done_on is None), key=_by_day)
        done = [one for one in tasks if one.done_on is not None]
        done.sort(key=lambda one: one.done_on, reverse=True)  # type: ignore[arg-type,return-value]
        shown = [*waiting, *done[:_DONE_SHOWN]]
        self._tasks = {one.id: one for one in shown}
        self.tasks.set_rows([self._task(one) for one in shown])
        for part in (self._head, self.tasks):
            part.setVisible(bool(shown))

    def _task(self, task: TaskRow) -> Row:
        who = task.name or self.tr("the unit")
        if task.done_on is not None:
            done = self.tr("done {day}").format(day=format_day_month(task.done_on))
            return Row(task.id, task.text, f"{who} · {done}", icon="checkbox-marked-outline")
        until = self.tr("until {day}").format(day=format_day_month(task.due_on)) if task.due_on else ""
        quiet = " · ".join(part for part in (who, until) if part)
        chip = self.tr("overdue") if task.is_overdue else ""
        return Row(task.id, task.text, quiet, chip, "danger", icon="checkbox-blank-outline")

    def _open(self, key: object) -> None:
        row = self._shown.get(key) if isinstance(key, UUID) else None
        if row is not None:
            self.opened.emit(row)

    def _open_task(self, key: object) -> None:
        task = self._tasks.get(key) if isinstance(key, UUID) else None
        if task is not None:
            self.task_opened.emit(task)


def _by_day(task: TaskRow) -> tuple[bool, str]:
    return task.due_on is None, task.due_on.isoformat() if task.due_on else ""
