"""Any text as a letter: every non-empty line is a paragraph of its own."""

from services.catalogue import say

from .blocks import Block, PageSize, Paper, Paragraph


def specimen_paper(text: str, *, title: str, small: bool = False) -> Paper:
    """Nothing of the text is read as markup; a file's line is a paragraph."""
    blocks: tuple[Block, ...] = tuple(Paragraph(line) for line in text.splitlines() if line.strip())
    return Paper(
        title=title,
        blocks=blocks,
        opening=say("documents.opening"),
        size=PageSize.A5 if small else PageSize.A4,
    )
