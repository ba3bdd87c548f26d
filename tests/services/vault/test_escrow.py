import pickle

import pytest

from services.vault.errors import VaultError
from services.vault.escrow import new_escrow, open_escrow
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import Purpose
from tests.services.vault.house import House


def test_two_open_what_neither_opens_alone(house: House) -> None:
    head, guest = house.head, house.as_guest()
    escrow = new_escrow(head.public_key, guest.public_key)
    sealed = head.seal_for([escrow.public_key], Purpose.NOTE, b"note", b"row")[0]
    assert open_escrow(escrow, head, guest).unwrap(Purpose.NOTE, sealed, b"row") == b"note"
    for first, second in ((head, head), (guest, guest), (guest, head)):
        with pytest.raises(VaultError, match=r"vault\.not_for_you"):
            open_escrow(escrow, first, second)
    with pytest.raises(VaultError, match=r"vault\.not_for_you"):
        head.unwrap(Purpose.NOTE, sealed, b"row")


def test_a_sheet_can_be_the_second_holder(house: House) -> None:
    sheet = RecoveryCode.generate()
    escrow = new_escrow(house.head.public_key, sheet.public_key)
    opened = open_escrow(escrow, house.head, RecoveryCode.parse(sheet.text))
    assert opened.public_key == escrow.public_key
    with pytest.raises(TypeError):
        pickle.dumps(opened)


def test_one_person_does_not_hold_both(house: House) -> None:
    with pytest.raises(ValueError, match="both halves"):
        new_escrow(house.head.public_key, house.head.public_key)
