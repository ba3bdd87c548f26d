"""A person on a paper: what the file holds, and what is asked for because it does not (P-13: never demanded)."""

from dataclasses import fields, replace

from models.person import Person
from services.actor import Right
from services.catalogue import say
from services.codes import CodeReader, Codes
from services.documents.gathering.gathered import asked
from services.documents.papers.issue import Identity
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.people.naming import full_name
from services.people.saving import save_person
from services.people.shapes import PersonDraft
from services.persian import national_code
from services.persian.errors import PersianValueError
from services.unit_of_work import Tx

_STORED = tuple(each.name for each in fields(PersonDraft) if each.name not in ("id", "version", "contacts"))


def identity_fields(
    codes: CodeReader, person: Person, place: str = "", *, needs_father: bool = False
) -> list[MissingField]:
    """The name is needed on every paper; father's name and code stand on it where they are known.

    `place` ends the names of the fields where several are asked; then the label says whose they are. On a deed the
    father's name is needed (`needs_father`), a code on no paper (P-13).
    """
    whose = full_name(person) if place else ""
    found = [] if _name(person) else [asked("name", required=True, place=place, whose=whose)]
    if not person.father_name:
        found.append(asked("father_name", required=needs_father, place=place, whose=whose))
    if not person.national_code and _may_have_code(codes, person):
        found.append(asked("national_code", FieldKind.NATIONAL_CODE, place=place, whose=whose))
    return found


def identity_of(person: Person, request: PaperRequest, place: str = "") -> Identity:
    """The person with what was typed; an unknown name is dots."""
    return Identity(
        _name(person) or request.value(f"name{place}") or say("documents.blank"),
        person.father_name or request.value(f"father_name{place}"),
        person.national_code or readable_code(request.value(f"national_code{place}")),
    )


def keep_typed(tx: Tx, codes: Codes, person: Person, request: PaperRequest, place: str = "") -> None:
    """Store father's name and code with the person, so that nobody types them twice; for who may edit persons."""
    typed = {name: request.value(f"{name}{place}") for name in ("father_name", "national_code")}
    new = {name: text for name, text in typed.items() if text and not getattr(person, name)}
    if not new or not tx.actor.may(Right.PERSON_EDIT):
        return
    stored = {name: getattr(person, name) for name in _STORED}
    draft = PersonDraft(id=person.id, version=person.version, **stored)
    save_person(tx, codes, replace(draft, **new))  # type: ignore[arg-type]


def nationality_of(codes: CodeReader, person: Person) -> str:
    """The nationality of a foreigner, whom no national code makes known; never the residence status (P-13)."""
    is_told = person.nationality not in ("", "unknown") and not codes.does(
        "nationality", person.nationality, "is_default"
    )
    return codes.label("nationality", person.nationality) if is_told else ""


def readable_code(typed: str) -> str:
    """The ten digits of a typed code, "" while it can't be read."""
    try:
        return national_code.normalise(typed)
    except PersianValueError:
        return ""


def _name(person: Person) -> str:
    return f"{person.given_name} {person.family_name}".strip()


def _may_have_code(codes: CodeReader, person: Person) -> bool:
    """Whoever showed another paper has no national code to ask for (P-13)."""
    return codes.does("id_kind", person.id_kind, "field") in (False, "none", "national_code")
