"""What a case form may say (domain.md §4.1, §4.2, P-43): pure functions from what was typed to what is stored."""

from dataclasses import replace
from datetime import date, datetime

from models.enums import Confidentiality, JointPolicy, Side
from services.cases.shapes import CaseDraft, CaseEdit, PartyDraft, PartyEdit, ReferralDraft
from services.people.fields import Fields, Lists

SUBJECT_LIMIT = 200

_POLICY = {
    "allowed": JointPolicy.ALLOWED,
    "after_screen": JointPolicy.NOT_SCREENED,
    "not_applicable": JointPolicy.NOT_SCREENED,
    "separate_first": JointPolicy.SEPARATE_ONLY,
    "forbidden": JointPolicy.FORBIDDEN,
}
_STRICTNESS = (
    JointPolicy.ALLOWED,
    JointPolicy.NOT_SCREENED,
    JointPolicy.SEPARATE_ONLY,
    JointPolicy.FORBIDDEN,
)


def clean_case(draft: CaseDraft, now: datetime, today: date, lists: Lists, fields: Fields) -> CaseDraft:
    """The draft as it is stored, but for its persons; errors go to `fields`."""
    head = clean_edit(
        CaseEdit(
            draft.primary_category,
            draft.subject_line,
            draft.own_words,
            draft.further_categories,
            draft.has_criminal_aspect,
            draft.archive_place,
        ),
        lists,
        fields,
    )
    if not draft.parties:
        fields.wrong("parties", "cases.party_needed")
    return replace(
        draft,
        subject_line=head.subject_line,
        own_words=head.own_words,
        further_categories=head.further_categories,
        archive_place=head.archive_place,
        parties=tuple(
            _party(party, lists, fields.under("parties", place)) for place, party in enumerate(draft.parties)
        ),
        referral=draft.referral and clean_referral(draft.referral, now, today, lists, fields.under("referral")),
        opened_on=fields.not_after("opened_on", draft.opened_on, today),
        paper_case_no=fields.number("paper_case_no", draft.paper_case_no),
    )


def clean_edit(edit: CaseEdit, lists: Lists, fields: Fields) -> CaseEdit:
    """The head of a case. A category is needed; one named twice counts once."""
    fields.code("primary_category", lists, "case_category", edit.primary_category, required=True)
    further = tuple(dict.fromkeys(code for code in edit.further_categories if code != edit.primary_category))
    for code in further:
        fields.code("further_categories", lists, "case_category", code)
    return replace(
        edit,
        subject_line=fields.line("subject_line", edit.subject_line, SUBJECT_LIMIT),
        own_words=fields.lines("own_words", edit.own_words),
        further_categories=further,
        archive_place=fields.line("archive_place", edit.archive_place, 100),
        legal_issues=_issues(edit, lists, fields),
    )


def _issues(edit: CaseEdit, lists: Lists, fields: Fields) -> tuple[str, ...]:
    issues = tuple(dict.fromkeys(edit.legal_issues))
    for code in issues:
        fields.code("legal_issues", lists, "legal_issue", code)
    return issues


def clean_party(edit: PartyEdit, lists: Lists, fields: Fields) -> PartyEdit:
    """A role is needed, and a side of those who are a side of the matter."""
    fields.code("role", lists, "party_role", edit.role, required=True)
    fields.code("relation", lists, "relation", edit.relation)
    if edit.is_inviting and edit.side is Side.NONE:
        fields.wrong("is_inviting", "cases.inviting_needs_side")
    return edit


def clean_referral(draft: ReferralDraft, now: datetime, today: date, lists: Lists, fields: Fields) -> ReferralDraft:
    """How the case arrived. None of its fields but the source is needed, no number is refused for its form."""
    fields.code("source", lists, "referral_source", draft.source, required=True)
    fields.code("urgency", lists, "urgency", draft.urgency)
    fields.code("heard_from", lists, "heard_from", draft.heard_from)
    if not lists.knows("classification", draft.classification):
        fields.wrong("classification", "letters.too_secret")
    received_at = draft.received_at or now
    if received_at > now:
        fields.wrong("received_at", "errors.future_date")
    owed = draft.is_reply_owed
    if owed is None:
        owed = lists.does("referral_source", draft.source, "reply_owed") == "yes"
    if draft.due_at is not None and draft.due_at <= received_at:
        fields.wrong("due_at", "cases.due_before_received")
    return replace(
        draft,
        body=fields.line("body", draft.body, 120),
        branch=fields.line("branch", draft.branch, 60),
        officer=fields.line("officer", draft.officer, 100),
        letter_no=fields.number("letter_no", draft.letter_no),
        letter_on=fields.not_after("letter_on", draft.letter_on, today),
        judicial_case_no=fields.number("judicial_case_no", draft.judicial_case_no),
        judicial_archive_no=fields.number("judicial_archive_no", draft.judicial_archive_no),
        notice_no=fields.number("notice_no", draft.notice_no),
        complaint_no=fields.number("complaint_no", draft.complaint_no),
        incident_no=fields.number("incident_no", draft.incident_no),
        agency_no=fields.number("agency_no", draft.agency_no),
        order_text=fields.lines("order_text", draft.order_text, 1000),
        subject=fields.line("subject", draft.subject, SUBJECT_LIMIT),
        enclosures=fields.line("enclosures", draft.enclosures, 100),
        received_at=received_at,
        is_reply_owed=owed,
    )


def proposed_policy(categories: tuple[str, ...], lists: Lists) -> JointPolicy:
    """The strictest default of the categories (domain.md §2.5, column *safety*); a screen may change it later."""
    found = [_policy_of(category, lists) for category in categories]
    return max(found, key=_STRICTNESS.index, default=JointPolicy.NOT_SCREENED)


def proposed_confidentiality(category: str, lists: Lists) -> Confidentiality:
    """What the category proposes at intake."""
    return Confidentiality(lists.does("case_category", category, "confidentiality") or Confidentiality.NORMAL)


def stricter(one: JointPolicy, other: JointPolicy) -> JointPolicy:
    """The one of two policies that allows less."""
    return max(one, other, key=_STRICTNESS.index)


def _policy_of(category: str, lists: Lists) -> JointPolicy:
    policy = _POLICY.get(str(lists.does("case_category", category, "safety_default")), JointPolicy.NOT_SCREENED)
    if lists.does("case_category", category, "shuttle_only"):
        return stricter(policy, JointPolicy.SEPARATE_ONLY)
    return policy


def _party(party: PartyDraft, lists: Lists, fields: Fields) -> PartyDraft:
    clean_party(PartyEdit(party.role, party.side, party.relation, party.is_inviting), lists, fields)
    return party
