"""The hash-chained log (R-24): who did what when, and what changed.

One chain a unit and installation. An event hashes who, when, what and a salted hash of its payload; the payload
(changed values, and the reason that somebody wrote) lies in a row of its own that retention can erase with its salt,
and the chain still verifies. Columns marked `SEALED` enter the payload as a salted hash only; where so few values are
possible that a hash would tell them (yes and no, a choice, answers), the payload says no more than that they changed.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, inspect, select
from sqlalchemy import event as listen
from sqlalchemy.orm import Mapper, Session

from models.base import Base, new_id
from models.prepared import ask
from models.unit import AuditEvent, AuditPayload

GENESIS = bytes(32)
_BUFFER = "audit_buffer"
_CHANGES = frozenset({"insert", "update", "delete"})
_SILENT = frozenset({"audit_event", "audit_payload", "search_term", "search_text", "counter"})


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of a chain: its number, hash and time."""

    seq: int
    hash: bytes
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a use-case says about itself; `subject_id` is the row it was about."""

    action: str
    noun: str
    subject_id: UUID | None
    reason: str = ""


def watch(session: Session) -> None:
    """Let everything that this session inserts, updates or deletes be gathered for its audit entry."""
    session.info[_BUFFER] = []


def gathered(session: Session) -> list[dict[str, Any]]:
    """What the session has flushed since `watch`: table, row id, operation and changed values."""
    buffer: list[dict[str, Any]] = session.info[_BUFFER]
    return buffer


_HEAD = (
    select(AuditEvent.seq, AuditEvent.hash, AuditEvent.at)
    .where(AuditEvent.unit_id == bindparam("of_unit"), AuditEvent.installation_id == bindparam("of_installation"))
    .order_by(AuditEvent.seq.desc())
    .limit(1)
)
_ADD_LINKS = insert(AuditEvent.__table__)  # type: ignore[arg-type]
_ADD_PAYLOADS = insert(AuditPayload.__table__)  # type: ignore[arg-type]


def has_changed_rows(session: Session) -> bool:
    """Whether rows were inserted, updated or deleted since `watch`; what was only sought or copied is none."""
    return any(row["do"] in _CHANGES for row in gathered(session))


def head(session: Session, unit_id: UUID, installation_id: UUID) -> Head:
    rows = ask(session.connection(), _HEAD, {"of_unit": unit_id, "of_installation": installation_id})
    return Head(*rows[0]) if rows else Head(0, GENESIS, None)


def links_with_rows(session: Session, unit_id: UUID, installation_id: UUID, after: int) -> Sequence[int]:
    """The numbers of the links after `after` whose transaction changed a row or said why; openings do neither."""
    return session.scalars(
        select(AuditEvent.seq)
        .join(AuditPayload, AuditPayload.event_id == AuditEvent.id)
        .where(
            AuditEvent.unit_id == unit_id,
            AuditEvent.installation_id == installation_id,
            AuditEvent.seq > after,
        )
    ).all()


def hash_at(session: Session, unit_id: UUID, installation_id: UUID, seq: int) -> bytes | None:
    """The hash of one link, None where the chain has none of that number."""
    return session.scalar(
        select(AuditEvent.hash).where(
            AuditEvent.unit_id == unit_id, AuditEvent.installation_id == installation_id, AuditEvent.seq == seq
        )
    )


def append(
    session: Session,
    last: Head,
    entries: Iterable[Entry],
    *,
    unit_id: UUID,
    installation_id: UUID,
    staff_id: UUID | None,
    at: datetime,
) -> Head:
    """Add one link an entry; the first one carries the payload of the whole transaction, each its own reason."""
    changes = gathered(session)
    links, payloads = [], []
    for number, entry in enumerate(entries):
        salt = secrets.token_bytes(16)
        rows = [*(changes if number == 0 else ()), *_said(entry)]
        content = _canonical(rows)
        link: dict[str, Any] = {
            "id": new_id(),
            "unit_id": unit_id,
            "installation_id": installation_id,
            "seq": last.seq + 1,
            "at": at,
            "staff_id": staff_id,
            "action": entry.action,
            "noun": entry.noun,
            "subject_id": entry.subject_id,
            "payload_hash": hashlib.sha256(salt + content.encode()).digest(),
            "previous_hash": last.hash,
        }
        link["hash"] = link_hash(AuditEvent(**link))
        links.append(link)
        if rows:
            payloads.append({"event_id": link["id"], "salt": salt, "content": content})
        last = Head(link["seq"], link["hash"], at)
    connection = session.connection()
    connection.execute(_ADD_LINKS, links)
    if payloads:
        connection.execute(_ADD_PAYLOADS, payloads)
    return last


def _said(entry: Entry) -> list[dict[str, Any]]:
    """The reason as a row of the payload: what people write may have to be erased, and a link can't be."""
    if not entry.reason:
        return []
    return [{"table": "reason", "id": None, "do": "say", "values": {"text": entry.reason}}]


