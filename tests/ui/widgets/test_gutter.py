"""The scroll bar in the margin: nothing moves when it comes or goes."""

from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.gutter import GutterBar


def test_the_bar_stands_beside_and_turns(qtbot: QtBot) -> None:
    host, area, content = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(host)
    area.setWidgetResizable(True)
    area.setWidget(content)
    box = QVBoxLayout(host)
    box.setContentsMargins(20, 0, 20, 0)
    box.addWidget(area)
    bar = GutterBar(area, host, 15)
    host.resize(300, 200)
    host.show()
    QApplication.processEvents()
    assert not bar.isVisible()
    width = content.width()
    content.setMinimumHeight(900)
    QApplication.processEvents()
    assert bar.isVisible()
    assert bar.geometry().right() < area.x()
    assert content.width() == width, "what scrolls keeps its width"
    bar.setValue(120)
    assert area.verticalScrollBar().value() == 120
    area.verticalScrollBar().setValue(40)
    assert bar.value() == 40
    area.hide()
    QApplication.processEvents()
    assert not bar.isVisible()
