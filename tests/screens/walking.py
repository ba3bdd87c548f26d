"""What must hold on every view: what is read, what has a name, the way of Tab, contrast, room for large text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine
from ui.widgets.row_list import RowList

LATIN = re.compile("[A-Za-z]+")
LEAST_CONTRAST = 4.5
_ZOOM = 3
_TOLERANCE = 6
REVIEWED: frozenset[str] = frozenset()
"""Latin words that may be read; none is needed."""


def visible(root: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen, the root first."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


_FILES = re.compile(r"\u2066[^\u2069]*[/\\][^\u2069]*\u2069|\w+\.(?:json|db|pdf)\b|\u2066[0-9A-Z۰-۹ -]{9,}\u2069")
"""Paths, files of the data folder by their names, and codes of papers and keys."""


def latin_in(root: QWidget) -> list[str]:
    """Latin words in anything that is read, seen or spoken; not what somebody typed."""
    found = []
    for widget in visible(root):
        for text in _texts(widget):
            words = [word for word in LATIN.findall(_FILES.sub("", text)) if word not in REVIEWED]
            if words:
                found.append(f"{type(widget).__name__}: {text!r}")
    return found


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, RowList):
        for row in widget.rows():
            yield from (row.title, row.quiet, row.chip, row.lead)
    if isinstance(widget, QAbstractScrollArea) and hasattr(widget, "horizontalHeader"):
        model = widget.model()  # type: ignore[attr-defined]
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def nameless_in(root: QWidget) -> list[str]:
    """What takes the keyboard and tells a screen reader nothing."""
    return [
        f"{type(widget).__name__} in {_place(widget)}"
        for widget in stops_of(root)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def doubled_in(root: QWidget) -> list[str]:
    """Keys that two parts of the window answer: Qt gives them now to the one, now to the other."""
    window, held = root.window(), defaultdict[str, list[tuple[QShortcut, QWidget]]](list)
    for shortcut in window.findChildren(QShortcut):
        owner, answered = shortcut.parent(), shortcut.keys()
        if isinstance(owner, QWidget) and owner.isVisible() and shortcut.isEnabled():
            for keys in answered:
                held[keys.toString()].append((shortcut, owner))
    return [
        f"{keys}: {type(one).__name__} and {type(other).__name__}"
        for keys, owners in held.items()
        for (first, one), (second, other) in combinations(owners, 2)
        if _meet(first, one, other) or _meet(second, other, one)
    ]


def _meet(shortcut: QShortcut, owner: QWidget, other: QWidget) -> bool:
    if shortcut.context() is Qt.ShortcutContext.WindowShortcut:
        return True
    is_wide = shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut
    return owner is other or (is_wide and owner.isAncestorOf(other))


def stops_of(root: QWidget) -> list[QWidget]:
    """What Tab reaches inside `root`, in its order."""
    found = []
    at = root.nextInFocusChain()
    while at is not None and at is not root:
        takes = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.focusProxy() is None
        if takes and at.isVisible() and at.isEnabled() and root.isAncestorOf(at) and not isinstance(at, QScrollArea):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def astray_in(root: QWidget) -> list[str]:
    """Inside each form the Tab key goes from right to left and from top to bottom."""
    found = []
    last: dict[QWidget, tuple[QWidget, QRect]] = {}
    for widget in stops_of(root):
        form = _form_of(widget)
        if form is None:
            continue
        area = QRect(widget.mapTo(form, QPoint(0, 0)), widget.size())
        before = last.get(form)
        if before is not None and _is_behind(area, before[1]):
            found.append(f"{before[0].accessibleName()} → {widget.accessibleName()} in {_place(widget)}")
        last[form] = (widget, area)
    return found


def _form_of(widget: QWidget) -> QWidget | None:
    at = widget.parentWidget()
    while at is not None and not isinstance(at, FormGrid):
        at = at.parentWidget()
    return at


def _is_behind(area: QRect, before: QRect) -> bool:
    """Whether `area` lies where the eye was earlier than at `before`."""
    overlap = min(area.bottom(), before.bottom()) - max(area.top(), before.top())
    if overlap > min(area.height(), before.height()) // 2:
        return area.center().x() > before.center().x() + _TOLERANCE
    return area.bottom() < before.top() + _TOLERANCE


# --- contrast -----------------------------------------------------------------------------------------------------


def pale_in(root: QWidget, seen: set[str]) -> list[str]:
    """Words whose strokes do not stand out from their ground; each look is measured once (`seen`)."""
    found = []
    for widget in visible(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text().strip() or not widget.isEnabled():
            continue
        look = _look(widget)
        is_whole = widget.visibleRegion().boundingRect() == widget.rect()
        if look in seen or not is_whole or widget.width() < 12 or widget.height() < 8:
            continue
        seen.add(look)
        ratio = _contrast_of(widget)
        if ratio < LEAST_CONTRAST:
            found.append(f"{ratio:.2f} {look}: {widget.text()[:30]!r}")
    return found


def _look(widget: QWidget) -> str:
    names = [type(widget).__name__, widget.objectName()]
    names += [str(widget.property(key)) for key in ("role", "kind", "tone", "invalid")]
    if isinstance(widget, QAbstractButton):
        names.append(str(widget.isChecked()))
    parent = widget.parentWidget()
    return " ".join([*names, "in", type(parent).__name__, parent.objectName() if parent else ""])


def _contrast_of(widget: QWidget) -> float:
    """Between the ground, which most pixels have, and the colour farthest from it."""
    window = widget.window()
    image = QImage(widget.size() * _ZOOM, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_ZOOM)
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    painter = QPainter(image)
    window.render(painter, QPoint(0, 0), area)
    painter.end()
    pixels = memoryview(bytes(image.constBits())).cast("I")
    colours = Counter(pixels)
    ground = QColor.fromRgb(colours.most_common(1)[0][0])
    inks = [QColor.fromRgb(pixel) for pixel, count in colours.items() if count > len(pixels) / 4000]
    return max((contrast(ink, ground) for ink in inks), default=21.0)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


# --- room ---------------------------------------------------------------------------------------------------------


def clipped_in(root: QWidget) -> list[str]:
    """Words that do not fit their label or button, and widgets outside their window without a scroll bar."""
    found = []
    for widget in visible(root):
        if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, OneLine):
            found += [f"{kind}: {widget.text()[:40]!r} in {_place(widget)}" for kind in _shortfall(widget)]
        elif isinstance(widget, QAbstractButton) and widget.text() and not _is_compact(widget):
            lacks = widget.minimumSizeHint().width() - widget.width()
            if lacks > _TOLERANCE:
                found.append(f"button {lacks} px short: {widget.text()!r} in {_place(widget)}")
    return found + _standing_out(root)


def _shortfall(label: QLabel) -> list[str]:
    area = label.contentsRect()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        return [f"{wanted - label.height()} px too low"] if wanted > label.height() + _TOLERANCE else []
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().splitlines() or [""])
    lines = len(label.text().splitlines())
    short = []
    if wide > area.width() + _TOLERANCE:
        short.append(f"{wide - area.width()} px too narrow")
    if lines * label.fontMetrics().ascent() > label.height() + _TOLERANCE:
        short.append("too low")
    return short


def _is_compact(button: QAbstractButton) -> bool:
    return button.width() <= 50


def _standing_out(root: QWidget) -> list[str]:
    found = []
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        if inside is None or not area.isVisible():
            continue
        over = inside.width() - area.viewport().width()
        shown = area.horizontalScrollBar().isVisible()
        if over > _TOLERANCE and not shown:
            found.append(f"content {over} px wider than its place in {_place(area)}")
    return found


def _place(widget: QWidget) -> str:
    """The nearest ancestors with a meaning, for whoever mends it."""
    names: list[str] = []
    at = widget.parentWidget()
    while at is not None and len(names) < 3:
        if type(at).__module__.startswith("ui."):
            names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)
