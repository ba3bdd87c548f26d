"""Journeys run in Persian, from right to left, like every ui test."""

from pathlib import Path

import pytest

from tests.demo_folder import demo_copy
from tests.ui.conftest import _nothing_left, dressed

__all__ = ["_nothing_left", "dressed"]


@pytest.fixture
def precinct_folder(tmp_path: Path) -> Path:
    """A made-up precinct of one's own."""
    return demo_copy(tmp_path / "precinct")
