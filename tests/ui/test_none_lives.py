import sys

from PySide6.QtCore import QObject, Signal

import ui  # noqa: F401 - its import is what is tested


def test_none_outlives_any_number_of_qt_calls() -> None:
    thing = QObject()
    for _ in range(50_000):
        thing.setObjectName("x")
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 59


class Speaker(QObject):
    said = Signal(int)


def test_truth_outlives_any_number_of_signals() -> None:
    speaker = Speaker()
    for number in range(50_000):
        speaker.said.emit(number)
    assert sys.version_info >= (3, 12) or min(sys.getrefcount(True), sys.getrefcount(False)) > 1 << 59
