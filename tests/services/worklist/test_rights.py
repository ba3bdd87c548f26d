"""To each role what it may know, and never a name, a reason or a hidden file (P-3, P-4, P-6, P-7, domain.md §2.7)."""

import dataclasses
from enum import Enum

import pytest

from services.actor import Right
from services.cases import Confidentiality
from services.errors import NotAllowedError
from services.staff.rights import ROLE_RIGHTS
from services.worklist import TaskKind, Whose
from services.worklist.gathering import FINDERS
from tests.services.worklist.due import Due

SECRET = ("زهرا", "کریمی", "رضا", "احمدی", "کودک در", "خشونت", "سلاح", "خودکشی", "خطر")


def words(value: object) -> list[str]:
    """Every text that a screen could show without a held key."""
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in words(one)]
    if dataclasses.is_dataclass(value):
        fields = [field.name for field in dataclasses.fields(value) if field.name not in ("words", "mark")]
        return [text for name in fields for text in words(getattr(value, name))]
    return []


@pytest.mark.parametrize("role", sorted(ROLE_RIGHTS))
def test_no_role_reads_a_name_or_a_reason(due: Due, role: str) -> None:
    due.one_of_each()
    actor = due.unit.actors[role]
    pages = [due.list(actor)]
    if actor.may(Right.CASE_READ_ALL):
        pages.append(due.list(actor, whose=Whose.UNIT))
    shown = " ".join(text for page in pages for text in words(page))
    shown += " ".join(one.words for one in due.worklist.pulse(actor).reminders)
    assert [word for word in SECRET if word in shown] == []


@pytest.mark.parametrize("role", sorted(ROLE_RIGHTS))
def test_each_kind_needs_its_right(due: Due, role: str) -> None:
    due.one_of_each()
    actor = due.unit.actors[role]
    whose = Whose.UNIT if actor.may(Right.CASE_READ_ALL) else Whose.MINE
    kinds = {row.task.kind for row in due.list(actor, whose=whose).rows}
    assert kinds <= {kind for kind, (right, _) in FINDERS.items() if actor.may(right)}
    assert bool(due.worklist.pulse(actor).clocks) is (actor.may(Right.SAFETY_READ) and actor.may(Right.CASE_READ_ALL))


@pytest.mark.parametrize("role", sorted(ROLE_RIGHTS))
def test_the_units_list_is_for_who_may_read_its_files(due: Due, role: str) -> None:
    actor = due.unit.actors[role]
    assert due.list(actor).shows_unit is actor.may(Right.CASE_READ_ALL)
    if not actor.may(Right.CASE_READ_ALL):
        with pytest.raises(NotAllowedError):
            due.list(actor, whose=Whose.UNIT)


def test_the_load_is_the_heads_alone(due: Due) -> None:
    due.worklist.load(due.unit.head)
    for role, actor in due.unit.actors.items():
        if role != "unit_head":
            with pytest.raises(NotAllowedError):
                due.worklist.load(actor)


@pytest.mark.parametrize("level", [Confidentiality.RESTRICTED, Confidentiality.STAFF_RELATIVE])
def test_a_hidden_file_leaves_no_trace(due: Due, level: Confidentiality) -> None:
    given = {"confidentiality": level, "responsible_id": due.worker.staff_id}
    case_id = due.referred(0.5, **given)
    due.asks_again(case_id)
    due.flag(case_id, "child_at_risk")
    due.flag(case_id, "weapon")
    due.danger(case_id)
    due.book(case_id, start=9 * 60 + 5, staff_ids=(due.worker.staff_id,))
    due.sent_on(case_id)
    assert {row.task.kind for row in due.list().rows} >= {TaskKind.REPLY, TaskKind.DANGER, TaskKind.CHILD_CLOCK}
    strangers = [actor for role, actor in due.unit.actors.items() if role not in ("unit_head", "counsellor")]
    for actor in strangers:
        whose = Whose.UNIT if actor.may(Right.CASE_READ_ALL) else Whose.MINE
        page, pulse = due.list(actor, whose=whose), due.worklist.pulse(actor)
        assert (page.rows, page.counts, pulse.clocks, pulse.reminders) == ((), (), (), ())


def test_a_voided_file_waits_for_nothing(due: Due) -> None:
    case_id = due.referred(-5)
    due.flag(case_id, "child_at_risk")
    due.cases.void(due.unit.head, case_id, due.detail(case_id).version, "اشتباه")
    page = due.list(due.unit.head, whose=Whose.UNIT)
    assert (page.rows, due.worklist.pulse(due.unit.head).clocks) == ((), ())
