"""No paper tells a hidden contact, a refused consent, a flag, a screen or a note (P-2, P-5, P-8, R-14)."""

import ast
import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import services.documents
from models.enums import ConsentDecision, FlagLevel, ScreenResult, ScreenState
from models.note import CaseNote
from models.person import Contact
from models.safety import Consent, RiskFlag, SafetyScreen
from models.work import Session
from services.documents import PaperKind, PaperRequest
from services.documents.shapes import LOOSE, UNFILED
from services.errors import AppError, InvalidError
from services.persian.digits import to_persian
from services.persian.text import search_key
from tests.factories import precinct
from tests.services.documents.readers import READERS, pdfium
from tests.services.documents.scene import (
    ADDRESS,
    HIS_POSTAL,
    POSTAL,
    SECRET_PHONE,
    SHELTER,
    WORD,
    Scene,
)
from tests.services.documents.story import (
    DUTY,
    LETTER,
    TODAY,
    about_person,
    agree,
    end,
    extension,
    invite,
    non_settlement,
    of_file,
    reply,
    report,
    settlement,
    slip,
    story,
)
from tests.services.documents.test_deeds_of_one import completion, undertaking, waiver
from tests.services.documents.test_outcome_papers import P_5
from tests.services.documents.test_sent_on import (
    child_report,
    letter,
    minutes,
    receipt,
    release,
    sent,
)

MARKERS = ("نشان‌گفته", "نشان‌توقف", "نشان‌یادداشت", "نشان‌پرچم", "نشان‌پرسش", "نشان‌همراه")
REFUSAL = ("رضایت نداد", "نپذیرفت", "امتناع", "ترسید", "می‌ترس", "خطر بالا", "انصراف", "مخالف")
_TOLD_BY_LAW = {"informed_consent": ("انصراف", "نپذیرفت")}
"""What the fixed text of a paper says of everybody."""


def _mark(scene: Scene) -> None:
    """What the file holds and no paper may hold: a marker in each text, her refusal, and a flag on him."""
    at = datetime(2026, 11, 21, 5, tzinfo=UTC)
    her, him = scene.persons
    with scene.unit.uow.write(scene.unit.head) as tx:
        held = tx.get(Session, scene.session_id)
        held.case_record, held.stop_reason, held.others_present = MARKERS[0], MARKERS[1], MARKERS[5]
        common = {"case_id": scene.case_id, "staff_id": scene.worker.staff_id}
        tx.add(CaseNote(text=MARKERS[2], happened_on=TODAY, written_at=at, **common))
        tx.add(
            Consent(
                person_id=her,
                kind="joint_session",
                decision=ConsentDecision.REFUSED,
                decided_at=at,
                recorded_at=at,
                witnesses=[],
                **common,
            )
        )
        tx.add(
            RiskFlag(
                case_id=scene.case_id,
                person_id=him,
                kind="ipv_suspected_aggressor",
                level=FlagLevel.HIGH,
                known_at=at,
                raised_at=at,
                raised_by_id=scene.worker.staff_id,
                note=MARKERS[3],
            )
        )
        tx.add(
            SafetyScreen(
                person_id=her,
                form_version=1,
                is_full_form=True,
                state=ScreenState.COMPLETE,
                was_alone=True,
                screened_at=at,
                answers={"threat_to_kill": {"answer": "yes", "note": MARKERS[4]}},
                result=ScreenResult.HIGH,
                result_reason=MARKERS[4],
                **common,
            )
        )
        tx.record("case.test", "case")


def _requests(scene: Scene) -> Iterator[PaperRequest]:
    yield extension(scene)
    agree(scene)
    yield settlement(scene)
    end(scene, "settled_full")
    yield reply(scene)
    yield report(scene)
    yield of_file(scene, PaperKind.CLOSURE_SUMMARY)
    for who in (0, 1):
        yield of_file(scene, PaperKind.FOLLOW_UP_FORM, who)
    yield of_file(scene, PaperKind.FREE_LETTER, **LETTER)
    yield non_settlement(scene)
    for who in (0, 1):
        yield scene.consent(who)
        for kind in (PaperKind.INTAKE_FORM, PaperKind.OWN_DATA):
            yield about_person(scene, kind, who)
    yield about_person(scene, PaperKind.ABSENCE_NOTE, 1)
    yield from _further(scene)
    yield scene.certificate()
    yield scene.certificate(form="neutral")
    yield scene.invitation()


def _further(scene: Scene) -> Iterator[PaperRequest]:
    yield completion(scene)
    yield completion(scene, form="neutral", addressee="محل کار")
    yield undertaking(scene)
    yield waiver(scene)
    for kind, target in (
        (PaperKind.WELFARE_REFERRAL, "social_emergency"),
        (PaperKind.FORENSIC_REFERRAL, "forensic_medicine"),
        (PaperKind.SERVICE_REFERRAL, "psychiatry"),
    ):
        yield letter(scene, kind, sent(scene, target))
    yield child_report(scene)
    yield release(scene)
    yield minutes(scene)
    yield receipt(scene)


