"""What the log keeps of a whole life of a file: of sealed columns a hash, never the text (design.md §5, R-22)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models.base import SEALED, Base
from models.unit import AuditEvent, AuditPayload
from tests.factories import Precinct, precinct
from tests.services.hidden_file import OPEN_TEXTS, SEALED_TEXTS, early_entries, lay, services_of


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Precinct]:
    made = precinct(Path(tmp_path_factory.mktemp("payloads")))
    services = services_of(made)
    lay(made, services, *early_entries(made, services))
    services["search"].rested(made.counsellor, OPEN_TEXTS[0])
    yield made
    made.close()


def _payloads(unit: Precinct) -> list[str]:
    with unit.uow.read(unit.head) as tx:
        return list(tx.session.scalars(select(AuditPayload.content)))


def test_no_sealed_text_is_in_the_log(unit: Precinct) -> None:
    found = "\n".join(_payloads(unit))
    assert [text for text in SEALED_TEXTS if text in found] == []
    assert OPEN_TEXTS[0] in found  # the log does hold what is not sealed


def test_no_text_of_a_file_is_in_the_links_themselves(unit: Precinct) -> None:
    """A link can't be erased; what may have to be erased one day lies in the payload."""
    with unit.uow.read(unit.head) as tx:
        said = [f"{event.action} {event.noun}" for event in tx.session.scalars(select(AuditEvent))]
    texts = (*SEALED_TEXTS, *OPEN_TEXTS)
    assert [words for words in said if any(text in words for text in texts)] == []
    free = {column.name for column in AuditEvent.__table__.columns if str(column.type) == "TEXT"}
    assert free == {"action", "noun"}


def test_a_yes_or_no_can_not_be_guessed_from_its_hash(unit: Precinct) -> None:
    """Whoever tries both answers against a salted hash knows which it was."""
    kept = [
        row["values"][name]
        for content in _payloads(unit)
        for row in json.loads(content)
        for name in ("is_pregnant", "decision", "answers", "invite_answer", "steps")
        if name in row["values"]
    ]
    assert len(kept) >= 5
    assert set(kept) == {"#"}


def test_every_sealed_column_that_was_written_left_a_hash(unit: Precinct) -> None:
    sealed = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.info == SEALED
    }
    written = {
        (row["table"], name): value
        for content in _payloads(unit)
        for row in json.loads(content)
        for name, value in row["values"].items()
        if (row["table"], name) in sealed and value not in (None, "")
    }
    assert len(written) >= 20
    assert [place for place, value in written.items() if not str(value).startswith("#")] == []


def test_the_same_text_never_leaves_the_same_hash(unit: Precinct) -> None:
    """Otherwise two files could be found to say the same, and a guess could be tried."""
    found = re.findall(r'"(#[0-9a-f]+)"', "\n".join(_payloads(unit)))
    assert len(found) > 20
    assert len(set(found)) == len(found)
    salts = {one[1:17] for one in found}
    assert len(salts) == len(found)
