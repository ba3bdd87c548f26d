"""The one place where transactions begin and end.

A public service function opens exactly one (`with uow.write(actor, Right.X) as tx:`); private ones receive the
`Tx`. Leaving the block commits and appends the audit entries; any exception rolls everything back. No session,
and nothing mapped, outlives the block.
"""

import logging
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple
from uuid import UUID

from sqlalchemy import Engine, event, exc
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.selectable import TypedReturnsRows

from models.base import Base, Owned
from models.engine import WRITE, has_one_chain, hurry, is_sound_so_far, take_writer_lane
from models.prepared import Answer, ask
from models.unit import Unit
from services import audit, indexing, numbering
from services.actor import Actor, Right
from services.changes import Change, Done
from services.clock import Clock, local
from services.errors import ClockError, DuplicateError, NotFoundError, StaleError, StorageError
from services.persian.jalali import format_date, to_jalali

log = logging.getLogger(__name__)

T = TypeVar("T")
M = TypeVar("M", bound=Owned)
_Columns = TypeVarTuple("_Columns")

_NO_VALUES: Mapping[str, Any] = MappingProxyType({})

_MEMO, _WRITTEN = "read_once", "written"
_Kinds = tuple[type[Base], ...]
_Memo = dict[Hashable, tuple[_Kinds, Any]]

CLOCK_TOLERANCE = timedelta(minutes=2)
"""A clock that steps back this little (a time service at work) is waited out, not refused."""


