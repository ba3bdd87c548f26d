"""Papers from the safety pages, through the preview of the papers."""

from services.actor import Right
from ui.context import AppContext
from ui.pages import PAGES
from ui.safety.argument import SafetyArgument

PREVIEW = "preview"


def can_print(context: AppContext) -> bool:
    """Whether this colleague may issue papers in this program."""
    return context.may(Right.DOCUMENT_ISSUE) and any(spec.key == PREVIEW for spec in PAGES)


def print_consent(context: AppContext, about: SafetyArgument) -> None:
    """Show the consent sheet (D02) before it is printed."""
    context.navigate(PREVIEW, about)


def print_card(context: AppContext, about: SafetyArgument) -> None:
    """Show the card of numbers (D27); whether it is safe to carry was asked before (P-2)."""
    context.navigate(PREVIEW, about)
