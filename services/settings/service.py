"""Reading and changing the unit's settings. A fact marked [OK] in domain.md is a setting, not a constant."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from models.unit import Setting
from services.actor import Actor, Right
from services.changes import Done
from services.errors import InvalidError
from services.unit_of_work import Tx, UnitOfWork


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting. `low` and `high` bound a whole number; the words for the screen are in the ui."""

    key: str
    default: int | bool | str
    low: int = 0
    high: int = 0


DECLARED: dict[str, Declared] = {
    declared.key: declared
    for declared in (
        Declared("screen_valid_days", 30, 1, 180),
        Declared("review_days_high", 7, 1, 30),
        Declared("review_days_low", 30, 1, 90),
        Declared("invitation_attempts", 3, 1, 10),
        Declared("apart_minutes", 30, 0, 240),
        Declared("session_minutes", 45, 10, 240),
        Declared("day_starts", 450, 0, 1439),
        Declared("day_ends", 840, 1, 1439),
        Declared("idle_minutes", 4, 1, 60),
        Declared("idle_minutes_desk", 2, 1, 60),
        Declared("idle_minutes_interview", 20, 1, 120),
        Declared("cover_seconds", 60, 15, 600),
        Declared("pin_hours", 8, 1, 8),
        Declared("child_clock_hours", 12, 1, 48),
        Declared("spouse_sees_code", False),
        # numbered by the precinct's registry, not from our own book (P-21)
        Declared("registry_invitation_letter", False),
        Declared("registry_attendance_certificate", False),
        Declared("registry_settlement_record", False),
        Declared("registry_non_settlement_record", False),
        Declared("registry_referral_reply", False),
        Declared("registry_absence_note", False),
        Declared("registry_internal_referral_slip", False),
        Declared("registry_social_work_report", False),
        Declared("registry_deadline_extension", False),
        Declared("registry_free_letter", False),
        Declared("registry_days", 3, 1, 30),
        Declared("registry_completion_certificate", False),
        Declared("registry_undertaking", False),
        Declared("registry_complaint_waiver", False),
        Declared("registry_welfare_referral", False),
        Declared("registry_service_referral", False),
        Declared("registry_local_inquiry_report", False),
        Declared("registry_monthly_statistics", False),
        # months after the outcome, 0 for none; of a hundred files so many are drawn (P-37)
        Declared("follow_up_first", 1, 0, 24),
        Declared("follow_up_second", 3, 0, 24),
        Declared("follow_up_third", 6, 0, 24),
        Declared("follow_up_percent", 100, 1, 100),
        Declared("follow_up_flag_days", 7, 1, 30),
        Declared("follow_up_tries", 2, 1, 5),
        Declared("return_months", 6, 1, 24),
        # days after which the list of what is due asks: a signed sheet, an answer of another body, a file at rest
        Declared("scan_days", 3, 1, 60),
        Declared("referral_out_days", 14, 1, 90),
        Declared("resting_days", 30, 7, 365),
    )
}


class Settings:
    """The settings of one unit."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def number(self, actor: Actor, key: str) -> int:
        """A whole-number setting. KeyError for one that is not declared."""
        with self._uow.read(actor) as tx:
            return number_in(tx, key)

    def all(self, actor: Actor) -> dict[str, int | bool | str]:
        """Every declared setting with its value or default."""
        with self._uow.read(actor) as tx:
            return {key: value_in(tx, key) for key in DECLARED}

    def set(self, actor: Actor, key: str, value: int | bool | str) -> Done[None]:
        """Change one setting; a number outside its bounds is an `InvalidError` that names them."""
        declared = DECLARED[key]
        if declared.high and not declared.low <= int(value) <= declared.high:
            raise InvalidError("errors.out_of_bounds", key, low=declared.low, high=declared.high)
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = _row(tx, key)
            if row is None:
                row = Setting(unit_id=actor.unit_id, key=key, value={})
                tx.session.add(row)
            row.value = {"value": value}
            tx.record("setting.set", "setting", reason=key)
            tx.changed("setting")
        return tx.done(None)


def value_in(tx: Tx, key: str) -> Any:
    """A setting's value inside an open transaction."""
    stored = tx.steady("settings", lambda: _stored(tx), (Setting,))
    return stored.get(key, DECLARED[key].default)


def number_in(tx: Tx, key: str) -> int:
    """A whole-number setting inside an open transaction."""
    return int(value_in(tx, key))


_STORED = select(Setting.key, Setting.value).where(
    Setting.unit_id == bindparam("of_unit"), Setting.key.in_(tuple(DECLARED))
)


def _stored(tx: Tx) -> dict[str, Any]:
    # other parts keep rows of their own shape beside the declared settings
    rows = tx.rows(_STORED, {"of_unit": tx.actor.unit_id})
    return {key: value["value"] for key, value in rows}


def _row(tx: Tx, key: str) -> Setting | None:
    return tx.session.scalars(
        select(Setting).where(Setting.unit_id == tx.actor.unit_id, Setting.key == key)
    ).one_or_none()
