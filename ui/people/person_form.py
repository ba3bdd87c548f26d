"""The fields of a person, and the draft that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.people import BirthPrecision, PersonDetail, PersonDraft
from services.persian.jalali import ParsedDate
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import BirthDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit
from ui.widgets.tick import Tick

LISTS = ("id_kind", "sex", "marital_status", "education", "occupation_status", "language", "nationality")
_TEXTS = ("given_name", "family_name", "father_name", "national_code", "other_id_no", "id_reason", "occupation_title")
_TICKS = ("is_name_unknown", "is_card_seen", "is_staff_relative")
_YES, _NO = "yes", "no"
_ASKED = ("can_read", "needs_interpreter")


@dataclass(frozen=True, slots=True)
class PersonLists:
    """The code lists of the form, read in a lane."""

    codes: Mapping[str, tuple[Code, ...]]


class PersonForm(FormGrid):
    """Errors find their field by the names of `PersonDraft`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, parent, submits=False)
        add = self.add
        add("given_name", Field(self.tr("Given name"), TextEdit1()))
        add("family_name", Field(self.tr("Family name"), TextEdit1()))
        add("father_name", Field(self.tr("Father's name"), TextEdit1()))
        add("birth_on", Field(self.tr("Born"), BirthDateEdit(), self.tr("A year alone is enough")))
        add("id_kind", Field(self.tr("Identity paper"), ChoiceEdit()))
        add("national_code", Field(self.tr("National code"), CodeEdit(), lines=2))
        add("other_id_no", Field(self.tr("Other number"), CodeEdit()))
        add("id_reason", Field(self.tr("Why without this paper"), TextEdit1()))
        add("sex", Field(self.tr("Sex"), ChoiceEdit()))
        add("marital_status", Field(self.tr("Marital status"), ChoiceEdit()))
        add("education", Field(self.tr("Education"), ChoiceEdit()))
        add("occupation_status", Field(self.tr("Activity"), ChoiceEdit()))
        add("occupation_title", Field(self.tr("Occupation"), TextEdit1()))
        add("language", Field(self.tr("Language"), ChoiceEdit()))
        add("nationality", Field(self.tr("Nationality"), ChoiceEdit()))
        answers = (Choice(_YES, self.tr("Yes")), Choice(_NO, self.tr("No")))
        add("can_read", Field(self.tr("Reads and writes"), ChoiceEdit(answers)))
        add("needs_interpreter", Field(self.tr("Needs an interpreter"), ChoiceEdit(answers)))
        add("is_name_unknown", Field("", Tick(self.tr("Name is not known"))))
        add("is_card_seen", Field("", Tick(self.tr("Card was seen"))))
        add("is_staff_relative", Field("", Tick(self.tr("Relative of a colleague"))), 2)

    def set_lists(self, lists: PersonLists) -> None:
        for name in LISTS:
            edit = self.field(name).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices([Choice(row.code, row.label) for row in lists.codes[name]])

    def put(self, person: PersonDetail) -> None:
        """Show what is stored."""
        values: dict[str, Any] = {key: getattr(person, key) for key in (*_TEXTS, *_TICKS, *LISTS)}
        values["birth_on"] = _parsed(person)
        for key in _ASKED:
            asked = getattr(person, key)
            values[key] = "" if asked is None else (_YES if asked else _NO)
        self.set_values(values)

    def draft(self, before: PersonDraft) -> PersonDraft:
        """`before` with what stands in the fields."""
        values: dict[str, Any] = {key: self.field(key).value() for key in (*_TEXTS, *_TICKS)}
        values |= {key: self.field(key).value() for key in LISTS}
        values["id_kind"] = self.field("id_kind").value() or "unknown"
        values["sex"] = self.field("sex").value() or "unknown"
        for key in _ASKED:
            answer = self.field(key).value()
            values[key] = None if not answer else answer == _YES
        born = self.field("birth_on").value()
        values["birth_on"] = None if born is None else born.date
        values["birth_precision"] = None if born is None else BirthPrecision(born.precision)
        return replace(before, **values)


def _parsed(person: PersonDetail) -> ParsedDate | None:
    if person.birth_on is None or person.birth_precision is None:
        return None
    return ParsedDate(person.birth_on, person.birth_precision.value)
