"""The program from its process to the sign-in window: prints the moment when that is first painted."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class _Paint(QObject):
    """Waits for the first paint of the sign-in page itself."""

    def __init__(self) -> None:
        super().__init__()
        self._is_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_seen and type(watched).__name__ == "SignInPage":
            self._is_seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        QApplication.quit()


def main(folder: str) -> int:
    app = QApplication(sys.argv[:1])
    paint = _Paint()
    app.installEventFilter(paint)
    from ui import app as program

    return program.run(data=Path(folder), scheme="light")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
