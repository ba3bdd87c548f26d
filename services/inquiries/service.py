"""The use-cases of the answers to inquiries."""

from dataclasses import asdict
from uuid import UUID

from models.base import new_id
from models.enums import LetterDirection, LetterState
from models.inquiry import Inquiry
from models.letter import Letter
from services.actor import Actor, Right
from services.changes import Done
from services.clock import local
from services.codes import Codes
from services.errors import InvalidError
from services.inquiries.reading import detail_of, inquiry_of
from services.inquiries.rules import cleaned
from services.inquiries.shapes import InquiryDetail, InquiryDraft, InquiryVisit
from services.letters.access import readable_letter
from services.people.fields import Fields
from services.unit_of_work import Tx, UnitOfWork


class Inquiries:
    """What the unit writes for the answers to incoming letters, until each answer is issued as a paper."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def of_letter(self, actor: Actor, letter_id: UUID) -> InquiryDetail:
        """What stands written for a letter; that it was read is recorded. `NotFoundError` for a masked letter."""
        with self._uow.read_recorded(actor, Right.DOCUMENT_ISSUE, Right.LETTER_READ) as tx:
            letter = _asking(tx, letter_id)
            tx.record("inquiry.open", "letter", letter.id)
            return detail_of(tx, self._codes.of(actor), letter, inquiry_of(tx, letter.id))

    def write(self, actor: Actor, draft: InquiryDraft) -> Done[InquiryDetail]:
        """Keep what was written, as often as one likes until the answer is issued.

        `InvalidDraft` with the paths of the fields; `StaleError` where a colleague wrote meanwhile.
        """
        with self._uow.write(actor, Right.DOCUMENT_ISSUE, Right.LETTER_READ) as tx:
            letter = _asking(tx, draft.letter_id)
            fields = Fields()
            clean = cleaned(draft, self._codes.of(actor), tx.today, fields)
            fields.refuse()
            row = inquiry_of(tx, letter.id)
            if row is None:
                row = Inquiry(
                    id=new_id(),
                    letter_id=letter.id,
                    received_on=local(letter.registered_at).date(),
                    recorded_at=tx.now,
                )
                tx.add(row)
            else:
                tx.expect(row, draft.version)
            if row.document_id is not None:
                raise InvalidError("inquiries.answered")
            _take_over(tx, row, clean)
            tx.session.flush()
            tx.record("inquiry.write", "inquiry", row.id)
            tx.changed("inquiry", row.id)
            tx.changed("letter", letter.id)
            return tx.done(detail_of(tx, self._codes.of(actor), letter, row))


def _asking(tx: Tx, letter_id: UUID) -> Letter:
    letter = readable_letter(tx, letter_id)
    if letter.direction is not LetterDirection.INCOMING or letter.state is LetterState.VOIDED:
        raise InvalidError("inquiries.no_question")
    return letter


def _take_over(tx: Tx, row: Inquiry, clean: InquiryDraft) -> None:
    row.mission, row.asked_by, row.opinion = clean.mission, clean.asked_by, clean.opinion
    row.is_confidential = clean.is_confidential
    row.people = [asdict(one) for one in clean.people]
    row.visits = [_stored(one) for one in clean.visits]
    row.findings = dict(clean.findings)
    row.officer_id = tx.actor.staff_id


def _stored(one: InquiryVisit) -> dict[str, str]:
    return {"who": one.who, "place": one.place, "day": one.day.isoformat() if one.day else ""}
