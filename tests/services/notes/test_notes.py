"""Process notes open with their own keys and with no others (R-14, design.md §5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.note import ProcessNote, ProcessNoteKey
from models.unit import AuditEvent, Staff
from services.cases import Confidentiality
from services.errors import AppError, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.notes import EmergencyDraft, NoteDraft, ReturnDraft
from services.persian.digits import to_persian
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from services.vault.errors import WrongPasswordError
from services.worklist import Task, TaskKind
from tests.services.notes.desk import MARK, PEOPLE, WORD, NotesDesk

NEW_WORD = "گذرواژه تازه ۳۴"


def refused(error: AppError) -> tuple[str, str | None]:
    return error.key, error.field


def later(desk: NotesDesk) -> None:
    desk.unit.clock.advance(timedelta(minutes=1))


def actions(desk: NotesDesk) -> list[str]:
    from sqlalchemy import select

    with desk.unit.services.uow.read(desk.head) as tx:
        return list(tx.session.scalars(select(AuditEvent.action).order_by(AuditEvent.at, AuditEvent.seq)))


def opened_notes(desk: NotesDesk) -> list[Task]:
    """What the author's home page says of it."""
    home = desk.unit.services.overview.home(desk.me)
    return [task for task in home.tasks if task.kind is TaskKind.NOTE_OPENED]


# --- one's own ----------------------------------------------------------------------------------------------------


def test_the_author_reads_it_and_the_opening_is_recorded(desk: NotesDesk) -> None:
    row = desk.note(text=f"  {MARK}\nخط دوم ")
    assert (row.is_mine, row.can_open, row.author_name) == (True, True, PEOPLE["counsellor"])
    assert desk.notes.open(desk.me, row.id).text == f"{MARK}\nخط دوم"
    assert actions(desk)[-1] == "note.open"
    assert MARK not in repr(desk.notes.open(desk.me, row.id))
    assert MARK not in repr(NoteDraft(row.case_id, MARK))


def test_a_note_is_changed_by_its_author_as_it_was_seen(desk: NotesDesk) -> None:
    row = desk.note()
    later(desk)
    draft = NoteDraft(row.case_id, "دیگر", id=row.id, version=row.version)
    changed = desk.notes.write(desk.me, draft).value
    assert desk.notes.open(desk.me, row.id).text == "دیگر"
    assert changed.changed_at > changed.written_at
    with pytest.raises(StaleError):
        desk.notes.write(desk.me, draft)


def test_an_earlier_text_does_not_open_in_a_later_place(desk: NotesDesk) -> None:
    row = desk.note()
    with desk.unit.services.uow.write(desk.head) as tx:
        early = tx.get(ProcessNote, row.id).content
        tx.record("test", "note")
    later(desk)
    desk.notes.write(desk.me, NoteDraft(row.case_id, "دیگر", id=row.id, version=row.version))
    with desk.unit.services.uow.write(desk.head) as tx:
        tx.get(ProcessNote, row.id).content = early
        tx.record("test", "note")
    with pytest.raises(InvalidError, match=r"notes\.altered"):
        desk.notes.open(desk.me, row.id)


def test_of_the_session_it_was_written_in(desk: NotesDesk) -> None:
    mine, other = desk.case(), desk.case()
    party = desk.unit.services.cases.get(desk.me, mine).parties[0].id
    marks = (AttendanceDraft(party, AttendanceMark.ATTENDED),)
    held = SessionDraft(mine, "intake", date(2026, 11, 21), 8 * 60, 8 * 60 + 30, marks)
    session_id = desk.unit.services.sessions.record(desk.me, held).value.id
    assert desk.notes.write(desk.me, NoteDraft(mine, MARK, session_id)).value.session_id == session_id
    with pytest.raises(NotFoundError):
        desk.notes.write(desk.me, NoteDraft(other, MARK, session_id))


