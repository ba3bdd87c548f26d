"""A whole data folder with the big file in it, made once a day and kept between runs in the temporary folder."""

import hashlib
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from services.clock import SystemClock
from services.container import SetupDraft, open_services, set_up
from services.data_folder import read_front
from services.opening import Colleague, confirm_moved
from services.staff.shapes import StaffDraft
from services.unit_profile.shapes import UnitDraft
from services.vault.argon import STRONG
from services.vault.opening import open_with_password
from tests.benchmarks.big_file import fill
from tests.benchmarks.big_rows import Size
from tests.benchmarks.figures import tell

HEAD, COUNSELLOR = "زهرا فرهمند", "مینا پارسی‌نیا"
PASSWORD = "یک گذرواژه بلند و ساده ۱۲"
_SOURCES = ("models", "tests/benchmarks", "services/indexing.py")
_DONE = "complete"


def big_folder(size: Size = Size()) -> Path:  # noqa: B008 - frozen
    """The folder; it may be written to, later runs begin with a copy of their own."""
    kept = Path(tempfile.gettempdir()) / "sazesh-benchmarks" / str(size.persons) / _mark(size)
    made = kept / "made"
    if not (kept / _DONE).exists():
        shutil.rmtree(kept.parent, ignore_errors=True)
        made.mkdir(parents=True)
        _make(made, size)
        (kept / _DONE).touch()
    used = kept / "used"
    shutil.rmtree(used, ignore_errors=True)
    shutil.copytree(made, used)
    _take_over(used)
    return used


def _take_over(folder: Path) -> None:
    """A copied folder opens for reading alone until the head says that it was moved."""
    clock = SystemClock()
    username = next(account.username for account in read_front(folder).accounts if account.full_name == HEAD)
    unlocked = open_with_password(folder, username, PASSWORD, now=clock.now())
    services = open_services(folder, unlocked, clock, STRONG)
    confirm_moved(services.uow, folder, services.staff.sign_in(unlocked).value)
    services.close()


def _make(folder: Path, size: Size) -> None:
    tell(f"making a file of {size.persons:,} persons, {size.cases:,} cases, {size.appointments:,} appointments …")
    clock = SystemClock()
    draft = SetupDraft(
        unit=UnitDraft("1112", "کلانتری ۱۲ نمونه‌آباد", "دایره مشاوره", "qom", "نمونه"),
        head=StaffDraft(HEAD, "unit_head", title="مسئول واحد"),
        head_password=PASSWORD,
        rooms=("اتاق ۱", "اتاق ۲"),
        colleagues=(Colleague(StaffDraft(COUNSELLOR, "counsellor"), PASSWORD),),
    )
    made = set_up(folder, draft, clock, STRONG)
    services = open_services(folder, made.unlocked, clock, STRONG)
    services.backup.confirm_sheet(services.staff.sign_in(made.unlocked).value)
    fill(services.uow._engine, datetime.now(UTC), size)
    services.close()


def _mark(size: Size) -> str:
    """Another name for other tables, another size or another day."""
    root = Path(__file__).resolve().parents[2]
    digest = hashlib.sha256(f"{size}{datetime.now(UTC).date()}".encode())
    for source in _SOURCES:
        path = root / source
        files = (
            [path] if path.is_file() else sorted(path.glob("big_*.py")) + sorted(path.glob("migrations/versions/*"))
        )
        for file in files:
            digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()[:12]
