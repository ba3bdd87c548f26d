"""Who reported a child at risk stands on a sheet of its own (P-16) and nowhere else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from models.enums import PrintKind
from models.letter import Document
from services.documents import PaperKind, PaperRequest
from services.errors import InvalidDraft, InvalidError, NotAllowedError
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat
from tests.services.documents.scene import SHELTER, Scene
from tests.services.documents.story import story
from tests.services.documents.test_outcome_papers import said_in_order, text_of
from tests.services.documents.test_sent_on import child_report, offered

Reader = Callable[[bytes, Path], str]
KIND = PaperKind.REPORTER_SHEET
NAME = "پروانه نیک‌اندیش"


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def sheet(scene: Scene, **values: str) -> PaperRequest:
    typed = {
        "to_whom": "دادستان محترم قم",
        "letter_no": "1112/4/44",
        "reporter_name": NAME,
        "reporter_phone": "۰۹۶۰۰۰۰۰۱۱۲",
        "reporter_relation": "همسایه طبقه بالا",
        "reported_at": "۳۰ آبان، ساعت ۱۰:۲۰، حضوری",
        "stays_secret": "yes",
    } | values
    return PaperRequest(scene.case_id, KIND, values=tuple(typed.items()))


@pytest.mark.parametrize("reader", READERS)
def test_the_sheet_names_who_reported_and_goes_into_an_envelope(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    job = tale.documents.print_card(tale.worker, sheet(tale)).value
    assert (job.kind, job.document_id) == (PrintKind.ORIGINAL, None)
    told = flat(reader(job.content, tmp_path))
    said_in_order(
        told,
        "پیوست محرمانه گزارش‌دهنده",
        "به: دادستان محترم قم",
        "گزارش‌دهنده نامه شماره ۱۱۱۲/۴/۴۴",
        f"نام گزارش‌دهنده: {NAME}",
        "تلفن گزارش‌دهنده: ۰۹۶۰۰۰۰۰۱۱۲",
        "همسایه طبقه بالا",
        "۳۰ آبان، ساعت ۱۰:۲۰، حضوری",
        "نام او پوشیده بماند",
        "پاکت دربسته",
    )
    assert "محرمانه" in told
    assert "مریم" not in told


def test_nothing_of_it_is_kept(tale: Scene) -> None:
    tale.documents.print_card(tale.worker, sheet(tale))
    assert tale.rows(Document) == []
    with tale.unit.engine.connect() as connection:
        tables = connection.execute(text("select name from sqlite_master where type = 'table'")).scalars().all()
        for table in tables:
            rows = connection.execute(text(f'select * from "{table}"')).all()
            assert not any("نیک‌اندیش" in str(value) or "نیکاندیش" in str(value) for row in rows for value in row)
    with pytest.raises(InvalidError):
        tale.documents.issue(tale.worker, sheet(tale))


def test_a_screen_shows_dots(tale: Scene, tmp_path: Path) -> None:
    for reader in READERS:
        told = flat(reader(tale.documents.preview(tale.worker, sheet(tale)).content, tmp_path))
        assert NAME not in told
        assert "همسایه" not in told


def test_the_report_itself_has_no_place_for_it(tale: Scene, tmp_path: Path) -> None:
    report = child_report(tale, reporter_name=NAME, reporter_phone="۰۹۶۰۰۰۰۰۱۱۲")
    for reader in READERS[:1]:
        assert NAME not in text_of(tale, report, reader, tmp_path)
    names = {field.name for field in tale.documents.missing(tale.worker, child_report(tale))}
    assert not any(name.startswith("reporter") for name in names)


def test_for_whom_it_is(tale: Scene) -> None:
    assert [one.reason for one in offered(tale, KIND)] == [""]
    with pytest.raises(NotAllowedError):
        tale.documents.print_card(tale.unit.actors["peace_facilitator"], sheet(tale))
    with pytest.raises(InvalidError):
        tale.documents.print_card(tale.worker, sheet(tale, reporter_name=""))
    with pytest.raises((InvalidDraft, InvalidError)):
        tale.documents.print_card(tale.worker, sheet(tale, reporter_relation=f"ساکن {SHELTER}"))
