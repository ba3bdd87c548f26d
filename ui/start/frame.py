"""One session in the main window: its context, its idle time, its calendar, its left-over drafts."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from services.actor import Actor, Right
from services.clock import today
from services.drafts import DraftRow
from services.errors import AppError, StorageError
from ui import pages
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.runtime.elsewhere_feed import ElsewhereFeed
from ui.runtime.kept_sheet import keeper
from ui.start.left_drafts import LeftDrafts
from ui.widgets import calendar_facts
from ui.widgets.sheet import Sheet, install_keeper, open_sheet_of
from ui.widgets.walking import give_back

if TYPE_CHECKING:
    from services.container import Services
    from services.documents import OpenRun
    from ui.start.program import Program
    from ui.start.session import Entered

_YEARS = 2
_CASE_PAGE = "case"
_FIRST_PAGE = "home"
DESK_ROLES = frozenset({"clerk", "conscript", "duty_officer"})
"""They sit where the public stands: their idle time is a setting of its own (P-28)."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a session needs before its first page stands; read in a lane."""

    unit_line: str
    role_words: str
    settings: Mapping[str, int | bool | str]
    drafts: tuple[DraftRow, ...]
    files: Mapping[str, str]
    """Numbers of the files that drafts are about, by the subject of the draft."""
    open_runs: "tuple[OpenRun, ...]"
    days_off: Mapping[date, str]
    is_practice: bool
    is_sheet_missing: bool


def get_ready() -> None:
    """Load the code of the first page and of the search box beside it; in a lane, before anybody is in."""
    for place in (pages.page(_FIRST_PAGE).place, pages.SEARCH, pages.WATCH):
        import_module(place.partition(":")[0])


def load(services: "Services", actor: Actor) -> Beginning:
    """One read lane's work, a few milliseconds."""
    unit = services.unit.get(actor)
    day = today(services.uow.clock)
    drafts = _left(services, actor)
    span = timedelta(days=366 * _YEARS)
    return Beginning(
        unit_line=" · ".join(part for part in (unit.draft.name, unit.draft.section) if part),
        role_words=services.codes.label(actor, "staff_role", actor.role),
        settings=services.settings.all(actor),
        drafts=drafts,
        files=_files(services, actor, drafts),
        open_runs=_open_runs(services, actor),
        days_off=services.unit.days_off(actor, day - span, day + span),
        is_practice=unit.is_practice,
        is_sheet_missing=_is_sheet_missing(services, actor, is_practice=unit.is_practice),
    )


def _is_sheet_missing(services: "Services", actor: Actor, *, is_practice: bool) -> bool:
    return actor.may(Right.BACKUP) and not is_practice and not services.backup.is_sheet_confirmed(actor)


def _left(services: "Services", actor: Actor) -> tuple[DraftRow, ...]:
    """A drafts file that can't be opened keeps nobody from working; the first typing tells of it."""
    try:
        return services.drafts.of(actor)
    except StorageError:
        return ()


def _files(services: "Services", actor: Actor, drafts: tuple[DraftRow, ...]) -> Mapping[str, str]:
    """Of drafts of the case page; a file that is hidden by now has no number."""
    from ui.case.argument import read_argument

    found: dict[str, str] = {}
    for draft in drafts:
        spec = pages.draft_page(draft.form)
        if spec is not None and spec.key == _CASE_PAGE:
            with suppress(AppError, ValueError):
                case_id = read_argument(pages.draft_argument(draft.subject)).case_id
                found[draft.subject] = services.cases.row(actor, case_id).case_no
    return found


def _open_runs(services: "Services", actor: Actor) -> "tuple[OpenRun, ...]":
    try:
        return services.documents.open_runs(actor)
    except StorageError:
        return ()


