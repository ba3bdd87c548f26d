"""The use-cases of the papers' look: the words of the head, emblem, font and the form of the numbers.

Issued papers keep theirs. The code of papers is loaded with the first use.
"""

from collections.abc import Iterable

from services.actor import Actor, Right
from services.changes import Done
from services.documents.installed_fonts import InstalledFont, installed_fonts
from services.documents.look_shapes import LookDetail, LookDraft, LookPreview
from services.unit_of_work import UnitOfWork


class PaperLooks:
    """The look of one unit's papers. Reading and changing need SETTINGS_MANAGE."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def get(self, actor: Actor) -> LookDetail:
        """What is stored."""
        from services.documents.look_editing import detail_of

        with self._uow.read(actor, Right.SETTINGS_MANAGE) as tx:
            return detail_of(tx)

    def preview(self, actor: Actor, draft: LookDraft) -> LookPreview:
        """A letter as it would be; refuses what `save` refuses."""
        from services.documents.look_editing import previewed

        with self._uow.read(actor, Right.SETTINGS_MANAGE) as tx:
            return previewed(tx, draft)

    def save(self, actor: Actor, draft: LookDraft, versions: tuple[int, int]) -> Done[LookDetail]:
        """For all papers to come. `InvalidError` with the name of the field for what can't be, among them a picture
        that can't be read and a font that may not be embedded or lacks letters; `StaleError` where others changed it.
        """
        from services.documents.look_editing import save

        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            return tx.done(save(tx, draft, versions))

    def fonts(self, folders: Iterable[str]) -> tuple[InstalledFont, ...]:
        """The fonts that lie in these folders of the machine; whether one can be used, `preview` says."""
        return installed_fonts(folders)
