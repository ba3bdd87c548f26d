"""The recovery code: any wrong sign is noticed, any way of typing it is understood."""

import pickle
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.vault.errors import VaultError
from services.vault.recovery_code import ALPHABET, GROUP_SIGNS, GROUPS, RecoveryCode, is_group
from services.vault.sealing import Purpose, seal

CODE = RecoveryCode.generate()
LENGTH = GROUPS * GROUP_SIGNS


def _refused(text: str) -> VaultError:
    with pytest.raises(VaultError) as caught:
        RecoveryCode.parse(text)
    return caught.value


def test_codes_differ_and_are_long_enough() -> None:
    codes = {RecoveryCode.generate().text for _ in range(200)}
    assert len(codes) == 200
    assert GROUPS * (GROUP_SIGNS - 1) * 5 >= 128


def test_a_code_opens_what_was_sealed_to_it() -> None:
    sealed = seal(CODE.public_key, Purpose.DATA, b"key")
    again = RecoveryCode.parse(CODE.text)
    assert again.public_key == CODE.public_key
    assert again.unwrap(Purpose.DATA, sealed) == b"key"
    with pytest.raises(VaultError):
        RecoveryCode.generate().unwrap(Purpose.DATA, sealed)


@pytest.mark.parametrize(
    "retype",
    [
        lambda text: text.lower(),
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " \u2013 "),
        lambda text: text.replace("-", "\u200c"),
        lambda text: text.replace("-", "\n"),
        lambda text: text.replace("0", "O").replace("1", "l"),
        lambda text: text.replace("0", "o").replace("1", "I"),
        lambda text: text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
        lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        lambda text: "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else sign for sign in text),
        lambda text: f"\u200f {text}\u200e ",
    ],
)
def test_any_way_of_typing_is_understood(retype: Callable[[str], str]) -> None:
    assert RecoveryCode.parse(retype(CODE.text)).text == CODE.text


@given(place=st.integers(0, LENGTH - 1), sign=st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found_in_its_group(place: int, sign: str) -> None:
    signs = list("".join(CODE.groups))
    assume(signs[place] != sign)
    signs[place] = sign
    error = _refused("".join(signs))
    assert error.key == "vault.recovery_group"
    assert error.values == {"group": place // GROUP_SIGNS + 1, "others": 0}


@given(st.data())
def test_two_exchanged_signs_of_a_group_are_found(data: st.DataObject) -> None:
    code = RecoveryCode.generate()
    group = data.draw(st.integers(0, GROUPS - 1))
    left, right = data.draw(st.lists(st.integers(0, GROUP_SIGNS - 1), min_size=2, max_size=2, unique=True))
    signs = list(code.groups[group])
    assume(signs[left] != signs[right])
    signs[left], signs[right] = signs[right], signs[left]
    typed = [*code.groups[:group], "".join(signs), *code.groups[group + 1 :]]
    assert _refused("-".join(typed)).values["group"] == group + 1


@given(places=st.lists(st.integers(0, GROUPS - 1), min_size=2, max_size=2, unique=True))
def test_two_exchanged_groups_are_found(places: list[int]) -> None:
    groups = list(CODE.groups)
    left, right = places
    groups[left], groups[right] = groups[right], groups[left]
    error = _refused("-".join(groups))
    assert error.values == {"group": min(places) + 1, "others": 1}


@given(place=st.integers(0, LENGTH - 1), extra=st.sampled_from(ALPHABET))
def test_a_missing_or_doubled_sign_is_found(place: int, extra: str) -> None:
    signs = "".join(CODE.groups)
    assert _refused(signs[:place] + signs[place + 1 :]).values == {"signs": LENGTH, "typed": LENGTH - 1}
    assert _refused(signs[:place] + extra + signs[place:]).key == "vault.recovery_length"


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    error = _refused(text)
    assert error.key in {"vault.recovery_length", "vault.recovery_group"}


@pytest.mark.parametrize("strange", ["پ", "ß", "İ", "½"])
def test_a_strange_letter_is_a_wrong_group(strange: str) -> None:
    error = _refused(strange + CODE.text[1:])
    assert error.key in {"vault.recovery_length", "vault.recovery_group"}


def test_a_group_can_be_checked_while_typing() -> None:
    assert all(is_group(number, group.lower()) for number, group in enumerate(CODE.groups, start=1))
    assert not is_group(2, CODE.groups[0])
    assert not is_group(1, CODE.groups[0][:-1])


def test_a_code_says_nothing_about_itself() -> None:
    assert not any(group in repr(CODE) for group in CODE.groups)
    with pytest.raises(TypeError):
        pickle.dumps(CODE)
