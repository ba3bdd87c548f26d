"""Step three, as far as one likes: the rooms, and up to four colleagues with a first password each."""

from collections.abc import Mapping

from ui.setup.step import Step
from ui.setup.unit_step import choices_of
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.choice_edit import ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit

ROWS = 4
_TIME_LIMITED = frozenset({"conscript"})


class ColleaguesStep(Step):
    owns = ("rooms", "colleagues")

    def __init__(self) -> None:
        super().__init__("", columns=1)
        self.title = self.tr("Rooms and colleagues")
        hint = self.tr("One room a line; more can be added later.")
        self.form.add("rooms", Field(self.tr("Rooms"), MultilineEdit(lines=3, max_lines=4), hint))
        self.form.set_values({"rooms": self.tr("Room 1\nRoom 2")})
        self.people = FormGrid(4)
        self.people.changed.connect(self.changed)
        self.people.set_stretches(3, 3, 3, 2)
        for row in range(ROWS):
            self._add_row(row)
        self._forms.append(self.people)
        self.box.addWidget(self.people)

    def rooms(self) -> tuple[str, ...]:
        return tuple(line for line in str(self.form.field("rooms").value()).splitlines() if line.strip())

    def filled_rows(self) -> tuple[int, ...]:
        """The rows in which somebody is named or a password stands."""
        values = self.people.values()
        return tuple(row for row in range(ROWS) if values[f"{row}.full_name"] or values[f"{row}.password"])

    def row(self, number: int) -> Mapping[str, object]:
        values = self.people.values()
        return {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{number}.")}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Errors come by the place among the filled rows: `colleagues.0.password`."""
        rows = self.filled_rows()
        moved: dict[str, str] = {}
        for key, sentence in errors.items():
            place, _, field = key.partition(".")
            if field and place.isdecimal() and int(place) < len(rows):
                moved[f"{rows[int(place)]}.{field}"] = sentence
            else:
                moved[key] = sentence
        super().show_errors(moved)

    def _add_row(self, row: int) -> None:
        role = ChoiceEdit(choices_of("staff_role"))
        end = JalaliDateEdit()
        self.people.add(f"{row}.full_name", Field(self.tr("First and family name"), TextEdit1()))
        self.people.add(f"{row}.role", Field(self.tr("Role"), role))
        self.people.add(f"{row}.password", Field(self.tr("First password"), PasswordEdit()))
        last = self.people.add(f"{row}.service_end_on", Field(self.tr("End of service"), end))
        last.setEnabled(False)
        role.changed.connect(lambda: last.setEnabled(role.value() in _TIME_LIMITED))
