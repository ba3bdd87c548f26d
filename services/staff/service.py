"""Accounts and signing in. Nothing else in the program makes an `Actor`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update

from models.base import new_id
from models.unit import Staff as StaffModel
from services.actor import Actor, Right
from services.changes import Done
from services.clock import instant
from services.errors import InvalidError, NotAllowedError, refuse
from services.persian.collation import sort_key
from services.persian.text import display_form
from services.staff import front_sheet
from services.staff.rights import rights_of
from services.staff.rules import HEAD, errors_of, has_ended, password_errors, username_for
from services.staff.shapes import StaffDraft, StaffRow
from services.typed import REASON, line
from services.unit_of_work import Tx, UnitOfWork
from services.vault import accounts
from services.vault.argon import STRONG, ArgonCost
from services.vault.sealing import Purpose
from services.vault.unlocked import Unlocked


class Staff:
    """The accounts of one unit. `folder` is the data folder, in which the key file lies beside the database.

    The keys of those who are signed in stay in here, by session: an `Actor` is plain data and holds none.
    """

    def __init__(self, uow: UnitOfWork, folder: Path, unit_id: UUID, argon: ArgonCost = STRONG) -> None:
        self._uow = uow
        self._folder = folder
        self._unit_id = unit_id
        self._argon = argon
        self._keys: dict[UUID, Unlocked] = {}
        self._sessions: set[UUID] = set()

    # --- signing in -------------------------------------------------------------------------------------------

    def sign_in(self, unlocked: Unlocked) -> Done[Actor]:
        """The actor of whoever opened a key slot; recorded.

        `NotAllowedError` ("staff.ended") for an account that was ended, or whose last day of service has passed.
        """
        actor = self._nobody(unlocked.staff_id)
        if self._uow.refuses_writes:
            with self._uow.read_recorded(actor) as tx:
                signed_in = self._admit(tx, actor)
                tx.record("staff.sign_in", "staff", actor.staff_id)
            self._begin(actor, unlocked)
            return Done(signed_in, frozenset())
        with self._uow.write(actor) as tx:
            signed_in = self._admit(tx, actor)
            # a plain statement: signing in is no change of the account that an open form must reload
            tx.session.execute(
                update(StaffModel).where(StaffModel.id == actor.staff_id).values(last_signed_in_at=tx.now)
            )
            tx.record("staff.sign_in", "staff", actor.staff_id)
        self._begin(actor, unlocked)
        return tx.done(signed_in)

    def sign_out(self, actor: Actor) -> Done[None]:
        """Forget the keys of this session and record it; a second time changes nothing."""
        self._keys.pop(actor.session_id, None)
        if actor.session_id not in self._sessions:
            return Done(None, frozenset())
        self._sessions.discard(actor.session_id)
        with self._uow.read_recorded(actor) as tx:
            tx.record("staff.sign_out", "staff", actor.staff_id)
        return tx.done(None)

    def switch(self, leaving: Actor, unlocked: Unlocked) -> Done[Actor]:
        """Sign `leaving` out and whoever opened `unlocked` in. Nobody is signed out when the other is refused."""
        done = self.sign_in(unlocked)
        self.sign_out(leaving)
        return done

    def lock(self, actor: Actor) -> None:
        """Forget the keys of a session that is locked; `come_back` brings them again."""
        self._keys.pop(actor.session_id, None)  # not closed: a backup under way still needs them

    def come_back(self, actor: Actor, unlocked: Unlocked) -> Done[Actor]:
        """The same person after a lock, with the same session; recorded. Rights are read anew.

        `NotAllowedError` for another person's keys, or when the account ended meanwhile.
        """
        if unlocked.staff_id != actor.staff_id:
            raise NotAllowedError("errors.not_allowed")
        with self._uow.read_recorded(actor) as tx:
            back = self._admit(tx, actor)
            tx.record("staff.come_back", "staff", actor.staff_id)
        self._begin(actor, unlocked)
        return tx.done(back)

    def keys_of(self, actor: Actor) -> Unlocked:
        """The keys of a signed-in actor; `NotAllowedError` after signing out."""
        unlocked = self._keys.get(actor.session_id)
        if unlocked is None:
            raise NotAllowedError("staff.signed_out")
        return unlocked

    # --- who there is -----------------------------------------------------------------------------------------

    def list(self, actor: Actor, *, with_ended: bool = False) -> tuple[StaffRow, ...]:
        """The colleagues by name; names are no secret inside a unit, so everybody may ask."""
        with self._uow.read(actor) as tx:
            rows = [_row(staff, tx.today) for staff in _all(tx)]
        return tuple(row for row in rows if with_ended or row.is_active)

    def get(self, actor: Actor, staff_id: UUID) -> StaffRow:
        """One colleague, also an ended one: old files keep their names."""
        with self._uow.read(actor) as tx:
            return _row(tx.get(StaffModel, staff_id), tx.today)

    def holding_roles(self, actor: Actor, roles: Iterable[str]) -> tuple[StaffRow, ...]:
        """The active colleagues in one of `roles`."""
        wanted = frozenset(roles)
        return tuple(row for row in self.list(actor) if row.role in wanted)

    # --- accounts ---------------------------------------------------------------------------------------------

    def add(self, actor: Actor, draft: StaffDraft, password: str) -> Done[StaffRow]:
        """A new account with its first password, which its owner changes after signing in."""
        keys = self.keys_of(actor)
        with self._uow.write(actor, Right.STAFF_MANAGE) as tx:
            refuse(errors_of(draft, tx.today) + password_errors(password))
            staff = add_staff(tx, draft)
            add_key(self._folder, keys, staff, password, self._argon)
            tx.record("staff.add", "staff", staff.id)
            tx.changed("staff", staff.id)
            row = _row(staff, tx.today)
            self._write_front(tx)
        return tx.done(row)

    def edit(self, actor: Actor, staff_id: UUID, version: int, draft: StaffDraft) -> Done[StaffRow]:
        """Change name, role, rank and the rest; the last head keeps the role of a head."""
        keys = self.keys_of(actor)
        with self._uow.write(actor, Right.STAFF_MANAGE) as tx:
            refuse(errors_of(draft, tx.today))
            staff = tx.get(StaffModel, staff_id)
            tx.expect(staff, version)
            if staff.role == HEAD and draft.role != HEAD:
                _keep_one_head(tx, staff_id)
            role_changes = staff.role != draft.role
            end_changes = staff.service_end_on != draft.service_end_on
            _fill(staff, draft)
            if role_changes:
                accounts.rewrap_purposes(self._folder, keys, staff_id, _keys_for(draft.role, keys))
            if end_changes:
                accounts.set_end(self._folder, keys, staff_id, _end_of(draft.service_end_on))
            tx.record("staff.edit", "staff", staff_id)
            tx.changed("staff", staff_id)
            tx.session.flush()
            row = _row(staff, tx.today)
            self._write_front(tx)
        return tx.done(row)

    def end(self, actor: Actor, staff_id: UUID, version: int, reason: str) -> Done[StaffRow]:
        """End an account at once: its key slot goes, its name stays on everything it wrote."""
        clean = line("reason", reason, REASON, needed="errors.required")
        with self._uow.write(actor, Right.STAFF_MANAGE) as tx:
            staff = tx.get(StaffModel, staff_id)
            tx.expect(staff, version)
            if staff_id == actor.staff_id:
                raise InvalidError("staff.own_account")
            if staff.role == HEAD:
                _keep_one_head(tx, staff_id)
            staff.is_active = False
            tx.record("staff.end", "staff", staff_id, reason=clean)
            tx.changed("staff", staff_id)
            tx.session.flush()
            row = _row(staff, tx.today)
            self._write_front(tx)
        accounts.remove_user(self._folder, staff_id)
        return tx.done(row)

    def reset_password(self, actor: Actor, staff_id: UUID, password: str) -> Done[None]:
        """Give a colleague who forgot it a new first password. It does not open what is sealed to them alone."""
        keys = self.keys_of(actor)
        refuse(password_errors(password))
        with self._uow.write(actor, Right.STAFF_MANAGE) as tx:
            staff = tx.get(StaffModel, staff_id)
            if has_ended(staff.is_active, staff.service_end_on, tx.today):
                raise InvalidError("staff.ended")
            accounts.reset_password(self._folder, keys, staff_id, password, argon=self._argon)
            tx.record("staff.reset_password", "staff", staff_id)
        return tx.done(None)

    def change_password(self, actor: Actor, old: str, new: str) -> Done[None]:
        """Change one's own password; the old one is asked again."""
        refuse(password_errors(new, "new_password"))
        with self._uow.write(actor) as tx:
            staff = tx.get(StaffModel, actor.staff_id)
            keys = accounts.change_password(self._folder, staff.username, old, new, tx.now, argon=self._argon)
            tx.record("staff.change_password", "staff", staff.id)
        self._keys[actor.session_id] = keys
        return tx.done(None)

    # --- private ----------------------------------------------------------------------------------------------

    def _begin(self, actor: Actor, unlocked: Unlocked) -> None:
        self._keys[actor.session_id] = unlocked
        self._sessions.add(actor.session_id)

    def _nobody(self, staff_id: UUID) -> Actor:
        return Actor(staff_id, self._unit_id, new_id(), "", "", frozenset())

    @staticmethod
    def _admit(tx: Tx, actor: Actor) -> Actor:
        staff = tx.get(StaffModel, actor.staff_id)
        if has_ended(staff.is_active, staff.service_end_on, tx.today):
            raise NotAllowedError("staff.ended")
        return replace(actor, name=staff.full_name, role=staff.role, rights=rights_of(staff.role))

    def _write_front(self, tx: Tx) -> None:
        front_sheet.write_from(tx, self._folder)


