"""A new paper: which, for whom, what is missing, and the paper itself as one types (P-21)."""

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from services.catalogue import say
from services.documents import (
    IssuedPaper,
    MissingField,
    PaperKind,
    PaperOffer,
    PaperPreview,
    PaperRequest,
)
from services.documents.shapes import LOOSE, UNFILED, UNNUMBERED
from services.errors import AppError
from ui.context import AppContext
from ui.documents.argument import IssueArgument, PaperArgument
from ui.documents.asking import AskingCard
from ui.documents.choosing import ChoosingCard
from ui.documents.paper_card import PaperCard
from ui.documents.print_run import PrintRun
from ui.documents.read_aloud import ReadAloud
from ui.navigation import GAP, Page
from ui.runtime.drafts_feed import DraftsFeed
from ui.runtime.errors import sentence_of
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.choice_edit import Choice
from ui.widgets.gutter import GutterBar
from ui.widgets.notices import EmptyState, Notice
from ui.widgets.segments import Segments

FORM = "issue_paper"
SIDE = 380
_PAUSE_MS = 180
_IDS = 7
_SHEET, _SPOKEN = "sheet", "spoken"


def read_argument(argument: Any) -> IssueArgument:
    """An argument, a case's id, or the subject of a draft."""
    if isinstance(argument, IssueArgument):
        return argument
    if isinstance(argument, UUID):
        return IssueArgument(argument)
    case_id, kind, *ids = str(argument).split(":")
    period = ids.pop() if len(ids) > _IDS else ""
    found = [UUID(one) if one else None for one in (case_id, *ids, *("",) * _IDS)]
    return IssueArgument(
        found[0], kind, found[1], found[2], found[3], found[4], found[5], found[6], found[7], period=period
    )


def draft_subject(about: IssueArgument, offer: PaperOffer) -> str:
    """The subject of the draft of one offer; `read_argument` leads back from it."""
    ids = (
        offer.person_id,
        offer.appointment_id,
        offer.session_id,
        offer.agreement_id,
        offer.referral_id,
        about.replaces_id,
        offer.inquiry_id or about.inquiry_id,
    )
    case_id = about.case_id.hex if about.case_id else ""
    return ":".join((case_id, offer.kind.value, *(one.hex if one else "" for one in ids), about.period))


def _offer_of(request: PaperRequest) -> PaperOffer:
    """What a correction is about, as if it had been chosen."""
    return PaperOffer(
        request.kind,
        "",
        request.person_id,
        "",
        request.appointment_id,
        request.session_id,
        agreement_id=request.agreement_id,
        referral_id=request.referral_id,
        is_numbered=request.kind not in UNNUMBERED,
    )


