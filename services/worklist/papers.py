"""Papers that are not finished: without the registry's number, or signed and not scanned back (P-21, P-38)."""

from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, or_, select

from models.case import CaseFile
from models.enums import CaseStatus, DocumentState
from models.letter import Attachment, Document
from services.actor import Actor
from services.catalogue import say
from services.codes import Codes
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose

OPEN = tuple(status for status in CaseStatus if status not in (CaseStatus.CLOSED, CaseStatus.VOIDED))
"""Where a file is that somebody still works on; what stayed open at the closing was decided then."""


def registry_tasks(tx: Tx, _codes: Codes, scope: Scope) -> Found:
    """Papers that went out with dots for the number which the precinct's registry gives (P-21)."""
    rows = tx.rows(_unnumbered(tx.actor, scope.whose), {"many": scope.limit})
    return _found(tx, rows, TaskKind.REGISTRY, "registry", "registry_days")


def original_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Papers that people sign, of open files, whose signed sheet is neither scanned nor named by its place.

    Which kinds those are says the checklist of the closing (`closure_check`), so that both ask for the same.
    """
    checks = [
        row for row in codes.all(tx.actor, "closure_check", with_inactive=True) if row.does("check") == "original"
    ]
    signed = [kind for row in checks for kind in row.does("kinds") or ()]
    given = {"signed": signed, "many": scope.limit}
    rows = tx.rows(_unscanned(tx.actor, scope.whose), given)
    return _found(tx, rows, TaskKind.ORIGINAL, "original", "scan_days")


def _found(tx: Tx, rows: Any, kind: TaskKind, words: str, days: str) -> Found:
    late = tx.now - timedelta(days=number_in(tx, days))
    tasks = tuple(
        Task(
            kind,
            say(f"worklist.{words}", title=row.title),
            say("worklist.case_line", case_no=row.case_no),
            row.issued_at,
            row.issued_at < late,
            row.id,
            row.case_id,
            colleague=colleague_of(tx, row.responsible_id),
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


def _issued(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Document.id,
            Document.case_id,
            Document.title,
            Document.issued_at,
            CaseFile.case_no,
            CaseFile.responsible_id,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == Document.case_id)
        .where(
            Document.unit_id == actor.unit_id,
            Document.state == DocumentState.ISSUED,
            worked_by(actor, whose),
        )
        .order_by(Document.issued_at, Document.id)
        .limit(bindparam("many"))
    )


@lru_cache
def _unnumbered(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    return _issued(actor, whose).where(Document.awaits_registry.is_(True))


@lru_cache
def _unscanned(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    kinds: Any = bindparam("signed", expanding=True)
    scanned = exists(select(Attachment.id).where(Attachment.document_id == Document.id, Attachment.void_reason == ""))
    return _issued(actor, whose).where(
        CaseFile.status.in_(OPEN),
        Document.signed_sheet_place == "",
        or_(Document.agreement_id.is_not(None), Document.kind.in_(kinds)),
        ~scanned,
    )
