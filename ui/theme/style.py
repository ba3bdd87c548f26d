"""The look of the program: palette, fonts and one style sheet over Fusion, in one call."""

import re
import sys
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import shelf
from ui.theme import palette
from ui.theme.fonts import text_font
from ui.theme.palette import Colours
from ui.theme.theme import Theme, set_theme

Scheme = Literal["light", "dark", "system"]

_MEASURED = re.compile(r"@([a-z_]+)|\b(\d+(?:\.\d+)?)(px|pt)\b")


def application() -> QApplication:
    """The application of this process, made in Fusion when there is none.

    The style is named as an argument: `style()` and `setStyle()` hand it over, and its type with hundreds of names
    would be loaded before the window stands.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def apply_theme(app: QApplication, scheme: Scheme = "system", practice: bool = False, scale: float = 1.0) -> Theme:
    """Dress the whole program; may be called again at any time to change scheme or size.

    `scale` is the person's own factor (`--scale`), on top of the system's text size and density.
    `practice` takes the colours of practice mode (P-44).
    """
    dark = scheme == "dark" or (scheme == "system" and _system_is_dark())
    screen = QGuiApplication.primaryScreen()
    density = screen.logicalDotsPerInch() / 96 if screen else 1.0
    theme = Theme(palette.colours(dark, practice), scale * _system_text_scale(), density)
    set_theme(theme)
    app.setPalette(_qt_palette(theme.colours))
    app.setFont(text_font())
    app.setStyleSheet(style_sheet(theme))
    return theme


def style_sheet(theme: Theme) -> str:
    """The text of `resources/styles/app.qss` with colours and sizes of `theme` set in."""
    text = shelf.path("styles", "app.qss").read_text("utf-8")

    def measured(found: re.Match[str]) -> str:
        colour, number, unit = found.groups()
        if colour:
            return str(getattr(theme.colours, colour))
        value = float(number)
        return f"{theme.points(value)}pt" if unit == "pt" else f"{theme.px(value) if value else 0}px"

    return _MEASURED.sub(measured, text)


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    before = widget.property(name)
    if before == value or not (before or value):  # to the style sheet, what was never set is what is empty
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _system_text_scale() -> float:
    """Windows keeps "make text bigger" apart from the screen's density; elsewhere the density holds it."""
    if QGuiApplication.platformName() != "windows":
        return 1.0
    from PySide6.QtCore import QSettings

    path = r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility"
    value = QSettings(path, QSettings.Format.NativeFormat).value("TextScaleFactor", 100)
    return max(1.0, min(2.25, int(str(value)) / 100))


def _qt_palette(c: Colours) -> QPalette:
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.page,
        QPalette.ColorRole.WindowText: c.text,
        QPalette.ColorRole.Base: c.surface,
        QPalette.ColorRole.AlternateBase: c.page,
        QPalette.ColorRole.ToolTipBase: c.raised,
        QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.PlaceholderText: c.quiet,
        QPalette.ColorRole.Button: c.surface,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.BrightText: c.danger,
        QPalette.ColorRole.Highlight: c.selection,
        QPalette.ColorRole.HighlightedText: c.text,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.LinkVisited: c.accent,
        QPalette.ColorRole.Accent: c.accent,
        QPalette.ColorRole.Mid: c.line,
        QPalette.ColorRole.Midlight: c.line,
        QPalette.ColorRole.Dark: c.field_line,
        QPalette.ColorRole.Light: c.surface,
        QPalette.ColorRole.Shadow: c.shadow,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    faded = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in faded:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.quiet))
    return made
