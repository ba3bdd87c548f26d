"""One session in its own process: sign in, fill the home page, open pages, scroll; prints what it took as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from services.clock import SystemClock
from tests.benchmarks.big_folder import COUNSELLOR, PASSWORD
from tests.benchmarks.figures import memory_mb, sample
from ui.i18n import install_translators
from ui.main_window import MainWindow
from ui.start.program import Program
from ui.start.program_window import ProgramWindow
from ui.theme.style import application, apply_theme

_LONGEST = 30.0


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
        self.wait(self.program.lanes.idle)
        self.window.grab()
        whole = time.perf_counter() - began
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
        self.wait(lambda: self.page().model.row(0) is not None)
        self.window.grab()
        self.figures[f"{key}_open"] = (time.perf_counter() - began) * 1000
        self.figures |= {f"{key}_{name}": value for name, value in self._scroll().items()}

    def _scroll(self) -> dict[str, float]:
        page = self.page()
        bar = page.table.verticalScrollBar()
        frames: list[float] = []
        for step in range(160):
            bar.setValue(round(bar.maximum() * ((step * 37) % 160) / 160))  # jumps, as one who drags the bar
            self._frames(frames, 4)
        for _ in range(200):
            bar.setValue(min(bar.maximum(), bar.value() + 210))  # five rows at a time, as a wheel does
            self._frames(frames, 2)
        taken = sample(frames)
        return {"frame_p99": sorted(frames)[round(len(frames) * 0.99) - 1], "frame_largest": taken.largest}

    def _frames(self, frames: list[float], count: int) -> None:
        viewport = self.page().table.viewport()
        for _ in range(count):
            began = time.thread_time()
            QApplication.processEvents()
            viewport.repaint()
            frames.append((time.thread_time() - began) * 1000)
            time.sleep(0.002)

    def type_in_search(self, text: str) -> float:
        """From the last key to painted results."""
        box: Any = self.main().top_bar.search()
        self.window.activateWindow()
        box.open_edit()
        box.edit.clear()
        began = time.perf_counter()
        box.edit.setText(text)
        self.wait(lambda: bool(box.edit._hits))
        self.window.grab()
        taken = (time.perf_counter() - began) * 1000
        box.edit.clear_all()
        box.edit._hits = {}
        return taken


def main(folder: str) -> int:
    app = application()
    install_translators(app)
    apply_theme(app, "light")
    session = Session(Path(folder))
    session.sign_in(COUNSELLOR)
    times = [session.type_in_search(text) for text in ("مح", "محمدی", "زهرا", "۱۴۰۵", "۰۹", "حسینی", "رضا", "۳۷")]
    session.figures["search_typed"] = sample(times).p95
    for key in ("people", "cases", "letters"):
        session.open_list(key)
    case = session.program.desk.services.lists.cases(session.program.desk.actor)[0]  # type: ignore[union-attr, arg-type]
    began = time.perf_counter()
    session.main().navigate("case", case.id)
    QTest.qWait(1)
    session.wait(session.program.lanes.idle)
    session.window.grab()
    session.figures["case_open"] = (time.perf_counter() - began) * 1000
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
