"""Originals, spoilt sheets, copies (P-23); the stored bytes stay the beginning of whatever is printed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.letter import PrintLog
from services.documents import Documents, IssuedPaper, PrintKind
from services.documents.printing import due_originals
from services.drafts import Drafts
from services.errors import InvalidError
from tests.services.documents.readers import READERS, flat
from tests.services.documents.scene import Scene

Reader = Callable[[bytes, Path], str]
ORIGINAL, COPY, SPOILT = PrintKind.ORIGINAL, PrintKind.COPY, PrintKind.SPOILT
_WHITE = bytes(range(250, 256))


def four(scene: Scene) -> IssuedPaper:
    from dataclasses import replace

    return scene.issue(replace(scene.certificate(), originals=4))


def test_a_single_original_is_the_stored_paper_itself(scene: Scene) -> None:
    paper = scene.issue(scene.certificate())
    assert paper.due == (1,)
    job = scene.documents.record_print(scene.worker, paper.id, "چاپگر اتاق ۲").value
    assert (job.kind, job.numbers) == (ORIGINAL, (1,))
    assert job.content == scene.content(paper)
    after = scene.documents.get(scene.worker, paper.id)
    assert after.due == ()
    assert [(row.kind, row.numbers, row.count, row.target) for row in after.prints] == [
        (ORIGINAL, (1,), 1, "چاپگر اتاق ۲")
    ]


@pytest.mark.parametrize("reader", READERS)
def test_originals_are_numbered_and_spoilt_ones_come_again(scene: Scene, reader: Reader, tmp_path: Path) -> None:
    paper = four(scene)
    stored = scene.content(paper)
    job = scene.documents.record_print(scene.worker, paper.id, "چاپگر").value
    text = flat(reader(job.content, tmp_path))
    assert job.numbers == (1, 2, 3, 4)
    for number in "۱۲۳۴":
        assert f"نسخه {number} از ۴" in text
    assert "رونوشت" not in text
    assert job.content.startswith(stored)
    spoilt = scene.documents.record_spoilt(scene.worker, paper.id, (2, 4)).value
    assert spoilt.due == (2, 4)
    again = scene.documents.record_print(scene.worker, paper.id, "چاپگر").value
    text = flat(reader(again.content, tmp_path))
    assert (again.kind, again.numbers) == (ORIGINAL, (2, 4))
    assert "نسخه ۲ از ۴" in text
    assert "نسخه ۱ از ۴" not in text
    kinds = [row.kind for row in scene.documents.get(scene.worker, paper.id).prints]
    assert kinds == [ORIGINAL, SPOILT, ORIGINAL]
    assert scene.content(paper) == stored


@pytest.mark.parametrize("reader", READERS)
def test_later_prints_are_copies_with_their_mark(scene: Scene, reader: Reader, tmp_path: Path) -> None:
    paper = scene.issue(scene.certificate())
    stored = scene.content(paper)
    scene.documents.record_print(scene.worker, paper.id, "چاپگر")
    for word in ("دوم", "سوم"):
        job = scene.documents.record_print(scene.unit.head, paper.id, "گواهی.pdf").value
        assert (job.kind, job.numbers) == (COPY, ())
        text = flat(reader(job.content, tmp_path))
        assert f"رونوشت، چاپ {word}، ۱۴۰۵/۰۸/۳۰، مهناز کاوه" in text
        assert "مریم محمدی‌نیا، فرزند حسن" in text
        assert job.content.startswith(stored)
    assert scene.content(paper) == stored
    assert [row.kind for row in scene.rows(PrintLog)] == [ORIGINAL, COPY, COPY]


def test_every_sheet_shows_paper_and_mark(scene: Scene) -> None:
    """What is drawn over lies on all pages and darkens paper that was white."""
    paper = scene.issue(scene.consent())
    plain = scene.content(paper)
    scene.documents.record_print(scene.worker, paper.id, "چاپگر")
    copy = scene.documents.record_print(scene.worker, paper.id, "چاپگر").value.content
    before, after = _ink(plain), _ink(copy)
    assert len(before) == len(after) == paper.pages
    assert all(later > earlier + 1000 for earlier, later in zip(before, after, strict=True))


def _ink(content: bytes) -> list[int]:
    document = pypdfium2.PdfDocument(content)
    try:
        counts = []
        for page in document:
            picture = bytes(page.render(scale=1).buffer)
            counts.append(len(picture.translate(None, _WHITE)))
            page.close()
    finally:
        document.close()
    return counts


def test_nothing_is_spoilt_that_was_not_printed(scene: Scene) -> None:
    paper = four(scene)
    for numbers in ((1,), (), (9,)):
        with pytest.raises(InvalidError, match=r"documents\.nothing_spoilt"):
            scene.documents.record_spoilt(scene.worker, paper.id, numbers)


_RUNS = st.lists(
    st.tuples(st.sampled_from([ORIGINAL, COPY, SPOILT]), st.sets(st.integers(1, 6)).map(tuple)), max_size=12
)


@given(st.integers(1, 4), _RUNS)
def test_an_original_is_due_until_its_last_word_is_a_good_print(
    originals: int, runs: list[tuple[PrintKind, tuple[int, ...]]]
) -> None:
    due = due_originals(originals, runs)
    for number in range(1, originals + 1):
        words = [kind for kind, numbers in runs if number in numbers and kind is not COPY]
        assert (number in due) == (not words or words[-1] is SPOILT)
    assert all(1 <= number <= originals for number in due)


def test_a_run_that_nobody_confirmed_is_asked_about(scene: Scene, tmp_path: Path) -> None:
    """The power went between the log and the printer: the log is not taken for the paper."""
    drafts = Drafts(tmp_path / "drafts.db", "5b" * 32, scene.unit.clock)
    documents = Documents(scene.unit.uow, scene.unit.codes, None, drafts)
    paper, other = four(scene), scene.issue(scene.certificate())
    assert documents.open_runs(scene.worker) == ()
    documents.record_print(scene.worker, paper.id, "چاپگر")
    scene.unit.clock.advance(timedelta(minutes=1))
    documents.record_print(scene.worker, other.id, "چاپگر")
    [latest, run] = documents.open_runs(scene.worker)
    assert (run.document_id, run.number, run.numbers, run.target) == (paper.id, paper.number, (1, 2, 3, 4), "چاپگر")
    assert latest.document_id == other.id
    assert documents.open_runs(scene.unit.head) == (), "whoever printed is asked"
    documents.came_out(scene.worker, (other.id,))
    assert documents.record_spoilt(scene.worker, paper.id, (3, 4)).value.due == (3, 4)
    assert documents.open_runs(scene.worker) == ()
    documents.record_print(scene.worker, other.id, "چاپگر")
    assert documents.open_runs(scene.worker) == (), "a copy is not counted"
    documents.record_print(scene.worker, paper.id, "چاپگر")
    assert [run.numbers for run in documents.open_runs(scene.worker)] == [(3, 4)]
    scene.documents.void(scene.worker, paper.id, scene.documents.get(scene.worker, paper.id).version, "سهو")
    assert documents.open_runs(scene.worker) == ()
    assert drafts.of(scene.worker) == (), "what there is nothing to ask about is forgotten"
    drafts.close()


def test_a_mark_without_a_log_asks_nothing(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path / "drafts.db", "5b" * 32, scene.unit.clock)
    documents = Documents(scene.unit.uow, scene.unit.codes, None, drafts)
    paper = scene.issue(scene.certificate())

    def dies(*_args: object, **_named: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("services.audit.append", dies)
        with pytest.raises(RuntimeError):
            documents.record_print(scene.worker, paper.id, "چاپگر")
    assert len(drafts.of(scene.worker)) == 1
    assert documents.open_runs(scene.worker) == ()
    assert documents.get(scene.worker, paper.id).due == (1,)
    drafts.close()
