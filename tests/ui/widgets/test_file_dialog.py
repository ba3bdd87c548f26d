import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QStyleOptionViewItem, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets import file_dialog

MORNING = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(file_dialog, "documents", lambda: tmp_path)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _answer(typed: str, seen: list[str] | None = None) -> None:
    """What a person does in the dialog once it stands."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, act)
            return
        tree = dialog.findChild(QTreeView, "treeView")
        assert tree is not None
        if seen is not None and not tree.model().rowCount(tree.rootIndex()):
            QTimer.singleShot(20, act)
            return
        for column in (1, 3) if seen is not None else ():
            index = tree.model().index(0, column, tree.rootIndex())
            option = QStyleOptionViewItem()
            delegate: Any = tree.itemDelegateForIndex(index)
            delegate.initStyleOption(option, index)
            assert seen is not None
            seen.append(option.text)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.setText(typed)
        dialog.accept() if typed else QDialog.reject(dialog)

    QTimer.singleShot(20, act)


def test_an_ending_that_is_not_typed_is_added(window: QWidget, tmp_path: Path) -> None:
    _answer("برگه")
    assert file_dialog.ask_where_to_save(window, "ذخیره", "نامه.pdf", "PDF (*.pdf)") == tmp_path / "برگه.pdf"
    _answer("برگه.txt")
    assert file_dialog.ask_where_to_save(window, "ذخیره", "نامه.pdf", "PDF (*.pdf)") == tmp_path / "برگه.txt.pdf"


def test_nothing_chosen(window: QWidget) -> None:
    _answer("")
    assert file_dialog.ask_where_to_save(window, "ذخیره", "نامه.pdf", "PDF (*.pdf)") is None
    _answer("")
    assert file_dialog.ask_for_existing_file(window, "باز کردن", "PDF (*.pdf)") is None
    _answer("")
    assert file_dialog.ask_for_folder(window, "پوشه", file_dialog.documents()) is None


def test_days_and_sizes_are_persian(window: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(bytes(3_000))
    os.utime(file, (MORNING.timestamp(), MORNING.timestamp()))
    seen: list[str] = []
    _answer("a.pdf", seen)
    assert file_dialog.ask_for_existing_file(window, "باز کردن", "PDF (*.pdf)") == file
    assert seen == ["۳ کیلوبایت", "۱۴۰۵/۰۸/۳۰ ۰۹:۰۰"]


@given(st.integers(0, 2**45))
def test_no_size_has_latin_signs(size: int) -> None:
    assert not any("0" <= sign <= "9" or "a" <= sign.lower() <= "z" for sign in file_dialog.size_words(size))
