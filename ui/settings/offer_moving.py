"""After a day off, other hours or an absence was stored: the appointments on it are offered to be moved at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.scheduling.displaced import Displaced
from ui.context import AppContext


def offer_moving(owner: QWidget, context: AppContext) -> None:
    """Open the sheet of appointments to be moved where there are any, for whoever may move them."""
    if not context.may(Right.APPOINTMENT_WRITE):
        return
    scheduling, actor = context.services.scheduling, context.actor

    def show(found: Sequence[Displaced]) -> None:
        if found:
            from ui.scheduling.displaced_sheet import DisplacedSheet

            DisplacedSheet(owner, context).open_sheet()

    context.lanes.read(owner, lambda: scheduling.displaced(actor), show, latest="displaced")
