"""An empty window with the program's font: what Qt alone needs. Prints the moment when it is first painted."""

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel

from tests.benchmarks.first_paint import tell_first_paint


class Empty(QLabel):
    """A window with one word in it."""


def main() -> int:
    app = QApplication(sys.argv[:1])
    fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(fonts / f"Vazirmatn-{weight}.ttf"))
    app.setFont(QFont("Vazirmatn", 10))
    tell_first_paint(Empty)
    window = Empty("سازش")
    window.resize(1366, 768)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
