"""Whatever is typed or pasted, a service takes it or refuses it in words; nothing else is ever raised."""

import contextlib
import dataclasses
import typing
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, select

from models.base import Base
from services.actor import Actor
from services.cases import CaseDraft, CaseEdit, JointPolicy, PartyDraft, PartyEdit, ReferralDraft, Side
from services.closing import CloseDraft, ReopenDraft
from services.codes import Codes
from services.documents import PaperKind, PaperRequest
from services.errors import AppError, InvalidError
from services.intake import IntakeDraft
from services.letters import LetterDirection, LetterDraft, ReplyDraft
from services.outcomes import OutcomeDraft
from services.people import ContactDraft, ContactKind, PersonDraft
from services.quick_entries.shapes import AdviceDraft, NightDraft, PaperDraft
from services.safety import (
    AnswerDraft,
    ConsentDecision,
    ConsentDraft,
    DangerDraft,
    FlagDraft,
    FlagLevel,
    HealthDraft,
    PlanDraft,
    ScreenDraft,
    StepDraft,
)
from services.scheduling.shapes import AppointmentDraft, AttemptDraft
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from tests.factories import Precinct, precinct
from tests.services.hidden_file import HiddenFile, early_entries, lay, services_of

_NASTY = (
    "\x00", "\x1f", "\x7f", "\ud800", "\udfff", "\u202e", "\u2066", "\u2069", "\u200c", "\u200d", "\ufeff", "\ufffe",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1ee\U0001f1f7", "e\u0301", "ﷲ", "ي", "ك", "ـ", "٣", "۴",
    "'", '"', "%", "_", "\\", ";--", "{}", "{0}", "{{ x }}", "<b>", "\r\n", "\u2028", "../", "\U0010ffff",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from((*_NASTY, "علی", " ", "12")), max_size=12).map("".join),
    st.sampled_from(("الف" * 3_400, "\u202e" * 10_000, "\x00" * 300, "\U0001f600" * 10_000, "9" * 10_000, " " * 500)),
)


@dataclasses.dataclass(repr=False)
class Scene:
    unit: Precinct
    services: dict[str, Any]
    file: HiddenFile

    @property
    def codes(self) -> Codes:
        return self.unit.codes


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    unit = precinct(tmp_path_factory.mktemp("hostile"))
    services = services_of(unit)
    yield Scene(unit, services, lay(unit, services, *early_entries(unit, services)))
    unit.close()


Call = Callable[[Scene, Actor, Callable[[type[Any]], Any]], Any]
"""A use-case with drafts whose texts are drawn."""


def _drawn(data: st.DataObject) -> Callable[[Any], Any]:
    """A draft of a type with every text drawn; the caller replaces what must be of another kind."""

    def fill(kind: Any, /, **given: Any) -> Any:
        hints = typing.get_type_hints(kind)
        for each in dataclasses.fields(kind):
            if each.name not in given and hints[each.name] is str:
                given[each.name] = data.draw(TEXTS, label=f"{kind.__name__}.{each.name}")
        return kind(**given)

    return fill


def _person(fill: Any, code: Callable[[str, str], str]) -> PersonDraft:
    contact = fill(ContactDraft, kind=ContactKind.ADDRESS, owner=code("owner", "own"))
    phone = fill(ContactDraft, kind=ContactKind.MOBILE, owner="own")
    typed: PersonDraft = fill(
        PersonDraft,
        id_kind=code("id_kind", "unknown"),
        sex=code("sex", "unknown"),
        nationality=code("nationality", ""),
        marital_status="",
        education="",
        occupation_status="",
        language=code("language", ""),
        contacts=(contact, phone),
    )
    return typed


