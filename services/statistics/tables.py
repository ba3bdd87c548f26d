"""The tables of a report in their order (domain.md §2.10), from the measures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import func, or_, select

from models.unit import Staff
from services.catalogue import say
from services.codes import Code
from services.persian.digits import to_persian
from services.settings.service import number_in
from services.statistics import aftermath, files, meetings
from services.statistics.counting import (
    AWAITING,
    IN_PROGRESS,
    NOT_SETTLED,
    OTHER,
    PARTIAL,
    REFERRED,
    SAFETY,
    SETTLED,
    Counting,
    counts,
)
from services.statistics.shapes import Rate, StatRow, StatTable

FILES = ("files",)
FLOW = (files.CARRIED, files.NEW, files.REOPENED, files.CLOSED, files.LEFT, files.BACK_EARLY)
SUBJECT_COLUMNS = (SETTLED, PARTIAL, NOT_SETTLED, REFERRED, SAFETY, AWAITING, OTHER, IN_PROGRESS)
SPECIAL = ("child_abuse", "spouse_abuse", "suicide", "elder_abuse", "runaway")
_IN_NO_RATE = ("completed", "not_in_rate")
_FOLLOWED = ("due", "done", "kept", "partly_kept", "breached", "violence", "other", "no_news", "waiting")


def flow_table(of: Counting, before: Counting) -> StatTable:
    """T1 beside the same period a year earlier, which officials always quote."""
    now = {row: sum(counts(of, files.flow(of, row)).values()) for row in FLOW}
    then = {row: sum(counts(before, files.flow(before, row)).values()) for row in FLOW}
    rows = tuple(StatRow(row, say(f"statistics.flow.{row}"), (now[row], then[row])) for row in FLOW)
    return _table("flow", _head("period", "year_before"), rows, columns=FILES, opens_files=True)


def source_table(of: Counting) -> StatTable:
    """T2."""
    found, persons = counts(of, files.sources(of)), files.persons_by_source(of)
    rows = tuple(
        StatRow(code, _label(of, "referral_source", code), (found[code, "files"], persons.get(code, 0)))
        for code in _in_order(of, "referral_source", {code for code, _ in found})
    )
    total = StatRow("", say("statistics.total"), (sum(row.values[0] or 0 for row in rows), None))
    return _table("sources", _head("files", "persons"), rows, sums=total, columns=FILES, opens_files=True)


def subject_table(of: Counting) -> StatTable:
    """T3: the three heads of the police's figures, under each its groups, under those the subjects."""
    found = counts(of, files.subjects(of))
    heads: dict[str, dict[str, list[Code]]] = {}
    for entry in of.lists.codes.all(of.lists.actor, "case_category", with_inactive=True):
        if any(found[entry.code, column] for column in SUBJECT_COLUMNS):
            groups = heads.setdefault(str(entry.does("police_head")), {})
            groups.setdefault(str(entry.does("group")), []).append(entry)
    rows: list[StatRow] = []
    for head in _in_order(of, "police_head", heads):
        groups = heads[head]
        in_head = [entry.code for entries in groups.values() for entry in entries]
        rows.append(_subject_row(found, "", _label(of, "police_head", head), in_head, 0))
        for group in _in_order(of, "case_category_group", groups):
            in_group = [entry.code for entry in groups[group]]
            rows.append(_subject_row(found, "", _label(of, "case_category_group", group), in_group, 1))
            rows += [_subject_row(found, entry.code, entry.label, [entry.code], 2) for entry in groups[group]]
    every = list(dict.fromkeys(code for code, _ in found))
    total = _subject_row(found, "", say("statistics.total"), every, 0)
    head_words = _head("files", *SUBJECT_COLUMNS)
    return _table("subjects", head_words, tuple(rows), sums=total, columns=("", *SUBJECT_COLUMNS), opens_files=True)


def outcome_table(of: Counting) -> tuple[StatTable, tuple[Rate, ...]]:
    """T4 with its rates; path of safety and waiting for signatures in rows of their own, outside of them."""
    found = counts(of, files.outcomes(of))
    codes = _in_order(of, "disposition", {code for code, _ in found} - {SAFETY, AWAITING})
    rows = [StatRow(code, _label(of, "disposition", code), (found[code, "files"],)) for code in codes]
    rows += [StatRow(code, say(f"statistics.column.{code}"), (found[code, "files"],)) for code in (AWAITING, SAFETY)]
    total = StatRow("", say("statistics.total"), (sum(found.values()),))
    table = _table("outcomes", _head("files"), tuple(rows), sums=total, columns=FILES, opens_files=True)
    return table, _rates(of, found)


