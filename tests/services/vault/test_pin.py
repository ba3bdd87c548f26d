import pickle
from datetime import timedelta

import pytest

from services.vault.accounts import remove_user, reset_password, set_end
from services.vault.errors import PinError, VaultError
from services.vault.pin import PinLock, set_pin
from services.vault.rotation import rotate_data_key
from tests.services.vault.house import FAST, NOW, House

HOUR = timedelta(hours=1)


class Machine:
    """Time as the machine ran."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def _lock(house: House, machine: Machine | None = None) -> PinLock:
    return set_pin(house.as_guest(), "۱۲۳۴۵۶", NOW, cost=FAST, monotonic=machine or Machine())


def _refused(lock: PinLock, pin: str = "000000") -> PinError:
    with pytest.raises(PinError) as caught:
        lock.open(pin, NOW)
    return caught.value


@pytest.mark.parametrize("typed", ["123456", "۱۲۳۴۵۶", "١٢٣٤٥٦", " 123456 "])
def test_six_digits_of_any_script_bring_the_keys_back(house: House, typed: str) -> None:
    lock = _lock(house)
    again = lock.open(typed, NOW)
    assert (again.staff_id, again.data_key_hex) == (house.guest_id, house.head.data_key_hex)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "۱۲۳۴ ۵", "½½½½½½"])
def test_another_shape_is_no_pin_and_no_error(house: House, typed: str) -> None:
    with pytest.raises(VaultError, match=r"vault\.pin_six_digits"):
        set_pin(house.head, typed, NOW, cost=FAST)
    lock = _lock(house)
    for _ in range(6):
        with pytest.raises(VaultError, match=r"vault\.pin_six_digits"):
            lock.open(typed, NOW)
    assert lock.open("123456", NOW)


def test_five_errors_end_it(house: House) -> None:
    lock = _lock(house)
    lefts = [_refused(lock).values.get("left") for _ in range(4)]
    assert lefts == [4, 3, 2, 1]
    assert _refused(lock).key == "vault.pin_spent"
    assert _refused(lock, "123456").key == "vault.pin_spent"
    assert lock.is_spent(NOW)


def test_errors_count_in_a_row(house: House) -> None:
    lock = _lock(house)
    for _ in range(3):
        for _ in range(4):
            _refused(lock)
        assert lock.open("123456", NOW)


def test_eight_hours_end_it(house: House) -> None:
    lock = _lock(house)
    assert lock.open("123456", NOW + 8 * HOUR - timedelta(seconds=1))
    assert [lock.is_spent(NOW + time) for time in (timedelta(), 8 * HOUR)] == [False, True]
    with pytest.raises(PinError, match=r"vault\.pin_spent"):
        lock.open("123456", NOW + 8 * HOUR)
    assert _refused(lock, "123456").key == "vault.pin_spent", "for good, though the clock is set back"


def test_a_clock_set_back_does_not_lengthen_it(house: House) -> None:
    machine = Machine()
    lock = _lock(house, machine)
    machine.seconds = 8 * 3600
    with pytest.raises(PinError, match=r"vault\.pin_spent"):
        lock.open("123456", NOW - 100 * HOUR)


def test_an_ended_account_has_no_pin(house: House) -> None:
    removed, ended = _lock(house), _lock(house)
    set_end(house.folder, house.head, house.guest_id, NOW)
    assert _refused(ended, "123456").key == "vault.pin_spent"
    remove_user(house.folder, house.guest_id)
    assert _refused(removed, "123456").key == "vault.pin_spent"


def test_a_new_password_from_the_head_ends_it(house: House) -> None:
    """The keys behind it are no longer those of the account."""
    lock = _lock(house)
    reset_password(house.folder, house.head, house.guest_id, "تازه ۵۶", argon=FAST)
    assert _refused(lock, "123456").key == "vault.pin_spent"


def test_it_outlives_a_change_of_the_data_key(house: House) -> None:
    lock = _lock(house)
    new = rotate_data_key(house.folder, house.head)
    assert lock.open("123456", NOW).data_key_hex == new.data_key_hex


def test_it_is_thrown_away_at_the_end_of_a_shift(house: House) -> None:
    lock = _lock(house)
    lock.discard()
    assert _refused(lock, "123456").key == "vault.pin_spent"


def test_it_stays_in_memory(house: House) -> None:
    before = {path: path.read_bytes() for path in house.folder.iterdir()}
    lock = _lock(house)
    lock.open("123456", NOW)
    assert {path: path.read_bytes() for path in house.folder.iterdir()} == before
    assert repr(lock) == "PinLock(…)"
    with pytest.raises(TypeError):
        pickle.dumps(lock)