def link_hash(event: AuditEvent) -> bytes:
    """The hash of one link, over every field but the hash itself."""
    parts = [
        event.unit_id.hex,
        event.installation_id.hex,
        str(event.seq),
        event.at.isoformat(),
        event.staff_id.hex if event.staff_id else "",
        event.action,
        event.noun,
        event.subject_id.hex if event.subject_id else "",
    ]
    framed = "\x1f".join(parts).encode()
    return hashlib.sha256(framed + event.payload_hash + event.previous_hash).digest()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a chain: how many links hold, and the number of the first that does not (None: all hold)."""

    links: int
    broken_at: int | None
    erased_payloads: int


def verify(session: Session, unit_id: UUID, installation_id: UUID) -> Verdict:
    """Walk the whole chain: order, hashes, and each payload that is still there against its hash."""
    previous = GENESIS
    links = erased = 0
    for event, payload in _links(session, unit_id, installation_id):
        sound = event.seq == links + 1 and event.previous_hash == previous and event.hash == link_hash(event)
        if payload is None:
            erased += 1
        elif hashlib.sha256(payload.salt + payload.content.encode()).digest() != event.payload_hash:
            sound = False
        if not sound:
            return Verdict(links, links + 1, erased)
        previous = event.hash
        links += 1
    return Verdict(links, None, erased)


def _links(
    session: Session, unit_id: UUID, installation_id: UUID
) -> Iterator[tuple[AuditEvent, AuditPayload | None]]:
    query = (
        select(AuditEvent, AuditPayload)
        .outerjoin(AuditPayload, AuditPayload.event_id == AuditEvent.id)
        .where(AuditEvent.unit_id == unit_id, AuditEvent.installation_id == installation_id)
        .order_by(AuditEvent.seq)
    )
    yield from session.execute(query.execution_options(yield_per=500))


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value


@lru_cache
def _columns(mapper: Mapper[Any]) -> tuple[tuple[str, bool], ...]:
    """The attributes of a table that enter the log, and whether each enters it sealed."""
    rules = {prop.key: prop.columns[0].info.get("audit") for prop in mapper.column_attrs}
    return tuple((key, rule == "hash") for key, rule in rules.items() if rule != "omit" and key != "version")


def _inserted(mapper: Mapper[Any], target: Any) -> dict[str, Any]:
    given = ((key, is_sealed, getattr(target, key)) for key, is_sealed in _columns(mapper))
    return {key: _logged(value, is_sealed) for key, is_sealed, value in given if value not in (None, "")}


def _updated(mapper: Mapper[Any], target: Any) -> dict[str, Any]:
    attributes = inspect(target).attrs
    changed = ((key, is_sealed) for key, is_sealed in _columns(mapper) if attributes[key].history.has_changes())
    return {key: _logged(getattr(target, key), is_sealed) for key, is_sealed in changed}


def _logged(value: Any, is_sealed: bool) -> Any:
    return _sealed(value) if is_sealed else _plain(value)


def _sealed(value: Any) -> Any:
    if value in (None, ""):
        return value
    if not isinstance(value, str) or isinstance(value, Enum):
        return "#"
    salt = secrets.token_bytes(8)
    return "#" + (salt + hashlib.sha256(salt + repr(value).encode()).digest()[:16]).hex()


def _gather(operation: str, mapper: Mapper[Any], target: Base) -> None:
    session = Session.object_session(target)
    if session is None or _BUFFER not in session.info or mapper.local_table.name in _SILENT:  # type: ignore[attr-defined]
        return
    values: dict[str, Any] = {}
    if operation == "insert":
        values = _inserted(mapper, target)
    elif operation == "update":
        values = _updated(mapper, target)
        if not values:
            return
    row = {"table": mapper.local_table.name, "id": _plain(getattr(target, "id", None)), "do": operation}  # type: ignore[attr-defined]
    session.info[_BUFFER].append(row | {"values": values})


# mapper events see every way a row changes; `session.dirty` misses rows removed by a cascade
listen.listen(Base, "after_insert", lambda m, _c, t: _gather("insert", m, t), propagate=True)
listen.listen(Base, "after_update", lambda m, _c, t: _gather("update", m, t), propagate=True)
listen.listen(Base, "after_delete", lambda m, _c, t: _gather("delete", m, t), propagate=True)
