"""The number of a case: drawn gap-free, or brought along from the paper register (R-10, P-22)."""

from sqlalchemy import select

from models.case import CaseFile
from models.unit import Counter
from services.numbering import CASES, format_number
from services.people.fields import Fields
from services.persian.jalali import to_jalali
from services.unit_of_work import Tx, unit_row

_AHEAD = 200


def new_case_no(tx: Tx) -> str:
    """The next number of the case register, as the unit writes it."""
    return _format(tx, tx.draw(CASES))


def check_paper_number(tx: Tx, number: str, fields: Fields) -> None:
    """A number from the paper register must be free, and none that the register will still give out."""
    if not number:
        return
    taken = select(CaseFile.id).where(CaseFile.unit_id == tx.actor.unit_id, CaseFile.case_no == number)
    if tx.session.scalars(taken).first() is not None:
        fields.wrong("paper_case_no", "cases.number_taken")
        return
    last = tx.session.scalar(
        select(Counter.last).where(
            Counter.unit_id == tx.actor.unit_id,
            Counter.book == CASES,
            Counter.year == to_jalali(tx.today)[0],
        )
    )
    coming = (last or 0) + 1
    if any(_format(tx, serial) == number for serial in range(coming, coming + _AHEAD)):
        fields.wrong("paper_case_no", "cases.number_to_come")


def _format(tx: Tx, serial: int) -> str:
    unit = unit_row(tx)
    return format_number(
        unit.case_no_format, unit_code=unit.code, year=to_jalali(tx.today)[0], serial=serial, section=unit.section
    )
