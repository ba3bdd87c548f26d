"""The code on the recovery sheet: 140 random bits, written so that people can type them without a mistake.

Seven groups of five signs of Crockford's base32, the fifth a check sign over the other four and the group's
place: one wrong sign, two exchanged signs or two exchanged groups are always noticed, and in which group.
"""

import secrets
import unicodedata

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault.errors import VaultError
from services.vault.sealing import Purpose, derived_key, unseal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
GROUP_SIGNS = 5
_ALIKE = str.maketrans("OILU", "011V")
_FIELD = 0b100101  # x^5 + x^2 + 1, primitive: every non-zero power of x below 31 is another element


class RecoveryCode:
    """A code that was made or typed. It is shown once, on the sheet; nothing in the folder holds it."""

    __slots__ = ("_private", "groups", "public_key")

    def __init__(self, groups: tuple[str, ...]) -> None:
        self.groups = groups
        secret = "".join(group[:-1] for group in groups).encode()
        self._private = X25519PrivateKey.from_private_bytes(derived_key(secret, "recovery"))
        self.public_key: bytes = self._private.public_key().public_bytes_raw()

    @classmethod
    def generate(cls) -> "RecoveryCode":
        return cls(tuple(_checked(place, _random_signs()) for place in range(GROUPS)))

    @classmethod
    def parse(cls, text: str) -> "RecoveryCode":
        """The code as typed: any case, digits of any script, O for 0 and I or L for 1, any separators.

        `VaultError`: "vault.recovery_length" (values: signs, typed), "vault.recovery_group" (values: group,
        counted from 1, and others, how many more groups are wrong).
        """
        signs = _signs(text)
        if len(signs) != GROUPS * GROUP_SIGNS:
            raise VaultError("vault.recovery_length", signs=GROUPS * GROUP_SIGNS, typed=len(signs))
        groups = tuple(signs[i : i + GROUP_SIGNS] for i in range(0, len(signs), GROUP_SIGNS))
        wrong = [place for place, group in enumerate(groups) if not is_group(place + 1, group)]
        if wrong:
            raise VaultError("vault.recovery_group", group=wrong[0] + 1, others=len(wrong) - 1)
        return cls(groups)

    @property
    def text(self) -> str:
        """The code as printed."""
        return "-".join(self.groups)

    def unwrap(self, purpose: Purpose, sealed: bytes, context: bytes = b"") -> bytes:
        """What was sealed to `public_key`; `VaultError` ("vault.not_for_you") otherwise."""
        return unseal(self._private, purpose, sealed, context)

    def __repr__(self) -> str:
        return "RecoveryCode(…)"

    def __reduce__(self) -> str:
        raise TypeError("a recovery code cannot be pickled")


def is_group(number: int, text: str) -> bool:
    """Whether the group at place `number` (from 1) is typed right: for a mark beside the field while typing."""
    signs = _signs(text)
    return (
        len(signs) == GROUP_SIGNS
        and all(sign in ALPHABET for sign in signs)
        and (_checked(number - 1, signs[:-1]) == signs)
    )


def same_group(typed: str, group: str) -> bool:
    """Whether what was typed is this group, in any case and script."""
    return _signs(typed) == group


def _random_signs() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(GROUP_SIGNS - 1))


def _checked(place: int, signs: str) -> str:
    total = place + 1
    weight = 1
    for sign in signs:
        weight = _times_x(weight)
        total ^= _product(weight, ALPHABET.index(sign))
    return signs + ALPHABET[total]


def _product(left: int, right: int) -> int:
    """The product in the field of 32 elements."""
    total = 0
    while right:
        if right & 1:
            total ^= left
        left = _times_x(left)
        right >>= 1
    return total


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 0b100000 else value


def _signs(text: str) -> str:
    """Letters and digits of what was typed, in the alphabet's own forms; strange letters stay, to be found wrong."""
    kept = []
    for char in unicodedata.normalize("NFKC", text):
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            kept.append(str(digit))
        elif char.isalpha():
            kept.append(char.upper())
    return "".join(kept).translate(_ALIKE)
