"""What the unit holds of a client, for the client who asks (domain.md §5.1): own facts alone, nobody else's."""

from dataclasses import dataclass

from services.catalogue import say

from ..blocks import Block, KeyValues, Letterhead, Paper, Paragraph, SignatureRow, Table, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, framed, sign_off
from .parties import box

LETTER = "own_data"


@dataclass(frozen=True, slots=True)
class OwnDataContent:
    """Rows as they are printed. `files`: number, opened, role, status, closed. `papers`: title, number, day."""

    issue: Issue
    client: Identity
    identity: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, ...], ...]
    consents: tuple[tuple[str, ...], ...]
    papers: tuple[tuple[str, ...], ...]
    signer: Signer


def compose(content: OwnDataContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words = "documents.own"
    blocks: list[Block] = [Title(letter.title), *fill(letter.body, {"name": content.client.full_name})]
    blocks += [Title(say(f"{words}.identity"), level=2), KeyValues(content.identity, 2)]
    blocks.append(Title(say(f"{words}.contacts"), level=2))
    blocks.append(KeyValues(content.contacts) if content.contacts else _none())
    blocks += _table("files", ("number", "opened", "role", "status", "closed"), content.files)
    blocks += _table("consents", ("consent", "day"), content.consents)
    blocks += _table("papers", ("paper", "number", "day"), content.papers)
    blocks += [SignatureRow((box(say("documents.signs.client"), content.client),)), sign_off(content.signer)]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _table(name: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[Block]:
    title = Title(say(f"documents.own.{name}"), level=2)
    if not rows:
        return [title, _none()]
    return [title, Table(tuple(say(f"documents.own.{column}") for column in columns), rows)]


def _none() -> Paragraph:
    return Paragraph(say("documents.own.none"))
