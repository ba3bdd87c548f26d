"""«What lies ahead»: one list for me and one for the unit, what hurts first at the top; no name on it (P-3, P-45)."""

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from services.persian.digits import format_number, to_persian
from services.worklist import Band, Task, TaskKind, Whose, WorkFilter, WorkPage
from ui.context import AppContext
from ui.home.words import ICONS, due_chip
from ui.navigation import READING, Page
from ui.pages import may_open
from ui.runtime.shortcuts import key_shortcut
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import Words
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments
from ui.worklist.argument import WorkArgument
from ui.worklist.bands import Bands
from ui.worklist.step_bar import MOST, StepBar
from ui.worklist.steps import WAY_KEYS, Steps, Way
from ui.worklist.words import kind_words, step_words

NOUNS = (
    "case", "party", "appointment", "session", "outcome", "letter", "referral", "flag", "danger", "screen", "consent",
    "night_entry", "notice", "document", "setting", "follow_up", "note", "agreement", "attachment", "referral_out",
    "handover",
    "holiday",
)  # fmt: skip
_ALL = "all"
_MINUTE_MS = 60_000


class WorklistPage(Page):
    """Enter on a row does its next step over the list; F6, F7 and F9 what else is offered at the foot."""

    widest = READING
    covers_itself = True
    scrolls = False

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.set_title(self.tr("What lies ahead"))
        self.work: WorkPage | None = None
        self.steps = Steps(self, context)
        self._tasks: dict[object, Task] = {}
        self._ways: tuple[Way, ...] = ()
        self._offered: list[Choice] = []
        self._is_chosen = self._has_come = False
        self.whose = Segments(
            (Choice(Whose.MINE.value, self.tr("mine")), Choice(Whose.UNIT.value, self.tr("the unit's")))
        )
        self.kind = ChoiceEdit()
        self.bands, self.bar = Bands(), StepBar()
        self._count = Words("", "quiet")
        self._empty = EmptyState("", icon_name="check-circle-outline")
        self._stack = QStackedWidget()
        if may_open("load", context.actor):
            load = QuietButton(self.tr("The unit's load"), "chart-bar")
            load.clicked.connect(lambda: context.navigate("load"))
            self.add_button(load)
        self._build()
        self._connect()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        context.bus.on(self, NOUNS, self._on_change)

    # --- building ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.whose.setAccessibleName(self.tr("Whose work"))
        self.whose.set_value(Whose.MINE.value)
        self.whose.hide()
        self.chips.addWidget(self.whose)
        self.kind.setAccessibleName(self.tr("Of which kind"))
        self.kind.setMinimumWidth(px(200))
        self.kind.setMaximumWidth(px(300))
        self._offer_kinds({})
        filters = QHBoxLayout()
        filters.setSpacing(px(10))
        filters.addWidget(self.kind, 1)
        filters.addStretch(1)
        filters.addWidget(self._count)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("ScrollContent")
        holder = QHBoxLayout(content)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.bands)
        area.setWidget(content)
        self._area = area
        GutterBar(area, self, 18)
        self._stack.addWidget(area)
        self._stack.addWidget(self._empty)
        self.body.addLayout(filters)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.bar)
        self.bar.hide()

    def _connect(self) -> None:
        self.whose.changed.connect(self._on_filter)
        self.kind.changed.connect(self._on_filter)
        self.bands.opened.connect(self._take)
        self.bands.chosen.connect(self._on_chosen)
        self.bar.main_wanted.connect(self.main_action)
        self.bar.way_wanted.connect(self._go)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for place in range(MOST):
            key_shortcut(WAY_KEYS[place], self, partial(self._go, place), keys)

    # --- reading ----------------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        if isinstance(argument, WorkArgument) and not self._is_chosen:
            if argument.kind is not None:
                self._offer_kinds({argument.kind: 0})
                self.kind.set_value(argument.kind.value)
            if argument.whose is not None:
                self._is_chosen = True
                self.whose.set_value(argument.whose.value)
        self._has_come = True
        self.refresh()

    def refresh(self) -> None:
        """Ask again; what stands here stays until the answer comes."""
        worklist, actor, which = self.context.services.worklist, self.context.actor, self.which()
        self.context.lanes.read(self, lambda: worklist.page(actor, which), self._show, latest="worklist")

    def which(self) -> WorkFilter:
        """The filters as they stand."""
        kind = self.kind.value()
        whose = Whose(self.whose.value() or Whose.MINE.value)
        return WorkFilter(whose, TaskKind(kind) if kind and kind != _ALL else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _on_change(self) -> None:
        if self.isVisible():  # `activate` reads the list of a page that comes into sight
            self.refresh()

    def _on_filter(self) -> None:
        self._is_chosen = True
        self.refresh()

    # --- showing ----------------------------------------------------------------------------------------------

    def _show(self, work: WorkPage) -> None:
        is_first, self.work = self.work is None, work
        self.whose.setVisible(work.shows_unit)
        if not self._is_chosen and work.shows_unit and not work.rows and is_first:
            self._is_chosen = True
            self.whose.set_value(Whose.UNIT.value)  # who has no work of the own sees the unit's
            self.refresh()
            return
        now = self.context.services.uow.clock.now()
        self._offer_kinds(dict(work.counts))
        self._tasks = {_key(row.task): row.task for row in work.rows}
        groups: dict[Band, list[Row]] = {}
        for row in work.rows:
            groups.setdefault(row.band, []).append(self._row(row.task, now))
        self._show_counts(work)
        self._stack.setCurrentIndex(0 if work.rows else 1)
        self.bar.setVisible(bool(work.rows))
        self.bands.show_rows(groups)
        self._on_chosen(self.bands.current())
        self._take_keyboard()

    def _row(self, task: Task, now: datetime) -> Row:
        words, tone = due_chip(task, now)
        quiet = " · ".join(part for part in (task.line, task.colleague) if part)
        return Row(_key(task), task.title, quiet, words, tone, icon=ICONS[task.kind], strong=task.is_reminded)

    def _show_counts(self, work: WorkPage) -> None:
        kind = self.which().kind
        total = work.total if kind is None else dict(work.counts).get(kind, 0)
        words = self.tr("{count} works").format(count=format_number(total))
        if total > len(work.rows):
            words = self.tr("the first {shown} of {count} works").format(
                shown=format_number(len(work.rows)), count=format_number(total)
            )
        self._count.setText(words if total else "")
        sentence = self.tr("Nothing lies ahead. What falls due stands here by itself.")
        if kind is not None:
            sentence = self.tr("Nothing of this kind lies ahead.")
        self._empty.set_sentence(sentence)

    def _offer_kinds(self, counts: dict[TaskKind, int]) -> None:
        """Every kind that has rows, with their count; the chosen one stays though its last row went."""
        chosen = self.kind.value() or _ALL
        shown = [kind for kind in TaskKind if kind in counts or kind.value == chosen]
        choices = [Choice(_ALL, self.tr("of every kind"))]
        choices += [Choice(kind.value, kind_words(kind), quiet=to_persian(counts.get(kind, 0))) for kind in shown]
        if choices != self._offered:
            self._offered = choices
            self.kind.set_choices(choices)
            self.kind.set_value(chosen)

    def _take_keyboard(self) -> None:
        """The list, when one has just come here or nothing of the page is being worked in."""
        focused = self.window().focusWidget()
        is_free = focused is None or focused is self or not focused.isVisible()
        if self.isVisible() and self.bands.rows() and (is_free or self._has_come):
            self._has_come = False
            self.bands.take_keyboard()

    # --- doing ------------------------------------------------------------------------------------------------

    def main_action(self) -> None:
        """Ctrl+Enter is the next step too."""
        self._take(self.bands.current())

    def _on_chosen(self, key: object) -> None:
        task = self._tasks.get(key)
        self._ways = self.steps.ways(task) if task is not None else ()
        if task is not None:
            self.bar.show_steps(
                f"{task.title} · {task.line}", step_words(task.kind), [(way.keys, way.words) for way in self._ways]
            )

    def _take(self, key: object) -> None:
        task = self._tasks.get(key)
        if task is not None:
            self.steps.take(task)

    def _go(self, place: int) -> None:
        task = self._tasks.get(self.bands.current())
        if task is not None and place < len(self._ways):
            self._ways[place].act(task)


def _key(task: Task) -> tuple[TaskKind, object]:
    return task.kind, task.subject_id
