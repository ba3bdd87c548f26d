"""A made-up precinct: twelve months of a busy unit, so that every screen has something true-to-life to show (P-44).

The same day and seed give the same people and files. It is built through the services themselves, with a clock that
walks through the year, so nothing in it could not have been typed.
"""

from services.demo.year import PASSWORD, make_demo

__all__ = ["PASSWORD", "make_demo"]
