"""Reading, seeding and editing the code lists."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.base import seed_id
from models.unit import LookupValue
from resources import shelf
from services.actor import Actor, Right
from services.changes import Done
from services.typed import line
from services.unit_of_work import Tx, UnitOfWork

_COLUMNS = (
    LookupValue.list,
    LookupValue.code,
    LookupValue.label,
    LookupValue.position,
    LookupValue.is_active,
    LookupValue.behaviour,
    LookupValue.version,
)


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of a code list with the unit's own label. Logic may look at `behaviour`, never at `code`."""

    list: str
    code: str
    label: str
    position: int
    is_active: bool
    behaviour: Mapping[str, Any] = field(hash=False)
    version: int = 1

    def __reduce__(self) -> tuple[Any, ...]:
        return (_revive, (self.list, self.code, self.label, self.position, self.is_active, dict(self.behaviour)))

    def does(self, behaviour: str) -> Any:
        """The value of a behaviour column; a column that the file does not name counts as no."""
        return self.behaviour.get(behaviour, False)


def _revive(list_: str, code: str, label: str, position: int, is_active: bool, behaviour: dict[str, Any]) -> Code:
    return Code(list_, code, label, position, is_active, MappingProxyType(behaviour))


@dataclass(frozen=True, slots=True)
class _Lists:
    rows: Mapping[str, tuple[Code, ...]]
    by_code: Mapping[str, Mapping[str, Code]]


class Codes:
    """The code lists of one unit, cached; a change by any process is seen after `forget`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._lock = threading.Lock()
        self._lists: dict[UUID, _Lists] = {}

    def all(self, actor: Actor, name: str, *, with_inactive: bool = False) -> tuple[Code, ...]:
        """The entries of a list in the unit's order; KeyError for a list that does not exist."""
        rows = self._of_unit(actor).rows[name]
        return rows if with_inactive else tuple(row for row in rows if row.is_active)

    def get(self, actor: Actor, name: str, code: str) -> Code:
        """One entry, also a retired one: old files keep their words. KeyError for an unknown code."""
        return self._of_unit(actor).by_code[name][code]

    def find(self, actor: Actor, name: str, code: str) -> Code | None:
        """One entry, also a retired one, or None for a code that the list does not have."""
        return self._of_unit(actor).by_code[name].get(code)

    def label(self, actor: Actor, name: str, code: str) -> str:
        """The unit's word for a code; the empty text for no code."""
        return self.get(actor, name, code).label if code else ""

    def of(self, actor: Actor) -> "CodeReader":
        """The lists of the actor's unit, for code that asks often within one use-case."""
        return CodeReader(self, actor)

    def rename(self, actor: Actor, name: str, code: str, label: str) -> Done[None]:
        """Give an entry another label. Papers already issued keep theirs."""
        clean = line("label", label, needed="errors.required")
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = self._row(tx, name, code)
            row.label = clean
            tx.record("code.rename", "code", row.id)
            tx.changed("code")
        self.forget()
        return tx.done(None)

    def set_active(self, actor: Actor, name: str, code: str, *, is_active: bool) -> Done[None]:
        """Offer an entry in new forms, or no longer; nothing is ever deleted."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = self._row(tx, name, code)
            row.is_active = is_active
            tx.record("code.set_active", "code", row.id)
            tx.changed("code")
        self.forget()
        return tx.done(None)

    def forget(self) -> None:
        """Read the lists afresh at the next question."""
        with self._lock:
            self._lists.clear()

    def _row(self, tx: Tx, name: str, code: str) -> LookupValue:
        return tx.session.scalars(
            select(LookupValue).where(
                LookupValue.unit_id == tx.actor.unit_id, LookupValue.list == name, LookupValue.code == code
            )
        ).one()

    def _of_unit(self, actor: Actor) -> "_Lists":
        with self._lock:
            known = self._lists.get(actor.unit_id)
        if known is None:
            known = self._read(actor)
            with self._lock:
                self._lists[actor.unit_id] = known
        return known

    def _read(self, actor: Actor) -> "_Lists":
        lists: dict[str, list[Code]] = {}
        with self._uow.read(actor) as tx:
            query = select(*_COLUMNS).where(LookupValue.unit_id == actor.unit_id).order_by(LookupValue.position)
            for name, code, label, position, is_active, behaviour, version in tx.session.execute(query):
                entry = Code(name, code, label, position, is_active, MappingProxyType(behaviour), version)
                lists.setdefault(name, []).append(entry)
        return _Lists(
            {name: tuple(rows) for name, rows in lists.items()},
            {name: {row.code: row for row in rows} for name, rows in lists.items()},
        )


@dataclass(frozen=True, slots=True)
class CodeReader:
    """The code lists as one actor's unit has them."""

    codes: Codes
    actor: Actor

    def knows(self, name: str, code: str) -> bool:
        """Whether the list has the code, retired or not."""
        return self.codes.find(self.actor, name, code) is not None

    def does(self, name: str, code: str, behaviour: str) -> Any:
        """A behaviour of an entry; no for an unknown code."""
        found = self.codes.find(self.actor, name, code)
        return False if found is None else found.does(behaviour)

    def label(self, name: str, code: str) -> str:
        """The unit's word for a code; the code itself when the list has lost it, empty for no code."""
        found = self.codes.find(self.actor, name, code) if code else None
        return code if found is None else found.label

    def first(self, name: str, behaviour: str, value: Any = True) -> str:
        """The code of the first entry with that behaviour, empty when none has it."""
        rows = self.codes.all(self.actor, name)
        return next((row.code for row in rows if row.does(behaviour) == value), "")


def seed(tx: Tx) -> int:
    """Add the entries that the unit does not have yet, and return how many.

    An update of the program never overwrites a label, an order or a behaviour that the unit edited.
    """
    unit_id = tx.actor.unit_id
    known = set(tx.session.scalars(select(LookupValue.id).where(LookupValue.unit_id == unit_id)))
    added = 0
    for name in shelf.code_lists():
        for row in shelf.code_list(name):
            key = seed_id(unit_id.hex, name, row.code)
            if key in known:
                continue
            behaviour = {key_: list(v) if isinstance(v, tuple) else v for key_, v in row.behaviour.items()}
            if row.unconfirmed:
                behaviour["unconfirmed"] = True
            tx.session.add(
                LookupValue(
                    id=key,
                    unit_id=unit_id,
                    list=name,
                    code=row.code,
                    label=row.label,
                    position=row.position,
                    behaviour=behaviour,
                )
            )
            added += 1
    return added
