"""What another colleague's program does on the same folder, in a process of its own."""

from pathlib import Path

from services.clock import SetClock
from services.container import open_services
from services.intake import IntakeDraft
from services.persian.text import search_key
from services.vault.argon import LIGHT
from services.vault.opening import open_with_password
from tests.services.drafts_of import couple
from tests.services.opened_unit import HEAD, HEAD_WORD, MORNING


def register(folder: Path) -> None:
    """Open the folder, sign in, register a file."""
    clock = SetClock(MORNING)
    unlocked = open_with_password(folder, search_key(HEAD), HEAD_WORD, now=clock.now())
    services = open_services(folder, unlocked, clock, LIGHT)
    actor = services.staff.sign_in(unlocked).value
    services.intake.register(actor, IntakeDraft(couple()))
    services.close()
