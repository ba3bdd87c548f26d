"""Corrections, copies by recipient, the registry's numbers, two users at once, a party removed (P-17, P-21, R-10)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import DocumentState, LetterState
from models.letter import Document, Letter, RecipientCopy
from models.person import Person
from models.unit import AuditEvent, Staff
from services.actor import Actor
from services.agreements import AgreementDraft, WitnessDraft
from services.agreements.service import Agreements
from services.cases import Cases, PartyDraft, Side
from services.closing import Closing, ReopenDraft
from services.documents import IssuedPaper, PaperKind, PaperRequest, PrintKind
from services.documents.composing import compose, from_snapshot
from services.documents.render import render
from services.errors import AppError, InvalidError, NotAllowedError, NotFoundError, StaleError, StorageError
from services.overview import Overview
from services.people import PersonDraft
from services.persian.digits import to_persian
from services.worklist import TaskKind
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, pdfium
from tests.services.documents.scene import Scene
from tests.services.documents.story import (
    HIS_CODE,
    TODAY,
    WITNESSES,
    about_person,
    agree,
    agreement,
    end,
    invite,
    non_settlement,
    reply,
    settlement,
    story,
)
from tests.services.documents.test_issuing import fields
from tests.services.documents.test_outcome_papers import R_13, said_in_order

HER_BIRTH, HIS_BIRTH = "۱۳۶۹/۰۱/۰۱", "۱۳۶۴/۰۲/۱۴"
HER_CODE, HIS = "۰۰۰۲۱۸۵۶۷۹", "".join(chr(0x6F0 + int(digit)) for digit in HIS_CODE)


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def read(content: bytes, folder: Path) -> str:
    return flat(pdfium(content, folder))


def letter_of(scene: Scene, paper: IssuedPaper) -> Letter:
    found: Letter = next(row for row in scene.rows(Letter) if row.number == paper.number)
    return found


# --- copies by recipient (P-17, P-23, P-46) --------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_each_original_is_its_recipients_own(tale: Scene, reader: object, tmp_path: Path) -> None:
    agree(tale)
    paper = tale.issue(settlement(tale))
    assert [one.label for one in paper.recipients] == ["شاکی", "طرف مقابل", "پرونده", "مرجع ارجاع‌دهنده"]
    assert (paper.originals, paper.due) == (4, (1, 2, 3, 4))
    job = tale.documents.record_print(tale.worker, paper.id, "چاپگر").value
    text = flat(reader(job.content, tmp_path))  # type: ignore[operator]
    assert all(words in text for words in ("نسخه ۱ از ۴، شاکی", "نسخه ۴ از ۴، مرجع ارجاع‌دهنده"))
    # table and box of her own copy, of the file's and of the referrer's; his copy shows neither
    assert text.count(HER_CODE) == text.count(HIS) == 6
    assert text.count(HER_BIRTH) == text.count(HIS_BIRTH) == 3


@pytest.mark.parametrize(
    ("number", "own", "other", "birth"), [(1, HER_CODE, HIS, HER_BIRTH), (2, HIS, HER_CODE, HIS_BIRTH)]
)
def test_a_sides_file_holds_nothing_of_the_full_paper(
    tale: Scene, number: int, own: str, other: str, birth: str, tmp_path: Path
) -> None:
    """Not even in the bytes that no page shows: a saved file may be read by any program."""
    agree(tale)
    paper = tale.issue(settlement(tale))
    tale.documents.record_print(tale.worker, paper.id, "چاپگر")
    copy = tale.documents.record_print(tale.worker, paper.id, "پرونده", copy_for=number).value
    assert copy.kind is PrintKind.COPY
    text = read(copy.content, tmp_path)
    assert own in text
    assert birth in text
    assert other not in text
    assert "رونوشت" in text
    stored = dict(_copies(tale))[number]
    assert stored is not None
    assert copy.content.startswith(stored)
    full = tale.documents.record_print(tale.worker, paper.id, "پرونده").value
    assert other in read(full.content, tmp_path)


def _copies(scene: Scene) -> list[tuple[int, bytes | None]]:
    from sqlalchemy import select

    with scene.unit.uow.read(scene.unit.head) as tx:
        rows = tx.session.execute(select(RecipientCopy.position, RecipientCopy.content))
        return [(row.position, row.content) for row in rows]


def test_spoilt_originals_come_again_each_for_its_recipient(tale: Scene, tmp_path: Path) -> None:
    agree(tale)
    paper = tale.issue(settlement(tale))
    tale.documents.record_print(tale.worker, paper.id, "چاپگر")
    tale.documents.record_spoilt(tale.worker, paper.id, (2,))
    job = tale.documents.record_print(tale.worker, paper.id, "چاپگر").value
    text = read(job.content, tmp_path)
    assert job.numbers == (2,)
    assert "نسخه ۲ از ۴، طرف مقابل" in text
    assert HER_CODE not in text


def test_altered_copies_are_not_printed(tale: Scene) -> None:
    agree(tale)
    paper = tale.issue(settlement(tale))
    with tale.unit.uow.write(tale.unit.head) as tx:
        from sqlalchemy import select

        row = tx.session.scalars(select(RecipientCopy).where(RecipientCopy.position == 1)).one()
        assert row.content is not None
        row.content = row.content.replace(b"Sazesh", b"Forged")
        tx.record("document.test", "document")
    with pytest.raises(StorageError, match=r"documents\.damaged"):
        tale.documents.record_print(tale.worker, paper.id, "چاپگر")


def test_spouses_may_be_shown_to_each_other(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    unit.settings.set(unit.head, "spouse_sees_code", True)
    scene = story(unit)
    with unit.uow.write(unit.head) as tx:
        for row, role in zip(_parties(scene), ("wife", "husband"), strict=True):
            tx.get(CaseParty, row.id).role = role
        tx.record("party.edit", "party")
    agree(scene)
    scene.issue(settlement(scene))
    assert all(content is None for _, content in _copies(scene))
    unit.close()


def _parties(scene: Scene) -> list[CaseParty]:
    rows = {row.id: row for row in scene.rows(CaseParty)}
    return [rows[one] for one in scene.parties]


def test_the_real_number_of_copies_is_said(tale: Scene, tmp_path: Path) -> None:
    agree(tale)
    paper = tale.issue(replace(settlement(tale), originals=5))
    text = read(tale.content(paper), tmp_path)
    assert "در پنج نسخه" in text
    assert "مرجع ارجاع‌دهنده، مرجع قضایی" in text
    assert (paper.originals, len(paper.recipients)) == (5, 5)


def test_the_snapshots_give_the_same_bytes_again(tale: Scene) -> None:
    agree(tale)
    invite(tale, 1, ("phone", "no_answer", 12))
    requests = [settlement(tale), *(about_person(tale, kind) for kind in (PaperKind.INTAKE_FORM, PaperKind.OWN_DATA))]
    requests.append(about_person(tale, PaperKind.ABSENCE_NOTE, 1))
    issued = [tale.content(tale.issue(request)) for request in requests]
    end(tale, "settled_full")
    issued.append(tale.content(tale.issue(reply(tale))))
    from sqlalchemy import select

    with tale.unit.uow.read(tale.unit.head) as tx:
        found = list(tx.session.execute(select(Document.snapshot, Document.content)))
    assert {row.content for row in found} == set(issued)
    for row in found:
        assert render(compose(from_snapshot(row.snapshot))) == row.content


# --- what is asked ---------------------------------------------------------------------------------------------


def test_what_a_deed_lacks_is_asked_and_kept(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    with unit.uow.write(unit.head) as tx:
        for person_id in scene.persons:
            person = tx.get(Person, person_id)
            person.father_name = person.national_code = ""
        tx.record("person.edit", "person")
    agree(scene, witnesses=(), subject="")
    asked = {field.name: field for field in scene.documents.missing(scene.worker, settlement(scene))}
    assert asked["father_name_1"].label == "نام پدر مریم محمدی‌نیا"
    assert asked["father_name_1"].is_required
    assert not asked["national_code_2"].is_required
    assert asked["subject"].proposal == "اختلاف بر سر دیوار مشترک"
    with pytest.raises(AppError) as caught:
        scene.issue(settlement(scene, was_read_all="", father_name_1="۱۲", national_code_2="123"))
    assert fields(caught) == {
        "was_read_all": "errors.required",
        "subject": "errors.required",
        "father_name_1": "people.name_letters",
        "father_name_2": "errors.required",
        "national_code_2": "people.code_wrong",
    }
    assert scene.rows(Letter) == []
    typed = {"father_name_1": "حسن", "father_name_2": "اسماعیل", "national_code_2": HIS_CODE, "subject": "دیوار"}
    scene.issue(settlement(scene, **typed))
    people = {row.id: row for row in scene.rows(Person)}
    assert [people[one].father_name for one in scene.persons] == ["حسن", "اسماعیل"]
    assert people[scene.persons[1]].national_code == HIS_CODE
    unit.close()


def test_what_their_letter_said_is_asked_and_kept(tmp_path: Path) -> None:
    from services.cases import ReferralDraft

    unit = precinct(tmp_path)
    scene = story(unit, ReferralDraft("court", branch="شعبه ۵"))
    end(scene, "not_settled")
    names = [field.name for field in scene.documents.missing(scene.worker, reply(scene))]
    assert {"their_number", "their_date", "judicial_no"} <= set(names)
    scene.issue(reply(scene, their_number="۹۸/۱", their_date="2026-11-19", judicial_no="۱۴۰۵۰۰"))
    [row] = scene.rows(ReferralIn)
    assert (row.letter_no, row.letter_on, row.judicial_case_no) == ("98/1", date(2026, 11, 19), "140500")
    unit.close()


# --- the answer pays the debt (R-6) ----------------------------------------------------------------------------


def test_an_answer_pays_the_debt_once_and_void_owes_it_again(tale: Scene) -> None:
    end(tale, "not_settled")
    paper = tale.issue(reply(tale))
    [row] = tale.rows(ReferralIn)
    assert row.replied_at is not None
    assert letter_of(tale, paper).enclosures == "صورت‌جلسه سازش، ۲ برگ"
    with pytest.raises(InvalidError, match=r"documents\.answered_already"):
        tale.issue(reply(tale))
    offer = next(
        one for one in tale.documents.offer(tale.worker, tale.case_id) if one.kind is PaperKind.REFERRAL_REPLY
    )
    assert offer.reason
    tale.documents.void(tale.worker, paper.id, paper.version, "نشانی نادرست")
    [row] = tale.rows(ReferralIn)
    assert row.replied_at is None
    assert tale.issue(reply(tale)).number == "1112/4/2"


def test_an_unsigned_settlement_is_not_told_as_one(tale: Scene, tmp_path: Path) -> None:
    agree(tale)
    end(tale, "settled_full")
    proposed = {field.name: field.proposal for field in tale.documents.missing(tale.worker, reply(tale))}
    assert proposed["result"] == "سازش؛ در انتظار امضای طرفین"
    text = read(tale.content(tale.issue(reply(tale, result=proposed["result"]))), tmp_path)
    assert "نتیجه: سازش؛ در انتظار امضای طرفین." in text


def test_a_safety_stop_is_told_in_neutral_words(tale: Scene) -> None:
    end(tale, "safety_stop")
    proposed = {field.name: field.proposal for field in tale.documents.missing(tale.worker, reply(tale))}
    assert proposed["result"] == "پایان رسیدگی در واحد"


def test_an_authority_reads_who_did_not_come(tale: Scene, tmp_path: Path) -> None:
    """Who, how often invited, and when; a call that was not safe is no try (P-18), and who came is not named so."""
    invite(tale, 0, ("phone", "accepted", 11))
    invite(tale, 1, ("phone", "no_answer", 12), ("in_person", "not_present", 14), ("letter_by_post", "delivered", 16))
    invite(tale, 1, ("phone", "not_safe_to_talk", 17))
    end(tale, "unreachable")
    proposed = {field.name: field.proposal for field in tale.documents.missing(tale.worker, reply(tale))}
    assert proposed["result"] == "عدم دسترسی یا نشانی نامعلوم (فرهاد بهرامی)"
    text = read(tale.content(tale.issue(reply(tale, result=proposed["result"]))), tmp_path)
    said_in_order(
        text,
        "دعوت مریم محمدی‌نیا: ۱۴۰۵/۰۸/۲۰",
        "فرهاد بهرامی مراجعه نکرد؛ ۳ بار دعوت شد: ۱۴۰۵/۰۸/۲۱، ۱۴۰۵/۰۸/۲۳، ۱۴۰۵/۰۸/۲۵",
        "و در ۱ نوبت حضور نیافت: ۱۴۰۵/۰۸/۳۰",
        "نتیجه: عدم دسترسی یا نشانی نامعلوم (فرهاد بهرامی).",
    )
    assert "۱۴۰۵/۰۸/۲۶" not in text


# --- refusal to sign (P-30) ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_who_would_not_sign_is_named_with_two_witnesses(tale: Scene, reader: object, tmp_path: Path) -> None:
    agreement_id = agree(tale)
    service = Agreements(tale.unit.uow, tale.unit.codes)
    held = service.get(tale.worker, agreement_id)
    witnesses = (WitnessDraft("ناهید اکبری", "رحیم"), WitnessDraft("سعید مولایی"))
    service.refuse(tale.worker, agreement_id, held.version, tale.parties[1], witnesses)
    paper = tale.issue(non_settlement(tale))
    text = flat(reader(tale.content(paper), tmp_path))  # type: ignore[operator]
    said_in_order(text, "فرهاد بهرامی از امضا امتناع کرد.", "ناهید اکبری", "سعید مولایی", "مریم محمدی‌نیا")
    with pytest.raises(InvalidError, match=r"documents\.settlement_first"):
        tale.issue(settlement(tale))


# --- corrections -----------------------------------------------------------------------------------------------


def test_a_correction_names_the_old_paper_and_makes_it_void(tale: Scene, tmp_path: Path) -> None:
    end(tale, "not_settled")
    old = tale.issue(reply(tale))
    request = tale.documents.correction(tale.worker, old.id)
    asked = tale.documents.missing(tale.worker, request)
    assert asked[0].name == "void_reason"
    assert {one.name: one.proposal for one in asked}["to_whom"] == "دادیار محترم شعبه ۲ دادسرای قم"
    typed = dict(reply(tale, to_whom="رئیس محترم شعبه ۵ دادگاه").values)
    request = replace(request, values=tuple((typed | {"void_reason": "گیرنده نادرست بود"}).items()))
    new = tale.issue(request)
    text = read(tale.content(new), tmp_path)
    assert "این برگ جایگزین نامه شماره ۱۱۱۲/۴/۱ مورخ ۱۴۰۵/۰۸/۳۰ است و آن نامه باطل است." in text
    assert "گیرنده نادرست بود" not in text
    before = tale.documents.get(tale.worker, old.id)
    assert (before.is_void, before.void_reason, before.replaced_by_id) == (True, "گیرنده نادرست بود", new.id)
    assert (new.number, new.replaces_id) == ("1112/4/2", old.id)
    states = {row.number: row.state for row in tale.rows(Letter)}
    assert states == {"1112/4/1": LetterState.VOIDED, "1112/4/2": LetterState.REGISTERED}
    [referral] = tale.rows(ReferralIn)
    assert referral.replied_at is not None
    with pytest.raises(InvalidError, match=r"documents\.is_void"):
        tale.issue(request)


def test_an_answer_that_the_file_contradicts_is_corrected_by_a_second_one(tale: Scene, tmp_path: Path) -> None:
    """P-30: settled and told, and then one side would not sign. Whatever was typed first is not proposed again."""
    agreement_id = agree(tale)
    end(tale, "settled_full")
    old = tale.issue(reply(tale))
    service = Agreements(tale.unit.uow, tale.unit.codes)
    held = service.get(tale.worker, agreement_id)
    service.refuse(tale.worker, agreement_id, held.version, tale.parties[1], WITNESSES)
    offers = tale.documents.offer(tale.worker, tale.case_id)
    assert not next(one for one in offers if one.kind is PaperKind.REFERRAL_REPLY).reason
    for request in (reply(tale), tale.documents.correction(tale.worker, old.id)):
        asked = {one.name: one.proposal for one in tale.documents.missing(tale.worker, request)}
        assert (asked["result"], asked["void_reason"]) == (
            "عدم سازش",
            "نتیجه پرونده پس از فرستادن این نامه تغییر کرد.",
        )
    new = tale.issue(reply(tale, result=asked["result"], void_reason=asked["void_reason"]))
    text = read(tale.content(new), tmp_path)
    said_in_order(
        text, "این برگ جایگزین نامه شماره ۱۱۱۲/۴/۱ مورخ ۱۴۰۵/۰۸/۳۰ است و آن نامه باطل است.", "نتیجه: عدم سازش."
    )
    assert tale.documents.get(tale.worker, old.id).replaced_by_id == new.id
    with pytest.raises(InvalidError, match=r"documents\.answered_already"):
        tale.issue(reply(tale))


def test_an_answer_of_an_earlier_round_stays_and_the_new_one_follows_it(tale: Scene, tmp_path: Path) -> None:
    """P-35: what was told was right then. Void, the later answer leaves the earlier one wrong again."""
    end(tale, "client_withdrew", summary="خود مراجع انصراف داد")
    old = tale.issue(reply(tale, result="انصراف مراجع"))
    with tale.unit.uow.read(tale.worker) as tx:
        version = tx.get(CaseFile, tale.case_id).version
    Closing(tale.unit.uow, tale.unit.codes).reopen(
        tale.worker, ReopenDraft(tale.case_id, version, "breach", "بازگشتند")
    )
    end(tale, "not_settled")
    tale.unit.clock.advance(timedelta(seconds=1))
    new = tale.issue(reply(tale, result="عدم سازش"))
    text = read(tale.content(new), tmp_path)
    assert "این نامه پیرو نامه شماره ۱۱۱۲/۴/۱ مورخ ۱۴۰۵/۰۸/۳۰ است؛ نتیجه آن نامه دیگر معتبر نیست." in text
    assert not tale.documents.get(tale.worker, old.id).is_void
    [referral] = tale.rows(ReferralIn)
    assert (referral.told_disposition, referral.told_cycle, referral.outdated_since) == ("not_settled", 2, None)
    tale.documents.void(tale.worker, new.id, new.version, "نشانی نادرست")
    [referral] = tale.rows(ReferralIn)
    assert referral.outdated_since is not None


def test_a_correction_without_a_reason_changes_nothing(tale: Scene) -> None:
    old = tale.issue(tale.certificate())
    request = replace(tale.documents.correction(tale.worker, old.id), values=tale.certificate().values)
    with pytest.raises(InvalidError) as caught:
        tale.issue(request)
    assert (caught.value.key, caught.value.field) == ("errors.required", "void_reason")
    assert [row.state for row in tale.rows(Document)] == [DocumentState.ISSUED]


def test_a_consent_is_corrected_without_a_number(tale: Scene, tmp_path: Path) -> None:
    old = tale.issue(tale.consent())
    typed = (*tale.consent().values, ("void_reason", "نام گواه"))
    new = tale.issue(replace(tale.documents.correction(tale.worker, old.id), values=typed))
    assert "این برگ جایگزین برگ مورخ ۱۴۰۵/۰۸/۳۰ است" in read(tale.content(new), tmp_path)


def test_only_the_same_paper_is_replaced_by_who_may(tale: Scene) -> None:
    old = tale.issue(tale.certificate())
    other = replace(tale.invitation(), replaces_id=old.id)
    with pytest.raises(InvalidError, match=r"documents\.wrong_paper"):
        tale.issue(other)
    request = replace(tale.certificate(void_reason="سهو"), replaces_id=old.id)
    with pytest.raises(NotAllowedError):
        tale.documents.issue(tale.unit.second, request)
    with pytest.raises(NotFoundError):
        tale.issue(replace(request, replaces_id=tale.case_id))


# --- two users, a removed party, a void agreement --------------------------------------------------------------


def test_a_settlement_begun_twice_is_issued_once(tale: Scene) -> None:
    agree(tale)
    first, second = settlement(tale), settlement(tale)
    tale.documents.missing(tale.worker, first)
    tale.documents.missing(tale.unit.head, second)
    tale.issue(first)
    with pytest.raises(InvalidError, match=r"documents\.issued_already"):
        tale.issue(second, tale.unit.head)
    assert len(tale.rows(Document)) == len(tale.rows(Letter)) == 1


def test_who_was_removed_meanwhile_stops_the_deed(tale: Scene) -> None:
    agree(tale)
    with tale.unit.uow.write(tale.unit.head) as tx:
        tx.get(CaseParty, tale.parties[1]).is_removed = True
        tx.record("party.remove", "party")
    with pytest.raises(InvalidError, match=r"documents\.party_gone"):
        tale.issue(settlement(tale))
    with pytest.raises(NotFoundError):
        tale.issue(about_person(tale, PaperKind.INTAKE_FORM, 1))


def test_who_has_a_paper_stays_on_the_file(tale: Scene) -> None:
    cases = Cases(tale.unit.uow, tale.unit.codes)
    draft = PartyDraft(PersonDraft(given_name="نگار", family_name="سومی"), "relative", Side.B)
    version = cases.get(tale.worker, tale.case_id).version
    third = cases.add_party(tale.worker, tale.case_id, version, draft).value.parties[2]
    request = PaperRequest(tale.case_id, PaperKind.INTAKE_FORM, third.person_id)
    paper = tale.issue(request)
    with pytest.raises(InvalidError, match=r"cases\.party_has_work"):
        cases.remove_party(tale.worker, third.id, third.version, "اشتباه")
    tale.documents.void(tale.worker, paper.id, paper.version, "نام دیگری بود")
    cases.remove_party(tale.worker, third.id, third.version, "اشتباه")


def test_a_void_agreement_is_not_printed(tale: Scene) -> None:
    agreement_id = agree(tale)
    service = Agreements(tale.unit.uow, tale.unit.codes)
    service.void(tale.worker, agreement_id, service.get(tale.worker, agreement_id).version, "دوباره نوشته شد")
    with pytest.raises(InvalidError, match=r"documents\.settlement_first"):
        tale.issue(settlement(tale))
    newer = agree(tale)
    with pytest.raises(InvalidError, match=r"documents\.agreement_void"):
        tale.issue(replace(settlement(tale), agreement_id=agreement_id))
    assert tale.issue(replace(settlement(tale), agreement_id=newer)).number == "1112/4/1"


def again(tale: Scene, **values: Any) -> AgreementDraft:
    """The stored agreement as the form sends it back."""
    held = Agreements(tale.unit.uow, tale.unit.codes).of_case(tale.worker, tale.case_id)[0]
    clauses = tuple(replace(new, id=row.id) for new, row in zip(agreement(tale).clauses, held.clauses, strict=True))
    return agreement(tale, **({"id": held.id, "version": held.version, "clauses": clauses} | values))


def standing(tale: Scene) -> list[tuple[str, str, str]]:
    """Each paper's state and reason, and the state of its letter."""
    letters = {row.id: row.state.value for row in tale.rows(Letter)}
    return [(row.state.value, row.void_reason, letters[row.letter_id]) for row in tale.rows(Document)]


