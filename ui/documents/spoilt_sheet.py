"""Did it come out well? Spoilt originals are printed again as originals (P-23)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet
from ui.widgets.tick import Tick


class SpoiltSheet(Sheet):
    """`spoilt(numbers)` for the originals that are to come again; closing it any other way means that all is well:
    `well`."""

    spoilt = Signal(object)
    well = Signal()

    def __init__(self, window: QWidget, numbers: tuple[int, ...]) -> None:
        super().__init__(window, "", "", width=460)
        self.set_title(self.tr("Did it come out well?"))
        self.main.setText(self.tr("It came out well"))
        self.main.show()
        self.cancel.hide()
        self._ticks: dict[int, Tick] = {}
        words = self.tr("A spoilt sheet is printed again as an original; that is written in the log.")
        self.body.addWidget(Words(words, "quiet", wrap=True))
        if len(numbers) > 1:
            self.body.addWidget(Words(self.tr("Which sheets are spoilt?")))
            for number in numbers:
                tick = Tick(self.tr("Original {number}").format(number=to_persian(number)))
                self._ticks[number] = tick
                self.body.addWidget(tick)
        self._numbers = numbers
        self._is_spoilt = False
        self.closed.connect(self._tell_well)
        again = QuietButton(self.tr("Spoilt; print again"), "printer-alert")
        again.clicked.connect(self._on_spoilt)
        self.add_button(again)
        self.submitted.connect(self.close_sheet)

    def _on_spoilt(self) -> None:
        chosen = tuple(number for number, tick in self._ticks.items() if tick.value())
        self._is_spoilt = True
        self.close_sheet()
        self.spoilt.emit(chosen or self._numbers)

    def _tell_well(self) -> None:
        if not self._is_spoilt:
            self.well.emit()
