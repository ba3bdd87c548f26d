"""The ground of every table: column types that mean the same on SQLite and PostgreSQL, keys, and mixins."""

import json
import secrets
import threading
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import (
    BLOB,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeEngine

SEALED: dict[str, Any] = {"audit": "hash"}
"""Column info: the audit chain keeps a salted hash of the value, never the value (P-8, R-22)."""

UNRECORDED: dict[str, Any] = {"audit": "omit"}
"""Column info: too large or too derived to be worth a place in the audit payload."""

SEED_NAMESPACE = UUID("5a2e5a5b-0000-5000-8000-000000000001")


KEY_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Keys that are compared letter by letter, on a server as in the file, whatever language it sorts by (R-21)."""


class Uid(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, 16 bytes on SQLite, so that key order is creation order on both."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else BLOB(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=bytes(value))

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        # a list reads more than a thousand keys: each of the two calls in between would cost as much as the key
        return super().result_processor(dialect, coltype) if dialect.name == "postgresql" else _uid


def _uid(value: bytes | None) -> UUID | None:
    return None if value is None else UUID(bytes=value)


class PlainKey(TypeDecorator[Any]):
    """A key as the driver gives it, for columns that are only compared: bytes from a file, a UUID from a server."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else BLOB(16))

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return super().result_processor(dialect, coltype) if dialect.name == "postgresql" else None


class Instant(TypeDecorator[datetime]):
    """A moment. Aware and in UTC in Python; a naive value is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """Plain data (dict, list, text, numbers), written with sorted keys so that equal data are equal text."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(Text())
        from sqlalchemy.dialects.postgresql import JSONB  # a tenth of all that SQLAlchemy loads; a file needs none

        return dialect.type_descriptor(JSONB())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return json.loads(value) if isinstance(value, str) else value


E = TypeVar("E", bound=StrEnum)


class Choice(TypeDecorator[E]):
    """A closed enum that drives logic, stored as its text. Editable lists are plain text columns instead."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.kind(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        known: dict[str | None, E | None] = {one.value: one for one in self.kind}
        known[None] = None
        return known.__getitem__

    def __repr__(self) -> str:
        return "String(length=32)"


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        UUID: Uid,
        datetime: Instant,
        date: Date,
        dict[str, Any]: Json,
        list[Any]: Json,
        bytes: LargeBinary,
        str: Text,
        int: Integer,
    }


class Keyed:
    """A UUIDv7 key, so that rows of merged posts never collide and keys sort by creation."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=lambda: new_id())  # noqa: PLW0108 - defined below


class Owned(Keyed):
    """A row that belongs to a unit and is guarded against being overwritten unseen (`version`)."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr
    def unit_id(self) -> Mapped[UUID]:
        return mapped_column(ForeignKey("unit.id"), index=True)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - declared_attr hands in the class
        return {"version_id_col": cls.__table__.c.version} if hasattr(cls, "__table__") else {}


class _IdSource:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self, millis: int, random: int) -> UUID:
        with self._lock:
            # 12 bits after the milliseconds count within one millisecond, so ids stay in order
            self._last = max(self._last + 1, millis << 12)
            stamp, counter = self._last >> 12, self._last & 0xFFF
        value = (stamp << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | (random & ((1 << 62) - 1))
        return UUID(int=value)


_ids = _IdSource()


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562), strictly increasing within a process."""
    return _ids.next(int(datetime.now(UTC).timestamp() * 1000), secrets.randbits(62))


def seed_id(*names: str) -> UUID:
    """The same UUIDv5 on every machine for a row that comes from a data file."""
    return uuid5(SEED_NAMESPACE, "/".join(names))