@pytest.mark.parametrize(("text", "key"), [(" \n ", "errors.required"), ("ا" * 50_001, "errors.too_long")])
def test_texts_that_are_refused(desk: NotesDesk, text: str, key: str) -> None:
    with pytest.raises(InvalidError) as error:
        desk.notes.write(desk.me, NoteDraft(desk.case(), text))
    assert refused(error.value) == (key, "text")


def test_a_voided_file_takes_none(desk: NotesDesk) -> None:
    case_id = desk.case()
    cases = desk.unit.services.cases
    cases.void(desk.head, case_id, cases.get(desk.head, case_id).version, "اشتباه")
    with pytest.raises(InvalidError, match=r"cases\.already_voided"):
        desk.notes.write(desk.head, NoteDraft(case_id, MARK))


def test_lists_say_whose_and_when(desk: NotesDesk) -> None:
    case_id = desk.case()
    desk.note(case_id)
    later(desk)
    desk.notes.write(desk.actors["second"], NoteDraft(case_id, "من هم"))
    rows = desk.notes.of_case(desk.me, case_id)
    assert [(row.author_name, row.is_mine, row.can_open) for row in rows] == [
        (PEOPLE["second"], False, False),
        (PEOPLE["counsellor"], True, True),
    ]


# --- nobody else --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["head", "second", "psychologist"])
def test_no_colleague_opens_or_changes_it(desk: NotesDesk, role: str) -> None:
    row, actor = desk.note(), desk.actors[role]
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.open(actor, row.id)
    with pytest.raises(InvalidError, match=r"notes\.own_alone"):
        desk.notes.write(actor, NoteDraft(row.case_id, "دیگر", id=row.id, version=row.version))
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.share(actor, row.id, actor.staff_id)
    with pytest.raises(InvalidError, match=r"notes\.own_alone"):
        desk.notes.take_back(actor, row.id, desk.me.staff_id)
    with pytest.raises(InvalidError, match=r"notes\.own_alone"):
        desk.notes.put_away(actor, row.id)


@pytest.mark.parametrize("role", ["peace_facilitator", "station_commander", "clerk", "admin", "auditor"])
def test_these_have_none_and_are_told_of_none(desk: NotesDesk, role: str) -> None:
    row, actor = desk.note(), desk.actors[role]
    for ask in (
        lambda: desk.notes.of_case(actor, row.case_id),
        lambda: desk.notes.open(actor, row.id),
        lambda: desk.notes.write(actor, NoteDraft(row.case_id, MARK)),
        lambda: desk.notes.receivers(actor, row.id),
        lambda: desk.notes.open_in_emergency(actor, EmergencyDraft(row.id, "دلیل", WORD)),
    ):
        with pytest.raises(NotAllowedError):
            ask()


def test_a_hidden_file_s_notes_do_not_exist(desk: NotesDesk) -> None:
    row = desk.note(desk.case(Confidentiality.RESTRICTED))
    second = desk.actors["second"]
    with pytest.raises(NotFoundError):
        desk.notes.of_case(second, row.case_id)
    with pytest.raises(NotFoundError):
        desk.notes.open(second, row.id)
    with pytest.raises(NotFoundError):
        desk.notes.write(second, NoteDraft(row.case_id, MARK))


def test_another_person_s_session_opens_nothing(desk: NotesDesk) -> None:
    """An actor that stands beside another's keys: a switch that went wrong must open nothing."""
    row = desk.note()
    crossed = replace(desk.me, session_id=desk.actors["second"].session_id)
    with pytest.raises(NotAllowedError):
        desk.notes.open(crossed, row.id)
    crossed = replace(desk.actors["second"], session_id=desk.me.session_id)
    with pytest.raises(NotAllowedError):
        desk.notes.open(crossed, row.id)


def test_a_switch_of_user_switches_the_keys(desk: NotesDesk) -> None:
    row, first = desk.note(), desk.me
    unlocked = desk.unit.unlock(PEOPLE["second"], WORD)
    second = desk.unit.services.staff.switch(first, unlocked).value
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.open(second, row.id)
    with pytest.raises(NotAllowedError, match=r"staff\.signed_out"):
        desk.notes.open(first, row.id)
    assert not desk.notes.of_case(first, row.case_id)[0].can_open


