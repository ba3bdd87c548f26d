"""Signing in for a handing over: by the PIN of the shift where it lives, else by the password, slow to wrong ones."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from services.changes import Done
from services.errors import AppError
from services.handover import ShiftDraft, ShiftRow
from services.persian.digits import to_ascii
from ui.context import AppContext

if TYPE_CHECKING:
    from services.vault.unlocked import Unlocked

_PIN_DIGITS = 6
T = TypeVar("T")


class ProofError(Exception):
    """Whose sign-in failed ("giver" or "taker"), and why."""

    def __init__(self, whose: str, error: AppError) -> None:
        super().__init__(whose)
        self.whose, self.error = whose, error


def hand_over_shift(
    context: AppContext, taker_id: UUID, words: tuple[str, str], names: tuple[str, str], draft: ShiftDraft
) -> Done[ShiftRow]:
    """Sign both in with what they typed, store the handing over, and sign both out of it again.

    `words` and `names` (of the key file) are the giver's and the taker's. For the write lane. `ProofError` when one
    of the two does not open: nothing is stored then.
    """
    staff, shifts = context.services.staff, context.services.shifts
    giver_keys = _of("giver", lambda: _open(context, context.actor.staff_id, names[0], words[0]))
    taker_keys = _of("taker", lambda: _open(context, taker_id, names[1], words[1]))
    giver = _of("giver", lambda: staff.sign_in(giver_keys)).value
    try:
        taker = _of("taker", lambda: staff.sign_in(taker_keys)).value
        try:
            return shifts.hand_over(giver, taker, draft)
        finally:
            staff.sign_out(taker)
    finally:
        staff.sign_out(giver)


def _of(whose: str, act: Callable[[], T]) -> T:
    try:
        return act()
    except AppError as error:
        raise ProofError(whose, error) from error


def _open(context: AppContext, staff_id: UUID, username: str, word: str) -> "Unlocked":
    from services.vault.opening import open_with_password

    now, typed = context.services.uow.clock.now(), to_ascii(word.strip())
    pin = context.pins.get(staff_id)
    if pin is not None and len(typed) == _PIN_DIGITS and typed.isdecimal() and not pin.is_spent(now):
        return pin.open(typed, now)
    return open_with_password(context.services.folder, username, word, now=now)
