"""The page «quick entries»: three things that need a minute, the night's entries, and this week's advice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from services.persian.text import initials
from services.quick_entries import AdviceRow, NightRow
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.navigation import GAP, PAIRED, Page
from ui.quick_entries.advice_sheet import AdviceSheet, start_of_advice
from ui.quick_entries.completing import complete_night
from ui.quick_entries.find_case_sheet import FindCaseSheet
from ui.quick_entries.paper_sheet import PaperSheet
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

ADVICE_KEYS, PAPER_KEYS, HELD_KEYS = "Ctrl+Shift+M", "Ctrl+Shift+P", "Ctrl+Shift+H"
_DAYS, _WAITING_DAYS = 7, 60


class QuickEntriesPage(Page):
    """Argument: "advice", "paper" or "held" opens that sheet at once."""

    widest = PAIRED
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._nights: tuple[NightRow, ...] = ()
        self._advice: tuple[AdviceRow, ...] = ()
        self._buttons_of_entry: list[QuietButton] = []
        self.nights = RowList(fits=True)
        self.advice = RowList(fits=True)
        self._no_night = EmptyState(self.tr("No night entry waits."), icon_name="weather-night")
        self._no_advice = EmptyState(
            self.tr("No advice in these seven days; a short talk is counted here with one key."),
            icon_name="chat-outline",
        )
        self._night_card = Card(self.tr("From the night"))
        self._advice_card = Card(self.tr("Advice without a file"), self.tr("the last seven days, and what waits"))
        self._fill_page()
        self.nights.opened.connect(self._open_night)
        self.advice.opened.connect(self._open_advice)
        context.bus.on(self, ("night_entry", "advice"), self._read)

    def activate(self, argument: Any = None) -> None:
        self._read()
        if self._buttons_of_entry and not self._nights:
            self._buttons_of_entry[0].setFocus(Qt.FocusReason.OtherFocusReason)
        opening = {"advice": self.give_advice, "paper": self.enter_paper, "held": self.record_held}.get(str(argument))
        if opening is not None:
            opening()

    # --- the three entries --------------------------------------------------------------------------------------

    def give_advice(self) -> None:
        """The sheet of P-25."""
        if self.context.may(Right.ADVICE_WRITE):
            AdviceSheet(self, self.context).open_sheet()

    def enter_paper(self) -> None:
        """Open paper files, one after the other (P-22)."""
        if self.context.may(Right.CASE_REGISTER):
            PaperSheet(self, self.context).open_sheet()

    def record_held(self) -> None:
        """A session that was held already (P-27): find the file, its page records it."""
        if not self.context.may(Right.SESSION_WRITE):
            return
        sheet = FindCaseSheet(self, self.context, self.tr("Session was held; record it"))
        sheet.chosen.connect(lambda case_id: self.context.navigate("case", CaseArgument(case_id, open="session")))
        sheet.open_sheet()

    # --- building -------------------------------------------------------------------------------------------

    def _fill_page(self) -> None:
        self.set_title(self.tr("Quick entries"))
        may = self.context.may
        row = QHBoxLayout()
        row.setSpacing(px(10))
        if may(Right.ADVICE_WRITE):
            self._entry(row, self.tr("Advice without a file"), "chat-plus-outline", ADVICE_KEYS, self.give_advice)
        if may(Right.SESSION_WRITE):
            words = self.tr("Session was held; record it")
            self._entry(row, words, "calendar-check-outline", HELD_KEYS, self.record_held)
        if may(Right.CASE_REGISTER):
            self._entry(row, self.tr("Open paper files"), "folder-plus-outline", PAPER_KEYS, self.enter_paper)
        row.addStretch(1)
        self.body.addLayout(row)
        cards = QHBoxLayout()
        cards.setSpacing(px(GAP))
        for card, rows, empty, right in (
            (self._night_card, self.nights, self._no_night, Right.NIGHT_COMPLETE),
            (self._advice_card, self.advice, self._no_advice, Right.ADVICE_WRITE),
        ):
            card.add(rows)
            card.add(empty)
            rows.hide()
            empty.hide()
            if not may(right):
                card.hide()
            rows.setAccessibleName(card.accessibleName())
            cards.addWidget(card, 1)
        self.body.addLayout(cards)
        self.body.addStretch(1)

    def _entry(self, row: QHBoxLayout, words: str, icon: str, keys: str, act: Callable[[], None]) -> None:
        button = QuietButton(words, icon)
        button.setToolTip(with_keys(words, keys))
        button.clicked.connect(lambda _checked=False: act())
        row.addWidget(button)
        self._buttons_of_entry.append(button)
        if keys != ADVICE_KEYS:  # that one is the window's own, from anywhere
            key_shortcut(keys, self, act)

    # --- filling --------------------------------------------------------------------------------------------

    def _read(self) -> None:
        services, actor, today = self.context.services, self.context.actor, self.context.today()
        entries = services.quick_entries
        if self.context.may(Right.NIGHT_COMPLETE):
            self.context.lanes.read(self, lambda: entries.nights_to_complete(actor), self._show_nights, latest="n")
        if self.context.may(Right.ADVICE_WRITE):
            first = today - timedelta(days=_DAYS - 1)
            since = today - timedelta(days=_WAITING_DAYS)
            self.context.lanes.read(
                self, lambda: entries.advice_between(actor, first, today, since), self._show_advice, latest="a"
            )

    def _show_nights(self, found: tuple[NightRow, ...]) -> None:
        """Initials and the hour only: the words of the night are in its sheet (P-3)."""
        self._nights = found
        rows = []
        for night in found:
            when = local(night.happened_at)
            told = self.tr("{day} · officer {officer}").format(day=format_date(when.date()), officer=night.officer)
            chip = self.tr("Danger") if night.is_danger_now else ""
            if night.is_for_worker:
                chip = self.tr("For a counsellor")
            lead = format_time(when.time())
            tone = "attention" if night.is_for_worker else "danger"
            rows.append(Row(night.id, initials(night.names) or "\u2026", told, chip, tone, lead=lead))
        self.nights.set_rows(rows)
        self.nights.setVisible(bool(rows))
        self._no_night.setVisible(not rows)
        if rows and self.isVisible() and not isinstance(self.focusWidget(), RowList):
            self.nights.setFocus(Qt.FocusReason.OtherFocusReason)
        count = self.tr("{count} to complete").format(count=to_persian(len(rows)))
        self._night_card.set_aside(count if rows else "")

    def _show_advice(self, found: tuple[AdviceRow, ...]) -> None:
        self._advice = found
        rows = []
        for advice in found:
            told = self.tr("{day} · {minutes} minutes · {result}").format(
                day=format_date(advice.day), minutes=to_persian(advice.minutes), result=advice.result_label
            )
            chip, tone = self._chip_of(advice)
            rows.append(Row(advice.id, advice.topic_label, told, chip, tone, icon="chat-outline"))
        self.advice.set_rows(rows)
        self.advice.setVisible(bool(rows))
        self._no_advice.setVisible(not rows)

    def _chip_of(self, advice: AdviceRow) -> tuple[str, str]:
        if advice.case_id is not None:
            return self.tr("Became a file"), "accent"
        if advice.is_danger:
            return self.tr("Danger"), "danger"
        return (self.tr("Waits for a file"), "attention") if advice.opens_file else ("", "quiet")

    # --- opening a row --------------------------------------------------------------------------------------------

    def _open_night(self, key: object) -> None:
        night = next((one for one in self._nights if one.id == key), None)
        if night is not None:
            complete_night(self, self.context, night)

    def _open_advice(self, key: object) -> None:
        advice = next((one for one in self._advice if one.id == key), None)
        if advice is None:
            return
        if advice.case_id is not None:
            self.context.navigate("case", advice.case_id)
            return
        told = "\n".join(part for part in (advice.name, advice.note) if part)
        ways = [Action("close", self.tr("Close"))]
        if advice.may_correct:
            ways.insert(0, Action("correct", self.tr("Correct")))
        if self.context.may(Right.CASE_REGISTER):
            ways.insert(0, Action("file", self.tr("Becomes a file"), "primary"))
        words = told or self.tr("Neither a name nor a note was written.")
        answer = ask(self, advice.topic_label, words, ways)
        if answer == "file":
            self.context.navigate("intake", start_of_advice(advice))
        elif answer == "correct":
            AdviceSheet(self, self.context, row=advice).open_sheet()
