"""Stored entries as screens see them."""

from models.case import Advice, NightEntry
from models.unit import Staff
from services.actor import Actor, Right
from services.catalogue import say
from services.codes import CodeReader
from services.quick_entries.shapes import AdviceRow, NightRow
from services.unit_of_work import Tx


def advice_row(tx: Tx, lists: CodeReader, advice: Advice) -> AdviceRow:
    """Name and telephone only for who may read identities."""
    staff = tx.session.get(Staff, advice.staff_id)
    named = tx.actor.may(Right.IDENTITIES)
    return AdviceRow(
        id=advice.id,
        version=advice.version,
        day=advice.day,
        topic=advice.topic,
        topic_label=lists.label("advice_topic", advice.topic),
        group=str(lists.does("advice_topic", advice.topic, "group") or ""),
        minutes=advice.minutes,
        result=advice.result,
        result_label=lists.label("advice_result", advice.result),
        opens_file=bool(lists.does("advice_result", advice.result, "opens_file")),
        is_danger=advice.is_danger,
        name=advice.name if named else "",
        phone=advice.phone if named else "",
        note=advice.note,
        staff_name=staff.full_name if staff is not None else "",
        case_id=advice.case_id,
        may_correct=advice.case_id is None and owns(tx.actor, advice),
    )


def owns(actor: Actor, advice: Advice) -> bool:
    """Who may correct it: whoever gave it, and the head."""
    return actor.staff_id == advice.staff_id or actor.may(Right.CASE_VOID)


def reads_whole(actor: Actor) -> bool:
    """Whether what happened at night is for this actor: intake and scheduling need no more than whom to call."""
    return actor.may(Right.SAFETY_READ)


def night_row(actor: Actor, lists: CodeReader, entry: NightEntry) -> NightRow:
    """The entry as this actor may read it, with what was done in words."""
    if not reads_whole(actor):
        return _short_night_row(entry)
    labels = [lists.label("danger_action", code) for code in entry.actions.split(",") if code]
    done = [*labels, entry.done_what] if entry.done_what else labels
    return NightRow(
        id=entry.id,
        version=entry.version,
        happened_at=entry.happened_at,
        names=entry.names,
        safe_phone=entry.safe_phone,
        line=entry.line,
        is_danger_now=entry.is_danger_now,
        done=say("quick_entries.joined").join(done),
        done_at=entry.done_at,
        officer=entry.officer,
    )


def _short_night_row(entry: NightEntry) -> NightRow:
    is_for_worker = entry.is_danger_now
    return NightRow(
        id=entry.id,
        version=entry.version,
        happened_at=entry.happened_at,
        names="" if is_for_worker else entry.names,
        safe_phone="" if is_for_worker else entry.safe_phone,
        line="",
        is_danger_now=False,
        done="",
        done_at=None,
        officer=entry.officer,
        is_whole=False,
        is_for_worker=is_for_worker,
    )
