"""Killed while somebody types and registers: at most two seconds of typing go, and never a stored record."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from services.data_folder import read_front
from services.demo import PASSWORD
from services.persian.digits import to_ascii
from services.search import CaseFilter
from tests.demo_folder import CHEAP, demo_clock, enter
from tests.journeys.typist import WHO
from ui.play.stage import Camera, Stage
from ui.start.left_drafts import LeftDrafts

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
MOST_LOST = 2.0


class Typist:
    """The child process, and what it said when."""

    def __init__(self, folder: Path, deed: str) -> None:
        command = [sys.executable, "-m", "tests.journeys.typist", str(folder), deed]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dict(os.environ)
        )
        self.lines: list[tuple[float, str]] = []
        self.noise: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait(self, count: int, patience: float = 120) -> None:
        """Until it said that many things."""
        limit = time.monotonic() + patience
        while len(self.lines) < count:
            assert time.monotonic() < limit, f"the typist did not come that far: {self.noise[-5:]}"
            assert self._process.poll() is None, self.noise[-5:]
            time.sleep(0.01)

    def kill(self) -> float:
        """Kill -9; the moment of it."""
        moment = time.monotonic()
        self._process.kill()
        self._process.wait(20)
        self._reader.join(20)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return moment

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            moment, _, words = line.strip().partition(" ")
            if re.fullmatch(r"\d+\.\d{3}", moment):
                self.lines.append((float(moment), words))
            else:
                self.noise.append(line)


@pytest.fixture
def stages(tmp_path: Path) -> Iterator[list[Stage]]:
    opened: list[Stage] = []
    yield opened
    for stage in opened:
        stage.close()


def test_at_most_two_seconds_of_typing_are_lost(precinct_folder: Path, tmp_path: Path, stages: list[Stage]) -> None:
    typist = Typist(precinct_folder, "type")
    typist.wait(60 + random.randrange(40))
    killed = typist.kill()
    safe = [int(words.split()[1]) for moment, words in typist.lines if moment < killed - MOST_LOST]
    stage = Stage(precinct_folder, demo_clock(), Camera(tmp_path / "screens"), CHEAP)
    stages.append(stage)
    stage.sign_in(WHO, PASSWORD)
    sheet = stage.wait_sheet(LeftDrafts)
    stage.keyboard.push(stage.button(sheet.tr("Go on"), inside=sheet))
    page = stage.on("IntakePage")
    field = page.referral.field("subject_line")
    stage.keyboard.settle(lambda: bool(field.edit.text()))
    kept = [int(word) for word in to_ascii(field.edit.text()).split()]
    assert kept == list(range(1, len(kept) + 1)), "something in the middle is missing"
    assert len(kept) >= max(safe), f"{max(safe)} were typed {MOST_LOST} s before the end, {len(kept)} are left"


@pytest.mark.parametrize("delay", [0.0, 0.15, 0.6])
def test_no_stored_record_is_lost(precinct_folder: Path, delay: float) -> None:
    typist = Typist(precinct_folder, "register")
    typist.wait(2)
    time.sleep(delay + random.random() * 0.3)
    typist.kill()
    told = [words.split()[1] for _, words in typist.lines]
    services, actor = enter(precinct_folder, WHO)
    try:
        stored = [row.case_no for row in services.lists.cases(actor, CaseFilter(), limit=500)]
        assert set(told) <= set(stored)
        serials = sorted(int(number.rpartition("-")[2]) for number in stored)
        newest = serials[serials.index(int(told[0].rpartition("-")[2])) :]
        assert newest == list(range(newest[0], newest[0] + len(newest))), "a number was left out"
        assert len(newest) <= len(told) + 1
    finally:
        services.close()


def test_a_killed_program_leaves_a_door_that_opens(precinct_folder: Path) -> None:
    typist = Typist(precinct_folder, "type")
    typist.wait(1)
    typist.kill()
    assert read_front(precinct_folder).accounts
    services, _actor = enter(precinct_folder, "head")
    assert services.opened.restored is None
    services.close()
