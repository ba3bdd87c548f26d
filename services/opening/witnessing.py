"""The witness file beside the keys: told after each commit, asked at each opening (design.md §5)."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from services import audit, numbering
from services.errors import StorageError
from services.opening.catch_up import gaps
from services.unit_of_work import Committed, Tx
from services.vault.errors import VaultError
from services.vault.witness import Witness, read_witness, write_witness


@dataclass(frozen=True, slots=True)
class Lost:
    """What the witness saw and the file does not know: an older file was put back."""

    chain_seq: int
    held_seq: int
    serials: dict[str, int]

    def words(self) -> str:
        """For the audit entry: the chain's numbers, and each book's, before and after."""
        books = ", ".join(f"{book} {last}" for book, last in sorted(self.serials.items()))
        return f"chain {self.held_seq} {self.chain_seq}; {books}".rstrip("; ")


def writer(folder: Path, installation_id: UUID) -> Callable[[Committed], None]:
    """What a unit of work calls after each commit. It does not wait for the disk; `flush` does, on closing."""

    def tell(committed: Committed) -> None:
        write_witness(folder, _witness(committed, installation_id), flush=False)

    return tell


def flush(folder: Path) -> None:
    """Bring the last witness to the disk; on a full one it stays as it was told."""
    seen = _read(folder)
    if seen is not None:
        with suppress(StorageError):
            write_witness(folder, seen)


def what_is_lost(tx: Tx, folder: Path, installation_id: UUID) -> Lost | None:
    """None when the file knows all that the witness saw.

    A missing or damaged witness proves nothing either way; the head can raise the numbers by hand. A witness
    that lags behind is a crash between commit and witness, and harmless.
    """
    seen = _read(folder)
    if seen is None or seen.installation_id != installation_id:
        return None
    head = audit.head(tx.session, tx.actor.unit_id, installation_id)
    open_gaps = gaps(numbering.last_serials(tx.session, tx.actor.unit_id), seen.last_serials)
    forked = seen.seq <= head.seq and not _holds(tx, installation_id, seen)
    if seen.seq <= head.seq and not forked and not open_gaps:
        return None
    return Lost(seen.seq, head.seq, {book: last for book, (_known, last) in open_gaps.items()})


def _holds(tx: Tx, installation_id: UUID, seen: Witness) -> bool:
    """Whether the file's chain has the link that the witness saw last: a copy that was read has grown since."""
    if seen.seq == 0:
        return True
    link = audit.hash_at(tx.session, tx.actor.unit_id, installation_id, seen.seq)
    return link is not None and link.hex() == seen.chain_head


def _read(folder: Path) -> Witness | None:
    try:
        return read_witness(folder)
    except VaultError:
        return None


def _witness(committed: Committed, installation_id: UUID) -> Witness:
    return Witness(
        chain_head=committed.chain_hash.hex(),
        seq=committed.chain_seq,
        last_serials=dict(committed.serials),
        installation_id=installation_id,
        written_at=committed.at,
    )
