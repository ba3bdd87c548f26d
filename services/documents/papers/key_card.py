"""The keys of the program on one page, to lie beside the keyboard (P-44); in practice the six tasks besides."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import Block, KeyValues, Paper, Title

_TASKS = ("register", "talk", "invite", "session", "outcome", "find")


@dataclass(frozen=True, slots=True)
class KeyCardContent:
    """`groups` are a heading each, and lines of what is done and its keys."""

    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    is_practice: bool = False


def compose(content: KeyCardContent) -> Paper:
    title = say("documents.keys.title")
    blocks: list[Block] = [Title(title)]
    for heading, lines in content.groups:
        blocks += [Title(heading, 2), KeyValues(lines, 2)]
    if content.is_practice:
        tasks = tuple((to_persian(at), say(f"documents.keys.task_{name}")) for at, name in enumerate(_TASKS, start=1))
        blocks += [Title(say("documents.keys.tasks"), 2), KeyValues(tasks, 2)]
    return Paper(
        title=title,
        blocks=tuple(blocks),
        marks=(say("documents.mark_practice"),) if content.is_practice else (),
        subject=title,
    )
