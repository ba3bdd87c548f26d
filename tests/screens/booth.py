"""A main window on the made-up precinct for one colleague after the other, and what the views of it are about."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from services.actor import Actor
from services.cases import CaseDetail
from services.clock import SetClock, local
from services.container import Services, open_services
from services.demo import PASSWORD
from services.documents import PaperRequest
from services.documents.shapes import LOOSE
from services.opening import confirm_moved
from services.search import CaseFilter
from services.vault.opening import open_with_password
from tests.demo_folder import CHEAP, demo_clock
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.pages import build_search, build_watch
from ui.play.keyboard import turn
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes
from ui.start.program_window import ProgramWindow
from ui.widgets import calendar_facts
from ui.widgets.sheet import Sheet, open_sheet_of

W = TypeVar("W", bound=QWidget)
_PATIENCE = 30.0


@dataclass
class Complaints:
    """Every error that a page presented: a view must not have any."""

    found: list[BaseException] = field(default_factory=list)

    def present(self, error: BaseException, form: Any = None) -> None:
        self.found.append(error)

    def into(self, form: Any) -> Callable[[Exception], None]:
        return self.found.append


class Booth:
    """Shows one page of one colleague at a time; `folder` is a made-up precinct."""

    def __init__(self, folder: Path) -> None:
        self.clock: SetClock = demo_clock()
        self.complaints = Complaints()
        self.folder = folder
        self._services: Services | None = None
        self._actors: dict[str, Actor] = {}
        self.kept: dict[str, Any] = {}
        """What views found in the precinct and look for again."""
        self._bus = ChangeBus()
        self.lanes = Lanes(self._bus, self.complaints.present)
        self._window: MainWindow | None = None
        self._alone: ProgramWindow | None = None
        self._role = ""
        self._size = (1366, 768)

    @property
    def services(self) -> Services:
        if self._services is None:
            unlocked = open_with_password(self.folder, "head", PASSWORD, now=self.clock.now())
            self._services = open_services(self.folder, unlocked, self.clock, CHEAP)
            if self._services.opened.is_copied:
                confirm_moved(self._services.uow, self.folder, self._services.staff.sign_in(unlocked).value)
        return self._services

    def actor(self, username: str) -> Actor:
        """Whoever is signed in under that name, now for the first time or before."""
        if username not in self._actors:
            services = self.services
            unlocked = open_with_password(self.folder, username, PASSWORD, now=self.clock.now())
            self._actors[username] = services.staff.sign_in(unlocked).value
        return self._actors[username]

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    @property
    def page(self) -> Any:
        return self.window.page()

    @property
    def sheet(self) -> Any:
        sheet = open_sheet_of(self.window)
        assert sheet is not None, "no sheet is open"
        return sheet

    @property
    def context(self) -> AppContext:
        return self._context

    def resize(self, width: int, height: int) -> None:
        """In two steps, as a window that is drawn smaller: with the first its rail gives way."""
        self._size = (width, height)
        for window in (self._window, self._alone):
            if window is not None:
                window.resize(width, height)
                if window.width() > width:
                    self.settle()
                    window.resize(width, height)

    def seat(self, username: str) -> None:
        """Give the window to somebody; whoever sat there leaves it as it is."""
        if self._window is not None and self._role == username:
            return
        self.leave()
        actor = self.actor(username)
        window = MainWindow()
        self._context = AppContext(
            self.services,
            actor,
            self.lanes,
            self._bus,
            self.complaints,
            window.toasts,
            window.navigate,
            is_practice=True,
        )
        calendar_facts.install(self._context.today, self._days_off(actor))
        unit = self.services.unit.get(actor)
        role = self.services.codes.label(actor, "staff_role", actor.role)
        window.start(self._context, f"{unit.draft.name} · {unit.draft.section}", role)
        window.top_bar.set_search(build_search(self._context))
        window.set_watch(build_watch(self._context))
        window.resize(*self._size)
        window.show()
        window.activateWindow()
        self._window, self._role = window, username
        self.settle()

    def stand_alone(self, widget: QWidget) -> QWidget:
        """A page of the start, which has a window for itself."""
        self.leave()
        self._alone = ProgramWindow()
        self._alone.resize(*self._size)
        self._alone.show_gate(widget)
        self._alone.show()
        self._alone.activateWindow()
        self.settle()
        return widget

    @property
    def shown(self) -> QWidget:
        """The window in sight, or the dialog over it."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog
        return self._alone if self._alone is not None else self.window

    def go(self, page_key: str, argument: Any = None) -> Any:
        """A page with its data, no sheet over it."""
        self.close_sheets()
        self.window.navigate(page_key, argument)
        self.settle()
        return self.page

    def close_sheets(self) -> None:
        while (sheet := open_sheet_of(self.window)) is not None:
            sheet.close_sheet()
            turn()

    def find(self, kind: type[W]) -> W:
        """The widget of that class in sight."""
        return next(widget for widget in self.window.findChildren(kind) if widget.isVisible())

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Every lane is idle and what came home is shown."""
        limit = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 3:
            turn()
            quiet = quiet + 1 if self.lanes.idle() and until() else 0
            assert time.monotonic() < limit, "a page did not answer"
            time.sleep(0.004)

    def pause(self) -> None:
        """Rows of long lists and previews come a moment after the page."""
        loop = QEventLoop()
        QTimer.singleShot(260, loop.quit)
        loop.exec()
        self.settle()

    def sheet_is(self, kind: type[Sheet]) -> bool:
        return isinstance(open_sheet_of(self.window), kind)

    def leave(self) -> None:
        """Take the window down."""
        if self._alone is not None:
            self._alone.hide()
            self._alone.deleteLater()
            self._alone = None
        if self._window is not None:
            self.close_sheets()
            self._window.end()
            self._window.hide()
            self._window.deleteLater()
            self._window = None
            turn()

    def close(self) -> None:
        self.leave()
        self.lanes.close()
        if self._services is not None:
            self._services.close()

    # --- what the views are about -------------------------------------------------------------------------------

    @cached_property
    def counsellor(self) -> Actor:
        return self.actor("counsellor")

    @cached_property
    def cases(self) -> tuple[CaseDetail, ...]:
        """The counsellor's open files with two sides, the youngest first."""
        services, found = self.services, []
        for row in services.lists.cases(self.counsellor, CaseFilter(is_mine=True, is_open=True), limit=60):
            detail = services.cases.get(self.counsellor, row.id)
            if len(detail.parties) > 1:
                found.append(detail)
            if len(found) > 12:
                break
        assert found, "the made-up precinct has no open file with two sides"
        return tuple(found)

    @cached_property
    def case(self) -> CaseDetail:
        """A file that is worked on, with sessions and hours: the fullest of those."""
        services, actor = self.services, self.counsellor
        return max(
            self.cases,
            key=lambda case: (
                not case.row.disposition,
                len(services.sessions.of_case(actor, case.id)),
                len(services.scheduling.of_case(actor, case.id)),
            ),
        )

    @cached_property
    def screened(self) -> tuple[UUID, UUID]:
        """A file and a person who has consented and was asked alone."""
        for case in self.cases:
            for party in self.services.safety.outline(self.counsellor, case.id).parties:
                if party.consent and party.is_screen_current and not party.is_child:
                    return case.id, party.person_id
        raise AssertionError("nobody was asked alone")

    @cached_property
    def paper(self) -> UUID:
        """A paper issued in a file of the counsellor's."""
        documents, actor = self.services.documents, self.counsellor
        for case in self.cases:
            for offer in documents.offer(actor, case.id):
                if offer.reason or offer.kind in LOOSE:
                    continue
                request = PaperRequest(case.id, offer.kind, offer.person_id, offer.appointment_id, offer.session_id)
                asked = documents.missing(actor, request)
                if any(one.is_required and not one.proposal for one in asked):
                    continue
                values = tuple((one.name, one.proposal) for one in asked)
                full = PaperRequest(
                    case.id, offer.kind, offer.person_id, offer.appointment_id, offer.session_id, values, 2
                )
                return documents.issue(actor, full).value.id
        raise AssertionError("no paper can be issued")

    def context_day(self) -> date:
        """The day on the calendar of all pictures."""
        return local(self.clock.now()).date()

    def _days_off(self, actor: Actor) -> Callable[[Any, Any], Any]:
        unit = self.services.unit
        return lambda first, last: unit.days_off(actor, first, last)
