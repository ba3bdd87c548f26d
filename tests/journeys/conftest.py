"""Journeys run in Persian, from right to left, like every ui test."""

from tests.ui.conftest import dressed

__all__ = ["dressed"]
