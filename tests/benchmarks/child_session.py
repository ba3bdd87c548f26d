"""One session in its own process: sign in, fill the home page, open pages, scroll; prints what it took as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from services.clock import SystemClock
from tests.benchmarks.big_folder import COUNSELLOR, PASSWORD
from tests.benchmarks.figures import memory_mb, sample
from ui.i18n import install_translators
from ui.main_window import MainWindow
from ui.runtime.collector import Collector
from ui.start.program import Program
from ui.start.program_window import ProgramWindow
from ui.theme.style import application, apply_theme

_LONGEST = 30.0


class _Painted(QObject):
    """Tells when `widget` has been painted with what `is_filled` asks for."""

    def __init__(self, widget: QWidget, is_filled: Callable[[], bool]) -> None:
        super().__init__()
        self.is_seen = False
        self._is_filled = is_filled
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_filled():
            self.is_seen = True
        return False


class Session:
    """The program on the big folder, in a window of the usual size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.figures: dict[str, float] = {}
        self.window = ProgramWindow()
        self.window.resize(1366, 768)
        self.program = Program(folder, SystemClock(), self.window)
        self.program.begin()
        self.window.show()
        self.window.activateWindow()
        Collector(self.window, self.program.seat)  # as `ui.app` does
        self.wait(lambda: self.program.is_warm)  # nobody types a password sooner
        self.wait(self.program.lanes.idle)

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + _LONGEST
        while not until():
            QApplication.processEvents()
            time.sleep(0.0005)
            if time.monotonic() > end:
                raise TimeoutError
        QApplication.processEvents()

    def pause(self, seconds: float = 1.5) -> None:
        """As long as a hand takes from the keyboard to the mouse; what the program does meanwhile does not count."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)

    def sign_in(self, name: str) -> None:
        """From Enter in the password field to the filled home page; the key derivation is measured apart."""
        from services.data_folder import read_front
        from services.vault.opening import open_with_password

        username = next(one.username for one in read_front(self.folder).accounts if one.full_name == name)
        began = time.perf_counter()
        open_with_password(self.folder, username, PASSWORD, now=SystemClock().now()).close()
        derivation = time.perf_counter() - began
        self.program.errors.present = lambda error, form=None: print(repr(error), file=sys.stderr)  # type: ignore[method-assign]
        began = time.perf_counter()
        self.program._on_password(username, PASSWORD)
        self.wait(lambda: self.program._waiting is not None or self.program._frame is not None)
        asked = time.perf_counter()
        self.program._on_pin_declined()  # the PIN is the person's own time
        self.wait(lambda: self.page() is not None and getattr(self.page(), "home", None) is not None)
        self.wait(lambda: bool(self.page().day._coming))  # what is read last for it
        self.window.grab()
        whole = time.perf_counter() - began
        self.wait(self.program.lanes.idle)
        self.figures["derivation"] = derivation * 1000
        self.figures["sign_in"] = whole * 1000
        self.figures["asked"] = (asked - began) * 1000
        self.figures["memory_after_sign_in"] = memory_mb()

    def main(self) -> MainWindow:
        found = self.window.findChild(MainWindow)
        assert found is not None
        return found

    def page(self) -> Any:
        found = self.window.findChild(MainWindow)
        return None if found is None else found.page()

    def open_list(self, key: str) -> None:
        """From the click to painted rows; then through the whole list, frame by frame."""
        main = self.main()
        began = time.perf_counter()
        main.navigate(key)
        page = self.page()
        painted = _Painted(page.table.viewport(), lambda: page.model.row(0) is not None)
        self.wait(lambda: painted.is_seen)
        self.figures[f"{key}_open"] = (time.perf_counter() - began) * 1000
        self.figures |= {f"{key}_{name}": value for name, value in self._scroll().items()}

    def _scroll(self) -> dict[str, float]:
        page = self.page()
        bar = page.table.verticalScrollBar()
        frames: list[float] = []
        for step in range(160):
            self.program.seat.touch()
            bar.setValue(round(bar.maximum() * ((step * 37) % 160) / 160))  # jumps, as one who drags the bar
            _frames(frames, 4)
        for _ in range(200):
            self.program.seat.touch()
            bar.setValue(min(bar.maximum(), bar.value() + 210))  # five rows at a time, as a wheel does
            _frames(frames, 3)
        taken = sample(frames)
        return {"frame_p99": sorted(frames)[round(len(frames) * 0.99) - 1], "frame_largest": taken.largest}

    def type_in_search(self, text: str) -> float:
        """From the last key to painted results."""
        box: Any = self.main().top_bar.search()
        self.window.activateWindow()
        box.open_edit()
        box.edit.clear()
        self.program.seat.touch()
        began = time.perf_counter()
        box.edit.setText(text)
        painted = _Painted(box.edit._list._list.viewport(), lambda: bool(box.edit._hits))
        self.wait(lambda: painted.is_seen)
        taken = (time.perf_counter() - began) * 1000
        box.edit.clear_all()
        box.edit._hits = {}
        return taken

    def open_case(self, case_id: UUID) -> float:
        """From the click until every part of the page has its answer and all of the window is painted."""
        began = time.perf_counter()
        self.main().navigate("case", case_id)
        QTest.qWait(1)
        self.wait(self.program.lanes.idle)
        self.window.grab()
        return (time.perf_counter() - began) * 1000


def _frames(frames: list[float], count: int) -> None:
    """The processor time of our thread between two waits for the next event, painting included."""
    for _ in range(count):
        began = time.thread_time()
        QApplication.processEvents()
        frames.append((time.thread_time() - began) * 1000)
        time.sleep(0.003)


def main(folder: str) -> int:
    app = application()
    install_translators(app)
    apply_theme(app, "light")
    session = Session(Path(folder))
    session.sign_in(COUNSELLOR)
    times = [session.type_in_search(text) for text in ("مح", "محمدی", "زهرا", "۱۴۰۵", "۰۹", "حسینی", "رضا", "۳۷")]
    session.figures["search_typed"] = sample(times).p95
    session.pause()
    for key in ("people", "cases", "letters"):
        session.open_list(key)
    cases = session.program.desk.services.lists.cases(session.program.desk.actor)  # type: ignore[union-attr, arg-type]
    session.figures["case_open"] = sample([session.open_case(case.id) for case in cases[:5]]).median
    session.main().navigate("intake")
    session.wait(session.program.lanes.idle)
    session.figures["memory_peak"] = memory_mb("VmHWM")
    session.figures["memory_end"] = memory_mb()
    sys.stdout.write(json.dumps(session.figures) + "\n")
    sys.stdout.flush()
    session.program.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
