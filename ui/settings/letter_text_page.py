"""A letter text and, beside it, the paper that follows while one types; what cannot be is told by its line."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.documents import LetterDetail, LetterDraft, LetterPreview
from services.errors import AppError, StaleError
from ui.context import AppContext
from ui.documents.paper_card import PaperCard
from ui.navigation import GAP, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.settings.letter_edit import LetterEdit
from ui.settings.versions_sheet import VersionsSheet
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import ConflictBar, Notice

FORM = "letter_text"
_PAUSE_MS = 180
_KEYS = "Ctrl+Space"


class LetterTextPage(Page):
    """Opened with the letter's id. Ctrl+Enter stores a new version, Ctrl+Space inserts a place."""

    scrolls = False

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._letter = str(argument or "")
        self._detail: LetterDetail | None = None
        self._line = 0
        self.set_title(self.tr("Letter text"))
        self._make_buttons()
        self._make_form()
        self.card = PaperCard(context.lanes)
        row = QHBoxLayout()
        row.setSpacing(px(GAP))
        row.addLayout(self._column, 1)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)
        self._kept = PageDraft(self, context, FORM, self._letter, self._texts)
        self._kept.restored.connect(self._preview)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut(_KEYS, self, self._ask_place, keys)
        context.bus.on(self, ("paper_look", "unit"), self._preview)

    def activate(self, argument: Any = None) -> None:
        if self._detail is None:
            texts, actor, letter = self.context.services.letter_texts, self.context.actor, self._letter
            self.context.lanes.read(self, lambda: texts.get(actor, letter), self._open, latest="text")

    def leave(self) -> None:
        self._kept.flush()

    def main_action(self) -> None:
        """Store a new version; a text that cannot be used puts the cursor into its line."""
        detail = self._detail
        if detail is None or not self._save.isEnabled():
            return
        texts, actor, draft = self.context.services.letter_texts, self.context.actor, self.draft()
        self._save.setEnabled(False)
        self.context.lanes.write(
            self, lambda: texts.save(actor, draft, detail.number), self._on_saved, self._on_refused
        )

    def draft(self) -> LetterDraft:
        """The text as it stands."""
        return LetterDraft(self._letter, self._value("title"), self._value("subject"), self.edit.value())

    # --- what is shown ----------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._versions = QuietButton(self.tr("Earlier versions"), "history")
        self._versions.clicked.connect(self._show_versions)
        self._save = PrimaryButton(self.tr("Store this text"), "check")
        self._save.clicked.connect(self.main_action)
        self._save.setToolTip(with_keys(self._save.text(), "Ctrl+Return"))
        for button in (self._versions, self._save):
            button.setEnabled(False)
            self.add_button(button)

    def _make_form(self) -> None:
        self.form = FormGrid(2)
        self.form.add("title", Field(self.tr("Name of the paper"), TextEdit1(), required=True))
        self.form.add("subject", Field(self.tr("Subject"), TextEdit1()))
        self.form.changed.connect(self._on_changed)
        self.place = ChoiceEdit(placeholder=self.tr("Type or choose"))
        words = with_keys(self.tr("Insert a place"), _KEYS)
        self._place_field = Field(words, self.place, lines=0)
        self.place.changed.connect(self._on_place)
        self.edit = LetterEdit()
        hint = self.tr("An empty line begins a paragraph; # and a space a heading, - or a number a list, ! a frame.")
        self.text = Field(self.tr("Text"), self.edit, hint, lines=2)
        self.edit.changed.connect(self._on_changed)
        self._conflict, self._notice = ConflictBar(), Notice("", "attention")
        self._conflict.reload_wanted.connect(self._show_theirs)
        self._conflict.keep_wanted.connect(self._keep_mine)
        self._notice.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(px(8))
        for widget in (self._conflict, self.form, self._place_field):
            self._column.addWidget(widget)
        box = self.text.layout()
        assert isinstance(box, QVBoxLayout)
        box.setStretchFactor(self.edit, 1)
        box.takeAt(box.count() - 1)  # the field's own spring: here the text takes the room
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self._notice)

    def _open(self, detail: LetterDetail) -> None:
        self._show(detail)
        self._kept.load(self._put)
        self.edit.setFocus()

    def _show(self, detail: LetterDetail) -> None:
        self._detail = detail
        row = detail.row
        state = self.tr("the unit's own text") if row.is_own else self.tr("the text of the program")
        if row.is_behind:
            state = self.tr("the unit's own text; the program brought a newer one, see the earlier versions")
        self.set_title(f"{row.paper} · {row.part}" if row.part != row.paper else row.paper, state)
        self.form.field("title").setVisible(detail.has_title)
        self.form.field("subject").setVisible(detail.has_subject)
        self.form.setVisible(detail.has_title or detail.has_subject)
        self._place_field.setVisible(bool(detail.places))
        self.place.set_choices([Choice(place.name, place.label) for place in detail.places])
        texts = {"title": detail.draft.title, "subject": detail.draft.subject, "body": detail.draft.body}
        self._kept.filling(lambda: self._put(texts))
        self._conflict.hide()
        for button in (self._versions, self._save):
            button.setEnabled(True)
        self._preview()

    def _put(self, texts: dict[str, Any]) -> None:
        for name in ("title", "subject"):
            self.form.field(name).set_value(str(texts.get(name, "")))
        self.edit.setPlainText(str(texts.get("body", "")))

    def _value(self, name: str) -> str:
        return str(self.form.field(name).value())

    # --- places -----------------------------------------------------------------------------------------------

    def _ask_place(self) -> None:
        if self._place_field.isVisible():
            self.place.setFocus()
            self.place.open_list()

    def _on_place(self) -> None:
        name = self.place.value()
        place = next((one for one in self._detail.places if one.name == name), None) if self._detail else None
        if place is None:
            return
        QTimer.singleShot(0, self, partial(self._insert, place.opens, place.closes))

    def _insert(self, opens: str, closes: str) -> None:
        self.place.set_value("")
        self.edit.setFocus()
        self.edit.insert_place(opens, closes)

    # --- the preview ------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._kept.touch()
        self._pause.start()

    def _preview(self) -> None:
        if self._detail is None:
            return
        texts, actor, draft = self.context.services.letter_texts, self.context.actor, self.draft()
        self.context.lanes.read(
            self, lambda: texts.preview(actor, draft), self._show_preview, self._tell, latest="preview"
        )

    def _show_preview(self, preview: LetterPreview) -> None:
        self._mark(0, "")
        self.card.view.show_paper(preview.content)
        self._notice.say("\n".join(preview.warnings[:3]), "attention")
        self._notice.setVisible(bool(preview.warnings))

    def _tell(self, error: Exception) -> None:
        """While one types: beside the text or its field, with the line; the last paper that could be stays."""
        if not isinstance(error, AppError):
            self.context.errors.present(error)
            return
        line = error.values.get("line", 0)
        if error.field is None or not self.form.set_error(error.field, sentence_of(error)):
            self._mark(int(str(line)), sentence_of(error))

    def _mark(self, line: int, sentence: str) -> None:
        self._line = line
        self.edit.mark_line(line)
        self.text.set_error(sentence)

    # --- storing ----------------------------------------------------------------------------------------------

    def _on_saved(self, detail: LetterDetail) -> None:
        self._kept.forget()
        self._show(detail)
        self.context.toasts.show(self.tr("The text is stored; papers to come are made with it."))

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        self._tell(error)
        if self._line or self.text.error():
            self.edit.go_to_line(self._line or 1)
        else:
            self.form.focus_first_error()

    def _show_theirs(self) -> None:
        self._kept.forget()
        texts, actor, letter = self.context.services.letter_texts, self.context.actor, self._letter
        self.context.lanes.read(self, lambda: texts.get(actor, letter), self._open, latest="text")

    def _keep_mine(self) -> None:
        texts, actor, letter = self.context.services.letter_texts, self.context.actor, self._letter

        def take(detail: LetterDetail) -> None:
            self._detail = detail
            self._conflict.hide()
            self._save.setEnabled(True)
            self.main_action()

        self.context.lanes.read(self, lambda: texts.get(actor, letter), take, latest="text")

    def _show_versions(self) -> None:
        detail = self._detail
        if detail is None:
            return
        sheet = VersionsSheet(self, detail)
        texts, actor = self.context.services.letter_texts, self.context.actor

        def go_back(version: int) -> None:
            def done(stored: LetterDetail) -> None:
                self._on_saved(stored)
                sheet.close_sheet()

            def refused(error: Exception) -> None:
                sheet.set_notice(sentence_of(error) if isinstance(error, AppError) else "")
                if not isinstance(error, AppError):
                    self.context.errors.present(error)

            restore = partial(texts.restore, actor, detail.row.letter, version, detail.number)
            self.context.lanes.write(sheet, restore, done, refused)

        sheet.chosen.connect(go_back)
        sheet.open_sheet()

    def _texts(self) -> dict[str, Any]:
        draft = self.draft()
        return {"title": draft.title, "subject": draft.subject, "body": draft.body}