class Frame:
    """The main window of a session, kept behind the lock and taken down when somebody else signs in."""

    def __init__(self, program: "Program", entered: "Entered", beginning: Beginning) -> None:
        self._program = program
        self._services, self._actor = entered.services, entered.actor
        self._days_off = beginning.days_off
        self._settings = beginning.settings
        self._focus: QWidget | None = None
        self.main = MainWindow()
        self.context = AppContext(
            services=entered.services,
            actor=entered.actor,
            lanes=program.lanes,
            bus=program.bus,
            errors=program.errors,
            toasts=self.main.toasts,
            navigate=self.main.navigate,
            is_practice=beginning.is_practice,
            restore_over=program.restore_over,
            renew_keys=program.renew_keys,
            pins=program.desk.pins,
        )
        seat = program.seat
        self.main.lock_wanted.connect(program.lock)
        self.main.switch_wanted.connect(program.switch_user)
        self.main.rests_for = seat.rests_for
        self.main.interview_changed.connect(seat.set_interview)
        self.main.covers_changed.connect(seat.set_covers)
        seat.covered.connect(self.main.set_cover)
        program.bus.on(self.main, ["holiday"], self._read_days_off)
        program.bus.on(self.main, ["setting"], self._read_settings)
        count = partial(entered.services.uow.changes_elsewhere, entered.actor.unit_id)
        self._elsewhere = ElsewhereFeed(self.main, program.lanes, program.bus, count)
        self._install_calendar()
        install_keeper(keeper(self.context))
        self._start(beginning)

    def came_in(self, *, is_back: bool) -> None:
        """Somebody sits here: the idle time runs; after a lock the keyboard is where it was."""
        self._take_seat()
        self._elsewhere.look()
        is_given = is_back and give_back(self._focus)
        if not is_given and (sheet := open_sheet_of(self.main)) is not None:
            sheet.take_keyboard()
        elif not is_given and (page := self.main.page()) is not None:
            (page.focusWidget() or page).setFocus()
        self._focus = None

    def goes_behind(self) -> None:
        """The lock comes over it: drafts are stored, everything stays as it is."""
        self._focus = self.main.focusWidget()
        page = self.main.page()
        if page is not None:
            page.leave()

    def may_close(self) -> bool:
        """Whether the window may go now; drafts are stored."""
        page = self.main.page()
        if page is None:
            return True
        if not page.can_leave():
            return False
        page.leave()
        return True

    def end(self) -> None:
        """The session is over."""
        install_keeper(None)
        self.main.end()

    @property
    def pin_hours(self) -> int:
        return int(self._settings["pin_hours"])

    def _start(self, beginning: Beginning) -> None:
        first = (
            _FIRST_PAGE
            if any(spec.key == _FIRST_PAGE and spec.is_open_to(self._actor) for spec in pages.PAGES)
            else ""
        )
        search = pages.build_search(self.context)
        self.main.start(self.context, beginning.unit_line, beginning.role_words, first)
        if search is not None:
            self.main.top_bar.set_search(search)
        self.main.set_watch(pages.build_watch(self.context))
        self._offer(self._left_open(beginning))

    def _left_open(self, beginning: Beginning) -> tuple[Callable[[], Sheet], ...]:
        """What is to be told or gone on with before the day's work."""
        found: list[Callable[[], Sheet]] = []
        if beginning.is_sheet_missing:
            from ui.start.missing_sheet import MissingSheet

            found.append(partial(MissingSheet, self.main, self.context))
        if beginning.open_runs:
            from ui.documents.open_runs import OpenRuns

            found.append(partial(OpenRuns, self.main, self.context, beginning.open_runs))
        rows = tuple(row for row in beginning.drafts if pages.draft_page(row.form) is not None)
        if rows:
            found.append(partial(LeftDrafts, self.main, self.context, rows, beginning.files))
        return tuple(found)

    def _offer(self, sheets: tuple[Callable[[], Sheet], ...]) -> None:
        """One after the other: under a second sheet the first could lead nowhere. Whoever goes to another page
        by one is not held up by the rest; the next sign-in offers it again."""
        if not sheets or open_sheet_of(self.main) is not None:
            return
        begun = self.main.place()
        sheet = sheets[0]()

        def closed() -> None:
            if self.main.place() == begun:
                self._offer(sheets[1:])

        sheet.closed.connect(lambda: QTimer.singleShot(0, self.main, closed))
        sheet.open_sheet()

    def _take_seat(self) -> None:
        key = "idle_minutes_desk" if self._actor.role in DESK_ROLES else "idle_minutes"
        idle, interview = int(self._settings[key]) * 60, int(self._settings["idle_minutes_interview"]) * 60
        self._program.seat.start(idle, interview, int(self._settings["cover_seconds"]))

    def _install_calendar(self) -> None:
        calendar_facts.install(self.context.today, self._between)

    def _between(self, first: date, last: date) -> Mapping[date, str]:
        return {day: title for day, title in self._days_off.items() if first <= day <= last}

    def _read_days_off(self) -> None:
        self._reload(lambda: load(self._services, self._actor).days_off, self._take_days_off)

    def _read_settings(self) -> None:
        self._reload(lambda: self._services.settings.all(self._actor), self._take_settings)

    def _take_days_off(self, found: Mapping[date, str]) -> None:
        self._days_off = found

    def _take_settings(self, found: Mapping[str, int | bool | str]) -> None:
        self._settings = found
        self._take_seat()

    def _reload(self, func: Any, take: Any) -> None:
        self._program.lanes.read(self.main, func, take)
