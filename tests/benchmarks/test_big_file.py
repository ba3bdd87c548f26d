"""The big file is what it says, and the program reads it as its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.case import CaseFile, CaseParty
from models.person import Person
from models.search import SearchText
from models.work import Appointment
from services.persian.jalali import to_jalali
from tests.benchmarks.big_file import big_precinct, plan_of
from tests.benchmarks.big_rows import Size
from tests.factories import MORNING, Precinct

SMALL = Size(persons=500, cases=200, appointments=500)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Precinct]:
    made = big_precinct(tmp_path_factory.mktemp("big"), SMALL)
    yield made
    made.close()


def test_it_holds_what_it_says(small: Precinct) -> None:
    with Session(small.engine) as session:
        counts = [session.scalar(select(func.count()).select_from(kind)) for kind in (Person, CaseFile, Appointment)]
        assert counts == [500, 200, 500]
        assert session.scalar(select(func.count()).select_from(CaseParty)) == 500
        assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def test_everyone_can_be_found(small: Precinct) -> None:
    with Session(small.engine) as session:
        rows = session.execute(select(SearchText.noun, func.count()).group_by(SearchText.noun))
        found = {row[0]: row[1] for row in rows}
        trigrams = session.connection().exec_driver_sql("SELECT count(*) FROM search_text_fts").scalar_one()
    assert found["person"] == 500
    assert found["case"] == 200
    assert trigrams == sum(found.values())


def test_the_next_case_gets_the_next_number(small: Precinct) -> None:
    with small.uow.write(small.head) as tx:
        this_year = f"-{to_jalali(tx.today)[0]}-"
        taken = [no for no in tx.session.scalars(select(CaseFile.case_no)) if this_year in no]
        drawn = tx.draw("cases")
        tx.record("case.try", "case")
    assert drawn == len(taken) + 1


def test_the_same_rows_each_time(tmp_path: Path, small: Precinct) -> None:
    again = big_precinct(tmp_path, SMALL)
    try:
        with Session(again.engine) as one, Session(small.engine) as other:
            query = select(Person.id, Person.family_name, Person.full_sort).order_by(Person.id)
            assert one.execute(query).all() == other.execute(query).all()
            assert (
                plan_of(again.engine, MORNING, SMALL).key("case", 7)
                == one.scalars(select(CaseFile.id).order_by(CaseFile.id).offset(7)).first()
            )
    finally:
        again.close()
