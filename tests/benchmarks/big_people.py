"""Made-up people of the big file: names of the shelf's word stock, codes that belong to nobody."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from models.enums import BirthPrecision, ContactKind, GivenBy
from models.person import Contact, Person
from resources import shelf
from services.persian import national_code
from services.persian.collation import sort_key
from tests.benchmarks.big_rows import Loader, Plan

FIRST_BIRTH, BIRTH_DAYS = date(1945, 3, 21), 22_000


@cache
def _names() -> dict[str, list[str]]:
    return dict(shelf.read_toml("demo", "names.toml"))


def mobile(number: int) -> str:
    """A mobile number that no operator gives out."""
    return f"0960{number % 10_000_000:07d}"


def people(plan: Plan) -> Iterator[dict[str, Any]]:
    """One row a person; a third bears one of thirty frequent family names."""
    rng = Random(plan.seed)
    names = _names()
    for number in range(plan.size.persons):
        is_woman = number % 2 == 0
        given = rng.choice(names["female" if is_woman else "male"])
        family = rng.choice(names["frequent_family" if rng.random() < 0.33 else "family"])
        child = number % 5 == 4
        birth = FIRST_BIRTH + timedelta(days=rng.randrange(BIRTH_DAYS) if not child else BIRTH_DAYS + number % 3_000)
        yield {
            "id": plan.key("person", number),
            "unit_id": plan.unit_id,
            "given_name": given,
            "family_name": family,
            "father_name": rng.choice(names["male"]),
            "national_code": national_code.synthetic(number),
            "id_kind": "national_code",
            "birth_on": birth,
            "birth_precision": BirthPrecision.DAY,
            "sex": "female" if is_woman else "male",
            "full_sort": sort_key(family, given),
            "created_at": plan.start,
        }


def contacts(plan: Plan) -> Iterator[dict[str, Any]]:
    """A mobile for everyone, said by the person."""
    for number in range(plan.size.persons):
        yield {
            "id": plan.key("contact", number),
            "unit_id": plan.unit_id,
            "person_id": plan.key("person", number),
            "case_id": plan.key("case", plan.case_of_person(number)),
            "kind": ContactKind.MOBILE,
            "value": mobile(number),
            "given_by": GivenBy.SELF,
            "given_at": plan.start,
        }


def load_people(load: Loader, plan: Plan) -> None:
    """People, their telephones, and what they are found by."""
    rows = list(people(plan))
    load.rows(Person, rows)
    load.rows(Contact, contacts(plan))
    load.findable("person", (_found_by(row, mobile(number)) for number, row in enumerate(rows)))


def _found_by(row: dict[str, Any], phone: str) -> tuple[UUID, tuple[str, ...], tuple[str, ...]]:
    names = (f"{row['given_name']} {row['family_name']}", row["father_name"])
    return row["id"], names, (row["national_code"], phone)
