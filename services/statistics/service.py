"""The use-cases of the statistics: a period's report, and the files behind a figure."""

from sqlalchemy import select

from models.case import CaseFile
from services.actor import Actor, Right
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError
from services.statistics import aftermath, files, tables
from services.statistics.counting import Counting, Placed
from services.statistics.period import Period, checked
from services.statistics.shapes import CountedFile, Place, Report
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to

MOST_FILES = 2_000


class Statistics:
    """Figures of one unit: counted afresh from the files at every question, without names (R-30)."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def report(self, actor: Actor, period: Period) -> Report:
        """All tables of a period. `InvalidError` for one that has not begun."""
        with self._uow.read(actor, Right.STATISTICS) as tx:
            return report_of(tx, self._codes, period)

    def files(self, actor: Actor, period: Period, place: Place) -> tuple[CountedFile, ...]:
        """The files behind a figure, the youngest first; that they were listed is recorded.

        Only for who may see every file of the unit: a shorter list would tell that one is hidden (P-6).
        """
        with self._uow.read_recorded(actor, Right.STATISTICS, Right.CASE_VOID) as tx:
            of = Counting(tx, self._codes.of(actor), checked(period))
            chosen = _placed(of, place).subquery()
            keys = select(chosen.c[0])
            if place.table != "special":
                keys = keys.where(chosen.c[1] == place.row)
            if place.table == "subjects" and place.column:
                keys = keys.where(chosen.c[2] == place.column)
            query = (
                select(CaseFile)
                .where(CaseFile.id.in_(keys), visible_to(actor))
                .order_by(CaseFile.opened_on.desc(), CaseFile.id.desc())
                .limit(MOST_FILES)
            )
            tx.record("statistics.read_files", "case")
            return tuple(_counted(of, case) for case in tx.session.scalars(query))


def report_of(tx: Tx, codes: Codes, period: Period) -> Report:
    """The report inside an open transaction."""
    if checked(period).first > tx.today:
        raise InvalidError("statistics.not_yet", "period")
    of, before = (Counting(tx, codes.of(tx.actor), one) for one in (period, period.a_year_before()))
    outcomes, rates = tables.outcome_table(of)
    made = (
        tables.flow_table(of, before),
        tables.source_table(of),
        tables.subject_table(of),
        outcomes,
        tables.client_table(of),
        tables.session_table(of),
        tables.sent_on_table(of),
        tables.special_table(of),
        tables.follow_up_table(of),
        tables.outreach_table(of),
        tables.staff_table(of),
        tables.mission_table(of),
        tables.advice_table(of),
    )
    is_running = period.last >= tx.today
    words = period.words()
    if is_running:
        words = say("statistics.period.running", words=words)
    return Report(period, words, is_running, made, rates, tables.notes(of))


def _placed(of: Counting, place: Place) -> Placed:
    if place.table == "flow" and place.row in tables.FLOW:
        return files.flow(of, place.row)
    if place.table == "special" and place.row in tables.SPECIAL:
        return aftermath.special(of, place.row, place.column)
    made = {"sources": files.sources, "subjects": files.subjects, "outcomes": files.outcomes}
    if place.table not in made:
        raise InvalidError("statistics.no_files")
    return made[place.table](of)


def _counted(of: Counting, case: CaseFile) -> CountedFile:
    group = str(of.lists.does("case_category", case.primary_category, "group") or "")
    return CountedFile(
        case.id,
        case.case_no,
        of.lists.label("case_category_group", group),
        of.lists.label("case_status", case.status.value),
    )
