"""Taking widgets out of a layout in which, or in another one, they will stand again."""

from PySide6.QtWidgets import QLayout


def take_out(layout: QLayout) -> None:
    """Leave the layout empty and its widgets alive.

    `takeAt` alone leaves the old item behind, and Qt tells a widget's new measures to its first item only: the new
    one keeps the height that it knew, and a card that grows is cut.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        if widget is None:
            layout.takeAt(0)
        else:
            layout.removeWidget(widget)
