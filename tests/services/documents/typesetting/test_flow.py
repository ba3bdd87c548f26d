"""Pages: what belongs together stays together, nothing is lost, heads are repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.documents.blocks import (
    Alignment,
    Clauses,
    KeyValues,
    Letterhead,
    PageSize,
    Paper,
    Paragraph,
    Proof,
    SignatureBox,
    SignatureRow,
    SignOff,
    Spacer,
)
from services.documents.render import render_paper
from services.documents.typesetting.flow import fill_pages
from services.documents.typesetting.fonts import Face
from services.documents.typesetting.lines import TextStyle, break_text
from services.documents.typesetting.pages import FORMATS
from services.documents.typesetting.pieces import Frame, Piece, line_pieces, nothing
from services.documents.typesetting.setting import set_blocks
from services.documents.typesetting.styles import A4_STYLES


def piece(height, *, keep=False, before=0.0, head=None, page_break=False):
    return Piece(height, nothing, before, keep, head, page_break)


PIECES = st.lists(
    st.builds(lambda h, k, b: piece(h, keep=k, before=b), st.floats(1, 60), st.booleans(), st.floats(0, 9))
)


@given(PIECES, st.floats(20, 200), st.floats(20, 200))
def test_every_piece_is_placed_once_and_in_order(pieces, first, later):
    pages = fill_pages(pieces, first, later)
    assert [placed.piece for page in pages for placed in page] == pieces
    for number, page in enumerate(pages):
        room = first if number == 0 else later
        for place, placed in enumerate(page):
            assert placed.top + placed.piece.height <= room + 0.02 or place == 0


def test_a_group_moves_to_the_next_page_as_a_whole():
    pages = fill_pages([piece(60), piece(20, keep=True), piece(30, keep=True), piece(20)], 100, 100)
    assert [len(page) for page in pages] == [1, 3]


def test_a_group_greater_than_a_page_is_broken():
    pages = fill_pages([piece(30, keep=True) for _ in range(10)], 100, 100)
    assert [len(page) for page in pages] == [3, 3, 3, 1]


def test_head_is_repeated_and_space_above_a_page_is_dropped():
    head = piece(10)
    pages = fill_pages([head, *(piece(40, before=5, head=head) for _ in range(4))], 100, 100)
    assert [placed.piece is head for page in pages for placed in page] == [True, False, False, True, False, False]
    assert pages[1][1].top == 10


def test_page_break():
    assert [len(page) for page in fill_pages([piece(5), piece(0, page_break=True), piece(5)], 100, 100)] == [1, 1]
    assert len(fill_pages([piece(0, page_break=True)], 100, 100)) == 1


def test_no_widow_and_no_orphan():
    style = TextStyle(Face.REGULAR, 10, 15)
    lines = break_text("سازش و گفت‌وگو در خانواده " * 30, style, 200).lines
    for room in range(60, 140, 3):
        pages = fill_pages([piece(31), *line_pieces(lines, 200, Alignment.START, 4)], room, 90)
        counts = [sum(placed.piece.height == 15 for placed in page) for page in pages]
        assert all(count != 1 for count in counts)


def test_signature_boxes_take_the_last_lines_along():
    boxes = SignatureRow((SignatureBox("مراجع", "مریم محمدی", "حسن", "0002185679", True),))
    for filler in range(18, 30):
        blocks = (Clauses(tuple("بند کوتاه" for _ in range(filler))), Paragraph("متن قرائت شد."), boxes)
        paper = Paper("آزمون", blocks, Letterhead(("سطر",)))
        texts = _page_texts(render_paper(paper).content)
        assert any("متن قرائت شد" in text and "محل امضا" in text and "مریم محمدی" in text for text in texts)


def _laid(*blocks, proof=None):
    form = FORMATS[PageSize.A4]
    return set_blocks(blocks, Frame(form.width - form.left - form.right, 700, form.styles), proof)


PROOF = Proof("SZ1:" + "0A7R" * 60, "7F3K-9Q2M", "a1b2c3d4e5f60718")


@pytest.mark.parametrize("proof", [None, PROOF])
@pytest.mark.parametrize(("boxes", "rows"), [(1, 1), (4, 2)])
def test_sign_off_stands_beside_the_boxes_where_it_has_room(boxes, rows, proof):
    signed = SignatureRow(tuple(SignatureBox("مشاور", "مینا رستگار") for _ in range(boxes)))
    pieces = _laid(signed, SignOff(("سرگرد نوری", "مسئول")), proof=proof)
    assert len(pieces) == rows
    assert pieces[0].keep_next is (rows > 1)


def test_all_boxes_and_the_room_before_them_stay_with_the_text():
    signed = SignatureRow(tuple(SignatureBox("گواه", "رضا توکلی", fingerprint=True) for _ in range(4)))
    pieces = _laid(Paragraph("متن قرائت شد."), Spacer(5), signed)
    assert [piece.keep_next for piece in pieces] == [True] * (len(pieces) - 1) + [False]


def test_long_labels_are_broken_and_not_drawn_over_the_values():
    label, short = "نسبت یا سمت کسی که این برگه را می‌نویسد و به مرجع می‌برد " * 2, "نام"
    leading = A4_STYLES.body.leading
    assert _laid(KeyValues(((label, "مادر"),), 2))[0].height >= leading * 3
    assert _laid(KeyValues(((short, "مادر"),), 2))[0].height == leading
    long, plain = (_laid(SignatureRow((SignatureBox(text, "مینا"),)))[0].height for text in (label, short))
    assert long > plain + leading


def _page_texts(content):
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(" ".join(text_page.get_text_range().split()))
        text_page.close()
        page.close()
    document.close()
    return texts
