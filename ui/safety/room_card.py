"""Before the first question: who is in the room, and what is said to the person (P-12, R-22)."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from services.safety import ScreenForm
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.tick import Tick


class RoomCard(Card):
    """Ready once every check is ticked and consent holds, or an emergency reason stands in its place."""

    consent_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Before we begin"))
        self._form_shown: ScreenForm | None = None
        self.ticks: dict[str, Tick] = {}
        self._intro = Words("", "readAloud", wrap=True)
        self._limits = Words("", "readAloud", wrap=True)
        self._consent = Notice(self.tr("The person's consent is not recorded yet."), "information")
        to_consent = QuietButton(self.tr("Consent sheet"))
        to_consent.clicked.connect(self.consent_wanted)
        self._emergency = LinkButton(self.tr("Emergency: begin with a reason"))
        self._emergency.clicked.connect(self._open_emergency)
        self._consent.buttons.addWidget(self._emergency)
        self._consent.buttons.addWidget(to_consent)
        self.fields = FormGrid(columns=2)
        self.fields.add("emergency_reason", Field(self.tr("Why it can't wait for consent"), TextEdit1()), 2)
        self.fields.add("interpreter_name", Field(self.tr("Interpreter, if there is one"), TextEdit1()))
        self._checks = Words(self.tr("Tick with space; each has to be true."), "quiet")
        self._tick_rows = FormGrid(columns=1)
        self.children_ = Tick(self.tr("Children live with the person"))
        for widget in (self._consent, self._intro, self._limits, self._checks, self._tick_rows, self.fields):
            self.add(widget)
        self.fields.changed.connect(self.changed)
        self.children_.changed.connect(self.changed)
        self.children_.setChecked(True)
        self.fields.field("emergency_reason").hide()

    def set_form(self, form: ScreenForm) -> None:
        """The texts and checks; ticks that stand already stay."""
        self._form_shown = form
        self._intro.setText(form.intro)
        self._limits.setText(form.limits)
        self._consent.setVisible(not form.consent_holds)
        for check in form.checks:
            if check.code not in self.ticks:
                tick = Tick(check.text)
                tick.changed.connect(self.changed)
                self.ticks[check.code] = tick
                self._tick_rows.add_widget(tick)
        self._tick_rows.add_widget(self.children_)
        if form.consent_holds:
            self.fields.field("emergency_reason").hide()
        if form.interpreter_name and not self.fields.field("interpreter_name").value():
            self.fields.set_values({"interpreter_name": form.interpreter_name})

    def is_ready(self) -> bool:
        """Alone, told, and allowed: the first question may be asked."""
        form = self._form_shown
        is_allowed = form is not None and (form.consent_holds or bool(self.emergency_reason()))
        return is_allowed and bool(self.ticks) and all(tick.isChecked() for tick in self.ticks.values())

    def emergency_reason(self) -> str:
        field = self.fields.field("emergency_reason")
        return str(field.value()) if field.isVisibleTo(self.fields) else ""

    def interpreter(self) -> str:
        return str(self.fields.field("interpreter_name").value())

    def has_children(self) -> bool:
        return self.children_.isChecked()

    def focus_first(self) -> None:
        if self.ticks:
            # a tick that was just made takes the keyboard only once it is in sight
            QTimer.singleShot(0, self, next(iter(self.ticks.values())).setFocus)

    def values(self) -> dict[str, Any]:
        return {
            "checks": [code for code, tick in self.ticks.items() if tick.isChecked()],
            "children": self.has_children(),
            "emergency": self.emergency_reason(),
            "interpreter": self.interpreter(),
        }

    def set_values(self, values: dict[str, Any]) -> None:
        for code, tick in self.ticks.items():
            tick.setChecked(code in values.get("checks", ()))
        self.children_.setChecked(bool(values.get("children", True)))
        if values.get("emergency"):
            self._open_emergency()
            self.fields.set_values({"emergency_reason": values["emergency"]})
        self.fields.set_values({"interpreter_name": values.get("interpreter", "")})

    def _open_emergency(self) -> None:
        field = self.fields.field("emergency_reason")
        field.show()
        field.setFocus()
        self.changed.emit()
