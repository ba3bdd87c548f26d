"""A field of a form: label above, edit, and under it one place for its error or its echo."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QPointF, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme.fonts import text_font
from ui.theme.theme import px, theme
from ui.widgets.labels import OneLine, hold_numbers
from ui.widgets.paragraph import lay_out

_TIGHT = 1.32
_HINT_POINTS = 9.0


class Edit(Protocol):
    """What every edit of this package has; `value` is what a service draft takes."""

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def problem_changed(self) -> SignalInstance: ...
    @property
    def hint_changed(self) -> SignalInstance: ...

    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def problem(self) -> str: ...
    def set_problem(self, sentence: str) -> None: ...
    def set_invalid(self, invalid: bool) -> None: ...
    def check(self) -> bool: ...


class UnderLine(QWidget):
    """The line under a field: as high as `lines` lines whether it speaks or not, so that nothing jumps.

    Only a sentence that needs more makes it higher: what to do must never be cut off.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._text, self._tone = "", "quiet"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def text(self) -> str:
        return self._text

    def say(self, text: str, tone: str) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            painter.setPen(QColor(getattr(theme().colours, self._tone)))
            self._layout().draw(painter, QPointF(0, px(1)))

    def _fit(self) -> None:
        lines = max(self._lines, self._layout().lineCount() if self._text and self.width() > px(60) else 0)
        self.setFixedHeight(round(lines * self._line_height()) + px(3))

    def _line_height(self) -> float:
        # Vazirmatn's own line is half as high again as its letters: too airy for a note under a field
        return theme().points(_HINT_POINTS) * theme().density * 96 / 72 * _TIGHT

    def _layout(self) -> QTextLayout:
        font = text_font(_HINT_POINTS)
        return lay_out(hold_numbers(self._text), font, self.width(), self._line_height())[0]


class Field(QWidget):
    """Label, edit and error line in one; the label is the edit's accessible name.

    An error set by the page (`set_error`) stays until the value changes; an error of the edit itself until
    it is mended, and it goes before the page's. `required` only marks the label: rules are the services'.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        edit: QWidget,
        hint: str = "",
        *,
        required: bool = False,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = edit
        self._api = cast("Edit", edit)
        self._error, self._problem, self._echo, self._hint = "", "", "", hint
        self._label = OneLine("", "label", self)
        self._label.setBuddy(edit)
        self._under = UnderLine(lines, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(2))
        for widget in (self._label, edit, self._under):
            box.addWidget(widget)
        box.addStretch(1)
        self.set_label(label, required=required)
        self._api.changed.connect(self._on_changed)
        self._api.problem_changed.connect(self._on_problem)
        self._api.hint_changed.connect(self._on_echo)
        self.setFocusProxy(edit)
        self._api.check()  # what stood in the edit before speaks too
        self._problem = self._api.problem()
        self._show()

    def label(self) -> str:
        return self.edit.accessibleName()

    def set_label(self, label: str, *, required: bool = False) -> None:
        self._label.setText(f"{label} *" if required else label)
        self.edit.setAccessibleName(label)

    def value(self) -> Any:
        return self._api.value()

    def set_value(self, value: Any) -> None:
        self._api.set_value(value)

    def check(self) -> bool:
        """Whether the edit itself can take what stands in it; shows what is wrong."""
        return self._api.check()

    def error(self) -> str:
        """What the line says in red now, "" when nothing is wrong."""
        return self._problem or self._error  # of words that can't be read the page only knows that nothing came

    def set_error(self, sentence: str) -> None:
        self._error = sentence
        self._show()

    def set_hint(self, sentence: str) -> None:
        self._hint = sentence
        self._show()

    def _on_changed(self) -> None:
        if self._error:
            self.set_error("")
        self.changed.emit()

    def _on_problem(self, sentence: str) -> None:
        self._problem = sentence
        self._show()

    def _on_echo(self, sentence: str) -> None:
        self._echo = sentence
        self._show()

    def _show(self) -> None:
        error = self.error()
        self._api.set_invalid(bool(error))
        self._under.say(error or self._echo or self._hint, "danger" if error else "quiet")
        self.edit.setAccessibleDescription(error or self._echo or self._hint)
