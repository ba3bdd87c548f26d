"""The end of the talk: a closing sentence for the person; the result and the marks for the worker alone (P-3)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.safety import ScreenResult, Weighed
from ui.runtime.shortcuts import written
from ui.safety.moment_edit import MomentEdit
from ui.safety.reveal import DOTS, KEY, Reveal
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

LIST_MARK = "\u060c "


class ResultCard(Card):
    """`changed` after every change. What is hidden is taken out of the tab order too, and keeps its values."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("For the worker"))
        self._weighed: Weighed | None = None
        self._labels: dict[str, str] = {}
        self._flag_words: dict[str, str] = {}
        self._result = Words(DOTS, "strong")
        self.reveal = Reveal()
        self.reveal.changed.connect(self._show)
        self.header.addWidget(self.reveal)
        hidden = self.tr("Hidden while somebody sits here; {key} held shows it.").format(key=written(KEY))
        self._dots = Words(hidden, "quiet", wrap=True)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        self._proposed = Words(self.tr("Marks that the answers offer"), "quiet")
        self._flags = QVBoxLayout()
        self._flags.setSpacing(px(2))
        self.ticks: dict[str, Tick] = {}
        self.form = FormGrid(columns=2)
        self._raised = Segments(())
        for widget in (self._result, self._proposed):
            inside.addWidget(widget)
        inside.addLayout(self._flags)
        inside.addWidget(self.form)
        self.known = MomentEdit()
        self.form.add("known_at", Field(self.tr("Hour of knowledge, if earlier than now"), self.known), 2)
        self.add(self._dots)
        self.add(self._inside)
        self.form.changed.connect(self.changed)
        self._show()

    def set_words(self, results: Mapping[str, str], flags: Mapping[str, str]) -> None:
        """The unit's words: result code → label, kind of flag → label."""
        self._labels, self._flag_words = dict(results), dict(flags)
        if "raised_result" in self.form.fields():
            return
        higher = [code.value for code in ScreenResult if code is not ScreenResult.NONE]
        answers = [Choice("", self.tr("As answered")), *(Choice(code, self._labels[code]) for code in higher)]
        self._raised = Segments(answers)
        self._raised.set_value("")
        self.form.add("raised_result", Field(self.tr("My own judgement, if it is graver"), self._raised), 2)
        self.form.add("result_reason", Field(self.tr("Why"), TextEdit1()), 2)

    def set_weighed(self, weighed: Weighed) -> None:
        """What the answers mean now; ticks of marks that are still offered stay."""
        self._weighed = weighed
        wanted = [*weighed.proposes]
        for kind in [kind for kind in self.ticks if kind not in wanted]:
            tick = self.ticks.pop(kind)
            self._flags.removeWidget(tick)
            tick.deleteLater()
        for kind in wanted:
            if kind not in self.ticks:
                tick = Tick(self._flag_words.get(kind, kind))
                tick.changed.connect(self.changed)
                self.ticks[kind] = tick
                self._flags.addWidget(tick)
        self._show()

    def accepted(self) -> tuple[str, ...]:
        return tuple(kind for kind, tick in self.ticks.items() if tick.isChecked())

    def raised(self) -> ScreenResult | None:
        value = self._raised.value()
        return ScreenResult(value) if value else None

    def values(self) -> dict[str, Any]:
        return {
            "accepted": list(self.accepted()),
            "raised": self._raised.value(),
            "reason": self.form.fields()["result_reason"].value() if "result_reason" in self.form.fields() else "",
            "known": self.known.texts(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        for kind, tick in self.ticks.items():
            tick.setChecked(kind in values.get("accepted", ()))
        self.form.set_values({"raised_result": values.get("raised", ""), "result_reason": values.get("reason", "")})
        self.known.set_texts(list(values.get("known", ["", ""])))

    def reason(self) -> str:
        return str(self.form.field("result_reason").value())

    def _show(self, _shown: bool = False) -> None:
        is_shown = self.reveal.is_shown()
        self._inside.setVisible(is_shown)
        self._dots.setVisible(not is_shown)
        self._proposed.setVisible(bool(self.ticks))
        if self._weighed is not None:
            words = self._labels.get(self._weighed.result.value, "")
            raises = LIST_MARK.join(self._flag_words.get(kind, kind) for kind in self._weighed.raises)
            self._result.setText(" \u2014 ".join(part for part in (words, raises) if part) if is_shown else DOTS)
