"""Orders in a letter's margin inside an open transaction: given to who may read the letter, done with a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, select

from models.letter import Letter, LetterAction
from models.unit import Staff
from services.actor import Actor, Right
from services.catalogue import say
from services.codes import CodeReader
from services.errors import InvalidError, NotAllowedError
from services.letters.access import open_to
from services.letters.shapes import ActionDraft, ActionRow, Colleague
from services.people.fields import Fields
from services.staff.naming import staff_names
from services.staff.rights import rights_of
from services.staff.rules import has_ended
from services.typed import LINE, line
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who still has an order of a letter, and whether one of them is beyond its day."""

    names: str
    is_late: bool


def give(tx: Tx, letter: Letter, draft: ActionDraft) -> LetterAction:
    """Write the order. `InvalidError` for a colleague who may not read the letter, or a day that has passed."""
    fields = Fields()
    words = fields.line("order_text", draft.order_text)
    if not words and not fields.errors:
        fields.wrong("order_text", "errors.required")
    if draft.to_staff_id not in {one.id for one in _readers(tx, letter)}:
        fields.wrong("to_staff_id", "letters.cannot_read")
    if draft.due_on is not None and draft.due_on < tx.today:
        fields.wrong("due_on", "letters.due_in_past")
    fields.refuse()
    action = LetterAction(
        letter_id=letter.id,
        order_text=words,
        from_staff_id=tx.actor.staff_id,
        to_staff_id=draft.to_staff_id,
        given_at=tx.now,
        due_on=draft.due_on,
    )
    tx.add(action)
    tx.session.flush()
    tx.record("letter.assign", "letter", letter.id)
    tx.changed("letter", letter.id)
    return action


def finish(tx: Tx, action: LetterAction, word: str) -> None:
    """Note what became of the order: by whom it was given to, by who gave it, or by the head."""
    if not may_finish(tx, action):
        raise NotAllowedError("errors.not_allowed")
    if action.done_at is not None:
        raise InvalidError("letters.already_done")
    action.done_word = line("done_word", word, LINE, needed="letters.word_needed")
    action.done_at, action.done_by_id = tx.now, tx.actor.staff_id
    tx.record("letter.finish", "letter", action.letter_id)
    tx.changed("letter", action.letter_id)


def may_finish(tx: Tx, action: LetterAction) -> bool:
    mine = tx.actor.staff_id in (action.to_staff_id, action.from_staff_id)
    return action.done_at is None and (mine or tx.actor.may(Right.CASE_ASSIGN))


def actions_of(tx: Tx, letter: Letter) -> tuple[ActionRow, ...]:
    """The orders of a letter, the latest first."""
    query = (
        select(LetterAction)
        .where(LetterAction.letter_id == letter.id)
        .order_by(LetterAction.given_at.desc(), LetterAction.id.desc())
    )
    return tuple(action_row(tx, action) for action in tx.session.scalars(query))


def action_row(tx: Tx, action: LetterAction) -> ActionRow:
    names = staff_names(tx)
    return ActionRow(
        action.id,
        action.version,
        action.order_text,
        names.get(action.from_staff_id, ""),
        names.get(action.to_staff_id, ""),
        action.given_at,
        action.due_on,
        action.done_at is None and action.due_on is not None and action.due_on < tx.today,
        action.done_at,
        names.get(action.done_by_id, "") if action.done_by_id else "",
        action.done_word,
        may_finish(tx, action),
    )


def assigned(tx: Tx, letter_ids: Sequence[UUID]) -> dict[UUID, Assigned]:
    """Of each letter with open orders: who has them."""
    query = (
        select(LetterAction.letter_id, LetterAction.to_staff_id, LetterAction.due_on)
        .where(LetterAction.letter_id.in_(letter_ids), LetterAction.done_at.is_(None))
        .order_by(LetterAction.given_at, LetterAction.id)
    )
    names = staff_names(tx)
    found: dict[UUID, list[str]] = {}
    late: set[UUID] = set()
    for letter_id, staff_id, due_on in tx.session.execute(query):
        name = names.get(staff_id, "")
        if name not in found.setdefault(letter_id, []):
            found[letter_id].append(name)
        if due_on is not None and due_on < tx.today:
            late.add(letter_id)
    return {key: Assigned(say("letters.and").join(each), key in late) for key, each in found.items()}


def colleagues_for(tx: Tx, lists: CodeReader, letter: Letter) -> tuple[Colleague, ...]:
    """To whom the letter may be given, by name."""
    found = [Colleague(one.id, one.full_name, lists.label("staff_role", one.role)) for one in _readers(tx, letter)]
    return tuple(sorted(found, key=lambda one: one.name))


def _readers(tx: Tx, letter: Letter) -> list[Staff]:
    query = select(Staff).where(Staff.unit_id == tx.actor.unit_id, Staff.is_active.is_(True))
    present = [one for one in tx.session.scalars(query) if not has_ended(one.is_active, one.service_end_on, tx.today)]
    return [one for one in present if _may_read(tx, one, letter)]


def _may_read(tx: Tx, staff: Staff, letter: Letter) -> bool:
    reader = Actor(
        staff.id, tx.actor.unit_id, tx.actor.session_id, staff.full_name, staff.role, rights_of(staff.role)
    )
    if not reader.may(Right.LETTER_READ):
        return False
    return bool(tx.session.scalar(select(exists().where(Letter.id == letter.id, open_to(reader)))))