def program_actor(unit_id: UUID, staff_id: UUID) -> Actor:
    """Who acts for the program itself while it opens a file: in the name of whoever's key opened it, no rights."""
    return Actor(staff_id, unit_id, new_id(), "", "", frozenset())


def add_staff(tx: Tx, draft: StaffDraft, staff_id: UUID | None = None) -> StaffModel:
    """Store an account in an open transaction; its key slot is the caller's affair."""
    taken = set(tx.session.scalars(select(StaffModel.username).where(StaffModel.unit_id == tx.actor.unit_id)))
    staff = StaffModel(username=username_for(draft, taken.__contains__), is_active=True)
    if staff_id is not None:
        staff.id = staff_id
    _fill(staff, draft)
    tx.add(staff)
    tx.session.flush()
    return staff


def add_key(folder: Path, granter: Unlocked, staff: StaffModel, password: str, argon: ArgonCost = STRONG) -> None:
    """A key slot for a stored account, with the keys of its role and its last day."""
    purposes = _keys_for(staff.role, granter)
    accounts.add_user(folder, granter, staff.id, staff.username, password, purposes, argon=argon)
    if staff.service_end_on is not None:
        accounts.set_end(folder, granter, staff.id, _end_of(staff.service_end_on))


def _keys_for(role: str, granter: Unlocked) -> frozenset[Purpose]:
    """Who manages accounts hands every key on; who issues papers signs them. Nobody gives what they do not hold."""
    rights = rights_of(role)
    wanted: set[Purpose] = set()
    if Right.STAFF_MANAGE in rights:
        wanted |= {Purpose.BACKUP, Purpose.SIGNING}
    if Right.DOCUMENT_ISSUE in rights:
        wanted.add(Purpose.SIGNING)
    return frozenset(wanted) & granter.purposes


