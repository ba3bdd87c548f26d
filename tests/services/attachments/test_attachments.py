"""Scans inside the encrypted file, and where a signed original lies (P-38)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from services.attachments import AttachmentDraft, Attachments
from services.attachments.reading import MOST_BYTES
from services.documents import Documents, PaperKind, PaperRequest
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from tests.factories import precinct
from tests.services.work import Work

PDF = b"%PDF-1.4\n" + b"0" * 100
JPEG = b"\xff\xd8\xff\xe0" + b"1" * 100


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


@pytest.fixture
def attachments(work: Work) -> Attachments:
    return Attachments(work.unit.uow, work.unit.codes)


def certificate(work: Work, case_id: UUID) -> UUID:
    session = work.hold(case_id)
    person = session.attendance[0].person_id
    documents = Documents(work.unit.uow, work.unit.codes)
    request = PaperRequest(case_id, PaperKind.ATTENDANCE_CERTIFICATE, person, session_id=session.id)
    missing = documents.missing(work.worker, request)
    values = tuple((one.name, one.choices[0].value if one.choices else "نمونه") for one in missing if one.is_required)
    return documents.issue(work.worker, replace(request, values=values)).value.id


def test_a_scan_is_kept_and_comes_back_as_it_was(work: Work, attachments: Attachments) -> None:
    case_id = work.register()
    row = attachments.attach(work.worker, AttachmentDraft(case_id, "judicial_order", PDF, pages=3)).value
    assert (row.media_type, row.pages, row.size, row.title) == ("application/pdf", 3, len(PDF), row.kind_label)
    assert attachments.open(work.worker, row.id).content == PDF
    assert attachments.of_case(work.worker, case_id) == (row,)
    assert {"attachment.add", "attachment.open"} <= set(work.actions())


def test_it_lies_encrypted_in_the_one_file(work: Work, attachments: Attachments) -> None:
    marker = b"%PDF-1.4 a marker that nobody may find on the disk"
    attachments.attach(work.worker, AttachmentDraft(work.register(), "other", marker))
    folder = work.unit.path.parent
    assert all(marker not in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "attachments.file_needed"),
        (b"MZ\x90\x00 a program", "attachments.wrong_type"),
        (b"%PDF-" + bytes(MOST_BYTES), "attachments.too_large"),
    ],
)
def test_what_is_no_scan_is_refused_beside_the_file(
    work: Work, attachments: Attachments, content: bytes, key: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        attachments.attach(work.worker, AttachmentDraft(work.register(), "other", content))
    assert (refused.value.key, refused.value.field) == (key, "content")


def test_the_signed_sheet_of_a_paper_is_known_by_its_scan_or_its_place(work: Work, attachments: Attachments) -> None:
    case_id = work.register()
    paper_id = certificate(work, case_id)
    paper = attachments.sheet(work.worker, case_id).papers[0]
    assert (paper.id, paper.has_scan, paper.place) == (paper_id, False, "")
    attachments.name_place(work.worker, paper_id, paper.version, " زونکن ۳، برگ ۱۲ ")
    with pytest.raises(StaleError):
        attachments.name_place(work.worker, paper_id, paper.version, "جای دیگر")
    draft = AttachmentDraft(case_id, "other", JPEG, document_id=paper_id)
    row = attachments.attach(work.worker, draft).value
    paper = attachments.sheet(work.worker, case_id).papers[0]
    assert (paper.has_scan, paper.place) == (True, "زونکن ۳، برگ ۱۲")
    attachments.void(work.worker, row.id, row.version, "برگه دیگری بود")
    assert not attachments.sheet(work.worker, case_id).papers[0].has_scan


def test_a_paper_of_another_file_is_not_found(work: Work, attachments: Attachments) -> None:
    paper_id = certificate(work, work.register())
    with pytest.raises(NotFoundError):
        attachments.attach(work.worker, AttachmentDraft(work.register(), "other", PDF, document_id=paper_id))


def test_a_wrong_one_is_void_with_a_reason_and_stays(work: Work, attachments: Attachments) -> None:
    case_id = work.register()
    row = attachments.attach(work.worker, AttachmentDraft(case_id, "other", PDF)).value
    assert not attachments.of_case(work.unit.second, case_id)[0].may_void
    with pytest.raises(NotAllowedError):
        attachments.void(work.unit.second, row.id, row.version, "دلیل")
    with pytest.raises(InvalidError, match=r"attachments\.reason_needed"):
        attachments.void(work.worker, row.id, row.version, "  ")
    gone = attachments.void(work.worker, row.id, row.version, "اشتباه").value
    assert (gone.is_void, gone.void_reason, gone.may_void) == (True, "اشتباه", False)
    assert attachments.open(work.worker, row.id).content == PDF


def test_of_a_hidden_file_nobody_else_finds_any(work: Work, attachments: Attachments) -> None:
    case_id = work.register(category="spouse_abuse")
    row = attachments.attach(work.worker, AttachmentDraft(case_id, "other", PDF)).value
    for use in (
        lambda: attachments.of_case(work.unit.second, case_id),
        lambda: attachments.open(work.unit.second, row.id),
        lambda: attachments.void(work.unit.second, row.id, row.version, "دلیل"),
    ):
        with pytest.raises(NotFoundError):
            use()
