"""The calendar in its own process: a week of 300 appointments is painted and one of them drawn across it; JSON."""

import json
import sys
import time
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from models.enums import AppointmentStatus
from services.safety.shapes import Mark
from services.scheduling.shapes import AppointmentRow
from tests.benchmarks.figures import Sample, measure, sample
from ui.scheduling.block_paint import Look, block_words
from ui.scheduling.families import LEGEND, TAKEN, Family
from ui.scheduling.grid_paint import draw_board
from ui.scheduling.week_grid import WeekGrid
from ui.scheduling.week_layout import Board, Column, Stop, make_board
from ui.theme.fonts import text_font
from ui.theme.style import application, apply_theme
from ui.theme.theme import theme

ROWS, DAYS = 300, 7
SATURDAY = date(2026, 11, 21)
_ROUNDS, _STEPS = 40, 300
_OPENS, _CLOSES = 450, 840


def _rows() -> list[AppointmentRow]:
    """Two rooms and eight colleagues, as crowded as a week can be and still keep every rule of rooms."""
    return [_row(number) for number in range(ROWS)]


def _row(number: int) -> AppointmentRow:
    family = LEGEND[number % len(LEGEND)]
    day = SATURDAY + timedelta(days=number % DAYS)
    return AppointmentRow(
        uuid4(),
        1,
        UUID(int=number),
        f"1112-1405-{number + 1:04}",
        "ر.آ / س.ن",
        family.key,
        "مصاحبه اولیه",
        False,
        day,
        _OPENS + 15 * (number // DAYS % 24),
        (30, 45, 60, 90)[number % 4],
        None,
        f"اتاق مشاوره {number % 4 + 1}",
        ("مینا پارسی‌نیا",),
        (),
        (),
        AppointmentStatus.HELD if number % 5 == 0 else AppointmentStatus.SCHEDULED,
        (Mark("و", ""),) if number % 7 == 0 else (),
        "",
    )


def _board(rows: list[AppointmentRow]) -> Board:
    days = [SATURDAY + timedelta(days=number) for number in range(DAYS)]
    columns = [
        Column(day.isoformat(), day, str(number), str(number), open_hours=((_OPENS, _CLOSES),))
        for number, day in enumerate(days)
    ]
    return make_board(columns, [((row.day - SATURDAY).days, row) for row in rows], _OPENS, _CLOSES)


def _families() -> dict[str, Family]:
    return {family.key: family for family in LEGEND} | {"": TAKEN}


def bare_picture(grid: WeekGrid, look: Look) -> QPixmap:
    """The floor: as many rounded rectangles, bars and cut lines of text as stand there, drawn straight by Qt."""
    picture = QPixmap(grid.size())
    picture.fill(QColor(theme().colours.surface))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen, brush, ink = QPen(QColor(theme().colours.accent)), QColor(theme().colours.accent_soft), QColor("black")
    fonts = (text_font(9, QFont.Weight.Medium), text_font(8.5))
    for _, box in grid.places().boxes:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(box.right() - 8, box.top() + 3, 5, box.height() - 6), pen.color())
    painter.setPen(ink)
    for block, box in grid.places().boxes:
        for number, words in enumerate(block_words(block.row, look)[:2]):
            painter.setFont(fonts[number])
            line = QRectF(box.left() + 4, box.top() + 2 + 17 * number, box.width() - 14, 17)
            if line.bottom() <= box.bottom():
                painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), words)
    painter.end()
    return picture


@dataclass(frozen=True, slots=True)
class _Painted:
    """`turned`: another week with other words; `again`: the same one; `floor`: the same by Qt alone."""

    first: float
    turned: float
    again: float
    floor: float


def _painting(grid: WeekGrid, look: Look, rows: list[AppointmentRow]) -> _Painted:
    """Week after week, each drawn by us, again by us, and barely: the machine's moods meet all alike."""
    times: dict[str, list[float]] = {"turned": [], "again": [], "floor": []}
    ours = partial(draw_board, look=look, ratio=1.0)
    for week in range(_ROUNDS):
        grid.show_board(_board([_of_week(row, week) for row in rows]), look)
        for name, taken in times.items():
            began = time.thread_time()
            if name == "floor":
                bare_picture(grid, look)
            else:
                ours(grid.places())
            taken.append((time.thread_time() - began) * 1000)
    turned, again, floor = (sample(times[name][1:]).median for name in ("turned", "again", "floor"))
    return _Painted(times["turned"][0], turned, again, floor)


def _of_week(row: AppointmentRow, week: int) -> AppointmentRow:
    """The same hour for another file."""
    number = int(row.case_no[-4:]) + ROWS * week
    letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    initials = f"{letters[number % 32]}.{letters[(number + week) % 32]}"
    return replace(row, case_no=f"1112-1405-{number:04}", initials=f"{initials} / {initials[::-1]}")


def _dragging(grid: WeekGrid) -> Sample:
    """The processor time of each move of the mouse with everything that is painted for it."""
    board = grid.board()
    assert board is not None
    block = next(one for one in board.blocks if not one.is_heap and one.row.is_scheduled)
    grid.hand.may_carry = lambda _row: True
    QApplication.processEvents()
    grid.put_cursor(Stop(block.column, block.start, block))
    grid.grab()
    at = grid.places().block_box(block).center().toPoint()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=at)
    frames = []
    for step in range(_STEPS):
        x, y = (step * 7) % max(1, grid.width() - 80), (step * 5) % max(1, grid.height() - 20)
        began = time.thread_time()
        QTest.mouseMove(grid, QPoint(x + 5, y + 5))
        QApplication.processEvents()
        frames.append((time.thread_time() - began) * 1000)
    grid.hand.let_go()
    return sample(frames)


def main() -> int:
    app = application()
    apply_theme(app, "light")
    window = QMainWindow()
    grid = WeekGrid()
    window.setCentralWidget(grid)
    window.resize(1366, 768)
    window.show()
    look = Look(_families(), SATURDAY, (SATURDAY, 490))
    rows = _rows()
    laid = measure([lambda: _board(rows)] * 10, clock=time.thread_time)
    painted = _painting(grid, look, rows)
    frames = _dragging(grid)
    told = {
        "layout": laid.median,
        "drag_p95": frames.p95,
        "drag_largest": frames.largest,
        **asdict(painted),
    }
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
