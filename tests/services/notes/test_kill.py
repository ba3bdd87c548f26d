"""What was typed of a process note outlives a killed program, sealed to its author."""

import os
import subprocess
import sys
from pathlib import Path

from services.container import open_services
from services.vault.argon import LIGHT
from tests.services.notes.desk import MARK, PEOPLE, WORD, lay_notes_desk
from tests.services.opened_unit import HEAD, HEAD_WORD

_CHILD = """
import os, signal, sys
from pathlib import Path
from services.clock import SetClock
from services.container import open_services
from services.persian.text import search_key
from services.vault.argon import LIGHT
from services.vault.opening import open_with_password
from tests.services.opened_unit import MORNING

folder, name, word, text = Path(sys.argv[1]), *sys.argv[2:]
unlocked = open_with_password(folder, search_key(name), word, now=MORNING)
services = open_services(folder, unlocked, SetClock(MORNING), LIGHT)
actor = services.staff.sign_in(unlocked).value
services.notes.keep_draft(actor, "case:note", "x", text)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_keeps_what_was_typed(tmp_path: Path) -> None:
    desk = lay_notes_desk(tmp_path)
    folder, clock = desk.unit.folder, desk.unit.clock
    desk.unit.services.close()
    child = [sys.executable, "-c", _CHILD, str(folder), PEOPLE["counsellor"], WORD, MARK]
    done = subprocess.run(child, env=os.environ | {"PYTHONPATH": str(Path.cwd())}, check=False, capture_output=True)
    assert done.returncode < 0, done.stderr.decode()
    services = open_services(folder, desk.unit.unlock(HEAD, HEAD_WORD), clock, LIGHT)
    try:
        me = services.staff.sign_in(desk.unit.unlock(PEOPLE["counsellor"], WORD)).value
        second = services.staff.sign_in(desk.unit.unlock(PEOPLE["second"], WORD)).value
        assert services.notes.draft(me, "case:note", "x") == MARK
        assert services.notes.draft(second, "case:note", "x") is None
        assert MARK not in str(services.drafts.load(me, "case:note", "x"))
    finally:
        services.close()
