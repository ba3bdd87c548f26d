"""Whose turn it is: opening the folder, signing in, locking, coming back by PIN, switching (P-28).

Everything here that opens a key or a file runs in a lane; nothing of it touches a widget.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from services.clock import Clock
from services.errors import AppError

if TYPE_CHECKING:
    from services.actor import Actor
    from services.changes import Done
    from services.container import Services
    from services.data_folder import FrontSheet
    from services.vault.argon import ArgonCost
    from services.vault.pin import PinLock
    from services.vault.unlocked import Unlocked


class Entered(NamedTuple):
    """Somebody is in. `is_back`: the same person as before the lock, so that the page behind stays as it was."""

    services: "Services"
    actor: "Actor"
    unlocked: "Unlocked"
    is_back: bool


@dataclass(slots=True)
class Desk:
    """The state of the seat: the open file, whose session it is, and who may come back by PIN."""

    folder: Path
    clock: Clock
    argon: "ArgonCost | None" = None
    services: "Services | None" = None
    actor: "Actor | None" = None
    is_locked: bool = False
    trusts_clock: bool = False
    """Somebody said that a day long after the last record is right."""
    pins: dict[UUID, "PinLock"] = field(default_factory=dict)
    pin_since: dict[UUID, datetime] = field(default_factory=dict)

    # --- in a lane --------------------------------------------------------------------------------------------

    def warm_up(self) -> "FrontSheet":
        """Before anybody signs in: finish what was interrupted, drop ended accounts.

        Then load the code of the database and of the first page, while the password is being typed.
        """
        from services.opening import front_door

        if not self.trusts_clock:
            front_door.expect_time(self.folder, self.clock.now())
        front = front_door.tidy(self.folder, self.clock.now())
        from services import container
        from ui.sign_in import pin_forms  # noqa: F401
        from ui.start import frame

        container.get_ready()
        frame.get_ready()
        return front

    def enter_by_password(self, username: str, password: str) -> "Done[Entered]":
        """`WrongPasswordError`, `WaitError`, or what opening the file refuses."""
        from services.vault.opening import open_with_password

        return self.enter(open_with_password(self.folder, username, password, now=self.clock.now()))

    def enter_by_pin(self, staff_id: UUID, pin: str) -> "Done[Entered]":
        """`PinError`: "vault.pin_wrong", "vault.pin_spent"."""
        return self.enter(self.pins[staff_id].open(pin, self.clock.now()))

    def enter_by_sheet(self, code: str, staff_id: UUID, username: str, password: str) -> "Done[Entered]":
        """A head without a password gets a new one by the recovery sheet; the log says so."""
        from services.changes import Done
        from services.vault.opening import restore_data_key
        from services.vault.recovery_code import RecoveryCode

        sheet: RecoveryCode = RecoveryCode.parse(code)
        done = self.enter(restore_data_key(self.folder, sheet, staff_id, username, password, argon=self.cost()))
        entered = done.value
        try:
            used = entered.services.backup.sheet_was_used(entered.actor)
        except BaseException:
            if self.services is None:
                entered.services.close()
            raise
        return Done(entered, done.changes | used.changes)

    def enter(self, unlocked: "Unlocked") -> "Done[Entered]":
        """Open the file when it is not open yet, and sign in whoever opened the key."""
        from services.changes import Done
        from services.container import open_services

        services = self.services
        if services is None:
            services = open_services(self.folder, unlocked, self.clock, self.cost())
        try:
            leaving = self.actor
            if leaving is not None and leaving.staff_id == unlocked.staff_id:
                done = services.staff.come_back(leaving, unlocked)
            elif leaving is not None:
                done = services.staff.switch(leaving, unlocked)
            else:
                done = services.staff.sign_in(unlocked)
        except BaseException:
            if self.services is None:
                services.close()
            raise
        is_back = leaving is not None and done.value == leaving
        return Done(Entered(services, done.value, unlocked, is_back), done.changes)

    def make_pin(self, unlocked: "Unlocked", pin: str) -> "PinLock":
        from services.vault.pin import set_pin

        return set_pin(unlocked, pin, self.clock.now())

    def leave(self) -> None:
        """Sign out and close the file, also one that takes nothing any more."""
        services, actor = self.services, self.actor
        self.services = self.actor = None
        if services is None:
            return
        try:
            if actor is not None:
                with suppress(AppError):
                    services.staff.sign_out(actor)
        finally:
            services.close()

    def cost(self) -> "ArgonCost":
        from services.vault.argon import STRONG

        return self.argon or STRONG

    # --- on the ui thread ---------------------------------------------------------------------------------------

    def keep_pin(self, lock: "PinLock") -> None:
        self.pins[lock.staff_id] = lock
        self.pin_since[lock.staff_id] = self.clock.now()

    def live_pins(self, hours: int = 8) -> frozenset[UUID]:
        """Whose PIN still opens; a spent or old one is forgotten."""
        now = self.clock.now()
        for staff_id, lock in list(self.pins.items()):
            if lock.is_spent(now) or now - self.pin_since[staff_id] >= timedelta(hours=hours):
                lock.discard()
                del self.pins[staff_id]
        return frozenset(self.pins)