def test_a_locked_seat_opens_nothing_until_its_owner_is_back(desk: NotesDesk) -> None:
    row, staff = desk.note(), desk.unit.services.staff
    staff.lock(desk.me)
    with pytest.raises(NotAllowedError, match=r"staff\.signed_out"):
        desk.notes.open(desk.me, row.id)
    staff.come_back(desk.me, desk.unit.unlock(PEOPLE["counsellor"], WORD))
    assert desk.notes.open(desk.me, row.id).text == MARK


# --- sharing ------------------------------------------------------------------------------------------------------


def test_a_note_is_shared_read_and_taken_back(desk: NotesDesk) -> None:
    row, second = desk.note(), desk.actors["second"]
    shared = desk.notes.share(desk.me, row.id, second.staff_id).value
    assert [(one.name, one.given_by) for one in shared.shares] == [(PEOPLE["second"], PEOPLE["counsellor"])]
    assert desk.notes.open(second, row.id).text == MARK
    assert desk.notes.share(desk.me, row.id, second.staff_id).value.shares == shared.shares
    later(desk)
    taken = desk.notes.take_back(desk.me, row.id, second.staff_id).value
    assert taken.shares == ()
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.open(second, row.id)
    assert desk.notes.open(desk.me, row.id).text == MARK


def test_what_was_taken_back_does_not_open_with_the_old_key(desk: NotesDesk) -> None:
    """Whoever kept the sealed key from before has the key of a text that is not there any more."""
    from sqlalchemy import select

    from services.notes import boxes

    row, second = desk.note(), desk.actors["second"]
    desk.notes.share(desk.me, row.id, second.staff_id)
    with desk.unit.services.uow.read(desk.head) as tx:
        kept = tx.session.scalars(select(ProcessNoteKey).where(ProcessNoteKey.staff_id == second.staff_id)).one()
    key = boxes.open_key(desk.unit.services.staff.keys_of(second), row.id, kept.sealed_key)
    desk.notes.take_back(desk.me, row.id, second.staff_id)
    with desk.unit.services.uow.read(desk.head) as tx:
        note = tx.get(ProcessNote, row.id)
        with pytest.raises(InvalidError, match=r"notes\.altered"):
            boxes.unlock_text(key, note.id, note.revision, note.content)


def test_with_whom_it_can_be_shared(desk: NotesDesk) -> None:
    row = desk.note()
    names = {name for _, name in desk.notes.receivers(desk.me, row.id)}
    assert names == {desk.head.name, PEOPLE["second"], PEOPLE["psychologist"]}
    hidden = desk.note(desk.case(Confidentiality.RESTRICTED))
    assert {name for _, name in desk.notes.receivers(desk.me, hidden.id)} == {desk.head.name}
    for note, role in ((row, "clerk"), (row, "station_commander"), (hidden, "second")):
        with pytest.raises(InvalidError) as error:
            desk.notes.share(desk.me, note.id, desk.actors[role].staff_id)
        assert refused(error.value) == ("notes.may_not_receive", "staff_id")
    with desk.unit.services.uow.write(desk.head) as tx:
        tx.get(Staff, desk.actors["second"].staff_id).is_active = False
        tx.record("staff.end", "staff")
    assert PEOPLE["second"] not in {name for _, name in desk.notes.receivers(desk.me, row.id)}


# --- a reset password ---------------------------------------------------------------------------------------------


def reset(desk: NotesDesk) -> None:
    desk.unit.services.staff.reset_password(desk.head, desk.me.staff_id, NEW_WORD)
    desk.sign_in("counsellor", NEW_WORD)


