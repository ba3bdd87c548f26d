"""The use-cases of letter texts: what the unit changes in the words of its papers, in versions.

A paper keeps the text it was issued with (its snapshot); a new version is for papers to come. The program's own texts
come with an update and never replace what the unit wrote (design.md §3). The code of papers is loaded with the first
use.
"""

from services.actor import Actor, Right
from services.changes import Done
from services.documents.letter_shapes import LetterDetail, LetterDraft, LetterPreview, LetterRow
from services.unit_of_work import UnitOfWork


class LetterTexts:
    """The letter texts of one unit. Reading and changing need SETTINGS_MANAGE."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def rows(self, actor: Actor) -> tuple[LetterRow, ...]:
        """Every text that can be edited, by paper."""
        from services.documents.letter_editing import rows_of

        with self._uow.read(actor, Right.SETTINGS_MANAGE) as tx:
            return rows_of(tx)

    def get(self, actor: Actor, letter: str) -> LetterDetail:
        """One text with its versions."""
        from services.documents.letter_editing import detail_of

        with self._uow.read(actor, Right.SETTINGS_MANAGE) as tx:
            return detail_of(tx, letter)

    def preview(self, actor: Actor, draft: LetterDraft) -> LetterPreview:
        """The paper with made-up content, as it would be with this text.

        Raises `TemplateError` with the line of `draft.body` and what is wrong there, `InvalidError` for other fields.
        """
        from services.documents.letter_editing import previewed, warnings_of
        from services.documents.render import render_paper

        with self._uow.read(actor, Right.SETTINGS_MANAGE) as tx:
            paper = previewed(tx, draft)
        rendered = render_paper(paper)
        return LetterPreview(paper.title, rendered.content, rendered.pages, (*warnings_of(draft), *rendered.warnings))

    def save(self, actor: Actor, draft: LetterDraft, number: int) -> Done[LetterDetail]:
        """A new version for all papers to come; `number` is the last one that was seen (`StaleError` otherwise).

        Refused as `preview` refuses; what is only warned of is stored.
        """
        from services.documents.letter_editing import save

        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            return tx.done(save(tx, draft, number))

    def restore(self, actor: Actor, letter: str, version: int, number: int) -> Done[LetterDetail]:
        """Go back to an earlier version, which becomes a new one; 0 is the text of the program as it is now."""
        from services.documents.letter_editing import restore

        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            return tx.done(restore(tx, letter, version, number))
