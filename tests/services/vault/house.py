"""A data folder with keys and a small real database, for the tests of the vault."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlcipher3

from services.vault.accounts import add_user
from services.vault.argon import ArgonCost
from services.vault.errors import WaitError, WrongPasswordError
from services.vault.opening import create_vault, open_with_password
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import Purpose
from services.vault.unlocked import Unlocked

FAST = ArgonCost(memory_kib=64, passes=1, lanes=1)
NOW = datetime(2026, 9, 27, 5, 0, tzinfo=UTC)
HEAD_PASSWORD = "کوه بلند ۱۲"
GUEST_PASSWORD = "رود آرام ۳۴"


@dataclass(frozen=True)
class House:
    folder: Path
    head: Unlocked
    guest_id: UUID
    code: RecoveryCode

    def as_head(self) -> Unlocked:
        return open_with_password(self.folder, "head", HEAD_PASSWORD, now=NOW)

    def as_guest(self) -> Unlocked:
        return open_with_password(self.folder, "guest", GUEST_PASSWORD, now=NOW)


def build(folder: Path, *, rows: int = 20) -> House:
    head, code = create_vault(folder, uuid4(), "head", HEAD_PASSWORD, argon=FAST)
    guest_id = uuid4()
    add_user(folder, head, guest_id, "guest", GUEST_PASSWORD, argon=FAST)
    fill(folder / "sazesh.db", head.data_key_hex, rows)
    return House(folder, head, guest_id, code)


def grant(house: House, username: str, purposes: Iterable[Purpose]) -> Unlocked:
    add_user(house.folder, house.head, uuid4(), username, GUEST_PASSWORD, set(purposes), argon=FAST)
    return open_with_password(house.folder, username, GUEST_PASSWORD, now=NOW)


def try_wrongly(folder: Path, username: str, times: int) -> None:
    """Wrong passwords in a row, without waiting."""
    for _ in range(times):
        with pytest.raises((WrongPasswordError, WaitError)):
            open_with_password(folder, username, "wrong", now=NOW)


def connect(path: Path, key_hex: str) -> Any:
    """As the program opens its files: write-ahead log, own transactions."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key_hex}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def fill(path: Path, key_hex: str, rows: int) -> None:
    with closing(connect(path, key_hex)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0007')")
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute('CREATE TABLE "odd ""name" (person_id INTEGER REFERENCES person(id))')
        connection.execute("CREATE VIRTUAL TABLE found USING fts5(words, tokenize = 'trigram')")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO person (name) VALUES (?)", ((f"نام {i} " * 40,) for i in range(rows)))
        connection.execute("INSERT INTO found VALUES ('نام ساختگی')")
        connection.execute("COMMIT")


def add_person(path: Path, key_hex: str, name: str) -> None:
    with closing(connect(path, key_hex)) as connection:
        connection.execute("INSERT INTO person (name) VALUES (?)", (name,))


def people(path: Path, key_hex: str) -> int:
    with closing(connect(path, key_hex)) as connection:
        [(count,)] = connection.execute("SELECT count(*) FROM person").fetchall()
        return int(count)


def opens(path: Path, key_hex: str) -> bool:
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key_hex}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlcipher3.DatabaseError:
            return False
        return True
