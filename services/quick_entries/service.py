"""The use-cases of the quick entries."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import and_, exists, or_, select

from models.base import new_id
from models.case import Advice, CaseFile, NightEntry
from models.downtime import HandwrittenSheet
from models.enums import Side
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.cases.registering import register_case
from services.cases.rows import case_rows
from services.cases.shapes import CaseDraft, CaseRow, PartyDraft
from services.cases.status import OPEN, advance
from services.catalogue import say
from services.changes import Done
from services.codes import Codes
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError
from services.intake.registering import register_intake
from services.intake.shapes import IntakeDraft
from services.letters.access import readable_letter
from services.people.fields import Fields
from services.persian.text import display_form
from services.quick_entries.rows import advice_row, night_row, owns, reads_whole
from services.quick_entries.rules import clean_advice, clean_night, person_of
from services.quick_entries.shapes import AdviceDraft, AdviceRow, NightDraft, NightRow, PaperDraft
from services.typed import REASON, line
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to


class QuickEntries:
    """Advice without a file, night entries and open paper files of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    # --- advice (P-25) ------------------------------------------------------------------------------------------

    def add_advice(self, actor: Actor, draft: AdviceDraft) -> Done[AdviceRow]:
        """Store advice that was given; it is counted apart and never in a settlement rate."""
        with self._uow.write(actor, Right.ADVICE_WRITE) as tx:
            advice = self._store_advice(tx, draft)
            row = advice_row(tx, self._codes.of(actor), advice)
        return tx.done(row)

    def correct_advice(self, actor: Actor, advice_id: UUID, version: int, draft: AdviceDraft) -> Done[AdviceRow]:
        """What was typed wrongly, by whoever typed it or by the head; as long as it is no file."""
        with self._uow.write(actor, Right.ADVICE_WRITE) as tx:
            advice = self._no_file_yet(tx, advice_id, version)
            if not owns(actor, advice):
                raise NotAllowedError("quick_entries.not_yours")
            clean = self._clean(tx, draft)
            for name in ("topic", "result", "name", "phone", "note"):
                setattr(advice, name, getattr(clean, name))
            advice.day = clean.day or advice.day
            advice.minutes, advice.is_danger = clean.minutes or 0, bool(clean.is_danger)
            tx.session.flush()
            tx.record("advice.correct", "advice", advice.id)
            tx.changed("advice", advice.id)
            row = advice_row(tx, self._codes.of(actor), advice)
        return tx.done(row)

    def advice_between(
        self, actor: Actor, first: date, last: date, waiting_since: date | None = None
    ) -> tuple[AdviceRow, ...]:
        """The advice of these days, the latest first; what became a hidden file is hidden with it (P-6).

        `waiting_since`: also what was given before them from that day on, and still waits for its file or was given
        to somebody in danger.
        """
        with self._uow.read(actor, Right.ADVICE_WRITE) as tx:
            seen = or_(
                Advice.case_id.is_(None),
                exists(select(CaseFile.id).where(CaseFile.id == Advice.case_id, visible_to(actor))),
            )
            lists = self._codes.of(actor)
            wanted = Advice.day >= first
            if waiting_since is not None:
                results = self._codes.all(actor, "advice_result", with_inactive=True)
                opening = [code.code for code in results if code.does("opens_file")]
                waits = and_(Advice.case_id.is_(None), or_(Advice.is_danger, Advice.result.in_(opening)))
                wanted = or_(wanted, and_(Advice.day >= waiting_since, waits))
            rows = tx.session.scalars(
                select(Advice)
                .where(Advice.unit_id == actor.unit_id, Advice.day <= last, wanted, seen)
                .order_by(Advice.day.desc(), Advice.created_at.desc())
            )
            return tuple(advice_row(tx, lists, advice) for advice in rows)

    def file_from_advice(self, actor: Actor, advice_id: UUID, version: int, draft: IntakeDraft) -> Done[CaseRow]:
        """Register a file out of advice, in one transaction; the advice keeps its own row and names the file."""
        with self._uow.write(actor, Right.CASE_REGISTER, Right.ADVICE_WRITE) as tx:
            advice = self._no_file_yet(tx, advice_id, version)
            case = register_intake(tx, self._codes, draft)
            advice.case_id = case.id
            tx.record("advice.become_file", "advice", advice.id)
            tx.changed("advice", advice.id)
            return tx.done(case_rows(tx, self._codes, (case,))[0])

    # --- the night form (P-26) ----------------------------------------------------------------------------------

    def write_night(self, actor: Actor, draft: NightDraft) -> Done[None]:
        """Store a night entry. Whoever wrote it gets nothing back and can't read it afterwards."""
        with self._uow.write(actor, Right.NIGHT_WRITE) as tx:
            fields = Fields()
            clean = clean_night(draft, tx.now, self._codes.of(actor), fields)
            fields.refuse()
            entry = NightEntry(
                id=new_id(),
                happened_at=clean.happened_at or tx.now,
                names=clean.names,
                safe_phone=clean.safe_phone,
                line=clean.line,
                is_danger_now=bool(clean.is_danger_now),
                actions=",".join(clean.actions),
                done_what=clean.done_what,
                done_at=clean.done_at,
                officer=clean.officer or actor.name,
                staff_id=actor.staff_id,
                created_at=tx.now,
            )
            tx.add(entry)
            tx.session.flush()
            tx.record("night_entry.write", "night_entry", entry.id)
            tx.changed("night_entry", entry.id)
        return tx.done(None)

    def nights_to_complete(self, actor: Actor) -> tuple[NightRow, ...]:
        """What was written at night and waits for the morning: dangers first, then by the hour.

        Each row holds what the actor's role needs (`NightRow.is_whole`).
        """
        with self._uow.read(actor, Right.NIGHT_COMPLETE) as tx:
            rows = tx.session.scalars(
                select(NightEntry)
                .where(NightEntry.unit_id == actor.unit_id, NightEntry.completed_at.is_(None))
                .order_by(NightEntry.is_danger_now.desc(), NightEntry.happened_at, NightEntry.id)
            )
            lists = self._codes.of(actor)
            return tuple(night_row(actor, lists, entry) for entry in rows)

    def file_from_night(self, actor: Actor, entry_id: UUID, version: int, draft: IntakeDraft) -> Done[CaseRow]:
        """Register a file out of a night entry, in one transaction.

        Who may not read the officer's line hands it on unread: it becomes the file's own words.
        """
        with self._uow.write(actor, Right.CASE_REGISTER, Right.NIGHT_COMPLETE) as tx:
            entry = self._open_entry(tx, entry_id, version)
            if not reads_whole(actor):
                words = "\n".join(filter(None, (draft.case.own_words, entry.line)))
                draft = replace(draft, case=replace(draft.case, own_words=words))
            case = register_intake(tx, self._codes, draft)
            entry.case_id = case.id
            self._complete(tx, entry, say("quick_entries.became_file", case_no=case.case_no))
            return tx.done(case_rows(tx, self._codes, (case,))[0])

    def join_night(self, actor: Actor, entry_id: UUID, version: int, case_id: UUID) -> Done[None]:
        """The night entry belongs to a file that exists already."""
        with self._uow.write(actor, Right.NIGHT_COMPLETE) as tx:
            case: CaseFile = visible_case(tx, case_id)
            entry = self._open_entry(tx, entry_id, version)
            entry.case_id = case.id
            self._complete(tx, entry, say("quick_entries.joined_file", case_no=case.case_no))
            tx.changed("case", case.id)
        return tx.done(None)

    def advice_from_night(self, actor: Actor, entry_id: UUID, version: int, draft: AdviceDraft) -> Done[AdviceRow]:
        """The morning's talk was advice without a file."""
        with self._uow.write(actor, Right.NIGHT_COMPLETE, Right.ADVICE_WRITE) as tx:
            entry = self._open_entry(tx, entry_id, version)
            advice = self._store_advice(tx, draft)
            self._complete(tx, entry, say("quick_entries.became_advice"))
            row = advice_row(tx, self._codes.of(actor), advice)
        return tx.done(row)

    def close_night(self, actor: Actor, entry_id: UUID, version: int, words: str) -> Done[None]:
        """Nothing more is to be done; the words say why. Only for who read the whole entry."""
        clean = line("words", words, REASON, needed="quick_entries.words_needed")
        with self._uow.write(actor, Right.NIGHT_COMPLETE, Right.SAFETY_READ) as tx:
            entry = self._open_entry(tx, entry_id, version)
            self._complete(tx, entry, clean)
        return tx.done(None)

    # --- sheets of a day without the program (P-24) --------------------------------------------------------------

    def file_from_sheet(self, actor: Actor, letter_id: UUID, version: int, draft: IntakeDraft) -> Done[CaseRow]:
        """Register a file out of a handwritten sheet that stands in the book, in one transaction.

        The file is opened today and keeps the day on the sheet apart; the row of the book belongs to it from now on.
        """
        with self._uow.write(actor, Right.CASE_REGISTER, Right.LETTER_REGISTER) as tx:
            letter = readable_letter(tx, letter_id)
            sheet = tx.session.scalars(
                select(HandwrittenSheet).where(HandwrittenSheet.letter_id == letter.id)
            ).one_or_none()
            if sheet is None or sheet.happened_on is None:
                raise InvalidError("quick_entries.not_entered")
            tx.expect(sheet, version)
            if letter.case_id is not None:
                raise InvalidError("letters.has_file")
            case = register_intake(tx, self._codes, draft)
            case.happened_on, letter.case_id = sheet.happened_on, case.id
            tx.record("downtime.become_file", "letter", letter.id)
            tx.changed("letter", letter.id)
            return tx.done(case_rows(tx, self._codes, (case,))[0])

    # --- paper files (P-22) -------------------------------------------------------------------------------------

    def add_paper_file(self, actor: Actor, draft: PaperDraft) -> Done[CaseRow]:
        """An open paper file by its six fields. It keeps its old number, by which search finds it.

        Errors name the fields of the draft. Roles are the usual ones of the subject.
        """
        with self._uow.write(actor, Right.CASE_REGISTER) as tx:
            fields = Fields()
            self._check_paper(draft, fields)
            fields.refuse()
            try:
                case = register_case(tx, self._codes, self._case_of_paper(tx, draft))
            except AppError as error:
                raise _on_paper(error) from None
            advance(tx, case, draft.status)
            return tx.done(case_rows(tx, self._codes, (case,))[0])

    # --- private --------------------------------------------------------------------------------------------------

    @staticmethod
    def _no_file_yet(tx: Tx, advice_id: UUID, version: int) -> Advice:
        advice: Advice = tx.get(Advice, advice_id)
        if advice.case_id is not None:
            visible_case(tx, advice.case_id)
        tx.expect(advice, version)
        if advice.case_id is not None:
            raise InvalidError("quick_entries.is_a_file")
        return advice

    def _clean(self, tx: Tx, draft: AdviceDraft) -> AdviceDraft:
        fields = Fields()
        clean = clean_advice(draft, tx.today, self._codes.of(tx.actor), fields)
        fields.refuse()
        return clean

    def _store_advice(self, tx: Tx, draft: AdviceDraft) -> Advice:
        clean = self._clean(tx, draft)
        advice = Advice(
            id=new_id(),
            day=clean.day or tx.today,
            topic=clean.topic,
            minutes=clean.minutes or 0,
            result=clean.result,
            is_danger=bool(clean.is_danger),
            name=clean.name,
            phone=clean.phone,
            note=clean.note,
            staff_id=tx.actor.staff_id,
            created_at=tx.now,
        )
        tx.add(advice)
        tx.session.flush()
        tx.record("advice.add", "advice", advice.id)
        tx.changed("advice", advice.id)
        return advice

    @staticmethod
    def _open_entry(tx: Tx, entry_id: UUID, version: int) -> NightEntry:
        entry = tx.get(NightEntry, entry_id)
        tx.expect(entry, version)
        if entry.completed_at is not None:
            raise InvalidError("quick_entries.completed")
        if entry.is_danger_now and not reads_whole(tx.actor):
            raise NotAllowedError("quick_entries.for_worker")
        return entry

    @staticmethod
    def _complete(tx: Tx, entry: NightEntry, words: str) -> None:
        entry.completion = words
        entry.completed_at = tx.now
        entry.completed_by_id = tx.actor.staff_id
        tx.record("night_entry.complete", "night_entry", entry.id)
        tx.changed("night_entry", entry.id)

    @staticmethod
    def _check_paper(draft: PaperDraft, fields: Fields) -> None:
        for name, text in (("paper_case_no", draft.paper_case_no), ("side_a", draft.side_a)):
            if not display_form(text):
                fields.wrong(name, "errors.required")
        if draft.opened_on is None:
            fields.wrong("opened_on", "errors.required")
        if draft.status not in OPEN:
            fields.wrong("status", "quick_entries.open_only")

    def _case_of_paper(self, tx: Tx, draft: PaperDraft) -> CaseDraft:
        lists = self._codes.of(tx.actor)
        usual = list(lists.does("case_category", draft.category, "usual_roles") or ())
        general = lists.first("party_role", "group", "general")
        roles = (usual[0] if usual else general, usual[1] if len(usual) > 1 else "")
        other = roles[1] or str(lists.does("party_role", roles[0], "opposite") or general)
        sides = ((draft.side_a, roles[0], Side.A), (draft.side_b, other, Side.B))
        parties = tuple(
            PartyDraft(
                person=person_of(name),
                role=role,
                side=side,
                relation=str(lists.does("party_role", role, "relation") or ""),
                is_inviting=side is Side.A,
            )
            for name, role, side in sides
            if display_form(name)
        )
        return CaseDraft(
            primary_category=draft.category,
            parties=parties,
            opened_on=draft.opened_on,
            paper_case_no=draft.paper_case_no,
        )


_PAPER_FIELDS = {"parties.0": "side_a", "parties.1": "side_b", "primary_category": "category"}


def _on_paper(error: AppError) -> AppError:
    """The same error beside the field of the short form."""
    if isinstance(error, InvalidDraft):
        return InvalidDraft(errors=tuple(_on_paper(one) for one in error.errors))
    name = error.field or ""
    found = next((field for path, field in _PAPER_FIELDS.items() if name.startswith(path)), name)
    return type(error)(error.key, found or None, **error.values)
