"""The versions of a letter text: who wrote them and when, and going back to one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from services.clock import local
from services.documents import LetterDetail, LetterDraft
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from ui.theme.theme import px
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet

SHIPPED = 0


class VersionsSheet(Sheet):
    """`chosen`: go back to that version, `SHIPPED` for the text of the program."""

    chosen = Signal(int)

    def __init__(self, window: QWidget, detail: LetterDetail) -> None:
        super().__init__(window, "", "", width=640)
        self.set_title(self.tr("Earlier versions"))
        self.main.setText(self.tr("Go back to this version"))
        self.main.show()
        self._drafts: dict[object, LetterDraft] = {row.number: row.draft for row in detail.versions}
        self._drafts[SHIPPED] = detail.shipped
        self.list = RowList(fits=True, dense=True)
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.set_rows(self._rows(detail))
        self.list.setMaximumHeight(px(210))
        self.text = MultilineEdit(lines=8, max_lines=8)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The text of this version"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _key: self._go())
        self.submitted.connect(self._go)
        self.body.addWidget(self.list)
        self.body.addWidget(self.text)
        self.list.choose(SHIPPED if not detail.versions else detail.versions[0].number)
        self._show(self.list.current_key())

    def _rows(self, detail: LetterDetail) -> list[Row]:
        now, rows = self.tr("holds now"), []
        shipped = self.tr("The text of the program")
        for row in detail.versions:
            at = local(row.at)
            title = self.tr("Version {number}").format(number=to_persian(row.number))
            words = self.tr("{day} at {hour} · {by}").format(
                day=format_date(at.date()), hour=format_time(at.time()), by=row.by
            )
            chip = now if row.number == detail.number else ""
            rows.append(Row(row.number, shipped if row.is_shipped else title, words, chip, "accent"))
        chip = "" if detail.versions else now
        rows.append(Row(SHIPPED, shipped, self.tr("It comes with the program"), chip, "accent"))
        return rows

    def _show(self, key: object) -> None:
        draft = self._drafts.get(key)
        if draft is not None:
            self.text.set_value("\n".join(part for part in (draft.title, draft.subject, "", draft.body)))

    def _go(self) -> None:
        key = self.list.current_key()
        if isinstance(key, int):
            self.chosen.emit(key)
