import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from services.vault.errors import VaultError
from services.vault.sealing import Purpose, derived_key, lock_bytes, new_key, seal, unlock_bytes, unseal

PRIVATE = X25519PrivateKey.generate()
PUBLIC = PRIVATE.public_key().public_bytes_raw()


@given(payload=st.binary(max_size=300), context=st.binary(max_size=40))
def test_what_is_sealed_opens_again(payload: bytes, context: bytes) -> None:
    assert unseal(PRIVATE, Purpose.NOTE, seal(PUBLIC, Purpose.NOTE, payload, context), context) == payload


def test_a_seal_opens_for_no_other_purpose_context_or_person() -> None:
    sealed = seal(PUBLIC, Purpose.NOTE, b"text", b"row 1")
    for private, purpose, context in (
        (PRIVATE, Purpose.NOTE_DRAFT, b"row 1"),
        (PRIVATE, Purpose.NOTE, b"row 2"),
        (X25519PrivateKey.generate(), Purpose.NOTE, b"row 1"),
    ):
        with pytest.raises(VaultError, match=r"vault\.not_for_you"):
            unseal(private, purpose, sealed, context)


@given(place=st.integers(0, 10_000), payload=st.binary(min_size=1, max_size=50))
def test_a_changed_byte_opens_nothing(place: int, payload: bytes) -> None:
    key = new_key()
    for sealed, attempt in (
        (bytearray(seal(PUBLIC, Purpose.NOTE, payload)), lambda box: unseal(PRIVATE, Purpose.NOTE, box)),
        (bytearray(lock_bytes(key, payload)), lambda box: unlock_bytes(key, box)),
    ):
        sealed[place % len(sealed)] ^= 1
        with pytest.raises(VaultError):
            attempt(bytes(sealed))


@given(st.binary(max_size=60))
def test_any_bytes_are_refused_in_words(box: bytes) -> None:
    for attempt in (lambda: unseal(PRIVATE, Purpose.NOTE, box), lambda: unlock_bytes(bytes(32), box)):
        with pytest.raises(VaultError):
            attempt()


def test_derived_keys_differ_by_use() -> None:
    root = new_key()
    assert len({root, derived_key(root, "a"), derived_key(root, "b"), derived_key(new_key(), "a")}) == 4
