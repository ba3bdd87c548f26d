"""The number of a letter as the unit writes it (domain.md §2.9): `1112/4/37`; the confidential book adds a mark."""

from services.numbering import CONFIDENTIAL_BOOK, NORMAL_BOOK, letter_number

__all__ = ["CONFIDENTIAL_BOOK", "NORMAL_BOOK", "letter_number"]
