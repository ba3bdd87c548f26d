"""The next step of each row, done over the list: the sheet for just that, or the page where it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.worklist import Task, TaskKind
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.follow_up.call_sheet import CallSheet
from ui.handover.handover_sheet import see_handover
from ui.home.notice_sheet import NoticeSheet
from ui.pages import may_open
from ui.quick_entries.completing import complete_night_of
from ui.safety.argument import SafetyArgument
from ui.worklist.case_steps import CaseSteps


@dataclass(frozen=True, slots=True)
class Way:
    """A further thing to do with a row, by its own key."""

    keys: str
    words: str
    act: Callable[[Task], None]


class Steps(QObject):
    """Sheets open over `window`. What is stored goes out of the list by itself: the change bus says so."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._cases = CaseSteps(window, context)
        self._main: dict[TaskKind, Callable[[Task], None]] = {
            TaskKind.CHILD_CLOCK: lambda task: self._cases.flag(task, "report"),
            TaskKind.DANGER: self._danger,
            TaskKind.REPLY: self._cases.reply,
            TaskKind.ANSWER: self._cases.answer_again,
            TaskKind.NIGHT: lambda task: complete_night_of(window, context, task.subject_id),
            TaskKind.REVIEW: lambda task: self._cases.flag(task, "review"),
            TaskKind.NOTICE: lambda task: NoticeSheet(window, context, task.subject_id).open_sheet(),
            TaskKind.NOTE_OPENED: lambda task: self._to_file(task, "note", note_id=task.subject_id),
            TaskKind.UNRECORDED: self._cases.record,
            TaskKind.CLAUSE: self._cases.clause,
            TaskKind.SIGNATURES: self._cases.signatures,
            TaskKind.REGISTRY: self._cases.registry,
            TaskKind.ORIGINAL: self._cases.original,
            TaskKind.FOLLOW_UP: self._call,
            TaskKind.REFERRAL_OUT: self._cases.referral_out,
            TaskKind.HANDED: lambda task: see_handover(window, context, task.subject_id),
            TaskKind.LETTER_ORDER: self._cases.letter,
            TaskKind.RESTING: self.open_file,
        }

    def take(self, task: Task) -> None:
        """The next step of the row; where this actor may not do it, its file."""
        needed = _NEEDED.get(task.kind)
        if needed is None or self._context.may(needed):
            self._main[task.kind](task)
        else:
            self.open_file(task)

    def ways(self, task: Task) -> tuple[Way, ...]:
        """What else is one key away, the same key always for the same place in the bar."""
        context, case = self._context, self._cases
        found: list[tuple[str, Callable[[Task], None]]] = []
        if task.kind is TaskKind.REPLY and context.may(Right.DOCUMENT_ISSUE):
            found.append((self.tr("Ask for more time"), self._ask_for_time))
        if task.kind is TaskKind.REPLY and context.may(Right.LETTER_REGISTER):
            found.append((self.tr("More time was granted"), case.extend))
        if task.kind is TaskKind.CHILD_CLOCK and context.may(Right.GATE_OVERRIDE):
            found.append((self.tr("End it with a reason"), lambda one: case.flag(one, "close")))
        if task.kind is TaskKind.REVIEW and context.may(Right.SAFETY_WRITE):
            found.append((self.tr("Close the mark"), lambda one: case.flag(one, "close")))
        if task.kind is TaskKind.UNRECORDED and context.may(Right.APPOINTMENT_WRITE):
            found.append((self.tr("It was not held"), case.appointment))
        if task.kind in (TaskKind.RESTING, TaskKind.REFERRAL_OUT) and context.may(Right.APPOINTMENT_WRITE):
            found.append((self.tr("Give an appointment"), case.book))
        if task.kind in (TaskKind.ORIGINAL, TaskKind.REGISTRY) and may_open("paper", context.actor):
            found.append((self.tr("Show the paper"), lambda one: context.navigate("paper", one.subject_id)))
        if task.case_id is not None and may_open("case", context.actor) and task.kind is not TaskKind.RESTING:
            found.append((self.tr("Open the file"), self.open_file))
        return tuple(Way(keys, words, act) for keys, (words, act) in zip(WAY_KEYS, found, strict=False))

    def open_file(self, task: Task) -> None:
        if task.case_id is not None:
            self._context.navigate("case", task.case_id)

    def _to_file(self, task: Task, opens: str, note_id: UUID | None = None) -> None:
        if task.case_id is not None:
            self._context.navigate("case", CaseArgument(task.case_id, opens, note_id=note_id))

    def _danger(self, task: Task) -> None:
        if task.case_id is not None:
            self._context.navigate("danger", SafetyArgument(task.case_id, task.subject_id))

    def _ask_for_time(self, task: Task) -> None:
        if task.case_id is not None:
            about = IssueArgument(task.case_id, "deadline_extension", referral_id=task.subject_id)
            self._context.navigate("issue_paper", about)

    def _call(self, task: Task) -> None:
        sheet = CallSheet(self._window, self._context, task.subject_id)

        def lead(way: str) -> None:
            if way == "paper" and sheet.case_id is not None:
                self._context.navigate("issue_paper", IssueArgument(sheet.case_id))
            elif sheet.case_id is not None:
                self._context.navigate("case", CaseArgument(sheet.case_id, way))

        sheet.leads_to.connect(lead)
        sheet.open_sheet()


WAY_KEYS = ("F6", "F7", "F9")
_NEEDED = {
    TaskKind.CHILD_CLOCK: Right.SAFETY_WRITE,
    TaskKind.REVIEW: Right.SAFETY_WRITE,
    TaskKind.DANGER: Right.SAFETY_WRITE,
    TaskKind.REPLY: Right.LETTER_REGISTER,
    TaskKind.ANSWER: Right.LETTER_REGISTER,
}
"""What the step needs beyond the right to see the row."""