def client_table(of: Counting) -> StatTable:
    """T5: women and men by age; who is neither stands in the last column."""
    found = meetings.clients(of)
    bands = [name for name, _ in meetings.BANDS] + [meetings.OLDEST, meetings.UNKNOWN]
    rows = []
    for band in bands:
        held = {sex: figures for (name, sex), figures in found.items() if name == band}
        if held or band != meetings.UNKNOWN:
            rows.append(StatRow(band, _age_words(band), _by_sex(held)))
    sums = tuple(sum(row.values[at] or 0 for row in rows) for at in range(5))
    total = StatRow("", say("statistics.total"), sums)
    return _table("clients", _head("women", "men", "sex_unknown", "persons", "visits"), tuple(rows), sums=total)


def session_table(of: Counting) -> StatTable:
    """T6."""
    found = meetings.sessions(of)
    rows = tuple(
        StatRow(code, _label(of, "session_type", code), (found[code].held, found[code].no_show, found[code].minutes))
        for code in _in_order(of, "session_type", found)
    )
    return _table("sessions", _head("held", "no_show", "minutes"), rows, sums=_sum(rows))


def sent_on_table(of: Counting) -> StatTable:
    """T7."""
    found = aftermath.sent_on(of)
    rows = tuple(
        StatRow(code, _label(of, "referral_target", code), found[code])
        for code in _in_order(of, "referral_target", found)
    )
    return _table("sent_on", _head("sent", "answered"), rows, sums=_sum(rows))


def special_table(of: Counting) -> StatTable:
    """T8; a file may stand in two rows, so they are not added up."""
    rows = []
    for row in SPECIAL:
        new = sum(counts(of, aftermath.special(of, row, aftermath.NEW)).values())
        still = sum(counts(of, aftermath.special(of, row, aftermath.OPEN)).values())
        rows.append(StatRow(row, say(f"statistics.special.{row}"), (new, aftermath.reported_in_time(of, row), still)))
    columns = (aftermath.NEW, "", aftermath.OPEN)
    return _table("special", _head("new", "in_time", "still_open"), tuple(rows), columns=columns, opens_files=True)


def follow_up_table(of: Counting) -> StatTable:
    """T9, with the load that it was counted under (P-37)."""
    found = aftermath.follow_ups(of)
    rows = tuple(StatRow(row, say(f"statistics.followed.{row}"), (found[row],)) for row in _FOLLOWED)
    return _table("follow_ups", _head("count"), rows)


def outreach_table(of: Counting) -> StatTable:
    """T10."""
    found = meetings.outreach(of)
    rows = tuple(
        StatRow(code, _label(of, "session_type", code), found.get(code, (0, 0, 0)))
        for code in _in_order(of, "session_type", meetings.beyond_files(of))
    )
    return _table("outreach", _head("events", "minutes", "audience"), rows)


def staff_table(of: Counting) -> StatTable:
    """T11: who serves at the period's end, by role and sex; hours by role, never by name (P-19)."""
    query = (
        select(Staff.role, Staff.sex, func.count())
        .where(
            Staff.unit_id == of.tx.actor.unit_id,
            Staff.is_active,
            or_(Staff.service_end_on.is_(None), Staff.service_end_on >= of.period.last),
        )
        .group_by(Staff.role, Staff.sex)
    )
    held: dict[str, dict[str, tuple[int, int]]] = {}
    for role, sex, count in of.tx.session.execute(query):
        held.setdefault(role, {})[sex] = (count, 0)
    minutes = meetings.minutes_by_staff_role(of)
    rows = tuple(
        StatRow(
            role,
            _label(of, "staff_role", role),
            (*_by_sex(held.get(role, {}))[:4], round(minutes.get(role, 0) / 60)),
        )
        for role in _in_order(of, "staff_role", {*held, *minutes})
    )
    return _table("staff", _head("women", "men", "sex_unknown", "count", "hours"), rows, sums=_sum(rows))


def mission_table(of: Counting) -> StatTable:
    """T12."""
    found = aftermath.missions(of)
    rows = []
    for code in _in_order(of, "inquiry_mission", of.every("inquiry_mission")):
        one = found.get(code, aftermath.Missions())
        mean = round(one.days / one.answered) if one.answered else None
        rows.append(StatRow(code, _label(of, "inquiry_mission", code), (one.received, one.answered, mean)))
    totals = (sum(row.values[0] or 0 for row in rows), sum(row.values[1] or 0 for row in rows), None)
    total = StatRow("", say("statistics.total"), totals)
    return _table("missions", _head("received", "answered", "mean_days"), tuple(rows), sums=total)


