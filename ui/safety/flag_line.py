"""One flag in its panel: the letter, whose, until when, and what can be done; words while F8 is held (P-3, R-8)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from services.safety import FlagRow
from ui.safety.clock_line import ClockLine
from ui.safety.moment_edit import moment_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Chip, OneLine
from ui.widgets.mark import Mark, RevealKey

_MARK = 36
"""The least width of a mark: names under one another begin on one line, whatever the letter."""


class FlagLine(QWidget):
    """`wanted` carries what is to be done ("review", "report", "close") and the flag."""

    wanted = Signal(str, object)

    def __init__(self, flag: FlagRow, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flag = flag
        self.setAccessibleName(
            self.tr("Mark {letter}: {name}").format(letter=flag.mark.letter, name=flag.person_name)
        )
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(OneLine(flag.person_name, "strong"))
        self._quiet = OneLine(self._dates(), "hint")
        names.addWidget(self._quiet)
        self._clock = ClockLine(now)
        self._clock.set_end(flag.mark.clock_ends_at)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(10))
        mark = Mark(flag.mark.letter, f"{flag.mark.words} \u00b7 {flag.level_label}")
        mark.setMinimumWidth(px(_MARK))
        box.addWidget(mark)
        box.addLayout(names, 1)
        if flag.mark.clock_ends_at is not None:
            box.addWidget(self._clock)
        elif flag.reported_at is not None:
            box.addWidget(
                Chip(self.tr("Reported, no. {number}").format(number=to_persian(flag.reported_no)), "accent")
            )
        self.buttons = self._actions()
        for button in self.buttons.values():
            box.addWidget(button)
        RevealKey.of_program().held.connect(self._on_held)

    def _actions(self) -> dict[str, QPushButton]:
        words = {"review": self.tr("Looked at again"), "close": self.tr("Close")}
        if self.flag.is_clock and self.flag.reported_at is None:
            words = {"report": self.tr("Report"), **words}
        made: dict[str, QPushButton] = {}
        for action, text in words.items():
            button = LinkButton(text)
            button.setAccessibleName(f"{text}: {self.accessibleName()}")
            button.clicked.connect(lambda _checked=False, action=action: self.wanted.emit(action, self.flag))
            made[action] = button
        return made

    def _dates(self) -> str:
        flag = self.flag
        parts = [
            self.tr("known {known}").format(known=moment_words(flag.known_at)),
            self.tr("typed {typed} by {who}").format(typed=moment_words(flag.raised_at), who=flag.raised_by),
        ]
        if flag.review_on is not None:
            parts.append(self.tr("to be looked at by {day}").format(day=format_day_month(flag.review_on)))
        return " \u00b7 ".join(parts)

    def _on_held(self, held: bool) -> None:
        """Notes appear with the words of the mark, and go with them."""
        self._quiet.setText(self.flag.note.replace("\n", " \u00b7 ") if held and self.flag.note else self._dates())
