"""The look of the unit's papers and, beside it, a letter that follows while one types (domain.md §3.1, R-2)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.documents import InstalledFont, LookDetail, LookDraft, LookPreview
from services.errors import AppError, StaleError
from ui.context import AppContext
from ui.documents.paper_card import PaperCard
from ui.navigation import GAP, Page
from ui.runtime.errors import sentence_of
from ui.runtime.kept_form import KeptForm
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.file_dialog import ask_for_existing_file
from ui.widgets.form_grid import FormGrid
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.segments import Segments

FORM = "paper_look"
SIDE = 380
_PAUSE_MS = 180
_MOST = 16_000_000
"""Bytes that are read of a picture; an emblem may have a quarter of it."""
_PROGRAM, _STORED = "program", "stored"
_FROM, _TO = "from", "to"


class LookPage(Page):
    """Ctrl+Enter stores the look for all papers to come."""

    scrolls = False

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._detail: LookDetail | None = None
        self._files = LookDraft()
        self._good_emblem = b""
        self._fonts: dict[str, InstalledFont] = {}
        self.set_title(self.tr("Look of the papers"))
        self._save = PrimaryButton(self.tr("Store the look"), "check")
        self._save.clicked.connect(self.main_action)
        self._save.setToolTip(with_keys(self._save.text(), "Ctrl+Return"))
        self._save.setEnabled(False)
        self.add_button(self._save)
        self._make_form()
        self._make_emblem()
        self._lay_out_body()
        self._kept = KeptForm(self, context, FORM, self.form)
        self._kept.restored.connect(self._on_changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self.form.changed.connect(self._on_changed)
        self.font_edit.changed.connect(self._on_font)
        context.bus.on(self, ("letter_template",), self._preview)

    def activate(self, argument: Any = None) -> None:
        if self._detail is None:
            self._load()

    def leave(self) -> None:
        self._kept.flush()

    def main_action(self) -> None:
        """Store the look; what cannot be is told beside its field."""
        detail = self._detail
        if detail is None or not self._save.isEnabled():
            return
        looks, actor, draft = self.context.services.paper_looks, self.context.actor, self.draft()
        self._save.setEnabled(False)
        self.context.lanes.write(
            self, lambda: looks.save(actor, draft, detail.versions), self._on_saved, self._on_refused
        )

    def draft(self) -> LookDraft:
        """The look as it stands in the form."""
        values = self.form.values()
        return replace(
            self._files,
            opening=values["opening"],
            motto=values["motto"],
            greeting=values["greeting"],
            to_first=values["order"] == _TO,
            number_format=values["number_format"],
        )

    # --- what is shown ----------------------------------------------------------------------------------------

    def _make_form(self) -> None:
        self.form = FormGrid(1)
        number, motto = TextEdit1(), TextEdit1()
        self.form.add("number_format", Field(self.tr("Form of letter numbers"), number, lines=2))
        self.form.add("motto", Field(self.tr("Motto of the year"), motto))
        self.form.add("opening", Field(self.tr("Opening of every paper"), TextEdit1()))
        self.form.add("greeting", Field(self.tr("Greeting of letters"), TextEdit1()))
        order = Segments([Choice(_FROM, self.tr("From, then to")), Choice(_TO, self.tr("To, then from"))])
        self.form.add("order", Field(self.tr("Sender and addressee"), order, lines=0))
        self.font_edit = ChoiceEdit()
        hint = self.tr("Fonts of this computer; the font is kept with the data, so others print the same.")
        self.form.add("font", Field(self.tr("Font"), self.font_edit, hint, lines=2))

    def _make_emblem(self) -> None:
        self._emblem_words = Words("", "quiet", wrap=True)
        self.choose = QuietButton(self.tr("Choose a picture"), "image-outline")
        self.choose.clicked.connect(self._choose_emblem)
        self.remove = QuietButton(self.tr("Remove"))
        self.remove.clicked.connect(lambda: self.take_emblem(b""))
        self._emblem_error = Words("", "error", wrap=True)
        self._emblem_error.hide()

    def _lay_out_body(self) -> None:
        self._conflict, self._notice = ConflictBar(), Notice("", "attention")
        self._conflict.reload_wanted.connect(self._load)
        self._conflict.keep_wanted.connect(self._keep_mine)
        self._notice.hide()
        emblem, words = Card(self.tr("Emblem")), Card(self.tr("Head of the papers"))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        for item in (self._emblem_words, buttons, self._emblem_error):
            emblem.add(item)
        words.add(self.form)
        column = QWidget()
        column.setObjectName("ScrollContent")
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(GAP))
        for widget in (self._conflict, self._notice, words, emblem):
            down.addWidget(widget)
        down.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFixedWidth(px(SIDE))
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidget(column)
        GutterBar(side, self, 13)
        self.card = PaperCard(self.context.lanes)
        row = QHBoxLayout()
        row.setSpacing(px(GAP))
        row.addWidget(side)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)

    def _load(self) -> None:
        looks, actor = self.context.services.paper_looks, self.context.actor
        folders = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation)

        def both() -> tuple[LookDetail, tuple[InstalledFont, ...]]:
            return looks.get(actor), looks.fonts(folders)

        self.context.lanes.read(self, both, self._open, latest="look")

    def _open(self, found: tuple[LookDetail, tuple[InstalledFont, ...]]) -> None:
        detail, fonts = found
        self._fonts = {font.regular: font for font in fonts}
        self._show(detail)
        self._kept.load()
        self.form.focus_first()

    def _show(self, detail: LookDetail) -> None:
        self._detail, draft = detail, detail.draft
        self._files = LookDraft(emblem=draft.emblem, font=draft.font, bold=draft.bold, font_name=draft.font_name)
        self._good_emblem = draft.emblem
        self._kept.quietly(lambda: self._fill(detail))
        self._conflict.hide()
        self._save.setEnabled(True)
        self._tell_emblem("")
        self._preview()

    def _fill(self, detail: LookDetail) -> None:
        draft = detail.draft
        choices = [Choice(_PROGRAM, self.tr("Vazirmatn, of the program"))]
        if draft.font:
            choices.append(Choice(_STORED, draft.font_name, quiet=self.tr("in use")))
        choices += [Choice(font.regular, font.name) for font in self._fonts.values() if font.name != draft.font_name]
        self.font_edit.set_choices(choices)
        self.form.set_values(
            {
                "number_format": draft.number_format,
                "motto": draft.motto,
                "opening": draft.opening,
                "greeting": draft.greeting,
                "order": _TO if draft.to_first else _FROM,
                "font": _STORED if draft.font else _PROGRAM,
            }
        )
        for name, words in (("opening", detail.opening), ("greeting", detail.greeting)):
            self.form.field(name).set_hint(self.tr("Empty: «{words}»").format(words=words))
        self._places = " ".join(detail.places)

    # --- emblem and font --------------------------------------------------------------------------------------

    def _choose_emblem(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg)"
        path = ask_for_existing_file(self.window(), self.tr("Choose a picture"), kinds)
        if path is not None:
            self.context.lanes.read(self, lambda: _beginning(path), self.take_emblem, latest="emblem")

    def take_emblem(self, content: bytes) -> None:
        """A picture that was chosen, nothing for none; the preview says whether it can be used."""
        self._files = replace(self._files, emblem=content)
        self._tell_emblem("")
        self._preview()

    def _tell_emblem(self, error: str) -> None:
        has_one = bool(self._files.emblem)
        self._emblem_words.setText(
            self.tr("It stands at the top right, over the lines of the organisation.")
            if has_one
            else self.tr("None yet. A PNG or JPEG picture, at the top right of every paper but the neutral ones.")
        )
        self.remove.setEnabled(has_one)
        self._emblem_error.setText(error)
        self._emblem_error.setVisible(bool(error))

    def _on_font(self) -> None:
        chosen, detail = self.font_edit.value(), self._detail
        if detail is None or chosen not in (_PROGRAM, _STORED, *self._fonts):
            return
        stored = detail.draft
        if chosen == _STORED:
            self._take_font((stored.font, stored.bold, stored.font_name))
        elif chosen == _PROGRAM:
            self._take_font((b"", b"", ""))
        else:
            font = self._fonts[chosen]
            self.context.lanes.read(self, lambda: _read(font), self._take_font, latest="font")

    def _take_font(self, font: tuple[bytes, bytes, str]) -> None:
        content, bold, name = font
        self._files = replace(self._files, font=content, bold=bold, font_name=name)
        self._preview()

    # --- the preview ------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._pause.start()

    def _preview(self) -> None:
        if self._detail is None:
            return
        looks, actor, draft = self.context.services.paper_looks, self.context.actor, self.draft()
        self.context.lanes.read(
            self, lambda: looks.preview(actor, draft), self._show_preview, self._tell, latest="preview"
        )

    def _show_preview(self, preview: LookPreview) -> None:
        self._good_emblem = self._files.emblem
        self.card.view.show_paper(preview.content)
        for name in ("number_format", "font"):
            self.form.field(name).set_error("")
        self._tell_emblem("")
        open_no, confidential = preview.numbers
        words = self.tr("For example {number}, confidential {confidential}; from {places}.")
        self.form.field("number_format").set_hint(
            words.format(number=open_no, confidential=confidential, places=self._places)
        )
        self._notice.say("\n".join(preview.warnings[:3]), "attention")
        self._notice.setVisible(bool(preview.warnings))

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self.context.errors.present(error)
        elif error.field == "emblem":
            self._files = replace(self._files, emblem=self._good_emblem)
            self._tell_emblem(sentence_of(error))
        elif error.field is None or not self.form.set_error(error.field, sentence_of(error)):
            self._notice.say(sentence_of(error), "attention")
            self._notice.show()

    # --- storing ----------------------------------------------------------------------------------------------

    def _on_saved(self, detail: LookDetail) -> None:
        self._kept.done()
        self._show(detail)
        self.context.toasts.show(self.tr("The look is stored; papers to come have it."))

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        self._tell(error)
        self.form.focus_first_error()

    def _keep_mine(self) -> None:
        looks, actor = self.context.services.paper_looks, self.context.actor

        def take(detail: LookDetail) -> None:
            self._detail = detail
            self._conflict.hide()
            self.main_action()

        self.context.lanes.read(self, lambda: looks.get(actor), take, latest="look")


def _beginning(path: Path) -> bytes:
    """The whole picture, or enough of a far too large file to be told so."""
    with path.open("rb") as file:
        return file.read(_MOST)


def _read(font: InstalledFont) -> tuple[bytes, bytes, str]:
    bold = Path(font.bold).read_bytes() if font.bold else b""
    return Path(font.regular).read_bytes(), bold, font.name
