import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Show
from ui.play.keyboard import turn
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.rows_model import CHIP_ROLE, PAGE, Column, RowsModel
from ui.widgets.rows_table import RowsTable

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    age: int


COLUMNS = (
    Column[Person]("نام", lambda p: p.name, lambda p: p.name, key="name"),
    Column[Person]("سن", lambda p: str(p.age), lambda p: p.age, align="left", width=80),
    Column[Person]("وضعیت", lambda p: "کودک" if p.age < 18 else "", tone=lambda p: "attention" if p.age < 18 else ""),
)
PEOPLE = [Person("مریم", 34), Person("علی", 38), Person("=سارا", 9)]


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    def fail(error: Exception) -> None:
        raise error

    made = Lanes(ChangeBus(), fail)
    yield made
    made.close()


def _model() -> RowsModel[Person]:
    model = RowsModel(COLUMNS)
    model.set_rows(PEOPLE)
    return model


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = _model()
    qtmodeltester.check(model)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows(PEOPLE[:1])
    model.set_rows(())


def test_rows_are_numbered_in_persian(qapp: QApplication) -> None:
    model = _model()
    assert model.headerData(2, Qt.Orientation.Vertical) == "۳"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "نام"
    assert model.data(model.index(2, 2), CHIP_ROLE) == "attention"
    assert model.data(model.index(0, 2), CHIP_ROLE) is None


def test_heads_sort_here_when_all_rows_are_here(show: Show) -> None:
    model = _model()
    table = RowsTable(model)
    show(table)
    table.horizontalHeader().sectionClicked.emit(1)
    assert [p.age for p in (model.row(n) for n in range(3)) if p] == [9, 34, 38]
    table.horizontalHeader().sectionClicked.emit(1)
    assert [p.age for p in (model.row(n) for n in range(3)) if p] == [38, 34, 9]
    table.horizontalHeader().sectionClicked.emit(2)
    assert [p.age for p in (model.row(n) for n in range(3)) if p] == [38, 34, 9]


def test_enter_opens_the_row(qtbot: QtBot, show: Show) -> None:
    table = RowsTable(_model())
    show(table)
    table.select_first()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[1]]
    assert table.selected_rows() == (PEOPLE[1],)


def test_copying_gives_excel_cells_and_is_recorded(show: Show) -> None:
    table = RowsTable(_model())
    show(table)
    QGuiApplication.clipboard().clear()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == ""
    recorded: list[int] = []
    table.allow_copy(lambda rows: recorded.append(len(rows)))
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "نام\tسن\tوضعیت"
    assert lines[1] == "مریم\t34\t"
    assert lines[3].startswith("'=سارا")
    assert "<td>مریم</td>" in QGuiApplication.clipboard().mimeData().html()
    assert recorded == [3]


def test_rows_come_page_by_page(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    asked: list[tuple[int, int]] = []

    def page(offset: int, limit: int) -> list[Person]:
        asked.append((offset, limit))
        return [Person(f"شخص {n}", n) for n in range(offset, offset + limit)]

    model = RowsModel(COLUMNS)
    table = RowsTable(model)
    show(table)
    model.set_source(lanes, 100_000, page)
    qtbot.waitUntil(lambda: model.row(0) is not None)
    assert model.rowCount() == 100_000
    assert asked[0] == (0, PAGE)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.row(99_999) is not None)
    assert model.row(99_999) == Person("شخص 99999", 99_999)
    assert len(asked) < 6


