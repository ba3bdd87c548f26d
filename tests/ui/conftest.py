"""Every ui test runs in Persian, from right to left, in the light theme, without a screen."""

import gc
import os
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.play.keyboard import turn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    from installers import translations
    from ui.i18n import install_translators
    from ui.theme.style import apply_theme

    translations.compile_stale()
    install_translators(qapp)
    apply_theme(qapp, "light")
    yield
    QGuiApplication.clipboard().clear()  # or it frees Python's data after Python has ended


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """The windows of a test are gone before the next one: every living widget is dressed anew with each theme.

    As in the program, no lane collects garbage (`ui.runtime.collector`).
    """
    gc.disable()
    yield
    turn()
    gc.enable()
