"""The door to the typesetting: a paper becomes a PDF."""

from dataclasses import dataclass

from services.catalogue import say

from .blocks import Paper
from .watching import Watch


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF. `warnings` name characters that are drawn as a visible mark, in Persian sentences."""

    content: bytes
    pages: int
    warnings: tuple[str, ...]


def render_paper(paper: Paper, watch: Watch | None = None) -> Rendered:
    """Set the paper. Equal papers give equal bytes, whenever and wherever they are set.

    `watch` hears how far a long one is, and may end it with `StoppedError`.
    """
    from .typesetting.pages import set_paper

    done = set_paper(paper, watch)
    warnings = tuple(say("documents.unknown_character", letter=letter) for letter in done.unknown)
    return Rendered(done.content, done.pages, warnings)


def render(paper: Paper) -> bytes:
    """The bytes alone."""
    return render_paper(paper).content
