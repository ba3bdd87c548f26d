"""The same probe in both starts: when a kind of widget has first been painted; then the program ends."""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


def tell_first_paint(kind: type[QWidget]) -> None:
    """Print the moment; to be called before the first of its kind is made.

    No event filter: one over the program wraps every object and event in Python, which no start of the program does.
    """
    usual: Callable[[Any, QPaintEvent], None] = kind.paintEvent
    painted: list[QWidget] = []

    def paint(widget: QWidget, event: QPaintEvent) -> None:
        usual(widget, event)
        if not painted:
            painted.append(widget)
            QTimer.singleShot(0, _tell)

    kind.paintEvent = paint  # type: ignore[method-assign]


def _tell() -> None:
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()
    QApplication.quit()
