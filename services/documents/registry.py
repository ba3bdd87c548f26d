"""Numbers that the precinct's registry gives (P-21): printed as dots, due until somebody types them."""

from datetime import date

from models.enums import DocumentState
from models.letter import Document, Letter
from services.clock import local
from services.documents.shapes import UNNUMBERED, PaperKind
from services.errors import AppError, InvalidError, refuse
from services.persian.digits import to_ascii
from services.persian.jalali import format_date
from services.persian.text import display_form
from services.settings.service import value_in
from services.unit_of_work import Tx

NUMBER_LIMIT = 40
MOST = 50
_ALWAYS_OURS = (PaperKind.FORENSIC_REFERRAL, PaperKind.CHILD_AT_RISK_REPORT)
"""Without a number the one is worth nothing (R-17), and the other can't wait for one (R-8)."""


def is_from_registry(tx: Tx, kind: PaperKind) -> bool:
    """Whether the unit lets the registry number this kind of paper."""
    return kind not in (*UNNUMBERED, *_ALWAYS_OURS) and bool(value_in(tx, f"registry_{kind.value}"))


def type_number(tx: Tx, document: Document, number: str, on: date) -> None:
    """Keep the number that the registry wrote on the sheet; it is findable, and the paper waits no longer."""
    clean = to_ascii(display_form(number))
    found: list[AppError] = []
    if not document.awaits_registry or document.state is DocumentState.VOIDED:
        raise InvalidError("documents.no_registry")
    if not clean:
        found.append(InvalidError("documents.registry_needed", "number"))
    elif len(clean) > NUMBER_LIMIT:
        found.append(InvalidError("errors.too_long", "number", limit=NUMBER_LIMIT))
    issued = local(document.issued_at).date()
    if on > tx.today:
        found.append(InvalidError("errors.future_date", "on"))
    elif on < issued:
        found.append(InvalidError("documents.registry_before", "on", issued=format_date(issued)))
    refuse(found)
    document.awaits_registry, document.registry_no, document.registry_on = False, clean, on
    letter = tx.session.get(Letter, document.letter_id) if document.letter_id else None
    if letter is not None:
        tx.index("letter", letter.id, numbers=(letter.number, letter.their_number, clean))
        tx.changed("letter", letter.id)
    tx.record("document.type_registry_number", "document", document.id)
    tx.changed("document", document.id)
    tx.session.flush()
