"""What is said of a place on the calendar: to a screen reader, and where the mouse rests. Initials only (P-3)."""

from PySide6.QtCore import QCoreApplication

from services.persian.digits import to_persian
from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import Look, block_words
from ui.scheduling.week_layout import Block, Board, Stop
from ui.scheduling.words import case_words, day_words, hour_words, span_words

_COMMA = "\u060c "


def words_of(board: Board, stop: Stop, look: Look) -> str:
    """A halt of the arrows in words."""
    column, block = board.columns[stop.column], stop.block
    if block is None:
        free = QCoreApplication.translate("WeekGrid", "{day}, {hour}: free")
        return free.format(day=column.title, hour=hour_words(stop.minute))
    if block.is_heap:
        many = QCoreApplication.translate("WeekGrid", "{day}, from {hour}: {count} more appointments")
        count = to_persian(len(block.rows()))
        return many.format(day=column.title, hour=hour_words(block.start), count=count)
    words = _COMMA.join(part for part in block_words(block.row, look) if part)
    return f"{column.title}{_COMMA}{span_words(block.row.start, block.row.end)}: {words}"


def tip_of(block: Block) -> str:
    """All of an appointment that the calendar may say; of a heap a line for each."""
    if block.is_heap:
        return "\n".join(_line(row) for row in block.rows())
    row = block.row
    lines = [f"{day_words(row.day)}{_COMMA}{span_words(row.start, row.end)}"]
    if not row.is_hidden:
        lines += [case_words(row.case_no, row.initials), row.type_label]
    return "\n".join(part for part in (*lines, row.room_name, _COMMA.join(row.staff_names)) if part)


def _line(row: AppointmentRow) -> str:
    who = case_words(row.case_no, row.initials) if not row.is_hidden else ""
    return " · ".join(part for part in (span_words(row.start, row.end), who, row.room_name) if part)