def test_a_reset_password_opens_nothing_and_says_so(desk: NotesDesk) -> None:
    row = desk.note()
    reset(desk)
    with pytest.raises(InvalidError, match=r"notes\.keys_lost"):
        desk.notes.open(desk.me, row.id)
    with pytest.raises(InvalidError, match=r"notes\.keys_lost"):
        desk.notes.write(desk.me, NoteDraft(row.case_id, "دیگر", id=row.id, version=row.version))
    assert not desk.notes.of_case(desk.me, row.case_id)[0].can_open
    assert desk.note(row.case_id, "تازه").can_open


def test_whom_it_was_shared_with_gives_it_back(desk: NotesDesk) -> None:
    row, second = desk.note(), desk.actors["second"]
    desk.notes.share(desk.me, row.id, second.staff_id)
    reset(desk)
    desk.notes.share(second, row.id, desk.me.staff_id)
    assert desk.notes.open(desk.me, row.id).text == MARK


def test_a_changed_password_keeps_everything(desk: NotesDesk) -> None:
    row = desk.note()
    desk.unit.services.staff.change_password(desk.me, WORD, NEW_WORD)
    assert desk.notes.open(desk.me, row.id).text == MARK
    desk.sign_in("counsellor", NEW_WORD)
    assert desk.notes.open(desk.me, row.id).text == MARK


# --- two holders --------------------------------------------------------------------------------------------------


def test_two_holders_open_it_for_a_reason_and_the_author_is_told(desk: NotesDesk) -> None:
    desk.escrow()
    row = desk.note()
    later(desk)
    assert (
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "جان کسی در خطر است", WORD)).value.text == MARK
    )
    assert actions(desk)[-1] == "note.open_emergency"
    told = desk.notes.of_case(desk.me, row.case_id)[0]
    assert (told.opened_in_emergency, told.opened_by) == (desk.unit.clock.now(), desk.head.name)
    assert [task.subject_id for task in opened_notes(desk)] == [row.id]
    desk.notes.put_away(desk.me, row.id)
    assert desk.notes.of_case(desk.me, row.case_id)[0].opened_in_emergency is None
    assert opened_notes(desk) == []
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.open(desk.head, row.id)


def test_neither_holder_alone(desk: NotesDesk) -> None:
    desk.escrow()
    row = desk.note()
    with pytest.raises(WrongPasswordError):
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", "هیچ"))
    with pytest.raises(InvalidError) as error:
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, " ", WORD))
    assert refused(error.value) == ("errors.required", "reason")
    with pytest.raises(NotAllowedError):
        desk.notes.open_in_emergency(desk.actors["second"], EmergencyDraft(row.id, "دلیل", WORD))
    assert "note.open_emergency" not in actions(desk)


def test_a_sheet_in_an_envelope_is_the_second_holder(desk: NotesDesk) -> None:
    made = desk.notes.make_escrow(desk.head, None).value
    assert (made.row.is_sheet, len(made.groups)) == (True, 7)
    row = desk.note()
    code = to_persian(" ".join(made.groups)).lower()
    assert desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", code)).value.text == MARK
    other = desk.notes.make_escrow(desk.head, None).value
    with pytest.raises(InvalidError) as error:
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", "-".join(other.groups)))
    assert refused(error.value) == ("notes.other_sheet", "second_proof")


def test_notes_from_before_come_under_it_when_their_author_looks(desk: NotesDesk) -> None:
    row = desk.note()
    state = desk.notes.escrow(desk.head)
    assert state.escrow is None
    assert [name for _, name in state.candidates] == [PEOPLE["station_commander"]]
    assert desk.escrow().row.waiting == 1
    with pytest.raises(InvalidError, match=r"notes\.no_escrow"):
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", WORD))
    assert desk.notes.of_case(desk.me, row.case_id)[0].lacks_escrow
    assert desk.notes.cover(desk.me).value == 1
    assert not desk.notes.of_case(desk.me, row.case_id)[0].lacks_escrow
    assert desk.notes.cover(desk.me).value == 0
    found = desk.notes.escrow(desk.head).escrow
    assert found is not None
    assert (found.waiting, found.is_usable, found.second_holder) == (0, True, PEOPLE["station_commander"])
    assert desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", WORD)).value.text == MARK


