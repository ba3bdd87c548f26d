"""What the witness saw and the file does not know: an older or another file in its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from services import audit, numbering
from services.opening.witnessing import Lost, what_is_lost
from services.vault.witness import WITNESS, Witness, write_witness
from tests.factories import INSTALLATION_ID, MORNING, UNIT_ID, Precinct, precinct


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    for _ in range(3):
        with made.uow.write(made.head) as tx:
            tx.draw("cases")
            tx.record("case.register", "case")
    yield made
    made.close()


def _seen(unit: Precinct, back: int = 0) -> Witness:
    """What an honest witness holds, `back` links ago."""
    with unit.uow.read(unit.head) as tx:
        seq = audit.head(tx.session, UNIT_ID, INSTALLATION_ID).seq - back
        link = audit.hash_at(tx.session, UNIT_ID, INSTALLATION_ID, seq)
        assert link is not None
        return Witness(link.hex(), seq, numbering.last_serials(tx.session, UNIT_ID), INSTALLATION_ID, MORNING)


def _lost(unit: Precinct, seen: Witness) -> Lost | None:
    write_witness(unit.path.parent, seen)
    with unit.uow.read(unit.head) as tx:
        return what_is_lost(tx, unit.path.parent, INSTALLATION_ID)


def test_nothing_is_lost_to_a_file_that_knows_it_all(unit: Precinct) -> None:
    assert _lost(unit, _seen(unit)) is None
    assert _lost(unit, _seen(unit, back=2)) is None, "a crash between commit and witness"
    assert _lost(unit, replace(_seen(unit), seq=0, chain_head="")) is None
    assert _lost(unit, replace(_seen(unit), seq=99, installation_id=uuid4())) is None, "another unit's"


def test_a_witness_that_is_gone_or_torn_proves_nothing(unit: Precinct) -> None:
    with unit.uow.read(unit.head) as tx:
        assert what_is_lost(tx, unit.path.parent, INSTALLATION_ID) is None
        (unit.path.parent / WITNESS).write_bytes(b"{")
        assert what_is_lost(tx, unit.path.parent, INSTALLATION_ID) is None


def test_an_older_file_is_noticed_by_its_chain_alone(unit: Precinct) -> None:
    seen = _seen(unit)
    assert _lost(unit, replace(seen, seq=seen.seq + 1)) == Lost(seen.seq + 1, seen.seq, {})


def test_a_file_that_went_its_own_way_is_noticed(unit: Precinct) -> None:
    """A copy that was worked in: its chain is as long, and another."""
    seen = _seen(unit)
    assert _lost(unit, replace(seen, chain_head="00" * 32)) == Lost(seen.seq, seen.seq, {})


def test_numbers_that_were_given_are_noticed_though_the_chain_fits(unit: Precinct) -> None:
    seen = _seen(unit)
    [(book, last)] = seen.last_serials.items()
    lost = _lost(unit, replace(seen, last_serials={book: last + 2}))
    assert lost == Lost(seen.seq, seen.seq, {book: last + 2})
    assert lost.words() == f"chain {seen.seq} {seen.seq}; {book} {last + 2}"
