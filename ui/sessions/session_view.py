"""A recorded session to read: people, hours, the record; from here it is corrected or certified."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from services.actor import Right
from services.clock import local
from services.persian.jalali import format_long, format_time
from services.sessions import AttendanceRow, SessionRow, TaskRow
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.pages import may_open
from ui.scheduling.words import day_words, hour_words, span_words
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Line
from ui.widgets.labels import Chip, Words
from ui.widgets.sheet import Sheet


class SessionView(Sheet):
    """`correct_wanted`: the main button, for who may write sessions."""

    correct_wanted = Signal()

    def __init__(self, window: QWidget, context: AppContext, row: SessionRow) -> None:
        super().__init__(window, "", width=620)
        self._context, self._row = context, row
        self.set_title(f"{row.type_label} · {day_words(row.day)}")
        self.cancel.setText(self.tr("Close"))
        if context.may(Right.SESSION_WRITE):
            self.main.setText(self.tr("Correct"))
            self.main.show()
            self.submitted.connect(self._correct)
        if self._has_someone() and context.may(Right.DOCUMENT_ISSUE) and may_open("issue_paper", context.actor):
            certificate = QuietButton(self.tr("Attendance certificate"), "certificate-outline")
            certificate.clicked.connect(self._certify)
            self.add_button(certificate)
        if row.is_late_entry:
            self.body.addWidget(Chip(self.tr("late entry"), "attention"))
        self.body.addLayout(self._facts())
        self.body.addWidget(Line())
        record = row.case_record or self.tr("No record was written.")
        self.body.addWidget(Words(record, "" if row.case_record else "quiet", wrap=True))
        if row.is_stopped:
            self.body.addWidget(Line())
            self.body.addWidget(Words(self.tr("It was broken off; no paper says so."), "strong"))
            self.body.addWidget(Words(row.stop_reason, wrap=True))
        if row.tasks:
            self.body.addWidget(Line())
            self.body.addWidget(Words(self.tr("To be done"), "strong"))
            for task in row.tasks:
                self.body.addWidget(Words(self._task(task), wrap=True))
        self.body.addStretch(1)

    def _task(self, task: TaskRow) -> str:
        until = self.tr("until {day}").format(day=format_long(task.due_on)) if task.due_on else ""
        done = self.tr("done") if task.done_on else ""
        return " · ".join(part for part in (task.text, task.name or self.tr("the unit"), until, done) if part)

    def _facts(self) -> QGridLayout:
        row, grid = self._row, QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        recorded = local(row.recorded_at)
        when = f"{day_words(recorded.date())}\u060c {format_time(recorded.time())}"
        told = [
            (self.tr("Hour"), span_words(row.start, row.end)),
            (self.tr("Room"), row.room_name),
            *((one.name, self._attendance(one)) for one in row.attendance),
            (self.tr("Interpreter"), row.interpreter_name),
            (self.tr("Others present"), row.others_present),
            (self.tr("Next meeting"), format_long(row.next_on) if row.next_on else ""),
            (self.tr("Recorded"), f"{row.staff_name} · {when}"),
        ]
        for number, (label, value) in enumerate(pair for pair in told if pair[1]):
            grid.addWidget(Words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(value, wrap=True), number, 1)
        return grid

    def _attendance(self, one: AttendanceRow) -> str:
        parts = [one.mark_label]
        if one.arrived is not None:
            parts.append(self.tr("from {hour}").format(hour=hour_words(one.arrived)))
        if one.left is not None:
            parts.append(self.tr("until {hour}").format(hour=hour_words(one.left)))
        return " · ".join(parts)

    def _has_someone(self) -> bool:
        return any(one.is_present for one in self._row.attendance)

    def _correct(self) -> None:
        self.close_sheet()
        self.correct_wanted.emit()

    def _certify(self) -> None:
        row = self._row
        present = [one.person_id for one in row.attendance if one.is_present]
        person_id = present[0] if len(present) == 1 else None
        self.close_sheet()
        argument = IssueArgument(row.case_id, "attendance_certificate", person_id, session_id=row.id)
        self._context.navigate("issue_paper", argument)
