"""Intake inside an open transaction: case, parties, referral, incoming number, first interviews."""

from collections.abc import Sequence

from models.case import CaseFile
from models.enums import JointPolicy, LetterDirection
from models.letter import Letter
from services.cases.access import know_people
from services.cases.finding import index_new_case
from services.cases.registering import PreparedCase, StoredCase, prepare_case, store_case, store_referral
from services.cases.rows import know_arrivals
from services.cases.rules import proposed_policy
from services.cases.shapes import ReferralDraft
from services.catalogue import say
from services.codes import CodeReader, Codes
from services.errors import InvalidDraft, InvalidError
from services.intake.rules import check_interviews
from services.intake.shapes import FirstInterviewDraft, IntakeDraft
from services.letters.registering import register_letter
from services.letters.shapes import LetterDraft
from services.people.fields import Fields
from services.scheduling.booking import Cleared, clear, put_down
from services.scheduling.shapes import AppointmentDraft
from services.settings.service import number_in
from services.unit_of_work import Tx

_APART = (JointPolicy.SEPARATE_ONLY, JointPolicy.FORBIDDEN)


def register_intake(tx: Tx, codes: Codes, draft: IntakeDraft) -> CaseFile:
    """Register a case with its incoming letter number and first interviews; nothing of it stays on an error.

    All field errors come together, then all clashes of the interviews, under paths such as `interviews.1.start`.
    """
    fields = Fields()
    prepared = prepare_case(tx, codes, draft.case, fields)
    minutes = _usual_minutes(tx, codes.of(tx.actor))
    check_interviews(
        draft.interviews,
        [party.side for party in draft.case.parties],
        minutes=minutes,
        apart=_apart_minutes(tx, codes.of(tx.actor), prepared),
        fields=fields,
    )
    fields.refuse()
    stored = store_case(tx, codes, prepared)
    letter = _enter_letter(tx, codes.of(tx.actor), stored, prepared.draft.referral)
    referral = store_referral(tx, stored.case, prepared.draft.referral, letter.id if letter else None)
    index_new_case(tx, stored.case, referral)
    know_people(tx, stored.case.id, zip(stored.parties, stored.persons, strict=True))
    know_arrivals(tx, stored.case.id, [(referral, letter.number if letter else "")] if referral else [])
    _book_interviews(tx, codes, stored, draft.interviews, minutes)
    return stored.case


def _usual_minutes(tx: Tx, lists: CodeReader) -> int:
    kind = lists.first("session_type", "is_first_interview")
    return int(lists.does("session_type", kind, "default_minutes") or number_in(tx, "session_minutes"))


def _apart_minutes(tx: Tx, lists: CodeReader, prepared: PreparedCase) -> int:
    """The distance of R-29 where the subject alone already asks for care; without it separate hours are enough."""
    draft = prepared.draft
    policy = proposed_policy((draft.primary_category, *draft.further_categories), lists)
    return number_in(tx, "apart_minutes") if policy in _APART else 0


def _enter_letter(tx: Tx, lists: CodeReader, stored: StoredCase, draft: ReferralDraft | None) -> Letter | None:
    """Give the referral its number in our own book.

    Who comes of their own accord brings no paper (§2.2); of an open paper file (P-22) it was entered on paper.
    """
    if draft is None or stored.case.is_from_paper:
        return None
    if lists.does("referral_source", draft.source, "origin") == "own_accord" and not draft.letter_no:
        return None
    return register_letter(tx, lists, _letter(lists, stored, draft))


def _letter(lists: CodeReader, stored: StoredCase, draft: ReferralDraft) -> LetterDraft:
    body = draft.body or lists.label("referral_source", draft.source)
    return LetterDraft(
        LetterDirection.INCOMING,
        lists.first("letter_kind", "opens_case"),
        case_id=stored.case.id,
        correspondent=f"{body} {draft.branch}".strip(),
        subject=draft.subject or say("letters.referral_subject", case_no=stored.case.case_no),
        their_number=draft.letter_no,
        their_date=draft.letter_on,
        classification=draft.classification,
        urgency=draft.urgency,
        enclosures=draft.enclosures,
    )


def _book_interviews(
    tx: Tx, codes: Codes, stored: StoredCase, drafts: Sequence[FirstInterviewDraft], minutes: int
) -> None:
    kind = codes.of(tx.actor).first("session_type", "is_first_interview")
    fields = Fields()
    cleared: list[Cleared] = []
    for place, draft in enumerate(drafts):
        wanted = AppointmentDraft(
            case_id=stored.case.id,
            type=kind,
            day=draft.day,
            start=draft.start,
            minutes=draft.minutes or minutes,
            room_id=draft.room_id,
            staff_ids=(draft.staff_id or stored.case.responsible_id,),
            party_ids=(stored.parties[draft.party].id,),
        )
        try:
            cleared.append(clear(tx, codes, wanted, cleared))
        except InvalidDraft as error:
            for one in error.errors:
                fields.under("interviews", place).note(one)
        except InvalidError as error:
            fields.under("interviews", place).note(error)
    fields.refuse()
    for appointment in put_down(tx, codes, cleared):
        tx.record("appointment.book", "appointment", appointment.id)
