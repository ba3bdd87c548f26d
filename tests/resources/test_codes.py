"""The code lists: complete, well spelt, and with behaviour from closed sets (domain.md §2, §4.5)."""

import re
from enum import StrEnum

import pytest

from models import enums
from resources import shelf
from resources.shelf import CodeRow
from services.persian.text import display_form
from services.staff.rights import ROLE_RIGHTS


def _words(text: str) -> set[str]:
    return set(text.split())


# What the tables of domain.md, and the rules of practice that change them, name.
NAMED = {
    "referral_source": "duty_officer station_commander judicial_circle prosecutor court dispute_council police_110 "
    "social_emergency_123 welfare_org school health police_plus_10 other_station aramesh_center self phone "
    "family_relative trustee",
    "party_role": "applicant complainant respondent husband wife father mother guardian child elder neighbour "
    "relative colleague landlord tenant teacher witness companion lawyer interpreter referrer",
    "relation": "spouse ex_spouse engaged parent child sibling grandparent in_law neighbour employer",
    "case_category": "marital_conflict spouse_abuse divorce_request post_divorce custody_visitation "
    "maintenance_dowry spouse_addiction infidelity second_marriage leaving_home_spouse in_laws engagement_dispute "
    "parent_child sibling_inheritance generation_forced_marriage child_abuse child_neglect runaway school_problem "
    "teen_behaviour working_street_child juvenile_offence suicide_ideation suicide_attempt mental_disorder "
    "substance_use gambling grief_crisis anger elder_abuse disabled_abuse homeless trafficked_exploited "
    "fight_individual fight_group neighbour_dispute nuisance insult_slander threat vandalism animal_parking_noise "
    "money_debt tenancy work_dispute breach_of_trust petty_theft_family cyber_harassment info_advice "
    "police_family other",
    "session_type": "intake individual couple joint_mediation shuttle family child group phone home_visit follow_up "
    "inter_agency outreach",
    "attendance": "attended late no_show excused refused left_early",
    "session_status": "scheduled held cancelled_by_unit cancelled_by_party no_show_all safety_stopped",
    "staff_role": "unit_head psychologist counsellor social_worker honorary_police peace_facilitator conscript clerk "
    "station_commander auditor admin duty_officer",
    "case_status": "received triage intake active on_hold outcome_recorded follow_up closed voided",
    "disposition": "settled_full settled_partial not_settled complaint_waived counselling_completed client_withdrew "
    "no_show unreachable referred_judicial referred_welfare referred_social_emergency referred_forensic "
    "referred_addiction_centre referred_health referred_psychiatry referred_aramesh referred_legal_aid "
    "referred_cyber_police safety_stop transferred not_eligible merged in_progress",
    "follow_up_result": "agreement_kept partly_kept breached violence_recurred new_complaint improved same worse "
    "unreachable declined",
    "follow_up_method": "phone in_person home_visit via_referrer",
    "id_kind": "national_code foreigner_fida amayesh_card passport birth_cert_only no_document_shown unknown",
    "marital_status": "never_married married widowed divorced undeclared engaged_aqd separated temporary",
    "risk_flag_kind": "ipv_victim ipv_suspected_aggressor suicide child_at_risk elder_or_disabled_abuse "
    "honour_violence weapon medical flight_risk_runaway",
    "consent_kind": "counselling joint_session release_to phone_contact questionnaire research_statistics",
    "joint_policy": "allowed separate_only forbidden",
    "screen_result": "none present_low high imminent",
    "classification": "normal confidential",
    "urgency": "normal urgent very_urgent immediate",
    "unit_kind": "precinct post aramesh_center",
}

COUNTED = {"province": 31, "education": 12, "occupation_status": 9, "employment_kind": 9, "child_risk_ground": 14}

ENUMS: dict[str, type[StrEnum]] = {
    "case_status": enums.CaseStatus,
    "confidentiality": enums.Confidentiality,
    "joint_policy": enums.JointPolicy,
    "case_side": enums.Side,
    "invite_answer": enums.InviteAnswer,
    "notice_kind": enums.NoticeKind,
    "consent_decision": enums.ConsentDecision,
    "screen_state": enums.ScreenState,
    "screen_result": enums.ScreenResult,
    "screen_answer": enums.Answer,
    "flag_level": enums.FlagLevel,
    "session_status": enums.AppointmentStatus,
    "attendance": enums.AttendanceMark,
    "contact_kind": enums.ContactKind,
    "given_by": enums.GivenBy,
    "birth_precision": enums.BirthPrecision,
    "letter_direction": enums.LetterDirection,
    "letter_state": enums.LetterState,
    "document_state": enums.DocumentState,
    "print_kind": enums.PrintKind,
    "holiday_kind": enums.HolidayKind,
}

