"""The answers to the inquiries that hang on a file."""

from collections.abc import Iterator

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import LetterDirection, LetterState
from models.inquiry import Inquiry
from models.letter import Letter
from services.catalogue import say
from services.codes import CodeReader
from services.documents.offered import title_of
from services.documents.shapes import PaperKind, PaperOffer
from services.inquiries.rules import MISSION
from services.persian.digits import to_persian
from services.unit_of_work import Tx

_LETTERS = (
    select(Letter.kind, Letter.number, Inquiry)
    .outerjoin(Inquiry, Inquiry.letter_id == Letter.id)
    .where(
        Letter.case_id == bindparam("of_case"),
        Letter.direction == LetterDirection.INCOMING,
        Letter.state == LetterState.REGISTERED,
    )
    .order_by(Letter.registered_at, Letter.id)
)


def answers_to_inquiries(tx: Tx, codes: CodeReader, case: CaseFile) -> Iterator[PaperOffer]:
    """One for each letter that asks; first it is written, from the letter itself."""
    kind = PaperKind.LOCAL_INQUIRY_REPORT
    for letter_kind, number, row in tx.session.execute(_LETTERS, {"of_case": case.id}):
        if row is None:
            if codes.does("letter_kind", letter_kind, "is_inquiry"):
                reason = say("documents.inquiry_first", number=to_persian(number))
                yield PaperOffer(kind, title_of(kind), None, "", reason=reason)
            continue
        yield PaperOffer(
            kind,
            title_of(kind),
            None,
            "",
            line=codes.label(MISSION, row.mission),
            reason=say("documents.issued_already") if row.document_id is not None else "",
            issued_id=row.document_id,
            inquiry_id=row.id,
        )
