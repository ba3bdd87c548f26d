"""Who answers for a minor on a sheet of consent: what was recorded, and what is asked where nothing was (P-14)."""

from dataclasses import replace

from models.safety import Consent
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import asked, dots
from services.documents.gathering.identity import readable_code
from services.documents.papers.informed_consent import Guardian
from services.documents.papers.issue import Identity
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.safety.shapes import ConsentDraft

NAME, RELATION, ORDER = "guardian_name", "guardian_relation", "judge_order"


def guardian_fields(
    codes: CodeReader, request: PaperRequest, held: Consent | None = None, *, may_be_order: bool
) -> list[MissingField]:
    """A guardian's name; or, where it `may_be_order`, the judge's order that stands in the place of one, as the
    head's recorded reason does. Some guardians are such by an order alone, which is asked with them."""
    found = []
    stands_without = may_be_order and bool(request.value(ORDER) or (held and held.head_reason))
    if not (held and (held.guardian_name or held.judge_order)):
        found.append(asked(NAME, required=not stands_without))
    if not (held and held.guardian_kind):
        relations = [(code.code, code.label) for code in codes.codes.all(codes.actor, "guardian_kind")]
        found.append(asked(RELATION, FieldKind.CHOICE, required=not may_be_order, choices=relations))
    if not (held and held.judge_order):
        by_order = bool(codes.does("guardian_kind", request.value(RELATION), "needs_order"))
        found.append(asked(ORDER, required=by_order))
    return found


def guardian_on(codes: CodeReader, request: PaperRequest, held: Consent | None = None) -> Guardian:
    """The guardian, the order that made one, or the order in the place of one; the head's reason is on no paper."""
    number = (held.judge_order if held else "") or request.value(ORDER)
    order = say("documents.judge_order", number=number) if number else ""
    name = (held.guardian_name if held else "") or request.value(NAME)
    if not name and order:
        return Guardian(Identity(""), "", order)
    kind = (held.guardian_kind if held else "") or request.value(RELATION)
    identity = Identity(dots(name), request.value("guardian_father"), readable_code(request.value("guardian_code")))
    return Guardian(identity, dots(codes.label("guardian_kind", kind)), order)


def with_guardian(draft: ConsentDraft, request: PaperRequest) -> ConsentDraft:
    """A decision as the sheet has it: who took it for the minor, and by which order."""
    return replace(
        draft,
        guardian_name=request.value(NAME),
        guardian_kind=request.value(RELATION),
        judge_order=request.value(ORDER),
    )
