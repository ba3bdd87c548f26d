"""Health fields: closed until the person's own consent holds, with the sentence why (R-22)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.safety import HealthDraft
from ui.context import AppContext
from ui.safety.argument import SafetyArgument
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments

_TEXTS = ("disability", "chronic_illness", "medication", "addiction")


class HealthCard(Card):
    """Folded until it is opened; reading it is logged, so it loads only then. `changed` while typing."""

    changed = Signal()

    def __init__(self, context: AppContext, argument: SafetyArgument, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context, self._argument = context, argument
        self._is_allowed = self._is_loaded = False
        self.set_title(self.tr("Health"))
        self._fold = LinkButton("", "chevron-down")
        self._fold.clicked.connect(self._toggle)
        self.header.addWidget(self._fold)
        self._why = Words("", "quiet", wrap=True)
        self.form = FormGrid(columns=2)
        self._fill()
        self._reason = Field(self.tr("Why it can't wait for consent"), TextEdit1())
        self._emergency = LinkButton(self.tr("Emergency: open with a reason"))
        self._emergency.clicked.connect(self._open_for_emergency)
        self._save = QuietButton(self.tr("Store the health part"), "content-save-outline")
        self._save.clicked.connect(self.save)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._emergency)
        row.addStretch(1)
        row.addWidget(self._save)
        for widget in (self._why, self._reason, self.form, self._row):
            self.add(widget)
        self.form.changed.connect(self.changed)
        self._reason.changed.connect(self.changed)
        if not context.may(Right.HEALTH):
            self.hide()
        self._is_unfolded = False
        self._show()

    def set_allowed(self, *, is_allowed: bool) -> None:
        """Consent holds now, or no longer: what was loaded is forgotten."""
        if is_allowed != self._is_allowed:
            self._is_allowed, self._is_loaded = is_allowed, False
            self._is_unfolded = self._is_unfolded and is_allowed
        self._show()

    def is_open(self) -> bool:
        """Whether the fields are in sight."""
        return self.form.isVisibleTo(self)

    def open(self) -> None:
        """Unfold, and load the fields when that is allowed."""
        self._is_unfolded = True
        self._show()
        if self._is_allowed and not self._is_loaded:
            safety, actor, about = self._context.services.safety, self._context.actor, self._argument
            self._context.lanes.read(
                self, lambda: safety.health(actor, about.case_id, about.person_id), self._take, latest="health"
            )

    def values(self) -> dict[str, Any]:
        return {**self.form.values(), "reason": self._reason.value()} if self._is_loaded else {}

    def set_values(self, values: dict[str, Any]) -> None:
        """The texts of a draft."""
        if values:
            self._is_unfolded = self._is_loaded = True
            self.form.set_values(values)
            self._reason.set_value(values.get("reason", ""))
            self._show()

    def save(self) -> None:
        """Store the part by itself."""
        values = self.form.values()
        draft = HealthDraft(
            self._argument.case_id,
            self._argument.person_id,
            disability=values["disability"],
            chronic_illness=values["chronic_illness"],
            medication=values["medication"],
            addiction=values["addiction"],
            is_pregnant={"yes": True, "no": False}.get(values["is_pregnant"]),
            emergency_reason=self._reason.value(),
        )
        safety, actor = self._context.services.safety, self._context.actor
        self._save.setEnabled(False)
        self._context.lanes.write(self, lambda: safety.save_health(actor, draft), self._on_saved, self._on_refused)

    def _fill(self) -> None:
        words = {
            "disability": self.tr("Disability"),
            "chronic_illness": self.tr("Lasting illness"),
            "medication": self.tr("Medicine taken now"),
            "addiction": self.tr("Dependence on a substance"),
        }
        for name in _TEXTS:
            self.form.add(name, Field(words[name], TextEdit1()))
        answers = (Choice("yes", self.tr("Yes")), Choice("no", self.tr("No")))
        self.form.add("is_pregnant", Field(self.tr("Pregnant"), Segments(answers, walks_on=True)))

    def _toggle(self) -> None:
        if self._is_unfolded:
            self._is_unfolded = False
            self._show()
        else:
            self.open()

    def _open_for_emergency(self) -> None:
        self._is_unfolded = self._is_loaded = True
        self._show()
        self._reason.setFocus()

    def _take(self, health: HealthDraft | None) -> None:
        if health is None:
            self._is_allowed = False
        else:
            pregnant = "" if health.is_pregnant is None else ("yes" if health.is_pregnant else "no")
            self.form.blockSignals(True)
            self.form.set_values({name: getattr(health, name) for name in _TEXTS} | {"is_pregnant": pregnant})
            self.form.blockSignals(False)
            self._is_loaded = True
        self._show()

    def _on_saved(self, _nothing: None) -> None:
        self._save.setEnabled(True)
        self._context.toasts.show(self.tr("Stored"))

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._context.errors.present(error, self)

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error beside its field; False when none bears that name."""
        if path == "emergency_reason":
            self._reason.set_error(sentence)
            return True
        return self.form.set_error(path, sentence)

    def focus_first_error(self) -> None:
        if self._reason.error():
            self._reason.edit.setFocus()
        else:
            self.form.focus_first_error()

    def _show(self) -> None:
        is_ready = self._is_unfolded and self._is_loaded
        without_consent = not self._is_allowed
        self._fold.setText(self.tr("Close") if self._is_unfolded else self.tr("Open"))
        self._fold.set_icon("chevron-up" if self._is_unfolded else "chevron-down")
        self._fold.setVisible(self._is_allowed or is_ready)
        self.form.setVisible(is_ready)
        self._save.setVisible(is_ready)
        self._reason.setVisible(is_ready and without_consent)
        self._emergency.setVisible(without_consent and not is_ready)
        self._row.setVisible(is_ready or without_consent)
        self._why.setVisible(not is_ready)
        self._why.setText(
            self.tr("This part opens once the person has agreed.")
            if without_consent
            else self.tr("Only what is needed for the help; nothing of it comes on a paper by itself.")
        )
