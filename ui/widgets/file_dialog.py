"""Qt's own dialog for files: it speaks the language of the program on every machine, in Persian days and figures."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QModelIndex, QPersistentModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from services.clock import local
from services.persian.digits import format_number
from services.persian.jalali import format_date, format_time
from ui.theme.theme import px

_NAME, _SIZE, _KIND, _DAY = range(4)
_WIDTH, _HEIGHT = 780, 520
_THOUSAND = 1024


def ask_where_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """A place for a new file called `name`, at first among the documents; an ending that is not typed is added."""
    dialog = _dialog(parent, title, documents() / name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    suffix = Path(name).suffix
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    chosen = _chosen(dialog)
    if chosen is None or chosen.suffix.lower() == suffix.lower():
        return chosen
    return chosen.with_name(f"{chosen.name}{suffix}")


def ask_for_existing_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is there."""
    dialog = _dialog(parent, title, documents(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def ask_for_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that is there, or one that is made in the dialog."""
    dialog = _dialog(parent, title, start, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def documents() -> Path:
    """Where this user keeps documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _dialog(parent: QWidget, title: str, start: Path, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start if start.is_dir() else start.parent), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if not start.is_dir():
        dialog.selectFile(start.name)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.resize(px(_WIDTH), px(_HEIGHT))
    tree, path = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QComboBox, "lookInCombo")
    if tree is not None:
        _dress(tree)
    if path is not None:
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a path begins at the left
    return dialog


def _dress(tree: QTreeView) -> None:
    facts = _Facts(tree)
    for column in (_SIZE, _DAY):
        tree.setItemDelegateForColumn(column, facts)
    tree.setColumnHidden(_KIND, True)  # the ending says it, and Qt knows the kinds in English alone
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec()
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None


class _Facts(QStyledItemDelegate):
    """The size of a file and when it was changed, as the rest of the program writes them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        info = QFileInfo(str(index.data(QFileSystemModel.Roles.FilePathRole)))
        if index.column() == _DAY:
            words = changed_words(datetime.fromtimestamp(info.lastModified().toSecsSinceEpoch(), UTC))
        else:
            words = "" if info.isDir() else size_words(info.size())
        option.text = words


def changed_words(at: datetime) -> str:
    """Day and hour."""
    wall = local(at)
    return f"{format_date(wall.date())} {format_time(wall.time())}"


def size_words(size: int) -> str:
    """The size of a file, in the unit that people say."""
    units = (
        QCoreApplication.translate("FileDialog", "{count} bytes"),
        QCoreApplication.translate("FileDialog", "{count} kB"),
        QCoreApplication.translate("FileDialog", "{count} MB"),
        QCoreApplication.translate("FileDialog", "{count} GB"),
    )
    power = 0
    while size >= _THOUSAND and power < len(units) - 1:
        size, power = round(size / _THOUSAND), power + 1
    return units[power].format(count=format_number(size))
