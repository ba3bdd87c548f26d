"""A joint session: refused before the gate is open (P-4, R-7), booked afterwards, held, and concluded."""

from PySide6.QtCore import Qt

from services.scheduling.shapes import AppointmentRow
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.play import papers
from ui.play.keyboard import CONTROL, SHIFT, StoryError
from ui.play.story import Story, script
from ui.play.talking import YES
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.invitation_panel import InviteePart
from ui.sessions.session_sheet import SessionSheet

NEUTRAL = "1"
"""The first answer: the certificate that does not say where she was (R-12)."""


def refused(story: Story) -> None:
    """Whoever asks for a joint session too early reads one sentence, and nobody's reason."""
    sheet = _open_booking(story)
    story.stage.keyboard.settle(sheet.gate.isVisible)
    story.stage.picture("joint-refused")
    story.facts["refused"] = sheet.gate.sentence()
    story.facts["refused_may_book"] = sheet.main.isEnabled()
    _discard(story)


def book(story: Story) -> None:
    """The gate is open: the first free hour is taken."""
    stage, keyboard = story.stage, story.stage.keyboard
    sheet = _open_booking(story)
    keyboard.settle(lambda: bool(sheet.slots.slots()))
    if sheet.gate.isVisible():
        raise StoryError("the gate is still shut")
    stage.picture("joint-booking")
    keyboard.key(Qt.Key.Key_1, CONTROL)
    keyboard.settle(sheet.form.has_time)
    stage.settle_previews()
    stage.picture("joint-booking-hour")
    keyboard.save()
    stage.wait_no_sheet()
    stage.picture("case-joint-booked")


def invite(story: Story) -> None:
    """The invitation of the other side exists now (P-1): printed from the page of the file."""
    part = next(
        part for part in story.stage.page.findChildren(InviteePart) if part.invitee.person_id == story.husband
    )
    if not part.print.isVisible():
        raise StoryError("the other side may not be invited yet")
    story.stage.keyboard.push(part.print)
    papers.issue(story, "invitation")
    story.stage.back_to("CasePage")


def hold(story: Story) -> None:
    """The hours have passed: what was held is recorded one after the other, the joint session last (P-27)."""
    words = script()["session"]
    joint = joint_of(story)
    story.move_to(joint.day, joint.end + 5)
    rows: tuple[AppointmentRow, ...] = story.services.scheduling.of_case(story.actor, story.case_id)
    for row in rows:
        _record(story, row, words["record"] if row.id == joint.id else words["first_record"])
    story.stage.picture("case-sessions-held")


def _record(story: Story, booked: AppointmentRow, record: str) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.key(Qt.Key.Key_S, CONTROL | SHIFT)
    sheet = stage.wait_sheet(SessionSheet)
    keyboard.settle(sheet.main.isEnabled)
    for line in sheet.form.lines:
        if line.party_id in booked.party_ids:
            keyboard.go_to(line.marks)
            keyboard.write(YES)
    keyboard.go_to(sheet.form.record)
    keyboard.write(record)
    stage.picture(f"session-{booked.type}")
    keyboard.save()
    stage.wait_no_sheet()


def conclude(story: Story) -> None:
    """The outcome, apart from where the file stands (R-9)."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["session"]
    keyboard.key(Qt.Key.Key_O, CONTROL | SHIFT)
    sheet = stage.wait_sheet(OutcomeSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose(words["outcome"])
    keyboard.settle()
    if sheet.editor.isVisible():
        _agree(story, sheet)
    signatures = sheet.ending.field("signatures_seen_on")
    if signatures.isVisible():
        keyboard.go_to(signatures.edit)
        keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.go_to(sheet.ending.field("summary").edit)
    keyboard.write(words["summary"])
    stage.picture("outcome")
    keyboard.save()
    stage.wait_no_sheet()
    stage.picture("case-concluded")


def _agree(story: Story, sheet: OutcomeSheet) -> None:
    """What both agreed on: who owes whom what, until when, before two witnesses (P-42)."""
    keyboard, names = story.stage.keyboard, script()
    people = {key: names[key]["given_name"] for key in ("wife", "husband")}
    for number, clause in enumerate(names["session"]["clauses"]):
        if number:
            keyboard.push(sheet.editor.add_button)
        block = sheet.editor.blocks[number]
        keyboard.go_to(block.form.field("debtor_id").edit)
        keyboard.choose(people[clause["by"]])
        keyboard.choose(people["wife" if clause["by"] == "husband" else "husband"])
        for key in ("text", "amount", "instalments", "due_on", "place"):
            keyboard.go_to(block.form.field(key).edit)
            keyboard.value(clause.get(key, ""))
    for place, name in enumerate(names["session"]["witnesses"]):
        keyboard.go_to(sheet.editor.witnesses.field(f"{place}.name").edit)
        keyboard.value(name)
    keyboard.go_to(sheet.editor.blocks[0].form.field("debtor_id").edit)
    story.stage.picture("outcome-clauses")


def certify(story: Story) -> None:
    """The certificate of attendance (R-12), for her who came."""
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.key(Qt.Key.Key_P, CONTROL | SHIFT)
    page = stage.on("IssuePage")
    keyboard.settle(lambda: bool(page.choosing.form.field("kind").edit.choices()))
    keyboard.go_to(page.choosing.form.field("kind").edit)
    keyboard.choose(script()["papers"]["certificate"])
    keyboard.settle()
    if page.choosing.offer() is None:
        keyboard.go_to(page.choosing.form.field("whom").edit)
        keyboard.choose(script()["wife"]["given_name"])
    papers.issue(story, "attendance", {"form": NEUTRAL, "addressee": script()["papers"]["addressee"]})
    stage.back_to("CasePage")


def joint_of(story: Story) -> AppointmentRow:
    """The booked hour of both."""
    rows: tuple[AppointmentRow, ...] = story.services.scheduling.of_case(story.actor, story.case_id)
    return next(row for row in rows if len(row.party_ids) > 1)


def _open_booking(story: Story) -> BookingSheet:
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.key(Qt.Key.Key_B, CONTROL | SHIFT)
    sheet: BookingSheet = stage.wait_sheet(BookingSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose(script()["session"]["joint"])
    stage.settle_previews()
    return sheet


def _discard(story: Story) -> None:
    """Esc asks before it throws away what was typed."""
    stage = story.stage
    stage.answer_question("joint-discard", destroys=True)
    stage.wait_no_sheet()
