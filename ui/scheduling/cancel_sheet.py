"""Cancelling an appointment: who cannot, and why."""

from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.persian.digits import to_persian
from services.scheduling.shapes import AppointmentRow
from ui.context import AppContext
from ui.scheduling.words import day_words, span_words
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet

_PARTY, _UNIT = "party", "unit"
_ONE, _REST = "one", "rest"


class CancelSheet(Sheet):
    """The row stays in the file; the toast offers to take the appointment back."""

    def __init__(self, window: QWidget, context: AppContext, row: AppointmentRow) -> None:
        super().__init__(window, "", width=480)
        self.kept_about = row.id.hex
        self.set_title(self.tr("Cancel the appointment"))
        self._context, self._row = context, row
        self.main.setText(self.tr("Cancel it"))
        self.main.show()
        self.warn()
        self.cancel.setText(self.tr("Leave it"))
        words = f"{row.type_label} · {day_words(row.day)} · {span_words(row.start, row.end)}"
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.form = FormGrid(1)
        whose = Segments((Choice(_PARTY, self.tr("The person")), Choice(_UNIT, self.tr("The unit"))))
        self.form.add("by", Field(self.tr("Who cannot?"), whose, required=True))
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1(), required=True))
        scope = (Choice(_ONE, self.tr("Only this one")), Choice(_REST, self.tr("This one and the later ones")))
        self.form.add("scope", Field(self.tr("Of the series"), Segments(scope)))
        self.form.set_values({"scope": _ONE})
        self.form.field("scope").setVisible(row.series_id is not None)
        self.body.addWidget(self.form)
        self.submitted.connect(self._store)

    def _store(self) -> None:
        values = self.form.values()
        missing = {key: self.tr("Fill this in.") for key in ("by", "reason") if not values[key]}
        if missing:
            self.form.set_errors(missing)
            return
        scheduling, actor, row = self._context.services.scheduling, self._context.actor, self._row
        by_party, reason = values["by"] == _PARTY, values["reason"]
        self.main.setEnabled(False)
        if row.series_id is not None and values["scope"] == _REST:
            series = self._context.services.series
            self._context.lanes.write(
                self,
                lambda: series.cancel_rest(actor, row.id, row.version, by_party=by_party, reason=reason),
                self._rest_stored,
                self._refused,
            )
            return
        self._context.lanes.write(
            self,
            lambda: scheduling.cancel(actor, row.id, row.version, by_party=by_party, reason=reason),
            self._stored,
            self._refused,
        )

    def _stored(self, row: AppointmentRow) -> None:
        context = self._context
        scheduling, actor, lanes = context.services.scheduling, context.actor, context.lanes

        def undo() -> None:
            lanes.write(lanes, lambda: scheduling.restore(actor, row.id, row.version))

        context.toasts.show(self.tr("The appointment is cancelled; its hour is free."), undo)
        self.close_sheet()

    def _rest_stored(self, rows: tuple[AppointmentRow, ...]) -> None:
        context = self._context
        series, actor, lanes = context.services.series, context.actor, context.lanes
        back = tuple((row.id, row.version) for row in rows)

        def undo() -> None:
            lanes.write(lanes, lambda: series.restore(actor, back))

        words = self.tr("{count} appointments are cancelled; their hours are free.")
        context.toasts.show(words.format(count=to_persian(len(rows))), undo)
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self.close_sheet()
        self._context.errors.present(error, self.form)
