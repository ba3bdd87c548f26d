"""The navigation rail on the right: where one can go, and who one is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.pages import PageSpec
from ui.runtime.shortcuts import with_keys
from ui.theme.icons import icon, icon_size
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.labels import TO_THE_RIGHT, Words

WIDE, NARROW = 196, 84
_ITEM, _BETWEEN, _BETWEEN_LOW = 41, 4, 1
_ZWNJ, _MAY_BREAK = "\u200c", "\u200b"


class Rail(QFrame):
    """`chosen` carries the key of a page. Under a narrow window only icons stay, the name of the user too."""

    chosen = Signal(str)
    switch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setAccessibleName(self.tr("Navigation"))
        self._is_narrow = False
        self._name = ""
        self._specs: tuple[PageSpec, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._current = ""
        self._logo = Words(QCoreApplication.translate("Frame", "Sazesh"), "logo")
        self._unit = Words("", wrap=True)
        self._items = QVBoxLayout()
        self._items.setSpacing(px(_BETWEEN))
        self._user = Words("", "user", wrap=True)
        self._role = Words("", wrap=True)
        self._switch = QPushButton(self.tr("Switch user"))
        self._switch.setIcon(icon("account-switch-outline", "rail_quiet"))
        self._switch.setIconSize(icon_size(18))
        self._switch.setAccessibleName(self.tr("Switch user"))
        self._switch.setToolTip(with_keys(self.tr("Switch user"), "Ctrl+Shift+L"))
        self._switch.setAutoDefault(False)
        self._switch.clicked.connect(self.switch_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(px(12), px(18), px(12), px(10))
        box.setSpacing(px(4))
        for widget in (self._logo, self._unit):
            widget.setContentsMargins(px(4), 0, px(4), 0)
            box.addWidget(widget)
        box.addSpacing(px(10))
        box.addWidget(self._scrolled(), 1)
        for widget in (self._user, self._role):
            widget.setContentsMargins(px(4), 0, px(4), 0)
            box.addWidget(widget)
        box.addWidget(self._switch)
        self.setFixedWidth(px(WIDE))

    def _scrolled(self) -> QScrollArea:
        """In a low window, or for large text, the pages give way: the window itself never grows for them."""
        holder = QWidget()
        holder.setObjectName("RailPages")
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as the rail, at once
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(self._items)
        down.addStretch(1)
        area = QScrollArea()
        area.setObjectName("RailPages")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(px(240))
        area.setWidget(holder)
        area.installEventFilter(self)
        self._area = area
        return area

    def set_unit(self, line: str) -> None:
        self._unit.setText(line)

    def set_user(self, name: str, role: str) -> None:
        self._name = name
        self._write_user()
        self._role.setText(role)

    def set_pages(self, specs: Sequence[PageSpec]) -> None:
        """One button a page, in order; a page without its own shortcut gets the digit of its place."""
        for button in self._buttons.values():
            self._items.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._current = ""
        self._specs = tuple(specs)
        self._buttons = {spec.key: self._button(spec) for spec in self._specs}
        for button in self._buttons.values():
            self._items.addWidget(button)
        self._write()
        self._fit_height()

    def keys_of(self, spec: PageSpec) -> str:
        """The shortcut of a page: its own, or the digit of its place."""
        place = self._specs.index(spec) + 1
        return spec.shortcut or (f"Ctrl+{place % 10}" if place <= 10 else "")

    def set_current(self, key: str, under: Sequence[str] = ()) -> None:
        """Mark the page `key`, or where it has no item, one of `under`: the marked one stays, or the first is."""
        places = [name for name in (key, *under) if name in self._buttons]
        if key in self._buttons or self._current not in places:
            self._current = places[0] if places else ""
        for name, button in self._buttons.items():
            is_current = name == self._current
            button.setChecked(is_current)
            button.setIcon(icon(_icon_of(self._specs, name), "rail_text" if is_current else "rail_quiet"))
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        """Where not all pages fit, the marked one is in sight."""
        button = self._buttons.get(self._current)
        if button is not None:
            self._area.ensureWidgetVisible(button, 0, px(4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._fit_height()
        return False

    def _fit_height(self) -> None:
        """Where not all pages fit one under the other, they stand closer."""
        is_low = len(self._buttons) * px(_ITEM + _BETWEEN) > self._area.height()
        self._items.setSpacing(px(_BETWEEN_LOW if is_low else _BETWEEN))
        if self.property("low") != is_low:
            set_role(self, "low", is_low)
            for button in self._buttons.values():
                button.style().unpolish(button)
                button.style().polish(button)

    def set_narrow(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self.setFixedWidth(px(NARROW if narrow else WIDE))
        self._unit.setVisible(not narrow)
        self._role.setVisible(not narrow)
        centred = Qt.AlignmentFlag.AlignCenter
        for words in (self._logo, self._user):
            words.setAlignment(centred if narrow else TO_THE_RIGHT)
        side = 0 if narrow else px(4)
        self._user.setContentsMargins(side, 0, side, 0)
        self._write_user()
        set_role(self, "narrow", narrow)
        for button in (*self._buttons.values(), self._switch):
            button.setIconSize(icon_size(20, alone=True) if narrow else icon_size(18))
            button.style().unpolish(button)
            button.style().polish(button)
        self._write()

    def _button(self, spec: PageSpec) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setIcon(icon(spec.icon, "rail_quiet"))
        button.setIconSize(icon_size(18))
        button.setAccessibleName(spec.words())
        button.setToolTip(with_keys(spec.words(), self.keys_of(spec)))
        button.clicked.connect(lambda _checked=False, key=spec.key: self._on_clicked(key))
        return button

    def _on_clicked(self, key: str) -> None:
        self._buttons[key].setChecked(key == self._current)  # the window says which page is current
        self.chosen.emit(key)

    def _write_user(self) -> None:
        """A long name of two words in one is broken between them, not within a word."""
        self._user.setText(self._name.replace(_ZWNJ, _ZWNJ + _MAY_BREAK) if self._is_narrow else self._name)

    def _write(self) -> None:
        for spec in self._specs:
            self._buttons[spec.key].setText("" if self._is_narrow else spec.words())
        self._switch.setText("" if self._is_narrow else self.tr("Switch user"))


def _icon_of(specs: Sequence[PageSpec], key: str) -> str:
    return next(spec.icon for spec in specs if spec.key == key)
