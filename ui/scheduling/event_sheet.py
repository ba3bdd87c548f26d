"""A talk, a workshop or a meeting of colleagues took place: how many came (domain.md §2.10, T10)."""

from PySide6.QtWidgets import QWidget

from services.scheduling.shapes import MOST_PEOPLE, AppointmentRow
from ui.context import AppContext
from ui.scheduling.words import day_words, span_words
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.number_edits import CountEdit
from ui.widgets.sheet import Sheet


class EventSheet(Sheet):
    """`counts_people`: somebody listened; colleagues among themselves are not counted."""

    def __init__(self, window: QWidget, context: AppContext, row: AppointmentRow, *, counts_people: bool) -> None:
        super().__init__(window, "", width=460)
        self.kept_about = row.id.hex
        self.set_title(self.tr("It took place"))
        self._context, self._row = context, row
        self.main.setText(self.tr("Store"))
        self.main.show()
        words = f"{row.type_label} · {day_words(row.day)} · {span_words(row.start, row.end)}"
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.form = FormGrid(2)
        self.form.add("audience", Field(self.tr("How many people came"), CountEdit(0, MOST_PEOPLE)))
        self.form.field("audience").setVisible(counts_people)
        self.body.addWidget(self.form)
        self.submitted.connect(self._store)

    def _store(self) -> None:
        if not self.form.check():
            return
        typed = str(self.form.field("audience").value())
        audience = int(typed) if typed.isdecimal() else None
        scheduling, actor, row = self._context.services.scheduling, self._context.actor, self._row
        self.main.setEnabled(False)
        self._context.lanes.write(
            self,
            lambda: scheduling.hold_event(actor, row.id, row.version, audience),
            lambda _row: self._stored(),
            self._refused,
        )

    def _stored(self) -> None:
        self._context.toasts.show(self.tr("Recorded; the figures count it."))
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)
