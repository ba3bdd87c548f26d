"""An empty window with the program's font: what Qt alone needs. Prints the moment of its first paint."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel


class _Paint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            sys.stdout.write(f"{time.monotonic()}\n")
            QTimer.singleShot(0, QApplication.quit)
            watched.removeEventFilter(self)
        return False


def main() -> int:
    app = QApplication(sys.argv[:1])
    fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(fonts / f"Vazirmatn-{weight}.ttf"))
    app.setFont(QFont("Vazirmatn", 10))
    window = QLabel("سازش")
    window.resize(1366, 768)
    paint = _Paint()
    window.installEventFilter(paint)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
