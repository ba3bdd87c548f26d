"""Vazirmatn and the icon font, loaded from our own files: nothing is fetched, nothing is installed."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from resources import shelf
from ui.theme.theme import BODY_POINTS, FAMILY, theme


@cache
def load_text_fonts() -> str:
    """Register the four weights once a process; returns the family's name."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(shelf.path("fonts", f"{FAMILY}-{weight}.ttf")))
    return FAMILY


def text_font(points: float = BODY_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The text font in points of the sketches, scaled like everything else. Shared: copy it before changing it."""
    return _text_font(theme().points(points), weight)


def text_metrics(points: float = BODY_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
    """The measures of `text_font`."""
    return _text_metrics(theme().points(points), weight)


@cache
def _text_font(points: float, weight: QFont.Weight) -> QFont:
    font = QFont(load_text_fonts())
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


@cache
def _text_metrics(points: float, weight: QFont.Weight) -> QFontMetrics:
    return QFontMetrics(_text_font(points, weight))


@cache
def icon_font() -> tuple[str, dict[str, str]]:
    """Family and characters of Material Design Icons 6, read from QtAwesome's files.

    QtAwesome itself is not imported: it registers eleven fonts at its first icon, 0.4 s of every start.
    """
    import json
    from importlib.util import find_spec

    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise RuntimeError("QtAwesome is not installed")
    folder = Path(spec.origin).parent / "fonts"
    font_file = next(folder.glob("materialdesignicons6-webfont-*.ttf"))
    table_file = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font_file)))[0]
    table: dict[str, str] = json.loads(table_file.read_text("utf-8"))
    return family, {name: chr(int(code, 16)) for name, code in table.items()}
