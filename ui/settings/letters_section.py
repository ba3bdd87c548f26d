"""The letter texts by paper, and the head of the papers; each opens on a page of its own."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from services.actor import Right
from services.clock import local
from services.documents import LetterRow
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.settings.section import RowsSection
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row


class LettersSection(RowsSection[LetterRow]):
    right = Right.SETTINGS_MANAGE
    nouns = ("letter_template",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        head = self.card(self.tr("Head of the papers"))
        words = self.tr(
            "Emblem, motto of the year, font, the order of sender and addressee, the form of the numbers."
        )
        head.add(Words(words, "quiet", wrap=True))
        self.look = QuietButton(self.tr("Change the look of the papers"), "image-edit-outline")
        self.look.clicked.connect(lambda: context.navigate("paper_look", None))
        across = QHBoxLayout()
        across.addWidget(self.look)
        across.addStretch(1)
        head.add(across)
        card = self.card(self.tr("Texts"))
        words = self.tr("Papers already issued keep their text; an update of the program overwrites none of yours.")
        card.add(Words(words, "quiet", wrap=True))
        self.put_list(card, EmptyState(self.tr("No text is here.")))

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("LettersSection", "Letter texts and letterhead")

    def load(self) -> None:
        texts = self.services.letter_texts
        self.read(lambda: texts.rows(self.actor), lambda rows: self.show_rows(rows, self._as_row))

    def open_row(self, row: LetterRow) -> None:
        self.context.navigate("letter_text", row.letter)

    def _as_row(self, row: LetterRow) -> Row:
        if not row.is_own or row.saved_at is None:
            paper = row.paper if row.paper != row.part else ""
            return Row(row.letter, row.part, paper, self.tr("of the program"), "quiet")
        day = format_date(local(row.saved_at).date())
        words = self.tr("{paper} · {day} · {by}").format(paper=row.paper, day=day, by=row.saved_by)
        behind = self.tr("own; a newer one came")
        return Row(row.letter, row.part, words, behind if row.is_behind else self.tr("own"), "accent")
