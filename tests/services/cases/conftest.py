from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.actor import Actor
from services.cases import CaseDraft, CaseRow, Cases
from services.cases.registering import register_case
from services.cases.rows import case_rows
from services.people import People
from tests.factories import Precinct, precinct

Register = Callable[[Actor, CaseDraft], CaseRow]


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def cases(unit: Precinct) -> Cases:
    return Cases(unit.uow, unit.codes)


@pytest.fixture
def people(unit: Precinct) -> People:
    return People(unit.uow, unit.codes)


@pytest.fixture
def register(unit: Precinct) -> Register:
    def registered(actor: Actor, draft: CaseDraft) -> CaseRow:
        with unit.uow.write(actor) as tx:
            case = register_case(tx, unit.codes, draft)
            tx.session.flush()
            return case_rows(tx, unit.codes, (case,))[0]

    return registered
