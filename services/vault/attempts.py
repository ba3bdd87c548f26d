"""Counting wrong passwords, so that trying many is slow. The count lies beside the key file and outlives a restart.

It slows somebody at the keyboard; somebody with a copy of the folder is slowed by Argon2id only.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from services.vault.argon import folded_name
from services.vault.errors import VaultStorageError, WaitError
from services.vault.whole_file import write_whole

ATTEMPTS = "attempts.json"
DELAYS = (0, 0, 0, 5, 15, 60, 300)
_UNKNOWN_BUCKETS = 16


@dataclass(frozen=True, slots=True)
class _Count:
    failures: int
    last_at: datetime


def bucket(username: str, *, is_known: bool) -> str:
    """Where failures of a name are counted. Unknown names share a few places, so the file cannot be filled up."""
    digest = hashlib.sha256(folded_name(username).encode()).hexdigest()
    return digest[:16] if is_known else f"unknown-{int(digest[:8], 16) % _UNKNOWN_BUCKETS}"


def check_wait(folder: Path, place: str, now: datetime) -> None:
    """`WaitError` ("vault.wait", values: seconds) while the wait after the last failure runs.

    A clock that was set back starts the wait anew, never shortens it.
    """
    counts = _read(folder)
    count = counts.get(place)
    if count is None:
        return
    if now < count.last_at:
        counts[place] = count = _Count(count.failures, now)
        _write(folder, counts)
    left = count.last_at + timedelta(seconds=delay_after(count.failures)) - now
    if left > timedelta(0):
        raise WaitError("vault.wait", seconds=-(-left // timedelta(seconds=1)))


def count_failure(folder: Path, place: str, now: datetime) -> int:
    """Count a wrong password; the seconds until the next try."""
    counts = _read(folder)
    failures = counts[place].failures + 1 if place in counts else 1
    counts[place] = _Count(failures, now)
    _write(folder, counts)
    return delay_after(failures)


def forget_failures(folder: Path, place: str) -> None:
    """After the right password. A folder that cannot be written keeps its count."""
    counts = _read(folder)
    if counts.pop(place, None) is not None:
        try:
            _write(folder, counts)
        except VaultStorageError:
            return


def delay_after(failures: int) -> int:
    """Seconds to wait after so many failures in a row."""
    return DELAYS[min(failures, len(DELAYS)) - 1] if failures else 0


def _read(folder: Path) -> dict[str, _Count]:
    try:
        rows = json.loads((folder / ATTEMPTS).read_bytes())
        return {
            str(place): _Count(int(row[0]), datetime.fromisoformat(row[1]).astimezone(UTC))
            for place, row in rows.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def _write(folder: Path, counts: dict[str, _Count]) -> None:
    rows = {place: [count.failures, count.last_at.isoformat()] for place, count in counts.items()}
    write_whole(folder / ATTEMPTS, json.dumps(rows).encode())