def test_a_changed_agreement_makes_its_paper_void_and_the_next_one_says_so(tale: Scene, tmp_path: Path) -> None:
    """A paper that says other words than the stored ones is not signed, and no code of it is genuine any more."""
    agree(tale)
    service = Agreements(tale.unit.uow, tale.unit.codes)
    tale.issue(settlement(tale))
    [held] = service.of_case(tale.worker, tale.case_id)
    assert service.printed(tale.worker, held.id) == ("صورت‌جلسه سازش \u2066۱۱۱۲/۴/۱\u2069",)
    service.save(tale.worker, again(tale))
    assert standing(tale) == [("issued", "", "registered")]
    one, two = again(tale).clauses
    other = again(tale, clauses=(replace(one, text="دیوار را بردارد"), two))
    with pytest.raises(InvalidError, match=r"agreements\.paper_first") as caught:
        end(tale, "settled_full", agreement=other, signatures_seen_on=TODAY)
    assert caught.value.field == "signatures_seen_on"
    end(tale, "settled_full", agreement=other)
    assert standing(tale) == [("voided", "متن توافق پس از چاپ تغییر کرد.", "voided")]
    second = tale.issue(settlement(tale))
    assert "جایگزین نامه شماره ۱۱۱۲/۴/۱" in flat(pdfium(tale.content(second), tmp_path))
    [held] = service.of_case(tale.worker, tale.case_id)
    service.refuse(tale.worker, held.id, held.version, tale.parties[1], WITNESSES)
    assert {row[::2] for row in standing(tale)} == {("voided", "voided")}
    assert not [row for row in standing(tale) if "امتناع" in row[1]]
    assert tale.documents.get(tale.worker, second.id).is_void