# Behaviour columns whose words are a closed set; code may branch on these values.
WORDS: dict[tuple[str, str], set[str]] = {
    ("referral_source", "origin"): {"station", "judicial", "police", "agency", "own_accord"},
    ("referral_source", "reply_owed"): {"yes", "no", "feedback"},
    ("referral_source", "reply_form"): {"letter", "note", "with_file", "counter", "none"},
    ("party_role", "group"): _words("general complaint couple parent_child kin neighbours work tenancy school other"),
    ("party_role", "side"): {"a", "b", "none"},
    ("party_role", "signs"): {"party", "witness", "representative", "interpreter", "none"},
    ("party_role", "protection"): {"child", "elder"},
    ("party_role", "sex"): {"female", "male"},
    ("relation", "group"): _words("partner kin in_law guardianship community work contract school none"),
    ("case_category_group", "police_head"): {"nezaa", "family", "other"},
    ("case_category", "police_head"): {"nezaa", "family", "other"},
    ("case_category", "safety_default"): {
        "after_screen",
        "allowed",
        "separate_first",
        "forbidden",
        "not_applicable",
    },
    ("case_category", "sides"): {"two", "one", "either"},
    ("case_category", "confidentiality"): {"normal", "restricted", "staff_relative"},
    ("case_category", "special_row"): {"child_abuse", "spouse_abuse", "suicide", "elder_abuse", "runaway"},
    ("session_type", "who"): {"one_party", "both_sides", "many_cases", "staff_only", "audience"},
    ("disposition", "counts_as"): _words(
        "settled settled_partial not_settled waived completed not_in_rate no_show referred safety excluded"
    ),
    ("referral_target", "book"): {"normal", "confidential"},
    ("referral_out_state", "stamps"): {"sent_on", "received_on", "answered_on", "closed_on"},
    ("marital_status", "census"): {"never_married", "married", "widowed", "divorced", "undeclared"},
    ("id_kind", "field"): {"national_code", "foreigner_id", "passport_no", "birth_cert_no", "none"},
    ("id_kind", "check"): {"national_code", "digits_12", "digits", "none"},
    ("consent_kind", "opens"): {
        "clinical",
        "joint",
        "release",
        "phone",
        "questionnaire",
        "research",
        "none",
    },
    ("contact_kind", "check"): {"mobile", "landline", "none"},
    ("follow_up_result", "counts_as"): _words(
        "kept partly_kept breached violence improved same worse no_news unreached"
    ),
    ("follow_up_next", "leads_to"): {"call", "session", "letter", "reopen"},
    ("closure_check", "check"): _words(
        "reply signatures condition judiciary original risk follow_ups tasks referrals_out people"
    ),
    ("closure_check", "kinds"): _words("settlement_record non_settlement_record undertaking complaint_waiver"),
    ("risk_flag_kind", "policy"): {"forbidden", "separate_only", "none"},
    ("legal_issue", "forgivable"): {"yes", "no", "depends"},
    ("letter_kind", "direction"): {"incoming", "outgoing", "internal"},
    ("letter_kind", "book"): {"normal", "confidential"},
    ("attachment_kind", "classification"): {"normal", "confidential"},
}

# Behaviour columns that hold codes of another list.
POINTERS = {
    ("party_role", "opposite"): "party_role",
    ("party_role", "relation"): "relation",
    ("relation", "inverse"): "relation",
    ("case_category", "group"): "case_category_group",
    ("case_category", "police_head"): "police_head",
    ("case_category", "usual_roles"): "party_role",
    ("inquiry_mission", "headings"): "inquiry_heading",
    ("case_category", "needs_flag"): "risk_flag_kind",
    ("case_category", "legal_issues"): "legal_issue",
    ("case_category", "refer_to"): "referral_target",
    ("disposition", "target"): "referral_target",
    ("advice_topic", "group"): "case_category_group",
    ("letter_kind", "urgency"): "urgency",
}

