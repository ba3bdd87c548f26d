"""Logging one try to reach a party, with the telephone and its hours in front of the caller (P-9, P-18)."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.clock import instant, local
from services.codes import Code
from services.persian.digits import to_persian
from services.persian.phones import format_phone
from services.persian.text import isolate_ltr
from services.scheduling.shapes import AttemptDraft, AttemptRow, CallLine, CallSheet, InvitationPaper, Invitee
from ui.context import AppContext
from ui.scheduling.words import day_words, hour_words
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip, Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet
from ui.widgets.time_edit import TimeEdit

Facts = tuple[CallSheet, tuple[Code, ...], tuple[Code, ...]]


class AttemptSheet(Sheet):
    """For a new try of `invitee`; opening it shows the numbers, which is recorded."""

    def __init__(self, window: QWidget, context: AppContext, invitee: Invitee) -> None:
        super().__init__(window, "", side=True, width=520)
        self.kept_about = invitee.party_id.hex
        self._context, self._invitee = context, invitee
        self._channels: dict[str, Code] = {}
        self._results: dict[str, Code] = {}
        self._has_papers = False
        self.set_title(self.tr("Record an invitation"))
        self.main.setText(self.tr("Record"))
        self.main.setEnabled(False)
        self.main.show()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        self._hint = Words("", "hint", wrap=True)
        self.form = FormGrid(2)
        self._make_fields()
        meeting = invitee.next_meeting
        about = self.tr("Appointment: {day}, {hour}")
        words = about.format(day=day_words(meeting.day), hour=hour_words(meeting.start)) if meeting else ""
        self.body.addWidget(Words(invitee.name, "strong"))
        self.body.addWidget(Words(words or self.tr("No appointment is made yet."), "quiet"))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.form)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self.submitted.connect(self._store)
        self._load()

    def _make_fields(self) -> None:
        now = local(self._context.services.uow.clock.now())
        add = self.form.add
        add("channel", Field(self.tr("How?"), ChoiceEdit(), required=True))
        add("result", Field(self.tr("Result"), ChoiceEdit(), self.tr("May stay open until it is known")))
        hint = self.tr("It came back undelivered and is carried once more; its slip belongs to this attempt")
        add("document_id", Field(self.tr("Invitation on paper"), ChoiceEdit(), hint, lines=2), 2)
        add("delivered_by", Field(self.tr("Who takes the message?"), TextEdit1(), required=True))
        add("received_by", Field(self.tr("Who took it, and what to the person?"), TextEdit1(), required=True))
        add("day", Field(self.tr("Day"), JalaliDateEdit()))
        add("hour", Field(self.tr("Hour"), TimeEdit()))
        self.form.set_values({"day": now.date(), "hour": now.time().replace(second=0, microsecond=0)})
        for key in ("channel", "result"):
            self.form.field(key).changed.connect(self._follow)
        self._follow()

    def _load(self) -> None:
        services, actor, party_id = self._context.services, self._context.actor, self._invitee.party_id

        def read() -> Facts:
            sheet = services.scheduling.open_call_sheet(actor, party_id)
            channels = services.codes.all(actor, "invitation_channel")
            return sheet, channels, services.codes.all(actor, "invitation_result")

        self._context.lanes.read(self, read, self._fill, self._on_refused)

    def _fill(self, facts: Facts) -> None:
        sheet, channels, results = facts
        for line in sheet.lines:
            self._lines.addWidget(_CallLineView(line))
        if not sheet.lines:
            self._lines.addWidget(Words(self.tr("No telephone is stored for this person."), "quiet"))
        self._channels = {code.code: code for code in channels}
        self._results = {code.code: code for code in results}
        self._choice("channel").set_choices(self._channel_choices(channels, calm=not sheet.leaves_no_trace))
        self._choice("result").set_choices([Choice(code.code, code.label) for code in results])
        self._choice("document_id").set_choices([_paper(one) for one in sheet.papers])
        self._has_papers = bool(sheet.papers)
        if sheet.papers:
            self.form.set_values({"document_id": sheet.papers[0].id.hex})
        self._follow()
        self.main.setEnabled(True)
        self.form.focus_first()

    def _channel_choices(self, channels: tuple[Code, ...], *, calm: bool) -> list[Choice]:
        """Where a flag stands, ways that others may see are not proposed: they stand apart, at the end."""
        if calm:
            return [Choice(code.code, code.label) for code in channels]
        quiet, seen = self.tr("Seen by nobody else"), self.tr("Others may see it")
        ordered = sorted(channels, key=lambda code: bool(code.does("leaves_trace")))
        return [Choice(code.code, code.label, seen if code.does("leaves_trace") else quiet) for code in ordered]

    def _follow(self) -> None:
        """Only the fields that the channel and the result ask for."""
        channel = self._channels.get(self.form.field("channel").value())
        result = self._results.get(self.form.field("result").value())
        self.form.field("delivered_by").setVisible(channel is not None and bool(channel.does("needs_deliverer")))
        self.form.field("document_id").setVisible(self._carries())
        self.form.field("received_by").setVisible(result is not None and bool(result.does("needs_receiver")))
        asks = channel is not None and bool(channel.does("needs_safe_talk_check"))
        self._hint.setText(self.tr("First ask: can you talk freely now?") if asks else "")

    def _carries(self) -> bool:
        """Whether the way is a paper, and one waits to be carried."""
        channel = self._channels.get(self.form.field("channel").value())
        return self._has_papers and channel is not None and bool(channel.does("document"))

    def _store(self) -> None:
        if not self.form.check():
            return
        values, meeting = self.form.values(), self._invitee.next_meeting
        if not values["channel"]:
            self.form.set_errors({"channel": self.tr("Fill this in.")})
            return
        draft = AttemptDraft(
            self._invitee.party_id,
            values["channel"],
            meeting.id if meeting is not None else None,
            values["delivered_by"],
            values["result"],
            self._at(values),
            values["received_by"],
            UUID(values["document_id"]) if self._carries() and values["document_id"] else None,
        )
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(
            self, lambda: scheduling.record_attempt(actor, draft), self._stored, self._on_refused
        )

    def _at(self, values: dict[str, Any]) -> datetime | None:
        """None, which is now, while day and hour still stand as they were proposed."""
        if values["day"] is None or values["hour"] is None:
            return None
        typed, now = datetime.combine(values["day"], values["hour"]), self._context.services.uow.clock.now()
        return None if typed == local(now).replace(second=0, microsecond=0) else instant(typed)

    def _stored(self, _attempt_id: object) -> None:
        self._context.toasts.show(self.tr("The attempt is recorded."))
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(bool(self._channels))
        self._context.errors.present(error, _AttemptErrors(self.form))

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit


def _paper(paper: InvitationPaper) -> Choice:
    issued = day_words(local(paper.issued_at).date())
    return Choice(paper.id.hex, isolate_ltr(to_persian(paper.number)) if paper.number else issued, quiet=issued)


class ResultSheet(Sheet):
    """How a try ended, once it is known; of a paper, what its slip of delivery tells."""

    def __init__(self, window: QWidget, context: AppContext, row: AttemptRow, results: tuple[Code, ...]) -> None:
        super().__init__(window, "", width=460)
        self._context, self._row = context, row
        self._results = {code.code: code for code in results}
        self.set_title(self.tr("Result of the attempt"))
        self.main.setText(self.tr("Record"))
        self.main.show()
        at = local(row.at)
        words = f"{row.channel_label} · {day_words(at.date())} · {hour_words(at.hour * 60 + at.minute)}"
        self.body.addWidget(Words(words, "quiet", wrap=True))
        if row.paper_no or row.delivered_by:
            paper = self.tr("Paper {number}").format(number=to_persian(row.paper_no)) if row.paper_no else ""
            taken = self.tr("taken by {name}").format(name=row.delivered_by) if row.delivered_by else ""
            self.body.addWidget(Words(" · ".join(part for part in (paper, taken) if part), "quiet", wrap=True))
        self.form = FormGrid(2)
        choices = [Choice(code.code, code.label) for code in results]
        self.form.add("result", Field(self.tr("Result"), ChoiceEdit(choices), required=True), 2)
        self.form.add("received_by", Field(self.tr("Who took it, and what to the person?"), TextEdit1()), 2)
        told = self.tr("As the slip says; empty where there is none")
        self.form.add("told_day", Field(self.tr("Handed over on"), JalaliDateEdit(), told))
        self.form.add("told_hour", Field(self.tr("Hour"), TimeEdit()))
        self.form.field("result").changed.connect(self._follow)
        self.body.addWidget(self.form)
        self.submitted.connect(self._store)
        self._follow()

    def _follow(self) -> None:
        result = self._results.get(self.form.field("result").value())
        self.form.field("received_by").setVisible(result is not None and bool(result.does("needs_receiver")))
        by_paper = self._row.document_id is not None or bool(self._row.delivered_by)
        for key in ("told_day", "told_hour"):
            self.form.field(key).setVisible(by_paper)

    def set_error(self, key: str, sentence: str) -> bool:
        """The service speaks of one instant, the form of day and hour."""
        return self.form.set_error("told_hour" if key == "told_at" else key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()

    def _told_at(self, values: dict[str, Any]) -> datetime | None:
        if values["told_day"] is None:
            return None
        return instant(datetime.combine(values["told_day"], values["told_hour"] or time(12)))

    def _store(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        scheduling, actor, row = self._context.services.scheduling, self._context.actor, self._row
        self._context.lanes.write(
            self,
            lambda: scheduling.set_attempt_result(
                actor, row.id, row.version, values["result"], values["received_by"], self._told_at(values)
            ),
            lambda _none: self.close_sheet(),
            self._context.errors.into(self),
        )


class _AttemptErrors:
    """The service speaks of one instant, the form of day and hour."""

    def __init__(self, form: FormGrid) -> None:
        self._form = form

    def set_error(self, key: str, sentence: str) -> bool:
        return self._form.set_error("hour" if key == "at" else key, sentence)

    def focus_first_error(self) -> None:
        self._form.focus_first_error()


class _CallLineView(QWidget):
    """A number with its hours; one that is not to be called is not shown."""

    def __init__(self, line: CallLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number = format_phone(line.number) if line.is_open else self.tr("not to be called")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(Words(number, "cardTitle" if line.is_open else "quiet"))
        box.addWidget(Words(self._whose(line), "quiet"))
        box.addStretch(1)
        if line.is_open and line.code_word:
            box.addWidget(Chip(self.tr("code word: {word}").format(word=line.code_word), "quiet"))
        if line.hours:
            box.addWidget(Chip(self.tr("hours to call: {hours}").format(hours=line.hours), "information"))
        elif line.is_open and line.is_safe is None:
            box.addWidget(Chip(self.tr("ask whether it suits"), "attention"))

    def _whose(self, line: CallLine) -> str:
        told = self.tr("told by {name}").format(name=line.given_by_name) if line.given_by_name else ""
        return " · ".join(part for part in (line.owner_label, told) if part)
