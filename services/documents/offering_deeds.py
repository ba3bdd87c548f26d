"""Which papers about one side can be made now: the certificate of a finished course, deeds of one side."""

from collections.abc import Iterator
from dataclasses import replace

from models.case import CaseFile
from services.actor import Right
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.completion import course_of
from services.documents.gathering.subject import DEEDS, deed_in, is_withheld
from services.documents.offered import OfferedSide, of_each, title_of
from services.documents.shapes import PaperKind, PaperOffer
from services.people.naming import is_minor
from services.persian.jalali import format_long
from services.unit_of_work import Tx


def completions(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """For who was there, once it is recorded how the matter ended."""
    kind = PaperKind.COMPLETION_CERTIFICATE
    if not tx.actor.may(Right.SESSION_READ):
        return
    for side in sides:
        reason = "" if case.disposition else say("documents.outcome_first")
        if not course_of(tx, codes, side.party).days:
            reason = say("documents.attendance_first")
        yield PaperOffer(kind, title_of(kind), side.person.id, side.name, reason=reason)


def deeds_of_one(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """For each adult who signs: the agreement of that kind that is the person's, or a deed that is typed."""
    signing = [
        side
        for side in sides
        if codes.does("party_role", side.party.role, "signs") == "party" and not is_minor(side.person, tx.today)
    ]
    for kind, agreement_kind in DEEDS.items():
        for side, offer in zip(signing, of_each(kind, signing), strict=True):
            held = deed_in(tx, side.party, case, agreement_kind)
            if is_withheld(tx, codes, case, side.party):
                yield replace(offer, reason=say("documents.not_for_now"))
                continue
            if held is None:
                yield offer
                continue
            day = format_long(held.made_on)
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, line=day, agreement_id=held.id)
