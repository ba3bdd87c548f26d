"""What the intake form must know of the unit before it can be filled: lists, colleagues, rooms, usual hours."""

from dataclasses import dataclass
from datetime import time

from services.actor import Actor
from services.codes.service import Code
from services.container import Services
from services.staff.rules import HEAD
from services.unit_profile import RoomRow
from ui.intake.roles import RoleBook
from ui.widgets.choice_edit import Choice

LISTS = (
    "referral_source",
    "case_category",
    "case_category_group",
    "party_role",
    "relation",
    "id_kind",
    "heard_from",
    "urgency",
    "classification",
    "sex",
    "marital_status",
    "education",
    "occupation_status",
    "contact_owner",
    "literacy",
    "language",
    "nationality",
)


@dataclass(frozen=True, slots=True)
class IntakeFacts:
    """`interview_type` is the session type of first interviews; `apart` the minutes between the two sides.

    `responsible` is who gets the file unless somebody is chosen, `head` who gets delicate ones (P-7).
    """

    lists: dict[str, tuple[Code, ...]]
    colleagues: tuple[Choice, ...]
    responsible: str
    head: str
    rooms: tuple[RoomRow, ...]
    interview_type: str
    interview_minutes: int
    apart: int
    day_ends: time

    def codes(self, name: str) -> tuple[Code, ...]:
        return self.lists[name]

    def find(self, name: str, code: str) -> Code | None:
        return next((row for row in self.lists[name] if row.code == code), None)

    def choices(self, name: str) -> tuple[Choice, ...]:
        return tuple(Choice(row.code, row.label) for row in self.lists[name])

    def does(self, name: str, code: str, behaviour: str) -> object:
        """A behaviour of an entry; no for none chosen."""
        row = self.find(name, code)
        return row.does(behaviour) if row is not None else False

    def first(self, name: str, behaviour: str, value: object = True) -> str:
        return next((row.code for row in self.lists[name] if row.does(behaviour) == value), "")

    def categories(self, group_first: str = "") -> tuple[Choice, ...]:
        """The subjects under the headings of their groups; those of `group_first` stand at the top."""
        groups = {row.code: row.label for row in self.lists["case_category_group"]}
        order = sorted(groups, key=lambda code: code != group_first)
        return tuple(
            Choice(row.code, row.label, groups[group])
            for group in order
            for row in self.lists["case_category"]
            if row.does("group") == group
        )

    def roles(self) -> RoleBook:
        return RoleBook(self.lists["party_role"], self.lists["relation"])


def load_facts(services: Services, actor: Actor) -> IntakeFacts:
    """Read everything in one go; called in a read lane."""
    lists = {name: services.codes.all(actor, name) for name in LISTS}
    holding = {row.code for row in services.codes.all(actor, "staff_role") if row.does("holds_cases")}
    colleagues = services.staff.holding_roles(actor, holding)
    head = next((str(row.id) for row in colleagues if row.role == HEAD), "")
    types = services.codes.all(actor, "session_type")
    interview = next(row for row in types if row.does("is_first_interview"))
    settings = services.settings.all(actor)
    minutes = int(interview.does("default_minutes") or settings["session_minutes"])
    ends = int(settings["day_ends"]) % (24 * 60)
    return IntakeFacts(
        lists=lists,
        colleagues=tuple(Choice(str(row.id), row.full_name, quiet=row.title) for row in colleagues),
        responsible=str(actor.staff_id) if actor.role in holding else head,
        head=head,
        rooms=services.unit.rooms(actor),
        interview_type=interview.code,
        interview_minutes=minutes,
        apart=int(settings["apart_minutes"]),
        day_ends=time(ends // 60, ends % 60),
    )
