"""A known person on the form: what every eye may see of the contacts, and what was typed and is not stored yet."""

from collections.abc import Mapping

from services.people import ContactKind, PersonDetail

TELEPHONES = (ContactKind.MOBILE, ContactKind.PHONE)
ADDRESSES = (ContactKind.ADDRESS,)
OF_THE_FILE = (
    *("role", "phone", "owner", "given_by", "safe_hours", "code_word"),
    *("address", "postal_code", "is_confidential"),
)
"""What a known person may bring anew to this file without a change of the person."""

_FACTS = (
    *("father_name", "identity", "birth_on", "marital_status", "education", "occupation_status", "occupation_title"),
    *("literacy", "language", "nationality", "needs_interpreter", "is_card_seen", "is_staff_relative", "id_reason"),
)
_NAMES = ("given_name", "family_name")


def open_contact(person: PersonDetail, kinds: tuple[ContactKind, ...]) -> str:
    """The first contact of these kinds that is not confidential (P-3, P-8)."""
    return next((one.value for one in person.contacts if one.kind in kinds and not one.is_confidential), "")


def news_of(typed: Mapping[str, str], person: PersonDetail) -> dict[str, str]:
    """What was typed before the person was recognised and the record lacks: a change of the person ("editing").

    Empty for who may not change persons.
    """
    keys = (*_FACTS, *_NAMES) if person.is_name_unknown else _FACTS
    found = {key: typed[key] for key in keys if typed.get(key) and _is_missing(key, person)}
    if not (found and person.is_editable):
        return {}
    if "identity" in found:
        found["id_kind"] = typed["id_kind"]
    return found | {"editing": "1"}


def _is_missing(key: str, person: PersonDetail) -> bool:
    if key == "identity":
        return not (person.national_code or person.other_id_no)
    if key == "literacy":
        return person.can_read is None
    return not getattr(person, key)
