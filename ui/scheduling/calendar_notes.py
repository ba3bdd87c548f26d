"""A quiet line above the calendar: whose wish fits a time that came free, and what must be moved."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from services.actor import Right
from services.errors import AppError
from services.persian.digits import to_persian
from services.scheduling.displaced import Displaced
from services.scheduling.waiting_shapes import WaitingRow
from ui.context import AppContext
from ui.scheduling.displaced_sheet import DisplacedSheet
from ui.scheduling.waiting_sheet import WaitingSheet, book_waiting
from ui.scheduling.words import case_words, day_words, hour_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.notices import Notice

_WIDE = 1040
_NOUNS = ("appointment", "waiting", "holiday", "working_time", "consent", "screen", "flag", "staff")


class CalendarNotes(QWidget):
    """Takes no room while there is nothing to say. The most urgent of those who wait is booked by one button."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._first: WaitingRow | None = None
        self._counts = (0, 0)
        self._is_short = False
        self.waiting = Notice("", "information", "account-clock-outline")
        self.moving = Notice("", "attention", "calendar-alert-outline")
        self.book, self.all = LinkButton(self.tr("Book")), LinkButton(self.tr("Waiting list"))
        self.move_all = LinkButton(self.tr("Move them"))
        self.waiting.buttons.addWidget(self.book)
        self.waiting.buttons.addWidget(self.all)
        self.moving.buttons.addWidget(self.move_all)
        box = self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(6))
        for notice, share in ((self.waiting, 3), (self.moving, 2)):
            inside = notice.layout()
            assert inside is not None
            inside.setContentsMargins(px(12), px(1), px(12), px(1))
            notice.hide()
            box.addWidget(notice, share)
        self.hide()
        self.book.clicked.connect(lambda _checked=False: self._book())
        self.all.clicked.connect(lambda _checked=False: self.open_list())
        self.move_all.clicked.connect(lambda _checked=False: DisplacedSheet(self, context).open_sheet())
        context.bus.on(self, _NOUNS, self.refresh)

    def fit(self, width: int, *, is_low: bool) -> None:
        """Side by side where the page is wide: the hours below need the height. Where it is low too, in few words."""
        way = QBoxLayout.Direction
        is_wide = width >= px(_WIDE)
        self._box.setDirection(way.LeftToRight if is_wide or is_low else way.TopToBottom)
        if self._is_short != (is_low and not is_wide):
            self._is_short = not self._is_short
            self._say()

    def refresh(self) -> None:
        """Look again; whoever may not book is told nothing."""
        context = self._context
        if not context.may(Right.APPOINTMENT_WRITE):
            return
        services, actor = context.services, context.actor

        def read() -> tuple[tuple[WaitingRow, ...], tuple[Displaced, ...]]:
            return services.waiting.offers(actor), services.scheduling.displaced(actor)

        context.lanes.read(self, read, self._show, latest="notes")

    def open_list(self) -> None:
        """Everybody who waits."""
        WaitingSheet(self, self._context).open_sheet()

    def _show(self, found: tuple[Sequence[WaitingRow], Sequence[Displaced]]) -> None:
        offers, displaced = found
        self._first = offers[0] if offers else None
        self.waiting.setVisible(bool(offers))
        self.moving.setVisible(bool(displaced))
        self.setVisible(bool(offers or displaced))
        self._counts = len(offers), len(displaced)
        self._say()

    def _say(self) -> None:
        """In few words, the list says whose time it is and books it."""
        offers, displaced = self._counts
        self.book.setVisible(not self._is_short)
        if self._is_short:
            waiting, moving = self.tr("A free time for {count} who wait"), self.tr("{count} appointments to move")
            self.waiting.set_sentence(waiting.format(count=to_persian(offers)))
            self.moving.set_sentence(moving.format(count=to_persian(displaced)))
            return
        if self._first is not None:
            self.waiting.set_sentence(self._offer_words(self._first, offers))
        many = self.tr("{count} appointments stand on a day off or with a colleague who is away.")
        self.moving.set_sentence(many.format(count=to_persian(displaced)))

    def _offer_words(self, row: WaitingRow, count: int) -> str:
        slot = row.offer
        assert slot is not None
        words = self.tr("A time is free for {who}, who waits: {day}, {hour}.")
        told = words.format(
            who=case_words(row.case_no, row.initials), day=day_words(slot.day), hour=hour_words(slot.start)
        )
        more = self.tr("And for {count} more.").format(count=to_persian(count - 1)) if count > 1 else ""
        return f"{told} {more}".strip()

    def _book(self) -> None:
        if self._first is not None:
            book_waiting(self, self._context, self._first, self._refused)

    def _refused(self, error: Exception) -> None:
        self._context.errors.present(error)
        if isinstance(error, AppError):
            self.refresh()
