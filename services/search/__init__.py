"""One search for everything, and the long lists of persons and cases."""

from services.finding import Tier
from services.search.lists import Lists
from services.search.service import Search
from services.search.shapes import CaseFilter, Hit, PersonListRow

__all__ = ["CaseFilter", "Hit", "Lists", "PersonListRow", "Search", "Tier"]
