"""The transaction boundary: all or nothing, audited, one writer, and errors that a person can answer."""

import multiprocessing
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.unit import AuditEvent, AuditPayload, Counter, Holiday, Room
from services import audit, numbering
from services.actor import Right
from services.errors import ClockError, DuplicateError, NotAllowedError, NotFoundError, StaleError, StorageError
from services.opening.witnessing import what_is_lost
from services.unit_of_work import Committed, Tx, UnitOfWork
from services.vault.witness import Witness, write_witness
from tests.services.ground import Ground


def add_room(ground: Ground, uow: UnitOfWork, name: str) -> Room:
    with uow.write(ground.head, Right.SETTINGS_MANAGE) as tx:
        room = Room(name=name)
        tx.add(room)
        tx.session.flush()
        tx.record("room.add", "room", room.id)
        tx.changed("room", room.id)
    return room


def give_up(tx: Tx, do: Callable[[], object]) -> None:
    do()
    tx.session.flush()
    raise ZeroDivisionError


def count(ground: Ground, kind: type) -> int:
    with Session(ground.engine) as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def test_a_write_commits_and_says_what_it_changed(ground: Ground) -> None:
    with ground.uow.write(ground.head) as tx:
        room = Room(name="one")
        tx.add(room)
        tx.session.flush()
        tx.record("room.add", "room", room.id)
        tx.changed("room", room.id)
    done = tx.done(room.id)
    assert {change.noun for change in done.changes} == {"room"}
    assert pickle.loads(pickle.dumps(done)) == done
    assert count(ground, Room) == 1


def test_an_exception_rolls_everything_back(ground: Ground) -> None:
    def fail() -> None:
        with ground.uow.write(ground.head) as tx:
            tx.add(Room(name="one"))
            tx.draw("book")
            tx.record("room.add", "room")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert count(ground, Room) == count(ground, AuditEvent) == count(ground, Counter) == 0
    assert ground.committed == []


def test_a_write_without_an_audit_entry_is_a_bug(ground: Ground) -> None:
    with pytest.raises(AssertionError), ground.uow.write(ground.head) as tx:
        tx.add(Room(name="one"))
    assert count(ground, Room) == 0


def test_a_missing_right_refuses_before_anything_is_read(ground: Ground) -> None:
    for begin in (ground.uow.read, ground.uow.read_recorded, ground.uow.write):
        with pytest.raises(NotAllowedError), begin(ground.counsellor, Right.CASE_FIND, Right.SETTINGS_MANAGE):
            pytest.fail("the block must not run")


def test_steady_facts_are_asked_again_only_when_somebody_has_written_their_tables(ground: Ground) -> None:
    other = ground.again()
    asked: list[str] = []

    def names(uow: UnitOfWork) -> tuple[str, ...]:
        def read() -> tuple[str, ...]:
            asked.append("")
            return tuple(tx.session.scalars(select(Room.name).order_by(Room.name)))

        with uow.write(ground.head) as tx:
            found = tx.steady("names", read, (Room,))
            tx.record("room.look", "room")
        return found

    def holiday(uow: UnitOfWork, days: int) -> None:
        with uow.write(ground.head) as tx:
            tx.add(Holiday(day=tx.today + timedelta(days=days), title="x", kind="local"))
            tx.record("holiday.add", "holiday")

    assert names(ground.uow) == () == names(ground.uow)
    holiday(ground.uow, 1)
    assert (names(ground.uow), len(asked)) == ((), 1)
    add_room(ground, ground.uow, "one")
    assert (names(ground.uow), len(asked)) == (("one",), 2)
    add_room(ground, other, "two")
    assert (names(ground.uow), len(asked)) == (("one", "two"), 3)
    holiday(other, 2)  # what another process wrote is not known, so all is asked again
    assert (names(ground.uow), len(asked)) == (("one", "two"), 4)
    with pytest.raises(ZeroDivisionError), ground.uow.write(ground.head) as tx:
        give_up(tx, lambda: tx.add(Room(name="three")))
    assert (names(ground.uow), len(asked)) == (("one", "two"), 4)
    other.close()


