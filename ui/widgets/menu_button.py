"""Several quiet actions under one button, where a page's head has no room for all of them."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import QuietButton


class MenuButton(QuietButton):
    """Opens its actions below itself; it is not there for who may do none of them."""

    def __init__(self, words: str, icon_name: str, page: QWidget) -> None:
        super().__init__(words, icon_name, page)
        self._menu = QMenu(self)
        self.clicked.connect(lambda _checked=False: self.open_menu())
        self.hide()

    def add(self, words: str, icon_name: str, do: Callable[[], object], *, is_allowed: bool = True) -> QAction:
        """One action; who may not do it does not see it."""
        from ui.theme.icons import icon

        action = QAction(icon(icon_name), words, self._menu)  # one that Qt makes may get the wrapper of a dead one
        self._menu.addAction(action)
        action.triggered.connect(lambda _checked=False: do())
        action.setVisible(is_allowed)
        self.setHidden(not self.actions_shown())
        return action

    def actions_shown(self) -> tuple[QAction, ...]:
        """What can be chosen now, in order."""
        return tuple(action for action in self._menu.actions() if action.isVisible())

    def open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
