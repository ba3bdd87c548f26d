"""Hits in groups, as the rows of the list under the search box."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.search import Hit
from ui.widgets.row_paint import Row

_GROUPS = {
    "person": (QT_TRANSLATE_NOOP("SearchRows", "Persons"), "account-outline"),
    "case": (QT_TRANSLATE_NOOP("SearchRows", "Files"), "folder-outline"),
    "letter": (QT_TRANSLATE_NOOP("SearchRows", "Letters"), "email-outline"),
}


def rows_of(hits: Sequence[Hit]) -> list[tuple[str, Row]]:
    """(group, row): the group with the surest hit first, the hits of a group in their order."""
    order: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: hit.tier):
        order.setdefault(hit.noun, []).append(hit)
    return [(_heading(noun), _row(hit)) for noun, group in order.items() for hit in group]


def _heading(noun: str) -> str:
    return QCoreApplication.translate("SearchRows", str(_GROUPS[noun][0]))


def _row(hit: Hit) -> Row:
    return Row(hit.id, hit.title, hit.quiet, hit.chip, "quiet", _GROUPS[hit.noun][1])
