"""Every widget on one picture: `python -m ui.widgets.gallery OUT.png [--dark] [--practice] [--scale 1.5]`."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from services.persian.digits import to_persian
from ui.i18n import install_translators
from ui.theme.style import application, apply_theme
from ui.theme.theme import px
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import BirthDateEdit, JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip, Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.mark import Mark
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import ConflictBar, EmptyState
from ui.widgets.number_edits import NationalCodeEdit, PhoneEdit
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_table import RowsTable
from ui.widgets.segments import YesNoRefused
from ui.widgets.time_edit import TimeEdit
from ui.widgets.timeline import Step, Timeline


class Gallery(QWidget):
    """A page of samples in the order of the look."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(16), px(24), px(18))
        outer.setSpacing(px(14))
        outer.addLayout(self._head())
        conflict = ConflictBar(self)
        conflict.setVisible(True)
        outer.addWidget(conflict)
        cards = QGridLayout()
        cards.setSpacing(px(14))
        cards.addWidget(self._form(), 0, 0, 2, 1)
        cards.addWidget(self._rows(), 0, 1)
        cards.addWidget(self._table(), 1, 1)
        cards.setColumnStretch(0, 3)
        cards.setColumnStretch(1, 2)
        outer.addLayout(cards, 1)
        outer.addWidget(self._path())

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(Words(self.tr("All widgets"), "pageTitle"))
        line.addWidget(Chip(self.tr("ready"), "accent"))
        line.addWidget(Chip(self.tr("yesterday"), "attention"))
        line.addWidget(Chip(self.tr("4 days ago"), "danger"))
        line.addWidget(Chip(self.tr("today"), "information"))
        line.addWidget(Chip(self.tr("closed"), "quiet"))
        line.addWidget(Mark(self.tr("K"), self.tr("words of the mark")))
        line.addStretch(1)
        off = PrimaryButton(self.tr("Save"))
        off.setEnabled(False)
        for button in (LinkButton(self.tr("More"), "chevron-down"), DangerButton(self.tr("Discard")), off):
            line.addWidget(button)
        line.addWidget(QuietButton(self.tr("Print"), "printer-outline"))
        line.addWidget(PrimaryButton(self.tr("Save"), "check"))
        return line

    def _form(self) -> Card:
        card = Card(self.tr("Form"), self.tr("draft stored"))
        grid = FormGrid(3)
        self.grid = grid
        name = TextEdit1()
        name.set_value(self.tr("Sample name"))
        grid.add("name", Field(self.tr("Name"), name, required=True))
        code = NationalCodeEdit()
        code.set_value("1234567890")
        field = grid.add("code", Field(self.tr("National code"), code, lines=2))
        field.check()
        phone = PhoneEdit()
        phone.set_value("09600000000")
        grid.add("phone", Field(self.tr("Phone"), phone))
        birth = BirthDateEdit()
        birth.set_value(date(1992, 5, 4))
        grid.add("birth", Field(self.tr("Birth date"), birth))
        day = JalaliDateEdit()
        day.set_value(date(2026, 11, 21))
        grid.add("day", Field(self.tr("Date of the letter"), day))
        grid.add("hour", Field(self.tr("Hour"), TimeEdit(), self.tr("like 9:30")))
        choices = [
            Choice(str(n), self.tr("Choice {n}").format(n=to_persian(n)), self.tr("Group")) for n in range(1, 9)
        ]
        choice = ChoiceEdit(choices)
        choice.set_value("2")
        grid.add("choice", Field(self.tr("Category"), choice))
        amount = AmountEdit("toman")
        amount.set_value(15_000_000)
        grid.add("amount", Field(self.tr("Amount"), amount, lines=2), 2)
        answer = YesNoRefused()
        answer.set_value("yes")
        grid.add("answer", Field(self.tr("Is there fear?"), answer), 2)
        off = TextEdit1()
        off.set_value(self.tr("Sample name"))
        off.setEnabled(False)
        grid.add("off", Field(self.tr("Not now"), off))
        many = MultiChoice(choices[:5])
        many.set_value(("1", "3"))
        grid.add("many", Field(self.tr("Several"), many), 3)
        grid.add(
            "note", Field(self.tr("Description"), MultilineEdit(self.tr("Only you read this; it is not printed"))), 3
        )
        card.add(grid)
        card.body.addStretch(1)
        return card

    def _rows(self) -> Card:
        card = Card(self.tr("Ahead"), self.tr("12 items"))
        rows = RowList(fits=True)
        rows.set_rows(
            [
                Row(
                    1,
                    self.tr("Answer to branch 3"),
                    self.tr("refers to 1405/8/217"),
                    self.tr("4 days ago"),
                    "danger",
                    "reply-outline",
                ),
                Row(
                    2,
                    self.tr("Follow-up call"),
                    self.tr("case 1112-1405-0037"),
                    self.tr("today"),
                    "information",
                    "phone",
                ),
                Row(
                    3,
                    self.tr("First interview"),
                    self.tr("room 1"),
                    self.tr("ready"),
                    "accent",
                    lead=self.tr("09:00"),
                ),
            ]
        )
        card.add(rows)
        return card

    def _table(self) -> Card:
        card = Card(self.tr("Table"))
        columns = (
            Column[tuple[str, str, str]](self.tr("Case"), lambda row: row[0], lambda row: row[0], width=150),
            Column[tuple[str, str, str]](self.tr("Subject"), lambda row: row[1]),
            Column[tuple[str, str, str]](
                self.tr("State"), lambda row: row[2], tone=lambda _row: "information", width=120
            ),
        )
        model = RowsModel(columns, self)
        subject, state = self.tr("Marital disputes"), self.tr("open")
        model.set_rows([(self.tr("1112-1405-0037"), subject, state) for _ in range(3)])
        table = RowsTable(model)
        table.select_first()
        card.add(table, 1)
        card.add(
            EmptyState(
                self.tr("Nothing here yet; register the first one."), self.tr("New intake"), "folder-open-outline"
            )
        )
        return card

    def _path(self) -> Card:
        card = Card(self.tr("Path of the case"), self.tr("53 days since referral"))
        day = self.tr("12 Mehr")
        words = [
            self.tr("Referral"),
            self.tr("Intake"),
            self.tr("Screen"),
            self.tr("Session 1"),
            self.tr("Session 2"),
        ]
        titles = [*words, self.tr("Settlement"), self.tr("Answer")]
        steps = [Step(title, day) for title in titles]
        steps.append(Step(self.tr("Late"), self.tr("4 Azar"), tone="danger", done=False))
        steps.append(Step(self.tr("Follow-up"), self.tr("4 Dey"), done=False))
        card.add(Timeline(steps))
        return card


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--practice", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--size", default="1366x1000")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    install_translators(app)
    apply_theme(app, "dark" if given.dark else "light", given.practice, given.scale)
    gallery = Gallery()
    width, height = (int(part) for part in given.size.split("x"))
    gallery.resize(width, height)
    gallery.show()
    app.processEvents()
    gallery.grid.field("choice").edit.setFocus()
    app.processEvents()
    return 0 if gallery.grab().save(given.out) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
