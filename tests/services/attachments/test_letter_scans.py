"""Scans of letters: kept inside the encrypted file, read by whom the letter and its scan are for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.attachments import Attachments, LetterScanDraft
from services.cases.registering import register_case
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.letters import LetterDirection, LetterDraft, LetterRow, Letters, LetterWords
from tests.factories import Precinct, precinct
from tests.services.drafts_of import couple

PDF = b"%PDF-1.4 a letter that came"
PNG = b"\x89PNG\r\n\x1a\n picture"
JPEG = b"\xff\xd8\xff\xe0 photo"


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def scans(unit: Precinct) -> Attachments:
    return Attachments(unit.uow, unit.codes)


@pytest.fixture
def row(unit: Precinct) -> LetterRow:
    letters = Letters(unit.uow, unit.codes)
    return letters.register(unit.clerk, LetterDraft(LetterDirection.INCOMING, "incoming_other")).value


def test_the_clerk_keeps_and_reads_what_came(unit: Precinct, scans: Attachments, row: LetterRow) -> None:
    for content in (PDF, PNG, JPEG):
        kept = scans.attach_to_letter(unit.clerk, LetterScanDraft(row.id, "incoming_letter", content)).value
        assert scans.open(unit.clerk, kept.id).content == content
    assert len(scans.of_letter(unit.clerk, row.id)) == 3
    assert Letters(unit.uow, unit.codes).get(unit.clerk, row.id).scans == 3
    assert PDF not in unit.path.read_bytes()
    with pytest.raises(InvalidError, match=r"attachments\.wrong_type"):
        scans.attach_to_letter(unit.clerk, LetterScanDraft(row.id, "incoming_letter", b"MZ"))
    with pytest.raises(InvalidDraft):
        scans.attach_to_letter(unit.clerk, LetterScanDraft(row.id, "", b""))


def test_a_scan_kept_by_who_reads_papers_is_not_for_the_clerk(
    unit: Precinct, scans: Attachments, row: LetterRow
) -> None:
    draft = LetterScanDraft(row.id, "medical_paper", PDF, "گزارش بیمارستان")
    kept = scans.attach_to_letter(unit.counsellor, draft).value
    (shown,) = scans.of_letter(unit.clerk, row.id)
    assert (shown.may_open, shown.may_void, shown.title) == (False, False, "مدرک پزشکی")
    for call in (
        lambda: scans.open(unit.clerk, kept.id),
        lambda: scans.open(unit.actors["conscript"], kept.id),
    ):
        with pytest.raises(NotFoundError):
            call()
    with pytest.raises(NotAllowedError):
        scans.void(unit.clerk, kept.id, kept.version, "اشتباه")
    with pytest.raises(NotAllowedError):
        scans.open(unit.actors["admin"], kept.id)
    assert scans.open(unit.actors["station_commander"], kept.id).row.title == "گزارش بیمارستان"


def test_a_wrong_scan_is_void_and_counts_no_more(unit: Precinct, scans: Attachments, row: LetterRow) -> None:
    kept = scans.attach_to_letter(unit.clerk, LetterScanDraft(row.id, "other", PDF)).value
    voided = scans.void(unit.clerk, kept.id, kept.version, "برگه دیگر").value
    assert (voided.is_void, voided.may_void) == (True, False)
    assert Letters(unit.uow, unit.codes).get(unit.clerk, row.id).scans == 0


def test_a_scan_follows_its_letter_into_the_file_and_hides_with_it(
    unit: Precinct, scans: Attachments, row: LetterRow
) -> None:
    kept = scans.attach_to_letter(unit.counsellor, LetterScanDraft(row.id, "other", PDF)).value
    with unit.uow.write(unit.counsellor) as tx:
        case_id = register_case(tx, unit.codes, couple("spouse_abuse")).id
    words = LetterWords(row.correspondent, row.subject, case_id=case_id)
    Letters(unit.uow, unit.codes).correct(unit.counsellor, row.id, row.version, words)
    assert [one.id for one in scans.of_case(unit.counsellor, case_id)] == [kept.id]
    with pytest.raises(NotFoundError):
        scans.open(unit.second, kept.id)
    with pytest.raises(NotFoundError):
        scans.of_letter(unit.clerk, row.id)
