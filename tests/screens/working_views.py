"""Views of files that were worked on to their end: every kind of outcome, paper, scan, referral and session."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QScrollArea

from services.agreements import AgreementState
from services.documents import PaperKind
from services.overview import CasePage
from services.search import CaseFilter
from services.statistics import PeriodKind, period_at
from tests.screens.booth import Booth
from tests.screens.making import class_of, over, page_view, simple
from tests.screens.view import View
from ui.documents.argument import IssueArgument

Wanted = Callable[[CasePage], Any]


def pages(booth: Booth) -> tuple[CasePage, ...]:
    """The pages of the files that the counsellor may open, the own before others, read once."""
    found: tuple[CasePage, ...] | None = booth.kept.get("pages")
    if found is None:
        lists, actor = booth.services.lists, booth.counsellor
        own = lists.cases(actor, CaseFilter(is_mine=True), limit=200)
        rows = {row.id: row for row in (*own, *lists.cases(actor, CaseFilter(), limit=200))}
        found = tuple(booth.services.overview.case_page(actor, case_id) for case_id in rows)
        booth.kept["pages"] = found
    return found


def page_with(booth: Booth, wanted: Wanted) -> CasePage:
    """The youngest file with what is wanted, as it stands now; if there is none, the one of most pictures."""
    page = next((one for one in pages(booth) if wanted(one)), None)
    case_id = page.detail.id if page is not None else booth.case.id
    return booth.services.overview.refresh_case(booth.counsellor, case_id)


def _case(name: str, wanted: Wanted) -> View:
    return page_view("case", name=f"case-{name}", argument=lambda booth: page_with(booth, wanted).detail.id)


def _below(view: View) -> View:
    """The same page, its end in sight."""

    def show(booth: Booth) -> Any:
        page = view.open(booth)
        booth.pause()
        bar = max(page.findChildren(QScrollArea), key=lambda area: area.height()).verticalScrollBar()
        bar.setValue(bar.maximum())
        return page

    return View(f"{view.name}-below", view.page, view.who, show)


# --- files --------------------------------------------------------------------------------------------------------


def _is_signed(page: CasePage) -> bool:
    stored = page.agreement
    return stored is not None and stored.state is AgreementState.SIGNED and len(stored.clauses) > 2


def _is_awaiting(page: CasePage) -> bool:
    return page.agreement is not None and page.agreement.state is AgreementState.AWAITING


def _is_conditional(page: CasePage) -> bool:
    return page.agreement is not None and page.agreement.is_conditional


def _is_refused(page: CasePage) -> bool:
    return page.outcome is not None and bool(page.outcome.refused_by)


def _ended_as(disposition: str) -> Wanted:
    return lambda page: page.outcome is not None and page.outcome.disposition == disposition


def _is_closed(page: CasePage) -> bool:
    return page.detail.row.status.value == "closed"


def _has_scans(page: CasePage) -> bool:
    return bool(page.attachments)


def _waits_for_answer(page: CasePage) -> bool:
    return any(row.is_open and row.next_states for row in page.referrals_out)


def _was_answered(page: CasePage) -> bool:
    return any(row.answer for row in page.referrals_out)


_FILES = (
    _case("signed", _is_signed),
    _case("awaiting", _is_awaiting),
    _case("conditional", _is_conditional),
    _case("refused", _is_refused),
    _case("safety-stop", _ended_as("safety_stop")),
    _case("no-show", _ended_as("no_show")),
    _case("closed", _is_closed),
    _case("sent-on", _waits_for_answer),
)
FILES = (*_FILES, *(_below(view) for view in (_FILES[0], _FILES[2], _FILES[3], _FILES[6])))


# --- sheets over them ---------------------------------------------------------------------------------------------


def _referral_sheet(wanted: Wanted, booth: Booth, page: Any) -> Any:
    shown = page_with(booth, wanted)
    row = next(one for one in shown.referrals_out if bool(one.answer) or one.is_open)
    kind = class_of("ui.referrals_out.referral_sheet", "ReferralSheet")
    return kind(page, booth.context, shown, row, may_write=True)


def _attachment(booth: Booth, page: Any) -> Any:
    row = page_with(booth, _has_scans).attachments[0]
    return class_of("ui.attachments.attachment_sheet", "AttachmentSheet")(page, booth.context, row)


def _void_attachment(booth: Booth, page: Any) -> Any:
    shown = page_with(booth, _has_scans)
    kind = class_of("ui.attachments.void_sheet", "VoidAttachmentSheet")
    return kind(page, booth.context, shown, shown.attachments[0])


def _session_with(trait: str) -> Callable[[Booth], Any]:
    """A session of that kind, otherwise any."""

    def find(booth: Booth) -> Any:
        rows = [row for page in pages(booth) for row in page.sessions]
        return next((row for row in rows if getattr(row, trait)), rows[0])

    return find


_TRAITS = (("second_room_id", "two-rooms"), ("interpreter_name", "interpreter"), ("is_stopped", "stop"))
_ON_FILE = _FILES[0]
_SENT, _SCANNED = _FILES[-1], _case("with-scans", _has_scans)
SHEETS = (
    over(_SENT, "ReferralSheet", partial(_referral_sheet, _waits_for_answer)),
    over(_SENT, "ReferralSheet", partial(_referral_sheet, _was_answered), name="case-referral-answered"),
    over(_SCANNED, "AttachmentSheet", _attachment),
    over(_SCANNED, "VoidAttachmentSheet", _void_attachment),
    *(
        simple("ui.sessions.session_view", "SessionView", _ON_FILE, _session_with(trait), name=f"session-{name}")
        for trait, name in (
            ("second_room_id", "two-rooms"),
            ("interpreter_name", "interpreter"),
            ("is_stopped", "stop"),
        )
    ),
)


# --- papers -------------------------------------------------------------------------------------------------------

_KINDS = (
    PaperKind.SETTLEMENT_RECORD,
    PaperKind.NON_SETTLEMENT_RECORD,
    PaperKind.REFERRAL_REPLY,
    PaperKind.ABSENCE_NOTE,
    PaperKind.INTAKE_FORM,
    PaperKind.INTERNAL_REFERRAL_SLIP,
    PaperKind.SERVICE_REFERRAL,
    PaperKind.WELFARE_REFERRAL,
    PaperKind.UNDERTAKING,
    PaperKind.CHILD_AT_RISK_REPORT,
    PaperKind.SESSION_MINUTES,
    PaperKind.OWN_DATA,
)
_MADE = (
    PaperKind.SOCIAL_WORK_REPORT,
    PaperKind.DEADLINE_EXTENSION,
    PaperKind.CLOSURE_SUMMARY,
    PaperKind.FOLLOW_UP_FORM,
    PaperKind.FREE_LETTER,
    PaperKind.ADDRESS_SHEET,
    PaperKind.REPORTER_SHEET,
    PaperKind.FILE_LABEL,
)
"""Papers that the precinct issued none of."""


def _issued(kind: PaperKind, booth: Booth) -> Any:
    """An issued paper of that kind; any other where the precinct has none."""
    issued = booth.kept.get("issued")
    if issued is None:
        documents, actor = booth.services.documents, booth.counsellor
        issued = [paper for page in pages(booth) if page.papers for paper in documents.of_case(actor, page.detail.id)]
        booth.kept["issued"] = issued
    fitting = [paper for paper in issued if paper.kind is kind]
    return next(iter(fitting)).id if fitting else booth.paper


def _to_issue(kind: PaperKind, booth: Booth) -> IssueArgument:
    """A file in which that paper can be made now."""
    offers = booth.kept.setdefault("offers", {})
    if kind not in offers:
        for page in pages(booth):
            for offer in booth.services.documents.offer(booth.counsellor, page.detail.id):
                if not offer.reason:
                    offers.setdefault(offer.kind, (page.detail.id, offer))
            if kind in offers:
                break
    if kind not in offers:
        return IssueArgument(booth.screened[0], PaperKind.INFORMED_CONSENT.value)
    case_id, offer = offers[kind]
    return IssueArgument(
        case_id, kind.value, offer.person_id, None, offer.session_id, offer.agreement_id, offer.referral_id
    )


def _registry(booth: Booth, page: Any) -> Any:
    documents = booth.services.documents
    return class_of("ui.documents.registry_sheet", "RegistrySheet")(
        page, booth.context, documents.get(booth.counsellor, booth.paper)
    )


_ISSUED = tuple(
    page_view("paper", name=f"paper-{kind.value.replace('_', '-')}", argument=partial(_issued, kind))
    for kind in _KINDS[:-1]
)
PAPERS = (
    *_ISSUED,
    *(
        page_view("issue_paper", name=f"issue-{kind.value.replace('_', '-')}", argument=partial(_to_issue, kind))
        for kind in (*_KINDS, *_MADE)
    ),
    over(_ISSUED[0], "RegistrySheet", _registry),
)


def _half(booth: Booth) -> str:
    return period_at(booth.clock.now().date(), PeriodKind.HALF).name


_FIGURES = _below(page_view("statistics", "head", "statistics-of-a-half", _half))
WORKING: tuple[View, ...] = (*FILES, _SCANNED, *SHEETS, *PAPERS, _FIGURES)
