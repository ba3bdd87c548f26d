"""Papers that prove themselves: looking one up, the unit's keys, and what others check with."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from services.actor import Right
from services.clock import local
from services.documents import IssuedPaper
from services.documents.proving.service import KeyState
from services.documents.proving.short_code import key_words
from services.errors import AppError
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.documents.saving import write_file
from ui.runtime.errors import sentence_of
from ui.settings.section import Section
from ui.theme.palette import Tone
from ui.widgets import file_dialog
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import Flow
from ui.widgets.notices import Notice


class ProofSection(Section):
    """Everybody looks papers up; who manages settings hands keys out and takes others' in."""

    right = Right.DOCUMENT_READ
    nouns = ("unit", "document")

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._make_look_up()
        self._manages = context.may(Right.SETTINGS_MANAGE)
        self._result = Notice("", "accent")
        if self._manages:
            self._make_keys()

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("ProofSection", "Genuine papers")

    def load(self) -> None:
        if self._manages:
            self.read(lambda: self.services.proofs.state(self.actor), self._show)

    def look_up(self, typed: str) -> None:
        """Find the unit's own paper by its short code."""
        documents = self.services.documents

        def failed(error: Exception) -> None:
            if not isinstance(error, AppError):
                self.context.errors.present(error)
                return
            self._found.say(sentence_of(error), "attention")
            self._found.show()

        self.context.lanes.read(self, lambda: documents.find_by_code(self.actor, typed), self._show_found, failed)

    def _make_look_up(self) -> None:
        card = self.card(self.words())
        words = self.tr(
            "The short code stands in the foot of every paper of this unit. Typed here it finds the paper in our own "
            "book; what the paper says is compared with the stored one."
        )
        self.form = FormGrid(2)
        self.form.add("code", Field(self.tr("Short code"), TextEdit1()))
        button = PrimaryButton(self.tr("Look the paper up"), "magnify")
        button.enter_clicks = True
        button.clicked.connect(lambda _checked=False: self.look_up(str(self.form.field("code").value())))
        self._open = QuietButton(self.tr("Open the paper"), "file-document-outline")
        self._open.enter_clicks = True
        self._open.hide()
        self._paper: IssuedPaper | None = None
        self._open.clicked.connect(self._on_open)
        self._found = Notice("", "accent")
        self._found.hide()
        card.add(Words(words, "quiet", wrap=True))
        card.add(self.form)
        card.add(_row(button, self._open))
        card.add(self._found)

    def _make_keys(self) -> None:
        keys = self.card(self.tr("Keys of this unit"))
        self._keys = Words("", wrap=True)
        words = self.tr(
            "Courts get the page: one file that opens in any browser without a network. Other units with Sazesh get "
            "the key card and the list of void papers. All of them may be handed to anybody."
        )
        renew = DangerButton(self.tr("Replace the signing key"), "key-change")
        renew.enter_clicks = True
        renew.clicked.connect(self._on_renew)
        keys.add(self._keys)
        keys.add(Words(words, "quiet", wrap=True))
        keys.add(
            _row(
                self._button(self.tr("Save the page for courts"), "web-check", self._on_page),
                self._button(self.tr("Save the key card"), "card-account-details-outline", self._on_card),
                self._button(self.tr("Save the list of void papers"), "file-cancel-outline", self._on_list),
            )
        )
        keys.add(_row(renew))
        others = self.card(self.tr("Keys of other units"))
        self._others = Words("", wrap=True)
        others.add(self._others)
        others.add(
            _row(
                self._button(self.tr("Take in a key card"), "card-plus-outline", self._on_take_card),
                self._button(self.tr("Take in a list of void papers"), "file-import-outline", self._on_take_list),
            )
        )
        self._result.hide()
        others.add(self._result)

    def _button(self, words: str, icon: str, on_click: Callable[[], None]) -> QuietButton:
        button = QuietButton(words, icon)
        button.enter_clicks = True
        button.clicked.connect(lambda _checked=False: on_click())
        return button

    def _earlier(self, key_id: str, last_day: date | None) -> str:
        if last_day is None:
            return key_words(key_id)
        return self.tr("{key} (until {day})").format(key=key_words(key_id), day=format_date(last_day))

    def _show(self, state: KeyState) -> None:
        told = [self.tr("The present key is {key}.").format(key=key_words(state.key_id))]
        if state.earlier:
            names = " · ".join(map(self._earlier, state.earlier, state.last_days))
            told.append(self.tr("Earlier papers are checked with {keys}.").format(keys=names))
        if state.list_on is not None:
            told.append(self.tr("The list of void papers is of {day}.").format(day=format_date(state.list_on)))
        if not state.may_sign:
            told.append(
                self.tr("You do not hold the present key: what you issue carries no code until you sign in anew.")
            )
        self._keys.setText(" ".join(told))
        nobody = self.tr("No other unit's key card has been taken in yet.")
        self._others.setText(" · ".join(state.other_units) or nobody)

    def _show_found(self, paper: IssuedPaper) -> None:
        self._paper = paper
        values = {"title": paper.title, "number": f"\u2066{paper.number}\u2069" if paper.number else self.tr("none")}
        values["day"] = format_date(local(paper.issued_at).date())
        if paper.is_void:
            words = self.tr("{title}, number {number}, {day}: issued here and made void: {reason}")
            self._found.say(words.format(**values, reason=paper.void_reason), "danger")
        else:
            words = self.tr("{title}, number {number}, {day}: issued here and valid.")
            self._found.say(words.format(**values), "accent")
        self._found.show()
        self._open.show()

    def _on_open(self) -> None:
        if self._paper is not None:
            self.context.navigate("paper", self._paper.id)

    def _on_page(self) -> None:
        self._save(self.tr("Page for courts"), "html", lambda: self.services.proofs.court_page(self.actor))

    def _on_card(self) -> None:
        self._save(self.tr("Key card"), "sazesh-keys", lambda: self.services.proofs.key_card(self.actor))

    def _on_list(self) -> None:
        self._save(self.tr("List of void papers"), "sazesh-void", lambda: self.services.proofs.void_list(self.actor))

    def _save(self, name: str, ending: str, make: Callable[[], bytes]) -> None:
        kinds = self.tr("Files ({pattern})").format(pattern=f"*.{ending}")
        place = file_dialog.ask_where_to_save(self, name, f"{name}.{ending}", kinds)
        if place is not None:
            self.save_to(place, make)

    def save_to(self, place: Path, make: Callable[[], bytes]) -> None:
        """Write what `make` gives, whole or not at all."""

        def saved(_done: None) -> None:
            self._tell(self.tr("Saved: {file}").format(file=f"\u2066{place.name}\u2069"))

        self.context.lanes.read(self, lambda: write_file(place, make()), saved, self._refused)

    def _on_take_card(self) -> None:
        file = self._asked(self.tr("Take in a key card"), "sazesh-keys")
        if file is not None:
            self.take_card(file)

    def take_card(self, file: Path) -> None:
        """Trust the keys in that file."""

        def taken(units: tuple[str, ...]) -> None:
            words = self.tr("The keys of {units} are known now. Compare the key id by telephone.")
            self._tell(words.format(units=" · ".join(units)))

        proofs = self.services.proofs
        self.context.lanes.write(
            self, lambda: proofs.take_key_card(self.actor, file.read_bytes()), taken, self._refused
        )

    def _on_take_list(self) -> None:
        file = self._asked(self.tr("Take in a list of void papers"), "sazesh-void")
        if file is None:
            return
        proofs, words = self.services.proofs, self.tr("The list of {day} is known now.")
        self.context.lanes.write(
            self,
            lambda: proofs.take_list(self.actor, file.read_bytes()),
            lambda day: self._tell(words.format(day=format_date(day))),
            self._refused,
        )

    def _asked(self, title: str, ending: str) -> Path | None:
        kinds = self.tr("Files ({pattern})").format(pattern=f"*.{ending}")
        return file_dialog.ask_for_existing_file(self, title, kinds)

    def _on_renew(self) -> None:
        words = self.tr(
            "Papers are signed by a new key from everybody's next sign-in on. Papers issued until now can still be "
            "checked. Courts and other units need the new page or key card. Go on?"
        )
        actions = (Action("no", self.tr("Leave it")), Action("yes", self.tr("Replace the key"), "danger"))
        if ask(self.window(), self.tr("Replace the signing key"), words, actions) == "yes":
            self.renew()

    def renew(self) -> None:
        """A new signing key."""
        words = self.tr("The new key is {key}.")
        self.context.lanes.write(
            self,
            lambda: self.services.proofs.renew_key(self.actor),
            lambda key_id: self._tell(words.format(key=key_words(key_id))),
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self._tell(sentence_of(error), "danger")
        elif isinstance(error, OSError):
            self._tell(self.tr("The file can't be read or written there."), "danger")
        else:
            self.context.errors.present(error)

    def _tell(self, sentence: str, tone: Tone = "accent") -> None:
        self._result.say(sentence, tone)
        self._result.show()


def _row(*buttons: PrimaryButton | QuietButton | DangerButton) -> Flow:
    """Beside each other; where the text is large, in as many lines as they need."""
    row = Flow(gap=10)
    for button in buttons:
        row.addWidget(button)
    return row