def test_the_witness_hears_the_last_numbers_whoever_drew_them(ground: Ground) -> None:
    other = ground.again()

    def draw(uow: UnitOfWork, book: str) -> None:
        with uow.write(ground.head) as tx:
            tx.draw(book)
            tx.record("number.draw", "letter")

    for uow, book in ((ground.uow, "a"), (ground.uow, "b"), (other, "a"), (ground.uow, "b"), (ground.uow, "c")):
        draw(uow, book)
    with pytest.raises(ZeroDivisionError), ground.uow.write(ground.head) as tx:
        give_up(tx, lambda: tx.draw("a"))
    with ground.uow.write(ground.head) as tx:
        numbering.start_after(tx.session, ground.head.unit_id, "d", 1400, 70)
        tx.record("number.start", "letter")
    last = {key.partition("/")[0]: serial for key, serial in ground.committed[-1].serials.items()}
    assert last == {"a": 2, "b": 2, "c": 1, "d": 70}
    with ground.uow.read(ground.head) as tx:
        assert numbering.last_serials(tx.session, ground.head.unit_id) == ground.committed[-1].serials
    other.close()


def test_the_version_that_was_seen_is_checked(ground: Ground) -> None:
    room = add_room(ground, ground.uow, "one")
    with ground.uow.write(ground.head) as tx:
        mine = tx.get(Room, room.id)
        mine.name = "two"
        tx.record("room.rename", "room", room.id)
    with pytest.raises(StaleError), ground.uow.write(ground.head) as tx:
        tx.expect(tx.get(Room, room.id), version=1)


def test_a_row_of_nobody_and_of_another_unit_is_not_found(ground: Ground) -> None:
    add_room(ground, ground.uow, "one")
    with ground.uow.read(ground.head) as tx:
        key = tx.session.scalars(select(Room.id)).one()
        assert tx.get(Room, key).name == "one"
    elsewhere = replace(ground.head, unit_id=uuid4())
    for actor, wanted in ((ground.head, ground.installation_id), (elsewhere, key)):
        with pytest.raises(NotFoundError), ground.uow.read(actor) as tx:
            tx.get(Room, wanted)


def test_a_broken_unique_rule_is_a_duplicate(ground: Ground) -> None:
    def add() -> None:
        with ground.uow.write(ground.head) as tx:
            tx.add(Holiday(day=tx.today, title="x", kind="local"))
            tx.record("holiday.add", "holiday")

    add()
    with pytest.raises(DuplicateError):
        add()


def test_a_full_disk_is_told_and_nothing_is_stored(ground: Ground) -> None:
    add_room(ground, ground.uow, "one")
    with ground.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    small = ground.again()
    with small._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as caught:
        add_room(ground, small, "x" * 2_000_000)
    small.close()
    assert caught.value.key == "errors.disk_full"
    assert count(ground, Room) == 1


