"""The danger pages that wait for completion, as the home page and the shift's lists read them."""

from services.actor import Actor, Right
from services.safety.danger import open_dangers
from services.safety.shapes import OpenDanger
from services.unit_of_work import UnitOfWork


def open_dangers_of(uow: UnitOfWork, actor: Actor) -> tuple[OpenDanger, ...]:
    with uow.read(actor, Right.SAFETY_READ) as tx:
        return open_dangers(tx)
