"""What an ended colleague left half-written does not outlive the account."""

from datetime import timedelta
from pathlib import Path

from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, opened_unit


def test_drafts_of_an_ended_account_are_erased_at_the_next_start(tmp_path: Path) -> None:
    unit = opened_unit(tmp_path / "data")
    colleague = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    for actor in (colleague, unit.head):
        unit.services.drafts.save(actor, "screen", "", {"note": "half-written"})
        unit.services.drafts.save(actor, "sheet:RoomSheet", "", {"name": "half-written"})
    unit.reopen()
    assert unit.services.drafts.load(colleague, "screen") is not None
    row = next(row for row in unit.services.staff.list(unit.head) if row.id == colleague.staff_id)
    unit.services.staff.end(unit.head, row.id, row.version, "left")
    unit.reopen()
    assert unit.services.drafts.load(colleague, "screen") is None
    assert unit.services.drafts.load(unit.head, "screen") is not None
    assert unit.services.drafts.load(unit.head, "sheet:RoomSheet") is not None
    unit.clock.advance(timedelta(days=31))
    unit.reopen()
    assert unit.services.drafts.load(unit.head, "sheet:RoomSheet") is None
    assert unit.services.drafts.load(unit.head, "screen") is not None
    unit.services.close()
