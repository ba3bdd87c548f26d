"""Two programs on one encrypted file book one hour at the same moment: one gets it, the other is told who has it."""

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.factories import precinct
from tests.services.scheduling.dispute import SUNDAY, dispute
from tests.services.scheduling.racer import DAY

_ROOT = Path(__file__).resolve().parents[3]
_HEAD_START = 5.0


def test_one_gets_the_hour_and_the_other_is_told_why(tmp_path: Path) -> None:
    assert DAY == SUNDAY
    office = precinct(tmp_path)
    files = dispute(office, 1), dispute(office, 2)
    moment = time.time() + _HEAD_START
    racers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.services.scheduling.racer",
                str(office.path),
                str(file.case_id),
                str(file.parties[0]),
                str(moment),
            ],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for file in files
    ]
    told = [json.loads(racer.communicate(timeout=120)[0]) for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0]
    booked = [one for one in told if "booked" in one]
    refused = [one for one in told if "key" in one]
    assert len(booked) == len(refused) == 1
    assert refused[0]["key"] == "scheduling.clash_room"
    assert "اتاق ۱" in refused[0]["words"]
    assert refused[0]["slots"] == "3"
    rows = [row for file in files for row in file.scheduling.of_case(office.head, file.case_id)]
    assert [str(row.id) for row in rows] == [booked[0]["booked"]]
    office.close()
