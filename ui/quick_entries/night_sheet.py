"""A night entry in the morning: it becomes a file, advice, part of a file, or is closed with words (P-26)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.persian.jalali import format_long, format_time
from services.persian.phones import format_phone
from services.quick_entries import NightRow
from ui.context import AppContext
from ui.intake.start import IntakeStart, Origin
from ui.quick_entries.advice_sheet import told_of
from ui.runtime.refusals import show_refusal
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip, Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet

ADVICE_KEY, JOIN_KEY, CLOSE_KEY = "F6", "F7", "F9"


class NightSheet(Sheet):
    """`advice_wanted`, `join_wanted`: the page opens the next sheet for this entry."""

    advice_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, window: QWidget, context: AppContext, night: NightRow) -> None:
        super().__init__(window, "", width=680)
        self.kept_about = night.id.hex
        self.set_title(self.tr("Night entry"))
        self.context, self.night = context, night
        self.form = FormGrid(1)
        self.form.add("words", Field(self.tr("Why nothing more is to be done"), TextEdit1()))
        self._show_entry()
        if night.is_whole:
            self.body.addLayout(self._closing_row())
        if not night.is_for_worker:
            self._offer()

    def _show_entry(self) -> None:
        night = self.night
        when = local(night.happened_at)
        day, hour = format_long(when.date()), format_time(when.time())
        told = self.tr("{day}, {hour} · officer: {officer}").format(day=day, hour=hour, officer=night.officer)
        if night.is_danger_now:
            self.body.addWidget(Chip(self.tr("Danger"), "danger"))
        self.body.addWidget(Words(told, "quiet", wrap=True))
        if night.is_for_worker:
            words = self.tr("A counsellor or social worker completes this entry; tell one of them now.")
            self.body.addWidget(Words(words, "strong", wrap=True))
            return
        self.body.addWidget(Words(night.names, "strong", wrap=True))
        words = night.line or self.tr("What happened is read by counsellors; it goes into the file by itself.")
        self.body.addWidget(Words(words, "" if night.line else "quiet", wrap=True))
        if night.safe_phone:
            phone = self.tr("Telephone on which calling is safe: {phone}")
            self.body.addWidget(Words(phone.format(phone=format_phone(night.safe_phone)), wrap=True))
        if night.done:
            done = self.tr("Done: {what}").format(what=night.done)
            if night.done_at is not None:
                at = format_time(local(night.done_at).time())
                done = self.tr("Done at {hour}: {what}").format(hour=at, what=night.done)
            self.body.addWidget(Words(done, wrap=True))

    def _offer(self) -> None:
        may = self.context.may
        if may(Right.CASE_REGISTER):
            self.main.setText(self.tr("Becomes a file"))
            self.main.setToolTip(with_keys(self.tr("Becomes a file"), "Ctrl+Return"))
            self.main.show()
            self.submitted.connect(self._become_file)
        if may(Right.ADVICE_WRITE):
            self._button(self.tr("It was advice"), ADVICE_KEY, self._become_advice)
        if may(Right.CASE_FIND):
            self._button(self.tr("Belongs to a file"), JOIN_KEY, self._join)

    def _closing_row(self) -> QHBoxLayout:
        """The words and their button beside each other."""
        close = QuietButton(with_keys(self.tr("Close with words"), CLOSE_KEY))
        close.clicked.connect(self._close_with_words)
        key_shortcut(CLOSE_KEY, self, self._close_with_words)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.form, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _button(self, words: str, keys: str, act: Callable[[], None]) -> None:
        button = QuietButton(with_keys(words, keys))
        button.clicked.connect(lambda _checked=False: act())
        self.add_button(button)
        key_shortcut(keys, self, act)

    def _become_file(self) -> None:
        night = self.night
        start = IntakeStart(Origin.NIGHT, night.id, night.version, phone=night.safe_phone, told=told_of(night))
        self.close_sheet()
        self.context.navigate("intake", start)

    def _become_advice(self) -> None:
        self.close_sheet()
        self.advice_wanted.emit()

    def _join(self) -> None:
        self.close_sheet()
        self.join_wanted.emit()

    def _close_with_words(self) -> None:
        night, words = self.night, str(self.form.field("words").value())
        services, actor = self.context.services, self.context.actor
        self.context.lanes.write(
            self,
            lambda: services.quick_entries.close_night(actor, night.id, night.version, words),
            lambda _none: self.close_sheet(),
            self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        self.set_notice(show_refusal(self.context, self.form, error))
