"""After an older file was restored: counters jump past what the witness saw, and the gap is kept as void rows.

A restored file must not issue a number twice (design.md §5). The witness file beside the keys holds the last
number of every book; what lies between the file's own last number and that one was given to a paper or a case
that this file no longer knows.
"""

from collections.abc import Mapping

from models.case import CaseFile
from models.enums import CaseStatus, Confidentiality, JointPolicy, LetterDirection, LetterState
from models.letter import Letter
from models.unit import Unit
from services import numbering
from services.catalogue import say
from services.unit_of_work import Tx, unit_row

_LARGEST_GAP = 5_000


def gaps(held: Mapping[str, int], witnessed: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """By "book/year": the last number that the file knows, and the one that was really given last."""
    found = {}
    for book, last in witnessed.items():
        known = held.get(book, 0)
        if last > known:
            found[book] = (known, last)
    return found


def catch_up(tx: Tx, witnessed: Mapping[str, int]) -> int:
    """Jump every book past its witnessed number and fill the gap with void rows; returns how many rows."""
    unit = unit_row(tx)
    filled = 0
    for key, (known, last) in gaps(numbering.last_serials(tx.session, unit.id), witnessed).items():
        book, _, year_text = key.rpartition("/")
        year = int(year_text)
        numbering.start_after(tx.session, unit.id, book, year, last)
        # an absurd witness must not write millions of rows: the counter has jumped, that is what matters
        for serial in range(max(known, last - _LARGEST_GAP) + 1, last + 1):
            tx.add(
                _void_case(tx, unit, year, serial)
                if book == numbering.CASES
                else _void_letter(tx, unit, book, year, serial)
            )
            filled += 1
    return filled


def _void_case(tx: Tx, unit: Unit, year: int, serial: int) -> CaseFile:
    number = numbering.format_number(unit.case_no_format, unit_code=unit.code, year=year, serial=serial)
    return CaseFile(
        case_no=number,
        opened_on=tx.today,
        primary_category="",
        subject_line=say("opening.restored"),
        status=CaseStatus.VOIDED,
        responsible_id=tx.actor.staff_id,
        confidentiality=Confidentiality.NORMAL,
        joint_policy=JointPolicy.NOT_SCREENED,
        created_at=tx.now,
        created_by_id=tx.actor.staff_id,
        void_reason=say("opening.restored"),
    )


def _void_letter(tx: Tx, unit: Unit, book: str, year: int, serial: int) -> Letter:
    number = numbering.letter_number(
        unit.letter_no_format, unit_code=unit.code, section=unit.section, year=year, serial=serial, book=book
    )
    return Letter(
        book=book,
        year=year,
        serial=serial,
        number=number,
        direction=LetterDirection.INTERNAL,
        state=LetterState.VOIDED,
        registered_at=tx.now,
        registered_by_id=tx.actor.staff_id,
        subject=say("opening.restored"),
        void_reason=say("opening.restored"),
    )
