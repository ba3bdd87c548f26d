"""The PIN of a shift (P-28): six digits that bring the keys back without the password, for a while.

It lives in the memory of this process only: nothing of it is ever written.
"""

import hmac
import os
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault.argon import LIGHT, ArgonCost, stretch
from services.vault.errors import PinError, VaultError
from services.vault.key_store import read_key_file
from services.vault.opening import opened
from services.vault.sealing import lock_bytes, unlock_bytes
from services.vault.unlocked import Unlocked

ERRORS = 5
LASTS = timedelta(hours=8)
DIGITS = 6
_pepper = os.urandom(32)


class PinLock:
    """A user's private key behind a PIN. Five errors in a row or eight hours end it; then the password is asked."""

    def __init__(
        self,
        unlocked: Unlocked,
        pin: str,
        now: datetime,
        cost: ArgonCost = LIGHT,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.staff_id = unlocked.staff_id
        self.username = unlocked.username
        self._folder = unlocked.folder
        self._public_key = unlocked.public_key
        self._cost = cost
        self._salt = os.urandom(16)
        self._box: bytes | None = lock_bytes(self._key(pin), unlocked.private_key().private_bytes_raw())
        self._errors = 0
        self._set_at = now
        self._monotonic = monotonic
        self._started = monotonic()

    def open(self, pin: str, now: datetime) -> Unlocked:
        """The keys again. The slot must still be in the key file: an ended account's PIN opens nothing.

        `PinError`: "vault.pin_wrong" (values: left), "vault.pin_spent" (from then on always).
        `VaultError` ("vault.pin_six_digits") for another shape, which counts as no error.
        """
        key = self._key(pin)
        if self._box is None or self._is_over(now):
            raise self._spent()
        try:
            secret = unlock_bytes(key, self._box)
        except VaultError:
            self._errors += 1
            if self._errors >= ERRORS:
                raise self._spent() from None
            raise PinError("vault.pin_wrong", "pin", left=ERRORS - self._errors) from None
        self._errors = 0
        return self._unlocked(X25519PrivateKey.from_private_bytes(secret), now)

    def is_spent(self, now: datetime) -> bool:
        """Whether only the password helps."""
        return self._box is None or self._is_over(now)

    def discard(self) -> None:
        """Forget the key: at the end of a shift."""
        self._box = None

    def _unlocked(self, private: X25519PrivateKey, now: datetime) -> Unlocked:
        keys = read_key_file(self._folder)
        slot = keys.slot_of(self.staff_id)
        if slot is None or slot.public_key != self._public_key or slot.has_ended(now):
            raise self._spent()
        return opened(self._folder, keys, slot, private)

    def _is_over(self, now: datetime) -> bool:
        """By the clock and by the time the machine ran: setting the clock back lengthens nothing."""
        return now - self._set_at >= LASTS or self._monotonic() - self._started >= LASTS.total_seconds()

    def _spent(self) -> PinError:
        self.discard()
        return PinError("vault.pin_spent", "pin")

    def _key(self, pin: str) -> bytes:
        return stretch(hmac.digest(_pepper, _digits(pin), "sha256"), self._salt, self._cost)

    def __repr__(self) -> str:
        return "PinLock(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a PIN stays in the memory of one process")


def set_pin(
    unlocked: Unlocked,
    pin: str,
    now: datetime,
    *,
    cost: ArgonCost = LIGHT,
    monotonic: Callable[[], float] = time.monotonic,
) -> PinLock:
    """A PIN for the rest of the shift, after signing in by password. Exactly six digits of any script.

    `VaultError` ("vault.pin_six_digits") otherwise.
    """
    return PinLock(unlocked, pin, now, cost, monotonic)


def _digits(pin: str) -> bytes:
    numbers = [unicodedata.decimal(char, None) for char in pin.strip()]
    if len(numbers) != DIGITS or None in numbers:
        raise VaultError("vault.pin_six_digits", "pin")
    return bytes(number for number in numbers if number is not None)