def _end_of(last_day: date | None) -> datetime | None:
    """The instant at which the last day of service is over."""
    return None if last_day is None else instant(datetime.combine(last_day + timedelta(days=1), time()))


def _fill(staff: StaffModel, draft: StaffDraft) -> None:
    staff.full_name = display_form(draft.full_name)
    staff.role = draft.role
    staff.rank = draft.rank
    staff.title = display_form(draft.title)
    staff.sex = draft.sex
    staff.licence_no = display_form(draft.licence_no)
    staff.service_end_on = draft.service_end_on
    staff.may_sign = draft.may_sign


def _all(tx: Tx) -> list[StaffModel]:
    rows = tx.session.scalars(select(StaffModel).where(StaffModel.unit_id == tx.actor.unit_id)).all()
    return sorted(rows, key=lambda staff: sort_key(staff.full_name))


def _keep_one_head(tx: Tx, leaving: UUID) -> None:
    others = [s for s in _all(tx) if s.role == HEAD and s.id != leaving]
    if not any(not has_ended(s.is_active, s.service_end_on, tx.today) for s in others):
        raise InvalidError("staff.last_head", "role")


def _row(staff: StaffModel, today: date) -> StaffRow:
    return StaffRow(
        id=staff.id,
        username=staff.username,
        full_name=staff.full_name,
        rank=staff.rank,
        title=staff.title,
        role=staff.role,
        sex=staff.sex,
        licence_no=staff.licence_no,
        service_end_on=staff.service_end_on,
        may_sign=staff.may_sign,
        is_active=not has_ended(staff.is_active, staff.service_end_on, today),
        last_signed_in_at=staff.last_signed_in_at,
        version=staff.version,
    )
