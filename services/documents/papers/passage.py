"""A typed text of several paragraphs as blocks: a line is a paragraph, lines that begin with a dash are a list."""

from services.persian.digits import to_persian_text

from ..blocks import Block, Clauses, Paragraph

_DASHES = ("- ", "– ", "• ")


def passage(text: str) -> list[Block]:
    """Empty lines part nothing; digits become Persian."""
    blocks: list[Block] = []
    items: list[str] = []
    for line in [*(line.strip() for line in to_persian_text(text).splitlines()), ""]:
        if line.startswith(_DASHES):
            items.append(line[2:].strip())
            continue
        if items:
            blocks.append(Clauses(tuple(items), numbered=False))
            items = []
        if line:
            blocks.append(Paragraph(line))
    return blocks
