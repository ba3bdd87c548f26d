"""The page of one file (P-3): its path, its people, the next step, and everything that was done."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from services.actor import Right
from services.cases import CaseStatus
from services.catalogue import say
from services.documents import PaperKind
from services.drafts.service import DraftRow
from services.errors import NotAllowedError, NotFoundError
from services.follow_up import FollowUpState
from services.outcomes import OutcomeRow
from services.overview import CaseHistory
from services.overview import CasePage as Shown
from services.persian.digits import to_persian
from ui.attachments.attachments_card import AttachmentsCard
from ui.case.actions import CaseActions
from ui.case.appointments_card import AppointmentsCard
from ui.case.argument import read_argument
from ui.case.columns import Columns
from ui.case.head import chips_of, subtitle_of
from ui.case.offer_bar import OfferBar, Way
from ui.case.outcome_card import OutcomeCard
from ui.case.papers_card import PapersCard
from ui.case.parties_card import PartiesCard
from ui.case.path_card import PathCard
from ui.case.sessions_card import SessionsCard
from ui.case.steps import step_icon, step_words
from ui.case.subject_card import SubjectCard
from ui.case.works import CaseWorks
from ui.context import AppContext
from ui.follow_up.follow_ups_card import FollowUpsCard
from ui.follow_up.words import ASKING
from ui.navigation import GAP, PAGE_MARGIN, Page
from ui.outcomes.agreement_works import AgreementWorks
from ui.referrals_out.referrals_card import ReferralsCard
from ui.runtime.shortcuts import key_shortcut
from ui.safety.strip import SafetyStrip
from ui.scheduling.invitation_panel import InvitationPanel
from ui.sessions.notes_card import NotesCard
from ui.sessions.session_works import SessionWorks
from ui.theme.theme import px
from ui.widgets.notices import EmptyState

NOUNS = (
    "case", "party", "referral", "appointment", "session", "outcome", "document", "letter", "consent", "screen",
    "flag", "danger", "invitation", "person", "referral_out", "attachment", "follow_up", "agreement",
)  # fmt: skip
_SHARES = (10, 13, 10)
_PEOPLE_IN_TWO = (10, 23, 0)
"""Beside two columns the talks need more than the second has: the names are read before the edges."""
_ABREAST = 900


class CasePage(Page):
    """Opened with a file's id or a `CaseArgument`. Ctrl+Enter is the next step."""

    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        about = read_argument(argument)
        self.case_id, self._opens = about.case_id, about.open
        self.shown: Shown | None = None
        self.works = CaseWorks(self, context, about)
        self.agreements = AgreementWorks(self, context, lambda: self.shown)
        self.buttons = CaseActions(context, self)
        self.buttons.set_compact(True)  # the window must not grow before the width is known
        for button in self.buttons.buttons():
            self.add_button(button)
        self.bar = OfferBar()
        self.missing = EmptyState(self.tr("There is no such file."), self.tr("To the desk"), "folder-open-outline")
        self.path = PathCard()
        self.parties = PartiesCard()
        self.safety = SafetyStrip(context, self.case_id)
        self.subject = SubjectCard()
        self.appointments, self.sessions = AppointmentsCard(), SessionsCard()
        self.notes = NotesCard(context, self.case_id)
        self.session_works = SessionWorks(self, context, self.case_id, self._is_closed)
        self.invitations = InvitationPanel(context, self.case_id)
        self.outcome = OutcomeCard(may_write=context.may(Right.OUTCOME_WRITE))
        self.papers = PapersCard()
        self.referrals, self.attachments = ReferralsCard(), AttachmentsCard()
        self.follow_ups = FollowUpsCard()
        self._people = QWidget()
        self._abreast = QGridLayout(self._people)
        self._stand = (0, False)
        self.columns = Columns(_SHARES)
        self._build()
        self._connect()
        context.bus.on(self, NOUNS, self.refresh)

    # --- building ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._abreast.setContentsMargins(0, 0, 0, 0)
        self._abreast.setSpacing(px(GAP))
        self._stand_people()
        self.columns.arranged.connect(self._stand_people)
        self.columns.set_columns(
            (
                (self.subject, self.invitations),
                (self.appointments, self.sessions, self.notes),
                (self.outcome, self.follow_ups, self.papers, self.attachments, self.referrals),
            )
        )
        may = self.context.may
        self.appointments.setVisible(may(Right.APPOINTMENT_READ))
        self.sessions.setVisible(may(Right.SESSION_READ))
        self.notes.setVisible(may(Right.SESSION_READ))
        self.papers.setVisible(may(Right.DOCUMENT_READ))
        if may(Right.CASE_EDIT) and may(Right.IDENTITIES):
            add = partial(self._do, "party")
            self.parties.add_action(self.tr("Add a party"), "account-plus-outline", add)
        cards = (self.appointments, self.sessions, self.papers)
        self._older = [card.add_action(self.tr("All of them"), "history", self._show_history) for card in cards]
        for part in (self.bar, self.missing, self.path, self._people, self.columns):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.missing.hide()
        self._set_shown(False)

    def _connect(self) -> None:
        works, navigate = self.works, self.context.navigate
        self.buttons.wanted.connect(self._do)
        self.parties.person_wanted.connect(works.open_person)
        self.parties.edit_wanted.connect(works.edit_party)
        self.subject.case_wanted.connect(lambda case_id: navigate("case", case_id))
        self.appointments.opened.connect(works.open_appointment)
        self.sessions.opened.connect(works.open_session)
        self.sessions.task_opened.connect(self.session_works.toggle_task)
        self.notes.wanted.connect(self.session_works.do)
        self.notes.note_opened.connect(self.session_works.open_note)
        self.notes.case_note_opened.connect(self.session_works.open_case_note)
        for keys, work in (("Ctrl+Shift+N", "note"), ("Ctrl+Shift+K", "case_note")):
            act = partial(self.session_works.do, work)
            key_shortcut(keys, self, act, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.outcome.signatures_seen.connect(works.see_signatures)
        self.outcome.edit_wanted.connect(partial(self._do, "outcome"))
        self.outcome.wanted.connect(self.agreements.do)
        self.outcome.clause_opened.connect(self.agreements.open_clause)
        self.outcome.kept.connect(self.agreements.keep)
        self.outcome.breached.connect(self.agreements.breach)
        self.agreements.breached.connect(self._offer_after_breach)
        self.papers.opened.connect(lambda document_id: navigate("paper", document_id))
        self.papers.letter_opened.connect(lambda letter_id: navigate("letters", letter_id))
        self.follow_ups.opened.connect(works.open_follow_up)
        self.referrals.opened.connect(works.open_referral)
        self.attachments.opened.connect(works.open_attachment)
        self.missing.acted.connect(lambda: navigate("home"))
        works.concluded.connect(self._offer_papers)

    # --- reading ----------------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        """Opens the file: this is recorded."""
        overview, actor, case_id = self.context.services.overview, self.context.actor, self.case_id
        self.context.lanes.read(
            self, lambda: overview.case_page(actor, case_id), self._on_opened, self._on_missing, latest="page"
        )

    def refresh(self) -> None:
        """After a change; what stands here stays until the answer comes."""
        if self.shown is None:
            return
        overview, actor, case_id = self.context.services.overview, self.context.actor, self.case_id
        self.context.lanes.read(
            self, lambda: overview.refresh_case(actor, case_id), self._show, self._on_not_refreshed, latest="page"
        )

    def main_action(self) -> None:
        if self.buttons.main.isVisible():
            self._do("next")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        self._stand_people()

    def _stand_people(self) -> None:
        """Who they are and the talk with each stand over the three columns, edge on edge with them; where it is too
        narrow for both, one under the other."""
        columns = self.columns.count() or len(_SHARES)
        abreast = columns > 1 and self.width() >= px(_ABREAST) and not self.safety.isHidden()
        if self._stand != (columns, abreast):
            self._stand = columns, abreast
            self._abreast.addWidget(self.parties, 0, 0, 1, 1 if abreast else columns)
            row, column = (0, 1) if abreast else (1, 0)
            self._abreast.addWidget(self.safety, row, column, 1, columns - column)
            for place, share in enumerate(_SHARES if columns == len(_SHARES) else _PEOPLE_IN_TWO):
                self._abreast.setColumnStretch(place, share)

    def _is_closed(self) -> bool:
        return self.shown is not None and self.shown.detail.closed_on is not None

    def _on_opened(self, page: Shown) -> None:
        self._show(page)
        self.notes.load()
        opens, self._opens = self._opens, ""
        if not opens:
            self._look_for_drafts()
            self.parties.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif opens == "signatures":
            self.buttons.main.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._open_named(opens)

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
        self.shown = self.works.page = None
        self.set_title(self.tr("File"))
        self._set_shown(False)
        self.missing.show()

    # --- showing ----------------------------------------------------------------------------------------------

    def _show(self, page: Shown) -> None:
        self.shown = self.works.page = page
        detail = page.detail
        row = detail.row
        self.set_title(self.tr("File {number}").format(number=to_persian(row.case_no)), subtitle_of(page))
        self._show_chips(page)
        doubled = "" if page.next.appointment_id is not None else page.next.key
        self.buttons.set_status(row.status, is_reply_owed=row.is_reply_owed, doubled=doubled)
        self.path.show_path(page, self.context.today())
        is_over = row.status in (CaseStatus.CLOSED, CaseStatus.VOIDED)
        self.safety.set_offers(not is_over)
        self.invitations.setVisible(not is_over and self.context.may(Right.APPOINTMENT_READ))
        self.parties.show_parties(detail.parties, dict(page.party_marks))
        self.subject.show_case(detail)
        self.appointments.show_appointments(page.appointments, self.context.services.uow.clock.now())
        self.sessions.show_sessions(page.sessions)
        self.sessions.show_tasks(page.tasks)
        self.outcome.show_outcome(
            page.outcome,
            page.agreement,
            may_change=row.status is CaseStatus.OUTCOME_RECORDED,
            offers_signatures=page.next.key != "signatures",
        )
        may_ask = self.context.may(Right.OUTCOME_WRITE) and row.status in ASKING
        self.follow_ups.show_follow_ups(page.follow_ups, self.context.today(), may_ask=may_ask)
        self.papers.show_papers(page.papers)
        self.attachments.show_attachments(page.attachments)
        self.referrals.show_referrals(page.referrals_out)
        for link in self._older:
            link.setVisible(page.has_more)
        self._set_shown(True)
        self.columns.refit()
        self._fit_head()

    def _show_history(self) -> None:
        """Everything of a long history, in the same cards, until the page is read anew."""
        overview, actor, case_id = self.context.services.overview, self.context.actor, self.case_id
        self.context.lanes.read(self, lambda: overview.history(actor, case_id), self._on_history, latest="history")

    def _on_history(self, history: CaseHistory) -> None:
        self.appointments.show_appointments(history.appointments, self.context.services.uow.clock.now())
        self.sessions.show_sessions(history.sessions)
        self.papers.show_papers(history.papers)
        for link in self._older:
            link.hide()

    def _set_shown(self, shown: bool) -> None:
        for part in (self.path, self._people, self.columns):
            part.setVisible(shown)

    def _show_chips(self, page: Shown) -> None:
        while (item := self.chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for chip in chips_of(page):
            self.chips.addWidget(chip)

    def _fit_head(self) -> None:
        """Title, chips and buttons in one line: first the words of the quiet buttons give way, then the name."""
        page = self.shown
        if page is None:
            return
        chips = [chip for chip in self._chips() if chip is not None]
        for part in (self._title, *chips):
            part.ensurePolished()  # what is new has the style's padding only then
        whole, short = step_words(page.next, page), step_words(page.next)
        room = self._room_beside(chips, self.buttons.needed(short, compact=True))
        # reckoned beforehand: a button that is wide for a moment widens the window for good
        ways = ((whole, False), (whole, True), (short, True))
        fitting = (way for way in ways if self.buttons.needed(way[0], compact=way[1]) <= room)
        words, compact = next(fitting, ways[-1])
        self.buttons.set_compact(compact)
        self.buttons.show_next(words, step_icon(page.next))

    def _room_beside(self, chips: list[QWidget], least: int) -> int:
        """The width left to the buttons. How the file ended stands in its card too: that chip gives way first."""
        free = self.width() - 2 * px(PAGE_MARGIN) - self._title.sizeHint().width() - px(12)
        widths = {chip: chip.sizeHint().width() + px(12) for chip in chips}
        shown = list(chips)
        while len(shown) > 1 and free - sum(widths[chip] for chip in shown) < least:
            shown.remove(max(shown[1:], key=lambda chip: widths[chip]))
        for chip in chips:
            chip.setVisible(chip in shown)
        return free - sum(widths[chip] for chip in shown)

    def _chips(self) -> list[QWidget | None]:
        items = [self.chips.itemAt(place) for place in range(self.chips.count())]
        return [item.widget() if item is not None else None for item in items]

    # --- doing ------------------------------------------------------------------------------------------------

    def _do(self, key: str) -> None:
        if key == "edit_party":
            self.parties.edit_current()
        else:
            self.works.do(key)

    def _look_for_drafts(self) -> None:
        drafts, actor = self.context.services.drafts, self.context.actor
        self.context.lanes.draft(self, lambda: drafts.of(actor), self._offer_draft)

    def _offer_draft(self, rows: tuple[DraftRow, ...]) -> None:
        """What was not finished, perhaps before a power cut."""
        mine = f"{self.case_id.hex}:"
        row = next((one for one in rows if one.form.startswith("case:") and one.subject.startswith(mine)), None)
        if row is None:
            return
        same = [one for one in rows if one.subject == row.subject]
        begun = {
            "session": self.tr("The writing on a session was not finished."),
            "note": self.tr("A process note was not finished."),
            "case_note": self.tr("A note of the file was not finished."),
            "refer": self.tr("A referral to another body was not finished."),
        }
        sentence = begun.get(read_argument(row.subject).open, self.tr("An outcome was not finished."))
        ways = (
            Way(self.tr("Go on"), partial(self._resume, row.subject)),
            Way(self.tr("Discard"), partial(self._discard, same), is_quiet=True),
        )
        self.bar.offer(sentence, ways)

    def _resume(self, subject: str) -> None:
        self.bar.hide()
        self.works.about = read_argument(subject)
        self._open_named(self.works.about.open)

    def _open_named(self, name: str) -> None:
        if name in ("note", "case_note"):
            self.session_works.do(name, self.works.about.note_id)
        else:
            self.works.open_named(name)

    def _discard(self, rows: Sequence[DraftRow]) -> None:
        """A session and the process note beside it are thrown away together."""
        drafts, actor = self.context.services.drafts, self.context.actor
        self.bar.hide()
        for row in rows:
            self.context.lanes.draft(self, partial(drafts.discard, actor, row.form, row.subject))

    def _offer_after_breach(self) -> None:
        """P-31: a clause was broken; a call, a session or a letter is one key away."""
        ways = []
        rows = self.shown.follow_ups if self.shown is not None else ()
        due = next((row for row in rows if row.state is FollowUpState.DUE), None)
        if due is not None:
            call = partial(self.works.open_follow_up, due.id)
            ways.append(Way(self.tr("Call the sides"), call, "phone-outline"))
        if self.context.may(Right.APPOINTMENT_WRITE):
            ways.append(Way(self.tr("Give an hour"), partial(self._do, "appointment"), "calendar-plus"))
        if self.works.may_issue():
            ways.append(Way(self.tr("Letter or paper"), partial(self._do, "paper"), "file-plus-outline"))
        self.bar.offer(self.tr("A clause was broken. What follows?"), ways)

    def _offer_papers(self, outcome: OutcomeRow) -> None:
        """After the outcome: what usually follows it."""
        ways = []
        deed = self.works.deed(outcome) if self.works.may_issue() else None
        if deed is not None:
            ways.append(Way(say(f"documents.kind.{deed.value}"), partial(self.works.issue, deed.value), "file-sign"))
        is_owed = self.shown is not None and self.shown.detail.row.is_reply_owed
        if is_owed and self.context.may(Right.LETTER_REGISTER):
            ways.append(Way(self.tr("Answer the referral"), partial(self._do, "reply"), "reply-outline"))
        if self.works.may_issue():
            certify = partial(self.works.issue, PaperKind.ATTENDANCE_CERTIFICATE.value)
            ways.append(Way(self.tr("Attendance certificate"), certify, "certificate-outline"))
        self.bar.offer(self.tr("The outcome is recorded. What follows?"), ways)
