"""Drafts of a made-up couple, for tests that need some case."""

from dataclasses import replace
from typing import Any

from services.cases import CaseDraft, PartyDraft, Side
from services.people import ContactDraft, ContactKind, PersonDraft


def wife(**values: Any) -> PersonDraft:
    contact = ContactDraft(ContactKind.MOBILE, "09601111111")
    typed = PersonDraft(given_name="زهرا", family_name="کریمی", father_name="علی", sex="female", contacts=(contact,))
    return replace(typed, **values)


def husband(**values: Any) -> PersonDraft:
    typed = PersonDraft(given_name="رضا", family_name="احمدی", father_name="حسن", sex="male")
    return replace(typed, **values)


def couple(category: str = "marital_conflict", **values: Any) -> CaseDraft:
    """A case of wife against husband; any field of the draft may be given."""
    parties = (
        PartyDraft(wife(), "wife", Side.A, "spouse", is_inviting=True),
        PartyDraft(husband(), "husband", Side.B, "spouse"),
    )
    return replace(CaseDraft(category, parties), **values)


def between(one: PersonDraft, other: PersonDraft, **values: Any) -> CaseDraft:
    """A case of neighbours, `one` against `other`."""
    parties = (PartyDraft(one, "complainant", Side.A, "neighbour"), PartyDraft(other, "respondent", Side.B))
    return replace(CaseDraft("neighbour_dispute", parties), **values)