# --- the registry's numbers (P-21) -----------------------------------------------------------------------------


def waiting(tale: Scene, actor: Actor) -> list[tuple[UUID, bool]]:
    """What the home page says of papers without their number."""
    tasks = Overview(tale.unit.uow, tale.unit.codes).home(actor).tasks
    return [(task.subject_id, task.is_overdue) for task in tasks if task.kind is TaskKind.REGISTRY]


def test_a_number_from_the_registry_is_due_until_it_is_typed(tale: Scene, tmp_path: Path) -> None:
    tale.unit.settings.set(tale.unit.head, "registry_referral_reply", True)
    end(tale, "not_settled")
    paper = tale.issue(reply(tale))
    assert (paper.number, paper.awaits_registry, paper.may_type_number) == ("", True, True)
    assert "۱۱۱۲/۴/" not in read(tale.content(paper), tmp_path)
    assert waiting(tale, tale.worker) == [(paper.id, False)]
    tale.unit.clock.advance(timedelta(days=4))
    assert waiting(tale, tale.worker) == [(paper.id, True)]
    done = tale.documents.type_registry_number(
        tale.worker, paper.id, paper.version, "۳۳/الف/۱۲", date(2026, 11, 22)
    ).value
    assert (done.number, done.registry_on, done.awaits_registry) == ("33/الف/12", date(2026, 11, 22), False)
    assert waiting(tale, tale.worker) == []
    assert "document.type_registry_number" in {row.action for row in tale.rows(AuditEvent)}
    with pytest.raises(InvalidError, match=r"documents\.no_registry"):
        tale.documents.type_registry_number(tale.worker, paper.id, done.version, "1", date(2026, 11, 22))


