"""The printed sheet of a shift, read back by both readers: numbers of files, nobody's name, no code (P-34, P-2)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.enums import FlagLevel
from services.documents import Printouts
from services.persian.digits import to_ascii
from services.persian.text import search_key
from tests.services.documents.readers import flat, pdfium, poppler
from tests.services.handover.test_shifts import busy, hand_over, sign_in
from tests.services.work import Work

Reader = Callable[[bytes, Path], str]


@pytest.mark.parametrize("reader", [poppler, pdfium])
def test_numbers_hours_and_the_two_colleagues(work: Work, tmp_path: Path, reader: Reader) -> None:
    case_id = busy(work)
    sign_in(work, work.worker, work.unit.second)
    shift = hand_over(work, work.worker, work.unit.second, calls="زنگ به رها", note="کلید نزد من است")
    job = Printouts(work.unit.uow, work.unit.codes).shift(work.worker, shift.id).value
    text = search_key(to_ascii(flat(reader(job.content, tmp_path))))
    detail = work.detail(case_id)
    for words in ("تحویل نوبت", "خطرهای باز", "مهلت های در گذر", "کسانی که می آیند", "موردی نیست"):
        assert search_key(words) in text
    assert search_key(work.worker.name) in text
    assert search_key(work.unit.second.name) in text
    assert search_key(to_ascii(detail.row.case_no)) in text
    for typed in ("زنگ به رها", "کلید نزد من", *(party.name for party in detail.parties)):
        assert search_key(typed) not in text
    assert "shift.print" in work.actions()


def test_what_the_reader_may_not_know_of_is_not_printed(work: Work, tmp_path: Path) -> None:
    from models.enums import Confidentiality

    case_id = work.register()
    work.flag(case_id, "weapon", FlagLevel.IMMINENT)
    detail = work.detail(case_id)
    work.cases.set_confidentiality(work.unit.head, case_id, detail.version, Confidentiality.RESTRICTED)
    sign_in(work, work.worker, work.unit.second)
    shift = hand_over(work, work.worker, work.unit.second)
    job = Printouts(work.unit.uow, work.unit.codes).shift(work.unit.second, shift.id).value
    assert to_ascii(detail.row.case_no) not in to_ascii(flat(poppler(job.content, tmp_path)))
