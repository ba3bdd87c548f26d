"""What makes an account acceptable, as pure functions."""

from collections.abc import Callable
from datetime import date

from services.errors import InvalidError
from services.persian.text import display_form, search_key
from services.staff.rights import ROLE_RIGHTS
from services.staff.shapes import StaffDraft
from services.typed import too_long

NAME_LIMIT = 120
HEAD = "unit_head"
TIME_LIMITED = "conscript"
PASSWORD_LENGTH = 8


def has_ended(is_active: bool, service_end_on: date | None, today: date) -> bool:
    """An account ends when the head ends it, or after its last day of service (domain.md §2.7)."""
    return not is_active or (service_end_on is not None and today > service_end_on)


def errors_of(draft: StaffDraft, today: date) -> list[InvalidError]:
    """What the person must mend before the account can be stored."""
    found: list[InvalidError] = []
    name = display_form(draft.full_name)
    if not name:
        found.append(InvalidError("errors.required", "full_name"))
    elif len(name) > NAME_LIMIT:
        found.append(InvalidError("errors.too_long", "full_name", limit=NAME_LIMIT))
    found.extend(too_long([(name, getattr(draft, name)) for name in ("rank", "title", "licence_no")], NAME_LIMIT))
    if draft.role not in ROLE_RIGHTS:
        found.append(InvalidError("errors.required", "role"))
    if draft.role == TIME_LIMITED and draft.service_end_on is None:
        found.append(InvalidError("staff.end_required", "service_end_on"))
    if draft.service_end_on is not None and draft.service_end_on < today:
        found.append(InvalidError("errors.past_date", "service_end_on"))
    return found


def password_errors(password: str, field: str = "password") -> list[InvalidError]:
    """Eight characters at least, and not one of them alone: the delay does the rest."""
    if len(password) < PASSWORD_LENGTH:
        return [InvalidError("staff.password_short", field, length=PASSWORD_LENGTH)]
    if len(set(password)) < 4:
        return [InvalidError("staff.password_plain", field)]
    return []


def username_for(draft: StaffDraft, is_taken: Callable[[str], bool]) -> str:
    """The key of the account in the key file: as given, or made from the name; numbered when taken."""
    wanted = display_form(draft.username) or search_key(draft.full_name)
    number, name = 2, wanted
    while is_taken(name):
        name = f"{wanted}{number}"
        number += 1
    return name