def test_dragging_through_a_long_list_fetches_only_where_it_stops(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    asked: list[int] = []

    def page(offset: int, limit: int) -> list[Person]:
        asked.append(offset)
        time.sleep(0.03)
        return [Person("شخص", n) for n in range(offset, offset + limit)]

    model = RowsModel(COLUMNS)
    table = RowsTable(model)
    show(table)
    model.set_source(lanes, 100_000, page)
    bar = table.verticalScrollBar()
    for step in range(200):
        bar.setValue(bar.maximum() * step // 200)
        QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    shown = table.rowAt(table.viewport().height() // 2)
    qtbot.waitUntil(lambda: model.row(shown) is not None)
    assert len(asked) < 100


def test_a_hundred_thousand_rows_scroll_without_a_late_frame(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    def page(offset: int, limit: int) -> list[Person]:
        return [Person(f"شخص {n}", n) for n in range(offset, offset + limit)]

    model = RowsModel(COLUMNS)
    table = RowsTable(model)
    show(table)
    began = time.perf_counter()
    model.set_source(lanes, 100_000, page)
    opened = time.perf_counter() - began
    qtbot.waitUntil(lambda: model.row(0) is not None)
    frames = []
    for step in range(120):
        table.verticalScrollBar().setValue(step * 60)
        began = time.perf_counter()
        table.viewport().repaint()
        QApplication.processEvents()
        frames.append(time.perf_counter() - began)
    frames.sort()
    assert opened < 0.1
    assert frames[len(frames) // 2] < 0.016


def test_a_failed_page_is_told_and_asked_again(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    broken = [True]

    def page(offset: int, limit: int) -> list[Person]:
        if broken:
            raise OSError
        return [Person("شخص", n) for n in range(offset, offset + limit)]

    model = RowsModel(COLUMNS)
    table = RowsTable(model)
    show(table)
    with qtbot.waitSignal(model.failed):
        model.set_source(lanes, 300, page)
    broken.clear()
    table.viewport().update()
    qtbot.waitUntil(lambda: model.row(0) is not None)


def test_sorting_fetched_rows_is_the_pages_business(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    model = RowsModel(COLUMNS)
    table = RowsTable(model)
    show(table)
    model.set_source(lanes, 0, lambda _offset, _limit: ())
    with qtbot.waitSignal(model.sort_wanted) as wanted:
        table.horizontalHeader().sectionClicked.emit(0)
    assert wanted.args == ["name", False]


def test_rows_of_a_card_open_by_enter_and_keep_their_place(qtbot: QtBot, show: Show) -> None:
    rows = RowList(fits=True)
    rows.set_rows([Row("a", "یک", "دوم"), Row("b", "دو", chip="امروز")])
    show(rows)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    rows.set_rows([Row("c", "سه"), Row("b", "دو")])
    assert rows.current_key() == "b"
    rows.set_rows(())
    assert rows.current_key() is None


def test_screen_readers_hear_the_whole_row(qapp: QApplication) -> None:
    rows = RowList()
    rows.set_rows([Row("a", "پیگیری", "پرونده ۰۰۳۱", "امروز", lead="۰۹:۰۰")])
    index = rows.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "۰۹:۰۰، پیگیری، پرونده ۰۰۳۱، امروز"


def test_a_narrow_table_leaves_columns_out_and_a_wide_one_lets_all_grow(show: Show) -> None:
    """Dates and numbers are never cut for a name; a name alone does not take what all could use."""
    columns = (
        Column[Person]("نام", lambda p: p.name),
        Column[Person]("سن", lambda p: str(p.age), width=100),
        Column[Person]("سال", lambda p: str(p.age), width=100, gives_way=1),
        Column[Person]("ماه", lambda p: str(p.age), width=100, gives_way=2),
    )
    table = RowsTable(RowsModel(columns))
    window = show(table)

    def shown_at(width: int) -> list[bool]:
        window.resize(width, 400)
        turn()
        return [not table.isColumnHidden(number) for number in range(len(columns))]

    assert shown_at(330) == [True, True, False, False]
    assert table.columnWidth(1) == 100
    assert shown_at(440) == [True, True, True, False]
    assert shown_at(1000) == [True] * 4
    assert table.columnWidth(0) > 420
    assert 100 < table.columnWidth(1) <= 160
