"""The fields of the answer to an inquiry: whom it concerns, how it was looked into, what was found (D21)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.inquiries import InquiryDetail, InquiryDraft, InquiryPerson, InquiryVisit, MissionOffer
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import NationalCodeEdit
from ui.widgets.tick import Tick

PEOPLE, VISITS = 6, 8
_PERSON = ("part", "name", "father_name", "national_code")
_VISIT = ("who", "place", "day")
_FIRST_VISITS = 2


class InquiryForm(FormGrid):
    """Lines of people and visits appear as they are needed; the headings are those of the mission."""

    def __init__(self, detail: InquiryDetail) -> None:
        super().__init__(4)
        self._missions = {one.code: one for one in detail.missions}
        self._letter_id: UUID = detail.draft.letter_id
        self._people, self._visits = 1, _FIRST_VISITS
        self._more_people = LinkButton(self.tr("One more person"), "plus")
        self._more_visits = LinkButton(self.tr("One more step"), "plus")
        self._add_head()
        self._add_people()
        self._add_visits()
        self._add_findings(detail.missions)
        self.field("mission").changed.connect(self.show_mission)
        self.put(detail.draft)

    def mission(self) -> MissionOffer | None:
        return self._missions.get(self.field("mission").value())

    def put(self, draft: InquiryDraft) -> None:
        """What stands written."""
        values: dict[str, Any] = {
            "mission": draft.mission,
            "asked_by": draft.asked_by,
            "opinion": draft.opinion,
            "is_confidential": draft.is_confidential,
            **dict(draft.findings),
        }
        for at, person in enumerate(draft.people):
            values |= {f"people.{at}.{key}": getattr(person, key) for key in _PERSON}
        for at, visit in enumerate(draft.visits):
            values |= {f"visits.{at}.{key}": getattr(visit, key) for key in _VISIT}
        self.set_values(values)
        self.show_mission()
        self.show_lines()

    def draft(self, version: int) -> InquiryDraft:
        """As it stands now; a line that was left empty is one without a name."""
        values, mission = self.values(), self.mission()
        headings = mission.headings if mission is not None else ()
        people = (InquiryPerson(**{key: values[f"people.{at}.{key}"] for key in _PERSON}) for at in range(PEOPLE))
        visits = (InquiryVisit(**{key: values[f"visits.{at}.{key}"] for key in _VISIT}) for at in range(VISITS))
        return InquiryDraft(
            self._letter_id,
            values["mission"],
            values["asked_by"],
            tuple(people),
            tuple(visits),
            tuple((code, values[code]) for code, _ in headings),
            values["opinion"],
            values["is_confidential"],
            version,
        )

    def show_mission(self) -> None:
        """Only the headings of the chosen mission."""
        mission = self.mission()
        shown = {code for code, _ in mission.headings} if mission is not None else set()
        for code in self._headings:
            self.field(code).setVisible(code in shown)

    def show_lines(self) -> None:
        """As many lines as hold something, and those that were asked for."""
        self._people = max(self._people, self._filled("people", _PERSON, PEOPLE))
        self._visits = max(self._visits, self._filled("visits", _VISIT, VISITS))
        for at in range(PEOPLE):
            for key in _PERSON:
                self.field(f"people.{at}.{key}").setVisible(at < self._people)
        for at in range(VISITS):
            for key in _VISIT:
                self.field(f"visits.{at}.{key}").setVisible(at < self._visits)
        self._more_people.setVisible(self._people < PEOPLE)
        self._more_visits.setVisible(self._visits < VISITS)

    # --- building ---------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        choices = [Choice(one.code, one.label) for one in self._missions.values()]
        self.add("mission", Field(self.tr("Mission"), ChoiceEdit(choices), required=True), 2)
        self.add("asked_by", Field(self.tr("Who asked"), TextEdit1(), required=True), 2)

    def _add_people(self) -> None:
        self.add_widget(Words(self.tr("Whom it concerns"), "strong"))
        for at in range(PEOPLE):
            self.add(f"people.{at}.part", Field(self.tr("As what"), TextEdit1()))
            self.add(f"people.{at}.name", Field(self.tr("First and last name"), TextEdit1(), required=at == 0))
            self.add(f"people.{at}.father_name", Field(self.tr("Name of the father"), TextEdit1()))
            self.add(f"people.{at}.national_code", Field(self.tr("National code"), NationalCodeEdit()))
        self._more_people.clicked.connect(self._add_person)
        self.add_widget(self._more_people, 1)
        self.new_row()

    def _add_visits(self) -> None:
        self.add_widget(Words(self.tr("How it was looked into"), "strong"))
        for at in range(VISITS):
            self.add(f"visits.{at}.who", Field(self.tr("Who was asked, or what was seen"), TextEdit1()), 2)
            self.add(f"visits.{at}.place", Field(self.tr("Place"), TextEdit1()))
            self.add(f"visits.{at}.day", Field(self.tr("Day"), JalaliDateEdit()))
        self._more_visits.clicked.connect(self._add_visit)
        self.add_widget(self._more_visits, 1)
        self.new_row()

    def _add_findings(self, missions: Sequence[MissionOffer]) -> None:
        labels = {code: label for mission in missions for code, label in mission.headings}
        self._headings = tuple(labels)
        self.add_widget(Words(self.tr("What was found"), "strong"))
        for code, label in labels.items():
            self.add(code, Field(label, MultilineEdit(lines=2)), 4)
        self.add("opinion", Field(self.tr("Opinion"), MultilineEdit(lines=3)), 4)
        self.add("is_confidential", Field("", Tick(self.tr("The answer is confidential"))), 4)

    def _filled(self, group: str, keys: Sequence[str], most: int) -> int:
        """The number of the last line in which something stands."""
        values = self.values()
        held = [at for at in range(most) if any(values[f"{group}.{at}.{key}"] for key in keys)]
        return held[-1] + 1 if held else 0

    def _add_person(self) -> None:
        self._people = min(PEOPLE, self._people + 1)
        self.show_lines()
        self.field(f"people.{self._people - 1}.part").edit.setFocus()

    def _add_visit(self) -> None:
        self._visits = min(VISITS, self._visits + 1)
        self.show_lines()
        self.field(f"visits.{self._visits - 1}.who").edit.setFocus()
