"""Steps that need the file: it is opened for them, which is recorded, and the sheet lies over the list."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from services.agreements import AgreementState
from services.cases import ReferralRow
from services.documents import IssuedPaper
from services.letters import LetterDetail
from services.overview import CasePage
from services.safety import SafetyState
from services.scheduling.shapes import AppointmentRow
from services.worklist import Task
from ui.attachments.attach_sheet import AttachSheet
from ui.case.argument import CaseArgument
from ui.case.reply_sheet import ReplySheet, letter_of_answer, owed_referral
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.documents.registry_sheet import RegistrySheet
from ui.letters.letter_sheet import LetterSheet
from ui.outcomes.clause_sheet import ClauseSheet
from ui.outcomes.signature_sheets import SignaturesSheet
from ui.referrals_out.referral_sheet import ReferralSheet
from ui.safety.flag_works import FlagWorks
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.ask import Action, ask
from ui.widgets.sheet import Sheet
from ui.worklist.extend_sheet import ExtendSheet


class CaseSteps(QObject):
    """Each takes the row whose step it does. A file that is gone says so where errors go."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._flags = FlagWorks(window, context)

    def reply(self, task: Task) -> None:
        """The letter with the result; before there is one, or by who makes no papers, its number alone."""

        def made(page: CasePage) -> Sheet | None:
            return self._answer(page, owed_referral(page))

        self._over(task, made)

    def answer_again(self, task: Task) -> None:
        """The letter that corrects an answer which is right no longer."""

        def made(page: CasePage) -> Sheet | None:
            found = next((one for one in page.detail.referrals if one.id == task.subject_id), None)
            return self._answer(page, found if found is not None and found.is_answer_outdated else None)

        self._over(task, made)

    def _answer(self, page: CasePage, referral: ReferralRow | None) -> Sheet | None:
        letter = letter_of_answer(self._context, page, referral)
        if letter is None:
            return ReplySheet(self._window, self._context, page, referral)
        self._context.navigate("issue_paper", letter)
        return None

    def extend(self, task: Task) -> None:
        self._over(task, lambda page: ExtendSheet(self._window, self._context, page, task.subject_id))

    def original(self, task: Task) -> None:
        self._over(task, lambda page: AttachSheet(self._window, self._context, page, task.subject_id))

    def clause(self, task: Task) -> None:
        """What became of it; after a breach the papers of the file are one key away (P-31)."""

        def made(page: CasePage) -> Sheet | None:
            known = page.agreement.clauses if page.agreement is not None else ()
            if not any(one.id == task.subject_id for one in known):
                self._to_file(task, "")
                return None
            sheet = ClauseSheet(self._window, self._context, page, task.subject_id)
            about = IssueArgument(page.detail.id)
            sheet.breached.connect(lambda: self._context.navigate("issue_paper", about))
            return sheet

        self._over(task, made)

    def signatures(self, task: Task) -> None:
        """By name where there is an agreement; an outcome without one is confirmed as a whole (P-30)."""

        def made(page: CasePage) -> Sheet | None:
            agreement = page.agreement
            if agreement is not None and agreement.state is AgreementState.AWAITING:
                return SignaturesSheet(self._window, self._context, page)
            self._confirm_signatures(page)
            return None

        self._over(task, made)

    def referral_out(self, task: Task) -> None:
        def made(page: CasePage) -> Sheet | None:
            row = next((one for one in page.referrals_out if one.id == task.subject_id), None)
            if row is None:
                self._to_file(task, "")
                return None
            return ReferralSheet(self._window, self._context, page, row, may_write=True)

        self._over(task, made)

    def record(self, task: Task) -> None:
        """The session of the booked hour."""

        def made(page: CasePage) -> Sheet | None:
            row = next((one for one in page.appointments if one.id == task.subject_id), None)
            if row is None:  # of a long history the page holds the latest alone
                self._to_file(task, "session")
                return None
            return SessionSheet(self._window, self._context, page, row)

        self._over(task, made)

    def appointment(self, task: Task) -> None:
        """It was cancelled, or nobody came."""
        scheduling, actor = self._context.services.scheduling, self._context.actor

        def show(row: AppointmentRow) -> None:
            AppointmentSheet(self._window, self._context, row).open_sheet()

        self._context.lanes.read(self, lambda: scheduling.row(actor, task.subject_id), show)

    def book(self, task: Task) -> None:
        BookingSheet(self._window, self._context, task.case_id).open_sheet()

    def registry(self, task: Task) -> None:
        documents, actor = self._context.services.documents, self._context.actor

        def show(paper: IssuedPaper) -> None:
            RegistrySheet(self._window, self._context, paper).open_sheet()

        self._context.lanes.read(self, lambda: documents.get(actor, task.subject_id), show)

    def letter(self, task: Task) -> None:
        letters, actor = self._context.services.letters, self._context.actor

        def show(detail: LetterDetail) -> None:
            LetterSheet(self._window, self._context, detail.row).open_sheet()

        self._context.lanes.read(self, lambda: letters.detail(actor, task.subject_id), show)

    def flag(self, task: Task, action: str) -> None:
        """One mark: "review", "report" or "close"; reading what it says is recorded."""
        if task.case_id is None:
            return
        safety, actor, case_id = self._context.services.safety, self._context.actor, task.case_id

        def show(state: SafetyState) -> None:
            for flag in state.flags:
                if flag.id == task.subject_id:
                    self._flags.do(action, flag)

        self._context.lanes.read(self, lambda: safety.state(actor, case_id), show)

    def _over(self, task: Task, make: Callable[[CasePage], Sheet | None]) -> None:
        if task.case_id is None:
            return
        overview, actor, case_id = self._context.services.overview, self._context.actor, task.case_id

        def show(page: CasePage) -> None:
            sheet = make(page)
            if sheet is not None:
                sheet.open_sheet()

        self._context.lanes.read(self, lambda: overview.case_page(actor, case_id), show, latest="step")

    def _to_file(self, task: Task, opens: str) -> None:
        """The page of the file, where the list cannot do it."""
        assert task.case_id is not None
        appointment_id: UUID | None = task.subject_id if opens == "session" else None
        self._context.navigate("case", CaseArgument(task.case_id, opens, appointment_id))

    def _confirm_signatures(self, page: CasePage) -> None:
        answer = ask(
            self._window,
            self.tr("Were the signatures of all sides seen?"),
            self.tr("From then on the settlement counts."),
            (Action("seen", self.tr("Seen"), "primary"), Action("wait", self.tr("Not yet"))),
        )
        if answer != "seen":
            return
        outcomes, actor, detail = self._context.services.outcomes, self._context.actor, page.detail
        said = self.tr("Recorded: the signatures of all sides were seen.")
        self._context.lanes.write(
            self,
            lambda: outcomes.see_signatures(actor, detail.id, detail.version),
            lambda _nothing: self._context.toasts.show(said),
        )