@dataclass(frozen=True, slots=True)
class Committed:
    """What the witness file is told after each commit (design.md §5)."""

    unit_id: UUID
    chain_seq: int
    chain_hash: bytes
    serials: Mapping[str, int]
    at: datetime


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds as long as the chain ends with `chain_seq`: nobody else has written."""

    chain_seq: int
    serials: Mapping[str, int]
    steady: _Memo


@dataclass(slots=True)
class _Feed:
    """How far the audit chain was followed, and which of the links since then are of this process."""

    seen: int | None = None
    own: set[int] = field(default_factory=set)
    count: int = 0


@dataclass(slots=True)
class Tx:
    """An open transaction: the session, who acts, and the moment that everything in it happens at."""

    session: Session
    actor: Actor
    now: datetime
    is_writing: bool
    _entries: list[audit.Entry] = field(default_factory=list)
    _changes: set[Change] = field(default_factory=set)
    _findable: dict[UUID, indexing.Findable] = field(default_factory=dict)
    _unit: Unit | None = None
    _steady: _Memo = field(default_factory=dict)
    _held: list[Owned] = field(default_factory=list)  # the session itself would read them again

    @property
    def today(self) -> date:
        """The local day of `now`."""
        return local(self.now).date()

    def add(self, row: Owned) -> None:
        """Add a row of the actor's unit."""
        row.unit_id = self.actor.unit_id
        self.session.add(row)
        self._held.append(row)

    def get(self, kind: type[M], key: UUID) -> M:
        """The row of the actor's unit with that key, or `NotFoundError`. It is not checked for visibility."""
        row = self.session.get(kind, key)
        if row is None or row.unit_id != self.actor.unit_id:
            raise NotFoundError("errors.not_found")
        self._held.append(row)
        return row

    def rows(
        self, statement: TypedReturnsRows[*_Columns], values: Mapping[str, Any] = _NO_VALUES
    ) -> list[Answer[*_Columns]]:
        """The columns of a statement that is a constant, or made once for an actor (`models.prepared`)."""
        if self.is_writing:
            self.session.flush()
        return ask(self.session.connection(), statement, values)

    def expect(self, row: Owned, version: int) -> None:
        """Raise `StaleError` when the row is not the version that the person saw."""
        if row.version != version:
            raise StaleError("errors.stale")

    def record(self, action: str, noun: str, subject_id: UUID | None = None, *, reason: str = "") -> None:
        """Name what this transaction does; every writing transaction needs at least one entry."""
        self._entries.append(audit.Entry(action, noun, subject_id, reason))

    def changed(self, noun: str, subject_id: UUID | None = None) -> None:
        """Say that screens showing this must refresh."""
        self._changes.add(Change(noun, subject_id))

    def once(self, key: Hashable, read: Callable[[], T], of: _Kinds = ()) -> T:
        """What `read` gives, asked of the database once; forgotten as soon as this transaction writes anything, or
        anything into the tables `of` where they are named: all those that `read` looks at.

        For rows that several parts of one use-case look at. Whoever gets it must not change the container.
        """
        if any(not of or isinstance(row, of) for row in _unwritten(self.session)):
            return read()
        memo: _Memo = self.session.info.setdefault(_MEMO, {})
        if key not in memo:
            memo[key] = (of, read())
        found: T = memo[key][1]
        return found

    def know(self, key: Hashable, value: object, of: _Kinds) -> None:
        """Let `once` give `value`, which this transaction has just written, without asking; forgotten alike."""
        self.session.flush()
        memo: _Memo = self.session.info.setdefault(_MEMO, {})
        memo[key] = (of, value)

    def steady(self, key: Hashable, read: Callable[[], T], of: _Kinds = ()) -> T:
        """What `read` gives, asked of the database once in this transaction, whatever it writes meanwhile.

        For facts of the unit that work on a case does not change: settings, names of colleagues, rooms. With `of`,
        all tables that `read` looks at, later transactions that write take them over as long as nobody has written
        into these: what `read` gives is plain data then, and the same for every actor of the unit.
        """
        if key not in self._steady:
            self._steady[key] = (of, read())
        found: T = self._steady[key][1]
        return found

    def draw(self, book: str) -> int:
        """The next gap-free number of `book` in the Jalali year of today (R-10)."""
        return numbering.draw(self.session, self.actor.unit_id, book, to_jalali(self.today)[0])

    def index(
        self,
        noun: str,
        subject_id: UUID,
        names: Iterable[str] = (),
        numbers: Iterable[str] = (),
        *,
        is_new: bool = False,
    ) -> None:
        """Make the subject findable by these names and numbers, and by nothing else, when the transaction ends.

        `is_new`: it was made in this transaction, so nothing is to be forgotten. The last call for a subject holds.
        """
        earlier = self._findable.get(subject_id)
        is_new = is_new or (earlier is not None and earlier.is_new)
        self._findable[subject_id] = indexing.Findable(noun, tuple(names), tuple(numbers), is_new)

    def done(self, value: T) -> Done[T]:
        """The result of the use-case with everything it changed."""
        return Done(value, frozenset(self._changes))


