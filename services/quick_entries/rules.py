"""What quick entries may say: pure functions from what was typed to what is stored."""

import re
from dataclasses import replace
from datetime import date, datetime

from services.catalogue import say
from services.people.fields import Fields, Lists
from services.people.shapes import PersonDraft
from services.persian.errors import PersianValueError
from services.persian.phones import normalise_phone
from services.persian.text import display_form, search_key
from services.quick_entries.shapes import AdviceDraft, NightDraft

LONGEST_MINUTES = 480
_NAMES = 200
_NOTE = 1000
_PARTING = re.compile("[\u060c,/|]")


def split_name(line: str) -> tuple[str, str]:
    """Given and family name of a name in one line.

    A comma or slash parts them where it stands; otherwise the last word is the family name, a single word too.
    """
    clean = display_form(line)
    parts = [display_form(part) for part in _PARTING.split(clean, maxsplit=1)]
    if len(parts) == 2:
        return parts[0], parts[1]
    given, _, family = clean.rpartition(" ")
    return given, family


def person_of(line: str) -> PersonDraft:
    """A person known by name alone; the word for an unknown one makes an unknown one (P-43)."""
    if search_key(line) == search_key(say("people.unknown_name")):
        return PersonDraft(is_name_unknown=True)
    given, family = split_name(line)
    return PersonDraft(given_name=given, family_name=family)


def clean_advice(draft: AdviceDraft, today: date, lists: Lists, fields: Fields) -> AdviceDraft:
    """The draft as it is stored; errors go to `fields`. An urgent measure as result means there was danger."""
    fields.code("topic", lists, "advice_topic", draft.topic, required=True)
    fields.code("result", lists, "advice_result", draft.result, required=True)
    if draft.minutes is None:
        fields.wrong("minutes", "errors.required")
    elif not 1 <= draft.minutes <= LONGEST_MINUTES:
        fields.wrong("minutes", "quick_entries.minutes", most=LONGEST_MINUTES)
    is_danger = draft.is_danger
    if lists.does("advice_result", draft.result, "is_danger"):
        is_danger = True
    if is_danger is None:
        fields.wrong("is_danger", "quick_entries.danger_asked")
    return replace(
        draft,
        is_danger=is_danger,
        name=fields.line("name", draft.name, _NAMES),
        phone=clean_phone("phone", draft.phone, fields),
        note=fields.lines("note", draft.note, _NOTE),
        day=fields.not_after("day", draft.day, today),
    )


def clean_night(draft: NightDraft, now: datetime, lists: Lists, fields: Fields) -> NightDraft:
    """The draft as it is stored; errors go to `fields`. In danger somebody did something, at some hour."""
    names = fields.line("names", draft.names, _NAMES)
    if not names:
        fields.wrong("names", "quick_entries.names_needed")
    line = fields.lines("line", draft.line, _NOTE)
    if not line:
        fields.wrong("line", "quick_entries.line_needed")
    if draft.is_danger_now is None:
        fields.wrong("is_danger_now", "quick_entries.danger_asked")
    for code in draft.actions:
        fields.code("actions", lists, "danger_action", code)
    done_what = fields.line("done_what", draft.done_what)
    did = [code for code in draft.actions if not lists.does("danger_action", code, "is_none")]
    if draft.is_danger_now and not (did or done_what):
        fields.wrong("actions", "quick_entries.done_needed")
    if (did or done_what) and draft.done_at is None:
        fields.wrong("done_at", "quick_entries.hour_needed")
    for name, moment in (("happened_at", draft.happened_at), ("done_at", draft.done_at)):
        if moment is not None and moment > now:
            fields.wrong(name, "quick_entries.not_yet")
    return replace(
        draft,
        names=names,
        line=line,
        safe_phone=clean_phone("safe_phone", draft.safe_phone, fields),
        actions=tuple(dict.fromkeys(draft.actions)),
        done_what=done_what,
        officer=fields.line("officer", draft.officer, 100),
    )


def clean_phone(field_name: str, typed: str, fields: Fields) -> str:
    """A telephone in its stored form, or none."""
    if not display_form(typed):
        return ""
    try:
        return normalise_phone(typed)
    except PersianValueError:
        fields.wrong(field_name, "people.phone_wrong")
        return ""
