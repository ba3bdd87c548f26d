"""What is said while no recovery sheet is proved: the power went at the first start, or a new one was not printed."""

from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class MissingSheet(Sheet):
    """Said to whoever may make a sheet, with every sign-in until one is proved; the main button leads there."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, self.tr("The recovery sheet is missing"), self.tr("Go and make it"), width=520)
        words = self.tr(
            "Nobody has proved yet that a recovery sheet lies in the safe. Without it a forgotten password takes "
            "everything with it: all files, all papers, all backups."
        )
        self.body.addWidget(Words(words, wrap=True))
        self.cancel.setText(self.tr("Later"))
        self._context = context
        self.main.enter_clicks = True
        self.submitted.connect(self._go)

    def _go(self) -> None:
        self.close_sheet()
        self._context.navigate("settings", "backup")
