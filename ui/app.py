"""The start: one program a data folder, the right window, never a traceback."""

import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QApplication

from services import data_folder
from services.clock import SystemClock
from services.version import VERSION
from ui.i18n import install_translators
from ui.start.options import Options, data_folder_of
from ui.start.single_instance import SingleInstance
from ui.theme.style import Scheme, apply_theme


def version() -> str:
    return VERSION


def run(
    *,
    data: Path | None = None,
    demo: bool = False,
    play: Path | None = None,
    scale: float = 1.0,
    scheme: Scheme = "system",
) -> int:
    """Open the window and stay until it is closed; the exit code. With `play` the story is played instead."""
    options = Options(data=data, demo=demo, play=play, scale=scale, scheme=scheme)
    if play is not None:
        story = import_module("ui.play.play")
        return int(story.play_story(options))
    return _run_window(options)


def _run_window(options: Options) -> int:
    app = _application()
    folder = data_folder_of(options)
    alone = SingleInstance(folder)
    if alone.call_other():
        return 0
    front = data_folder.read_front(folder)
    install_translators(app)
    apply_theme(app, options.scheme, front.is_practice or options.demo, options.scale)
    from ui.start.problems import ProblemKind
    from ui.start.program import Program
    from ui.start.program_window import ProgramWindow

    window = ProgramWindow()
    program = Program(folder, SystemClock(), window)
    program.errors.install()
    alone.called.connect(window.come_forward)
    data_folder.inspect(folder)  # makes the folder, for the lock in it
    if not alone.claim():
        program.show_problem(ProblemKind.IN_USE)
    elif options.demo and data_folder.inspect(folder) is data_folder.FolderState.EMPTY:
        program.make_demo()
    else:
        program.begin()
    window.show()
    code = app.exec()
    program.end()
    alone.release()
    return code


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Sazesh")
    app.setApplicationVersion(VERSION)
    app.setQuitOnLastWindowClosed(True)
    return app
