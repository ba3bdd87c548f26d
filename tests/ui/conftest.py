"""Every ui test runs in Persian, from right to left, in the light theme, without a screen."""

import os

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    from installers import translations
    from ui.i18n import install_translators
    from ui.theme.style import apply_theme

    translations.compile_stale()
    install_translators(qapp)
    apply_theme(qapp, "light")