def test_a_wrong_registry_number_is_refused_by_its_fields(tale: Scene) -> None:
    tale.unit.settings.set(tale.unit.head, "registry_attendance_certificate", True)
    paper = tale.issue(tale.certificate())
    for number, day, expected in (
        (" ", date(2026, 11, 21), {"number": "documents.registry_needed"}),
        ("۱" * 41, date(2026, 11, 22), {"number": "errors.too_long", "on": "errors.future_date"}),
        ("12", date(2026, 11, 20), {"on": "documents.registry_before"}),
    ):
        with pytest.raises(AppError) as caught:
            tale.documents.type_registry_number(tale.worker, paper.id, paper.version, number, day)
        assert fields(caught) == expected
    with pytest.raises(StaleError):
        tale.documents.type_registry_number(tale.worker, paper.id, paper.version + 1, "12", date(2026, 11, 21))


# --- what the made-up commander signs --------------------------------------------------------------------------


def test_a_station_without_a_commanders_account_is_asked_for_the_name(tale: Scene, tmp_path: Path) -> None:
    with tale.unit.uow.write(tale.unit.head) as tx:
        from sqlalchemy import select

        for row in tx.session.scalars(select(Staff).where(Staff.role == "station_commander")):
            row.is_active = False
        tx.record("staff.end", "staff")
    end(tale, "not_settled")
    assert "commander" in {field.name for field in tale.documents.missing(tale.worker, reply(tale))}
    text = read(tale.content(tale.issue(reply(tale))), tmp_path)
    said_in_order(text, "سرهنگ ناصر نوری", "رئیس کلانتری ۱۲ آزمون")