def _calls(scene: Scene, fill: Any, code: Callable[[str, str], str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    s, worker, ids = scene.services, scene.unit.counsellor, scene.file.ids
    case_id, person_id, party_id = ids["case_id"], ids["person_id"], ids["party_id"]
    text = lambda: fill(_Text).text  # noqa: E731
    now, today = scene.unit.clock.now(), date(2026, 11, 21)

    def party() -> PartyDraft:
        return PartyDraft(_person(fill, code), code("role", "wife"), Side.A, code("relation", "spouse"))

    def case() -> CaseDraft:
        referral = fill(
            ReferralDraft, source=code("source", "court"), urgency=code("urgency", "normal"),
            classification="normal", heard_from="",
        )  # fmt: skip
        category = code("category", "marital_conflict")
        made: CaseDraft = fill(CaseDraft, primary_category=category, parties=(party(),), referral=referral)
        return made

    def answers() -> tuple[AnswerDraft, ...]:
        return (AnswerDraft(code("question", "weapon_used"), _first(AnswerDraft, "answer"), text()),)

    def paper(kind: PaperKind) -> PaperRequest:
        values = [("decision", code("decision", "given")), ("was_read", "yes"), ("form", "plain")]
        values += [(name, text()) for name in _PAPER_FIELDS]
        return PaperRequest(case_id, kind, person_id, ids["appointment_id"], ids["session_id"], tuple(values))

    yield "people.save", lambda: s["people"].save(worker, _person(fill, code))
    yield "people.likely_same", lambda: s["people"].likely_same(worker, _person(fill, code))
    yield "people.suggest", lambda: s["people"].suggest(worker, text())
    yield "people.relate", lambda: s["people"].relate(worker, person_id, ids["other_id"], text())
    yield "search.find", lambda: s["search"].find(worker, text())
    yield "search.rested", lambda: s["search"].rested(worker, text())
    yield "intake.register", lambda: s["intake"].register(worker, IntakeDraft(case()))
    yield (
        "cases.edit",
        lambda: s["cases"].edit(
            worker, case_id, _version(scene), fill(CaseEdit, primary_category="marital_conflict")
        ),
    )
    yield "cases.add_party", lambda: s["cases"].add_party(worker, case_id, draft=party(), version=_version(scene))
    yield (
        "cases.edit_party",
        lambda: s["cases"].edit_party(worker, party_id, _party_version(scene), fill(PartyEdit, side=Side.A)),
    )
    yield (
        "cases.remove_party",
        lambda: s["cases"].remove_party(worker, party_id, reason=text(), version=_party_version(scene)),
    )
    yield "letters.register", lambda: s["letters"].register(
        worker,
        fill(
            LetterDraft, direction=LetterDirection.INCOMING, kind=code("letter", "referral_order"), book="",
            urgency="", classification=code("classification", "normal"), case_id=case_id,
        ),
    )  # fmt: skip
    yield (
        "letters.reply",
        lambda: s["letters"].reply(worker, fill(ReplyDraft, referral_id=ids["referral_id"], version=1)),
    )
    yield "letters.void", lambda: s["letters"].void(scene.unit.head, ids["letter_id"], 1, text())
    yield (
        "quick_entries.add_advice",
        lambda: s["quick_entries"].add_advice(
            worker,
            fill(
                AdviceDraft,
                topic=code("topic", "couple"),
                result=code("result", "advised"),
                minutes=5,
                is_danger=False,
            ),
        ),
    )
    yield (
        "quick_entries.write_night",
        lambda: s["quick_entries"].write_night(
            scene.unit.actors["duty_officer"],
            fill(NightDraft, is_danger_now=False, actions=(code("action", "none_needed"),)),
        ),
    )
    yield (
        "quick_entries.add_paper_file",
        lambda: s["quick_entries"].add_paper_file(
            worker, fill(PaperDraft, category=code("category", "marital_conflict"), opened_on=today)
        ),
    )
    yield "safety.record_consents", lambda: s["safety"].record_consents(
        worker,
        (
            fill(
                ConsentDraft, case_id=case_id, person_id=person_id, kind=code("consent", "counselling"),
                decision=ConsentDecision.GIVEN, was_read_aloud=True, witnesses=(text(), text()),
                interpreter_pledged=True,
            ),
        ),
    )  # fmt: skip
    yield (
        "safety.record_screen",
        lambda: s["safety"].record_screen(
            worker,
            fill(ScreenDraft, case_id=case_id, person_id=person_id, is_full=True, was_alone=True, answers=answers()),
        ),
    )
    yield (
        "safety.weigh",
        lambda: s["safety"].weigh(
            worker,
            fill(ScreenDraft, case_id=case_id, person_id=person_id, is_full=True, was_alone=True, answers=answers()),
        ),
    )
    yield "safety.raise_flag", lambda: s["safety"].raise_flag(
        worker,
        fill(
            FlagDraft, case_id=case_id, person_id=person_id, kind=code("flag", "weapon"),
            level=_first(FlagDraft, "level"),
        ),
    )  # fmt: skip
    yield "safety.record_danger", lambda: s["safety"].record_danger(
        worker,
        fill(
            DangerDraft, case_id=case_id, person_id=person_id, known_at=now - timedelta(minutes=1),
            steps=(fill(StepDraft, code=code("step", "stay"), is_done=True),),
        ),
    )  # fmt: skip
    yield (
        "safety.save_plan",
        lambda: s["safety"].save_plan(
            worker, PlanDraft(case_id, person_id, True, ((code("prompt", "main_concern"), text()),), 1)
        ),
    )
    yield (
        "safety.save_health",
        lambda: s["safety"].save_health(worker, fill(HealthDraft, case_id=case_id, person_id=person_id)),
    )
    yield "safety.close_flag", lambda: s["safety"].close_flag(worker, ids["flag_id"], 1, text())
    yield "safety.report_child", lambda: s["safety"].report_child(worker, ids["flag_id"], 1, text(), now)
    yield "scheduling.book", lambda: s["scheduling"].book(
        worker,
        fill(
            AppointmentDraft, case_id=case_id, type=code("session_type", "intake"), day=date(2026, 12, 1), start=600,
            room_id=None, staff_ids=(worker.staff_id,), party_ids=(party_id,),
        ),
    )  # fmt: skip
    yield (
        "scheduling.record_attempt",
        lambda: s["scheduling"].record_attempt(
            worker,
            fill(AttemptDraft, party_id=party_id, channel=code("channel", "phone"), result=code("outcome", "")),
        ),
    )
    yield (
        "scheduling.cancel",
        lambda: s["scheduling"].cancel(worker, ids["appointment_id"], 1, by_party=True, reason=text()),
    )
    yield "sessions.record", lambda: s["sessions"].record(
        worker,
        fill(
            SessionDraft, case_id=case_id, type=code("session_type", "intake"), day=today, start=420, end=450,
            attendance=(AttendanceDraft(party_id, AttendanceMark.ATTENDED),),
        ),
    )  # fmt: skip
    yield "outcomes.record", lambda: s["outcomes"].record(
        worker,
        dataclasses.replace(
            fill(
                OutcomeDraft, case_id=case_id, version=0, disposition=code("disposition", "not_settled"),
                decided_on=today,
            ),
            version=_version(scene),
        ),
    )  # fmt: skip
    for kind in PaperKind:
        yield f"documents.preview {kind}", lambda kind=kind: s["documents"].preview(worker, paper(kind))  # type: ignore[misc]
        yield f"documents.issue {kind}", lambda kind=kind: s["documents"].issue(worker, paper(kind))  # type: ignore[misc]
    yield "documents.void", lambda: s["documents"].void(worker, ids["document_id"], 1, text())
    yield "codes.rename", lambda: scene.codes.rename(scene.unit.head, "sex", "male", text())


_PAPER_FIELDS = ("addressee", "name", "father_name", "national_code", "delivered_by", "witness_1", "signer")


@dataclasses.dataclass(frozen=True)
class _Text:
    text: str


def _first(kind: Any, name: str) -> Enum:
    found: Enum = next(iter(typing.get_type_hints(kind)[name]))
    return found


def _version(scene: Scene) -> int:
    return int(scene.services["cases"].row(scene.unit.counsellor, scene.file.case_id).version)


def _party_version(scene: Scene) -> int:
    detail = scene.services["cases"].get(scene.unit.counsellor, scene.file.case_id)
    found: dict[UUID, int] = {party.id: party.version for party in detail.parties}
    return found.get(scene.file.ids["party_id"], 1)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_texts_are_taken_or_refused_in_words(scene: Scene, data: st.DataObject) -> None:
    fill = _drawn(data)

    def code(_name: str, usual: str) -> str:
        """Most often a code that exists, now and then whatever was pasted in its place."""
        return data.draw(TEXTS) if data.draw(st.integers(0, 5)) == 0 else usual

    calls = dict(_calls(scene, fill, code))
    name = data.draw(st.sampled_from(sorted(calls)))
    scene.unit.clock.advance(timedelta(seconds=1))
    with contextlib.suppress(AppError):
        calls[name]()


_LONG = "الف" * 3_400
_LONGEST_RECORD = {"session": {"case_record"}}


def test_ten_thousand_letters_are_refused_and_never_cut(scene: Scene) -> None:
    """Whatever the use-case: no line, note or reason of that length gets into the file, whole or cut."""

    def fill(kind: Any, /, **given: Any) -> Any:
        hints = typing.get_type_hints(kind)
        texts = {each.name: _LONG for each in dataclasses.fields(kind) if hints[each.name] is str}
        return kind(**{**texts, **given})

    for call in dict(_calls(scene, fill, lambda _name, usual: usual)).values():
        scene.unit.clock.advance(timedelta(seconds=1))
        with contextlib.suppress(AppError):
            call()
    with scene.unit.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, Text) and column.name not in _LONGEST_RECORD.get(table.name, ()):
                    held = connection.scalars(select(column).where(column.contains(_LONG[:200]))).all()
                    assert not held, f"{table.name}.{column.name}"


def _refusals(scene: Scene) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The field beside which the sentence stands, and the use-case with that one text too long."""
    s, worker, head, ids = scene.services, scene.unit.counsellor, scene.unit.head, scene.file.ids
    case_id, person_id, now = ids["case_id"], ids["person_id"], scene.unit.clock.now()
    safety, scheduling, long = s["safety"], s["scheduling"], _LONG
    flag = FlagDraft(case_id, person_id, "weapon", FlagLevel.HIGH, note=long)
    yield "note", lambda: safety.raise_flag(worker, flag)
    yield "note", lambda: safety.review_flag(worker, ids["flag_id"], 1, long)
    yield "reason", lambda: safety.close_flag(worker, ids["flag_id"], 1, long)
    yield "number", lambda: safety.report_child(worker, ids["flag_id"], 1, long, now)
    yield "reason", lambda: safety.set_policy(worker, case_id, JointPolicy.FORBIDDEN, long)
    plan = PlanDraft(case_id, person_id, True, (("main_concern", long),), 1)
    yield "content.main_concern", lambda: safety.save_plan(worker, plan)
    health = HealthDraft(case_id, person_id, medication=long)
    yield "medication", lambda: safety.save_health(worker, health)
    answers = (AnswerDraft("weapon_used", _first(AnswerDraft, "answer"), long),)
    screen = ScreenDraft(case_id, person_id, is_full=True, was_alone=True, answers=answers)
    yield "answers.weapon_used", lambda: safety.record_screen(worker, screen)
    undone = dataclasses.replace(screen, answers=(), not_done_reason=long)
    yield "not_done_reason", lambda: safety.record_screen(worker, undone)
    danger = DangerDraft(case_id, person_id, now, "", (StepDraft("stay", is_done=True, note=long),))
    yield "steps.stay.note", lambda: safety.record_danger(worker, danger)
    yield "reason", lambda: scheduling.cancel(worker, ids["appointment_id"], 1, by_party=True, reason=long)
    meeting = AppointmentDraft(
        case_id=case_id, type="intake", day=date(2026, 12, 1), start=600, minutes=0, room_id=None,
        staff_ids=(worker.staff_id,), party_ids=(ids["party_id"],), note=long,
    )  # fmt: skip
    yield "note", lambda: scheduling.book(worker, meeting)
    yield (
        "delivered_by",
        lambda: scheduling.record_attempt(worker, AttemptDraft(ids["party_id"], "phone", delivered_by=long)),
    )
    yield "reason", lambda: s["closing"].reopen(worker, ReopenDraft(case_id, 1, "breach", long))
    yield "note", lambda: s["closing"].close(worker, CloseDraft(case_id, 1, note=long))
    yield "label", lambda: scene.codes.rename(head, "sex", "male", long)


def test_a_text_that_is_too_long_is_named_beside_its_field(scene: Scene) -> None:
    for field, call in _refusals(scene):
        with pytest.raises(InvalidError) as caught:
            call()
        assert (caught.value.key, caught.value.field) == ("errors.too_long", field)
