"""The use-cases of the indicator books."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from models.case import ReferralIn
from models.enums import LetterDirection
from models.letter import Letter
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.letters.registering import register_letter, void_letter
from services.letters.replying import reply_to
from services.letters.rows import letter_rows, open_to
from services.letters.shapes import LetterDraft, LetterFilter, LetterPage, LetterRow, ReplyDraft
from services.unit_of_work import Tx, UnitOfWork


class Letters:
    """The letter books of one unit. Numbers of letters that go out are drawn by `services.documents`."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def register_incoming(self, actor: Actor, draft: LetterDraft) -> Done[LetterRow]:
        """Enter a letter that came, and give it the next number of its book."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            if draft.case_id is not None:
                visible_case(tx, draft.case_id)
            letter = register_letter(tx, self._codes.of(actor), replace(draft, direction=LetterDirection.INCOMING))
            if letter.case_id is not None:
                tx.changed("case", letter.case_id)
            return tx.done(self._row(tx, letter))

    def reply(self, actor: Actor, draft: ReplyDraft) -> Done[LetterRow]:
        """Enter the answer to a referral in the book; with it the authority waits no longer (R-6)."""
        with self._uow.write(actor, Right.LETTER_REGISTER, Right.CASE_READ) as tx:
            referral = tx.get(ReferralIn, draft.referral_id)
            case = visible_case(tx, referral.case_id)
            tx.expect(referral, draft.version)
            letter = reply_to(tx, self._codes, case, referral, draft)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def page(self, actor: Actor, which: LetterFilter | None = None, offset: int = 0, limit: int = 100) -> LetterPage:
        """A stretch of the books, newest first, with texts masked that this actor may not read."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            conditions = _conditions(tx, which or LetterFilter())
            total = _count(tx, conditions)
            letters = tx.session.scalars(
                select(Letter)
                .where(*conditions)
                .order_by(Letter.registered_at.desc(), Letter.id.desc())
                .offset(offset)
                .limit(limit)
            ).all()
            return LetterPage(letter_rows(tx, self._codes.of(actor), letters), total)

    def count(self, actor: Actor, which: LetterFilter | None = None) -> int:
        """How many rows `page` lists."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            return _count(tx, _conditions(tx, which or LetterFilter()))

    def get(self, actor: Actor, letter_id: UUID) -> LetterRow:
        """One row of the books, masked where this actor may see number and date alone."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            return self._row(tx, tx.get(Letter, letter_id))

    def void(self, actor: Actor, letter_id: UUID, version: int, reason: str) -> Done[LetterRow]:
        """Keep a spoiled letter as void, with the head's reason; its number stays used (R-10)."""
        with self._uow.write(actor, Right.CASE_VOID) as tx:
            letter = tx.get(Letter, letter_id)
            tx.expect(letter, version)
            void_letter(tx, letter, reason)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def _row(self, tx: Tx, letter: Letter) -> LetterRow:
        return letter_rows(tx, self._codes.of(tx.actor), (letter,))[0]


def _count(tx: Tx, conditions: list[ColumnElement[bool]]) -> int:
    return tx.session.scalar(select(func.count()).select_from(Letter).where(*conditions)) or 0


def _conditions(tx: Tx, which: LetterFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Letter.unit_id == tx.actor.unit_id]
    if which.book is not None:
        conditions.append(Letter.book == which.book)
    if which.direction is not None:
        conditions += [Letter.direction == which.direction, open_to(tx.actor)]
    if which.year is not None:
        conditions.append(Letter.year == which.year)
    if which.case_id is not None:
        conditions.append(Letter.case_id == visible_case(tx, which.case_id).id)
    return conditions
