"""The use-cases of the downtime kit: printing blank sheets with reserved numbers, and entering what was written."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from models.downtime import HandwrittenSheet
from models.enums import LetterDirection, LetterState, PrintKind
from models.letter import Letter
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.catalogue import say
from services.changes import Done
from services.codes import CodeReader, Codes
from services.documents.downtime.shapes import EnteredSheet, HandwrittenDraft, KitForm, KitRequest, ReservedSheet
from services.documents.shapes import PrintJob
from services.errors import AppError, InvalidError, refuse
from services.letters.registering import CONFIDENTIAL, NORMAL, register_letter, words_of
from services.letters.shapes import LetterDraft
from services.persian.digits import to_persian
from services.persian.jalali import format_date, to_jalali
from services.persian.text import display_form
from services.typed import LINE, too_long
from services.unit_of_work import Tx, UnitOfWork, unit_row

if TYPE_CHECKING:
    from services.documents.blocks import Paper
    from services.documents.downtime.forms import Blank

MOST_SETS = 10
_WAITING = (
    select(HandwrittenSheet, Letter)
    .join(Letter, Letter.id == HandwrittenSheet.letter_id)
    .where(
        HandwrittenSheet.unit_id == bindparam("of_unit"),
        HandwrittenSheet.entered_at.is_(None),
        Letter.state == LetterState.REGISTERED,
    )
    .order_by(Letter.registered_at, Letter.book, Letter.serial)
)


class Downtime:
    """Blank forms of one unit for a day without the program (P-24).

    A number is reserved by a row in its book, drawn as every other (R-10): the book has no gap, an unused sheet is
    made void there.
    """

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def forms(self, actor: Actor) -> tuple[KitForm, ...]:
        """The forms that can be printed."""
        with self._uow.read(actor, Right.LETTER_REGISTER) as tx:
            return self._kit(tx)

    def print_kit(self, actor: Actor, request: KitRequest) -> Done[PrintJob]:
        """Reserve the numbers and give all sheets in one file; all or nothing.

        `InvalidError` beside `forms` or `sets` for an unknown form, for none, and for more than `MOST_SETS`.
        """
        from services.documents.render import render_paper
        from services.documents.typesetting.stamping import Stamp, stamp_sheets

        blanks = _blanks(request)
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            sheets = [(self._sheet(tx, blank), blank) for blank in blanks for _ in range(request.sets)]
            tx.record("downtime.print_kit", "unit", tx.actor.unit_id)
            tx.changed("letter")
            foot = Stamp(note=say("downtime.foot"))
            numbered = Stamp(note=say("downtime.foot_numbered", year=to_persian(to_jalali(tx.today)[0])))
            content = stamp_sheets(
                [(render_paper(paper).content, numbered if blank.document else foot) for paper, blank in sheets]
            )
            return tx.done(
                PrintJob(None, PrintKind.ORIGINAL, (), say("downtime.title"), content, say("downtime.file"))
            )

    def waiting(self, actor: Actor) -> tuple[ReservedSheet, ...]:
        """The sheets that are still blank, as far as the books know."""
        with self._uow.read(actor, Right.LETTER_REGISTER) as tx:
            rows = tx.session.execute(_WAITING, {"of_unit": tx.actor.unit_id})
            titles = {form.code: form.title for form in self._kit(tx)}
            return tuple(
                ReservedSheet(
                    letter.id,
                    letter.number,
                    sheet.form,
                    titles.get(sheet.form, ""),
                    sheet.reserved_at,
                    letter.year < to_jalali(tx.today)[0],
                )
                for sheet, letter in rows
            )

    def enter(self, actor: Actor, draft: HandwrittenDraft) -> Done[EnteredSheet]:
        """Enter what was written by hand under the number on the sheet, marked «by hand», with the day on the sheet
        apart from the day of entering. `InvalidDraft` beside the fields."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            sheet, letter = _waiting_sheet(tx, draft.letter_id)
            words, errors = _words(tx, draft)
            refuse(errors)
            assert draft.happened_on is not None  # refused otherwise
            if draft.case_id is not None:
                letter.case_id = visible_case(tx, draft.case_id).id
                tx.changed("case", letter.case_id)
            letter.correspondent = words[0]
            letter.subject = say("downtime.subject", subject=words[1], day=format_date(draft.happened_on))
            sheet.happened_on, sheet.entered_at, sheet.entered_by_id = draft.happened_on, tx.now, actor.staff_id
            letter.words = words_of(letter)
            tx.record("downtime.enter", "letter", letter.id)
            tx.changed("letter", letter.id)
            tx.session.flush()
            title = next((form.title for form in self._kit(tx) if form.code == sheet.form), "")
            entered = EnteredSheet(
                letter.id, sheet.version, letter.number, title, draft.happened_on, *words, letter.case_id
            )
            return tx.done(entered)

    def _kit(self, tx: Tx) -> tuple[KitForm, ...]:
        from services.documents.downtime.forms import kit_forms

        return kit_forms(self._codes.of(tx.actor))

    def _sheet(self, tx: Tx, blank: "Blank") -> "Paper":
        from services.documents.downtime.forms import sheet_of
        from services.documents.look import with_look
        from services.documents.own_letters import texts_of
        from services.documents.papers.issue import Issue
        from services.documents.unit_facts import letterhead_of

        lists = self._codes.of(tx.actor)
        kind = blank.kind(lists)
        letter = _reserve(tx, lists, blank, kind) if kind else None
        issue = Issue(
            tx.today,
            number=letter.number if letter else "",
            is_confidential=blank.is_confidential,
            is_practice=unit_row(tx).is_practice,
            is_numbered=bool(blank.document),
        )
        return with_look(tx, sheet_of(blank, issue, letterhead_of(tx), *texts_of(tx, (blank.letter,))))


