"""The subset that goes into the PDF is a font of its own, with made-up glyphs of letter and mark."""

import struct

from reportlab.pdfbase.ttfonts import TTFontFace

from services.documents.typesetting.font_file import FontFile, Part
from services.documents.typesetting.fonts import Face, FontSheet, typeface
from services.documents.typesetting.outlines import outline_path
from services.documents.typesetting.shaping import shape_line


def tables_of(data):
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for place in range(count):
        tag, _, at, length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        found[tag.decode()] = data[at : at + length]
    return found


def test_subset_holds_just_the_glyphs_asked_for():
    file = typeface(Face.REGULAR).file
    beh, fatha = file.glyph_of[0xFE91], file.glyph_of[0x64E]
    dx, dy = file.marks.on_letter(beh, fatha)
    shapes = [((Part(0),), 500), ((Part(beh), Part(fatha, dx, dy)), 700), ((Part(beh),), 700)]
    data = file.subset(shapes)
    tables = tables_of(data)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    assert count >= 3
    assert struct.unpack_from(">H", tables["hmtx"], 4)[0] == 700
    offsets = struct.unpack(f">{count + 1}L", tables["loca"])
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(tables["glyf"])
    made = tables["glyf"][offsets[1] : offsets[2]]
    assert struct.unpack_from(">h", made)[0] == -1
    assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA
    assert len(data) < 4000


def test_every_face_has_an_anchor_for_tashdid_on_every_joining_letter():
    for face in Face:
        file = typeface(face).file
        tashdid = file.glyph_of[0x651]
        for code in (0xFE91, 0xFE92, 0xFBFE, 0xFBFF, 0xFEE3, 0xFEDF, 0xFEFB):
            assert file.marks.on_letter(file.glyph_of[code], tashdid)


def test_glyphs_are_numbered_by_first_use():
    face = typeface(Face.BOLD)
    glyphs = shape_line("سازش", Face.BOLD).words[0].glyphs
    sheet = FontSheet(face)
    assert sheet.codes(glyphs) == "0001000200030004"
    assert sheet.codes(glyphs[::-1]) == "0004000300020001"


def test_outlines_of_a_composite_letter_are_drawn():
    file: FontFile = typeface(Face.REGULAR).file
    for code in (0x622, 0x626, ord("é"), ord("%")):
        path = outline_path(Face.REGULAR, Part(file.glyph_of[code]), 0)
        assert path.count(" m") >= 2
        assert path.endswith("h")
    assert outline_path(Face.REGULAR, Part(file.glyph_of[0x20]), 0) == ""


def test_face_is_the_shipped_file():
    for face in Face:
        assert typeface(face).file.ps_name == face.value
        assert isinstance(typeface(face).file._face, TTFontFace)
