"""The page before everything: who is here, and the password or the PIN of the shift (P-28, P-41, P-44)."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.data_folder import Account, FrontSheet
from ui.sign_in.entry_panel import EntryPanel
from ui.sign_in.tiles import Person, Tiles
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.centred_card import CentredCard, centred
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import Words

_WIDTH, _LIST_WIDTH, _LIST_HEIGHT = 780, 330, 330
_AROUND = 400
"""What stands over and under the list of people, and the air that the page keeps."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SignInPage(QWidget):
    """`password_given(username, password)`, `pin_given(staff_id, pin)`; `forgotten(account)` asks for the sheet.

    `verify_wanted`: somebody holds a paper and wants to know whether it is genuine.

    The page knows nobody's secret: whoever owns the session opens it and tells the outcome by `panel`.
    """

    password_given = Signal(str, str)
    pin_given = Signal(object, str)
    forgotten = Signal(object)
    verify_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sign in"))
        self._front = FrontSheet("", "", ())
        self._with_pin: frozenset[UUID] = frozenset()
        self._logo = Words(self.tr("Sazesh"), "figure")
        self._unit = Words("", "quiet")
        self._practice = Words("", "practice", wrap=True)
        self._practice.setContentsMargins(px(12), px(8), px(12), px(8))
        self._locked = Words("", "quiet", wrap=True)
        self._verify = LinkButton(self.tr("Is this paper genuine?"))
        self.panel = EntryPanel()
        self.tiles = Tiles()
        self.tiles.setAccessibleName(self.tr("Who is here"))
        self._people = QScrollArea()
        self.tiles.chosen.connect(self._on_chosen)
        self.tiles.picked.connect(lambda _key: self.panel.take_keyboard())
        self.panel.password_given.connect(self._on_password)
        self.panel.pin_given.connect(self._on_pin)
        self.panel.forgotten.connect(self._on_forgotten)
        self._verify.clicked.connect(lambda _checked=False: self.verify_wanted.emit())
        self._lay_out()

    def show_front(self, front: FrontSheet) -> None:
        """The tiles, and the unit's name over them; the chosen one stays chosen."""
        self._front = front
        self._unit.setText(" · ".join(part for part in (front.unit_name, front.section) if part))
        practice = self.tr("Practice mode: everything here is made up, and every paper says so.")
        self._practice.setText(practice if front.is_practice else "")
        self._practice.setVisible(front.is_practice)
        self._people.setVisible(len(front.accounts) > 1)
        self._show_rows()
        if self.tiles.current() is None and front.accounts:
            self.choose(front.accounts[0].staff_id)
        elif not front.accounts:
            self.panel.show_nobody()

    def set_pins(self, staff_ids: Collection[UUID]) -> None:
        """Who may come back by the PIN of this shift."""
        self._with_pin = frozenset(staff_ids)
        self._show_rows()
        account = self.account()
        if account is not None:
            self._show_entry(account)

    def set_locked(self, sentence: str) -> None:
        """What is said while somebody's page waits behind this one; "" when nobody's does."""
        self._locked.setText(sentence)
        self._locked.setVisible(bool(sentence))

    def choose(self, staff_id: UUID) -> None:
        """Make somebody the one who signs in, and take the keyboard to the field."""
        self.tiles.choose(staff_id)
        self.panel.take_keyboard()

    def account(self) -> Account | None:
        """Who is chosen."""
        key = self.tiles.current()
        return next((each for each in self._front.accounts if each.staff_id == key), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.panel.is_busy():
            super().keyPressEvent(event)
        else:
            self.tiles.step(step)
            self.panel.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """Everybody is in sight where the window is high enough."""
        wanted = max(px(_LIST_HEIGHT), min(self.tiles.sizeHint().height(), self.height() - px(_AROUND)))
        self._people.setMinimumHeight(wanted)

    def _show_rows(self) -> None:
        pin = self.tr("PIN")
        people = [
            Person(
                each.staff_id,
                each.full_name,
                each.role_words,
                pin if each.staff_id in self._with_pin else "",
            )
            for each in self._front.accounts
        ]
        self.tiles.set_people(people)
        self._fit_list()

    def _on_chosen(self, _key: object) -> None:
        tile = self.tiles.current_tile()
        if tile is not None:
            self._people.ensureWidgetVisible(tile)
        account = self.account()
        if account is not None:
            self._show_entry(account)

    def _show_entry(self, account: Account) -> None:
        hint = dict(self._front.practice_passwords).get(account.username, "")
        by_pin = account.staff_id in self._with_pin
        self.panel.show_account(account.full_name, account.role_words, by_pin=by_pin, practice=hint)

    def _on_password(self, password: str) -> None:
        account = self.account()
        if account is not None:
            self.password_given.emit(account.username, password)

    def _on_pin(self, pin: str) -> None:
        account = self.account()
        if account is not None:
            self.pin_given.emit(account.staff_id, pin)

    def _on_forgotten(self) -> None:
        account = self.account()
        if account is not None:
            self.forgotten.emit(account)

    def _lay_out(self) -> None:
        card = CentredCard(_WIDTH)
        across = QHBoxLayout(card)
        across.setContentsMargins(px(20), px(20), px(20), px(20))
        across.setSpacing(px(24))
        self._people.setFixedWidth(px(_LIST_WIDTH))
        self._people.setMinimumHeight(px(_LIST_HEIGHT))
        self._people.setFrameShape(QFrame.Shape.NoFrame)
        self._people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._people.setWidgetResizable(True)
        self._people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._people.setWidget(self.tiles)
        self.tiles.setAutoFillBackground(False)
        GutterBar(self._people, card, 16)
        across.addWidget(self._people)
        across.addWidget(self.panel, 1, Qt.AlignmentFlag.AlignVCenter)
        for words in (self._practice, self._locked):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setFixedWidth(px(_WIDTH))
        self._practice.hide()
        self._locked.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._band())
        outer.addLayout(centred(self._practice, card, self._locked, self._verify), 1)

    def _band(self) -> QFrame:
        """The name of the program and of the unit, on the ground that the rail has later."""
        band = QFrame()
        band.setObjectName("Band")
        inside = QVBoxLayout(band)
        inside.setContentsMargins(px(24), px(14), px(24), px(18))
        inside.setSpacing(0)
        for words in (self._logo, self._unit):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(words)
        return band
