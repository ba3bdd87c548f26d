"""How expensive it is to try a password."""

from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from services.persian.keyboard import fold_secret


@dataclass(frozen=True, slots=True)
class ArgonCost:
    """Argon2id: memory in KiB, passes and lanes. Stored in each slot, so that it can rise later."""

    memory_kib: int
    passes: int
    lanes: int

    def is_bearable(self) -> bool:
        """Whether a key file may ask for this: a damaged one must not take all the memory."""
        return 1 <= self.lanes <= 64 and 8 * self.lanes <= self.memory_kib <= 2**20 and 1 <= self.passes <= 64


STRONG = ArgonCost(memory_kib=64 * 1024, passes=3, lanes=4)
LIGHT = ArgonCost(memory_kib=19 * 1024, passes=2, lanes=1)


def stretch(secret: bytes, salt: bytes, cost: ArgonCost) -> bytes:
    """32 key bytes from a secret that people can remember."""
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID)


def password_bytes(password: str) -> bytes:
    """The password as it enters the derivation, the same on every Persian layout and with every digit (P-41)."""
    return fold_secret(password).encode()


def folded_name(username: str) -> str:
    """The form in which usernames are compared."""
    return fold_secret(username).strip().casefold()
