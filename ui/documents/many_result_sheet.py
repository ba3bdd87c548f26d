"""What became of a run: what came out, what did not and why, and whether it came out well (P-23)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.documents import PrintKind
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr
from ui.documents.many_run import End, Outcome, Report
from ui.documents.many_sheet import row_title
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.notices import Notice
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.tick_rows import TickRows

_LIST_HEIGHT, _WIDTH = 300, 640


class ManyResultSheet(Sheet):
    """`again_wanted`: the rest is to be printed. `spoilt(outcomes)`: these originals came out badly."""

    again_wanted = Signal()
    spoilt = Signal(object)

    def __init__(self, window: QWidget, report: Report) -> None:
        super().__init__(window, "", width=_WIDTH)
        self._report = report
        printed, refused, left = (report.of(end) for end in (End.PRINTED, End.REFUSED, End.LEFT))
        self.set_title(self._headline(len(printed), len(report.outcomes)))
        if report.stopped:
            self.body.addWidget(Notice(self._stopped(report.stopped, len(left)), "attention"))
        self._rows = TickRows()
        self._rows.setMinimumHeight(px(_LIST_HEIGHT))
        self._rows.setAccessibleName(self.tr("Papers"))
        self._fill((*refused, *left, *printed))
        can_be_spoilt = report.is_printer and any(_is_original(one) for one in printed)
        if can_be_spoilt:
            words = self.tr("Choose those that came out badly; they are printed again as originals.")
            self.body.addWidget(Words(words, "quiet", wrap=True))
        self.body.addWidget(self._rows, 1)
        self._lay_buttons(can_be_spoilt, bool(left))

    def _lay_buttons(self, can_be_spoilt: bool, has_left: bool) -> None:
        if has_left:
            again = QuietButton(self.tr("Go on with the rest"), "printer-outline")
            again.clicked.connect(lambda _checked=False: self._leave(self.again_wanted.emit))
            self.add_button(again)
        self._spoilt = QuietButton(self.tr("Spoilt; print again"), "printer-alert")
        self._spoilt.setEnabled(False)
        self._spoilt.clicked.connect(self._on_spoilt)
        self._rows.changed.connect(lambda: self._spoilt.setEnabled(bool(self._rows.chosen_keys())))
        self.add_button(self._spoilt)
        self._spoilt.setVisible(can_be_spoilt)
        self.cancel.hide()
        self.main.setText(self.tr("They came out well") if can_be_spoilt else self.tr("Close"))
        self.main.show()
        self.submitted.connect(self.close_sheet)

    def _headline(self, printed: int, total: int) -> str:
        whole = self.tr("{count} papers printed") if self._report.is_printer else self.tr("{count} papers stored")
        part = (
            self.tr("{count} of {total} papers printed")
            if self._report.is_printer
            else self.tr("{count} of {total} papers stored")
        )
        words = whole if printed == total else part
        return words.format(count=to_persian(printed), total=to_persian(total))

    def _stopped(self, why: str, left: int) -> str:
        if not left:
            return why
        words = self.tr("{why} {left} papers are left; no number is lost, and they can be printed when you like.")
        return words.format(why=why, left=to_persian(left))

    def _fill(self, outcomes: Sequence[Outcome]) -> None:
        self._listed = outcomes
        rows = [self._row(place, one) for place, one in enumerate(outcomes)]
        spoilable = [
            str(place) for place, one in enumerate(outcomes) if self._report.is_printer and _is_original(one)
        ]
        self._rows.show_rows(rows, spoilable)

    def _row(self, place: int, one: Outcome) -> Row:
        words = {
            End.PRINTED: self.tr("printed") if self._report.is_printer else self.tr("stored"),
            End.REFUSED: self.tr("not made"),
            End.LEFT: self.tr("left"),
        }
        tones = {End.PRINTED: "accent", End.REFUSED: "danger", End.LEFT: "attention"}
        about = " · ".join(fact for fact in (one.words, one.row.line, to_persian(one.row.case_no)) if fact)
        name = row_title(one.row)
        if one.row.number:
            about = f"{isolate_ltr(to_persian(one.row.number))} · {about}"
        return Row(str(place), name, about, words[one.end], tones[one.end])

    def _on_spoilt(self) -> None:
        chosen = tuple(self._listed[int(str(key))] for key in self._rows.chosen_keys())
        self.close_sheet()
        self.spoilt.emit(chosen)

    def _leave(self, then: object) -> None:
        self.close_sheet()
        if callable(then):
            then()


def _is_original(one: Outcome) -> bool:
    return one.end is End.PRINTED and one.job is not None and one.job.kind is PrintKind.ORIGINAL
