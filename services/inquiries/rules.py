"""Taking over what was typed for the answer to an inquiry."""

from dataclasses import replace
from datetime import date

from services.codes import CodeReader
from services.inquiries.shapes import InquiryDraft, InquiryPerson, InquiryVisit
from services.people.fields import Fields
from services.people.rules import NAME_LIMIT
from services.persian import national_code
from services.persian.errors import PersianValueError
from services.persian.text import has_only_name_letters

MISSION, HEADING = "inquiry_mission", "inquiry_heading"
MOST_PEOPLE, MOST_VISITS = 6, 8


def cleaned(draft: InquiryDraft, lists: CodeReader, today: date, fields: Fields) -> InquiryDraft:
    """The draft as it is stored; errors go to `fields`, by the path of each field. Empty lines are left out."""
    fields.code("mission", lists, MISSION, draft.mission, required=True)
    asked_by = fields.line("asked_by", draft.asked_by)
    if not asked_by:
        fields.wrong("asked_by", "errors.required")
    return replace(
        draft,
        asked_by=asked_by,
        people=_people(draft, lists, fields),
        visits=_visits(draft.visits, today, fields),
        findings=_findings(draft, lists, fields),
        opinion=fields.lines("opinion", draft.opinion),
    )


def headings_of(lists: CodeReader, mission: str) -> tuple[str, ...]:
    """The codes of the headings that the answer of a mission has, in their order."""
    return tuple(lists.does(MISSION, mission, "headings") or ())


def _people(draft: InquiryDraft, lists: CodeReader, fields: Fields) -> tuple[InquiryPerson, ...]:
    given = draft.people[:MOST_PEOPLE]
    found = tuple(
        _person(one, fields.under("people", at)) for at, one in enumerate(given) if one != InquiryPerson("")
    )
    if not found:
        fields.under("people", 0).wrong("name", "errors.required")
    if len(found) > 1 and lists.does(MISSION, draft.mission, "has_photo"):
        fields.under("people", 1).wrong("name", "inquiries.one_person")
    return found


def _person(one: InquiryPerson, fields: Fields) -> InquiryPerson:
    names = {key: fields.line(key, getattr(one, key), NAME_LIMIT) for key in ("name", "father_name")}
    for key, text in names.items():
        if text and not has_only_name_letters(text):
            fields.wrong(key, "people.name_letters")
    if not names["name"]:
        fields.wrong("name", "errors.required")
    code = ""
    try:
        code = national_code.normalise(one.national_code) if one.national_code else ""
    except PersianValueError:
        fields.wrong("national_code", "people.code_wrong")
    return InquiryPerson(names["name"], fields.line("part", one.part, NAME_LIMIT), names["father_name"], code)


def _visits(visits: tuple[InquiryVisit, ...], today: date, fields: Fields) -> tuple[InquiryVisit, ...]:
    found = []
    for at, one in enumerate(visits[:MOST_VISITS]):
        if one == InquiryVisit(""):
            continue
        here = fields.under("visits", at)
        who = here.line("who", one.who)
        if not who:
            here.wrong("who", "errors.required")
        found.append(InquiryVisit(who, here.line("place", one.place), here.not_after("day", one.day, today)))
    return tuple(found)


def _findings(draft: InquiryDraft, lists: CodeReader, fields: Fields) -> tuple[tuple[str, str], ...]:
    """Only those of the mission: what was typed for another one before it was changed is no finding of this."""
    typed = dict(draft.findings)
    clean = ((code, fields.lines(code, typed.get(code, ""))) for code in headings_of(lists, draft.mission))
    return tuple((code, text) for code, text in clean if text)
