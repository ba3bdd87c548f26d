"""Every page and sheet with the made-up precinct behind it: words, names, Tab, contrast, large text."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from tests.demo_folder import demo_copy
from tests.screens.booth import Booth
from tests.screens.views import ALL
from tests.screens.walking import astray_in, clipped_in, doubled_in, latin_in, nameless_in, pale_in
from ui.pages import PAGES
from ui.start.program_window import ProgramWindow
from ui.theme.style import apply_theme
from ui.widgets.sheet import Sheet

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(900)]
WHO = sorted({view.who for view in ALL})
AT_WORK, NARROW, GROWN = (1366, 768), (1024, 768), (2049, 1152)
"""Windows; in the last one text of 150 % has the room that text of 100 % has in the first."""
GENERAL = frozenset(
    {
        "_OneQuestion",
        "OnAgreement",
        "Sheet",
        "ShortSheet",
        "CaseSheet",
        "ProgressSheet",
        "SheetWithReason",
        "LinesSheet",
        "SmallSheet",
    }
)
"""Bases of sheets, and the bar that each long work has of its own."""
AT_THE_START = frozenset({"ForgottenSheet", "RecoverySheet", "SecondKeySheet"})
"""Sheets that stand where nobody is signed in, or show a fresh secret; their own tests look at them."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_copy(tmp_path_factory.mktemp("every-page") / "precinct")


@pytest.fixture
def booth(folder: Path, request: pytest.FixtureRequest) -> Iterator[Booth]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    scale, scheme = getattr(request, "param", (1.0, "light"))
    apply_theme(application, scheme, scale=scale)
    made = Booth(folder)
    yield made
    made.close()
    apply_theme(application, "light")


Look = Callable[[QWidget], list[str]]


def walk(booth: Booth, who: str, looks: Mapping[tuple[int, int], Look]) -> list[str]:
    """What each of `looks` finds on every view of that colleague, in a window of that size; a view that does not fit
    the window is found, too. Opening is what takes long: a view is opened once for all of them."""
    if who:
        booth.seat(who)
    found = []
    for view in (view for view in ALL if view.who == who):
        booth.resize(*AT_WORK)
        view.open(booth)
        booth.settle()
        for (width, height), look in looks.items():
            booth.resize(width, height)
            booth.settle()
            if booth.shown.width() > width or booth.shown.height() > height:
                found.append(f"{view.name}: needs a window of {booth.shown.width()} × {booth.shown.height()} px")
            subject = booth.sheet if view.sheet else booth.shown
            found += [f"{view.name}: {line}" for line in look(subject)]
        assert booth.complaints.found == [], view.name
    return found


class Flashes(QObject):
    """Widgets that were shown before they had a parent: each is a window that comes and goes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        if (
            not isinstance(watched, QMainWindow | QDialog | ProgramWindow)
            and watched.windowType() == Qt.WindowType.Window
        ):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("who", WHO)
def test_every_view_as_it_opens(booth: Booth, who: str) -> None:
    """Words, names, the way of Tab, contrast; then room in 1024 pixels, all that many a station has (P-38)."""
    measured: set[str] = set()

    def look(root: QWidget) -> list[str]:
        return [
            *(f"Latin letters: {line}" for line in latin_in(root)),
            *(f"no name: {line}" for line in nameless_in(root)),
            *(f"two answer: {line}" for line in doubled_in(root)),
            *(f"astray: {line}" for line in astray_in(root)),
            *(f"pale: {line}" for line in pale_in(root, measured)),
        ]

    flashes = Flashes()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(flashes)
    found = walk(booth, who, {AT_WORK: look, NARROW: clipped_in})
    application.removeEventFilter(flashes)
    assert flashes.seen == []
    assert "\n".join(dict.fromkeys(found)) == ""


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("booth", [(1.5, "dark")], indirect=True, ids=["150-dark"])
def test_every_view_in_large_text_and_dark_colours(booth: Booth, who: str) -> None:
    """Nothing is cut; in a window that has grown with the text, every word stands out from its ground."""
    measured: set[str] = set()
    found = walk(booth, who, {AT_WORK: clipped_in, GROWN: lambda root: pale_in(root, measured)})
    assert "\n".join(dict.fromkeys(found)) == ""


def test_every_page_is_among_the_views() -> None:
    shown = {view.page for view in ALL}
    assert {spec.key for spec in PAGES} - shown == set()


def test_every_sheet_is_among_the_views() -> None:
    shown = {view.sheet for view in ALL}
    assert set(_sheets()) - shown - GENERAL - AT_THE_START == set()


def test_names_of_views_are_file_names_of_their_own() -> None:
    names = [view.name for view in ALL]
    assert len(set(names)) == len(names)


def _sheets() -> Iterator[str]:
    """Every class of `ui` that is a sheet."""
    for file in Path("ui").rglob("*.py"):
        if "Sheet" not in file.read_text("utf-8"):
            continue
        module = import_module(".".join(file.with_suffix("").parts))
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Sheet) and kind.__module__ == module.__name__:
                yield name
