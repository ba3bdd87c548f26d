"""Marks in the key file that only the data key can make: nobody without it can slip a slot or a public key in."""

import hmac
from dataclasses import replace
from uuid import UUID

from services.vault.errors import VaultError
from services.vault.key_file import KeyFile, Slot, canonical, header_body, slot_body
from services.vault.sealing import Purpose, derived_key


def mark(keys: KeyFile, data_key: bytes) -> KeyFile:
    """The state with the header and every slot marked. Only for states whose slots are known to be right."""
    header = replace(keys, mac=_header_mac(keys, data_key))
    return replace(header, slots=tuple(_marked(slot, keys, data_key) for slot in keys.slots))


def check(keys: KeyFile, data_key: bytes, *, only: UUID | None = None) -> None:
    """`VaultError` ("vault.keys_altered", values: names) when a mark is wrong; `only` looks at one user's slot."""
    slots = [slot for slot in keys.slots if only is None or slot.staff_id == only]
    strange = [slot.username for slot in slots if not hmac.compare_digest(slot.mac, _slot_mac(slot, keys, data_key))]
    if strange or not hmac.compare_digest(keys.mac, _header_mac(keys, data_key)):
        raise VaultError("vault.keys_altered", names=", ".join(strange) or "-")


def bytes_mac(data_key: bytes, use: str, content: bytes) -> bytes:
    """A mark over any bytes, by the same key."""
    return hmac.digest(derived_key(data_key, f"mark/{use}"), content, "sha256")


def _marked(slot: Slot, keys: KeyFile, data_key: bytes) -> Slot:
    return replace(slot, mac=_slot_mac(slot, keys, data_key))


def _slot_mac(slot: Slot, keys: KeyFile, data_key: bytes) -> bytes:
    body = {
        "installation_id": str(keys.installation_id),
        "data_key": keys.current(Purpose.DATA).key_id,
        "slot": slot_body(slot),
    }
    return bytes_mac(data_key, "slot", canonical(body))


def _header_mac(keys: KeyFile, data_key: bytes) -> bytes:
    return bytes_mac(data_key, "header", canonical(header_body(keys)))
