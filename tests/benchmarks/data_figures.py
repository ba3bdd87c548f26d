"""Search, lists, opening and registering a case on the big file, in this process."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from models.engine import connect_file
from resources import shelf
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, ReferralDraft, Side
from services.clock import SystemClock
from services.container import Services, open_services
from services.data_folder import DATABASE, read_front
from services.intake import FirstInterviewDraft, IntakeDraft
from services.people import BirthPrecision, ContactDraft, ContactKind, PersonDraft
from services.persian import national_code
from services.persian.digits import to_persian
from services.search import CaseFilter
from services.staff.rights import rights_of
from services.vault.opening import open_with_password
from tests.benchmarks.bare import replay, statements_of
from tests.benchmarks.big_folder import HEAD, PASSWORD
from tests.benchmarks.big_people import mobile
from tests.benchmarks.big_rows import Size
from tests.benchmarks.due_figures import due_figures
from tests.benchmarks.figures import Figure, Sample, measure, side_by_side
from tests.benchmarks.working_figures import CASES, working_figures

_SEARCH_MS, _SEARCH_RATIO = 10.0, 3.0
_TIMES = 50


def data_figures(folder: Path, size: Size) -> Iterator[Figure]:
    """All figures that need no window, each as soon as it is known."""
    clock = SystemClock()
    unlocked = open_with_password(folder, username(folder, HEAD), PASSWORD, now=clock.now())
    services = open_services(folder, unlocked, clock)
    head = services.staff.sign_in(unlocked).value
    row = next(one for one in services.staff.list(head) if one.role == "counsellor")
    counsellor = Actor(row.id, head.unit_id, head.session_id, row.full_name, row.role, rights_of(row.role))
    raw = connect_file(folder / DATABASE, unlocked.data_key_hex)
    try:
        yield from _search(services, counsellor, raw, size)
        yield from _lists(services, counsellor)
        yield from due_figures(services, head, counsellor, raw)
        yield from _cases(services, counsellor)
        cases = [services.intake.register(counsellor, _intake(200 + number)).value.id for number in range(CASES)]
        yield from working_figures(services, counsellor, cases)
    finally:
        raw.close()
        services.close()


def username(folder: Path, name: str) -> str:
    """How that colleague signs in."""
    return next(account.username for account in read_front(folder).accounts if account.full_name == name)


def _search(services: Services, actor: Actor, raw: object, size: Size) -> Iterator[Figure]:
    names = shelf.read_toml("demo", "names.toml")
    rng = Random(7)
    every = [*names["family"], *names["frequent_family"], *names["male"], *names["female"]]
    letters = sorted({name[0] for name in every})
    pairs = sorted({name[:2] for name in every})
    fragments = sorted({name[1:5] for name in every if len(name) > 6 and " " not in name[1:5]})
    years = [to_persian(1396 + number % 10) for number in range(_TIMES)]
    kinds = {
        "one letter": rng.choices(letters, k=_TIMES),
        "two letters": rng.choices(pairs, k=_TIMES),
        "fragment": rng.choices(fragments, k=_TIMES),
        "frequent name": rng.choices(names["frequent_family"], k=_TIMES),
        "code": [national_code.synthetic(rng.randrange(size.persons)) for _ in range(_TIMES)],
        "telephone": [mobile(rng.randrange(size.persons)) for _ in range(_TIMES)],
        "case number": [f"1112-{year}-{rng.randrange(1, 900):04}" for year in years],
        "letter number": [f"1112/4/{year}/{rng.randrange(1, 900)}" for year in years],
        "serial alone": [str(rng.randrange(10, 999)) for _ in range(_TIMES)],
    }
    cursor = raw.cursor()  # type: ignore[attr-defined]
    engine = services.uow._engine
    for kind, texts in kinds.items():
        uses = [partial(services.search.find, actor, text) for text in texts]
        asked = [statements_of(engine, use) for use in uses]
        wall = measure(uses, 3)
        floor, ours = side_by_side([partial(replay, cursor, statements) for statements in asked], uses, 3)
        yield Figure(f"search: {kind}, p95", wall.p95, limit=_SEARCH_MS)
        words = "its own statements, bare; processor time of both"
        yield Figure(f"search: {kind}, median", ours.median, floor.median, words, ratio_limit=_SEARCH_RATIO)


def _lists(services: Services, actor: Actor) -> list[Figure]:
    lists, letters = services.lists, services.letters
    persons = lists.count_persons(actor)
    places = [persons * part // 23 for part in range(23)]
    opens = measure([lambda: (lists.count_persons(actor), lists.persons(actor))] * 15)
    deep = measure([partial(lists.persons, actor, place) for place in places])
    case_opens = measure([lambda: (lists.count_cases(actor), lists.cases(actor))] * 15)
    which = CaseFilter(is_open=True, group="family")
    filtered = measure([lambda: (lists.count_cases(actor, which), lists.cases(actor, which))] * 15)
    letters_open = measure([lambda: (letters.count(actor), letters.page(actor))] * 15)
    return [
        Figure(f"list of {persons:,} persons: count and first rows, p95", opens.p95, 0, "", 100),
        Figure("list of persons: 100 rows anywhere (in a lane), p95", deep.p95),
        Figure("list of cases: count and first rows, p95", case_opens.p95, 0, "", 100),
        Figure("list of cases, filtered: count and first rows, p95", filtered.p95, 0, "", 100),
        Figure("list of letters: count and first rows, p95", letters_open.p95, 0, "", 100),
    ]


def _cases(services: Services, actor: Actor) -> list[Figure]:
    rng = Random(11)
    rows = services.lists.cases(actor, None, 0, 100) + services.lists.cases(actor, None, 20_000, 100)
    ids = rng.sample([row.id for row in rows], min(_TIMES, len(rows)))
    pages = [partial(services.overview.case_page, actor, key) for key in ids]
    opened = measure(pages, 2)
    registered, busy = _registered(services, actor, [_intake(number, is_bare=True) for number in range(300, 405)])
    whole, whole_busy = _registered(services, actor, [_intake(number) for number in range(105)])
    peer = "GNU Health 5.0.6, another run: 42 fields and 6 lists read, nothing recorded"
    bare = "GNU Health 5.0.6, another run: one bare patient created"
    return [
        Figure("open a case with all of its page, recorded, p95", opened.p95, 14.4, peer, 15),
        Figure("open a case, processor time, median", measure(pages, 2, clock=time.process_time).median),
        Figure("register a case with two new parties, p95", registered.p95, 94.9, bare, 20),
        Figure("register a case with two new parties, processor time, median", busy.median),
        Figure("the same with a referral, its letter and the first interview of each, p95", whole.p95),
        Figure("the same, processor time, median", whole_busy.median),
    ]


def _registered(services: Services, actor: Actor, drafts: list[IntakeDraft]) -> tuple[Sample, Sample]:
    """Wall time of the first half of them, processor time of the other; the first five only warm up."""
    for draft in drafts[:5]:
        services.intake.register(actor, draft)
    uses = [partial(services.intake.register, actor, draft) for draft in drafts[5:]]
    half = len(uses) // 2
    return measure(uses[:half], warm_up=0), measure(uses[half:], warm_up=0, clock=time.process_time)


def _intake(number: int, *, is_bare: bool = False) -> IntakeDraft:
    """Two new parties with code, telephone and birth date, a referral, and the first interview of each; bare: the
    two parties alone."""
    names = shelf.read_toml("demo", "names.toml")

    def party(place: int) -> PartyDraft:
        given = names["female" if place == 0 else "male"][number % 40]
        person = PersonDraft(
            given_name=given,
            family_name=names["family"][(number * 3 + place) % 60],
            father_name=names["male"][(number + 7) % 40],
            id_kind="national_code",
            national_code=national_code.synthetic(500_000 + 2 * number + place),
            birth_on=date(1985, 4, 3),
            birth_precision=BirthPrecision.DAY,
            sex="female" if place == 0 else "male",
            contacts=(ContactDraft(ContactKind.MOBILE, f"09609{number:04}{place:02}"),),
        )
        role, side = ("wife", Side.A) if place == 0 else ("husband", Side.B)
        return PartyDraft(person, role, side, "spouse", is_inviting=place == 0)

    referral = ReferralDraft(
        "prosecutor", body="دادسرای نمونه", branch="شعبه ۳", letter_no=f"۱۴۰۵/۹/{number}", order_text="اقدام و گزارش",
        judicial_case_no=f"14050091{number:08}",
    )  # fmt: skip
    parties = (party(0), party(1))
    if is_bare:
        return IntakeDraft(CaseDraft("marital_conflict", parties, "اختلاف زوجین"))
    case = CaseDraft("marital_conflict", parties, "اختلاف زوجین", referral=referral)
    day = datetime.now(UTC).date() + timedelta(days=40 + number)
    interviews = (FirstInterviewDraft(0, day, 9 * 60), FirstInterviewDraft(1, day, 11 * 60))
    return IntakeDraft(case, interviews)
