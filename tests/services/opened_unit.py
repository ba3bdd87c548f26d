"""A unit that was really set up: key file, encrypted file, witness; with next to no password cost."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from services.actor import Actor
from services.clock import SetClock
from services.container import Services, open_services
from services.opening import Colleague, SetUp, SetupDraft, set_up
from services.persian.text import search_key
from services.staff import StaffDraft
from services.unit_profile import UnitDraft
from services.vault.opening import open_with_password
from services.vault.unlocked import Unlocked
from tests.unit_folder import CHEAP, copied_unit

MORNING = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)
"""Saturday, 30 Aban 1405, nine o'clock."""

HEAD, HEAD_WORD = "مریم رضایی", "بهار آمد ۱۴۰۵"
COUNSELLOR, COUNSELLOR_WORD = "علی کریمی", "first word 7"
CONSCRIPT, CONSCRIPT_WORD = "رضا نوری", "second word 7"

UNIT = UnitDraft(
    code="۱۱۱۲",
    name="کلانتری ۱۲ آزمون",
    section="دایره مشاوره و مددکاری اجتماعی",
    province="qom",
    county="قم",
    letterhead_lines=("فرماندهی انتظامی استان قم", "کلانتری ۱۲ آزمون"),
    letter_section="۴",
)

DRAFT = SetupDraft(
    unit=UNIT,
    head=StaffDraft(HEAD, "unit_head", "captain", may_sign=True),
    head_password=HEAD_WORD,
    rooms=("اتاق ۱", "", "اتاق ۲"),
    colleagues=(
        Colleague(StaffDraft(COUNSELLOR, "counsellor"), COUNSELLOR_WORD),
        Colleague(StaffDraft(CONSCRIPT, "conscript", service_end_on=date(2026, 11, 30)), CONSCRIPT_WORD),
    ),
    last_numbers={"cases": 36, "normal": 120, "confidential": 0},
)


@dataclass
class OpenedUnit:
    """An open folder and whoever signed in as head."""

    folder: Path
    clock: SetClock
    made: SetUp
    services: Services
    head: Actor

    def sign_in(self, name: str, password: str) -> Actor:
        return self.services.staff.sign_in(self.unlock(name, password)).value

    def unlock(self, name: str, password: str) -> Unlocked:
        return self.unlock_in(self.folder, name, password)

    def unlock_in(self, folder: Path, name: str, password: str) -> Unlocked:
        """Usernames are made from the names."""
        return open_with_password(folder, search_key(name), password, now=self.clock.now())

    def reopen(self) -> None:
        """Close and open the folder again, as the next morning does; the head signs in."""
        self.services.close()
        self.services = open_services(self.folder, self.made.unlocked, self.clock, CHEAP)
        self.head = self.services.staff.sign_in(self.made.unlocked).value

    def reopen_anew(self) -> None:
        """As `reopen`, with the keys as they lie in the folder now."""
        self.services.close()
        unlocked = self.unlock(HEAD, HEAD_WORD)
        self.services = open_services(self.folder, unlocked, self.clock, CHEAP)
        self.head = self.services.staff.sign_in(unlocked).value


def opened_unit(folder: Path, draft: SetupDraft = DRAFT) -> OpenedUnit:
    """A unit of one's own; all of one draft have the same ids and keys."""
    return _opened(folder, copied_unit(folder, draft, MORNING))


def fresh_unit(folder: Path, draft: SetupDraft = DRAFT) -> OpenedUnit:
    """A unit like no other: the first start itself runs."""
    return _opened(folder, set_up(folder, draft, SetClock(MORNING), CHEAP))


def _opened(folder: Path, made: SetUp) -> OpenedUnit:
    clock = SetClock(MORNING)
    services = open_services(folder, made.unlocked, clock, CHEAP)
    return OpenedUnit(folder, clock, made, services, services.staff.sign_in(made.unlocked).value)
