"""Entering by hand, mending words, links, orders in the margin, and what a stranger to a file may know of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.registering import register_case
from services.documents import Documents
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.letters import (
    ActionDraft,
    LetterDirection,
    LetterDraft,
    LetterFilter,
    LetterRow,
    Letters,
    LetterState,
    LetterWords,
    LinkDraft,
)
from services.letters.registering import register_letter
from services.overview import Overview
from services.worklist import TaskKind
from tests.factories import MORNING, Precinct, precinct
from tests.services.documents.scene import lay
from tests.services.drafts_of import couple

IN, OUT, INTERNAL = LetterDirection.INCOMING, LetterDirection.OUTGOING, LetterDirection.INTERNAL


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def letters(unit: Precinct) -> Letters:
    return Letters(unit.uow, unit.codes)


def came(letters: Letters, unit: Precinct, **words: object) -> LetterRow:
    unit.clock.advance(timedelta(seconds=1))
    return letters.register(unit.clerk, LetterDraft(IN, "incoming_other", **words)).value  # type: ignore[arg-type]


def hidden_letter(unit: Precinct) -> UUID:
    """A letter of a file that only its counsellor and the head may know of."""
    with unit.uow.write(unit.counsellor) as tx:
        case = register_case(tx, unit.codes, couple("spouse_abuse"))
        draft = LetterDraft(IN, "referral_order", case_id=case.id, correspondent="دادسرا", subject="موضوع سربسته")
        return register_letter(tx, unit.codes.of(unit.counsellor), draft).id


def as_words(row: LetterRow, **changed: object) -> LetterWords:
    names = [name for name in LetterWords.__slots__ if name != "case_id"]
    return LetterWords(**({name: getattr(row, name) for name in names} | changed))


def test_all_three_ways_are_entered_by_hand_with_every_column(unit: Precinct, letters: Letters) -> None:
    draft = LetterDraft(
        OUT,
        "outgoing_other",
        correspondent="اداره آموزش",
        subject="درخواست همکاری",
        summary="درباره برگزاری کارگاه",
        enclosures="۲ برگ",
        channel="courier",
        receipt="تحویل دبیرخانه",
        urgency="urgent",
    )
    sent = letters.register(unit.clerk, draft).value
    assert (sent.number, sent.direction, sent.channel_label, sent.urgency_label) == ("1112/4/1", OUT, "پیک", "فوری")
    assert (sent.summary, sent.receipt, sent.classification_label) == (draft.summary, draft.receipt, "عادی")
    inside = letters.register(unit.clerk, LetterDraft(INTERNAL, "internal_note", subject="نوبت پاس")).value
    assert (inside.serial, inside.direction) == (2, INTERNAL)
    assert came(letters, unit).serial == 3


def test_a_confidential_one_goes_to_its_book(unit: Precinct, letters: Letters) -> None:
    row = came(letters, unit, classification="confidential", subject="محرمانه")
    assert (row.book, row.number, row.subject) == ("confidential", "1112/4/1/م", "محرمانه")
    assert letters.get(unit.actors["conscript"], row.id).is_masked
    with pytest.raises(InvalidError, match=r"letters\.too_secret"):
        came(letters, unit, classification="secret")


def test_words_are_mended_and_the_number_stays(unit: Precinct, letters: Letters) -> None:
    row = came(letters, unit, correspondent="دادسرای", subject="غلط", their_number="۱۲/۳")
    words = as_words(row, correspondent="دادسرای عمومی", subject="درست", receipt="خانم کاوه", channel="post")
    mended = letters.correct(unit.clerk, row.id, row.version, words).value
    assert (mended.number, mended.serial, mended.registered_at) == (row.number, row.serial, row.registered_at)
    assert (mended.correspondent, mended.subject, mended.channel_label) == ("دادسرای عمومی", "درست", "پست")
    with pytest.raises(StaleError):
        letters.correct(unit.clerk, row.id, row.version, words)
    with pytest.raises(NotAllowedError):
        letters.correct(unit.actors["station_commander"], row.id, mended.version, words)
    with pytest.raises(InvalidError, match=r"letters\.other_book"):
        letters.correct(unit.clerk, row.id, mended.version, as_words(mended, classification="confidential"))
    with pytest.raises(InvalidDraft) as caught:
        letters.correct(
            unit.clerk,
            row.id,
            mended.version,
            as_words(mended, urgency="x", channel="y", subject="م" * 201, their_date=date(2030, 1, 1)),
        )
    assert {error.field for error in caught.value.errors} == {"urgency", "channel", "subject", "their_date"}
    letters.void(unit.head, row.id, mended.version, "تکراری")
    with pytest.raises(InvalidError, match=r"letters\.already_voided"):
        letters.correct(unit.clerk, row.id, mended.version + 1, words)
    kept = letters.get(unit.clerk, row.id)
    assert (kept.state, kept.number, kept.void_reason) == (LetterState.VOIDED, row.number, "تکراری")


def test_the_words_of_a_paper_are_the_papers(tmp_path: Path) -> None:
    scene = lay(precinct(tmp_path))
    unit, letters = scene.unit, Letters(scene.unit.uow, scene.unit.codes)
    Documents(unit.uow, unit.codes).issue(unit.counsellor, scene.certificate())
    row = letters.page(unit.head).rows[0]
    detail = letters.detail(unit.head, row.id)
    assert (detail.is_paper, detail.may_void, detail.may_correct) == (True, False, True)
    with pytest.raises(InvalidError, match=r"letters\.words_of_paper"):
        letters.correct(unit.head, row.id, row.version, as_words(row, correspondent="دیگری"))
    with pytest.raises(InvalidError, match=r"letters\.void_the_paper"):
        letters.void(unit.head, row.id, row.version, "اشتباه")
    sent = letters.correct(unit.head, row.id, row.version, as_words(row, channel="post", receipt="دبیرخانه"))
    assert (sent.value.channel_label, sent.value.receipt) == ("پست", "دبیرخانه")
    unit.close()


def test_a_letter_finds_its_file_later_and_keeps_it(unit: Precinct, letters: Letters) -> None:
    with unit.uow.write(unit.counsellor) as tx:
        first, second = (register_case(tx, unit.codes, couple()).id for _ in range(2))
    row = came(letters, unit)
    joined = letters.correct(unit.clerk, row.id, row.version, as_words(row, case_id=first)).value
    assert joined.case_id == first
    with pytest.raises(InvalidError, match=r"letters\.has_file"):
        letters.correct(unit.clerk, row.id, joined.version, as_words(joined, case_id=second))


def test_links_are_shown_both_ways(unit: Precinct, letters: Letters) -> None:
    question = came(letters, unit, their_number="77/12", subject="پرسش")
    unit.clock.advance(timedelta(seconds=1))
    answer = letters.register(
        unit.clerk, LetterDraft(OUT, "outgoing_other", links=(LinkDraft("refers_to", question.id),))
    ).value
    assert answer.refers == "عطف به 1112/4/1"
    unit.clock.advance(timedelta(seconds=1))
    more = letters.register(unit.clerk, LetterDraft(OUT, "outgoing_other")).value
    there = letters.link(unit.clerk, more.id, LinkDraft("follows", answer.id)).value.links
    assert [(one.number, one.kind_label, one.is_earlier) for one in there] == [(answer.number, "پیرو", True)]
    between = letters.detail(unit.clerk, answer.id).links
    assert [(one.number, one.is_earlier) for one in between] == [(question.number, True), (more.number, False)]
    with pytest.raises(InvalidError, match=r"letters\.not_earlier"):
        letters.link(unit.clerk, question.id, LinkDraft("follows", more.id))
    with pytest.raises(InvalidError, match=r"letters\.not_earlier"):
        letters.link(unit.clerk, more.id, LinkDraft("follows", more.id))
    assert letters.unlink(unit.clerk, more.id, answer.id).value.links == ()
    assert letters.get(unit.clerk, more.id).refers == ""


def test_letters_are_suggested_by_either_number(unit: Precinct, letters: Letters) -> None:
    first = came(letters, unit, their_number="77/120")
    came(letters, unit)
    assert [row.id for row in letters.suggest(unit.clerk, "77/12")] == [first.id]
    assert [row.id for row in letters.suggest(unit.clerk, "۱۱۱۲/۴/۱")][:1] == [first.id]
    assert letters.suggest(unit.clerk, "") == ()


def test_the_book_is_searched_by_words_in_any_spelling(unit: Precinct, letters: Letters) -> None:
    row = came(
        letters, unit, correspondent="دادگستري كل", subject="استعلام نشانی", summary="پلاک ۱۲", their_number="9/8"
    )
    came(letters, unit, subject="کارگاه")
    for text in ("دادگستری کل", "نشانی استعلام", "پلاک 12", "9/8", "استعلام", row.number):
        assert [found.id for found in letters.page(unit.clerk, LetterFilter(text=text)).rows] == [row.id], text
    assert letters.count(unit.clerk, LetterFilter(text="٪_٪")) == 2  # nothing to look for
    assert letters.count(unit.clerk, LetterFilter(kind="incoming_other")) == 2
    assert letters.count(unit.clerk, LetterFilter(kind="invitation")) == 0


def test_an_order_in_the_margin_is_on_the_colleagues_desk_until_it_is_done(unit: Precinct, letters: Letters) -> None:
    row = came(letters, unit, subject="پرسش دادگاه")
    today = MORNING.date()
    draft = ActionDraft(row.id, unit.second.staff_id, "پاسخ آماده شود", today)
    order = letters.assign(unit.clerk, draft).value
    overview = Overview(unit.uow, unit.codes)

    def waiting(actor: object) -> list[tuple[str, bool]]:
        tasks = overview.home(actor).tasks  # type: ignore[arg-type]
        return [(task.title, task.is_overdue) for task in tasks if task.kind is TaskKind.LETTER_ORDER]

    assert waiting(unit.second) == [("نامه \u2066۱۱۱۲/۴/۱\u2069 به شما ارجاع شده است", False)]
    assert waiting(unit.counsellor) == []
    assert letters.get(unit.clerk, row.id).assigned_to == "همکار دوم"
    assert letters.count(unit.clerk, LetterFilter(has_open_orders=True)) == 1
    unit.clock.advance(timedelta(days=1))
    assert waiting(unit.second)[0][1]
    assert letters.get(unit.clerk, row.id).is_late
    assert letters.detail(unit.second, row.id).actions[0].is_overdue
    with pytest.raises(NotAllowedError):
        letters.finish(unit.counsellor, order.id, order.version, "انجام شد")
    with pytest.raises(InvalidError, match=r"letters\.word_needed"):
        letters.finish(unit.second, order.id, order.version, " ")
    done = letters.finish(unit.second, order.id, order.version, "پاسخ فرستاده شد").value
    assert (done.done_word, done.done_by_name, done.is_overdue) == ("پاسخ فرستاده شد", "همکار دوم", False)
    assert waiting(unit.second) == []
    assert letters.count(unit.clerk, LetterFilter(has_open_orders=True)) == 0
    with pytest.raises(NotAllowedError):
        letters.finish(unit.second, order.id, done.version, "باز هم")


def test_an_order_needs_a_word_a_reader_and_a_day_to_come(unit: Precinct, letters: Letters) -> None:
    row = came(letters, unit)
    wrong = ActionDraft(row.id, unit.actors["admin"].staff_id, "", date(2026, 1, 1))
    with pytest.raises(InvalidDraft) as caught:
        letters.assign(unit.clerk, wrong)
    assert {error.field: error.key for error in caught.value.errors} == {
        "order_text": "errors.required",
        "to_staff_id": "letters.cannot_read",
        "due_on": "letters.due_in_past",
    }
    offered = {one.id for one in letters.detail(unit.clerk, row.id).colleagues}
    assert unit.second.staff_id in offered
    assert offered.isdisjoint({unit.actors[role].staff_id for role in ("admin", "auditor", "duty_officer")})


def test_of_a_hidden_letter_nobody_else_reads_links_or_gives_anything(unit: Precinct, letters: Letters) -> None:
    hidden, row = hidden_letter(unit), came(letters, unit, subject="آشکار")
    letters.link(unit.head, row.id, LinkDraft("refers_to", hidden))
    order = letters.assign(unit.counsellor, ActionDraft(hidden, unit.head.staff_id, "ببینید")).value
    assert "1112/4/1" in letters.get(unit.head, row.id).refers
    for actor in (unit.second, unit.clerk, unit.actors["psychologist"]):
        assert letters.get(actor, row.id).refers == ""
        assert letters.detail(actor, row.id).links == ()
        assert letters.get(actor, hidden).is_masked
        for call in (
            lambda actor=actor: letters.detail(actor, hidden),
            lambda actor=actor: letters.link(actor, row.id, LinkDraft("follows", hidden)),
            lambda actor=actor: letters.unlink(actor, row.id, hidden),
            lambda actor=actor: letters.assign(actor, ActionDraft(hidden, actor.staff_id, "من")),
            lambda actor=actor: letters.correct(actor, hidden, 1, LetterWords("", "")),
            lambda actor=actor: letters.finish(actor, order.id, order.version, "انجام شد"),
        ):
            with pytest.raises(NotFoundError):
                call()
        for which in (LetterFilter(text="سربسته"), LetterFilter(kind="referral_order"), LetterFilter(text="دادسرا")):
            assert letters.count(actor, which) == 0
        assert letters.count(actor, LetterFilter(has_open_orders=True)) == 0
        assert letters.suggest(actor, "1112/4/1") == () or all(
            one.id != hidden for one in letters.suggest(actor, "1112/4/1")
        )
    with pytest.raises(InvalidError, match=r"letters\.cannot_read"):
        letters.assign(unit.counsellor, ActionDraft(hidden, unit.second.staff_id, "ببینید"))
    offered = {one.id for one in letters.detail(unit.counsellor, hidden).colleagues}
    assert unit.head.staff_id in offered
    assert unit.second.staff_id not in offered


def test_each_book_begins_anew_on_the_first_of_farvardin_by_local_midnight(unit: Precinct, letters: Letters) -> None:
    for wanted in (1, 2):
        assert came(letters, unit).serial == wanted
    assert came(letters, unit, classification="confidential").serial == 1
    last_minute = datetime(2027, 3, 20, 20, 29, tzinfo=UTC)  # 23:59 in Tehran, 29 Esfand 1405
    unit.clock.set(last_minute)
    row = came(letters, unit)
    assert (row.year, row.serial) == (1405, 3)
    unit.clock.set(last_minute + timedelta(minutes=1, seconds=30))
    new = [came(letters, unit), came(letters, unit, classification="confidential"), came(letters, unit)]
    assert [(one.year, one.book, one.serial) for one in new] == [
        (1406, "normal", 1),
        (1406, "confidential", 1),
        (1406, "normal", 2),
    ]
    assert letters.count(unit.clerk, LetterFilter(year=1405)) == 4
    assert letters.count(unit.clerk, LetterFilter(year=1406)) == 3


@given(subject=st.text(max_size=60), who=st.text(max_size=60), sought=st.text(max_size=30))
def test_any_text_is_kept_and_any_text_is_looked_for(
    tmp_path_factory: pytest.TempPathFactory, subject: str, who: str, sought: str
) -> None:
    unit = _kept(tmp_path_factory)
    letters = Letters(unit.uow, unit.codes)
    row = came(letters, unit, subject=subject, correspondent=who)
    assert letters.page(unit.clerk, LetterFilter(text=row.subject), limit=1).total >= 1
    letters.page(unit.clerk, LetterFilter(text=sought), limit=1)
    letters.suggest(unit.clerk, sought)


_units: list[Precinct] = []


def _kept(factory: pytest.TempPathFactory) -> Precinct:
    if not _units:
        _units.append(precinct(factory.mktemp("texts")))
    return _units[0]
