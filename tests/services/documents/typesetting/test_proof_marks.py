"""Where the words of the code stand: beside it as long as there is room, so that a paper takes no page for them."""

from services.documents.proving.making import make_proof
from services.documents.typesetting.pieces import Frame
from services.documents.typesetting.proof_marks import mark_width, proof_beside_boxes
from services.documents.typesetting.styles import A4_STYLES
from services.documents.typesetting.surface import MM
from tests.services.documents.proving.signer import DOCUMENT_ID, Signer, paper


def test_the_words_stand_beside_the_code_where_they_have_room() -> None:
    proof = make_proof(paper("متن کوتاه"), None, DOCUMENT_ID, Signer())
    frame = Frame(168 * MM, 250 * MM, A4_STYLES)
    side = mark_width(proof)
    beside = proof_beside_boxes(proof, frame, side + 50 * MM)
    under = proof_beside_boxes(proof, frame, side + 5 * MM)
    assert beside is not None
    assert under is not None
    assert beside.height == side
    assert under.height > side
    assert proof_beside_boxes(proof, frame, side - 1.0) is None
