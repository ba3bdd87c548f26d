"""Units that were really set up: the first start runs once a process for each draft, then its folder is copied.

What a first start does is checked on fresh ones (`tests/services/opening/test_set_up.py`).
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from models.engine import open_file
from models.unit import Setting
from services.clock import SetClock
from services.data_folder import DATABASE
from services.opening import SetUp, SetupDraft, set_up
from services.opening.host import host_mark
from services.vault.argon import ArgonCost
from services.vault.opening import open_with_password

CHEAP = ArgonCost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True)
class _Template:
    folder: Path
    made: SetUp


_templates: dict[str, _Template] = {}


def copied_unit(folder: Path, draft: SetupDraft, morning: datetime) -> SetUp:
    """What `set_up` would leave in `folder` and give back; copies of one draft share their ids, keys and codes."""
    template = _template(draft, morning)
    shutil.copytree(template.folder, folder, dirs_exist_ok=True)
    name = template.made.unlocked.username
    unlocked = open_with_password(folder, name, draft.head_password, now=morning)
    engine = open_file(folder / DATABASE, unlocked.data_key_hex)
    with Session(engine) as session:  # at home there as if it had been made there
        session.execute(update(Setting).where(Setting.key == "home").values(value={"value": host_mark(folder)}))
        session.commit()
    engine.dispose()
    return SetUp(unlocked, template.made.recovery)


def _template(draft: SetupDraft, morning: datetime) -> _Template:
    mark = f"{draft!r} {morning.isoformat()}"
    if mark not in _templates:
        place = Path(tempfile.mkdtemp(prefix="sazesh-test-"))
        atexit.register(shutil.rmtree, place, ignore_errors=True)
        _templates[mark] = _Template(place / "data", set_up(place / "data", draft, SetClock(morning), CHEAP))
    return _templates[mark]