def test_a_long_settlement_keeps_its_order_and_its_own_sentence(tale: Scene, tmp_path: Path) -> None:
    from services.agreements import ClauseDraft

    long = "با رعایت حقوق همسایه و پس از هماهنگی با مهندس ناظر، بخش مشخص‌شده را بازسازی و هزینه آن را بپردازد" * 2
    debtor = tale.parties[1]
    clauses = tuple(
        ClauseDraft(debtor, f"{long} مرحله {place}", tale.parties[0], 10_000_000 * place) for place in range(1, 13)
    )
    agree(tale, clauses=clauses)
    paper = tale.issue(settlement(tale))
    text = read(tale.content(paper), tmp_path)
    said_in_order(text, *(to_persian(f"مرحله {one}") for one in range(1, 13)), R_13)
    assert paper.pages >= 3


def test_a_deed_needs_the_file_and_the_right(tale: Scene) -> None:
    agree(tale)
    with pytest.raises(NotAllowedError):
        tale.documents.issue(tale.unit.clerk, settlement(tale))
    request: PaperRequest = replace(settlement(tale), case_id=tale.session_id)
    with pytest.raises(NotFoundError):
        tale.issue(request)


def test_papers_of_a_hidden_file_are_not_there(tale: Scene) -> None:
    """Who may not know of the file neither corrects nor numbers its papers, nor sees that one waits (P-6)."""
    from models.case import CaseFile
    from models.enums import Confidentiality

    tale.unit.settings.set(tale.unit.head, "registry_attendance_certificate", True)
    paper = tale.issue(tale.certificate())
    with tale.unit.uow.write(tale.unit.head) as tx:
        tx.get(CaseFile, tale.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.restrict", "case", tale.case_id)
    other, documents = tale.unit.second, tale.documents
    assert waiting(tale, other) == []
    assert len(waiting(tale, tale.worker)) == 1
    with pytest.raises(NotFoundError):
        documents.correction(other, paper.id)
    with pytest.raises(NotFoundError):
        documents.type_registry_number(other, paper.id, paper.version, "12", date(2026, 11, 21))
    with pytest.raises(NotFoundError):
        documents.record_print(other, paper.id, "x", copy_for=1)
