"""Tables (SQLAlchemy 2 typed mappings), the enums that drive logic, the engine and its migrations.

Importing `models` loads every table into `models.base.Base.metadata`.
"""

from models import (
    agreement,
    case,
    downtime,
    follow_up,
    handover,
    inquiry,
    letter,
    note,
    paper_look,
    person,
    referral_out,
    safety,
    search,
    unit,
    waiting,
    work,
    working_time,
)

__all__ = [
    "agreement",
    "case",
    "downtime",
    "follow_up",
    "handover",
    "inquiry",
    "letter",
    "note",
    "paper_look",
    "person",
    "referral_out",
    "safety",
    "search",
    "unit",
    "waiting",
    "work",
    "working_time",
]