def advice_table(of: Counting) -> StatTable:
    """P-25, beside the tables of files and never in them."""
    found = aftermath.advice(of)
    rows = tuple(
        StatRow(code, _label(of, "advice_topic", code), (found[code].count, found[code].minutes, found[code].dangers))
        for code in _in_order(of, "advice_topic", found)
    )
    return _table("advice", _head("count", "minutes", "dangers"), rows, sums=_sum(rows))


def notes(of: Counting) -> tuple[str, ...]:
    """What must be said beside the figures: overrides of the gate (P-19), the load of follow-ups (P-37), and which
    tables of the form this program has no data for."""
    months = [number_in(of.tx, f"follow_up_{name}") for name in ("first", "second", "third")]
    listed = say("documents.list_comma").join(to_persian(month) for month in months if month)
    percent = to_persian(number_in(of.tx, "follow_up_percent"))
    return (
        say("statistics.note.overrides", count=to_persian(aftermath.overrides(of))),
        say("statistics.note.load", months=listed, percent=percent),
        say("statistics.note.no_tests"),
        say("statistics.note.not_kept"),
    )


def _rates(of: Counting, found: Counter[tuple[str, str]]) -> tuple[Rate, ...]:
    """R-4: three formulas, each with its parts. Settled is signed (P-30); a waiver counts, a part does not."""

    def files_of(*counted: str) -> int:
        return sum(found[code, "files"] for code in of.codes("disposition", "counts_as", *counted))

    settled, not_settled = files_of("settled", "waived"), files_of("not_settled")
    outside = found[SAFETY, "files"] + found[AWAITING, "files"] + files_of(*_IN_NO_RATE)
    concluded = sum(found.values()) - outside
    parts = (
        ("of_concluded", settled, concluded),
        ("of_received", settled, files.opened_off_safety_path(of)),
        ("of_decided", settled, settled + not_settled),
    )
    return tuple(
        Rate(say(f"statistics.rate.{name}"), say(f"statistics.formula.{name}"), numerator, denominator)
        for name, numerator, denominator in parts
    )


def _subject_row(found: Counter[tuple[str, str]], key: str, label: str, codes: Sequence[str], level: int) -> StatRow:
    figures = tuple(sum(found[code, column] for code in codes) for column in SUBJECT_COLUMNS)
    return StatRow(key, label, (sum(figures), *figures), level)


def _age_words(band: str) -> str:
    if band == meetings.UNKNOWN:
        return say("statistics.age_unknown")
    if band == meetings.OLDEST:
        return say("statistics.age_from", low=to_persian(band.rstrip("+")))
    low, _, high = to_persian(band).partition("-")
    return say("statistics.age_between", low=low, high=high)


def _by_sex(held: dict[str, tuple[int, int]]) -> tuple[int, int, int, int, int]:
    women, men = held.get("female", (0, 0)), held.get("male", (0, 0))
    persons, visits = sum(one[0] for one in held.values()), sum(one[1] for one in held.values())
    return women[0], men[0], persons - women[0] - men[0], persons, visits


def _table(
    key: str,
    head: tuple[str, ...],
    rows: tuple[StatRow, ...],
    *,
    sums: StatRow | None = None,
    columns: tuple[str, ...] = (),
    opens_files: bool = False,
) -> StatTable:
    title, rule = say(f"statistics.title.{key}"), say(f"statistics.rule.{key}")
    return StatTable(key, title, rule, head, rows, sums, columns, opens_files)


def _head(*columns: str) -> tuple[str, ...]:
    return tuple(say(f"statistics.column.{name}") for name in columns)


def _sum(rows: Sequence[StatRow]) -> StatRow | None:
    if not rows:
        return None
    width = len(rows[0].values)
    return StatRow(
        "", say("statistics.total"), tuple(sum(row.values[at] or 0 for row in rows) for at in range(width))
    )


def _label(of: Counting, name: str, code: str) -> str:
    return say("statistics.unknown") if code == files.UNKNOWN else of.lists.label(name, code)


def _in_order(of: Counting, name: str, codes: Iterable[str]) -> list[str]:
    """Codes in the unit's order; what the list does not know comes last."""
    order = {code: place for place, code in enumerate(of.every(name))}
    return sorted(codes, key=lambda code: (order.get(code, len(order)), code))
