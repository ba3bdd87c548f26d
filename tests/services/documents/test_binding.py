"""Papers behind each other in one file, on a disk that takes no more."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest

from services.documents.render import render
from services.documents.specimen import specimen_paper
from services.documents.typesetting.binding import Binder
from services.documents.typesetting.stamping import Stamp, stamp_pages
from tests.services.documents.readers import READERS, Reader, flat
from tests.services.documents.samples import ALL

PAPERS = [render(specimen_paper(text, title=name)) for name, text in ALL.items()]


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file grows beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def fill(binder: Binder) -> int:
    """The papers that it took until the disk was full."""
    for taken, content in enumerate(PAPERS * 3):
        try:
            binder.add(content)
        except OSError:
            return taken
    raise AssertionError("the disk was never full")


@pytest.mark.parametrize("reader", READERS)
def test_stamped_papers_keep_their_marks(reader: Reader, tmp_path: Path) -> None:
    copies = stamp_pages(PAPERS[0], [Stamp(note="نسخه ۱ از ۲"), Stamp("رونوشت", "رونوشت دوم")])
    target = tmp_path / "bound.pdf"
    with Binder(target, "برگه‌ها") as binder:
        for content in (PAPERS[1], copies, PAPERS[1]):
            binder.add(content)
        assert binder.finish() == 3
    assert pages_of(target) == 4
    text = flat(reader(target.read_bytes(), tmp_path))
    assert text.count("نسخه ۱ از ۲") == text.count("رونوشت دوم") == 1


def test_what_has_no_room_is_left_out_and_the_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "bound.pdf"
    room = sum(map(len, PAPERS[:3])) + 2_000
    with full_after(room), Binder(target, "برگه‌ها") as binder:
        taken = fill(binder)
        kept = binder.finish()
    assert 0 < kept <= taken
    assert pages_of(target) == kept
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_disk_without_any_room_leaves_nothing(tmp_path: Path) -> None:
    with full_after(500), Binder(tmp_path / "bound.pdf", "برگه‌ها") as binder:
        with pytest.raises(OSError):  # noqa: PT011
            binder.add(PAPERS[0])
        assert binder.finish() == 0
    assert list(tmp_path.iterdir()) == []


def test_who_leaves_without_an_end_leaves_nothing(tmp_path: Path) -> None:
    with Binder(tmp_path / "bound.pdf", "برگه‌ها") as binder:
        binder.add(PAPERS[0])
    assert list(tmp_path.iterdir()) == []
