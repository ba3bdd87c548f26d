"""What can be done on the page of a file: every sheet, and every way to another page."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.attachments import AttachmentRow
from services.cases import PartyRow
from services.clock import local
from services.closing import CheckItem
from services.documents import PaperKind
from services.outcomes import OutcomeRow
from services.overview import CasePage as Shown
from services.referrals_out import ReferralOutRow
from services.scheduling.shapes import AppointmentRow
from services.sessions import SessionRow
from ui.attachments.attach_sheet import AttachSheet
from ui.attachments.attachment_sheet import AttachmentSheet
from ui.attachments.void_sheet import VoidAttachmentSheet
from ui.case.argument import CaseArgument
from ui.case.assign_sheet import AssignSheet, LevelSheet
from ui.case.earlier_file_sheet import EarlierFileSheet
from ui.case.edit_sheet import EditSheet
from ui.case.hold_sheet import HoldSheet, ResumeSheet
from ui.case.party_sheets import AddPartySheet, PartySheet
from ui.case.readers_sheet import ReadersSheet
from ui.case.reason_sheets import RemovePartySheet, VoidSheet
from ui.case.reply_sheet import ReplySheet, letter_of_answer
from ui.case.rounds_sheet import RoundsSheet
from ui.case.steps import PAGE_OF_STEP
from ui.closing.closing_sheet import ClosingSheet
from ui.closing.reopen_sheet import ReopenSheet
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.follow_up.call_sheet import CallSheet
from ui.handover.passed_on_sheet import PassedOnSheet
from ui.outcomes.clause_sheet import ClauseSheet
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.pages import may_open
from ui.referrals_out.refer_sheet import ReferSheet
from ui.referrals_out.referral_sheet import ReferralSheet
from ui.safety.argument import SafetyArgument
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.sessions.session_sheet import SessionSheet
from ui.sessions.session_view import SessionView
from ui.widgets.sheet import Sheet

_DEEDS = {
    "D06": PaperKind.COMPLETION_CERTIFICATE,
    "D08": PaperKind.SETTLEMENT_RECORD,
    "D09": PaperKind.NON_SETTLEMENT_RECORD,
    "D11": PaperKind.COMPLAINT_WAIVER,
    "D28": PaperKind.ABSENCE_NOTE,
}
"""The records of an ending, by the id that the list of dispositions names."""
_WORK_OF = {"reply": "reply", "paper": "paper", "reopen": "reopen", "agreement": "outcome"}
"""The work of the page that a line of the checklist leads to."""


class CaseWorks(QObject):
    """`page` is what is shown now; nothing is done before it is. `concluded` carries the recorded `OutcomeRow`."""

    concluded = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, about: CaseArgument) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.about = about
        self.page: Shown | None = None

    def do(self, key: str) -> None:
        """One of the works of `CaseActions`, or "reply": the letter with the result."""
        page = self.page
        if page is None:
            return
        if key == "next":
            self._take_step(page)
        elif key == "paper":
            self.issue()
        elif key == "reply":
            self._answer(page)
        else:
            self._open(self._sheets(page)[key]())

    def open_named(self, name: str) -> None:
        """The sheet that the page was opened for; "signatures" stands in the page itself."""
        page = self.page
        if page is None or name == "signatures":
            return
        if name == "session" and self.about.session_id is not None:
            self._correct_stored(self.about.session_id)
        elif name == "session":
            self._open(SessionSheet(self._window, self._context, page, self._hour_of(page)))
        elif name in self._sheets(page):  # a draft may be about a row of the page, without a sheet
            self.do(name)

    def _correct_stored(self, session_id: UUID) -> None:
        """Also one of long ago, which the page does not show."""
        sessions, actor, case_id = self._context.services.sessions, self._context.actor, self.about.case_id

        def found(rows: tuple[SessionRow, ...]) -> None:
            row = next((one for one in rows if one.id == session_id), None)
            if row is not None:
                self.correct(row)

        self._context.lanes.read(self, lambda: sessions.of_case(actor, case_id), found)

    def open_person(self, person_id: UUID) -> None:
        if may_open("person", self._context.actor):
            self._context.navigate("person", person_id)

    def open_appointment(self, row: AppointmentRow) -> None:
        """A past hour is recorded (P-27); any other is moved or cancelled."""
        is_due = row.is_scheduled and self._has_begun(row)
        if self.page is not None and is_due and self._context.may(Right.SESSION_WRITE):
            self._open(SessionSheet(self._window, self._context, self.page, row))
        else:
            self._open(AppointmentSheet(self._window, self._context, row))

    def open_session(self, row: SessionRow) -> None:
        view = SessionView(self._window, self._context, row)
        view.correct_wanted.connect(lambda: self.correct(row))
        view.open_sheet()

    def open_attachment(self, row: AttachmentRow) -> None:
        sheet = AttachmentSheet(self._window, self._context, row)
        sheet.void_wanted.connect(lambda: self._void_attachment(row))
        sheet.open_sheet()

    def _void_attachment(self, row: AttachmentRow) -> None:
        if self.page is not None:
            self._open(VoidAttachmentSheet(self._window, self._context, self.page, row))

    def open_referral(self, row: ReferralOutRow) -> None:
        if self.page is not None:
            may_write = self._context.may(Right.REFERRAL_WRITE)
            self._open(ReferralSheet(self._window, self._context, self.page, row, may_write=may_write))

    def correct(self, row: SessionRow) -> None:
        if self.page is not None:
            self._open(SessionSheet(self._window, self._context, self.page, session=row))

    def edit_party(self, party: PartyRow) -> None:
        if self.page is None or not self._context.may(Right.CASE_EDIT):
            return
        sheet = PartySheet(self._window, self._context, self.page, party)
        sheet.remove_wanted.connect(self._remove_party)
        sheet.open_sheet()

    def see_signatures(self) -> None:
        """P-30: one key, and the settlement counts."""
        if self.page is None:
            return
        outcomes, actor, detail = self._context.services.outcomes, self._context.actor, self.page.detail
        said = self.tr("Recorded: the signatures of all sides were seen.")
        self._context.lanes.write(
            self,
            lambda: outcomes.see_signatures(actor, detail.id, detail.version),
            lambda _nothing: self._context.toasts.show(said),
        )

    def issue(self, kind: str = "") -> None:
        """The page of a new paper of that kind, "" to choose there."""
        if self.page is not None:
            self._context.navigate("issue_paper", IssueArgument(self.page.detail.id, kind))

    def may_issue(self) -> bool:
        return self._context.may(Right.DOCUMENT_ISSUE) and may_open("issue_paper", self._context.actor)

    def deed(self, outcome: OutcomeRow) -> PaperKind | None:
        """The record that belongs to how the file ended, None where it has none."""
        codes, actor = self._context.services.codes, self._context.actor
        papers = codes.of(actor).does("disposition", outcome.disposition, "documents") or ()
        return next((_DEEDS[one] for one in papers if one in _DEEDS), None)

    def _answer(self, page: Shown) -> None:
        """By the letter that is made here; who may make none enters the number of one written elsewhere."""
        letter = letter_of_answer(self._context, page)
        if letter is None:
            self.do("reply_by_hand")
        else:
            self._context.navigate("issue_paper", letter)

    def _sheets(self, page: Shown) -> dict[str, Callable[[], Sheet]]:
        window, context = self._window, self._context
        return {
            "appointment": lambda: BookingSheet(window, context, page.detail.id),
            "session": lambda: SessionSheet(window, context, page, self._hour_of(page)),
            "outcome": lambda: self._outcome(page),
            "reply_by_hand": lambda: ReplySheet(window, context, page),
            "refer": lambda: ReferSheet(window, context, page),
            "rounds": lambda: RoundsSheet(window, context, page),
            "readers": lambda: ReadersSheet(window, context, page),
            "handovers": lambda: PassedOnSheet(window, context, page),
            "attach": lambda: AttachSheet(window, context, page),
            "subject": lambda: EditSheet(window, context, page),
            "party": lambda: AddPartySheet(window, context, page),
            "earlier": lambda: EarlierFileSheet(window, context, page),
            "assign": lambda: AssignSheet(window, context, page),
            "level": lambda: LevelSheet(window, context, page),
            "hold": lambda: HoldSheet(window, context, page),
            "resume": lambda: ResumeSheet(window, context, page),
            "close": lambda: self._close(page),
            "reopen": lambda: ReopenSheet(window, context, page),
            "return": lambda: ReopenSheet(window, context, page, returns=True),
            "void": lambda: VoidSheet(window, context, page),
        }

    def _close(self, page: Shown) -> ClosingSheet:
        sheet = ClosingSheet(self._window, self._context, page)
        sheet.wanted.connect(self._mend)
        return sheet

    def _mend(self, item: CheckItem) -> None:
        """To where a line of the checklist is done."""
        page, navigate = self.page, self._context.navigate
        if page is None:
            return
        match item.leads_to, item.subject_id:
            case "risk", _:
                navigate("safety", page.detail.id)
            case "original", UUID() as paper_id:
                navigate("paper", paper_id)
            case "follow_up", UUID() as follow_up_id:
                self.open_follow_up(follow_up_id)
            case "signatures", _:
                self.see_signatures()
            case "referral_out", referral_id:
                for row in page.referrals_out:
                    if row.id == referral_id:
                        self.open_referral(row)
            case "session", _ if page.sessions:
                self.open_session(page.sessions[0])
            case "clause", UUID() as clause_id:
                self._open(ClauseSheet(self._window, self._context, page, clause_id))
            case lead, _ if lead in _WORK_OF:
                self.do(_WORK_OF[lead])

    def open_follow_up(self, follow_up_id: UUID) -> None:
        """The sheet of one call; what follows a breach is one key away."""
        sheet = CallSheet(self._window, self._context, follow_up_id)
        sheet.leads_to.connect(self.lead)
        sheet.open_sheet()

    def lead(self, way: str) -> None:
        """What was chosen after a call (P-31)."""
        if way in ("appointment", "paper", "return"):
            self.do(way)

    def _outcome(self, page: Shown) -> OutcomeSheet:
        chosen = self.about.disposition if self.about.case_id == page.detail.id else ""
        sheet = OutcomeSheet(self._window, self._context, page, chosen)
        sheet.saved.connect(self.concluded)
        return sheet

    def _take_step(self, page: Shown) -> None:
        step = page.next
        if step.key in PAGE_OF_STEP and step.person_id is not None:
            self._context.navigate(PAGE_OF_STEP[step.key], SafetyArgument(page.detail.id, step.person_id))
        elif step.key == "signatures":
            self.see_signatures()
        elif step.key:
            self.do(step.key)

    def _remove_party(self, party: PartyRow) -> None:
        if self.page is not None:
            self._open(RemovePartySheet(self._window, self._context, self.page, party))

    def _hour_of(self, page: Shown) -> AppointmentRow | None:
        """The booked hour that is to be recorded: the one asked for, or the first that has passed."""
        waiting = [row for row in page.appointments if row.is_scheduled]
        asked_for = [row for row in waiting if row.id == self.about.appointment_id]
        return next((row for row in (*asked_for, *waiting) if row in asked_for or self._has_begun(row)), None)

    def _has_begun(self, row: AppointmentRow) -> bool:
        now = local(self._context.services.uow.clock.now())
        return (row.day, row.start) <= (now.date(), now.hour * 60 + now.minute)

    @staticmethod
    def _open(sheet: Sheet) -> None:
        sheet.open_sheet()
