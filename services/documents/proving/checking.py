"""Telling a genuine paper from an altered one, from nothing but the text of its code and public keys (design.md §5).

Nobody signs in for it. What it can't tell is said: a code that was copied onto another sheet is genuine, so the
signed text is shown, to be compared by eye.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from services.catalogue import say
from services.persian.digits import to_ascii
from services.persian.jalali import format_date

from .known_keys import KnownKey
from .payload import DamagedPayloadError, decode, signed_bytes
from .revocations import RevocationList
from .short_code import spelled


class Judgement(StrEnum):
    """What can be said of a code. `NO_CODE`: there is none in what was given. `RETIRED_KEY`: the signature is right,
    but the paper is of a later day than the last one of its key: whoever holds an old key may have made it."""

    GENUINE = "genuine"
    RETIRED_KEY = "retired_key"
    ALTERED = "altered"
    UNKNOWN_UNIT = "unknown_unit"
    REVOKED = "revoked"
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`text` is the signed text, a line each; that of an altered paper or an unknown unit is what it claims.

    `differing` are words of the signed text that the file's own text does not have: somebody changed the file.
    `listed_on`: the day up to which it is known that the paper was not made void; None where no list tells.
    `key_ended_on`: the last day of the key, where the unit replaced it.
    """

    judgement: Judgement
    text: str = ""
    code: str = ""
    key_id: str = ""
    unit: str = ""
    listed_on: date | None = None
    revoked_on: date | None = None
    differing: tuple[str, ...] = ()
    key_ended_on: date | None = None


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
    judgement = Judgement.RETIRED_KEY if _is_after(payload.text, known.ends_on) else Judgement.GENUINE
    return Verdict(
        Judgement.REVOKED if revoked_on else judgement,
        payload.text,
        code,
        payload.key_id,
        known.unit,
        listed_on,
        revoked_on,
        key_ended_on=known.ends_on,
    )


def day_label() -> str:
    """What stands before a paper's own day in its signed text."""
    return say("documents.date")


def last_day(ends_on: date | None) -> str:
    """A key's last day as papers write days, in ASCII digits; as text it compares like the day."""
    return to_ascii(format_date(ends_on)) if ends_on is not None else ""


def _is_after(text: str, ends_on: date | None) -> bool:
    """Whether the signed text names a day of the paper that lies behind the last day of its key."""
    found = re.search(rf"^{re.escape(day_label())}: (\d{{4}}/\d\d/\d\d)$", to_ascii(text), re.MULTILINE)
    return ends_on is not None and found is not None and found[1] > last_day(ends_on)


def _revoked(code: str, key: KnownKey, lists: Iterable[RevocationList]) -> tuple[date | None, date | None]:
    """The day of the latest list of the unit, and the day on which it says the paper was made void."""
    of_unit = sorted((one for one in lists if one.unit_id == key.unit_id), key=lambda one: one.made_on)
    if not of_unit:
        return None, None
    days = [row.on for one in of_unit for row in one.rows if row.code == code]
    return of_unit[-1].made_on, days[0] if days else None
