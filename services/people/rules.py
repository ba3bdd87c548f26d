"""What a person's form may say (domain.md §4.1, §4.3, §4.4): pure functions from what was typed to what is stored."""

import re
from dataclasses import replace
from datetime import date

from models.enums import BirthPrecision, ContactKind, GivenBy
from services.people.fields import Fields, Lists
from services.people.shapes import ContactDraft, PersonDraft
from services.persian import national_code
from services.persian.digits import only_digits, to_ascii
from services.persian.errors import PersianValueError
from services.persian.jalali import from_jalali
from services.persian.phones import normalise_phone
from services.persian.text import display_form, has_only_name_letters

NAME_LIMIT = 60
ADDRESS_LIMIT = 500
FIRST_BIRTH_YEAR = 1300


def clean_person(draft: PersonDraft, today: date, lists: Lists, fields: Fields) -> PersonDraft:
    """The draft as it is stored; errors go to `fields`. Only what is typed is checked: little is needed (P-43)."""
    given = _name(fields, "given_name", draft.given_name)
    family = _name(fields, "family_name", draft.family_name)
    is_named = bool(display_form(draft.given_name) or display_form(draft.family_name))
    if not (is_named or draft.is_name_unknown):
        fields.wrong("family_name", "people.name_needed")
    code, kind = _identity(draft, lists, fields)
    birth_on, precision = _birth(draft, today, fields)
    return replace(
        draft,
        given_name=given,
        family_name=family,
        father_name=_name(fields, "father_name", draft.father_name),
        is_name_unknown=draft.is_name_unknown and not is_named,
        id_kind=kind,
        id_reason=fields.line("id_reason", draft.id_reason),
        national_code=code,
        other_id_no=_other_id(draft, lists, fields),
        is_card_seen=draft.is_card_seen and bool(code or draft.other_id_no.strip()),
        nationality=fields.code("nationality", lists, "nationality", draft.nationality),
        birth_on=birth_on,
        birth_precision=precision,
        sex=fields.code("sex", lists, "sex", draft.sex, required=True),
        marital_status=fields.code("marital_status", lists, "marital_status", draft.marital_status),
        education=fields.code("education", lists, "education", draft.education),
        occupation_status=fields.code("occupation_status", lists, "occupation_status", draft.occupation_status),
        occupation_title=fields.line("occupation_title", draft.occupation_title, 100),
        language=fields.code("language", lists, "language", draft.language),
        contacts=clean_contacts(draft.contacts, lists, fields),
    )


def clean_contacts(drafts: tuple[ContactDraft, ...], lists: Lists, fields: Fields) -> tuple[ContactDraft, ...]:
    """The contacts as they are stored, in their order; a new row in which nothing was typed is left out."""
    return tuple(
        clean_contact(draft, lists, fields.under("contacts", place))
        for place, draft in enumerate(drafts)
        if draft.id is not None or _has_text(draft)
    )


def clean_contact(draft: ContactDraft, lists: Lists, fields: Fields) -> ContactDraft:
    """A phone gets eleven digits and the kind that its number shows; a postal code ten (domain.md §4.4)."""
    if draft.is_removed:
        return draft
    kind, value = draft.kind, ""
    if not display_form(draft.value):
        fields.wrong("value", "people.contact_empty")
    elif kind is ContactKind.ADDRESS:
        value = fields.line("value", draft.value, ADDRESS_LIMIT)
    else:
        kind, value = _phone(draft, fields)
    if draft.given_by is GivenBy.PERSON and draft.given_by_person_id is None and draft.given_by_party is None:
        fields.wrong("given_by", "people.giver_needed")
    is_safe = draft.is_safe
    if is_safe is None and lists.does("contact_owner", draft.owner, "is_unsafe"):
        is_safe = False
    return replace(
        draft,
        kind=kind,
        value=value,
        postal_code=_postal_code(draft.postal_code, fields),
        owner=fields.code("owner", lists, "contact_owner", draft.owner, required=True),
        is_safe=is_safe,
        safe_hours=fields.line("safe_hours", draft.safe_hours, 60),
        code_word=fields.line("code_word", draft.code_word, 40),
        given_by_person_id=draft.given_by_person_id if draft.given_by is GivenBy.PERSON else None,
        given_by_party=draft.given_by_party if draft.given_by is GivenBy.PERSON else None,
    )


def _has_text(draft: ContactDraft) -> bool:
    texts = (draft.value, draft.postal_code, draft.safe_hours, draft.code_word)
    return any(display_form(text) for text in texts)


def _name(fields: Fields, field_name: str, typed: str) -> str:
    name = fields.line(field_name, typed, NAME_LIMIT)
    if not name:
        return ""
    if not has_only_name_letters(name):
        fields.wrong(field_name, "people.name_letters")
    elif sum(char.isalpha() for char in name) < 2:
        fields.wrong(field_name, "people.name_short")
    return name


def _identity(draft: PersonDraft, lists: Lists, fields: Fields) -> tuple[str, str]:
    """The national code and the kind of paper. A code is checked wherever it is typed (R-18), never demanded."""
    kind = fields.code("id_kind", lists, "id_kind", draft.id_kind, required=True)
    if not display_form(draft.national_code):
        return "", kind
    try:
        code = national_code.normalise(draft.national_code)
    except PersianValueError:
        fields.wrong("national_code", "people.code_wrong")
        return "", kind
    asked_for = lists.does("id_kind", kind, "field")
    if not asked_for or asked_for == "none":
        kind = lists.first("id_kind", "check", "national_code") or kind
    return code, kind


def _other_id(draft: PersonDraft, lists: Lists, fields: Fields) -> str:
    typed = fields.number("other_id_no", draft.other_id_no)
    check = lists.does("id_kind", draft.id_kind, "check")
    if not typed or check not in ("digits", "digits_12"):
        return typed
    digits = only_digits(typed)
    if len(digits) != len(re.sub(r"[\s/\-]", "", typed)):
        fields.wrong("other_id_no", "people.id_digits")
    elif check == "digits_12" and len(digits) != 12:
        fields.wrong("other_id_no", "people.fida_wrong")
    return digits


def _birth(draft: PersonDraft, today: date, fields: Fields) -> tuple[date | None, BirthPrecision | None]:
    if draft.birth_on is None:
        return None, None
    if draft.birth_on > today:
        fields.wrong("birth_on", "people.birth_future")
    elif draft.birth_on < from_jalali(FIRST_BIRTH_YEAR, 1, 1):
        fields.wrong("birth_on", "people.birth_early")
    return draft.birth_on, draft.birth_precision or BirthPrecision.DAY


def _phone(draft: ContactDraft, fields: Fields) -> tuple[ContactKind, str]:
    try:
        number = normalise_phone(draft.value)
    except PersianValueError:
        is_mobile = draft.kind is ContactKind.MOBILE
        fields.wrong("value", "people.mobile_wrong" if is_mobile else "people.phone_wrong")
        return draft.kind, ""
    if number.startswith("+"):
        return draft.kind, number
    return (ContactKind.MOBILE if number.startswith("09") else ContactKind.PHONE), number


def _postal_code(typed: str, fields: Fields) -> str:
    if not display_form(typed):
        return ""
    digits = only_digits(typed)
    if len(digits) != 10 or len(display_form(to_ascii(typed)).replace("-", "").replace(" ", "")) != 10:
        fields.wrong("postal_code", "people.postal_code_wrong")
    return digits
