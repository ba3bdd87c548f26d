"""The use-cases of the indicator books."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from models.case import ReferralIn
from models.enums import LetterState
from models.letter import Letter, LetterAction
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.finding import LETTER, find
from services.letters.access import is_paper, open_to, readable_letter
from services.letters.assigning import action_row, actions_of, colleagues_for, finish, give
from services.letters.correcting import correct
from services.letters.extending import extend_due
from services.letters.linking import link, links_of, unlink
from services.letters.registering import register_letter, void_letter
from services.letters.replying import reply_to
from services.letters.rows import letter_rows
from services.letters.shapes import (
    ActionDraft,
    ActionRow,
    ExtendDraft,
    LetterDetail,
    LetterDraft,
    LetterFilter,
    LetterPage,
    LetterRow,
    LetterWords,
    LinkDraft,
    ReplyDraft,
)
from services.persian.text import search_key, search_tokens
from services.unit_of_work import Tx, UnitOfWork

CONFIDENTIAL = "confidential"
LONGEST = 80
"""No more of a text is looked for."""


class Letters:
    """The letter books of one unit. Numbers of letters that go out are drawn by `services.documents`."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def register(self, actor: Actor, draft: LetterDraft) -> Done[LetterRow]:
        """Enter a letter by hand, whichever way it goes, with what it refers to. A confidential one goes to the
        confidential book whatever its kind (P-16)."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            if draft.case_id is not None:
                visible_case(tx, draft.case_id)
            lists = self._codes.of(actor)
            letter = register_letter(tx, lists, _in_its_book(draft))
            link(tx, lists, letter, draft.links)
            if letter.case_id is not None:
                tx.changed("case", letter.case_id)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def correct(self, actor: Actor, letter_id: UUID, version: int, words: LetterWords) -> Done[LetterRow]:
        """Mend the words of a row; number, book, day and kind stay as they are (R-10)."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            letter = readable_letter(tx, letter_id)
            tx.expect(letter, version)
            correct(tx, self._codes.of(actor), letter, words)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def link(self, actor: Actor, letter_id: UUID, draft: LinkDraft) -> Done[LetterDetail]:
        """Say that a letter answers or follows an earlier one."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            letter = readable_letter(tx, letter_id)
            link(tx, self._codes.of(actor), letter, (draft,))
            return self._linked(tx, letter, "letter.link")

    def unlink(self, actor: Actor, letter_id: UUID, earlier_id: UUID) -> Done[LetterDetail]:
        """Take a wrong link away."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            letter = readable_letter(tx, letter_id)
            unlink(tx, letter, readable_letter(tx, earlier_id).id)
            return self._linked(tx, letter, "letter.unlink")

    def suggest(self, actor: Actor, text: str, limit: int = 12) -> tuple[LetterRow, ...]:
        """Letters whose number begins with or holds what was typed, ours or theirs, the surest first."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            if not actor.may(Right.CASE_FIND):
                return ()
            places = {hit.id: place for place, hit in enumerate(find(tx, text, limit, (LETTER,)))}
            found = tx.session.scalars(select(Letter).where(Letter.id.in_(places), open_to(actor))).all()
            return letter_rows(tx, self._codes.of(actor), sorted(found, key=lambda one: places[one.id]))

    def assign(self, actor: Actor, draft: ActionDraft) -> Done[ActionRow]:
        """Give a letter to a colleague who may read it, with a word and a day, as one writes in its margin."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            action = give(tx, readable_letter(tx, draft.letter_id), draft)
            tx.session.flush()
            return tx.done(action_row(tx, action))

    def finish(self, actor: Actor, action_id: UUID, version: int, word: str) -> Done[ActionRow]:
        """Note what became of an order: by whom it was given to, by who gave it, or by the head."""
        with self._uow.write(actor, Right.LETTER_READ) as tx:
            action = tx.get(LetterAction, action_id)
            readable_letter(tx, action.letter_id)
            tx.expect(action, version)
            finish(tx, action, word)
            tx.session.flush()
            return tx.done(action_row(tx, action))

    def detail(self, actor: Actor, letter_id: UUID) -> LetterDetail:
        """One row with its links, its margin and what this actor may do with it; `NotFoundError` for a masked one."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            return self._detail(tx, readable_letter(tx, letter_id))

    def reply(self, actor: Actor, draft: ReplyDraft) -> Done[LetterRow]:
        """Enter the answer to a referral in the book; with it the authority waits no longer (R-6)."""
        with self._uow.write(actor, Right.LETTER_REGISTER, Right.CASE_READ) as tx:
            referral = tx.get(ReferralIn, draft.referral_id)
            case = visible_case(tx, referral.case_id)
            tx.expect(referral, draft.version)
            letter = reply_to(tx, self._codes, case, referral, draft)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def extend(self, actor: Actor, draft: ExtendDraft) -> Done[int]:
        """Note that the authority granted more time (D29 was answered); gives how often it did so far."""
        with self._uow.write(actor, Right.LETTER_REGISTER, Right.CASE_READ) as tx:
            referral = tx.get(ReferralIn, draft.referral_id)
            case = visible_case(tx, referral.case_id)
            tx.expect(referral, draft.version)
            extend_due(tx, case, referral, draft)
            return tx.done(referral.extension_count)

    def page(self, actor: Actor, which: LetterFilter | None = None, offset: int = 0, limit: int = 100) -> LetterPage:
        """A stretch of the books, newest first, with texts masked that this actor may not read."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            conditions = _conditions(tx, which or LetterFilter())
            total = _count(tx, conditions)
            newest = (Letter.registered_at.desc(), Letter.id.desc())
            # the index finds them; only those that are shown are read
            ids = select(Letter.id).where(*conditions).order_by(*newest).offset(offset).limit(limit)
            found = tx.session.scalars(ids).all()
            letters = tx.session.scalars(select(Letter).where(Letter.id.in_(found)).order_by(*newest)).all()
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
        """Keep a spoiled letter as void, with the head's reason; its number stays used (R-10).

        `InvalidError` for the number of an issued paper: that one is made void as a paper.
        """
        with self._uow.write(actor, Right.CASE_VOID) as tx:
            letter = tx.get(Letter, letter_id)
            tx.expect(letter, version)
            if letter.state is not LetterState.VOIDED and is_paper(tx, letter):
                raise InvalidError("letters.void_the_paper")
            void_letter(tx, letter, reason)
            tx.session.flush()
            return tx.done(self._row(tx, letter))

    def _linked(self, tx: Tx, letter: Letter, action: str) -> Done[LetterDetail]:
        tx.record(action, "letter", letter.id)
        tx.changed("letter", letter.id)
        tx.session.flush()
        return tx.done(self._detail(tx, letter))

    def _detail(self, tx: Tx, letter: Letter) -> LetterDetail:
        row, actor, lists = self._row(tx, letter), tx.actor, self._codes.of(tx.actor)
        is_open = letter.state is not LetterState.VOIDED
        writes = is_open and actor.may(Right.LETTER_REGISTER)
        of_paper = is_paper(tx, letter)
        return LetterDetail(
            row,
            links_of(tx, lists, letter),
            actions_of(tx, letter),
            colleagues_for(tx, lists, letter) if writes else (),
            of_paper,
            may_correct=writes,
            may_void=is_open and not of_paper and actor.may(Right.CASE_VOID),
            may_assign=writes,
        )

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
    if which.kind or which.text or which.has_open_orders:
        conditions.append(open_to(tx.actor))
    if which.kind:
        conditions.append(Letter.kind == which.kind)
    if which.has_open_orders:
        waiting = select(LetterAction.letter_id).where(LetterAction.done_at.is_(None))
        conditions.append(Letter.id.in_(waiting))
    return conditions + [Letter.words.contains(word, autoescape=True) for word in _sought(which.text[:LONGEST])]


def _sought(text: str) -> tuple[str, ...]:
    """Each word of the text; a number as a whole, whatever parts its figures."""
    words = search_tokens(text)
    return words if any(char.isalpha() for char in "".join(words)) else tuple(filter(None, (search_key(text),)))


def _in_its_book(draft: LetterDraft) -> LetterDraft:
    is_confidential = draft.classification == CONFIDENTIAL and not draft.book
    return replace(draft, book=CONFIDENTIAL) if is_confidential else draft
