"""Step one: the unit, as it stands on its letters."""

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from resources import shelf
from services.persian.digits import to_ascii
from ui.setup.step import Step
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CodeEdit

_KIND = str(QT_TRANSLATE_NOOP("UnitFields", "Kind"))
_NAME = str(QT_TRANSLATE_NOOP("UnitFields", "Name of the station"))
_NAME_HINT = str(QT_TRANSLATE_NOOP("UnitFields", "In full, as on letters: Police Station 12 Narenjestan"))
_CODE = str(QT_TRANSLATE_NOOP("UnitFields", "Unit code"))
_CODE_HINT = str(QT_TRANSLATE_NOOP("UnitFields", "It stands in case and letter numbers."))
_PROVINCE = str(QT_TRANSLATE_NOOP("UnitFields", "Province"))
_COUNTY = str(QT_TRANSLATE_NOOP("UnitFields", "County"))
_SECTION = str(QT_TRANSLATE_NOOP("UnitFields", "Section"))
_NUMBER = str(QT_TRANSLATE_NOOP("UnitFields", "Number of the section"))
_NUMBER_HINT = str(QT_TRANSLATE_NOOP("UnitFields", "If letters carry one"))
_PHONE = str(QT_TRANSLATE_NOOP("UnitFields", "Telephone"))
_ADDRESS = str(QT_TRANSLATE_NOOP("UnitFields", "Address"))
_HEAD = str(QT_TRANSLATE_NOOP("UnitFields", "Letterhead"))
_HEAD_HINT = str(QT_TRANSLATE_NOOP("UnitFields", "One line each, the greatest organisation first"))


def choices_of(name: str) -> tuple[Choice, ...]:
    """A code list as shipped, for forms that stand before there is a database."""
    return tuple(Choice(row["code"], row["label"]) for row in shelf.read_toml("codes", f"{name}.toml")["value"])


def add_unit_fields(form: FormGrid) -> None:
    """The fields of a `UnitDraft`, for the guide and for the settings."""
    tr = partial(QCoreApplication.translate, "UnitFields")
    form.add("kind", Field(tr(_KIND), ChoiceEdit(choices_of("unit_kind"))))
    form.add("name", Field(tr(_NAME), TextEdit1(), tr(_NAME_HINT), required=True), 2)
    form.add("code", Field(tr(_CODE), CodeEdit(), tr(_CODE_HINT), required=True))
    form.add("province", Field(tr(_PROVINCE), ChoiceEdit(choices_of("province")), required=True))
    form.add("county", Field(tr(_COUNTY), TextEdit1(), required=True))
    form.add("section", Field(tr(_SECTION), TextEdit1(), required=True), 2)
    form.add("letter_section", Field(tr(_NUMBER), CodeEdit(), tr(_NUMBER_HINT)))
    form.add("phone", Field(tr(_PHONE), CodeEdit()))
    form.add("address", Field(tr(_ADDRESS), TextEdit1()), 2)
    form.add("letterhead_lines", Field(tr(_HEAD), MultilineEdit(lines=3, max_lines=5), tr(_HEAD_HINT)), 3)


class UnitStep(Step):
    owns = ("unit",)

    def __init__(self) -> None:
        super().__init__("", columns=3)
        self.title = self.tr("The unit")
        add_unit_fields(self.form)
        self.form.set_values({"kind": "precinct", "section": self.tr("Counselling and social work section")})
        self._suggested = ""
        for key in ("province", "name"):
            self.form.field(key).changed.connect(self._suggest)

    def _suggest(self) -> None:
        """A letterhead from province and name, until somebody writes another."""
        lines = self.form.field("letterhead_lines")
        if lines.value() not in ("", self._suggested):
            return
        values = self.form.values()
        labels = {choice.code: choice.label for choice in choices_of("province")}
        province = labels.get(values["province"], "")
        parts = [
            self.tr("Police Command of {province}").format(province=province) if province else "",
            values["name"],
        ]
        lines.set_value("\n".join(part for part in parts if part))
        self._suggested = lines.value()


def unit_values(form: FormGrid) -> dict[str, object]:
    """The form's values as the fields of a `UnitDraft`."""
    values = form.values()
    values["letterhead_lines"] = tuple(line for line in str(values["letterhead_lines"]).splitlines() if line.strip())
    values["code"] = to_ascii(values["code"])
    return values