class IssuePage(Page):
    """Opened with an `IssueArgument`. Ctrl+Enter draws the number and issues; the paper's own page then prints."""

    is_interview = True
    scrolls = False

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._about = read_argument(argument)
        self._offer: PaperOffer | None = None
        self._is_issuing = self._is_typed = False
        self._feed: DraftsFeed[dict[str, str]] | None = None
        is_correction = self._about.replaces_id is not None
        self.set_title(self.tr("Correct a paper") if is_correction else self.tr("New paper"))
        self.choosing, self.asking = ChoosingCard(), AskingCard()
        self.card, self.spoken = PaperCard(context.lanes), ReadAloud()
        self.run = PrintRun(self, context)
        self.run.printed.connect(self._on_printed)
        self._notice = Notice("", "information")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self._make_buttons()
        self._lay_out_body()
        self.choosing.chosen.connect(self._on_chosen)
        self.asking.changed.connect(self._on_changed)
        self.choosing.setVisible(not is_correction and not self._is_named())
        nouns = ("case", "appointment", "session", "consent", "party", "agreement", "outcome", "referral", "inquiry")
        context.bus.on(self, nouns, self._load)
        self._show_nothing(self.tr("Choose the paper and for whom it is."))

    def activate(self, argument: Any = None) -> None:
        self._load()

    def leave(self) -> None:
        if self._feed is not None and self._is_typed:
            self._feed.flush()

    def main_action(self) -> None:
        """Draw the number and issue; a card is printed without one."""
        offer = self._offer
        if offer is None or offer.reason or self._is_issuing or not self.asking.check():
            return
        if offer.kind in LOOSE:
            is_card = offer.kind is PaperKind.SAFETY_CARD
            words = self.tr("A sheet of cards to cut out") if is_card else self.tr("A sheet that is not kept")
            self.run.start(words, "", self._card_job)
            return
        documents, actor, request = self.context.services.documents, self.context.actor, self.request()
        self._set_issuing(issuing=True)
        self.context.lanes.write(self, lambda: documents.issue(actor, request), self._on_issued, self._on_refused)

    def request(self) -> PaperRequest:
        """The paper as it is asked for now."""
        assert self._offer is not None
        offer = self._offer
        return PaperRequest(
            self._about.case_id,
            offer.kind,
            offer.person_id,
            offer.appointment_id,
            offer.session_id,
            self.asking.values(),
            self.asking.originals(),
            offer.agreement_id,
            offer.referral_id,
            self._about.replaces_id,
            offer.inquiry_id or self._about.inquiry_id,
            self._about.period,
        )

    # --- what is shown ----------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._draft = QuietButton(self.tr("Print a draft"), "printer-outline")
        self._draft.clicked.connect(self._print_draft)
        self._issue = PrimaryButton(self.tr("Draw the number and issue"), "check")
        self._issue.clicked.connect(self.main_action)
        self._issue.setToolTip(with_keys(self._issue.text(), "Ctrl+Return"))
        self.add_button(self._draft)
        self.add_button(self._issue)

    def _lay_out_body(self) -> None:
        column = QWidget()
        column.setObjectName("ScrollContent")
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(GAP))
        for widget in (self.choosing, self._notice, self.asking):
            down.addWidget(widget)
        down.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFixedWidth(px(SIDE))
        side.setWidget(column)
        GutterBar(side, self, 13)
        self._views = Segments(
            [Choice(_SHEET, self.tr("The sheet")), Choice(_SPOKEN, self.tr("Large, to read aloud"))]
        )
        self._views.setAccessibleName(self.tr("How it is shown"))
        self._views.changed.connect(self._show_view)
        self.card.header.insertWidget(1, self._views)
        self._stack = QStackedWidget()
        self.card.body.removeWidget(self.card.view)
        self._stack.addWidget(self.card.view)
        self._stack.addWidget(self.spoken)
        self._empty = EmptyState(self.tr("The paper is shown here as you fill it in."), icon_name="file-outline")
        self._stack.addWidget(self._empty)
        self.card.add(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(px(GAP))
        row.addWidget(side)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)

    def _show_view(self) -> None:
        is_spoken = self._views.value() == _SPOKEN
        self._stack.setCurrentWidget(self.spoken if is_spoken else self.card.view)
        self.card.tools.setVisible(not is_spoken)

    def _show_nothing(self, words: str) -> None:
        self._pause.stop()
        self.context.lanes.void(self, "preview")
        self._notice.set_sentence(words)
        self._notice.show()
        self.asking.forget()
        self.asking.hide()
        self.card.view.clear()
        self.card.set_title(self.tr("Preview"))
        self._views.hide()
        self._views.set_value(_SHEET)
        self._stack.setCurrentWidget(self._empty)
        self.card.tools.hide()
        for button in (self._draft, self._issue):
            button.setEnabled(False)

    # --- choosing ---------------------------------------------------------------------------------------------

    def _load(self) -> None:
        documents, actor, case_id = self.context.services.documents, self.context.actor, self._about.case_id
        if self._about.replaces_id is not None:
            self._load_correction(self._about.replaces_id)
            return
        if case_id is None or self._is_named():
            if self._offer is None:
                self._on_chosen(PaperOffer(PaperKind(self._about.kind), "", None, ""))
            return

        def show(offers: tuple[PaperOffer, ...]) -> None:
            is_first = self._offer is None
            self.choosing.show_offers(offers, self._about)
            if is_first and self._offer is None:
                self.choosing.take_keyboard()

        self.context.lanes.read(self, lambda: documents.offer(actor, case_id), show, latest="offers")

    def _is_named(self) -> bool:
        """No file offers it: the paper was chosen where it was written."""
        return self._about.kind in UNFILED

    def _load_correction(self, replaces_id: UUID) -> None:
        """Nothing is chosen: the paper is the same kind, for the same person, about the same thing."""
        documents, actor = self.context.services.documents, self.context.actor

        def show(request: PaperRequest) -> None:
            if self._offer is None:
                self._about = replace(self._about, inquiry_id=request.inquiry_id, period=request.period)
                self._on_chosen(_offer_of(request))

        read = partial(documents.correction, actor, replaces_id)
        self.context.lanes.read(self, read, show, self._on_preview_refused, latest="offers")

    def _on_chosen(self, offer: PaperOffer | None) -> None:
        self._close_feed()
        self._offer = offer
        if offer is None:
            self._show_nothing(self.tr("Choose the paper and for whom it is."))
            return
        if offer.reason:
            self._show_nothing(offer.reason)
            return
        is_loose = offer.kind in LOOSE
        loose = self.tr("Print the cards") if offer.kind is PaperKind.SAFETY_CARD else self.tr("Print the sheet")
        issue = self.tr("Draw the number and issue") if offer.is_numbered else self.tr("Issue")
        self._issue.setText(loose if is_loose else issue)
        self._issue.setToolTip(with_keys(self._issue.text(), "Ctrl+Return"))
        self._draft.setVisible(not is_loose)
        self.asking.forget()
        request = self.request()
        documents, actor = self.context.services.documents, self.context.actor

        def ask() -> tuple[tuple[MissingField, ...], PaperPreview]:
            fields = documents.missing(actor, request)
            proposed = tuple((field.name, field.proposal) for field in fields)
            return fields, documents.preview(actor, replace(request, values=proposed))

        self.context.lanes.read(self, ask, partial(self._ask, offer), self._on_preview_refused, latest="preview")

    def _ask(self, offer: PaperOffer, answer: tuple[tuple[MissingField, ...], PaperPreview]) -> None:
        fields, preview = answer
        if offer != self._offer:
            return
        self._notice.hide()
        self.asking.show()
        self.asking.ask(fields, 0 if offer.kind in LOOSE else preview.originals)
        for button in (self._draft, self._issue):
            button.setEnabled(True)
        self._show_preview(preview)
        self._views.setVisible(bool(preview.spoken))
        self._views.set_value(_SPOKEN if any(field.name.startswith("was_read") for field in fields) else _SHEET)
        self._show_view()
        self._open_feed(offer)
        if not self.asking.take_keyboard():
            self._issue.setFocus()

    # --- the preview ------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._pause.start()
        if self._feed is not None:
            self._is_typed = True
            self._feed.touch()

    def _preview(self) -> None:
        if self._offer is None or self._offer.reason:
            return
        documents, actor, request = self.context.services.documents, self.context.actor, self.request()
        self.context.lanes.read(
            self,
            lambda: documents.preview(actor, request),
            self._show_preview,
            self._on_preview_refused,
            latest="preview",
        )

    def _show_preview(self, preview: PaperPreview) -> None:
        self.card.set_title(preview.title)
        self.card.view.show_paper(preview.content)
        self.spoken.show_text(preview.spoken)
        warning = preview.warnings[0] if preview.warnings else ""
        if not warning and preview.gaps:
            warning = self.tr("Still empty: {parts}").format(parts=say("documents.list_comma").join(preview.gaps))
        self._notice.say(warning, "attention")
        self._notice.setVisible(bool(warning))

    def _on_preview_refused(self, error: Exception) -> None:
        """While one types: beside the field, or in the notice; never a toast at every key."""
        if not isinstance(error, AppError):
            self.context.errors.present(error)
        elif error.field is None or not self.asking.set_error(error.field, sentence_of(error)):
            self._notice.say(sentence_of(error), "attention")
            self._notice.show()

    # --- issuing ----------------------------------------------------------------------------------------------

    def _set_issuing(self, *, issuing: bool) -> None:
        self._is_issuing = issuing
        self._issue.setEnabled(not issuing)

    def _on_issued(self, paper: IssuedPaper) -> None:
        self._discard_draft()
        self._is_issuing = False
        self.is_done = True
        self.context.navigate("paper", PaperArgument(paper.id, prints_now=True))

    def _on_printed(self) -> None:
        """Of a sheet that is not kept nothing stays behind, nor what was typed for it."""
        if self._offer is not None and self._offer.kind in LOOSE:
            self._discard_draft()

    def _on_refused(self, error: Exception) -> None:
        self._set_issuing(issuing=False)
        self.context.errors.present(error, self.asking)

    def _print_draft(self) -> None:
        if self._offer is not None and not self._offer.reason:
            documents, actor, request = self.context.services.documents, self.context.actor, self.request()
            self.run.start(
                self.tr("A draft without a number"),
                self.tr("draft.pdf"),
                lambda _target: documents.print_draft(actor, request),
            )

    def _card_job(self, _target: str) -> Any:
        return self.context.services.documents.print_card(self.context.actor, self.request())

    # --- drafts -----------------------------------------------------------------------------------------------

    def _open_feed(self, offer: PaperOffer) -> None:
        """What was typed for this very paper before is brought back, and what is typed now is stored."""
        services, actor, subject = (
            self.context.services,
            self.context.actor,
            draft_subject(self._about, offer),
        )

        def take(found: dict[str, Any] | None) -> None:
            if offer != self._offer:
                return
            if found:
                self.asking.fill({str(name): str(text) for name, text in found.items()})
            self._feed = DraftsFeed(
                self,
                self.context.lanes,
                lambda: dict(self.asking.values()),
                lambda values: services.drafts.save(actor, FORM, subject, values),
            )

        self.context.lanes.draft(self, lambda: services.drafts.load(actor, FORM, subject), take)

    def _close_feed(self) -> None:
        if self._feed is not None:
            if self._is_typed:
                self._feed.flush()
            self._feed.close()
        self._feed, self._is_typed = None, False

    def _discard_draft(self) -> None:
        if self._feed is None or self._offer is None:
            return
        self._feed.close()
        self._feed = None
        services, actor = self.context.services, self.context.actor
        subject = draft_subject(self._about, self._offer)
        self.context.lanes.draft(self, lambda: services.drafts.discard(actor, FORM, subject))
