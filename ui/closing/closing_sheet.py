"""Closing a file: what the program knows is shown, what people know is ticked, what is left open is explained."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.closing import Checklist, CloseDraft
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.case_sheet import CaseSheet
from ui.closing.check_line import CheckLine
from ui.context import AppContext
from ui.theme.theme import px
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import Notice


class ClosingSheet(CaseSheet):
    """`wanted` carries the `CheckItem` that is to be mended; the sheet goes away for it."""

    wanted = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""), width=600)
        self.kept_about = page.detail.id.hex
        self.lines: list[CheckLine] = []
        self._checklist: Checklist | None = None
        self.set_title(self.tr("Close the file"))
        self.main.setText(self.tr("Close the file"))
        self.main.setEnabled(False)
        told = self.tr("Nothing is deleted; late notes can still be added, and the file can be taken up again.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self._held = Notice("", "attention", "alert-circle-outline")
        self._held.set_sentence(self.tr("What is marked here has to be done before the file is closed."))
        self._held.hide()
        self._ends = Words("", "hint", wrap=True)
        self._ends.hide()
        self._box = QVBoxLayout()
        self._box.setSpacing(px(4))
        self.form = FormGrid(1)
        self.form.add("note", Field(self.tr("Why something is left open"), MultilineEdit(lines=2, max_lines=5)))
        self.form.changed.connect(self.touch)
        self.body.addWidget(self._held)
        self.body.addLayout(self._box)
        self.body.addWidget(self.form)
        self.body.addWidget(self._ends)
        self.body.addStretch(1)
        self._load()

    def save(self) -> None:
        if self._checklist is None or self._checklist.is_held_back:
            return
        ticked = tuple(line.item.code for line in self.lines if line.tick is not None and line.tick.isChecked())
        note = str(self.form.field("note").value())
        draft = CloseDraft(self.page.detail.id, self.page.detail.version, ticked, note)
        closing, actor = self.context.services.closing, self.context.actor
        self.store(lambda: closing.close(actor, draft), self.tr("The file is closed."), self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._load()

    def _load(self) -> None:
        closing, actor, case_id = self.context.services.closing, self.context.actor, self.page.detail.id
        self.context.lanes.read(self, lambda: closing.checklist(actor, case_id), self._fill, self._on_refused)

    def _fill(self, checklist: Checklist) -> None:
        self._checklist = checklist
        ticked = {line.item.code for line in self.lines if line.tick is not None and line.tick.isChecked()}
        for line in self.lines:
            self._box.removeWidget(line)
            line.deleteLater()
        self.lines = [CheckLine(item) for item in checklist.items]
        for line in self.lines:
            if line.tick is not None and line.item.code in ticked:
                line.tick.setChecked(True)
            line.changed.connect(self._on_ticked)
            line.wanted.connect(self._lead)
            self._box.addWidget(line)
        self._held.setVisible(checklist.is_held_back)
        words = self.tr("{count} follow-ups that are still to come end with it.")
        self._ends.setText(words.format(count=to_persian(checklist.open_follow_ups)))
        self._ends.setVisible(bool(checklist.open_follow_ups))
        self._show_note()
        self.filled()
        self.main.setEnabled(not checklist.is_held_back)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """To the first thing to be done: a way to mend, or a tick."""
        stops = [stop for line in self.lines for stop in (line.way, line.tick) if stop is not None]
        if stops:
            stops[0].setFocus()

    def _on_ticked(self) -> None:
        self.touch()
        self._show_note()

    def _show_note(self) -> None:
        """The question why is asked while something stands open."""
        is_held = self._checklist is not None and self._checklist.is_held_back
        self.form.setVisible(not is_held and any(line.is_open() for line in self.lines))
        self.filled()
        self.main.setEnabled(self._checklist is not None and not is_held)

    def _lead(self, item: object) -> None:
        self.is_dirty = False
        self.close_sheet()
        self.wanted.emit(item)

    def _on_refused(self, error: Exception) -> None:
        self.is_dirty = False
        self.close_sheet()
        self.context.errors.present(error)