def test_a_damaged_page_is_told_and_never_read_as_zeros(ground: Ground) -> None:
    """Text that runs over its page: SQLCipher gives zeros for it, and the statement succeeds."""
    rooms = [add_room(ground, ground.uow, f"{name} " * 6_000) for name in ("one", "two")]
    with ground.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    ground.engine.dispose()
    content = bytearray(ground.path.read_bytes())

    def stands(room: Room) -> bool:
        with ground.uow.read(ground.head) as tx:
            name = tx.get(Room, room.id).name
        assert "\0" not in name
        return True

    def outcome(room: Room) -> str:
        try:
            return str(stands(room))
        except StorageError as error:
            return error.key

    def rename(room: Room) -> None:
        with ground.uow.write(ground.head) as tx:
            tx.get(Room, room.id).name += "three"
            tx.record("room.rename", "room", room.id)

    told: set[tuple[str, ...]] = set()
    for page in range(len(content) // 4096 - 20, len(content) // 4096):
        damaged = bytearray(content)
        damaged[page * 4096 + 100] ^= 1
        ground.path.write_bytes(damaged)
        found = tuple(outcome(room) for room in rooms)
        for room, words in zip(rooms, found, strict=True):
            if words == "errors.corrupt":
                with pytest.raises(StorageError, match=r"errors\.corrupt"):
                    rename(room)
        told.add(found)
        ground.engine.dispose()
    assert (
        {("errors.corrupt", "True"), ("True", "errors.corrupt")}
        <= told
        <= {(one, other) for one in ("True", "errors.corrupt") for other in ("True", "errors.corrupt")}
    )
    ground.path.write_bytes(content)
    assert all(stands(room) for room in rooms)


def test_a_clock_set_back_is_refused_in_words(ground: Ground) -> None:
    add_room(ground, ground.uow, "one")
    ground.clock.advance(timedelta(hours=-2))
    with pytest.raises(ClockError) as caught:
        add_room(ground, ground.uow, "two")
    assert caught.value.values["last"].startswith("۱۴۰۵/۰۸/۳۰")


def test_a_clock_that_steps_back_a_little_is_waited_out(ground: Ground) -> None:
    add_room(ground, ground.uow, "one")
    ground.clock.advance(timedelta(seconds=-50))
    add_room(ground, ground.uow, "two")
    assert count(ground, Room) == 2


def test_the_chain_verifies_and_shows_a_changed_link(ground: Ground) -> None:
    for name in ("one", "two", "three"):
        add_room(ground, ground.uow, name)
        ground.clock.advance(timedelta(minutes=1))
    with Session(ground.engine) as session:
        verdict = audit.verify(session, ground.head.unit_id, ground.installation_id)
        assert (verdict.links, verdict.broken_at) == (3, None)
        assert len(set(session.scalars(select(AuditPayload.salt)))) == 3
        link = session.scalars(select(AuditEvent).where(AuditEvent.seq == 2)).one()
        payload = session.scalars(select(AuditPayload).where(AuditPayload.event_id == link.id)).one()
        later, other = link.at + timedelta(seconds=1), uuid4()
        for row, column, value in (
            (link, "action", "room.forget"),
            (link, "noun", "person"),
            (link, "at", later),
            (link, "staff_id", None),
            (link, "subject_id", other),
            (link, "payload_hash", bytes(32)),
            (link, "previous_hash", bytes(32)),
            (link, "hash", bytes(32)),
            (payload, "content", "[]"),
            (payload, "salt", bytes(16)),
        ):
            setattr(row, column, value)
            session.flush()
            assert audit.verify(session, ground.head.unit_id, ground.installation_id).broken_at == 2, column
            session.rollback()
        link.action = "room.forget"
        link.hash = audit.link_hash(link)
        session.flush()
        found = audit.verify(session, ground.head.unit_id, ground.installation_id).broken_at
        assert found == 3, "who mends the hash of a changed link would have to mend all after it"
        session.rollback()
        session.delete(payload)
        session.flush()
        session.delete(link)
        session.flush()
        assert audit.verify(session, ground.head.unit_id, ground.installation_id).broken_at == 2, "one is missing"


def test_a_reason_can_be_erased_with_its_payload(ground: Ground) -> None:
    with ground.uow.write(ground.head) as tx:
        tx.add(Room(name="one"))
        tx.record("room.add", "room")
        tx.record("room.explain", "room", reason="words that somebody wrote")
    with Session(ground.engine) as session:
        held = [one for one in session.scalars(select(AuditPayload)) if "words that somebody wrote" in one.content]
        assert len(held) == 1
        assert audit.verify(session, ground.head.unit_id, ground.installation_id).broken_at is None
        session.delete(held[0])
        session.flush()
        assert audit.verify(session, ground.head.unit_id, ground.installation_id) == audit.Verdict(2, None, 1)


def test_erasing_a_payload_leaves_the_chain_whole(ground: Ground) -> None:
    add_room(ground, ground.uow, "one")
    with Session(ground.engine) as session:
        session.delete(session.scalars(select(AuditPayload)).one())
        session.flush()
        verdict = audit.verify(session, ground.head.unit_id, ground.installation_id)
    assert (verdict.broken_at, verdict.erased_payloads) == (None, 1)


def test_the_witness_hears_of_every_commit(ground: Ground) -> None:
    with ground.uow.write(ground.head) as tx:
        assert [tx.draw("incoming"), tx.draw("incoming")] == [1, 2]
        tx.record("letter.register", "letter")
    told = ground.committed[-1]
    assert told.chain_seq == 1
    assert told.serials == {"incoming/1405": 2}


def test_a_file_that_forgot_what_the_witness_saw_is_known_by_its_chain(ground: Ground, tmp_path: Path) -> None:
    """An older file was put back and worked on: as long as before, and no number is missing."""
    add_room(ground, ground.uow, "one")
    told = ground.committed[-1]
    seen = Witness(told.chain_hash.hex(), told.chain_seq, {}, ground.installation_id, told.at)
    other = replace(seen, chain_head="00" * 32)
    for witness, is_lost in (
        (seen, False),
        (other, True),
        (replace(seen, last_serials={"normal/1405": 3}), True),
        (replace(other, installation_id=uuid4()), False),
    ):
        write_witness(tmp_path, witness)
        with ground.uow.read(ground.head) as tx:
            assert (what_is_lost(tx, tmp_path, ground.installation_id) is not None) is is_lost


def test_a_witness_on_a_full_disk_fails_nothing_that_is_committed(ground: Ground) -> None:
    told: list[int] = []
    is_full = True

    def witness(committed: Committed) -> None:
        if is_full:
            raise StorageError("vault.disk_full")
        told.append(committed.chain_seq)

    uow = UnitOfWork(ground.engine, ground.uow.clock, ground.installation_id, witness)
    for name in ("one", "two"):
        add_room(ground, uow, name)
    assert told == []
    is_full = False
    uow.close()
    assert told == [2], "the last is told on closing"


def test_changes_of_another_process_are_counted_and_our_own_are_not(ground: Ground) -> None:
    unit_id = ground.head.unit_id
    assert ground.uow.changes_elsewhere(unit_id) == 0
    add_room(ground, ground.uow, "ours")
    assert ground.uow.changes_elsewhere(unit_id) == 0
    other = ground.again()
    add_room(ground, other, "theirs")
    add_room(ground, ground.uow, "ours again")
    assert ground.uow.changes_elsewhere(unit_id) == ground.uow.changes_elsewhere(unit_id) == 1
    other.close()


def test_what_another_process_only_opened_is_no_change(ground: Ground) -> None:
    unit_id = ground.head.unit_id
    ground.uow.changes_elsewhere(unit_id)
    other = ground.again()
    with other.write(ground.head) as tx:
        tx.record("person.open", "person")
    other.close()
    assert ground.uow.changes_elsewhere(unit_id) == 0


def test_a_book_continues_after_paper_and_never_goes_back(ground: Ground) -> None:
    with ground.uow.write(ground.head) as tx:
        numbering.start_after(tx.session, tx.actor.unit_id, "incoming", 1405, 217)
        numbering.start_after(tx.session, tx.actor.unit_id, "incoming", 1405, 12)
        assert tx.draw("incoming") == 218
        tx.record("book.start", "setting")


def _draw_many(path: Path, ground: Ground, times: int) -> None:
    uow = ground.again()
    for _ in range(times):
        with uow.write(ground.head) as tx:
            tx.draw("incoming")
            tx.record("letter.register", "letter")
    uow.close()


def test_processes_share_one_gap_free_book_and_one_chain(ground: Ground) -> None:
    context = multiprocessing.get_context("fork")
    ground.engine.dispose()
    workers = [context.Process(target=_draw_many, args=(ground.path, ground, 25)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with Session(ground.engine) as session:
        assert numbering.last_serials(session, ground.head.unit_id) == {"incoming/1405": 75}
        verdict = audit.verify(session, ground.head.unit_id, ground.installation_id)
    assert (verdict.links, verdict.broken_at) == (75, None)
