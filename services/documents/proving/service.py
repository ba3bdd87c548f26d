"""The use-cases around the proof of papers: keys, lists of void papers, the page for courts."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from models.unit import Staff as StaffModel
from services.actor import Actor, Right
from services.changes import Done
from services.clock import local
from services.data_folder import read_front
from services.documents.proving.signer import PaperSigner
from services.errors import AppError, InvalidError
from services.staff import Staff
from services.staff.rights import rights_of
from services.unit_of_work import UnitOfWork
from services.vault import accounts
from services.vault.sealing import Purpose


@dataclass(frozen=True, slots=True)
class KeyState:
    """The unit's present key and its earlier ones, oldest first; `other_units` whose cards were taken in.

    `last_days` are those of the earlier ones, None where none was kept. `may_sign`: whether whoever asks holds the
    present key; without it their papers carry no proof. `list_on` is the day of the signed list of void papers in the
    folder.
    """

    key_id: str
    earlier: tuple[str, ...]
    may_sign: bool
    other_units: tuple[str, ...]
    list_on: date | None
    last_days: tuple[date | None, ...] = ()


class Proofs:
    """Keys and lists of one open folder. Checking itself needs nobody: `proving.without_sign_in`."""

    def __init__(self, uow: UnitOfWork, staff: Staff, folder: Path) -> None:
        self._uow = uow
        self._staff = staff
        self._folder = folder

    def signer(self, actor: Actor) -> PaperSigner | None:
        """The unit's signing key in the actor's hands; None for who holds none."""
        keys = self._staff.keys_of(actor)
        return keys if Purpose.SIGNING in keys.purposes else None

    def state(self, actor: Actor) -> KeyState:
        """Which keys there are."""
        from .known_keys import known_keys, own_keys
        from .revocations import known_lists

        actor.require(Right.SETTINGS_MANAGE)
        own, known = own_keys(self._folder), known_keys(self._folder)
        mine = {key.unit_id for key in own}
        others = dict.fromkeys(key.unit for key in known if key.unit_id not in mine)
        days = [one.made_on for one in known_lists(self._folder, own)]
        ids = [key.key_id for key in own]
        return KeyState(
            ids[-1],
            tuple(ids[:-1]),
            self.signer(actor) is not None,
            tuple(others),
            max(days, default=None),
            tuple(key.ends_on for key in own[:-1]),
        )

    def key_card(self, actor: Actor) -> bytes:
        """The file by which other units and courts with Sazesh learn the unit's public keys."""
        from .known_keys import key_card, own_keys

        actor.require(Right.SETTINGS_MANAGE)
        return key_card(own_keys(self._folder))

    def court_page(self, actor: Actor) -> bytes:
        """One HTML file that checks papers anywhere, without a network; it holds the keys, and what is void by today.

        The list in the folder is made anew first, where the actor can sign it.
        """
        from .court_page import court_page
        from .known_keys import own_keys
        from .revocations import known_lists

        self.publish(actor, Right.SETTINGS_MANAGE)
        keys = own_keys(self._folder)
        unit = read_front(self._folder).unit_name
        today = local(self._uow.clock.now()).date()
        return court_page(unit, keys, known_lists(self._folder, keys), today)

    def void_list(self, actor: Actor) -> bytes:
        """The signed list of void papers as of today, for whoever checks our papers.

        `InvalidError` "documents.proof_errors.no_key" for who holds no signing key.
        """
        content = self.publish(actor, Right.SETTINGS_MANAGE)
        if content is None:
            raise InvalidError("documents.proof_errors.no_key")
        return content

    def publish(self, actor: Actor, *rights: Right) -> bytes | None:
        """Make the list in the folder anew, so that who checks without signing in knows; None without a key.

        It is derived from the book: a list that can't be stored now is stored with the next void paper.
        """
        from .book import void_papers
        from .known_keys import own_keys
        from .revocations import keep_list, signed_list

        signer, keys = self.signer(actor), own_keys(self._folder)
        if signer is None or not keys:
            return None
        with self._uow.read(actor, *rights) as tx:
            made = void_papers(tx, keys[-1].unit_id)
        content = signed_list(made, signer)
        with suppress(AppError, OSError):
            keep_list(self._folder, content, keys)
        return content

    def renew_key(self, actor: Actor) -> Done[str]:
        """A new signing key for all who may issue, its id; papers signed by the earlier ones can still be checked.

        It signs from everybody's next sign-in on; papers that an earlier one signs after tomorrow are told apart by
        whoever checks. Also the way back to signing where nobody holds the key any more.
        """
        keys = self._staff.keys_of(actor)
        with self._uow.write(actor, Right.STAFF_MANAGE) as tx:
            rows = tx.session.execute(
                select(StaffModel.id, StaffModel.role).where(
                    StaffModel.unit_id == actor.unit_id, StaffModel.is_active.is_(True)
                )
            )
            wanted = (Right.DOCUMENT_ISSUE, Right.STAFF_MANAGE)
            issuers = [row.id for row in rows if rights_of(row.role).intersection(wanted)]
            tx.record("proof.renew_key", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
            # whoever is signed in goes on signing until the next sign-in, at most a shift
            ends_on = tx.today + timedelta(days=1)
            return tx.done(accounts.renew_signing_key(self._folder, keys, issuers, ends_on=ends_on))

    def take_key_card(self, actor: Actor, content: bytes) -> Done[tuple[str, ...]]:
        """Trust the keys of another unit's card; the names of its units. Compare the key ids by telephone."""
        from .known_keys import take_in

        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            tx.record("proof.take_key_card", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
            keys = take_in(self._folder, content)
            return tx.done(tuple(dict.fromkeys(key.unit for key in keys)))

    def take_list(self, actor: Actor, content: bytes) -> Done[date]:
        """Take in another unit's signed list of void papers; its day."""
        from .known_keys import known_keys
        from .revocations import keep_list

        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            tx.record("proof.take_list", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
            return tx.done(keep_list(self._folder, content, known_keys(self._folder)).made_on)
