"""Keys, lists and the page for courts, in a unit that was really set up: issued, void, key replaced, other unit."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from models.letter import Document
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, Side
from services.cases.registering import register_case
from services.documents import IssuedPaper, PaperKind, PaperRequest
from services.documents.proving.checking import Judgement, Verdict
from services.documents.proving.known_keys import KNOWN_KEYS, known_keys
from services.documents.proving.revocations import LISTS
from services.documents.proving.without_sign_in import check_text
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.inquiries import InquiryDraft, InquiryPerson
from services.letters import LetterDirection, LetterDraft
from services.people import PersonDraft
from services.persian.digits import to_persian
from services.statistics import period_at
from services.vault.accounts import rewrap_purposes
from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, OpenedUnit, fresh_unit, opened_unit


class Office:
    """A unit with one file, and short words for what the tests do with its papers."""

    def __init__(self, unit: OpenedUnit) -> None:
        self.unit = unit
        woman = PersonDraft(given_name="مریم", family_name="محمدی‌نیا", sex="female")
        draft = CaseDraft(
            "neighbour_dispute",
            (PartyDraft(woman, "complainant", Side.A),),
            responsible_id=self.head.staff_id,
        )
        with self.unit.services.uow.write(self.head) as tx:
            case = register_case(tx, self.unit.services.codes, draft)
            tx.record("case.register", "case", case.id)
            self.case_id = case.id
        self.person_id = self.unit.services.cases.get(self.head, self.case_id).parties[0].person_id

    @property
    def head(self) -> Actor:
        return self.unit.head

    @property
    def folder(self) -> Path:
        return self.unit.folder

    def issue(self, actor: Actor | None = None) -> IssuedPaper:
        request = PaperRequest(self.case_id, PaperKind.INTAKE_FORM, self.person_id)
        missing = self.unit.services.documents.missing(actor or self.head, request)
        values = tuple((field.name, field.proposal or "۱") for field in missing if field.is_required)
        request = PaperRequest(self.case_id, PaperKind.INTAKE_FORM, self.person_id, values=values)
        return self.unit.services.documents.issue(actor or self.head, request).value

    def row(self, paper_id: UUID) -> Document:
        with self.unit.services.uow.read(self.head) as tx:
            found = tx.session.get(Document, paper_id)
            assert found is not None
            assert found.snapshot is not None
            return found

    def letters(self, paper: IssuedPaper) -> str:
        return str(self.row(paper.id).snapshot["proof"]["payload"])

    def check(self, paper: IssuedPaper) -> Verdict:
        return check_text(self.folder, self.letters(paper))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(opened_unit(tmp_path / "ours"))
    yield made
    made.unit.services.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    made = Office(fresh_unit(tmp_path / "theirs"))
    yield made
    made.unit.services.close()


def test_an_issued_paper_is_genuine_in_its_own_folder_without_signing_in(office: Office) -> None:
    verdict = office.check(office.issue())
    assert verdict.judgement is Judgement.GENUINE
    assert verdict.unit == "کلانتری ۱۲ آزمون"
    assert "محمدی‌نیا" in verdict.text
    assert verdict.listed_on is None


def test_a_void_paper_is_known_as_void_without_signing_in(office: Office) -> None:
    kept, spoilt = office.issue(), office.issue()
    office.unit.clock.advance(timedelta(hours=1))
    office.unit.services.documents.void(office.head, spoilt.id, spoilt.version, "نام پدر نادرست بود")
    verdict = office.check(spoilt)
    assert verdict.judgement is Judgement.REVOKED
    assert verdict.revoked_on is not None
    assert office.check(kept).judgement is Judgement.GENUINE
    assert office.check(kept).listed_on == verdict.revoked_on
    told = (office.folder / LISTS).glob("*")
    assert all("محمدی" not in path.read_text("utf-8") for path in told)


def test_a_paper_is_found_by_its_typed_code_and_by_no_other(office: Office) -> None:
    paper = office.issue()
    code = office.row(paper.id).check_code
    documents = office.unit.services.documents
    for typed in (code, to_persian(code.lower()), code.replace("-", " ")):
        assert documents.find_by_code(office.head, typed).id == paper.id
    for typed in ("", "0000-0000", code[:-1], "سلام"):
        with pytest.raises(NotFoundError) as caught:
            documents.find_by_code(office.head, typed)
        assert caught.value.key == "documents.proof_errors.no_such_code"


def test_after_a_new_key_older_papers_are_still_genuine(office: Office) -> None:
    before = office.issue()
    former = office.check(before).key_id
    new = office.unit.services.proofs.renew_key(office.head).value
    same_day = office.issue()
    assert office.check(same_day).judgement is Judgement.GENUINE  # the key file of this morning still signs
    office.unit.reopen_anew()
    after = office.issue()
    assert office.check(after).key_id == new != former
    for paper in (before, same_day, after):
        assert office.check(paper).judgement is Judgement.GENUINE
    state = office.unit.services.proofs.state(office.head)
    assert (state.key_id, state.earlier, state.may_sign) == (new, (former,), True)
    counsellor = office.unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    assert office.unit.services.proofs.signer(counsellor) is not None


def test_a_paper_that_an_old_key_signs_later_is_told(office: Office, other: Office) -> None:
    """Whoever still holds the replaced key after its last day signs papers that nobody is to trust."""
    office.issue()
    office.unit.services.proofs.renew_key(office.head)
    office.unit.clock.advance(timedelta(days=3))
    late = office.issue()
    verdict = office.check(late)
    assert verdict.judgement is Judgement.RETIRED_KEY
    state = office.unit.services.proofs.state(office.head)
    assert state.last_days == (verdict.key_ended_on,)
    card = office.unit.services.proofs.key_card(office.head)
    other.unit.services.proofs.take_key_card(other.head, card)
    assert check_text(other.folder, office.letters(late)).judgement is Judgement.RETIRED_KEY


def test_an_older_card_brings_no_key_back_to_life(office: Office, other: Office) -> None:
    old_card = office.unit.services.proofs.key_card(office.head)
    office.unit.services.proofs.renew_key(office.head)
    office.unit.clock.advance(timedelta(days=3))
    late = office.letters(office.issue())
    for card in (office.unit.services.proofs.key_card(office.head), old_card):
        other.unit.services.proofs.take_key_card(other.head, card)
        assert check_text(other.folder, late).judgement is Judgement.RETIRED_KEY


def test_who_holds_no_key_issues_papers_without_a_code(office: Office) -> None:
    slot = office.unit.services.staff.list(office.head)
    counsellor = next(row for row in slot if row.full_name == COUNSELLOR)
    rewrap_purposes(office.folder, office.unit.made.unlocked, counsellor.id, ())
    actor = office.unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    assert office.unit.services.proofs.signer(actor) is None
    office.unit.services.proofs.renew_key(office.head)
    actor = office.unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    assert office.unit.services.proofs.signer(actor) is not None  # a new key goes to all who may issue


def test_another_unit_is_unknown_until_its_card_is_taken_in(office: Office, other: Office) -> None:
    paper = other.issue()
    letters = other.letters(paper)
    assert check_text(office.folder, letters).judgement is Judgement.UNKNOWN_UNIT
    card = other.unit.services.proofs.key_card(other.head)
    assert office.unit.services.proofs.take_key_card(office.head, card).value == ("کلانتری ۱۲ آزمون",)
    assert check_text(office.folder, letters).judgement is Judgement.GENUINE
    other.unit.clock.advance(timedelta(hours=1))
    other.unit.services.documents.void(other.head, paper.id, paper.version, "اشتباه")
    assert check_text(office.folder, letters).judgement is Judgement.GENUINE
    listed = other.unit.services.proofs.void_list(other.head)
    office.unit.services.proofs.take_list(office.head, listed)
    assert check_text(office.folder, letters).judgement is Judgement.REVOKED


def test_cards_and_lists_that_deceive_are_refused(office: Office, other: Office) -> None:
    proofs = office.unit.services.proofs
    card = json.loads(other.unit.services.proofs.key_card(other.head))
    own = known_keys(office.folder)[0]
    for content, key in (
        (b"", "no_card"),
        (b"[]", "no_card"),
        (b'{"format": "sazesh-keys-1", "keys": []}', "no_card"),
        (json.dumps(card | {"keys": [card["keys"][0] | {"public": "AAAA"}]}).encode(), "no_card"),
        (json.dumps(card | {"keys": [card["keys"][0] | {"id": own.key_id}]}).encode(), "other_key"),
    ):
        with pytest.raises(InvalidError) as caught:
            proofs.take_key_card(office.head, content)
        assert caught.value.key == f"documents.proof_errors.{key}"
    assert not (office.folder / KNOWN_KEYS).exists()
    listed = other.unit.services.proofs.void_list(other.head)
    with pytest.raises(InvalidError, match="unknown_list"):
        proofs.take_list(office.head, listed)
    proofs.take_key_card(office.head, json.dumps(card).encode())
    changed = json.loads(listed)
    changed["body"]["void"].append(["AAAA-AAAA", "2026-11-21"])
    with pytest.raises(InvalidError, match="altered_list"):
        proofs.take_list(office.head, json.dumps(changed).encode())
    with pytest.raises(InvalidError, match="no_list"):
        proofs.take_list(office.head, b"{}")


def test_the_page_for_courts_holds_the_keys_and_what_is_void(office: Office) -> None:
    paper = office.issue()
    office.unit.services.documents.void(office.head, paper.id, paper.version, "اشتباه")
    page = office.unit.services.proofs.court_page(office.head).decode()
    assert known_keys(office.folder)[0].public.hex() in page
    assert office.row(paper.id).check_code in page
    assert "محمدی" not in page


def test_only_who_manages_settings_hands_out_and_takes_in(office: Office) -> None:
    counsellor = office.unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    proofs = office.unit.services.proofs
    asked = (
        lambda: proofs.state(counsellor),
        lambda: proofs.key_card(counsellor),
        lambda: proofs.court_page(counsellor),
        lambda: proofs.void_list(counsellor),
        lambda: proofs.renew_key(counsellor),
        lambda: proofs.take_key_card(counsellor, b""),
        lambda: proofs.take_list(counsellor, b""),
    )
    for ask in asked:
        with pytest.raises(NotAllowedError):
            ask()


def test_an_empty_folder_knows_nobody(tmp_path: Path, office: Office) -> None:
    letters = office.letters(office.issue())
    assert check_text(tmp_path, letters).judgement is Judgement.UNKNOWN_UNIT


def test_papers_without_a_file_prove_themselves_too(office: Office) -> None:
    """The figures of a month, and the answer to an inquiry."""
    services, head = office.unit.services, office.head
    draft = LetterDraft(
        LetterDirection.INCOMING, "inquiry_request", correspondent="دادگاه خانواده", their_number="7/1"
    )
    letter = services.letters.register(head, draft).value
    people = (InquiryPerson("کاوه سپهری", "متقاضی"),)
    written = services.inquiries.write(
        head, InquiryDraft(letter.id, "kefalat_inquiry", "دادگاه خانواده", people, opinion="مناسب است")
    ).value
    figures = PaperRequest(None, PaperKind.MONTHLY_STATISTICS, period=period_at(letter.registered_at.date()).name)
    answer = PaperRequest(None, PaperKind.LOCAL_INQUIRY_REPORT, inquiry_id=written.id)
    for request, words in ((figures, "گزارش آماری"), (answer, "کفالت")):
        asked = services.documents.missing(head, request)
        values = tuple((field.name, field.proposal or "۱") for field in asked if field.is_required)
        paper = services.documents.issue(head, replace(request, values=values)).value
        verdict = office.check(paper)
        assert verdict.judgement is Judgement.GENUINE
        assert words in verdict.text
