"""A new recovery sheet from the settings: the same panel as at the first start."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from services.unit_profile import UnitRow
from ui.context import AppContext
from ui.setup.recovery_panel import RecoveryPanel
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from services.backup import SheetCode


class RecoverySheet(Sheet):
    """Goes away when a group of the new sheet was typed back."""

    def __init__(self, window: QWidget, context: AppContext, code: "SheetCode", unit: UnitRow) -> None:
        super().__init__(window, "", width=620)
        self.set_title(self.tr("The new recovery sheet"))
        self._context = context
        self._recovery = RecoveryPanel(context.lanes, context.errors.present)
        self._recovery.confirmed.connect(self._on_confirmed)
        self.body.addWidget(self._recovery)
        self._recovery.show_code(code, unit.draft, context.actor.name, context.today(), is_practice=unit.is_practice)

    def recovery(self) -> RecoveryPanel:
        """The panel with the buttons and the asked group."""
        return self._recovery

    def _on_confirmed(self) -> None:
        backup, actor = self._context.services.backup, self._context.actor

        def done(_none: None) -> None:
            self._context.toasts.show(self.tr("The sheet is proved."))
            self.close_sheet()

        self._context.lanes.write(self, lambda: backup.confirm_sheet(actor), done)
