"""What a person agrees to: one line a matter, one key an answer, nothing answered beforehand (P-19)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.safety import ConsentDecision, ConsentSheet
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.segments import Segments

GIVEN, REFUSED, WITHDRAWN = ConsentDecision.GIVEN, ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN


class DecisionsCard(Card):
    """`changed` after every answer. Only answers that differ from what holds are new decisions."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("The person's own decision"))
        self._form: FormGrid | None = None
        self._held: dict[str, str] = {}
        self._note = Words(self.tr("Each may be answered with no; nothing else depends on it."), "quiet", wrap=True)
        self.add(self._note)

    def set_sheet(self, sheet: ConsentSheet) -> None:
        """Fresh lines; what holds now is chosen. For a child several answer: none sees what another said (P-14)."""
        if self._form is not None:
            self.body.removeWidget(self._form)
            self._form.deleteLater()
        stored = {row.kind: row.decision.value for row in sheet.rows}
        self._held = {} if sheet.is_minor else stored
        if any(row.decision is GIVEN for row in sheet.guardians):
            stored |= {kind.code: GIVEN.value for kind in sheet.kinds if kind.opens == "clinical"}
        form = FormGrid(columns=2)
        for kind in sheet.kinds:
            answers = self._answers(stored.get(kind.code, ""), by_several=sheet.is_minor)
            segments = Segments(answers, walks_on=True)
            segments.set_value(self._held.get(kind.code, ""))
            form.add(kind.code, Field(kind.label, segments))
        form.changed.connect(self.changed)
        self.add(form)
        self._form = form

    def decisions(self) -> dict[str, ConsentDecision]:
        """The new decisions by kind."""
        return {
            kind: ConsentDecision(value)
            for kind, value in self.values().items()
            if value and value != self._held.get(kind, "")
        }

    def values(self) -> dict[str, str]:
        return self._form.values() if self._form is not None else {}

    def set_values(self, values: dict[str, str]) -> None:
        if self._form is not None:
            self._form.set_values(values)

    def set_error(self, kind: str, sentence: str) -> bool:
        """Beside the kind, or beside the first line."""
        if self._form is None:
            return False
        first = next(iter(self._form.fields()))
        return self._form.set_error(kind if kind in self._form.fields() else first, sentence)

    def focus_first(self) -> None:
        if self._form is not None:
            self._form.focus_first()

    def field(self, kind: str) -> Field:
        assert self._form is not None
        return self._form.field(kind)

    def _answers(self, held: str, *, by_several: bool) -> tuple[Choice, ...]:
        yes, no = Choice(GIVEN.value, self.tr("Yes")), Choice(REFUSED.value, self.tr("No"))
        if held in (GIVEN.value, WITHDRAWN.value):
            back = Choice(WITHDRAWN.value, self.tr("Takes it back"))
            return (yes, no, back) if by_several else (yes, back)
        return (yes, no)
