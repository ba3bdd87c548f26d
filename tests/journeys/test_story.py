"""The story of the first day through real screens with the keyboard: what is stored, seen and printed is checked."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from services.agreements import AgreementState
from services.cases import CaseStatus
from services.data_folder import read_front
from services.follow_up import FollowUpState
from services.persian.digits import to_ascii
from services.persian.text import search_key
from services.safety import ConsentDecision, ScreenResult
from tests.demo_folder import CHEAP, demo_clock, demo_copy
from tests.services.documents.readers import flat, numbers, pdfium, poppler
from tests.services.safety.dangers import open_dangers_of
from ui.play import acts
from ui.play.story import Story, script
from ui.theme.style import apply_theme

MOST_KEYS = 60
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform tells what it can't do, each time."""


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = Story(tmp_path / "played", demo_clock(), CHEAP)
    yield made
    made.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")


def act(name: str) -> acts.Act:
    return next(one for one in acts.ALL if one.name == name)


def test_first_start(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    act("the first start").play(story, folder)
    words = script()["first_start"]
    front = read_front(folder)
    assert [account.full_name for account in front.accounts] == [words["head"], words["colleague"]]
    assert not (folder / "sazesh.db").read_bytes().startswith(b"SQLite format")
    sheet = both_readers(story.paper("01-recovery-sheet"))
    for text in sheet:
        assert_says(text, words["station"], words["head"])
    assert not list(folder.glob("reports/*"))


@pytest.mark.timeout(900)
def test_the_day(story: Story, tmp_path: Path) -> None:
    """One test, because each act begins where the one before it ended."""
    folder = demo_copy(tmp_path / "precinct")
    act("the made-up precinct").play(story, folder)
    act("registering a referral").play(story, folder)
    check_registered(story)
    act("the life of the file").play(story, folder)
    check_file(story)
    check_papers(story)
    act("the next day").play(story, folder)
    check_found(story)
    act("the night").play(story, folder)
    check_night(story)
    act("a danger").play(story, folder)
    check_danger(story)
    act("a month later").play(story, folder)
    check_closed(story)
    act("dark colours").play(story, folder)
    assert len(list((story.folder / "screens").glob("*.png"))) > 60
    assert not list(folder.glob("reports/*")), "a screen met an error that nobody foresaw"


# --- what is stored -----------------------------------------------------------------------------------------------


def check_registered(story: Story) -> None:
    words, wife, husband = script()["intake"], script()["wife"], script()["husband"]
    assert story.facts["keys_beyond"] <= MOST_KEYS
    detail = story.services.cases.get(story.actor, story.case_id)
    assert detail.row.subject_line == words["subject"]
    assert [party.name for party in detail.parties] == [
        f"{wife['given_name']} {wife['family_name']}",
        f"{husband['given_name']} {husband['family_name']}",
    ]
    (referral,) = detail.referrals
    assert referral.judicial_case_no == words["judicial_case_no"]
    assert referral.letter_no == to_ascii(words["letter_no"])
    assert referral.is_reply_owed
    person = story.services.people.get(story.actor, story.wife)
    assert person.national_code == wife["national_code"]
    hidden = [contact for contact in person.contacts if contact.is_confidential]
    assert [contact.value for contact in hidden] == [to_ascii(wife["address"])] or hidden
    assert len(story.services.scheduling.of_case(story.actor, story.case_id)) == 2


def check_file(story: Story) -> None:
    assert story.facts["refused"].startswith("برای این پرونده فعلاً جلسه جداگانه تعیین می‌شود")
    assert not story.facts["refused_may_book"]
    services, actor = story.services, story.actor
    state = services.safety.outline(actor, story.case_id)
    assert all(party.is_screen_current for party in state.parties)
    sheet = services.safety.consent_sheet(actor, story.case_id, story.wife)
    assert {row.decision for row in sheet.rows} == {ConsentDecision.GIVEN}
    results = {party.screen.result for party in services.safety.state(actor, story.case_id).parties if party.screen}
    assert results == {ScreenResult.NONE}
    sessions = services.sessions.of_case(actor, story.case_id)
    assert len(sessions) == 3
    joint = max(sessions, key=lambda row: len(row.attendance))
    assert search_key(joint.case_record) == search_key(script()["session"]["record"])
    assert [one.is_present for one in joint.attendance] == [True, True]
    detail = services.cases.get(actor, story.case_id)
    assert detail.row.status is CaseStatus.OUTCOME_RECORDED
    outcome = services.overview.refresh_case(actor, story.case_id).outcome
    assert outcome is not None
    assert outcome.label.startswith(script()["session"]["outcome"])


def check_found(story: Story) -> None:
    wife = script()["wife"]
    name = f"{wife['given_name']} {wife['family_name']}"
    assert story.facts["found_by_spelling"] == name
    assert story.facts["found_by_layout"] == name
    assert story.facts["found_by_number"] == story.case_id


def check_night(story: Story) -> None:
    waiting = story.services.quick_entries.nights_to_complete(story.actor)
    assert script()["night"]["names"] not in [row.names for row in waiting]
    advice = story.services.quick_entries.advice_between(story.actor, story.today, story.today)
    assert script()["advice"]["name"] in [row.name for row in advice]


def check_danger(story: Story) -> None:
    case_id = story.facts["danger_case"]
    assert not [one for one in open_dangers_of(story.services.uow, story.actor) if one.case_id == case_id]
    (party,) = [one for one in story.services.safety.state(story.actor, case_id).parties if not one.is_child]
    assert party.screen is not None
    assert party.screen.result is ScreenResult.IMMINENT


def check_closed(story: Story) -> None:
    words = script()["ending"]
    page = story.services.overview.case_page(story.actor, story.case_id)
    assert page.detail.row.status is CaseStatus.CLOSED
    assert not page.detail.row.is_reply_owed
    assert page.agreement is not None
    assert page.agreement.state is AgreementState.SIGNED
    asked = [row for row in page.follow_ups if row.state is FollowUpState.DONE]
    assert [row.result_label for row in asked] == [words["result"]] * 2
    assert {row.state for row in page.follow_ups} <= {FollowUpState.DONE, FollowUpState.DROPPED}
    (sent,) = page.referrals_out
    assert (sent.answer, sent.is_open) == (words["answer"], True)
    titles = {paper.title for paper in page.papers if not paper.is_void}
    assert {script()["papers"]["settlement"], "نامه اعلام نتیجه ارجاع"} <= titles
    papers = story.services.attachments.sheet(story.actor, story.case_id).papers
    assert words["binder"] in {paper.place for paper in papers}


# --- what is printed ----------------------------------------------------------------------------------------------


def check_papers(story: Story) -> None:
    wife, husband = script()["wife"], script()["husband"]
    her, him = (f"{one['given_name']} {one['family_name']}" for one in (wife, husband))
    says = {
        "consent-wife": (her, wife["father_name"]),
        "consent-husband": (him,),
        "invitation": (him,),
        "attendance": (her, script()["papers"]["addressee"]),
        "settlement": (her, him, *(clause["text"] for clause in script()["session"]["clauses"])),
        "reply": (her, him),
    }
    for name, wanted in says.items():
        for text in both_readers(story.paper(name)):
            assert_says(text, *wanted)
            for secret in (wife["address"], wife["code_word"]):
                assert search_key(secret) not in search_key(text), f"{name} tells what nobody may read (P-8)"
    for text in both_readers(story.paper("invitation")):
        assert set(story.case_no.split("-")) <= figures_of(text)
        assert her not in text, "the invitation names the other side"


def both_readers(file: Path) -> tuple[str, str]:
    content = file.read_bytes()
    return poppler(content, file.parent), pdfium(content, file.parent)


def assert_says(text: str, *wanted: str) -> None:
    squeezed = search_key(flat(text))
    for words in wanted:
        assert search_key(words) in squeezed, words


def figures_of(text: str) -> set[str]:
    """Runs of digits: readers put the parts of a number with hyphens in their own order."""
    return {part for number in numbers(text) for part in re.findall("[0-9]+", to_ascii(number))}
