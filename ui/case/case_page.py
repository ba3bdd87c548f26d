"""The page of one file (P-3): its path, its people, the next step, and everything that was done."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from services.actor import Right
from services.cases import CaseStatus, Confidentiality, PartyRow
from services.clock import local
from services.drafts.service import DraftRow
from services.errors import NotAllowedError, NotFoundError
from services.overview import CasePage as Shown
from services.overview import PathStep, StepState
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from services.scheduling.shapes import AppointmentRow
from services.sessions import SessionRow
from ui.case.actions import CaseActions
from ui.case.appointments_card import AppointmentsCard
from ui.case.argument import read_argument
from ui.case.assign_sheet import AssignSheet, LevelSheet
from ui.case.columns import Columns
from ui.case.edit_sheet import EditSheet
from ui.case.outcome_card import OutcomeCard
from ui.case.papers_card import PapersCard
from ui.case.parties_card import PartiesCard
from ui.case.party_sheets import AddPartySheet, PartySheet
from ui.case.reason_sheets import RemovePartySheet, VoidSheet
from ui.case.reply_sheet import ReplySheet
from ui.case.sessions_card import SessionsCard
from ui.case.steps import PAGE_OF_STEP, step_icon, step_words
from ui.case.subject_card import SubjectCard
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.navigation import GAP, PAGE_MARGIN, Page
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.pages import may_open
from ui.safety.argument import SafetyArgument
from ui.safety.strip import SafetyStrip
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.invitation_panel import InvitationPanel
from ui.sessions.session_sheet import SessionSheet
from ui.sessions.session_view import SessionView
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Chip
from ui.widgets.mark import Mark
from ui.widgets.notices import EmptyState, Notice
from ui.widgets.sheet import Sheet
from ui.widgets.timeline import Step, Timeline

NOUNS = (
    "case", "party", "referral", "appointment", "session", "outcome", "document", "letter", "consent", "screen",
    "flag", "danger", "invitation", "person",
)  # fmt: skip
_SHARES = (10, 13, 10)
_ABREAST = 900


class CasePage(Page):
    """Opened with a file's id or a `CaseArgument`. Ctrl+Enter is the next step."""

    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._about = read_argument(argument)
        self._opens = self._about.open
        self.shown: Shown | None = None
        self.actions_ = CaseActions(context, self)
        self.actions_.set_compact(True)  # the window must not grow before the width is known
        for button in self.actions_.buttons():
            self.add_button(button)
        self._draft_bar = Notice("", "information", "history")
        self._missing = EmptyState(self.tr("There is no such file."), self.tr("To the desk"), "folder-open-outline")
        self.timeline = Timeline()
        self._path = Card(self.tr("Path of the file"))
        self.parties, self.subject = PartiesCard(), SubjectCard()
        self.safety = SafetyStrip(context, self._about.case_id)
        self.appointments, self.sessions = AppointmentsCard(), SessionsCard()
        self.outcome = OutcomeCard(may_write=context.may(Right.OUTCOME_WRITE))
        self.papers = PapersCard()
        self.invitations = InvitationPanel(context, self._about.case_id)
        self._people = QWidget()
        self._abreast = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._people)
        self._columns = Columns(_SHARES)
        self._build()
        self._connect()
        context.bus.on(self, NOUNS, self.refresh)

    # --- building ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._draft_bar.hide()
        self._missing.hide()
        self._path.add(self.timeline)
        self._abreast.setContentsMargins(0, 0, 0, 0)
        self._abreast.setSpacing(px(GAP))
        self._abreast.addWidget(self.parties, 10)
        self._abreast.addWidget(self.safety, 23)
        self._columns.set_columns(
            (
                (self.subject,),
                (self.appointments, self.sessions, self.invitations),
                (self.outcome, self.papers),
            )
        )
        may = self.context.may
        self.appointments.setVisible(may(Right.APPOINTMENT_READ))
        self.sessions.setVisible(may(Right.SESSION_READ))
        self.papers.setVisible(may(Right.DOCUMENT_READ))
        if may(Right.CASE_EDIT) and may(Right.IDENTITIES):
            self.parties.add_action(self.tr("Add a party"), "account-plus-outline", partial(self._do, "party"))
        for part in (self._draft_bar, self._missing, self._path, self._people, self._columns):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._set_shown(False)

    def _connect(self) -> None:
        self.actions_.wanted.connect(self._do)
        self.parties.person_wanted.connect(self._open_person)
        self.parties.edit_wanted.connect(self._edit_party)
        self.subject.case_wanted.connect(lambda case_id: self.context.navigate("case", case_id))
        self.appointments.opened.connect(self._open_appointment)
        self.sessions.opened.connect(self._open_session)
        self.outcome.signatures_seen.connect(self._see_signatures)
        self.outcome.edit_wanted.connect(partial(self._do, "outcome"))
        self.papers.opened.connect(lambda key: self.context.navigate("paper", key))
        self._missing.acted.connect(lambda: self.context.navigate("home"))

    # --- reading ----------------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        """Opens the file: this is recorded."""
        overview, actor, case_id = self.context.services.overview, self.context.actor, self._about.case_id
        self.context.lanes.read(
            self, lambda: overview.case_page(actor, case_id), self._on_opened, self._on_missing, latest="page"
        )

    def refresh(self) -> None:
        """After a change; what stands here stays until the answer comes."""
        if self.shown is None:
            return
        overview, actor, case_id = self.context.services.overview, self.context.actor, self._about.case_id
        self.context.lanes.read(
            self, lambda: overview.refresh_case(actor, case_id), self._show, self._on_not_refreshed, latest="page"
        )

    def main_action(self) -> None:
        if self.actions_.main.isVisible():
            self._do("next")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        ways = QBoxLayout.Direction
        self._abreast.setDirection(ways.LeftToRight if self.width() >= px(_ABREAST) else ways.TopToBottom)

    def _on_opened(self, page: Shown) -> None:
        self._show(page)
        if self._opens:
            opens, self._opens = self._opens, ""
            self._open_named(opens)
        else:
            self._look_for_drafts()
            self.parties.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_refreshed(self, error: Exception) -> None:
        """A page that stood open overnight is opened anew."""
        if isinstance(error, NotAllowedError):
            self.activate()
        else:
            self._on_missing(error)

    def _on_missing(self, error: Exception) -> None:
        """A file that the actor may not see does not exist (P-6)."""
        if not isinstance(error, (NotFoundError, NotAllowedError)):
            self.context.errors.present(error)
            return
        self.shown = None
        self.set_title(self.tr("File"))
        self._set_shown(False)
        self._missing.show()

    # --- showing ----------------------------------------------------------------------------------------------

    def _show(self, page: Shown) -> None:
        self.shown = page
        detail = page.detail
        row = detail.row
        self.set_title(self.tr("File {number}").format(number=to_persian(row.case_no)), self._subtitle_of(page))
        self._show_chips(page)
        self.actions_.set_open(row.status is not CaseStatus.VOIDED)
        self._path.set_aside(self.tr("{count} days since it came").format(count=to_persian(page.days_since_referral)))
        self.timeline.set_steps([_step(step, self.context.today()) for step in page.path])
        self.parties.show_parties(detail.parties, dict(page.party_marks))
        self.subject.show_case(detail)
        self.appointments.show_appointments(page.appointments, self.context.services.uow.clock.now())
        self.sessions.show_sessions(page.sessions)
        self.outcome.show_outcome(
            page.outcome,
            may_change=row.status is CaseStatus.OUTCOME_RECORDED,
            offers_signatures=page.next.key != "signatures",
        )
        self.papers.show_papers(page.papers)
        self._set_shown(True)
        self._fit_head()

    def _set_shown(self, shown: bool) -> None:
        for part in (self._path, self._people, self._columns):
            part.setVisible(shown)

    def _fit_head(self) -> None:
        """Title, chips and buttons in one line: first the words of the quiet buttons give way, then the name."""
        page = self.shown
        room = self.width() - 2 * px(PAGE_MARGIN) - px(24)
        for level in range(3):
            self.actions_.set_compact(level > 0)
            if page is not None:
                self.actions_.show_next(step_words(page.next, page if level < 2 else None), step_icon(page.next))
            if self._head_width() <= room:
                return

    def _head_width(self) -> int:
        items = [self.chips.itemAt(place) for place in range(self.chips.count())]
        chips = [item.sizeHint().width() for item in items if item is not None]
        buttons = [button.sizeHint().width() for button in self.actions_.buttons() if not button.isHidden()]
        title = self.fontMetrics().horizontalAdvance(self.title()) * 2  # the title is bold and 1.6 times as large
        return title + sum(chips) + sum(buttons) + px(12) * (len(chips) + len(buttons) + 1)

    def _subtitle_of(self, page: Shown) -> str:
        row = page.detail.row
        responsible = self.tr("responsible: {name}").format(name=row.responsible_name)
        return " · ".join(part for part in (row.category, row.subject_line, responsible) if part)

    def _show_chips(self, page: Shown) -> None:
        while (item := self.chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        row = page.detail.row
        self.chips.addWidget(Chip(row.status_label, "information"))
        if page.outcome is not None:
            waits = page.outcome.is_awaiting_signatures
            words = self.tr("waiting for signatures") if waits else row.disposition_label
            self.chips.addWidget(Chip(words, "attention" if waits else "accent"))
        if row.confidentiality is not Confidentiality.NORMAL:
            self.chips.addWidget(Chip(self.tr("restricted"), "quiet"))
        for mark in page.marks:
            self.chips.addWidget(Mark(mark.letter, mark.words or mark.letter))

    def _look_for_drafts(self) -> None:
        drafts, actor = self.context.services.drafts, self.context.actor
        self.context.lanes.draft(self, lambda: drafts.of(actor), self._offer_drafts)

    def _offer_drafts(self, rows: tuple[DraftRow, ...]) -> None:
        """What was not finished, perhaps before a power cut."""
        mine = f"{self._about.case_id.hex}:"
        row = next((one for one in rows if one.form.startswith("case:") and one.subject.startswith(mine)), None)
        self._draft_bar.setVisible(row is not None)
        while (item := self._draft_bar.buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if row is None:
            return
        subject = row.subject
        named = read_argument(subject)
        words = self.tr("An outcome was not finished.")
        if named.open == "session":
            words = self.tr("The writing on a session was not finished.")
        self._draft_bar.set_sentence(words)
        go_on, discard = QuietButton(self.tr("Go on")), LinkButton(self.tr("Discard"))
        go_on.clicked.connect(lambda: self._resume(subject))
        discard.clicked.connect(lambda: self._discard(row))
        self._draft_bar.buttons.addWidget(go_on)
        self._draft_bar.buttons.addWidget(discard)

    def _resume(self, subject: str) -> None:
        self._draft_bar.hide()
        self._about = read_argument(subject)
        self._open_named(self._about.open)

    def _discard(self, row: DraftRow) -> None:
        drafts, actor = self.context.services.drafts, self.context.actor
        self._draft_bar.hide()
        self.context.lanes.draft(self, lambda: drafts.discard(actor, row.form, row.subject))

    # --- doing ------------------------------------------------------------------------------------------------

    def _do(self, key: str) -> None:
        page = self.shown
        if page is None:
            return
        sheets: dict[str, Callable[[], Sheet]] = {
            "appointment": lambda: BookingSheet(self, self.context, page.detail.id),
            "session": lambda: SessionSheet(self, self.context, page, self._hour_of(page)),
            "outcome": lambda: OutcomeSheet(self, self.context, page),
            "reply": lambda: ReplySheet(self, self.context, page),
            "subject": lambda: EditSheet(self, self.context, page),
            "party": lambda: AddPartySheet(self, self.context, page),
            "assign": lambda: AssignSheet(self, self.context, page),
            "level": lambda: LevelSheet(self, self.context, page),
            "void": lambda: VoidSheet(self, self.context, page),
        }
        if key == "next":
            self._take_step(page)
        elif key == "paper":
            self.context.navigate("issue_paper", IssueArgument(page.detail.id))
        elif key == "edit_party":
            self.parties.edit_current()
        elif key == "outcome":
            self._open(sheets[key]()).saved.connect(lambda _row: self._offer_papers())  # type: ignore[attr-defined]
        else:
            self._open(sheets[key]())

    def _take_step(self, page: Shown) -> None:
        step = page.next
        if step.key in PAGE_OF_STEP and step.person_id is not None:
            self.context.navigate(PAGE_OF_STEP[step.key], SafetyArgument(page.detail.id, step.person_id))
        elif step.key == "signatures":
            self._see_signatures()
        elif step.key:
            self._do(step.key)

    def _open(self, sheet: Sheet) -> Sheet:
        sheet.open_sheet()
        return sheet

    def _open_named(self, name: str) -> None:
        """The sheet that the page was opened for."""
        page = self.shown
        if page is None:
            return
        if name == "session":
            row = next((one for one in page.sessions if one.id == self._about.session_id), None)
            booked = None if row is not None else self._hour_of(page)
            self._open(SessionSheet(self, self.context, page, booked, row))
        elif name == "signatures":
            self.actions_.main.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in ("outcome", "appointment", "reply"):
            self._do(name)

    def _hour_of(self, page: Shown) -> AppointmentRow | None:
        """The booked hour that is to be recorded: the one asked for, or the first that has passed."""
        waiting = [row for row in page.appointments if row.is_scheduled]
        asked_for = [row for row in waiting if row.id == self._about.appointment_id]
        return next((row for row in (*asked_for, *waiting) if row in asked_for or self._has_begun(row)), None)

    def _has_begun(self, row: AppointmentRow) -> bool:
        now = local(self.context.services.uow.clock.now())
        return (row.day, row.start) <= (now.date(), now.hour * 60 + now.minute)

    def _open_person(self, person_id: UUID) -> None:
        if may_open("person", self.context.actor):
            self.context.navigate("person", person_id)

    def _edit_party(self, party: PartyRow) -> None:
        page = self.shown
        if page is None or not self.context.may(Right.CASE_EDIT):
            return
        sheet = PartySheet(self, self.context, page, party)
        sheet.remove_wanted.connect(self._remove_party)
        sheet.open_sheet()

    def _remove_party(self, party: PartyRow) -> None:
        if self.shown is not None:
            RemovePartySheet(self, self.context, self.shown, party).open_sheet()

    def _open_appointment(self, row: AppointmentRow) -> None:
        """A past hour is recorded (P-27); any other is moved or cancelled."""
        is_due = row.is_scheduled and self._has_begun(row)
        if self.shown is not None and is_due and self.context.may(Right.SESSION_WRITE):
            SessionSheet(self, self.context, self.shown, row).open_sheet()
        else:
            AppointmentSheet(self, self.context, row).open_sheet()

    def _open_session(self, row: SessionRow) -> None:
        view = SessionView(self, self.context, row)
        view.correct_wanted.connect(lambda: self._correct(row))
        view.open_sheet()

    def _correct(self, row: SessionRow) -> None:
        if self.shown is not None:
            SessionSheet(self, self.context, self.shown, session=row).open_sheet()

    def _see_signatures(self) -> None:
        page = self.shown
        if page is None:
            return
        outcomes, actor, detail = self.context.services.outcomes, self.context.actor, page.detail
        said = self.tr("Recorded: the signatures of all sides were seen.")
        self.context.lanes.write(
            self,
            lambda: outcomes.see_signatures(actor, detail.id, detail.version),
            lambda _nothing: self.context.toasts.show(said),
        )

    def _offer_papers(self) -> None:
        """After the outcome: what usually follows it."""
        page = self.shown
        if page is None:
            return
        self._draft_bar.set_sentence(self.tr("The outcome is recorded. What follows?"))
        while (item := self._draft_bar.buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if page.detail.row.is_reply_owed and self.context.may(Right.LETTER_REGISTER):
            reply = QuietButton(self.tr("Answer the referral"), "reply")
            reply.clicked.connect(partial(self._do, "reply"))
            self._draft_bar.buttons.addWidget(reply)
        if self.context.may(Right.DOCUMENT_ISSUE) and may_open("issue_paper", self.context.actor):
            certificate = QuietButton(self.tr("Attendance certificate"), "certificate-outline")
            argument = IssueArgument(page.detail.id, "attendance_certificate")
            certificate.clicked.connect(lambda: self.context.navigate("issue_paper", argument))
            self._draft_bar.buttons.addWidget(certificate)
        self._draft_bar.setVisible(self._draft_bar.buttons.count() > 0)


def _step(step: PathStep, today: object) -> Step:
    late = step.state is not StepState.DONE and step.day is not None and step.day < today  # type: ignore[operator]
    tone = "danger" if late and step.kind == "reply" else "attention" if late else ""
    if step.state is StepState.NEXT and not tone:
        tone = "accent"
    return Step(step.label, format_day_month(step.day) if step.day else "", step.state is StepState.DONE, tone)
