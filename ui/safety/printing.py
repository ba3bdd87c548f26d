"""Papers from the safety pages, by way of the page on which papers are issued."""

from services.actor import Right
from services.documents import PaperKind
from services.documents.shapes import URGENT
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.safety.argument import SafetyArgument

PAGE = "issue_paper"


def can_print(context: AppContext) -> bool:
    """Whether this colleague may issue papers."""
    return context.may(Right.DOCUMENT_ISSUE)


def print_consent(context: AppContext, about: SafetyArgument) -> None:
    """The consent sheet (D02), with what is recorded on it."""
    context.navigate(PAGE, IssueArgument(about.case_id, PaperKind.INFORMED_CONSENT.value, about.person_id))


def print_urgent(context: AppContext, about: SafetyArgument, paper: str) -> None:
    """The letter of a step, by its id; the file itself for who may issue none.

    A report of a child is about the child: whom it names is chosen there.
    """
    if not can_print(context):
        context.navigate("case", about.case_id)
        return
    kind = URGENT[paper]
    person_id = None if kind is PaperKind.CHILD_AT_RISK_REPORT else about.person_id
    context.navigate(PAGE, IssueArgument(about.case_id, kind.value, person_id))


def print_card(context: AppContext, about: SafetyArgument) -> None:
    """The card of numbers (D27); whether it is safe to carry was asked before (P-2)."""
    context.navigate(PAGE, IssueArgument(about.case_id, PaperKind.SAFETY_CARD.value))
