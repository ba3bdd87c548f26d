"""What the window shows when: guide, sign-in, problems, the session, lock and switch."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from services import data_folder
from services.clock import Clock
from services.data_folder import Account, FolderState, FrontSheet
from services.errors import AppError
from ui.runtime.errors import ErrorPresenter, sentence_of
from ui.sign_in.sign_in_page import SignInPage
from ui.start.problem_kinds import WINDOW_KEYS, ProblemKind
from ui.start.program_window import ProgramWindow
from ui.start.session import Desk, Entered

if TYPE_CHECKING:
    from services.opening import SetUp
    from services.vault.argon import ArgonCost
    from services.vault.pin import PinLock
    from services.vault.unlocked import Unlocked
    from ui.runtime.change_bus import ChangeBus
    from ui.runtime.lanes import Lanes
    from ui.runtime.session_lock import SessionLock
    from ui.setup.guide import Guide
    from ui.start.frame import Beginning, Frame
    from ui.start.problem_page import ProblemPage


_QUIET_MS = 20
_AFTER_PAINT_MS = 60


class Program(QObject):
    """One data folder in one window. `signed_in` and `locked` are for tests and the story."""

    signed_in = Signal()
    locked = Signal()
    _progressed = Signal(float)

    def __init__(self, folder: Path, clock: Clock, window: ProgramWindow, argon: "ArgonCost | None" = None) -> None:
        super().__init__(window)
        self.window = window
        self.desk = Desk(folder, clock, argon)
        self.errors = ErrorPresenter(self._toast, self._report, folder / "reports")
        self.claim: Callable[[Path], bool] = lambda _folder: True
        """Whether no other program has this folder; asked before anything in it is looked at."""
        self.is_warm = False
        """Whether the folder was tidied and the database code is loaded, so that signing in is quick."""
        self._sign_in: SignInPage | None = None
        self._frame: Frame | None = None
        self._gate: QWidget | None = None
        self._guide: Guide | None = None
        self._waiting: Entered | None = None
        self._notices: tuple[str, ...] = ()
        window.close_asked.connect(self._on_close_asked)

    # made when first needed: the window stands before any of them

    @cached_property
    def bus(self) -> "ChangeBus":
        from ui.runtime import change_bus

        return change_bus.ChangeBus(self)

    @cached_property
    def lanes(self) -> "Lanes":
        from ui.runtime import lanes

        return lanes.Lanes(self.bus, self.errors.present, self)

    @cached_property
    def seat(self) -> "SessionLock":
        from ui.runtime import session_lock

        seat = session_lock.SessionLock(self)
        seat.locked.connect(self._on_locked)
        return seat

    # --- beginning ----------------------------------------------------------------------------------------------

    def begin(self, *, demo: bool = False) -> None:
        """Look into the folder and show what it asks for; with `demo` an empty one becomes the made-up precinct."""
        if not self.claim(self.desk.folder):
            self.show_problem(ProblemKind.IN_USE)
            return
        try:
            state = data_folder.inspect(self.desk.folder)
        except AppError as error:
            self.show_problem(ProblemKind.REFUSED, sentence_of(error))
            return
        if state is FolderState.READY:
            self.show_sign_in()
        elif state is FolderState.EMPTY and demo:
            self.make_demo()
        elif state is FolderState.EMPTY:
            self.show_guide()
        else:
            self.show_problem(ProblemKind(state.value))

    def show_sign_in(self) -> None:
        """The tiles stand at once; the database code loads behind them."""
        self.is_warm = False
        page = self._sign_in_page()
        page.show_front(data_folder.read_front(self.desk.folder))
        page.set_pins(self.desk.live_pins())
        page.set_locked("")
        self._show_gate(page)
        page.panel.take_keyboard()
        # the window is painted first: loading the database code would hold it up
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._warm_up)

    def _warm_up(self) -> None:
        def warm(front: FrontSheet) -> None:
            self.is_warm = True
            self._sign_in_page().show_front(front)

        self.lanes.read(self, self.desk.warm_up, warm, self._on_cannot_open)

    def show_guide(self) -> None:
        """The first start."""
        from ui.setup.guide import Guide

        guide = Guide(self.desk.folder, self.desk.clock, self.lanes, self.desk.cost)
        guide.finished.connect(self._on_set_up)
        guide.restore_wanted.connect(self.show_restore)
        self._show_gate(guide)
        self._guide = guide
        guide.take_keyboard()

    def make_demo(self) -> None:
        """The made-up precinct, in a folder of its own; then its sign-in page, which names its accounts."""
        folder, clock, cost = self.desk.folder, self.desk.clock, self.desk.cost

        def make() -> None:
            from services.demo import make_demo

            make_demo(folder, clock, cost(), progress=self._progressed.emit)

        page = self.show_problem(ProblemKind.MAKING_DEMO)
        self._progressed.connect(page.set_share)
        self.lanes.read(self, make, lambda _made: self.begin(), self._on_cannot_open)

    def show_problem(self, kind: ProblemKind, sentence: str = "") -> "ProblemPage":
        from ui.start.problems import problem_page

        page = problem_page(kind, self.desk.folder, sentence)
        page.chosen.connect(self._on_problem_answer)
        self._show_gate(page)
        page.take_keyboard()
        return page

    def show_restore(self) -> None:
        """Bring a backup back without being signed in."""
        from ui.start.restore_page import RestorePage

        page = RestorePage(self.desk.folder, self.desk.clock, self.lanes)
        page.finished.connect(self.begin)
        page.given_up.connect(self.begin)
        self._show_gate(page)
        page.take_keyboard()

    def show_verify(self, file: Path | None = None, *, alone: bool = False) -> None:
        """Check papers without being signed in; `alone`: there is no sign-in page to go back to."""
        from ui.verify.verify_page import VerifyPage

        back = (
            QCoreApplication.translate("Program", "Close") if alone else QCoreApplication.translate("Program", "Back")
        )
        page = VerifyPage(self.desk.folder, self.lanes, back)
        page.given_up.connect(self.window.close if alone else self._back_to_sign_in)
        self._show_gate(page)
        page.take_keyboard()
        if file is not None and file.name:
            page.check_file(file)

    def _back_to_sign_in(self) -> None:
        """Somebody's page may wait behind the lock; it goes on waiting."""
        page = self._sign_in_page()
        self._show_gate(page)
        page.panel.take_keyboard()

    # --- the session --------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """The page stays behind, hidden, as it is; its drafts are stored."""
        self.seat.lock_now()

    def switch_user(self) -> None:
        """Another person: the sign-in page with nobody chosen beforehand but the next one."""
        self.lock()

    def restore_over(self, file: Path) -> None:
        """Bring a backup back over the open data: sign out, put it in its place, sign in again."""
        from services.backup import restore

        self._with_closed_files(
            ProblemKind.RESTORING, lambda keys: restore(file, self.desk.folder, keys, self.desk.clock.now())
        )

    def renew_keys(self) -> None:
        """Give the data keys that nobody who left ever had: sign out, encrypt anew, sign in again."""
        from services.backup import renew_keys

        self._with_closed_files(ProblemKind.NEW_KEYS, lambda keys: renew_keys(self.desk.folder, keys))

    def _with_closed_files(self, meanwhile: ProblemKind, deed: "Callable[[Unlocked], object]") -> None:
        desk, actor = self.desk, self.desk.actor
        if desk.services is None or actor is None:
            return
        keys = desk.services.staff.keys_of(actor)
        self._end_frame()

        def do() -> None:
            desk.leave()
            deed(keys)

        self.seat.stop()
        self.show_problem(meanwhile)
        self._when_quiet(lambda: self.lanes.read(self, do, lambda _none: self.begin(), self._on_cannot_open))

    def _when_quiet(self, then: Callable[[], Any]) -> None:
        """What the pages asked for last may still be read, with the file open; and until they are gone, what comes
        home to them may ask for more."""

        def look() -> None:
            if self.lanes.idle():
                then()
            else:
                self._when_quiet(then)

        QTimer.singleShot(_QUIET_MS, self, look)

    def end(self) -> None:
        """Finish what is under way, sign out, close the file."""
        self.window.close_asked.disconnect(self._on_close_asked)
        self.seat.stop()
        self._end_frame()
        self.lanes.close()
        self.desk.leave()

    # --- answers ------------------------------------------------------------------------------------------------

    def _on_password(self, username: str, password: str) -> None:
        enter = partial(self.desk.enter_by_password, username, password)
        self.lanes.write(self, enter, self._on_entered_by_password, self._on_refused)

    def _on_pin(self, staff_id: UUID, pin: str) -> None:
        enter = partial(self.desk.enter_by_pin, staff_id, pin)
        self.lanes.write(self, enter, self._on_entered, self._on_refused)

    def _on_entered_by_password(self, entered: Entered) -> None:
        self._take_over(entered)
        if entered.actor.staff_id in self.desk.live_pins():
            self.go_in(entered)
            return
        self._waiting = entered
        self._sign_in_page().panel.ask_for_pin()

    def _on_pin_chosen(self, pin: str) -> None:
        waiting = self._waiting
        if waiting is not None:
            make = partial(self.desk.make_pin, waiting.unlocked, pin)
            self.lanes.read(self, make, self._on_pin_made, self._on_refused)

    def _on_pin_made(self, lock: "PinLock") -> None:
        self.desk.keep_pin(lock)
        self._on_pin_declined()

    def _on_pin_declined(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.go_in(waiting)

    def _on_entered(self, entered: Entered) -> None:
        self._take_over(entered)
        self.go_in(entered)

    def _take_over(self, entered: Entered) -> None:
        if self._frame is not None and not entered.is_back:
            self._end_frame()
        if self.desk.services is not entered.services:
            self._notices = entered.services.opened.notices
        self.desk.services, self.desk.actor = entered.services, entered.actor

    def go_in(self, entered: Entered) -> None:
        """The frame of whoever is in: the page behind the lock, or a new session."""
        self.desk.is_locked = False
        if entered.services.uow.refuses_writes and self._frame is None:
            self._ask_about_copy(entered)
            return
        self._show_session(entered)

    def _show_session(self, entered: Entered) -> None:
        if self._frame is not None:
            self._come_in(self._frame, entered)
            return
        from ui.start.frame import Frame, load

        def loaded(beginning: "Beginning") -> None:
            self._frame = Frame(self, entered, beginning)
            self._come_in(self._frame, entered)

        self.lanes.read(self, partial(load, entered.services, entered.actor), loaded, self._on_cannot_open)

    def _come_in(self, frame: "Frame", entered: Entered) -> None:
        self.window.show_frame(frame.main)
        self._drop_gate()
        frame.came_in(is_back=entered.is_back)
        self.signed_in.emit()
        notices, self._notices = self._notices, ()
        for notice in notices:
            self._tell(notice)

    def _tell(self, notice: str) -> None:
        """What the start found beside the data; once, and until somebody has read it."""
        from services import catalogue
        from ui.widgets.ask import Action, ask

        title = QCoreApplication.translate("Program", "Found when opening the data")
        go_on = Action("on", QCoreApplication.translate("Program", "I have read it"), "primary")
        ask(self.window, title, catalogue.say(notice), (go_on,))

    def _ask_about_copy(self, entered: Entered) -> None:
        from services.actor import Right
        from ui.start.problems import problem_page

        may = entered.actor.may(Right.BACKUP)
        page = problem_page(ProblemKind.COPIED_HEAD if may else ProblemKind.COPIED, self.desk.folder)

        def answered(key: str) -> None:
            if key == "moved":
                from services.opening import confirm_moved

                confirm = partial(confirm_moved, entered.services.uow, self.desk.folder, entered.actor)
                self.lanes.write(self, confirm, lambda _restored: self._show_session(entered))
            elif key == "look":
                self._show_session(entered)
            else:
                self._on_problem_answer(key)

        page.chosen.connect(answered)
        self._show_gate(page)
        page.take_keyboard()

    def _on_refused(self, error: Exception) -> None:
        """Wrong password, spent PIN, a file that does not open: said where it was typed, or in a window."""
        panel = self._sign_in_page().panel
        if not isinstance(error, AppError):
            panel.fail("")
            self.errors.present(error)
        elif error.key == "vault.pin_spent":
            self._sign_in_page().set_pins(self.desk.live_pins())
            panel.use_password(sentence_of(error))
        elif error.values.get("seconds"):
            panel.fail("")
            panel.wait(int(error.values["seconds"]))
        elif error.key in WINDOW_KEYS:
            self._on_cannot_open(error)
        else:
            panel.fail(sentence_of(error))

    def _on_cannot_open(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self.errors.present(error)
            return
        show = partial(self.show_problem, WINDOW_KEYS.get(error.key, ProblemKind.REFUSED), sentence_of(error))
        if self._frame is None:
            self._let_go(show)
        else:
            show()

    def _let_go(self, then: Callable[[], Any]) -> None:
        """Nobody has the files open when they may be replaced, or another folder is taken."""
        self.seat.stop()
        self._end_frame()
        if self.desk.services is None:
            then()
        else:
            self._when_quiet(lambda: self.lanes.read(self, self.desk.leave, lambda _left: then()))

    def _on_problem_answer(self, key: str) -> None:
        answers: dict[str, Callable[[], object]] = {
            "again": self.begin,
            "restore": partial(self._let_go, self.show_restore),
            "folder": self._choose_folder,
            "sign_in": self.show_sign_in,
            "trust": self._trust_clock,
            "close": self.window.close,
        }
        answers[key]()

    def _trust_clock(self) -> None:
        self.desk.trusts_clock = True
        self.begin()

    def _choose_folder(self) -> None:
        from ui.widgets import file_dialog

        title = QCoreApplication.translate("Program", "Choose the data folder")
        chosen = file_dialog.ask_for_folder(self.window, title, self.desk.folder.parent)
        if chosen is not None:
            self._let_go(partial(self._take_folder, chosen))

    def _take_folder(self, folder: Path) -> None:
        self.desk.folder, self.desk.trusts_clock = folder, False
        self.begin()

    def _on_forgotten(self, account: Account) -> None:
        from ui.sign_in.forgotten_sheet import ForgottenSheet

        sheet = ForgottenSheet(self.window, account)

        def given(code: str, password: str) -> None:
            enter = partial(self.desk.enter_by_sheet, code, account.staff_id, account.username, password)

            def entered(value: Entered) -> None:
                sheet.close_sheet()
                self._on_entered_by_password(value)
                self._notices = (*self._notices, "opening.by_sheet")

            self.lanes.write(sheet, enter, entered, sheet.refuse)

        sheet.given.connect(given)
        sheet.open_sheet()

    def _on_set_up(self, made: "SetUp") -> None:
        """The guide is through and the recovery sheet is confirmed: straight to work, without typing it again."""

        def enter() -> Any:
            done = self.desk.enter(made.unlocked)
            done.value.services.backup.confirm_sheet(done.value.actor)
            return done

        def entered(value: Entered) -> None:
            self._take_over(value)
            self.go_in(value)

        self.lanes.write(self, enter, entered, self._on_cannot_open)

    def _on_locked(self) -> None:
        desk = self.desk
        if desk.actor is None or desk.services is None or desk.is_locked:
            return
        desk.is_locked = True
        _close_dialogs()
        if self._frame is not None:
            self._frame.goes_behind()
        desk.services.staff.lock(desk.actor)
        page = self._sign_in_page()
        page.show_front(data_folder.read_front(desk.folder))
        page.set_pins(desk.live_pins(self._frame.pin_hours if self._frame else 8))
        words = QCoreApplication.translate("Program", "The page of {name} waits behind the lock, as it was.")
        page.set_locked(words.format(name=desk.actor.name))
        self._show_gate(page)
        page.choose(desk.actor.staff_id)
        self.locked.emit()

    def _on_close_asked(self) -> None:
        if self._guide is not None and self._guide is self._gate and not self._guide.may_close():
            self.window.refuse_close()
        if self._frame is not None and not self.desk.is_locked and not self._frame.may_close():
            self.window.refuse_close()

    # --- parts --------------------------------------------------------------------------------------------------

    def _sign_in_page(self) -> SignInPage:
        if self._sign_in is None:
            page = self._sign_in = SignInPage()
            page.password_given.connect(self._on_password)
            page.pin_given.connect(self._on_pin)
            page.panel.pin_chosen.connect(self._on_pin_chosen)
            page.panel.pin_declined.connect(self._on_pin_declined)
            page.forgotten.connect(self._on_forgotten)
            page.verify_wanted.connect(self.show_verify)
        return self._sign_in

    def _show_gate(self, page: QWidget) -> None:
        self.window.show_gate(page)
        if self._gate is not None and self._gate is not page:
            self._drop_gate()
        self._gate = page

    def _drop_gate(self) -> None:
        """The sign-in page is kept, it is needed again soon; other pages of the gate are over."""
        if self._gate is not None and self._gate is not self._sign_in:
            self.window.drop(self._gate)
        self._gate = self._guide = None

    def _end_frame(self) -> None:
        if self._frame is not None:
            self._frame.end()
            self.window.forget_session()
            self.window.drop(self._frame.main)
            self._frame = None

    def _toast(self, text: str) -> None:
        if self._frame is not None:
            self._frame.main.toasts.show(text)
        else:
            from ui.widgets.toast import Toasts

            Toasts(self.window).show(text)

    def _report(self, path: Path | None) -> None:
        from ui.runtime.report_dialog import show_report

        show_report(self.window, path)


def _close_dialogs() -> None:
    """A question that stands open would keep the keyboard, and be read over the lock."""
    while (dialog := QApplication.activeModalWidget()) is not None:
        before = dialog
        dialog.close()
        if QApplication.activeModalWidget() is before:
            return
