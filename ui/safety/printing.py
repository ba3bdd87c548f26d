"""Papers from the safety pages, by way of the page on which papers are issued."""

from services.actor import Right
from services.documents import PaperKind
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


def print_card(context: AppContext, about: SafetyArgument) -> None:
    """The card of numbers (D27); whether it is safe to carry was asked before (P-2)."""
    context.navigate(PAGE, IssueArgument(about.case_id, PaperKind.SAFETY_CARD.value))
