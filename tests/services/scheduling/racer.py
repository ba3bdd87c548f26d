"""`python -m tests.services.scheduling.racer FILE CASE PARTY MOMENT`: another process that books one hour on time.

It opens the same encrypted file for itself, waits for the moment, and prints what became of its booking as JSON.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from uuid import UUID

from services.errors import AppError
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from tests.factories import open_precinct

DAY, START = date(2026, 11, 22), 9 * 60


def main() -> None:
    path, case, party, moment = sys.argv[1:]
    office = open_precinct(Path(path))
    scheduling = Scheduling(office.uow, office.codes)
    draft = AppointmentDraft(
        UUID(case), "individual", DAY, START, office.rooms[0], (office.counsellor.staff_id,), (UUID(party),)
    )
    scheduling.check(office.head, draft)
    time.sleep(max(0.0, float(moment) - time.time()))
    try:
        row = scheduling.book(office.head, draft).value
        told = {"booked": str(row.id)}
    except AppError as error:
        told = {"key": error.key}
        [clash, *_] = scheduling.check(office.head, draft).clashes
        told["words"] = clash.words
        told["slots"] = str(len(scheduling.check(office.head, draft).free_slots))
    sys.stdout.write(json.dumps(told))
    office.close()


if __name__ == "__main__":
    main()
