"""The head's notices: conflicts of interest and doubled codes (P-6, P-7)."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, Notice
from models.person import Person
from services.cases.shapes import CaseRef, NoticeRow
from services.catalogue import say
from services.people.naming import screen_name
from services.unit_of_work import Tx


def notice_rows(tx: Tx, *, with_seen: bool = False) -> tuple[NoticeRow, ...]:
    """The notices of the unit, newest first. Only for the head: it asks for no visibility."""
    query = (
        select(Notice, Person)
        .join(Person, Person.id == Notice.person_id)
        .where(Notice.unit_id == tx.actor.unit_id)
        .order_by(Notice.raised_at.desc(), Notice.id.desc())
        .limit(200)
    )
    if not with_seen:
        query = query.where(Notice.seen_at.is_(None))
    rows = tx.session.execute(query).all()
    ids = {key for notice, _ in rows for key in (notice.case_id, notice.other_case_id) if key is not None}
    cases = _refs(tx, ids)
    return tuple(_row(tx, notice, person, cases) for notice, person in rows)


def _refs(tx: Tx, ids: set[UUID]) -> dict[UUID, CaseRef]:
    rows = tx.session.execute(select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(ids)))
    return {key: CaseRef(key, number) for key, number in rows}


def _row(tx: Tx, notice: Notice, person: Person, cases: dict[UUID, CaseRef]) -> NoticeRow:
    return NoticeRow(
        id=notice.id,
        version=notice.version,
        kind=notice.kind,
        words=say(f"cases.notice_{notice.kind.value}"),
        case=cases.get(notice.case_id) if notice.case_id else None,
        other_case=cases.get(notice.other_case_id) if notice.other_case_id else None,
        person_id=person.id,
        person_name=screen_name(person, tx.today),
        raised_at=notice.raised_at,
        seen_at=notice.seen_at,
    )