# Words for people, an article, a letter of the law, a telephone number: free text.
FREE = {"public_label", "paper_label", "judicial_label", "mark", "words", "law", "article", "clause", "area_code"}
NUMBERS = {"110", "115", "123", "125", "1480"}
PAPER = re.compile(r"D(0[1-9]|1\d|2\d)|free")
"""A paper of domain.md §3.3, or the letter whose words are free."""

ROWS = [row for name in shelf.code_lists() for row in shelf.code_list(name)]


def _codes(name: str) -> list[str]:
    return [row.code for row in shelf.code_list(name)]


@pytest.mark.parametrize("name", shelf.code_lists())
def test_a_list_is_well_formed(name: str) -> None:
    whole = shelf.whole_list(name)
    assert shelf.read_toml("codes", f"{name}.toml")["list"] == name
    assert whole.rows
    assert len(set(_codes(name))) == len(whole.rows)
    assert len({row.label for row in whole.rows}) == len(whole.rows)
    assert len({row.position for row in whole.rows}) == len(whole.rows)
    assert re.fullmatch("[a-z][a-z0-9_]*", name)
    _assert_persian(whole.title)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.list}-{row.code}")
def test_codes_are_english_and_words_are_persian(row: CodeRow) -> None:
    assert re.fullmatch("[a-z][a-z0-9_]*", row.code)
    _assert_persian(row.label)
    assert len(row.label) <= 45, "a label stands in a chip or a table"
    for key in FREE & set(row.behaviour) - {"area_code"}:
        if row.behaviour[key]:
            _assert_persian(str(row.behaviour[key]))


def _assert_persian(text: str) -> None:
    assert text
    assert display_form(text) == text
    assert not re.search("[A-Za-z0-9]", text)


@pytest.mark.parametrize("name", NAMED)
def test_every_code_of_the_tables_is_there(name: str) -> None:
    assert not set(NAMED[name].split()) - set(_codes(name))


def test_lists_of_known_length() -> None:
    assert {name: len(_codes(name)) for name in COUNTED} == COUNTED


@pytest.mark.parametrize("name", ENUMS)
def test_a_closed_list_has_a_word_for_each_member_of_its_enum(name: str) -> None:
    assert shelf.whole_list(name).closed
    assert set(_codes(name)) == {member.value for member in ENUMS[name]}


def test_roles_and_rights_name_the_same_roles() -> None:
    assert set(_codes("staff_role")) == set(ROLE_RIGHTS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.list}-{row.code}")
def test_behaviour_comes_from_closed_sets(row: CodeRow) -> None:
    for key, value in row.behaviour.items():
        place = (row.list, key)
        words = value if isinstance(value, tuple) else (value,)
        if place in WORDS:
            assert set(words) <= WORDS[place], place
        elif place in POINTERS:
            assert set(words) <= set(_codes(POINTERS[place])), place
        elif key in {"document", "documents"}:
            assert all(PAPER.fullmatch(str(word)) for word in words), place
        elif key == "number":
            assert value in NUMBERS
        elif key not in FREE:
            assert isinstance(value, bool | int), place


@pytest.mark.parametrize(("name", "key"), WORDS)
def test_every_row_says_what_code_branches_on(name: str, key: str) -> None:
    optional = {"protection", "sex", "special_row", "urgency", "kinds"}
    if key not in optional:
        assert all(key in row.behaviour for row in shelf.code_list(name))


def test_every_inverse_leads_back() -> None:
    inverse = {row.code: row.behaviour["inverse"] for row in shelf.code_list("relation")}
    assert all(inverse[str(other)] == code for code, other in inverse.items())


def test_family_and_partners_get_the_full_screen() -> None:
    """P-20: spouses, former partners, engaged and relatives; neighbours and strangers do not."""
    rows = {row.code: row.behaviour for row in shelf.code_list("relation")}
    assert all(b.get("intimate") for b in rows.values() if b["group"] in {"partner", "kin", "in_law", "guardianship"})
    assert all(rows[code].get("partner") for code in ("spouse", "ex_spouse", "engaged"))
    assert not any(
        rows[code].get("intimate") for code in ("neighbour", "colleague", "stranger", "landlord", "debtor")
    )
    roles = {row.code: row.behaviour for row in shelf.code_list("party_role")}
    assert all(roles[code].get("intimate") for code in ("husband", "wife", "father", "mother", "child", "relative"))
    assert not any(roles[code].get("intimate") for code in ("neighbour", "complainant", "tenant", "witness"))


