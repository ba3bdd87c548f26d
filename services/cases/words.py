"""What an actor may read of a case's subject (P-15)."""

from services.actor import Actor, Right
from services.codes import Codes


def category_words(actor: Actor, codes: Codes, category: str) -> str:
    """The category's own words, or for who may not know the detail (a clerk) only those of its group."""
    reader = codes.of(actor)
    if actor.may(Right.CATEGORY_DETAIL):
        return reader.label("case_category", category)
    group = str(reader.does("case_category", category, "group") or "")
    public = reader.does("case_category", category, "public_label")
    return str(
        public
        or reader.does("case_category_group", group, "public_label")
        or reader.label("case_category_group", group)
    )
