"""Letters of the office that belong to no file (`resources/demo/letters.toml`): entered, answered, given, spoilt."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.actor import Actor
from services.attachments import LetterScanDraft
from services.clock import local
from services.demo.diary import moment
from services.demo.inquiring import write_inquiry
from services.demo.play import Play
from services.letters import ActionDraft, ActionRow, LetterDirection, LetterDraft, LinkDraft
from services.persian.digits import to_ascii

_AT = 10 * 60
_AFTER = {"answers": "refers_to", "follows": "follows"}
_LATER = timedelta(minutes=20)


def plan_letters(play: Play, actors: Mapping[str, Actor], until: datetime, first: datetime) -> None:
    """Each on its day, if the play is that long."""
    entered: dict[str, UUID] = {}
    for row in play.stock.letters:
        at = moment(local(until).date() - timedelta(days=row["days_before"]), _AT)
        if at > first:
            play.diary.at(at, lambda now, row=row: _enter(play, actors, row, entered, now))  # type: ignore[misc]


def _enter(
    play: Play, actors: Mapping[str, Actor], row: Mapping[str, Any], entered: dict[str, UUID], now: datetime
) -> None:
    services, clerk = play.services, actors["clerk"]
    writer = actors["unit_head"] if "earlier_days" in row else clerk
    links = tuple(LinkDraft(kind, entered[row[name]]) for name, kind in _AFTER.items() if row.get(name) in entered)
    texts = {name: row[name] for name in ("summary", "channel", "receipt", "enclosures", "urgency") if name in row}
    draft = LetterDraft(
        LetterDirection(row["direction"]),
        row["kind"],
        correspondent=row["correspondent"],
        subject=row["subject"],
        their_number=to_ascii(row.get("their_number", "")),
        links=links,
        backdated_on=local(now).date() - timedelta(days=row["earlier_days"]) if "earlier_days" in row else None,
        backdated_reason=row.get("earlier_reason", ""),
        **texts,
    )
    letter = services.letters.register(writer, draft).value
    entered[row["key"]] = letter.id
    if row.get("is_scanned"):
        services.attachments.attach_to_letter(clerk, LetterScanDraft(letter.id, "incoming_letter", play.scan))
    if "void" in row:
        services.letters.void(actors["unit_head"], letter.id, letter.version, row["void"])
    if "inquiry" in row:
        write_inquiry(play, actors["social_worker"], letter, row["inquiry"])
    if "order" in row:
        _give(play, actors, row, letter.id, now)


def _give(play: Play, actors: Mapping[str, Actor], row: Mapping[str, Any], letter_id: UUID, now: datetime) -> None:
    letters, to = play.services.letters, actors[row["order_to"]]
    due = local(now).date() + timedelta(days=row["order_days"])
    action = letters.assign(actors["clerk"], ActionDraft(letter_id, to.staff_id, row["order"], due)).value
    if "done" in row:
        play.diary.at(now + _LATER, lambda _now: _finish(play, to, action, row["done"]))


def _finish(play: Play, to: Actor, action: ActionRow, word: str) -> None:
    play.services.letters.finish(to, action.id, action.version, word)
