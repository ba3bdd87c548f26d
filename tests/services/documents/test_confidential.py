"""What no paper may say, however it is spelled (P-2, P-8): property tests on the words, real papers on the rest."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.letter import Letter
from services.documents import PaperRequest
from services.documents.confidential import Secrets
from services.errors import AppError, InvalidDraft, InvalidError
from services.persian.digits import to_persian
from services.persian.text import search_key, search_tokens
from tests.services.documents.readers import READERS
from tests.services.documents.scene import (
    ADDRESS,
    HIS_PHONE,
    HIS_POSTAL,
    PHONE,
    POSTAL,
    SECRET_PHONE,
    SHELTER,
    WORD,
    Scene,
)

_WORDS = st.text("ابپتجدرسشکگلمنهوی", min_size=3, max_size=9)
_SPACING = st.sampled_from([" ", "  ", "، ", " - ", "\u200c", "/", " , "])
_ARABIC = str.maketrans("یک۰۱۲۳۴۵۶۷۸۹", "يك٠١٢٣٤٥٦٧٨٩")


def _spelled(draw: st.DrawFn, words: list[str]) -> str:
    text = words[0]
    for word in words[1:]:
        text += draw(_SPACING) + word
    return text.translate(_ARABIC) if draw(st.booleans()) else text


@st.composite
def _told(draw: st.DrawFn) -> tuple[tuple[str, ...], str]:
    """An address, and a text that tells it whole or a recognisable piece of it, spelled in some way."""
    words = draw(st.lists(_WORDS, min_size=3, max_size=7))
    first = draw(st.integers(0, len(words) - 3))
    piece = words[first:] if draw(st.booleans()) else words
    around = draw(st.sampled_from(["{}", "نزدیک {}", "{} روبه‌روی بانک", "شرکت نمونه، {}، طبقه ۲"]))
    return tuple(words), around.format(_spelled(draw, piece))


@given(_told())
def test_an_address_is_found_however_it_is_spelled(told: tuple[tuple[str, ...], str]) -> None:
    words, text = told
    address = tuple(token for word in words for token in search_tokens(word))
    piece = "".join(address[-3:])
    if len(piece) >= 10:
        assert Secrets(addresses=(address,)).in_typed(text)
    if len("".join(address[-2:])) >= 8:
        assert Secrets(hidden=(address,)).in_typed(text)


@given(st.from_regex(r"09[0-9]{9}", fullmatch=True), st.integers(0, 3), st.booleans())
def test_a_phone_is_found_however_it_is_written(phone: str, form: int, persian: bool) -> None:
    forms = (phone, f"+98{phone[1:]}", f"{phone[:4]} {phone[4:7]} {phone[7:]}", f"{phone[:4]}-{phone[4:]}")
    text = f"تلفن {forms[form]} (دفتر)"
    assert Secrets(numbers=(phone[1:],)).in_typed(to_persian(text) if persian else text)


@given(st.text("ابپتجدرسشکگلمنهوی ۰۱۲۳۴۵۶۷۸۹،.", max_size=60))
def test_other_texts_are_left_alone(text: str) -> None:
    secrets = Secrets((("بلوار", "ضحاظ", "کوچه"),), (), ("9601234567",), (("ظظظ",),))
    told = any(sign in search_key(text) for sign in ("ضحاظ", "9601234567"))
    assert told or not secrets.in_typed(text)


def test_a_code_word_is_found_as_a_word() -> None:
    secrets = Secrets(words=(("گل", "یاس"),))
    assert secrets.in_typed("به گل یاس بگویید")
    assert not secrets.in_typed("گلستان یاسین")


_FORBIDDEN = (
    SHELTER,
    "بلوار آفتاب بن بست ياس",
    "نزدیک ساختمان سپیدار، بن‌بست یاس",
    SECRET_PHONE,
    "۰۹۶۰ ۲۲۲ ۲۲۲۲",
    POSTAL,
    f"واژه {WORD}",
    ADDRESS,
    "خیابان بهاران کوچه نیلوفر",
    HIS_PHONE,
    "تلفن ۳۷۷۷ ۷۷۷۷",
    HIS_POSTAL,
    "کارگاه فرهاد بهرامی",
)


@pytest.mark.parametrize("text", _FORBIDDEN)
def test_a_certificate_for_her_does_not_say_it(scene: Scene, text: str) -> None:
    """The field is named, never what it told; and no number is drawn."""
    for form in ("plain", "neutral"):
        with pytest.raises(InvalidError) as caught:
            scene.issue(scene.certificate(form=form, addressee=text))
        assert (caught.value.key, caught.value.field) == ("documents.confidential_text", "addressee")
        assert not set(map(search_key, map(str, caught.value.values.values()))) & {search_key(text)}
    assert scene.rows(Letter) == []


@pytest.mark.parametrize(
    "text", ["اداره برق قم", f"تلفن {PHONE}", "کارگاه بهرامی", "مدرسه بهاران", "شهرداری، پلاک ۱۲"]
)
def test_what_may_be_said_is_said(scene: Scene, text: str) -> None:
    """Her own open phone, and words that only look alike."""
    assert scene.issue(scene.certificate(addressee=text)).number == "1112/4/1"


def test_a_draft_does_not_say_it_either(scene: Scene) -> None:
    """A draft is a sheet of paper too; what is only missing yet does not matter to it."""
    for typed in ({"addressee": SHELTER}, {"addressee": SECRET_PHONE, "form": ""}):
        with pytest.raises(InvalidError) as caught:
            scene.documents.print_draft(scene.worker, scene.certificate(**typed))
        assert (caught.value.key, caught.value.field) == ("documents.confidential_text", "addressee")
    assert scene.documents.print_draft(scene.worker, scene.certificate(addressee="")).value.content


def test_a_neutral_paper_names_no_counselling(scene: Scene) -> None:
    with pytest.raises(InvalidError) as caught:
        scene.issue(scene.certificate(form="neutral", addressee="مرکز مشاوره مهر"))
    assert (caught.value.key, caught.value.field) == ("documents.neutral_word_typed", "addressee")
    assert scene.issue(scene.certificate(addressee="مرکز مشاوره مهر")).number == "1112/4/1"


def test_the_units_own_words_are_looked_at_too(scene: Scene) -> None:
    """A shelter's address can't come in through the place of the unit."""
    from models.unit import Unit
    from tests.factories import UNIT_ID

    with scene.unit.uow.write(scene.unit.head) as tx:
        unit = tx.session.get(Unit, UNIT_ID)
        assert unit is not None
        unit.address = SHELTER
        tx.record("unit.edit", "unit")
    with pytest.raises(InvalidError) as caught:
        scene.issue(scene.invitation())
    assert (caught.value.key, caught.value.field) == ("documents.confidential_paper", None)
    assert scene.rows(Letter) == []


_TYPED = st.text("ابتدرسشکگلمنهوی ۰۱۲۳۴۵۶۷۸۹", min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def test_no_paper_ever_holds_what_is_hidden(scene: Scene, tmp_path: Path) -> None:
    """Whatever is typed: either it is refused beside its field, or neither reader finds a hidden string."""
    hidden = [search_key(text) for text in (SHELTER, SECRET_PHONE, POSTAL, ADDRESS, HIS_PHONE, HIS_POSTAL)]
    pieces = st.one_of(_TYPED, st.sampled_from([*_FORBIDDEN[:12], "اداره", "محل کار"]))

    @settings(max_examples=25, deadline=None)
    @given(st.lists(pieces, min_size=1, max_size=3).map(" ".join), st.sampled_from(["certificate", "invitation"]))
    def holds(typed: str, kind: str) -> None:
        request: PaperRequest = (
            scene.certificate(addressee=typed) if kind == "certificate" else scene.invitation(delivered_by=typed)
        )
        refused: AppError | None = None
        try:
            paper = scene.issue(request)
        except (InvalidError, InvalidDraft) as error:
            refused = error
        if refused is not None:
            assert _fields(refused) <= {"addressee", "delivered_by"}
            return
        content = scene.content(paper)
        for reader in READERS:
            read = search_key(reader(content, tmp_path))
            assert not any(secret in read for secret in hidden)
            assert re.search(WORD, read) is None

    holds()


def _fields(error: AppError) -> set[str | None]:
    each = error.errors if isinstance(error, InvalidDraft) else (error,)
    return {one.field for one in each}


def test_a_draft_is_paper_too(scene: Scene) -> None:
    """The commander's pen gets no confidential address either (P-8)."""
    with pytest.raises(InvalidError) as caught:
        scene.documents.print_draft(scene.worker, scene.certificate(addressee=SHELTER))
    assert (caught.value.key, caught.value.field) == ("documents.confidential_text", "addressee")
    assert scene.documents.print_draft(scene.worker, scene.certificate()).value.document_id is None
