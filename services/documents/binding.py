"""Many finished papers in one file; what does it is loaded with the first such file."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.documents.typesetting.binding import Binder


def open_binder(path: Path, title: str) -> "Binder":
    """A new file at `path`, called `title` in its description. Raises `OSError` where nothing can be written."""
    from services.documents.typesetting.binding import Binder

    return Binder(path, title)