class UnitOfWork:
    """Opens transactions on one engine.

    `witness` is called after each commit that wrote something; its `StorageError` is logged and fails no use-case.
    """

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        installation_id: UUID,
        witness: Callable[[Committed], None] | None = None,
    ) -> None:
        self._engine = engine
        self._write_engine = engine.execution_options(**{WRITE: True})
        self.clock = clock
        self.installation_id = installation_id
        self._witness = witness
        self._hurries = False
        self._untold: Committed | None = None
        self._feeds: dict[UUID, _Feed] = {}
        self._committing = threading.Lock()
        self._last: dict[UUID, _Known] = {}
        self.stands: Callable[[], bool] = lambda: True
        """Whether the file that this writes to is still the one in the folder (`models.engine.standing`)."""
        self.refuses_writes = ""
        """The key of the sentence that answers every write, "" when writing is open (a copied data folder)."""

    @contextmanager
    def read(self, actor: Actor, *rights: Right) -> Iterator[Tx]:
        """A reading transaction of `actor`, who needs all the `rights`."""
        actor.require(*rights)
        with (
            database_errors(),
            Session(self._engine, expire_on_commit=False, autoflush=False) as session,
            _sound(session),
        ):
            yield Tx(session, actor, self.clock.now(), is_writing=False)

    @contextmanager
    def write(self, actor: Actor, *rights: Right) -> Iterator[Tx]:
        """A writing transaction of `actor`, who needs all the `rights`; the unit's only one while it lasts."""
        actor.require(*rights)
        if self.refuses_writes:
            raise StorageError(self.refuses_writes)
        with self._writing(actor) as tx:
            yield tx

    @contextmanager
    def read_recorded(self, actor: Actor, *rights: Right) -> Iterator[Tx]:
        """A reading transaction that is recorded: the entry is committed before anything read is returned (R-24).

        It changes nothing but the chain, draws no number, and so is open in a copied folder too: what is read there
        stands in that folder's own chain. The witness hears nothing of it until the folder is at home: what it knows
        of the place that the copy came from must last until the head says so.
        """
        actor.require(*rights)
        with self._writing(actor) as tx:
            yield tx
            tx.session.flush()
            if tx._findable or audit.has_changed_rows(tx.session):  # noqa: SLF001 - the unit of work owns its transactions
                raise AssertionError("a recorded reading changes nothing")

    @contextmanager
    def _writing(self, actor: Actor) -> Iterator[Tx]:
        if not self.stands():
            raise StorageError("errors.file_gone")
        with database_errors(), Session(self._write_engine, expire_on_commit=False) as session:
            take_writer_lane(session.connection(), actor.unit_id)
            audit.watch(session)
            last = audit.head(session, actor.unit_id, self.installation_id)
            known = self._known(actor.unit_id, last.seq)
            tx = Tx(session, actor, self._moment(last.at), is_writing=True)
            tx._steady.update(known.steady if known else {})  # noqa: SLF001
            with _sound(session):
                yield tx
                committed = self._close(tx, last, known)
            with self._committing:
                session.commit()
                self._last[actor.unit_id] = _Known(committed.chain_seq, committed.serials, _still_steady(tx))
                if actor.unit_id in self._feeds:
                    self._feeds[actor.unit_id].own.update(range(last.seq + 1, committed.chain_seq + 1))
        if self._hurries:
            self._untold = committed
        else:
            self._tell(committed)

    def _tell(self, committed: Committed) -> None:
        """What is committed is done: a witness that can't be written now lags behind, as after a crash, and hears of
        it with the next commit, which tells more."""
        if self._witness is None or self.refuses_writes:
            return
        try:
            self._witness(committed)
            self._untold = None
        except StorageError as error:
            log.warning("the witness was not told: %s", error.key)
            self._untold = committed

    def _known(self, unit_id: UUID, seq: int) -> _Known | None:
        known = self._last.get(unit_id)
        return known if known is not None and known.chain_seq == seq and has_one_chain(self._engine) else None

    def _close(self, tx: Tx, last: audit.Head, known: _Known | None) -> Committed:
        tx.session.flush()
        if not tx._entries:  # noqa: SLF001 - the unit of work owns its transactions
            raise AssertionError("a writing transaction must record what it does")
        indexing.write(tx.session, tx._findable)  # noqa: SLF001
        head = audit.append(
            tx.session,
            last,
            tx._entries,  # noqa: SLF001
            unit_id=tx.actor.unit_id,
            installation_id=self.installation_id,
            staff_id=tx.actor.staff_id,
            at=tx.now,
        )
        if known is None:
            serials = numbering.last_serials(tx.session, tx.actor.unit_id)
        else:
            serials = {**known.serials, **numbering.moved(tx.session)}
        return Committed(tx.actor.unit_id, head.seq, head.hash, serials, tx.now)

    def _moment(self, floor: datetime | None) -> datetime:
        now = self.clock.now()
        if floor is None or now > floor:
            return now
        if floor - now <= CLOCK_TOLERANCE:
            return floor + timedelta(microseconds=1)
        wall = local(floor)
        raise ClockError("errors.clock_back", last=f"{format_date(wall.date())} {wall:%H:%M}")

    def hurry(self) -> None:
        """Let commits not wait for the disk, and the witness hear of the last alone: for a made-up file, which is
        made again if the power goes."""
        self._hurries = True
        hurry(self._engine)

    def changes_elsewhere(self, unit_id: UUID) -> int:
        """How often other processes have changed the unit's data since the first call; poll it every second or two.

        What is only recorded, such as the opening of a person's page, is not counted: two programs that refresh
        their pages would wake each other for ever.
        """
        with self._committing, database_errors(), Session(self._engine) as session:
            feed = self._feeds.setdefault(unit_id, _Feed())
            head = audit.head(session, unit_id, self.installation_id).seq
            if feed.seen is not None and head > feed.seen:
                links = audit.links_with_rows(session, unit_id, self.installation_id, feed.seen)
                feed.count += sum(seq not in feed.own for seq in links)
            feed.seen = head
            feed.own.clear()
            return feed.count

    def close(self) -> None:
        """Give back every connection."""
        if self._untold is not None:
            self._tell(self._untold)
        self._engine.dispose()