def test_the_former_escrow_opens_what_is_under_it_alone(desk: NotesDesk) -> None:
    desk.escrow()
    row = desk.note()
    later(desk)
    desk.notes.make_escrow(desk.head, None)
    now, over = desk.notes.escrow(desk.head).escrow, desk.notes.escrow(desk.head, row.id).escrow
    assert now is not None
    assert over is not None
    assert (now.is_sheet, over.is_sheet) == (True, False), "who is asked for the password is who held it then"
    assert desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", WORD)).value.text == MARK


def test_an_author_gets_the_own_notes_back_unread(desk: NotesDesk) -> None:
    desk.escrow()
    row = desk.note()
    desk.note(row.case_id, "دومی")
    reset(desk)
    draft = ReturnDraft(desk.me.staff_id, "گذرواژه را فراموش کرده بود", WORD)
    assert desk.notes.give_back(desk.head, draft).value == 2
    assert desk.notes.open(desk.me, row.id).text == MARK
    assert desk.notes.give_back(desk.head, draft).value == 0
    assert desk.notes.of_case(desk.me, row.case_id)[0].opened_in_emergency is None
    with pytest.raises(InvalidError, match=r"notes\.not_shared"):
        desk.notes.open(desk.head, row.id)


def test_a_half_of_a_reset_password_is_lost_and_says_so(desk: NotesDesk) -> None:
    desk.escrow()
    row = desk.note()
    desk.unit.services.staff.reset_password(desk.head, desk.actors["station_commander"].staff_id, NEW_WORD)
    with pytest.raises(InvalidError) as error:
        desk.notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "دلیل", NEW_WORD))
    assert refused(error.value) == ("notes.second_half_lost", "second_proof")


def test_who_makes_it_and_with_whom(desk: NotesDesk) -> None:
    for role in ("counsellor", "station_commander", "admin"):
        with pytest.raises(NotAllowedError):
            desk.notes.make_escrow(desk.actors[role], None)
        with pytest.raises(NotAllowedError):
            desk.notes.escrow(desk.actors[role])
    for role in ("head", "counsellor"):
        with pytest.raises(InvalidError) as error:
            desk.notes.make_escrow(desk.head, desk.actors[role].staff_id)
        assert refused(error.value) == ("notes.no_second_holder", "second_holder_id")


# --- what is being typed ------------------------------------------------------------------------------------------


def test_a_draft_is_kept_for_its_author_alone(desk: NotesDesk) -> None:
    notes, second = desk.notes, desk.actors["second"]
    notes.keep_draft(desk.me, "case:note", "x", MARK)
    assert notes.draft(desk.me, "case:note", "x") == MARK
    assert notes.draft(desk.me, "case:note", "y") is None
    assert notes.draft(second, "case:note", "x") is None
    assert MARK not in str(desk.unit.services.drafts.load(desk.me, "case:note", "x"))
    desk.unit.services.drafts.save(
        second, "case:note", "x", desk.unit.services.drafts.load(desk.me, "case:note", "x") or {}
    )
    assert notes.draft(second, "case:note", "x") is None, "sealed to another"
    notes.discard_draft(desk.me, "case:note", "x")
    assert notes.draft(desk.me, "case:note", "x") is None


def test_a_draft_is_kept_while_the_seat_is_being_locked(desk: NotesDesk) -> None:
    desk.notes.keep_draft(desk.me, "case:note", "x", "یک")
    desk.unit.services.staff.lock(desk.me)
    desk.notes.keep_draft(desk.me, "case:note", "x", MARK)
    desk.unit.services.staff.come_back(desk.me, desk.unit.unlock(PEOPLE["counsellor"], WORD))
    assert desk.notes.draft(desk.me, "case:note", "x") == MARK


def test_a_draft_from_before_a_reset_is_no_draft(desk: NotesDesk) -> None:
    desk.notes.keep_draft(desk.me, "case:note", "x", MARK)
    reset(desk)
    assert desk.notes.draft(desk.me, "case:note", "x") is None