def _blanks(request: KitRequest) -> "list[Blank]":
    from services.documents.downtime.forms import blank_of

    found = [blank for code in dict.fromkeys(request.forms) if (blank := blank_of(code)) is not None]
    errors: list[AppError] = []
    if not found or len(found) != len(set(request.forms)):
        errors.append(InvalidError("downtime.choose_form", "forms"))
    if not 1 <= request.sets <= MOST_SETS:
        errors.append(InvalidError("errors.out_of_bounds", "sets", low=1, high=MOST_SETS))
    refuse(errors)
    return found


def _reserve(tx: Tx, lists: CodeReader, blank: "Blank", kind: str) -> Letter:
    direction = LetterDirection(lists.does("letter_kind", kind, "direction"))
    draft = LetterDraft(
        direction,
        kind,
        correspondent=say("downtime.nobody_yet"),
        subject=say("downtime.reserved"),
        classification=CONFIDENTIAL if blank.is_confidential else NORMAL,
    )
    letter = register_letter(tx, lists, draft)
    tx.add(
        HandwrittenSheet(letter_id=letter.id, form=blank.code, reserved_at=tx.now, reserved_by_id=tx.actor.staff_id)
    )
    return letter


def _waiting_sheet(tx: Tx, letter_id: UUID) -> tuple[HandwrittenSheet, Letter]:
    rows = tx.session.execute(_WAITING, {"of_unit": tx.actor.unit_id})
    found = next(((sheet, letter) for sheet, letter in rows if letter.id == letter_id), None)
    if found is None:
        raise InvalidError("downtime.not_reserved")
    return found


def _words(tx: Tx, draft: HandwrittenDraft) -> tuple[tuple[str, str], list[AppError]]:
    """Correspondent and subject as they are stored, and what is wrong with the draft, in the order of its fields."""
    errors: list[AppError] = []
    if draft.happened_on is None:
        errors.append(InvalidError("errors.required", "happened_on"))
    elif draft.happened_on > tx.today:
        errors.append(InvalidError("errors.future_date", "happened_on"))
    words = (display_form(draft.correspondent), display_form(draft.subject))
    named = tuple(zip(("correspondent", "subject"), words, strict=True))
    errors += [InvalidError("errors.required", name) for name, text in named if not text]
    errors += too_long(named, LINE)
    return words, errors