@contextmanager
def _sound(session: Session) -> Iterator[None]:
    """Nothing that was read from a damaged page is shown or written on: `StorageError` ("errors.corrupt").

    The connection is given up, so that other pages can still be read by a new one.
    """
    try:
        yield
    except Exception:
        _expect_sound(session)
        raise
    _expect_sound(session)


def _expect_sound(session: Session) -> None:
    try:
        is_sound = not session.in_transaction() or is_sound_so_far(session.connection())
    except exc.SQLAlchemyError:
        return  # what was rolled back says itself what is wrong
    if not is_sound:
        session.invalidate()
        raise StorageError("errors.corrupt")


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the database says into errors that a person can answer; a bug stays a bug.

    For code that must touch the engine before a unit of work exists.
    """
    try:
        yield
    except StaleDataError as error:
        raise StaleError("errors.stale") from error
    except exc.IntegrityError as error:
        if "UNIQUE" in str(error.orig).upper():
            raise DuplicateError("errors.duplicate") from None
        raise
    except exc.DBAPIError as error:
        key = _storage_key(str(error.orig).lower())
        if key is None:
            raise
        raise StorageError(key) from None


_STORAGE_KEYS = (
    ("disk is full", "errors.disk_full"),
    ("disk i/o", "errors.storage"),
    ("no space left", "errors.disk_full"),
    ("locked", "errors.busy"),
    ("readonly", "errors.read_only"),
    ("read-only", "errors.read_only"),
    ("malformed", "errors.corrupt"),
    ("not a database", "errors.wrong_key"),
)


def _storage_key(message: str) -> str | None:
    return next((key for part, key in _STORAGE_KEYS if part in message), None)


def unit_row(tx: Tx) -> Unit:
    """The actor's own unit."""
    if tx._unit is None:  # noqa: SLF001 - kept here: the session itself would forget it between two questions
        tx._unit = tx.session.get(Unit, tx.actor.unit_id)  # noqa: SLF001
    if tx._unit is None:  # noqa: SLF001
        raise NotFoundError("errors.not_found")
    return tx._unit  # noqa: SLF001


# also a flush in the middle of a reading function makes what was read before old
def _unwritten(session: Session) -> Iterable[object]:
    if session._is_clean():  # noqa: SLF001 - the three sets are made anew at each question, and this is asked often
        return ()
    return chain(session.new, session.dirty, session.deleted)


def _forget(session: Session, _context: object) -> None:
    """After a flush, before the session takes its rows for written."""
    written = {type(row) for row in _unwritten(session)}
    session.info.setdefault(_WRITTEN, set()).update(written)
    session.info[_MEMO] = _untouched(session.info.get(_MEMO, {}), written)


def _still_steady(tx: Tx) -> _Memo:
    return _untouched(tx._steady, tx.session.info.get(_WRITTEN, set()))  # noqa: SLF001


def _untouched(memo: _Memo, written: Set[type[Any]]) -> _Memo:
    """What was read from named tables only, and from none of those `written`."""
    return {key: held for key, held in memo.items() if held[0] and written.isdisjoint(held[0])}


event.listen(Session, "after_flush", _forget)
