"""What every file of the play shares, and what is known of one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from services.actor import Actor
from services.cases.shapes import PartyRow
from services.container import Services
from services.demo.cast import Cast, Dispute
from services.demo.diary import Diary
from services.demo.stock import Stock
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError

T = TypeVar("T")


@dataclass
class Play:
    """What every file of the play shares. `scan` are the bytes of a scanned sheet."""

    services: Services
    stock: Stock
    cast: Cast
    diary: Diary
    desk: Actor
    counsellors: dict[UUID, Actor]
    rooms: dict[UUID, UUID]
    second_room: UUID
    scan: bytes


@dataclass
class Matter:
    """One file of the play. `phones`: who agreed to be called; `has_marks`: somebody spoke of danger;
    `owes_reply`: an authority waits; `sat_together`: in the last session."""

    play: Play
    dispute: Dispute
    worker: Actor
    case_id: UUID = field(init=False)
    sides: tuple[PartyRow, ...] = field(init=False)
    phones: set[UUID] = field(default_factory=set)
    has_marks: bool = False
    owes_reply: bool = False
    sat_together: bool = False

    @property
    def services(self) -> Services:
        return self.play.services

    @property
    def stock(self) -> Stock:
        return self.play.stock

    def is_family(self) -> bool:
        """Whether the matter is one of a family."""
        codes = self.services.codes
        category = codes.get(self.worker, "case_category", self.dispute.draft.primary_category)
        return bool(category.does("group") == "family")

    def at(self, moment: datetime, event: Callable[[datetime], None]) -> None:
        """Let something happen to the file, on a day on which the unit works."""
        self.play.diary.at(self.play.diary.next_work(moment), event)


def if_allowed(act: Callable[[], T]) -> T | None:
    """What a rule refuses on that day, or keeps from that person, stays undone, as people leave it; None then."""
    try:
        return act()
    except (InvalidError, InvalidDraft, NotAllowedError, NotFoundError):
        return None
