"""What every test runs under: an offscreen Qt, compiled translations, and patience on a busy machine."""

import gc
import os

import pytest
from hypothesis import settings

from tests import compiled_once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LONG = ("test_every_page.py", "test_story.py", "test_bootstrap.py")

settings.register_profile("no_deadline", deadline=None)
settings.load_profile("no_deadline")
compiled_once.share()


@pytest.fixture(scope="session", autouse=True)
def _translations() -> None:
    from installers.translations import compile_stale

    compile_stale()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long walks first: two workers end together."""
    items.sort(key=lambda item: item.path.name not in _LONG)


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: Python's collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
