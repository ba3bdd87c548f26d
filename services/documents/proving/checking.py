"""Telling a genuine paper from an altered one, from nothing but the text of its code and public keys (design.md §5).

Nobody signs in for it. What it can't tell is said: a code that was copied onto another sheet is genuine, so the
signed text is shown, to be compared by eye.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .known_keys import KnownKey
from .payload import DamagedPayloadError, decode, signed_bytes
from .revocations import RevocationList
from .short_code import spelled


class Judgement(StrEnum):
    """What can be said of a code. `NO_CODE`: there is none in what was given."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN_UNIT = "unknown_unit"
    REVOKED = "revoked"
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`text` is the signed text, a line each; that of an altered paper or an unknown unit is what it claims.

    `differing` are words of the signed text that the file's own text does not have: somebody changed the file.
    `listed_on`: the day up to which it is known that the paper was not made void; None where no list tells.
    """

    judgement: Judgement
    text: str = ""
    code: str = ""
    key_id: str = ""
    unit: str = ""
    listed_on: date | None = None
    revoked_on: date | None = None
    differing: tuple[str, ...] = ()


def judge(letters: str, keys: Iterable[KnownKey], lists: Iterable[RevocationList] = ()) -> Verdict:
    """What the code in `letters` is worth. `lists` are those whose signatures were checked."""
    try:
        payload = decode(letters)
    except LookupError:
        return Verdict(Judgement.NO_CODE)
    except DamagedPayloadError:
        return Verdict(Judgement.ALTERED)
    code = spelled(payload.code)
    known = next((key for key in keys if key.key_id == payload.key_id), None)
    if known is None:
        return Verdict(Judgement.UNKNOWN_UNIT, payload.text, code, payload.key_id)
    try:
        message = signed_bytes(payload.key_id, payload.code, payload.text)
        Ed25519PublicKey.from_public_bytes(known.public).verify(payload.signature, message)
    except InvalidSignature:
        return Verdict(Judgement.ALTERED, payload.text, code, payload.key_id, known.unit)
    listed_on, revoked_on = _revoked(code, known, lists)
    judgement = Judgement.REVOKED if revoked_on else Judgement.GENUINE
    return Verdict(judgement, payload.text, code, payload.key_id, known.unit, listed_on, revoked_on)


def _revoked(code: str, key: KnownKey, lists: Iterable[RevocationList]) -> tuple[date | None, date | None]:
    """The day of the latest list of the unit, and the day on which it says the paper was made void."""
    of_unit = sorted((one for one in lists if one.unit_id == key.unit_id), key=lambda one: one.made_on)
    if not of_unit:
        return None, None
    days = [row.on for one in of_unit for row in one.rows if row.code == code]
    return of_unit[-1].made_on, days[0] if days else None
