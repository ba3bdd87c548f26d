"""Who helped to understand: witnesses of who can't read, the interpreter (P-12); for a child, who answers (P-14)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.safety import ConsentDraft, ConsentSheet
from ui.safety.guardians_note import GuardiansNote
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.tick import Tick

_YES, _NO = "yes", "no"
_OF_CHILD = ("guardian", "guardian_kind", "custody", "judge_order", "head_reason")
_SEVERAL = 2


class HelpersCard(Card):
    """Values: guardian and what belongs to it, witness_1, witness_2, interpreter, language, pledge. Shows what this
    person needs; `writes_reason`: the head sits here."""

    changed = Signal()

    def __init__(self, *, writes_reason: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._writes_reason = writes_reason
        self.set_title(self.tr("Who helped to understand"))
        self.guardians = GuardiansNote()
        self.add(self.guardians)
        self.form = FormGrid(columns=2)
        self.form.add("guardian", Field(self.tr("Guardian who answers now"), TextEdit1(), lines=2))
        self.form.add("guardian_kind", Field(self.tr("Stands to the child as"), ChoiceEdit()))
        custody = (Choice(_YES, self.tr("has the custody")), Choice(_NO, self.tr("has not")))
        self.form.add("custody", Field(self.tr("Custody"), ChoiceEdit(custody)))
        self.form.add("judge_order", Field(self.tr("Judge's order: number and day"), TextEdit1(), lines=2))
        self.form.add("head_reason", Field(self.tr("The head's written reason"), TextEdit1()), 2)
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

    def set_sheet(self, sheet: ConsentSheet, languages: tuple[Choice, ...], kinds: tuple[Choice, ...] = ()) -> None:
        """What the person needs, and what the last sheet said. `kinds`: what a guardian may be to a child."""
        for key, choices in (("language", languages), ("guardian_kind", kinds)):
            edit = self.form.field(key).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices(choices)
        for key in _OF_CHILD:
            self.form.field(key).setVisible(sheet.is_minor and (key != "head_reason" or self._writes_reason))
        self.guardians.set_rows(sheet.guardians, needs_order=sheet.needs_order)
        self.guardians.setVisible(bool(sheet.guardians))
        interpreter = self.form.field("interpreter")
        interpreter.set_label(interpreter.label(), required=bool(sheet.needs_interpreter))
        for witness in ("witness_1", "witness_2"):
            self.form.field(witness).setVisible(sheet.can_read is False)
        if sheet.earlier is not None:
            self._take(sheet.earlier, is_only_guardian=len(sheet.guardians) < _SEVERAL)
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
            "guardian_kind": "guardian_kind",
            "judge_order": "judge_order",
            "head_reason": "head_reason",
            "witnesses": "witness_1",
            "interpreter_name": "interpreter",
            "interpreter_language": "language",
            "interpreter_pledged": "interpreter",
        }
        return path in places and self.form.set_error(places[path], sentence)

    def has_custody(self) -> bool | None:
        answer = self.form.field("custody").value()
        return None if not answer else answer == _YES

    def _take(self, earlier: ConsentDraft, *, is_only_guardian: bool) -> None:
        """Of several guardians nobody's answer is written under another's name by chance."""
        names = [*earlier.witnesses, "", ""]
        if is_only_guardian:
            custody = "" if earlier.has_custody is None else _YES if earlier.has_custody else _NO
            answered = {"guardian": earlier.guardian_name, "guardian_kind": earlier.guardian_kind, "custody": custody}
            self.form.set_values(answered)
        self.form.set_values(
            {
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
