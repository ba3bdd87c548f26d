"""Role and relation in one choice."""

import pytest

from resources import shelf
from services.cases import Side
from services.codes.service import Code
from ui.intake.roles import RoleBook


@pytest.fixture(scope="module")
def book() -> RoleBook:
    def codes(name: str) -> list[Code]:
        return [Code(name, row.code, row.label, row.position, True, row.behaviour) for row in shelf.code_list(name)]

    return RoleBook(codes("party_role"), codes("relation"))


@pytest.mark.parametrize(
    ("row", "side", "meant"),
    [
        ("role:wife", Side.A, ("wife", "spouse")),
        ("role:neighbour", Side.B, ("neighbour", "neighbour")),
        ("role:complainant", Side.A, ("complainant", "")),
        ("relation:sibling", Side.A, ("relative", "sibling")),
        ("relation:ex_spouse", Side.A, ("applicant", "ex_spouse")),
        ("relation:ex_spouse", Side.B, ("respondent", "ex_spouse")),
        ("relation:stranger", Side.B, ("respondent", "stranger")),
        ("", Side.A, ("applicant", "")),
        ("", Side.B, ("respondent", "")),
        ("", Side.NONE, ("other_person", "")),
    ],
)
def test_a_row_is_resolved_by_the_side(book: RoleBook, row: str, side: Side, meant: tuple[str, str]) -> None:
    assert book.resolve(row, side) == meant


@pytest.mark.parametrize(
    ("row", "other"),
    [
        ("role:wife", "role:husband"),
        ("role:landlord", "role:tenant"),
        ("role:father", "role:child"),
        ("relation:sibling", "relation:sibling"),
        ("relation:creditor", "relation:debtor"),
        ("relation:parent_in_law", "relation:child_in_law"),
        ("role:witness", ""),
    ],
)
def test_the_opposite_is_proposed(book: RoleBook, row: str, other: str) -> None:
    assert book.opposite(row) == other


def test_every_row_means_a_role_and_none_is_there_twice(book: RoleBook) -> None:
    rows = book.choices()
    assert len({row.code for row in rows}) == len(rows)
    assert len({row.label for row in rows}) == len(rows)
    roles = {row.code for row in shelf.code_list("party_role")}
    for row in rows:
        assert row.group
        for side in Side:
            assert book.resolve(row.code, side)[0] in roles


def test_who_stands_beside_the_matter(book: RoleBook) -> None:
    assert book.takes_no_side("role:child")
    assert book.takes_no_side("role:witness")
    assert not book.takes_no_side("role:wife")
    assert (book.sex("role:wife"), book.sex("role:child")) == ("female", "")
