"""The page of figures: the same numbers as the report, ways to the files for the head alone, and the paper."""

from dataclasses import replace

from PySide6.QtCore import Qt

from services.documents import PaperKind, PaperOffer
from services.staff.rights import rights_of
from tests.ui.desk import Desk
from tests.ui.letters.test_letter_book import OpenPage, sheet_of
from ui.documents.argument import IssueArgument
from ui.documents.issue_page import draft_subject, read_argument
from ui.play.keyboard import Keyboard
from ui.statistics.files_sheet import FilesSheet
from ui.statistics.statistics_page import StatisticsPage


def shown(open_page: OpenPage, keyboard: Keyboard, role: str = "unit_head") -> StatisticsPage:
    page = open_page(role, kind=StatisticsPage)
    keyboard.settle(lambda: bool(page.cards))
    assert isinstance(page, StatisticsPage)
    return page


def test_a_figure_leads_to_its_files(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = shown(open_page, keyboard)
    assert page.report is not None
    table = page.report.table("flow")
    [new] = [row for row in table.rows if row.key == "new"]
    assert new.values[0]
    assert page._tiles[0].figure() == page.cards[0].links[0].text()
    keyboard.push(page.cards[0].links[0])
    sheet = sheet_of(page, FilesSheet)
    keyboard.settle(lambda: sheet.rows.model().rowCount() > 0)
    assert sheet.rows.model().rowCount() == new.values[0]
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    keyboard.settle()
    [(key, _case_id)] = filled.said.went
    assert key == "case"


def test_the_pictures_show_what_the_tables_count(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = shown(open_page, keyboard)
    assert page.report is not None
    sums = page.report.table("subjects").sums
    assert sums is not None
    subjects = page.pictures.bars("subjects").rows()
    assert sum(row.values[0] for row in subjects) == sums.values[0]
    counts = [row.values[0] for row in subjects if not row.is_quiet]
    assert counts == sorted(counts, reverse=True)


def test_who_does_not_see_every_file_sees_figures_alone(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard
) -> None:
    """A commander: the list of a figure would tell that a file is hidden."""
    head = filled.actors["unit_head"]
    filled.actors["unit_head"] = replace(head, rights=rights_of("station_commander"))
    page = shown(open_page, keyboard)
    assert not any(card.links for card in page.cards)
    assert not page._issue.isVisibleTo(page)


def test_the_report_is_made_of_the_period_in_sight(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = shown(open_page, keyboard)
    page.period.set_value("quarter-1405-3")
    keyboard.settle(lambda: page.report is not None and page.report.period.name == "quarter-1405-3")
    page.main_action()
    [(key, argument)] = filled.said.went
    wanted = IssueArgument(None, "monthly_statistics", period="quarter-1405-3")
    assert (key, argument) == ("issue_paper", wanted)
    offer = PaperOffer(PaperKind.MONTHLY_STATISTICS, "", None, "")
    assert read_argument(draft_subject(wanted, offer)) == wanted
