"""The use-cases of the one search box."""

from uuid import UUID

from services import audit
from services.actor import Actor, Right
from services.changes import Done
from services.codes import Codes
from services.finding import NOUNS, PERSON, Found, find
from services.people.numbers_in_sight import without_hidden_numbers
from services.persian.text import display_form
from services.search.hits import hits, with_their_cases
from services.search.shapes import Hit
from services.unit_of_work import Tx, UnitOfWork

_KEPT = 80
_SHAPES = ("1", "09", "1405", "l", "lplnd", "lplnd vqh")
"""A number, a telephone, a year, a letter, a name, two names: together they use every statement of the finder."""


class Search:
    """Everything of one unit that an actor may come upon, from one box."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def find(self, actor: Actor, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Persons, cases and letters as one types: any spelling, digits or keyboard layout, any number (P-41, §4.2).

        The surest first: the same, what begins so, all words, a fragment of three letters, and last what only
        sounds alike. Cases of persons found by name follow their own hits. Not recorded: see `rested`.
        """
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            found = _in_sight(tx, text, find(tx, text, limit, NOUNS))
            return hits(tx, self._codes, with_their_cases(tx, found, limit))

    def warm_up(self, actor: Actor) -> None:
        """Build the statements of `find` for this actor, so that the first search of a session waits for none."""
        for text in _SHAPES:
            self.find(actor, text, 10)

    def rested(self, actor: Actor, text: str) -> Done[None]:
        """Record a search at which typing rested. What was sought lies in the erasable payload alone (R-24)."""
        with self._uow.read_recorded(actor, Right.CASE_FIND) as tx:
            sought = {"table": "search", "id": None, "do": "read", "values": {"text": display_form(text)[:_KEPT]}}
            audit.gathered(tx.session).append(sought)
            tx.record("search.rest", "search")
            return tx.done(None)

    def copied(self, actor: Actor, noun: str, ids: tuple[UUID, ...]) -> Done[None]:
        """Record that rows of a list left the program as cells (P-39)."""
        with self._uow.read_recorded(actor, Right.EXPORT) as tx:
            rows = {"table": noun, "id": None, "do": "export", "values": {"ids": [key.hex for key in ids]}}
            audit.gathered(tx.session).append(rows)
            tx.record("list.copy", noun, ids[0] if len(ids) == 1 else None)
            return tx.done(None)


def _in_sight(tx: Tx, text: str, found: list[Found]) -> list[Found]:
    """Without persons whose number was told in hidden files alone (P-7)."""
    persons = [hit.id for hit in found if hit.noun == PERSON]
    known = set(without_hidden_numbers(tx, text, persons))
    return [hit for hit in found if hit.noun != PERSON or hit.id in known]
