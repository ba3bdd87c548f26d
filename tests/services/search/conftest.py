from collections.abc import Iterator
from pathlib import Path

import pytest

from services.cases import CaseDraft, CaseRow
from services.cases.registering import register_case
from services.cases.rows import case_rows
from services.letters import Letters
from services.people import People
from services.search import Hit, Lists, Search
from tests.factories import Precinct, precinct
from tests.services.cases.conftest import Register


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def search(unit: Precinct) -> Search:
    return Search(unit.uow, unit.codes)


@pytest.fixture
def lists(unit: Precinct) -> Lists:
    return Lists(unit.uow, unit.codes)


@pytest.fixture
def people(unit: Precinct) -> People:
    return People(unit.uow, unit.codes)


@pytest.fixture
def letters(unit: Precinct) -> Letters:
    return Letters(unit.uow, unit.codes)


@pytest.fixture
def register(unit: Precinct) -> Register:
    def registered(actor: object, draft: CaseDraft) -> CaseRow:
        with unit.uow.write(actor) as tx:  # type: ignore[arg-type]
            case = register_case(tx, unit.codes, draft)
            tx.session.flush()
            return case_rows(tx, unit.codes, (case,))[0]

    return registered


def nouns(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.noun for hit in hits}
