"""Who helped to understand: guardian of a minor, two witnesses of who can't read, interpreter (P-12, P-14)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.safety import ConsentDraft, ConsentSheet
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.tick import Tick


class HelpersCard(Card):
    """Values: guardian, witness_1, witness_2, interpreter, language, pledge. Shows what this person needs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Who helped to understand"))
        self.form = FormGrid(columns=2)
        guardian = Field(self.tr("Guardian, judge's order or the head's written reason"), TextEdit1(), required=True)
        self.form.add("guardian", guardian, 2)
        self.form.add("witness_1", Field(self.tr("First witness"), TextEdit1(), lines=2, required=True))
        self.form.add("witness_2", Field(self.tr("Second witness"), TextEdit1(), required=True))
        interpreter = Field(self.tr("Interpreter, not of the other side's family"), TextEdit1(), lines=2)
        self.form.add("interpreter", interpreter)
        self.form.add("language", Field(self.tr("Language"), ChoiceEdit()))
        self.pledge = Tick(self.tr("The interpreter pledged to keep it secret"))
        self.form.add_widget(self.pledge, 2)
        self.add(self.form)
        self.form.changed.connect(self.changed)
        self.form.field("interpreter").changed.connect(self._fit)
        self.pledge.changed.connect(self.changed)
        self._fit()

    def set_sheet(self, sheet: ConsentSheet, languages: tuple[Choice, ...]) -> None:
        """What the person needs, and what the last sheet said."""
        language = self.form.field("language").edit
        assert isinstance(language, ChoiceEdit)
        language.set_choices(languages)
        self.form.field("guardian").setVisible(sheet.is_minor)
        interpreter = self.form.field("interpreter")
        interpreter.set_label(interpreter.label(), required=bool(sheet.needs_interpreter))
        for witness in ("witness_1", "witness_2"):
            self.form.field(witness).setVisible(sheet.can_read is False)
        if sheet.earlier is not None:
            self._take(sheet.earlier)
        elif sheet.needs_interpreter:
            self.form.set_values({"language": sheet.language})
        self._fit()

    def values(self) -> dict[str, Any]:
        return {**self.form.values(), "pledge": self.pledge.isChecked()}

    def set_values(self, values: dict[str, Any]) -> None:
        self.form.set_values({key: value for key, value in values.items() if key != "pledge"})
        self.pledge.setChecked(bool(values.get("pledge")))
        self._fit()

    def witnesses(self) -> tuple[str, ...]:
        values = self.form.values()
        return tuple(name for name in (values["witness_1"], values["witness_2"]) if name)

    def set_error(self, path: str, sentence: str) -> bool:
        """Errors of a ConsentDraft, by its field names."""
        places = {
            "guardian_name": "guardian",
            "witnesses": "witness_1",
            "interpreter_name": "interpreter",
            "interpreter_language": "language",
            "interpreter_pledged": "interpreter",
        }
        return path in places and self.form.set_error(places[path], sentence)

    def _take(self, earlier: ConsentDraft) -> None:
        names = [*earlier.witnesses, "", ""]
        self.form.set_values(
            {
                "guardian": earlier.guardian_name,
                "witness_1": names[0],
                "witness_2": names[1],
                "interpreter": earlier.interpreter_name,
                "language": earlier.interpreter_language,
            }
        )
        self.pledge.setChecked(earlier.interpreter_pledged)

    def _fit(self) -> None:
        is_named = bool(self.form.field("interpreter").value())
        self.form.field("language").setVisible(is_named)
        self.pledge.setVisible(is_named)
