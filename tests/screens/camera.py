"""Takes the pictures of all views; a view that can't be opened is told, and the others go on."""

import gc
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.demo_folder import demo_copy
from tests.screens.booth import Booth
from tests.screens.view import View
from tests.screens.views import ALL

Scheme = Literal["light", "dark"]


class Camera:
    """`count` pictures lie in `out`: SCHEME-WIDTH-NAME.png."""

    def __init__(self, folder: Path, out: Path) -> None:
        from installers import translations
        from ui.i18n import install_translators

        translations.compile_stale()
        qInstallMessageHandler(lambda _kind, _context, _message: None)
        existing = QApplication.instance()
        self._application = existing if isinstance(existing, QApplication) else QApplication([])
        install_translators(self._application)
        self._folder, self._out = demo_copy(folder), out
        self.count = 0

    def take_all(
        self, only: Sequence[str], schemes: Sequence[Scheme], sizes: Sequence[tuple[int, int]], scale: float = 1.0
    ) -> list[str]:
        """The views that could not be opened."""
        from ui.theme.style import apply_theme

        failed = []
        wanted = [view for view in ALL if any(words in view.name for words in only)]
        gc.disable()  # in a lane it would take down widgets of the window's thread
        for scheme in schemes:
            apply_theme(self._application, scheme, scale=scale)
            booth = Booth(self._folder)
            for view in sorted(wanted, key=lambda view: view.who):
                try:
                    self._take(booth, view, scheme, sizes)
                except Exception:
                    failed.append(f"{scheme} {view.name}: {traceback.format_exc(limit=-3)}")
                    booth.leave()
                gc.collect(0)
            booth.close()
        gc.enable()
        return failed

    def _take(self, booth: Booth, view: View, scheme: str, sizes: Sequence[tuple[int, int]]) -> None:
        if view.who:
            booth.seat(view.who)
        booth.resize(*sizes[0])
        view.open(booth)
        booth.pause()
        for width, height in sizes:
            booth.resize(width, height)
            booth.settle()
            booth.shown.grab().save(str(self._out / f"{scheme}-{width}-{view.name}.png"), "PNG")
            self.count += 1
        if booth.complaints.found:
            error = booth.complaints.found.pop()
            booth.complaints.found.clear()
            raise error
