"""Work that goes from one colleague to another: for an absence, for good, at the end of a shift (P-34)."""

from models.enums import HandoverKind, HandoverState
from services.handover.service import Handovers
from services.handover.shapes import (
    Given,
    HandoverDraft,
    HandoverRow,
    ItemDraft,
    ItemRow,
    PassedOn,
    Receiver,
    Work,
    WorkItem,
)
from services.handover.shift_service import Shifts
from services.handover.shift_shapes import ShiftDraft, ShiftLine, ShiftLists, ShiftRow, ShiftSection

__all__ = [
    "Given",
    "HandoverDraft",
    "HandoverKind",
    "HandoverRow",
    "HandoverState",
    "Handovers",
    "ItemDraft",
    "ItemRow",
    "PassedOn",
    "Receiver",
    "ShiftDraft",
    "ShiftLine",
    "ShiftLists",
    "ShiftRow",
    "ShiftSection",
    "Shifts",
    "Work",
    "WorkItem",
]