@pytest.mark.parametrize("reader", READERS)
def test_no_paper_tells(reader: object, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    invite(scene, 1, ("phone", "no_answer", 12))
    _mark(scene)
    hidden = [search_key(one) for one in (*MARKERS, SHELTER, SECRET_PHONE, POSTAL, WORD)]
    seen = set()
    for request in _requests(scene):
        paper = scene.issue(request)
        job = scene.documents.record_print(scene.worker, paper.id, "چاپگر").value
        text = reader(job.content, tmp_path)  # type: ignore[operator]
        key = search_key(text)
        assert not [one for one in hidden if one in key], request.kind
        told = _TOLD_BY_LAW.get(request.kind.value, ())
        assert not [one for one in REFUSAL if one in text and one not in told], request.kind
        seen.add(request.kind)
    unit.close()
    assert seen == set(PaperKind) - {*LOOSE, *UNFILED, PaperKind.INTERNAL_REFERRAL_SLIP}


@pytest.mark.parametrize("kind", ["settlement", "reply", "non_settlement", "absence"])
def test_what_kept_the_sides_apart_is_said_in_one_sentence(kind: str, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    invite(scene, 1, ("phone", "no_answer", 12))
    _mark(scene)
    agree(scene)
    requests = {
        "settlement": lambda: settlement(scene),
        "reply": lambda: reply(scene),
        "non_settlement": lambda: non_settlement(scene),
        "absence": lambda: about_person(scene, PaperKind.ABSENCE_NOTE, 1),
    }
    if kind == "reply":
        end(scene, "settled_full")
    text = " ".join(pdfium(scene.content(scene.issue(requests[kind]())), tmp_path).split())
    assert text.count(P_5) == 1
    unit.close()


@pytest.mark.parametrize("text", [SHELTER, SECRET_PHONE, f"واژه {WORD}", ADDRESS, HIS_POSTAL, to_persian(POSTAL)])
def test_what_is_typed_tells_nothing_either(text: str, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    end(scene, "not_settled")
    for request, field in (
        (reply(scene, to_whom=text), "to_whom"),
        (reply(scene, result=text), "result"),
        (reply(scene, enclosures=text), "enclosures"),
        (non_settlement(scene, position_1=text), "position_1"),
    ):
        with pytest.raises(AppError) as caught:
            scene.issue(request)
        assert (caught.value.key, caught.value.field) == ("documents.confidential_text", field)
    unit.close()


@pytest.mark.parametrize("where", ["clause", "place", "breach_words", "children_words", "open_points", "subject"])
def test_what_the_file_quotes_is_searched_before_a_number_is_drawn(where: str, tmp_path: Path) -> None:
    """A clause may have been written before the address became a secret; the part is named, never what it told."""
    unit = precinct(tmp_path)
    scene = story(unit)
    told = f"تحویل کلید در {SHELTER}"
    if where == "clause":
        from dataclasses import replace

        from tests.services.documents.story import agreement

        first, second = agreement(scene).clauses
        agree(scene, clauses=(replace(first, text=told), second))
    else:
        agree(scene, **{where: told})
    with pytest.raises(InvalidError) as caught:
        scene.issue(settlement(scene))
    assert caught.value.key == "documents.confidential_part"
    assert SHELTER not in str(caught.value.values)
    unit.close()


def test_a_slip_reads_no_flag(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit, DUTY)
    _mark(scene)
    calm = scene.content(scene.issue(slip(scene, is_danger="no")))
    assert not [one for one in MARKERS if search_key(one) in search_key(pdfium(calm, tmp_path))]
    unit.close()


def test_a_shared_home_is_no_secret_from_who_lives_there(tmp_path: Path) -> None:
    """His open address is hers too: her own sheet may hold it; as soon as one calls it secret, none may."""
    unit = precinct(tmp_path)
    scene = story(unit)
    with unit.uow.write(unit.head) as tx:
        from sqlalchemy import select

        mine = tx.session.scalars(select(Contact).where(Contact.value == ADDRESS)).one()
        shared = {
            name: getattr(mine, name) for name in ("kind", "value", "owner", "given_by", "given_at", "is_current")
        }
        tx.add(Contact(person_id=scene.persons[0], **shared))
        tx.record("contact.test", "contact")
    paper = scene.issue(about_person(scene, PaperKind.INTAKE_FORM))
    assert "بهاران" in pdfium(scene.content(paper), tmp_path)
    with unit.uow.write(unit.head) as tx:
        row = tx.session.scalars(
            select(Contact).where(Contact.value == ADDRESS, Contact.person_id == scene.persons[1])
        ).one()
        row.is_confidential = True
        tx.record("contact.test", "contact")
    with pytest.raises(InvalidError, match=r"documents\.confidential_paper"):
        scene.issue(about_person(scene, PaperKind.INTAKE_FORM))
    unit.close()


def test_no_code_of_papers_knows_of_notes() -> None:
    """Process notes and the answers of screens are not even imported where papers are made (R-14)."""
    root = Path(inspect.getfile(services.documents)).parent
    forbidden = {"ProcessNote", "CaseNote", "SafetyScreen", "SafetyPlan", "HealthRecord", "DangerResponse", "Advice"}
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in ("models.note", "services.notes"), path
                assert node.module != "services.sessions.quoting" or path.name == "report.py", path
                assert not forbidden.intersection(alias.name for alias in node.names), path
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("case_record", "stop_reason", "others_present", "joint_policy_reason"), path
