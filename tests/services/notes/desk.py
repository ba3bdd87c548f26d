"""A unit that was really set up, with everybody who meets process notes signed in by an own password."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from services.actor import Actor
from services.cases import Confidentiality
from services.intake import IntakeDraft
from services.notes import EscrowMade, NoteDraft, NoteRow, Notes
from services.opening import Colleague, SetupDraft
from services.staff import StaffDraft
from tests.services.drafts_of import couple
from tests.services.opened_unit import DRAFT, OpenedUnit, opened_unit

MARK = "شاهدانه بنفش ۷۴۱"
"""Words that stand nowhere but in a process note."""
WORD = "گذرواژه آزمون ۱۲"
PEOPLE = {
    "counsellor": "نگار آزموده",
    "second": "بابک نمونه‌ای",
    "psychologist": "لاله تجربی",
    "peace_facilitator": "صمد میانجی‌نما",
    "station_commander": "کامران فرمانی",
    "clerk": "پری دفتری",
    "admin": "ساسان سامانی",
    "auditor": "ژاله ناظری",
}


@dataclass
class NotesDesk:
    """`actors` by role; "head", and "second" for another counsellor."""

    unit: OpenedUnit
    actors: dict[str, Actor]

    @property
    def notes(self) -> Notes:
        return self.unit.services.notes

    @property
    def me(self) -> Actor:
        return self.actors["counsellor"]

    @property
    def head(self) -> Actor:
        return self.actors["head"]

    def case(self, confidentiality: Confidentiality = Confidentiality.NORMAL) -> UUID:
        """A file of the counsellor's."""
        draft = replace(couple(), confidentiality=confidentiality, responsible_id=self.me.staff_id)
        return self.unit.services.intake.register(self.me, IntakeDraft(draft)).value.id

    def note(self, case_id: UUID | None = None, text: str = MARK) -> NoteRow:
        return self.notes.write(self.me, NoteDraft(case_id or self.case(), text)).value

    def escrow(self) -> EscrowMade:
        """Of the head and the commander."""
        return self.notes.make_escrow(self.head, self.actors["station_commander"].staff_id).value

    def sign_in(self, role: str, password: str = WORD) -> Actor:
        """Anew, in another session."""
        self.actors[role] = self.unit.sign_in(PEOPLE[role], password)
        return self.actors[role]


def lay_notes_desk(folder: Path, made: Callable[[Path, SetupDraft], OpenedUnit] = opened_unit) -> NotesDesk:
    colleagues = tuple(
        Colleague(StaffDraft(name, "counsellor" if role == "second" else role), WORD) for role, name in PEOPLE.items()
    )
    unit = made(folder, replace(DRAFT, colleagues=colleagues))
    actors = {"head": unit.head}
    desk = NotesDesk(unit, actors)
    for role in PEOPLE:
        desk.sign_in(role)
    return desk
