"""What papers say about the unit itself: letterhead, place, and who may sign."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from models.unit import Room, Staff
from services.catalogue import say
from services.codes import CodeReader
from services.documents.blocks import Letterhead
from services.documents.look import stored_look
from services.documents.papers.issue import Signer
from services.persian.digits import to_persian
from services.staff.rules import HEAD, has_ended
from services.unit_of_work import Tx, unit_row

COMMANDER = "station_commander"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who may sign a paper of the unit, as it stands under the paper."""

    staff_id: UUID
    signer: Signer


def letterhead_of(tx: Tx) -> Letterhead:
    """The unit's lines, with the station among them, and the section's own line."""
    unit = unit_row(tx)
    lines = tuple(str(line) for line in unit.letterhead_lines)
    if unit.name not in lines:
        lines += (unit.name,)
    look, _version = stored_look(tx)
    return Letterhead(
        tuple(map(to_persian, lines)),
        to_persian(unit.section),
        opening=look.opening,
        motto=to_persian(look.motto),
        greeting=look.greeting,
        to_first=look.to_first,
    )


def place_of(tx: Tx, room_id: UUID | None) -> str:
    """Station, section, room and the unit's own address."""
    unit = unit_row(tx)
    room = tx.session.get(Room, room_id) if room_id else None
    parts = (unit.name, unit.section, room.name if room else "", unit.address)
    return to_persian(say("documents.list_comma").join(part for part in parts if part))


_ACTIVE = select(Staff).where(Staff.unit_id == bindparam("of_unit"), Staff.is_active.is_(True))
_SIGNING = _ACTIVE.where(or_(Staff.role == HEAD, Staff.may_sign.is_(True)))
_COMMANDING = _ACTIVE.where(Staff.role == COMMANDER)


def signatories(tx: Tx, codes: CodeReader) -> tuple[Signatory, ...]:
    """The head first, then whoever else may sign (domain.md §3.3: a paper of the unit is signed by its head)."""
    active = tx.session.scalars(_SIGNING, {"of_unit": tx.actor.unit_id})
    found = [staff for staff in active if not has_ended(staff.is_active, staff.service_end_on, tx.today)]
    found.sort(key=lambda staff: (staff.role != HEAD, staff.full_name))
    station = unit_row(tx).name
    return tuple(Signatory(staff.id, _signer(codes, staff, station)) for staff in found)


def commanders(tx: Tx, codes: CodeReader) -> tuple[Signatory, ...]:
    """The station's commanders with an account, who sign what goes to authorities (domain.md §3.3)."""
    active = tx.session.scalars(_COMMANDING, {"of_unit": tx.actor.unit_id})
    found = [staff for staff in active if not has_ended(staff.is_active, staff.service_end_on, tx.today)]
    station = unit_row(tx).name
    post = say("documents.commander_post", station=station)
    return tuple(
        Signatory(staff.id, replace(_signer(codes, staff, station), post=staff.title or post))
        for staff in sorted(found, key=lambda one: one.full_name)
    )


def signer_of(tx: Tx, codes: CodeReader, staff_id: UUID) -> Signer:
    """A colleague as one signs: rank and name, post, and the licence where there is one (domain.md §5.1)."""
    staff = tx.session.get(Staff, staff_id)
    if staff is None:
        return Signer("", "")
    signer = _signer(codes, staff, "")
    if not staff.licence_no:
        return signer
    return replace(signer, post=say("documents.licensed_post", post=signer.post, number=to_persian(staff.licence_no)))


def sender_of(tx: Tx) -> str:
    """Whom a letter is from: the station and, in brackets, its section."""
    unit = unit_row(tx)
    if not unit.section:
        return to_persian(unit.name)
    return say("documents.letter.sender", station=unit.name, section=unit.section)


def _signer(codes: CodeReader, staff: Staff, station: str) -> Signer:
    name = f"{codes.label('rank', staff.rank)} {staff.full_name}".strip()
    return Signer(name, staff.title or codes.label("staff_role", staff.role), neutral_post=to_persian(station))
