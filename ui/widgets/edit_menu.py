"""The context menu of edits, with its shortcuts written as people here read them."""

from PySide6.QtWidgets import QMenu

from ui.runtime.shortcuts import written

_KEYS = {
    "edit-undo": "Ctrl+Z",
    "edit-redo": "Ctrl+Y",
    "edit-cut": "Ctrl+X",
    "edit-copy": "Ctrl+C",
    "edit-paste": "Ctrl+V",
    "select-all": "Ctrl+A",
}


def rewrite(menu: QMenu) -> QMenu:
    """Qt's own menu is Persian but for the letters of its shortcuts."""
    for action in menu.actions():
        words = action.text().partition("\t")[0].replace("&", "")
        keys = _KEYS.get(action.objectName(), "")
        action.setText(f"{words}\t{written(keys)}" if keys else words)
    return menu
