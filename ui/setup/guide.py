"""The first start: five short steps on one calm page; Enter goes on, and nothing typed is lost between them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from services.clock import Clock, today
from services.errors import AppError, InvalidDraft
from services.persian.digits import to_persian
from ui.runtime.errors import sentence_of
from ui.runtime.lanes import Lanes
from ui.runtime.shortcuts import key_shortcut
from ui.setup.colleagues_step import ColleaguesStep
from ui.setup.head_step import HeadStep
from ui.setup.numbers_step import NumbersStep
from ui.setup.recovery_panel import RecoveryPanel
from ui.setup.step import Step
from ui.setup.unit_step import UnitStep, unit_values
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.centred_card import CentredCard, centred
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import Words
from ui.widgets.walking import EnterWalk

if TYPE_CHECKING:
    from services.opening import SetUp, SetupDraft
    from services.vault.argon import ArgonCost

_WIDTH = 860


class Guide(QWidget):
    """`finished(SetUp)` after the recovery sheet is confirmed; `restore_wanted` for who has a backup."""

    finished = Signal(object)
    restore_wanted = Signal()

    def __init__(
        self, folder: Path, clock: Clock, lanes: Lanes, cost: "Callable[[], ArgonCost]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("First start"))
        self._folder, self._clock, self._lanes, self._cost = folder, clock, lanes, cost
        self._made: SetUp | None = None
        self.unit, self.head = UnitStep(), HeadStep()
        self.colleagues, self.numbers = ColleaguesStep(), NumbersStep()
        self.recovery = RecoveryPanel(lanes, self._tell)
        self.steps: tuple[Step, ...] = (self.unit, self.head, self.colleagues, self.numbers)
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self._stack.addWidget(self.recovery)
        self._title, self._where = Words("", "pageTitle"), Words("", "quiet")
        self._notice = Words("", "error", wrap=True)
        self.next = PrimaryButton("")
        self.next.enter_clicks = True
        self._back = QuietButton(self.tr("Back"))
        self._restore = LinkButton(self.tr("I have a backup"))
        self.next.clicked.connect(self.go_on)
        self._back.clicked.connect(self.go_back)
        self._restore.clicked.connect(self.restore_wanted)
        self.recovery.confirmed.connect(self._on_confirmed)
        EnterWalk(self)
        key_shortcut("Ctrl+Return", self, self.go_on, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        self._show(0)

    def take_keyboard(self) -> None:
        current = self._stack.currentWidget()
        if isinstance(current, Step):
            current.take_keyboard()

    def place(self) -> int:
        """The step in sight, from 0."""
        return self._stack.currentIndex()

    def draft(self) -> "SetupDraft":
        """What stands in all steps."""
        from services.opening import Colleague, SetupDraft
        from services.staff import StaffDraft
        from services.unit_profile import UnitDraft

        head, people = self.head.form.values(), []
        for number in self.colleagues.filled_rows():
            row: dict[str, Any] = dict(self.colleagues.row(number))
            password = row.pop("password")
            people.append(Colleague(StaffDraft(**row), password))
        unit: dict[str, Any] = unit_values(self.unit.form)
        return SetupDraft(
            unit=UnitDraft(**unit),
            head=StaffDraft(head["full_name"], "unit_head", head["rank"], may_sign=True),
            head_password=head["password"],
            rooms=self.colleagues.rooms(),
            colleagues=tuple(people),
            last_numbers=self.numbers.last_numbers(),
        )

    def go_on(self) -> None:
        """The next step, when this one can be left; from the last one, work begins."""
        if not self.next.isEnabled():
            return
        place = self.place()
        if place == len(self.steps):
            if self._made is not None:
                self.finished.emit(self._made)
            return
        step = self.steps[place]
        if not step.check():
            return
        errors = dict(step.own_errors()) | self._errors_of(step)
        step.show_errors(errors)
        if errors:
            return
        if place + 1 < len(self.steps):
            self._show(place + 1)
        else:
            self._make()

    def go_back(self) -> None:
        if 0 < self.place() < len(self.steps):
            self._show(self.place() - 1)

    def may_close(self) -> bool:
        """Nothing is stored before the last step, and the sheet is seen this once: whoever leaves is asked."""
        from ui.widgets.ask import Action, ask

        is_made = self.place() == len(self.steps)
        if (self.place() == 0 and not self.unit.form.values()["name"]) or (is_made and self.next.isEnabled()):
            return True
        words = (
            self.tr("Nobody has proved the recovery sheet yet. After signing in you will have to make another one.")
            if is_made
            else self.tr("Nothing is stored yet: what you wrote in these steps is lost.")
        )
        actions = (Action("stay", self.tr("Go on writing"), "primary"), Action("leave", self.tr("Close"), "danger"))
        return ask(self.window(), self.tr("Close the first start?"), words, actions) == "leave"

    def _errors_of(self, step: Step) -> dict[str, str]:
        """What the services find wrong in the fields of this step."""
        from services.opening.set_up import errors_of

        found: dict[str, str] = {}
        for error in errors_of(self.draft(), self._clock):
            owner, _, field = (error.field or "").partition(".")
            if owner in step.owns and field:
                found.setdefault(field, sentence_of(error))
        return found

    def _make(self) -> None:
        draft, folder, clock = self.draft(), self._folder, self._clock
        self._set_busy(busy=True)

        def make() -> "SetUp":
            from services.opening import set_up

            return set_up(folder, draft, clock, self._cost())

        self._lanes.read(self, make, self._on_made, self._tell)

    def _on_made(self, made: "SetUp") -> None:
        from services.backup import sheet_code

        self._made = made
        self._set_busy(busy=False)
        draft = self.draft()
        self._show(len(self.steps))
        self.recovery.show_code(
            sheet_code(made.recovery),
            draft.unit,
            draft.head.full_name,
            today(self._clock),
            is_practice=draft.is_practice,
        )

    def _tell(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, AppError):
            first = error.errors[0] if isinstance(error, InvalidDraft) and error.errors else error
            self._notice.setText(sentence_of(first))
        else:
            raise error

    def _on_confirmed(self) -> None:
        self.next.setEnabled(True)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: int) -> None:
        policy = QSizePolicy.Policy
        for number, step in enumerate((*self.steps, self.recovery)):
            # the card is as high as the step in it, not as the highest
            step.setSizePolicy(policy.Preferred, policy.Preferred if number == place else policy.Ignored)
        self._stack.setCurrentIndex(place)
        last = place == len(self.steps)
        title = self.tr("The recovery sheet") if last else self.steps[place].title
        self._title.setText(title)
        words = self.tr("Step {number} of {total}")
        self._where.setText(words.format(number=to_persian(place + 1), total=to_persian(len(self.steps) + 1)))
        makes = place == len(self.steps) - 1
        self.next.setText(
            self.tr("Begin to work") if last else self.tr("Make the unit") if makes else self.tr("Go on")
        )
        self.next.setEnabled(not last)
        self._back.setVisible(0 < place < len(self.steps))
        self._restore.setVisible(place == 0)
        self._notice.setText("")
        if last:
            self.recovery.take_keyboard()
        else:
            self.steps[place].comes_in()
            self.steps[place].take_keyboard()

    def _set_busy(self, *, busy: bool) -> None:
        self._notice.setText("")
        self._stack.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self.next.setEnabled(not busy)
        self.next.setText(self.tr("Keys and data are being made …") if busy else self.tr("Make the unit"))

    def _lay_out(self) -> None:
        card = CentredCard(_WIDTH)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._where)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self.next)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._restore)
        box = QVBoxLayout(card)
        box.setContentsMargins(px(24), px(18), px(24), px(18))
        box.setSpacing(px(12))
        box.addLayout(head)
        box.addWidget(self._stack)
        box.addWidget(self._notice)
        box.addLayout(foot)
        inside = QWidget()
        inside.setObjectName("ScrollContent")
        logo = Words(self.tr("Sazesh"), "figure")
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.setLayout(centred(logo, card))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        GutterBar(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
