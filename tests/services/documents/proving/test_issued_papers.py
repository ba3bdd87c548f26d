"""Real papers of a real file: what is signed is what the sheet says, and nothing that it must hide."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from models.letter import RecipientCopy
from services.documents import PaperKind, PaperRequest
from services.documents.composing import compose, from_snapshot
from services.documents.proving.canonical import canonical_text, hash_of
from services.documents.proving.checking import Judgement, judge
from services.documents.proving.making import text_to_sign
from services.documents.proving.payload import decode
from services.documents.render import render
from tests.services.documents.proving.conftest import SigningScene
from tests.services.documents.proving.test_pictures import read
from tests.services.documents.readers import READERS, flat
from tests.services.documents.story import settlement


def requests(signing: SigningScene) -> dict[str, PaperRequest]:
    scene = signing.scene
    return {
        "certificate": scene.certificate(),
        "consent": scene.consent(),
        "settlement": settlement(scene),
        "invitation": scene.invitation(),
    }


@pytest.mark.parametrize("name", ["certificate", "consent", "settlement", "invitation"])
def test_each_line_of_the_signed_text_stands_on_the_sheet(signing: SigningScene, name: str, tmp_path: Path) -> None:
    paper = signing.scene.issue(requests(signing)[name])
    composed, content, proof = signing.composed(paper)
    verdict = judge(proof.payload, [signing.signer.known])
    assert verdict.judgement is Judgement.GENUINE
    bare = replace(composed, proof=None)
    assert verdict.text == text_to_sign(bare, content) == canonical_text(bare)
    sheet = signing.scene.content(paper)
    for reader in READERS:
        words = set(flat(reader(sheet, tmp_path)).split())
        for sentence in verdict.text.split("\n"):
            told = [word for word in sentence.split() if word.isalpha() and not word.isascii()]
            assert words.issuperset(told)
    assert render(composed) == sheet


def test_the_issued_sheet_gives_its_code_back(signing: SigningScene) -> None:
    import pypdfium2

    paper = signing.scene.issue(settlement(signing.scene))
    _, _, proof = signing.composed(paper)
    document = pypdfium2.PdfDocument(signing.scene.content(paper))
    found = [read(page.render(scale=150 / 72).to_pil()) for page in document]
    document.close()
    assert [letters for letters in found if letters] == [proof.payload]


def test_a_neutral_paper_says_number_date_and_hash_alone(signing: SigningScene) -> None:
    paper = signing.scene.issue(signing.scene.certificate(form="neutral"))
    composed, _, proof = signing.composed(paper)
    text = decode(proof.payload).text
    assert text.split("\n") == [
        "شماره: ۱۱۱۲/۴/۱",
        "تاریخ: ۱۴۰۵/۰۸/۳۰",
        f"چکیده متن: {hash_of(canonical_text(replace(composed, proof=None)))}",
    ]


def test_papers_that_may_be_found_and_drafts_carry_no_code(signing: SigningScene) -> None:
    scene = signing.scene
    card = PaperRequest(scene.case_id, PaperKind.SAFETY_CARD, scene.persons[0], values=(("carries_safely", "yes"),))
    sheets = [
        scene.documents.print_card(scene.worker, card).value.content,
        scene.documents.preview(scene.worker, scene.certificate()).content,
        scene.documents.print_draft(scene.worker, scene.certificate()).value.content,
    ]
    import pypdfium2

    for sheet in sheets:
        document = pypdfium2.PdfDocument(sheet)
        assert [read(page.render(scale=2).to_pil()) for page in document] == [None] * len(document)
        document.close()


def test_each_recipient_reads_and_checks_their_own_copy(signing: SigningScene) -> None:
    import pypdfium2

    paper = signing.scene.issue(settlement(signing.scene))
    with signing.scene.unit.uow.read(signing.scene.unit.head) as tx:
        query = select(RecipientCopy).where(RecipientCopy.document_id == paper.id)
        own = [row.content for row in tx.session.scalars(query) if row.content is not None]
    assert own
    codes = {signing.composed(paper)[2].payload}
    for content in own:
        document = pypdfium2.PdfDocument(content)
        found = [letters for page in document if (letters := read(page.render(scale=150 / 72).to_pil()))]
        document.close()
        (letters,) = found
        assert judge(letters, [signing.signer.known]).judgement is Judgement.GENUINE
        codes.add(letters)
    assert len(codes) > 1


def test_the_stored_snapshot_makes_the_same_sheet_again(signing: SigningScene) -> None:
    from models.letter import Document

    paper = signing.scene.issue(signing.scene.certificate())
    (row,) = signing.scene.rows(Document)
    assert row.id == paper.id
    with signing.scene.unit.uow.read(signing.scene.unit.head) as tx:
        found = tx.session.get(Document, paper.id)
        assert found is not None
        assert render(compose(from_snapshot(found.snapshot))) == found.content
