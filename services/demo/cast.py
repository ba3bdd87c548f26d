"""Made-up people and disputes: who comes, about what, and from where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from models.enums import BirthPrecision, ContactKind, Side
from services.actor import Actor
from services.cases.shapes import CaseDraft, PartyDraft, PartyRow, ReferralDraft
from services.codes import Codes
from services.demo.stock import Stock
from services.people.shapes import ContactDraft, PersonDraft
from services.persian.jalali import to_jalali

_CATEGORIES = {
    "marital_conflict": 17.0,
    "in_laws": 6,
    "maintenance_dowry": 6,
    "divorce_request": 6,
    "spouse_abuse": 4,
    "spouse_addiction": 4,
    "leaving_home_spouse": 4,
    "custody_visitation": 4,
    "post_divorce": 2,
    "infidelity": 2,
    "engagement_dispute": 2,
    "parent_child": 5,
    "sibling_inheritance": 2,
    "child_neglect": 1,
    "runaway": 1.5,
    "school_problem": 2,
    "suicide_ideation": 1,
    "elder_abuse": 0.7,
    "fight_individual": 7,
    "fight_group": 1,
    "neighbour_dispute": 9,
    "nuisance": 3,
    "insult_slander": 3,
    "threat": 2.5,
    "vandalism": 1.5,
    "animal_parking_noise": 3,
    "money_debt": 4,
    "tenancy": 3,
    "work_dispute": 1.5,
    "cyber_harassment": 1,
}
_SOURCES = {
    "duty_officer": 28.0,
    "station_commander": 8,
    "judicial_circle": 9,
    "prosecutor": 17,
    "court": 7,
    "dispute_council": 5,
    "police_110": 6,
    "social_emergency_123": 3,
    "self": 14,
    "family_relative": 3,
}
_RELATIONS = {"couple": "spouse", "neighbours": "neighbour", "kin": "sibling", "parent_child": "parent"}
_MARITAL = {"married": 70.0, "never_married": 14, "divorced": 9, "widowed": 4, "separated": 3}
_EDUCATION = {"diploma": 34.0, "lower_secondary": 18, "primary": 14, "bachelor": 17, "associate": 8, "illiterate": 4}
_EMPLOYED = {
    "self_employed": 40.0,
    "private_sector": 26,
    "public_sector": 12,
    "day_labourer": 9,
    "driver": 8,
    "farmer": 5,
}
_RETURNING = (False,) * 17 + (True,) + (False,) * 12
_RECENT = 40


@dataclass(frozen=True, slots=True)
class Dispute:
    """A file to be registered, and what the play knows of it beyond the papers."""

    draft: CaseDraft
    first_name: str
    second_name: str
    is_two_sided: bool
    is_joint_fit: bool


@dataclass(frozen=True, slots=True)
class _Ended:
    """A file that came to its outcome."""

    case_id: UUID
    dispute: Dispute
    sides: tuple[PartyRow, ...]


class Cast:
    """Draws people and disputes for one unit."""

    def __init__(self, stock: Stock, codes: Codes, actor: Actor) -> None:
        self._stock = stock
        self._codes = codes
        self._actor = actor
        self._known: list[tuple[UUID, str, str]] = []
        self._ended: list[_Ended] = []

    def remember(self, person_id: UUID, name: str, sex: str) -> None:
        """Let this person come back one day with another matter (P-35)."""
        self._known.append((person_id, name, sex))

    def remember_matter(self, case_id: UUID, dispute: Dispute, sides: Sequence[PartyRow]) -> None:
        """Let the same people come back one day with another matter of that kind."""
        self._ended.append(_Ended(case_id, dispute, tuple(sides)))

    def dispute(self, now: datetime, responsible: UUID) -> Dispute:
        """A new file as it would arrive at `now`."""
        stock = self._stock
        if stock.turn("returning", _RETURNING) and self._ended:
            return self._return(stock.pick(self._ended[-_RECENT:]), now, responsible)
        category = stock.weighted(_CATEGORIES)
        code = self._codes.get(self._actor, "case_category", category)
        roles = tuple(code.does("usual_roles") or ("applicant", "respondent"))
        first_role, second_role = roles[0], roles[1] if len(roles) > 1 else "respondent"
        source = stock.weighted(_SOURCES)
        inviting = source in ("self", "family_relative") or stock.chance(0.5)
        first, first_name = self._party(first_role, Side.A, is_inviting=inviting)
        parties, second_name = [first], ""
        is_two_sided = code.does("sides") != "one"
        if is_two_sided:
            second, second_name = self._party(second_role, Side.B, unlike=first)
            parties.append(second)
        if code.does("group") in ("family", "child_adolescent") and stock.chance(0.22):
            parties.append(self._child(first.person.family_name))
        draft = CaseDraft(
            category,
            tuple(parties),
            stock.subject(category),
            has_criminal_aspect=stock.chance(0.15) if code.does("may_be_public") else False,
            referral=self.referral(source, now),
            responsible_id=responsible,
        )
        fit = is_two_sided and code.does("safety_default") in ("allowed", "after_screen")
        return Dispute(draft, first_name, second_name, is_two_sided, fit)

    def _return(self, ended: _Ended, now: datetime, responsible: UUID) -> Dispute:
        """The same people with a new matter; the earlier file is its history (P-35)."""
        earlier = ended.dispute.draft
        parties = tuple(
            PartyDraft(
                PersonDraft(id=side.person_id, sex=side.sex), side.role, side.side, side.relation, side.is_inviting
            )
            for side in ended.sides
        )
        draft = replace(
            earlier,
            parties=parties,
            subject_line=self._stock.subject(earlier.primary_category),
            referral=self.referral("self", now),
            responsible_id=responsible,
            previous_case_id=ended.case_id,
        )
        return replace(ended.dispute, draft=draft)

    def referral(self, source: str, now: datetime) -> ReferralDraft:
        """The slip or letter that the file came with."""
        stock = self._stock
        code = self._codes.get(self._actor, "referral_source", source)
        fitting = [body for body in stock.bodies if body.get("source") == source]
        body = stock.pick(fitting) if fitting else {}
        officer = stock.pick(stock.staff["officer"])
        rank = self._codes.label(self._actor, "rank", officer["rank"])
        year, month, day = to_jalali(now.date())
        has_letter = bool(code.does("needs_letter"))
        is_judicial = code.does("origin") == "judicial"
        days = stock.number(7, 21)
        return ReferralDraft(
            source,
            body=body.get("name", ""),
            branch=body.get("branch", ""),
            officer=f"{rank} {officer['family']}" if code.does("needs_officer") else "",
            letter_no=f"{year}/{month}/{stock.number(100, 990)}" if has_letter else "",
            letter_on=now.date() - timedelta(days=stock.number(1, 4)) if has_letter else None,
            judicial_case_no=f"{year}{stock.number(10**13, 10**14 - 1)}" if is_judicial else "",
            judicial_archive_no=f"{year % 100:02}{stock.number(10_000, 99_999)}" if is_judicial else "",
            incident_no=f"{day}{stock.number(1000, 9999)}" if code.does("needs_incident_no") else "",
            order_text=stock.pick(stock.quick["order_texts"]) if code.does("needs_order_text") else "",
            ordered_both=bool(code.does("may_order_attendance")) and stock.chance(0.4),
            due_at=now + timedelta(days=days) if code.does("reply_owed") == "yes" else None,
        )

    def _party(
        self, role: str, side: Side, *, is_inviting: bool = False, unlike: PartyDraft | None = None
    ) -> tuple[PartyDraft, str]:
        code = self._codes.get(self._actor, "party_role", role)
        relation = _RELATIONS.get(str(code.does("group")), "")
        other_sex = unlike.person.sex if unlike and code.does("group") == "couple" else ""
        sex = str(code.does("sex") or {"female": "male", "male": "female"}.get(other_sex, ""))
        sex = sex or self._stock.pick(("female", "male"))
        if unlike is None and self._known and self._stock.chance(0.05):
            person_id, name, known_sex = self._stock.pick(self._known)
            if known_sex == sex:
                return PartyDraft(PersonDraft(id=person_id, sex=sex), role, side, relation, is_inviting), name
        person = self._person(sex)
        name = f"{person.given_name} {person.family_name}"
        return PartyDraft(person, role, side, relation, is_inviting), name

    def _person(self, sex: str) -> PersonDraft:
        stock = self._stock
        born = stock.birth(19, 68)
        shows_card = stock.chance(0.9)
        work = "homemaker" if sex == "female" and stock.chance(0.55) else "employed"
        kind = stock.weighted(_EMPLOYED)
        education = stock.weighted(_EDUCATION)
        contacts = [ContactDraft(ContactKind.MOBILE, stock.mobile(), is_safe=True if stock.chance(0.6) else None)]
        if stock.chance(0.6):
            is_hidden = sex == "female" and stock.chance(0.06)
            contacts.append(
                ContactDraft(
                    ContactKind.ADDRESS, stock.address(), postal_code=stock.postal_code(), is_confidential=is_hidden
                )
            )
        return PersonDraft(
            given_name=stock.given_name(sex),
            family_name=stock.family_name(),
            father_name=stock.given_name("male"),
            id_kind="national_code" if shows_card else "no_document_shown",
            national_code=stock.national_code() if shows_card else "",
            is_card_seen=shows_card and stock.chance(0.8),
            birth_on=born,
            birth_precision=BirthPrecision.DAY if stock.chance(0.85) else BirthPrecision.YEAR,
            sex=sex,
            marital_status=stock.weighted(_MARITAL),
            education=education,
            occupation_status=work,
            occupation_title=stock.pick(stock.work["employed"][kind]) if work == "employed" else "",
            can_read=education != "illiterate",
            contacts=tuple(contacts),
        )

    def _child(self, family_name: str) -> PartyDraft:
        stock = self._stock
        sex = stock.pick(("female", "male"))
        person = PersonDraft(
            given_name=stock.given_name(sex),
            family_name=family_name or stock.family_name(),
            id_kind="unknown",
            birth_on=stock.birth(4, 16),
            birth_precision=BirthPrecision.DAY,
            sex=sex,
        )
        return PartyDraft(person, "child", Side.NONE, "child")
