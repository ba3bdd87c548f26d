"""The settlement record (D08) from the agreement of this round, and the copies of its recipients (P-17, P-46)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select

from models.case import CaseFile, ReferralIn
from models.enums import SignerRole
from services.agreements.shapes import AgreementDetail
from services.agreements.wording import clause_sentence, speech_of
from services.cases.access import people_of
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.done import was_prevented
from services.documents.gathering.gathered import Gathered, RecipientCopy, asked
from services.documents.gathering.parties import Side, fields_of, side_of
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Identity, Issue
from services.documents.papers.parties import Party, hidden_from
from services.documents.papers.settlement_record import SettlementRecordContent
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.errors import InvalidError
from services.settings.service import value_in
from services.staff.naming import staff_names
from services.unit_of_work import Tx

DOCUMENT = "D08"
_WITNESSES = 2
_OWED = select(ReferralIn.id).where(ReferralIn.case_id == bindparam("of_case"), ReferralIn.is_reply_owed.is_(True))


def gather_settlement(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    agreement, case = subject.agreement, subject.case
    assert agreement is not None
    sides = _signing_sides(tx, codes, case, agreement, request)
    signer, signer_fields = commanding(tx, codes, request)
    witnesses, witness_fields = _witnesses(agreement, sides, request)
    missing = [asked("was_read_all", FieldKind.YES, required=True)]
    if not agreement.subject:
        missing.append(asked("subject", required=True, proposal=case.subject_line))
    if not agreement.breach_words:
        proposal = say("documents.proposal.breach")
        missing.append(asked("breach", FieldKind.LINES, required=True, proposal=proposal))
    missing += [*fields_of(codes, sides, needs_father=True), *witness_fields, *signer_fields]
    parties = tuple(side.party for side in sides)
    content = SettlementRecordContent(
        issue=issue,
        parties=parties,
        subject=agreement.subject or request.value("subject") or case.subject_line,
        made_on=agreement.made_on,
        clauses=tuple(clause_sentence(speech_of(clause)) for clause in agreement.clauses),
        recipients=_recipients(tx, case, agreement, parties, request),
        counsellor=staff_names(tx).get(case.responsible_id, "") or tx.actor.name,
        signer=signer,
        place=agreement.place,
        sat_together=agreement.sat_together,
        no_joint=not agreement.sat_together and was_prevented(tx, codes, case),
        has_waiver=agreement.has_mutual_waiver,
        is_conditional=agreement.is_conditional,
        open_points=agreement.open_points.rstrip(". "),
        breach=agreement.breach_words or request.value("breach") or say("documents.proposal.breach"),
        children=agreement.children_words,
        read_to=tuple(side.party.identity.full_name for side in sides if side.person.can_read is False),
        witnesses=witnesses,
    )
    return Gathered(
        content,
        tuple(missing),
        DOCUMENT,
        say("documents.list_and").join(party.identity.full_name for party in parties),
        originals=len(content.recipients),
        free=_free(agreement),
        people=tuple(side.asked for side in sides),
        copies=_copies(tx, codes, content, sides),
    )


def _signing_sides(
    tx: Tx, codes: CodeReader, case: CaseFile, agreement: AgreementDetail, request: PaperRequest
) -> list[Side]:
    """The parties who sign, in the agreement's order. Nobody owes or signs who was taken off the file since."""
    present = {row.id: (row, person) for row, person in people_of(tx, case.id)}
    signing = [one.party_id for one in agreement.signers if one.role is SignerRole.PARTY and one.party_id]
    bound = {one for clause in agreement.clauses for one in (clause.debtor_id, clause.creditor_id) if one is not None}
    if not bound.union(signing) <= present.keys():
        raise InvalidError("documents.party_gone")
    return [
        side_of(codes, *present[party_id], request, f"_{place}") for place, party_id in enumerate(signing, start=1)
    ]


def _witnesses(
    agreement: AgreementDetail, sides: Sequence[Side], request: PaperRequest
) -> tuple[tuple[Identity, ...], list[MissingField]]:
    """Those of the agreement; else the names are asked, and needed where somebody can't read (P-32)."""
    held = [one for one in agreement.signers if one.role is SignerRole.WITNESS]
    if held:
        return tuple(Identity(one.name, one.father_name, one.national_code) for one in held), []
    needed = any(side.person.can_read is False for side in sides)
    names = [f"witness_{place}" for place in range(1, _WITNESSES + 1)]
    typed = tuple(Identity(request.value(name)) for name in names)
    return typed, [asked(name, required=needed) for name in names]


def _recipients(
    tx: Tx, case: CaseFile, agreement: AgreementDetail, parties: Sequence[Party], request: PaperRequest
) -> tuple[str, ...]:
    """One for each side, the file, and the authority that waits for an answer; as many as there really are (P-46)."""
    parts = Counter(party.part for party in parties)
    found = [party.part if parts[party.part] == 1 else party.identity.full_name for party in parties]
    found.append(say("documents.recipient.file"))
    if tx.session.scalars(_OWED, {"of_case": case.id}).first() is not None:
        found.append(say("documents.recipient.referrer"))
    count = request.originals if request.originals > 0 else agreement.copies or len(found)
    found += [say("documents.recipient.authority")] * (count - len(found))
    return tuple(found[:count])


def _copies(
    tx: Tx, codes: CodeReader, content: SettlementRecordContent, sides: Sequence[Side]
) -> tuple[RecipientCopy, ...]:
    """A side's copy shows the other side's code masked and no birth date; whoever else gets one reads all (P-17)."""
    copies = []
    for place, label in enumerate(content.recipients):
        side = sides[place] if place < len(sides) else None
        if side is None:
            copies.append(RecipientCopy(label))
            continue
        known = _known_to(tx, codes, side, sides)
        masked = hidden_from(content.parties, side.party.key, known=known)
        own = replace(content, parties=masked) if masked != content.parties else None
        copies.append(RecipientCopy(label, side.person.id, own))
    return tuple(copies)


def _known_to(tx: Tx, codes: CodeReader, reader: Side, sides: Sequence[Side]) -> frozenset[str]:
    """Who stands on the reader's own side, and where the unit decided so, the other of a couple."""
    shows_spouse = bool(value_in(tx, "spouse_sees_code"))
    return frozenset(
        side.party.key
        for side in sides
        if shows_spouse
        and codes.does("party_role", side.row.role, "partner")
        and codes.does("party_role", reader.row.role, "partner")
    )


def _free(agreement: AgreementDetail) -> tuple[tuple[str, str], ...]:
    texts = [
        (say("documents.part.clause", number=one.position), f"{one.text} {one.place}") for one in agreement.clauses
    ]
    texts += [
        (say("documents.part.subject"), agreement.subject),
        (say("documents.part.place"), agreement.place),
        (say("documents.part.open_points"), agreement.open_points),
        (say("documents.part.breach"), agreement.breach_words),
        (say("documents.part.children"), agreement.children_words),
    ]
    return tuple((part, text) for part, text in texts if text.strip())
