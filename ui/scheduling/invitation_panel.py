"""The card of invitations on the page of a case: per party the tries so far, and the next one (P-1, §2.3 step 3)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.codes import Code
from services.persian.digits import to_persian
from services.scheduling.shapes import AttemptRow, Invitee
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.pages import may_open
from ui.scheduling.attempt_sheet import AttemptSheet, ResultSheet
from ui.scheduling.words import day_words, hour_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card, Line
from ui.widgets.labels import Chip, OneLine, Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_NOUNS = ("invitation", "appointment", "party", "case", "screen", "flag", "consent")


class InvitationPanel(Card):
    """`InvitationPanel(context, case_id)`: loads itself, follows every change, hides from who has no appointments."""

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Invitations"))
        self._context, self._case_id = context, case_id
        self._invitees: tuple[Invitee, ...] = ()
        self._results: tuple[Code, ...] = ()
        self._parts: list[InviteePart] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(px(10))
        self.add(self._box)
        self.outside = LinkButton(self.tr("All without a result"), "email-fast-outline")
        self.outside.clicked.connect(lambda: context.navigate("invitations"))
        self.header.addWidget(self.outside)
        self.outside.setVisible(may_open("invitations", context.actor))
        may_see = context.may(Right.APPOINTMENT_READ)
        if may_see:
            context.bus.on(self, _NOUNS, self.refresh)
            self.refresh()
        else:
            self.hide()

    def refresh(self) -> None:
        services, actor, case_id = self._context.services, self._context.actor, self._case_id

        def read() -> tuple[tuple[Invitee, ...], tuple[Code, ...]]:
            return services.scheduling.invitees(actor, case_id), services.codes.all(actor, "invitation_result")

        self._context.lanes.read(self, read, self._show, latest="invitees")

    def parts(self) -> tuple["InviteePart", ...]:
        """One part a party, in the order of the file."""
        return tuple(self._parts)

    def _show(self, found: tuple[tuple[Invitee, ...], tuple[Code, ...]]) -> None:
        invitees, self._results = found
        if invitees == self._invitees:
            return
        focused = next((part.invitee.party_id for part in self._parts if part.holds_keyboard()), None)
        self._invitees = invitees
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._parts = []
        for place, invitee in enumerate(invitees):
            if place and not invitees[place - 1].attempts:
                self._box.addWidget(Line())
            part = InviteePart(self._context, self._case_id, invitee)
            part.rows.opened.connect(self._open_result)
            self._parts.append(part)
            self._box.addWidget(part)
            if invitee.party_id == focused:
                part.take_keyboard()
        if not invitees:
            self._box.addWidget(Words(self.tr("No party is registered yet."), "quiet"))

    def _open_result(self, attempt_id: object) -> None:
        """A try whose result is not known yet."""
        rows = [row for invitee in self._invitees for row in invitee.attempts]
        row = next((row for row in rows if row.id == attempt_id), None)
        if row is not None and not row.result and self._context.may(Right.APPOINTMENT_WRITE):
            ResultSheet(self, self._context, row, self._results).open_sheet()


class InviteePart(QWidget):
    """One party: where the invitation stands, what can be done, and the tries, latest first."""

    def __init__(self, context: AppContext, case_id: UUID, invitee: Invitee, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.invitee = invitee
        self._context, self._case_id = context, case_id
        self.record = QuietButton(self.tr("Record an invitation"), "phone-outline")
        self.print = LinkButton(self.tr("Print the invitation"), "printer-outline")
        self.rows = RowList(fits=True, dense=True)
        self.rows.setAccessibleName(self.tr("Attempts: {name}").format(name=invitee.name))
        self.rows.set_rows([self._row(row) for row in invitee.attempts])
        for button, act in ((self.record, self._record), (self.print, self._print)):
            button.setAccessibleName(f"{button.text()}: {invitee.name}")
            button.clicked.connect(act)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(6))
        box.addLayout(self._head())
        if not invitee.may_invite:
            box.addWidget(Words(invitee.refusal, "quiet", wrap=True))
        box.addLayout(self._works())
        box.addWidget(self.rows)
        may_call = context.may(Right.APPOINTMENT_WRITE) and context.may(Right.PERSON_READ)
        self.record.setVisible(invitee.may_invite and may_call)
        self.print.setVisible(invitee.may_invite and context.may(Right.DOCUMENT_ISSUE))
        self.rows.setVisible(bool(invitee.attempts))

    def holds_keyboard(self) -> bool:
        return any(widget.hasFocus() for widget in (self.record, self.print, self.rows))

    def take_keyboard(self) -> None:
        if not self.record.isHidden():
            self.record.setFocus()

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(OneLine(self.invitee.name, "strong"))
        names.addWidget(OneLine(self._line(), "hint"))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addLayout(names, 1)
        chip = self._chip()
        if chip is not None:
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _works(self) -> QHBoxLayout:
        """What can be done, in a line of its own: the column may be narrow."""
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.record)
        line.addWidget(self.print)
        line.addStretch(1)
        return line

    def _line(self) -> str:
        meeting = self.invitee.next_meeting
        if meeting is None:
            return self.invitee.role_label
        words = self.tr("appointment {day}, {hour}")
        told = words.format(day=day_words(meeting.day), hour=hour_words(meeting.start))
        return f"{self.invitee.role_label} · {told}"

    def _chip(self) -> Chip | None:
        invitee = self.invitee
        last = invitee.attempts[0] if invitee.attempts else None
        if last is not None and last.has_reached:
            return Chip(last.result_label, "accent")
        if not invitee.counted:
            return None
        count = self.tr("{done} of {limit} attempts")
        words = count.format(done=to_persian(invitee.counted), limit=to_persian(invitee.limit))
        return Chip(words, "attention" if invitee.counted >= invitee.limit else "quiet")

    def _row(self, row: AttemptRow) -> Row:
        at = local(row.at)
        paper = self.tr("paper {number}").format(number=to_persian(row.paper_no)) if row.paper_no else ""
        who = " · ".join(part for part in (paper, row.delivered_by, row.received_by) if part)
        when = f"{day_words(at.date())} · {hour_words(at.hour * 60 + at.minute)}"
        quiet = f"{when} · {who}" if who else when
        if not row.result:
            return Row(row.id, row.channel_label, quiet, self.tr("result open"), "attention")
        return Row(row.id, row.channel_label, quiet, row.result_label, "accent" if row.has_reached else "quiet")

    def _record(self) -> None:
        AttemptSheet(self, self._context, self.invitee).open_sheet()

    def _print(self) -> None:
        meeting = self.invitee.next_meeting
        self._context.navigate(
            "issue_paper",
            IssueArgument(
                self._case_id,
                "invitation_letter",
                person_id=self.invitee.person_id,
                appointment_id=meeting.id if meeting is not None else None,
            ),
        )