def test_clerks_see_the_group_only() -> None:
    """P-15: the word for the open book is the group's, and names no offence or illness."""
    groups = {row.code: row.behaviour["public_label"] for row in shelf.code_list("case_category_group")}
    for row in shelf.code_list("case_category"):
        assert row.behaviour["public_label"] == groups[str(row.behaviour["group"])]
    label = {row.code: row.label for row in shelf.code_list("case_category")}
    assert label["infidelity"] == "بی‌اعتمادی زوجین"
    assert label["other"] == "سایر"


def test_the_categories_that_forbid_a_joint_session() -> None:
    forbidden = {
        row.code for row in shelf.code_list("case_category") if row.behaviour["safety_default"] == "forbidden"
    }
    assert forbidden == {
        "spouse_abuse",
        "generation_forced_marriage",
        "child_abuse",
        "child_neglect",
        "elder_abuse",
        "disabled_abuse",
        "trafficked_exploited",
    }
    assert all(
        row.behaviour.get("may_be_public") for row in shelf.code_list("case_category") if row.code in forbidden
    )


def test_only_three_kinds_of_session_are_joint() -> None:
    joint = {row.code for row in shelf.code_list("session_type") if row.behaviour.get("is_joint")}
    assert joint == {"couple", "joint_mediation", "family"}


def test_words_of_practice() -> None:
    """P-13, P-45: what the forms call things."""
    words = {(row.list, row.code): row.label for row in ROWS}
    assert words["id_kind", "no_document_shown"] == "مدرک همراه ندارد"
    assert words["session_type", "shuttle"] == "گفت‌وگوی جداگانه"
    assert words["session_type", "individual"] == "مشاوره فردی"
    assert words["party_role", "applicant"] == "مراجع"
    assert words["party_role", "respondent"] == "طرف مقابل"
    assert words["joint_policy", "allowed"] == "آماده"
    assert words["screen_state", "not_done"] == "انجام نشد"
    avoided = ("خواهان", "خوانده", "انفرادی", "ساعت امن", "سررسید", "جدایی طرفین", "دروازه", "متهم", "اخطار", "احضار")
    assert [row.label for row in ROWS if any(word in row.label for word in avoided)] == []


def test_nationalities_begin_as_the_forms_do() -> None:
    assert _codes("nationality")[:4] == ["iran", "afghanistan", "iraq", "pakistan"]


def test_marks_are_single_letters_that_tell_nothing() -> None:
    rows = [*shelf.code_list("risk_flag_kind"), *shelf.code_list("protection_kind")]
    marks = [str(row.behaviour["mark"]) for row in rows]
    assert len(set(marks)) == len(marks)
    for row in rows:
        mark = str(row.behaviour["mark"])
        assert len(mark) == 1
        assert not row.label.startswith(mark)


def test_high_flags_are_reviewed_within_a_week() -> None:
    for row in shelf.code_list("risk_flag_kind"):
        days = row.behaviour["review_days"]
        assert days == 7 or row.behaviour["policy"] == "none"


def test_the_childs_clock_and_the_reports_that_stop_it() -> None:
    clocks = [row.code for row in shelf.code_list("risk_flag_kind") if row.behaviour.get("child_clock")]
    assert clocks == ["child_at_risk"]
    assert any(row.behaviour.get("is_child_report") for row in shelf.code_list("danger_action"))


def test_childrens_matters_are_never_closed_by_a_settlement() -> None:
    closable = {row.code: row.behaviour.get("is_closable", False) for row in shelf.code_list("legal_issue")}
    assert not any(closable[code] for code in closable if code.startswith("child_"))
    assert not closable["penal_632"]
    assert not closable["penal_633"]
    assert closable["penal_608"]


def test_confidential_papers_go_to_their_own_book() -> None:
    """P-16: D12, D14 and D15."""
    book = {row.behaviour.get("document"): row.behaviour["book"] for row in shelf.code_list("letter_kind")}
    assert {document for document, name in book.items() if name == "confidential"} == {"D12", "D14", "D15"}


def test_facts_of_own_knowledge_are_marked() -> None:
    assert all(row.unconfirmed for name in ("legal_issue", "child_risk_ground") for row in shelf.code_list(name))
