"""Many papers in one run: chosen, made one by one, stopped, broken off, and gone on with."""

import errno
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.cases import CaseDraft, PartyDraft, Side
from services.documents import RunStep
from services.intake import IntakeDraft
from services.people import PersonDraft
from services.scheduling.shapes import AppointmentDraft
from tests.ui.documents.conftest import PaperDesk, framed, settle
from ui.documents import many_targets
from ui.documents.many_result_sheet import ManyResultSheet
from ui.documents.many_run import End
from ui.documents.many_sheet import ManySheet
from ui.documents.many_targets import FileTarget, FolderTarget, PrinterTarget, Target
from ui.documents.print_many import PrintMany
from ui.navigation import Page
from ui.widgets.notices import ProgressSheet
from ui.widgets.sheet import open_sheet_of

TOMORROW = date(2026, 11, 22)
VALUES = (("channel", "letter_by_officer"), ("delivered_by", ""))
FILES = 4


@dataclass
class Day:
    """A page, and tomorrow's appointments: one of the desk and `FILES` more, each with one party to be invited."""

    papers: PaperDesk
    qtbot: QtBot
    page: Page
    many: PrintMany

    def settle(self) -> None:
        settle(self.papers, self.qtbot, self.page)

    def open(self) -> ManySheet:
        sheet = self.many.invitations(TOMORROW)
        self.settle()
        return sheet

    def run(self, target: Target) -> ManyResultSheet:
        """All that are due, to the target, until the result is shown."""
        sheet = self.open()
        rows = sheet.chosen_rows()
        sheet.close_sheet()
        self.many.run(rows, VALUES, target)
        return self.result()

    def result(self) -> ManyResultSheet:
        self.qtbot.waitUntil(lambda: isinstance(open_sheet_of(self.page), ManyResultSheet), timeout=60_000)
        found = open_sheet_of(self.page)
        assert isinstance(found, ManyResultSheet)
        return found

    def ends(self, sheet: ManyResultSheet) -> list[End]:
        return [one.end for one in sheet._report.outcomes]

    def steps(self) -> list[RunStep]:
        runs, actor = self.papers.desk.services.paper_runs, self.papers.desk.actors["unit_head"]
        return [row.step for row in runs.invitations(actor, TOMORROW).rows]


@pytest.fixture
def day(papers: PaperDesk, qtbot: QtBot) -> Day:
    services, head = papers.desk.services, papers.desk.actors["unit_head"]
    rooms = [room.id for room in services.unit.rooms(head)]
    for place in range(FILES):
        person = PersonDraft(given_name="نمونه", family_name=f"شماره {'ابپت'[place]}", sex="female")
        party = PartyDraft(person, "complainant", Side.A, "neighbour", is_inviting=True)
        case = services.intake.register(head, IntakeDraft(CaseDraft("neighbour_dispute", (party,)))).value
        found = services.cases.get(head, case.id).parties[0]
        start = 600 + 60 * place
        services.scheduling.book(
            head, AppointmentDraft(case.id, "intake", TOMORROW, start, rooms[0], (head.staff_id,), (found.id,))
        )
    page = Page(papers.context)
    framed(papers, qtbot, page)
    return Day(papers, qtbot, page, PrintMany(page, page.context))


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_what_is_due_is_chosen_and_counted(day: Day) -> None:
    sheet = day.open()
    assert [row.step for row in sheet.chosen_rows()] == [RunStep.ISSUE] * (FILES + 1)
    assert "۵ برگه صادر و چاپ می‌شود" in sheet.count.text()
    assert "۵" in sheet.main.text()
    sheet.rows.toggle("0")
    assert len(sheet.chosen_rows()) == FILES
    sheet.rows.setFocus()
    sheet.rows.choose("1")
    QTest.keyClick(sheet.rows, Qt.Key.Key_Space)
    assert len(sheet.chosen_rows()) == FILES - 1
    sheet.top.field("day").set_value(date(2026, 11, 25))
    day.settle()
    assert sheet.chosen_rows() == ()
    assert not sheet.main.isEnabled()
    sheet.close_sheet()


