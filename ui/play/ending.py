"""From the outcome to the closure: the papers that go out, a client sent on, a call a month later, the checklist."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from services.demo import PASSWORD
from services.persian.jalali import add_months
from ui.attachments.attach_sheet import AttachSheet
from ui.closing.closing_sheet import ClosingSheet
from ui.follow_up.call_sheet import CallSheet
from ui.play import papers
from ui.play.keyboard import CONTROL, SHIFT
from ui.play.precinct import COUNSELLOR
from ui.play.story import Story, script
from ui.referrals_out.refer_sheet import ReferSheet

_OPENS = 9 * 60
_ONE, _TWO = "1", "2"


def settlement(story: Story) -> None:
    """The record of the settlement, clause by clause, with the boxes for signatures (R-13, R-15, P-46)."""
    _paper(story, "settlement", script()["papers"]["settlement"])


def reply(story: Story) -> None:
    """What the authority asked for: the result, and the debt is paid (R-6)."""
    _paper(story, "reply", script()["papers"]["reply"])


def _paper(story: Story, name: str, words: str) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.key(Qt.Key.Key_P, CONTROL | SHIFT)
    page = stage.on("IssuePage")
    kind = page.choosing.form.field("kind").edit
    keyboard.settle(lambda: bool(kind.choices()))
    keyboard.go_to(kind)
    keyboard.choose(words)
    papers.issue(story, name, script()["papers"]["answers"])
    stage.back_to("CasePage")


def file_original(story: Story) -> None:
    """There is no scanner here: the binder with the signed sheet is named (P-38)."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["ending"]
    stage.page.works.do("attach")
    sheet = stage.wait_sheet(AttachSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.write(_TWO)
    keyboard.go_to(sheet.form.field("document_id").edit)
    keyboard.choose(script()["papers"]["settlement"])
    keyboard.go_to(sheet.form.field("place").edit)
    keyboard.value(words["binder"])
    stage.picture("original-in-binder")
    keyboard.save()
    stage.wait_no_sheet()


def refer(story: Story) -> None:
    """She is sent on with her own consent, read aloud (§2.8.2, P-32)."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["ending"]
    stage.page.works.do("refer")
    sheet = stage.wait_sheet(ReferSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose(script()["wife"]["given_name"])
    keyboard.choose(words["target"])
    keyboard.value(words["body"])
    keyboard.go_to(sheet.form.field("reason").edit)
    keyboard.value(words["reason"])
    keyboard.go_to(sheet.form.field("ground").edit)
    keyboard.write(_ONE)
    for key in ("has_consented", "was_read_aloud"):
        keyboard.go_to(sheet.form.field(key).edit)
        keyboard.key(Qt.Key.Key_Space, text=" ")
    stage.picture("referral-out")
    keyboard.save()
    stage.wait_no_sheet()
    stage.picture("case-with-its-papers")


def play(story: Story, folder: Path) -> None:
    """A month and more later; in between the file only waited."""
    outcome = story.services.overview.case_page(story.actor, story.case_id).outcome
    story.close()
    story.move_to(add_months(outcome.decided_on, 1) + timedelta(days=1), _OPENS)
    story.open(folder).sign_in(COUNSELLOR, PASSWORD)
    _calls(story)
    _answered(story)
    _close(story)


def _calls(story: Story) -> None:
    """Each side is asked alone whether the agreement is kept (P-18, P-37)."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["ending"]
    stage.main.navigate("follow_ups")
    page = stage.on("FollowUpsPage")
    due = [row for row in story.services.follow_ups.of_case(story.actor, story.case_id) if row.due_on <= story.today]
    stage.picture("follow-ups")
    for number, row in enumerate(due):
        page.open_call(row.id)
        sheet = stage.wait_sheet(CallSheet)
        keyboard.settle(sheet.main.isEnabled)
        sheet.whom.reveal.button().click()
        keyboard.settle()
        stage.picture(f"call-{number + 1}")
        _answer(keyboard, sheet, words)
        stage.picture(f"call-{number + 1}-answered")
        keyboard.save()
        stage.wait_no_sheet()


def _answer(keyboard: Any, sheet: CallSheet, words: dict[str, str]) -> None:
    for key in ("who", "was_safe"):
        field = sheet.form.field(key)
        if field.isVisible():
            keyboard.go_to(field.edit)
            keyboard.write(_ONE)
            keyboard.settle()
    keyboard.go_to(sheet.form.field("result").edit)
    keyboard.choose(words["result"])


def _answered(story: Story) -> None:
    """The body answered: the referral is at its end."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["ending"]
    stage.main.navigate("case", story.case_id)
    page = stage.on("CasePage")
    keyboard.settle(lambda: page.shown is not None and page.shown.detail.id == story.case_id)
    page.referrals.opened.emit(page.shown.referrals_out[0])
    sheet = stage.wait_sheet()
    keyboard.choose(words["answer_state"])
    keyboard.go_to(sheet.form.field("words").edit)
    keyboard.value(words["answer"])
    stage.picture("referral-out-answered")
    keyboard.save()
    stage.wait_no_sheet()


def _close(story: Story) -> None:
    """The checklist: what is known is shown, what people know is ticked, what is open is explained."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["ending"]
    stage.page.works.do("close")
    sheet = stage.wait_sheet(ClosingSheet)
    keyboard.settle(lambda: bool(sheet.lines))
    stage.picture("checklist")
    for line in sheet.lines:
        if line.tick is not None:
            keyboard.go_to(line.tick)
            keyboard.key(Qt.Key.Key_Space, text=" ")
    if sheet.form.isVisible():
        keyboard.go_to(sheet.form.field("note").edit)
        keyboard.write(words["left_open"])
    stage.picture("checklist-answered")
    keyboard.save()
    stage.wait_no_sheet()
    keyboard.settle()
    stage.picture("case-closed")
