"""The start: one program a data folder, the right window, never a traceback."""

from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from services import data_folder
from services.clock import SystemClock
from services.version import VERSION
from ui.i18n import install_translators
from ui.start.options import Options, data_folder_of
from ui.start.problem_kinds import ProblemKind
from ui.start.program import Program
from ui.start.program_window import ProgramWindow
from ui.start.single_instance import SingleInstance
from ui.theme.style import Scheme, application, apply_theme

_STANDS_MS = 100


def version() -> str:
    return VERSION


def run(
    *,
    data: Path | None = None,
    demo: bool = False,
    play: Path | None = None,
    scale: float = 1.0,
    scheme: Scheme = "system",
    verify: Path | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit code. With `play` the story is played instead.

    With `verify` papers can be checked, and nothing else; an empty path asks for the file in the window.
    """
    options = Options(data=data, demo=demo, play=play, scale=scale, scheme=scheme, verify=verify)
    if play is not None:
        story = import_module("ui.play.play")
        return int(story.play_story(options))
    return _run_window(options) if verify is None else _run_checking(options, verify)


def _run_checking(options: Options, file: Path) -> int:
    """Papers are checked beside a program at work: nothing of the folder is changed or held."""
    app = _application()
    install_translators(app)
    apply_theme(app, options.scheme, False, options.scale)
    window = ProgramWindow()
    program = Program(data_folder_of(options), SystemClock(), window)
    program.errors.install()
    program.show_verify(file, alone=True)
    window.come_up()
    QTimer.singleShot(_STANDS_MS, window, partial(_collect, program, window))
    code = app.exec()
    program.end()
    return code


def _run_window(options: Options) -> int:
    app = _application()
    folder = data_folder_of(options)
    with suppress(OSError):  # what is wrong with it is told by the window
        data_folder.make(folder)
    alone = SingleInstance(folder)
    is_first = alone.claim()
    if not is_first and alone.call_other():
        return 0
    front = data_folder.read_front(folder)
    install_translators(app)
    apply_theme(app, options.scheme, front.is_practice or options.demo, options.scale)
    window = ProgramWindow()
    program = Program(folder, SystemClock(), window)
    program.errors.install()
    alone.called.connect(window.come_forward)
    if is_first:
        program.begin(demo=options.demo)
        program.claim = alone.claim_at
    else:
        program.claim = alone.claim_at
        program.show_problem(ProblemKind.IN_USE)
    window.come_up()
    QTimer.singleShot(_STANDS_MS, window, partial(_collect, program, window))
    if is_first:
        QTimer.singleShot(_STANDS_MS, alone, alone.listen)
    code = app.exec()
    program.end()
    _forget_copied()
    alone.release()
    return code


def _forget_copied() -> None:
    """Names that were copied here do not outlive the program; and Qt would free them after Python has ended."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()


def _collect(program: Program, window: ProgramWindow) -> None:
    """Python's own collector is off since `main.py`."""
    from ui.runtime.collector import Collector

    Collector(window, program.seat)


def _application() -> QApplication:
    app = application()
    app.setApplicationName("Sazesh")
    app.setApplicationVersion(VERSION)
    app.setQuitOnLastWindowClosed(True)
    return app