def test_all_go_to_the_printer_and_are_logged(day: Day) -> None:
    sheet = day.open()
    QTest.keyClick(sheet.main, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    result = day.result()
    assert day.ends(result) == [End.PRINTED] * (FILES + 1)
    assert len(list(day.papers.out.glob("*.pdf"))) == FILES + 1
    assert day.steps() == [RunStep.COPY] * (FILES + 1)
    assert "شماره" not in "".join(day.papers.titles)
    result._rows.toggle("1")
    result._on_spoilt()
    day.settle()
    again = open_sheet_of(day.page)
    assert isinstance(again, ManySheet)
    assert [row.step for row in again.chosen_rows()] == [RunStep.ORIGINAL]
    again.close_sheet()


def test_they_are_stored_behind_each_other_in_one_file(day: Day) -> None:
    target = day.papers.out / "دعوت‌نامه‌ها.pdf"
    result = day.run(FileTarget(target, "دعوت‌نامه‌ها"))
    assert day.ends(result) == [End.PRINTED] * (FILES + 1)
    assert pages_of(target) == FILES + 1
    assert [path.name for path in day.papers.out.iterdir()] == [target.name]
    result.close_sheet()


def test_each_is_a_file_of_its_own_and_none_is_written_over(day: Day) -> None:
    result = day.run(FolderTarget(day.papers.out))
    assert day.ends(result) == [End.PRINTED] * (FILES + 1)
    assert len(list(day.papers.out.glob("*.pdf"))) == FILES + 1
    result.close_sheet()
    sheet = day.open()
    assert sheet.chosen_rows() == ()
    sheet.rows.choose_all(["0"])
    rows = sheet.chosen_rows()
    sheet.close_sheet()
    day.many.run(rows, (), FolderTarget(day.papers.out))
    day.result().close_sheet()
    assert len(list(day.papers.out.glob("*.pdf"))) == FILES + 2


class Breaks:
    """A printer or disk that takes two papers and no more."""

    name = "خراب"

    def __init__(self, folder: Path, error: Exception, *, is_printer: bool) -> None:
        self._inner, self._error, self.is_printer = FolderTarget(folder), error, is_printer
        self._left, self.at_once = 2, 1 if is_printer else 4

    def prepare(self, job):  # type: ignore[no-untyped-def]
        self._left -= 1
        return self._fail if self._left < 0 else self._inner.prepare(job)

    def finish(self) -> int | None:
        return None

    def _fail(self) -> None:
        raise self._error


@pytest.mark.parametrize("is_printer", [True, False])
def test_what_breaks_off_in_the_middle_can_be_gone_on_with(day: Day, is_printer: bool) -> None:
    from ui.documents.pdf_pages import PrinterGoneError

    error = PrinterGoneError() if is_printer else OSError(errno.ENOSPC, "full")
    made = [RunStep.ORIGINAL] * (1 if is_printer else 2)
    result = day.run(Breaks(day.papers.out, error, is_printer=is_printer))
    assert day.ends(result) == [End.PRINTED] * 2 + [End.LEFT] * (FILES - 1)
    assert day.steps() == [RunStep.COPY] * 2 + made + [RunStep.ISSUE] * (FILES - 1 - len(made))
    result._leave(result.again_wanted.emit)
    day.settle()
    again = open_sheet_of(day.page)
    assert isinstance(again, ManySheet)
    rows = again.chosen_rows()
    assert len(rows) == FILES - 1
    again.close_sheet()
    day.many.run(rows, VALUES, FolderTarget(day.papers.out))
    done = day.result()
    assert day.ends(done) == [End.PRINTED] * (FILES - 1)
    assert day.steps() == [RunStep.COPY] * (FILES + 1)
    numbers = sorted(row.serial for row in day.papers.desk.services.letters.page(day.page.context.actor).rows)
    assert numbers == list(range(1, FILES + 2))
    done.close_sheet()


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QFile", extend=True)
def test_a_printer_that_never_answers_loses_no_number(day: Day) -> None:
    result = day.run(PrinterTarget("گم‌شده"))
    assert day.ends(result) == [End.LEFT] * (FILES + 1)
    assert day.steps() == [RunStep.ORIGINAL] + [RunStep.ISSUE] * FILES
    result.close_sheet()


def test_a_full_disk_leaves_a_file_of_what_had_room(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    target = FileTarget(day.papers.out / "نامه‌ها.pdf", "نامه‌ها")
    taken = []

    def add(self: FileTarget, content: bytes) -> None:
        if len(taken) == 3:
            raise OSError(errno.ENOSPC, "full")
        taken.append(content)
        whole(self, content)

    whole = many_targets.FileTarget._add
    monkeypatch.setattr(many_targets.FileTarget, "_add", add)
    result = day.run(target)
    assert day.ends(result) == [End.PRINTED] * 3 + [End.LEFT] * (FILES - 2)
    assert pages_of(day.papers.out / "نامه‌ها.pdf") == 3
    result.close_sheet()


def at_once(count: int, day: Day) -> FolderTarget:
    target = FolderTarget(day.papers.out)
    target.at_once = count
    return target


def test_it_stops_between_two_papers(day: Day) -> None:
    sheet = day.open()
    rows = sheet.chosen_rows()
    sheet.close_sheet()
    run = day.many.run(rows, VALUES, at_once(2, day))
    progress = open_sheet_of(day.page)
    assert isinstance(progress, ProgressSheet)
    run.progressed.connect(lambda done, _total: done == 2 and progress.ask_to_close())
    result = day.result()
    assert day.ends(result) == [End.PRINTED] * 2 + [End.LEFT] * (FILES - 1)
    assert day.steps() == [RunStep.COPY] * 2 + [RunStep.ISSUE] * (FILES - 1)
    result.close_sheet()


def test_other_writes_come_in_between(day: Day) -> None:
    """A colleague's write waits for a few papers, not for the run."""
    context, done = day.page.context, []
    sheet = day.open()
    rows = sheet.chosen_rows()
    sheet.close_sheet()
    run = day.many.run(rows, VALUES, at_once(1, day))

    def write(at: int, _total: int) -> None:
        if at == 1:
            documents, actor = context.services.documents, context.actor
            request = day.papers.request()
            context.lanes.write(day.page, lambda: documents.issue(actor, request), lambda _: done.append(run._at))

    run.progressed.connect(write)
    result = day.result()
    assert done
    assert done[0] < FILES
    result.close_sheet()


def test_who_was_invited_meanwhile_is_not_invited_twice(day: Day) -> None:
    sheet = day.open()
    rows = sheet.chosen_rows()
    sheet.close_sheet()
    runs, actor = day.papers.desk.services.paper_runs, day.papers.desk.actors["unit_head"]
    runs.make(actor, [rows[1]], "دیگری", VALUES)
    day.many.run(rows, VALUES, FolderTarget(day.papers.out))
    result = day.result()
    assert day.ends(result) == [End.PRINTED, End.REFUSED] + [End.PRINTED] * (FILES - 1)
    assert "هم‌اکنون صادر شده" in result._report.outcomes[1].words
    result.close_sheet()


def test_papers_not_printed_yet_are_found_again(day: Day) -> None:
    day.papers.issued(originals=2)
    sheet = day.many.unprinted()
    day.settle()
    assert sheet.chosen_rows() == ()
    sheet.rows.choose_all(["0"])
    (row,) = sheet.chosen_rows()
    assert (row.step, row.title) == (RunStep.ORIGINAL, "گواهی حضور در جلسه مشاوره")
    sheet.close_sheet()
    day.many.run((row,), (), FolderTarget(day.papers.out))
    day.result().close_sheet()
    assert day.papers.desk.services.paper_runs.unprinted(day.page.context.actor).rows == ()
