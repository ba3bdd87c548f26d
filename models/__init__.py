"""Tables (SQLAlchemy 2 typed mappings), the enums that drive logic, the engine and its migrations.

Importing `models` loads every table into `models.base.Base.metadata`.
"""

from models import case, letter, person, safety, search, unit, work

__all__ = ["case", "letter", "person", "safety", "search", "unit", "work"]
