"""Which letters to other bodies can be made now, and which papers of safety and of single meetings."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.referral_out import ReferralOut
from models.work import Attendance, Session
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.subject import NEEDS, is_withheld, why_not_sent
from services.documents.offered import OfferedSide, moment, of_each, title_of
from services.documents.shapes import SENT_ON, PaperKind, PaperOffer
from services.people.naming import is_minor
from services.persian.jalali import format_long
from services.unit_of_work import Tx

_SENT = (
    select(ReferralOut)
    .where(ReferralOut.case_id == bindparam("of_case"))
    .order_by(ReferralOut.created_at.desc(), ReferralOut.id.desc())
)
_HELD = (
    select(Session).where(Session.case_id == bindparam("of_case")).order_by(Session.day.desc(), Session.start.desc())
)
_MARKS = (
    select(Attendance.session_id, Attendance.party_id, Attendance.mark)
    .join(Session, Session.id == Attendance.session_id)
    .where(Session.case_id == bindparam("of_case"))
)


def letters_sent_on(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """A letter for each recorded referral of a present party; a kind that has none says what comes first."""
    rows = list(tx.session.scalars(_SENT, {"of_case": case.id}))
    by_person = {side.person.id: side for side in sides}
    for document, kind in SENT_ON.items():
        if not _may(tx, kind):
            continue
        fitting = [
            row
            for row in rows
            if row.person_id in by_person and codes.does("referral_target", row.target, "document") == document
        ]
        if not fitting:
            yield PaperOffer(kind, title_of(kind), None, "", reason=say("documents.sent_on_first"))
        for row in fitting:
            yield _letter(tx, codes, kind, row, by_person[row.person_id])


def child_reports(tx: Tx, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """For each minor of the file, and for a child who is no party; nothing tells whether a mark stands (P-3)."""
    kind = PaperKind.CHILD_AT_RISK_REPORT
    if not _may(tx, kind):
        return
    yield from of_each(kind, [side for side in sides if is_minor(side.person, tx.today)])
    yield PaperOffer(kind, title_of(kind), None, "", line=say("documents.child.not_in_file"))
    reporter = PaperKind.REPORTER_SHEET
    yield PaperOffer(reporter, title_of(reporter), None, "", is_numbered=False)


def minutes(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """Of a joint session one for all; of any other one for each who was there (domain.md §5.6)."""
    kind = PaperKind.SESSION_MINUTES
    if not _may(tx, kind):
        return
    held = list(tx.session.scalars(_HELD, {"of_case": case.id}))
    there: set[tuple[UUID, UUID]] = {
        (session_id, party_id)
        for session_id, party_id, mark in tx.rows(_MARKS, {"of_case": case.id})
        if codes.does("attendance", mark.value, "is_present")
    }
    if not there:
        yield PaperOffer(kind, title_of(kind), None, "", reason=say("documents.session_first"), is_numbered=False)
    for one in held:
        line = moment(one.day, one.start)
        came = [side for side in sides if (one.id, side.party.id) in there]
        if codes.does("session_type", one.type, "is_joint") and came:
            yield PaperOffer(kind, title_of(kind), None, "", session_id=one.id, line=line, is_numbered=False)
            continue
        for side in came:
            yield PaperOffer(
                kind, title_of(kind), side.person.id, side.name, session_id=one.id, line=line, is_numbered=False
            )


def sheets_of_each(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """The consent to give information, and the receipt for documents."""
    for kind in (PaperKind.INFORMATION_RELEASE_CONSENT, PaperKind.DOCUMENT_RECEIPT):
        for side, offer in zip(sides, of_each(kind, sides), strict=True):
            if _may(tx, kind):
                stop = say("documents.not_for_now") if is_withheld(tx, codes, case, side.party) else ""
                yield replace(offer, reason=stop)


def _letter(tx: Tx, codes: CodeReader, kind: PaperKind, row: ReferralOut, side: OfferedSide) -> PaperOffer:
    body = row.body or codes.label("referral_target", row.target)
    parts = (body, format_long(row.sent_on) if row.sent_on else "")
    reason = why_not_sent(tx, codes, row)
    if row.document_id is not None:
        reason = "documents.issued_already"
    return PaperOffer(
        kind,
        title_of(kind),
        side.person.id,
        side.name,
        line=say("documents.list_comma").join(part for part in parts if part),
        reason=say(reason) if reason else "",
        issued_id=row.document_id,
        referral_id=row.id,
    )


def _may(tx: Tx, kind: PaperKind) -> bool:
    return all(tx.actor.may(right) for right in NEEDS.get(kind, ()))
