"""No word of a process note reaches a table, a draft, a backup, the log, a paper, or another's answer (R-14).

The note is written, changed, shared, taken back, opened in an emergency and half-written again; then everything that
the program holds and says is read for its words.
"""

import dataclasses
import inspect
import logging
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from models.engine import connect_file
from services.actor import Actor
from services.backup.service import restore, unlock
from services.container import Services
from services.documents import PaperKind, PaperRequest
from services.errors import AppError
from services.notes import EmergencyDraft, NoteDraft
from services.persian.text import search_key
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from services.vault.unlocked import Unlocked
from tests.services.documents.readers import READERS
from tests.services.notes.desk import MARK, PEOPLE, WORD, NotesDesk, lay_notes_desk
from tests.services.opened_unit import HEAD, HEAD_WORD, fresh_unit

WORDS = MARK.split()[0]
"""Enough of it to be known again, in a paper whose lines break where they like."""
READS = frozenset({"counsellor", "psychologist"})
"""The author, and whom the note is shared with now."""
_WIRING = frozenset({"folder", "unit_id", "opened", "uow"})
_DAY = date(2026, 11, 21)


@dataclass
class Scene:
    desk: NotesDesk
    case_id: UUID
    ids: dict[str, UUID]
    said: str
    """What was logged meanwhile."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(f"{record.getMessage()} {record.args} {record.exc_text}")

    ear, root = Ear(logging.DEBUG), logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    desk = lay_notes_desk(tmp_path_factory.mktemp("leaks"), fresh_unit)  # a first start is among what is logged
    case_id, ids = _live(desk)
    yield Scene(desk, case_id, ids, "\n".join(heard))
    root.removeHandler(ear)
    root.setLevel(level)
    desk.unit.services.close()


def _live(desk: NotesDesk) -> tuple[UUID, dict[str, UUID]]:
    services, me, notes = desk.unit.services, desk.me, desk.notes
    desk.escrow()
    case_id = desk.case()
    party = services.cases.get(me, case_id).parties[0]
    marks = (AttendanceDraft(party.id, AttendanceMark.ATTENDED),)
    session = services.sessions.record(me, SessionDraft(case_id, "intake", _DAY, 8 * 60, 8 * 60 + 30, marks)).value
    row = notes.write(me, NoteDraft(case_id, f"{MARK} یک", session.id)).value
    desk.unit.clock.advance(timedelta(minutes=1))
    notes.write(me, NoteDraft(case_id, f"{MARK} دو", session.id, row.id, row.version))
    for role in ("second", "psychologist"):
        notes.share(me, row.id, desk.actors[role].staff_id)
    notes.take_back(me, row.id, desk.actors["second"].staff_id)
    notes.open_in_emergency(desk.head, EmergencyDraft(row.id, "جان کسی در خطر است", WORD))
    notes.open(me, row.id)
    notes.keep_draft(me, "case:note", f"{case_id.hex}:note", f"{MARK} سه")
    with pytest.raises(AppError):
        notes.write(me, NoteDraft(case_id, MARK * 5_000))
    _issue(desk, case_id, party.person_id)
    ids = {"case_id": case_id, "note_id": row.id, "session_id": session.id, "party_id": party.id}
    ids |= {"person_id": party.person_id, "staff_id": me.staff_id, "author_id": me.staff_id}
    return case_id, ids


def _issue(desk: NotesDesk, case_id: UUID, person_id: UUID) -> None:
    request = PaperRequest(case_id, PaperKind.INFORMED_CONSENT, person_id)
    desk.unit.services.documents.print_draft(desk.me, request)


# --- what is stored -----------------------------------------------------------------------------------------------


def _plain(file: Path, key_hex: str, target: Path) -> bytes:
    """The whole file without its encryption."""
    raw = connect_file(file, key_hex)
    raw.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
    raw.execute("SELECT sqlcipher_export('plain')").fetchall()
    raw.execute("DETACH DATABASE plain")
    raw.close()
    return target.read_bytes()


def _holds(content: bytes) -> bool:
    forms = (WORDS, search_key(WORDS), WORDS.encode("unicode_escape").decode())
    return any(form.encode(code) in content for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be"))


def test_the_reading_of_a_file_finds_words(tmp_path: Path) -> None:
    """Otherwise the tests below find nothing for another reason."""
    raw = connect_file(tmp_path / "some.db", "ab" * 32)
    raw.execute("CREATE TABLE one (text TEXT)")
    raw.execute("INSERT INTO one VALUES (?)", (MARK,))
    raw.close()
    assert _holds(_plain(tmp_path / "some.db", "ab" * 32, tmp_path / "plain.db"))


def test_no_byte_of_the_database_and_of_the_drafts_says_it(scene: Scene, tmp_path: Path) -> None:
    """Audit payloads, search keys, snapshots of papers: all of it is in there."""
    keys: Unlocked = scene.desk.unit.services.staff.keys_of(scene.desk.head)
    folder = scene.desk.unit.folder
    content = _plain(folder / "sazesh.db", keys.data_key_hex, tmp_path / "data.db")
    assert scene.case_id.bytes in content, "it was read"
    assert not _holds(content)
    drafts = _plain(folder / "drafts.db", keys.drafts_key(), tmp_path / "drafts.db")
    assert b"case:note" in drafts, "it was read"
    assert not _holds(drafts)


def test_no_file_of_the_folder_says_it(scene: Scene) -> None:
    for file in scene.desk.unit.folder.rglob("*"):
        if file.is_file():
            assert not _holds(file.read_bytes()), file.name


def test_no_backup_says_it(scene: Scene, tmp_path: Path) -> None:
    services, head = scene.desk.unit.services, scene.desk.head
    file = tmp_path / "backup.sazesh"
    services.backup.write(head, file)
    assert not _holds(file.read_bytes())
    again = tmp_path / "again"
    opener = unlock(file, search_key(HEAD), HEAD_WORD)
    restore(file, again, opener, scene.desk.unit.clock.now())
    keys = scene.desk.unit.unlock_in(again, HEAD, HEAD_WORD)
    content = _plain(again / "sazesh.db", keys.data_key_hex, tmp_path / "restored.db")
    assert scene.case_id.bytes in content, "it was read"
    assert not _holds(content)


def test_the_log_does_not_say_it(scene: Scene) -> None:
    assert scene.said, "something was logged"
    assert WORDS not in scene.said


# --- what is answered ---------------------------------------------------------------------------------------------


def _methods(services: Services) -> Iterator[tuple[str, Callable[..., Any]]]:
    for field in dataclasses.fields(services):
        if field.name in _WIRING:
            continue
        service = getattr(services, field.name)
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_") and "actor" in inspect.signature(method).parameters:
                yield f"{field.name}.{name}", method


def _changes(method: Callable[..., Any]) -> bool:
    """It gives back what it changed, or nothing: a draft that is discarded, a seat that is locked."""
    from services.changes import Done

    kind = typing.get_type_hints(method).get("return")
    return (typing.get_origin(kind) or kind) in (Done, type(None))


def _arguments(scene: Scene, method: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """What a method is asked with: ids of all that the note hangs on, and its words where texts are wanted."""
    hints = typing.get_type_hints(method)
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if name == "actor" or parameter.default is not parameter.empty:
            continue
        kind = hints[name]
        if kind is UUID:
            given[name] = scene.ids.get(name, scene.case_id)
        elif kind is str:
            given[name] = {"form": "case:note", "subject": f"{scene.case_id.hex}:note"}.get(name, WORDS)
        elif kind is date:
            given[name] = _DAY
        elif kind is PaperRequest:
            yield from ({name: one} for one in _requests(scene))
            return
        else:
            return
    yield given


def _requests(scene: Scene) -> Iterator[PaperRequest]:
    for kind in PaperKind:
        yield PaperRequest(scene.case_id, kind, scene.ids["person_id"], session_id=scene.ids["session_id"])


def _texts(value: Any) -> Iterator[str | bytes]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from _texts(pair)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, (str, bytes)):
        yield value
    else:
        yield repr(value)


def _says(answer: Any, folder: Path) -> bool:
    for text in _texts(answer):
        if isinstance(text, str) and WORDS in text:
            return True
        if isinstance(text, bytes) and (_holds(text) or (text.startswith(b"%PDF") and _printed(text, folder))):
            return True
    return False


def _printed(pdf: bytes, folder: Path) -> bool:
    return any(WORDS in reader(pdf, folder) for reader in READERS)


def _answers(scene: Scene, actor: Actor) -> Iterator[tuple[str, Any]]:
    for name, method in _methods(scene.desk.unit.services):
        if _changes(method):
            continue
        for given in _arguments(scene, method):
            try:
                yield name, method(actor, **given)
            except AppError as error:
                yield name, (error.key, error.field, error.values)
            except KeyError:  # a code list of that name: it says what it was asked with
                continue


@pytest.mark.parametrize("role", ["head", *sorted(set(PEOPLE) - READS)])
def test_no_service_says_it_to_anybody_else(scene: Scene, role: str, tmp_path: Path) -> None:
    asked = list(_answers(scene, scene.desk.actors[role]))
    assert len(asked) > 50
    assert [name for name, answer in asked if _says(answer, tmp_path)] == []


@pytest.mark.parametrize("role", sorted(READS))
def test_to_its_readers_the_note_itself_alone_says_it(scene: Scene, role: str, tmp_path: Path) -> None:
    saying = {name for name, answer in _answers(scene, scene.desk.actors[role]) if _says(answer, tmp_path)}
    assert saying == {"notes.open"} | ({"notes.draft"} if role == "counsellor" else set())


def test_every_paper_of_the_case_is_read(scene: Scene, tmp_path: Path) -> None:
    """Otherwise the tests above look at no paper."""
    documents, read = scene.desk.unit.services.documents, 0
    for request in _requests(scene):
        try:
            preview = documents.preview(scene.desk.me, request)
        except AppError:
            continue
        read += 1
        assert not _printed(preview.content, tmp_path)
    assert read >= 3
