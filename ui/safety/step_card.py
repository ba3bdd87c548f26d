"""One step of the danger page: done or not, who, at what hour, or why not (P-11)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.clock import local
from services.persian.digits import to_persian
from services.persian.jalali import format_time
from services.safety import DangerStep, StepDraft
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine, Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.mark import RevealKey
from ui.widgets.segments import Segments
from ui.widgets.time_edit import TimeEdit

DONE, NOT_DONE, DECLINED = "done", "not", "declined"
_TWO_LINES = 44
_PLACE = frozenset({"answer", "number", "place"})


class StepCard(Card):
    """`changed` after every change; `opened` when the step's own page or paper is wanted.

    Answering «done» puts the present hour in, to be corrected; the fields of the answer alone are in sight.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(self, step: DangerStep, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """`now` gives the present instant."""
        super().__init__(parent=parent)
        self.step, self._now = step, now
        title = Words(f"{step.title} *" if step.is_required else step.title, "strong")
        self._text = OneLine("", "quiet")
        self._text.hide()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(self._text)
        words.addStretch(1)
        answers = [Choice(DONE, self.tr("Done")), Choice(NOT_DONE, self.tr("Not done"))]
        if step.may_be_declined:
            answers.append(Choice(DECLINED, self.tr("Did not want it")))
        self.answer = Segments(answers)
        self.answer.setAccessibleName(step.title)
        self.answer.setMinimumWidth(px(300 if step.may_be_declined else 210))
        top = QHBoxLayout()
        top.setSpacing(px(14))
        top.addStrut(px(_TWO_LINES))  # with or without the second line nothing jumps
        if step.number:
            number = Words(to_persian(step.number), "figure")
            number.setMinimumWidth(px(56))
            top.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        if step.kind in ("paper", "plan"):
            link = LinkButton(self.tr("Open the plan") if step.kind == "plan" else self.tr("Make the letter"))
            link.clicked.connect(lambda: self.opened.emit(step.document or step.kind))
            top.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.form = FormGrid(columns=3)
        self._add_fields()
        self.body.setSpacing(px(8))
        self.add(top)
        self.add(self.form)
        self.answer.changed.connect(self._on_answer)
        self.answer.installEventFilter(self)
        RevealKey.of_program().held.connect(self._say)
        self.form.changed.connect(self.changed)
        self._fit()

    def draft(self) -> StepDraft | None:
        """What is written down, or None while nothing is."""
        answer = str(self.answer.value())
        values = self.form.values()
        hour = values.get("hour")
        if not answer:
            return None
        return StepDraft(
            self.step.code,
            answer == DONE,
            name=values.get("name", ""),
            hour=format_time(hour) if hour is not None else "",
            note=values.get("note", ""),
            reason=self._reason(answer, values),
        )

    def set_draft(self, draft: StepDraft) -> None:
        """What was written down before."""
        declined = self.step.may_be_declined and draft.reason == self.tr("Did not want it")
        answer = DONE if draft.is_done else DECLINED if declined else NOT_DONE
        self.answer.blockSignals(True)
        self.answer.set_value(answer)
        self.answer.blockSignals(False)
        self._fit()
        self._put("name", draft.name)
        self._put("note", draft.note)
        self._put("reason", "" if declined else draft.reason)
        if "hour" in self.form.fields():
            edit = self.form.field("hour").edit
            assert isinstance(edit, TimeEdit)
            edit.setText(draft.hour)
            edit.check()

    def values(self) -> dict[str, Any]:
        """For a draft: texts as typed."""
        edits = {key: getattr(field.edit, "text", lambda: "")() for key, field in self.form.fields().items()}
        return {"answer": self.answer.value(), **edits}

    def set_values(self, values: dict[str, Any]) -> None:
        self.answer.set_value(str(values.get("answer", "")))
        for key, field in self.form.fields().items():
            if key in values and hasattr(field.edit, "setText"):
                field.edit.setText(str(values[key]))

    def set_error(self, key: str, sentence: str) -> bool:
        """Beside a field, or under the answer when the step itself is open."""
        name = key if key in self.form.fields() else ("reason" if self.answer.value() else "")
        if name and self.form.set_error(name, sentence):
            return True
        self.answer.set_invalid(True)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What a step is for stands beside the current one alone: nothing to read for an onlooker (P-3)."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._say(event.type() == QEvent.Type.FocusIn)
        return False

    def _say(self, is_told: bool) -> None:
        words = self.step.text if is_told or self.answer.hasFocus() else ""
        self._text.setText(words)
        self._text.setVisible(bool(words))

    def _add_fields(self) -> None:
        records = self.step.records
        if "name" in records:
            words = self.tr("Who answered") if self.step.kind == "call" else self.tr("Name")
            self.form.add("name", Field(words, TextEdit1()))
        if "hour" in records:
            self.form.add("hour", Field(self.tr("Hour"), TimeEdit(5)))
        third = next((record for record in records if record in _PLACE), "")
        labels = {"answer": self.tr("What they said"), "number": self.tr("Number"), "place": self.tr("Where to")}
        self.form.add("note", Field(labels.get(third, self.tr("Note")), TextEdit1()))
        self.form.add("reason", Field(self.tr("Why not"), TextEdit1()), 3)

    def _on_answer(self) -> None:
        self.answer.set_invalid(False)
        self._fit()
        if self.answer.value() == DONE and "hour" in self.form.fields():
            field = self.form.field("hour")
            if field.value() is None:
                now: datetime = self._now()
                field.set_value(local(now).time().replace(second=0, microsecond=0))
        self.changed.emit()

    def _fit(self) -> None:
        answer = self.answer.value()
        for key, field in self.form.fields().items():
            field.setVisible(answer == NOT_DONE if key == "reason" else answer == DONE)
        self.form.setVisible(answer in (DONE, NOT_DONE))

    def _reason(self, answer: str, values: dict[str, Any]) -> str:
        if answer == DECLINED:
            return self.tr("Did not want it")
        return str(values.get("reason", "")) if answer == NOT_DONE else ""

    def _put(self, key: str, value: str) -> None:
        if key in self.form.fields():
            self.form.field(key).set_value(value)
