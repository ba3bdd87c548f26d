"""Times and deadlines: each a setting, because units differ ([OK] in domain.md)."""

from collections.abc import Mapping
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from services.actor import Right
from services.errors import AppError
from services.persian.digits import to_persian
from services.settings import DECLARED
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.settings.section import Section
from ui.widgets.buttons import PrimaryButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.number_edits import CountEdit
from ui.widgets.tick import Tick
from ui.widgets.time_edit import TimeEdit

Value = int | bool | str

Groups = tuple[tuple[object, tuple[tuple[str, object], ...]], ...]

_GROUPS: Groups = (
    (
        QT_TRANSLATE_NOOP("TimesSection", "Working day and meetings"),
        (
            ("day_starts", QT_TRANSLATE_NOOP("TimesSection", "The day begins")),
            ("day_ends", QT_TRANSLATE_NOOP("TimesSection", "The day ends")),
            ("session_minutes", QT_TRANSLATE_NOOP("TimesSection", "Single meeting, minutes")),
            ("apart_minutes", QT_TRANSLATE_NOOP("TimesSection", "Between the two sides, minutes")),
            ("invitation_attempts", QT_TRANSLATE_NOOP("TimesSection", "Invitations at most")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("TimesSection", "Safety"),
        (
            ("screen_valid_days", QT_TRANSLATE_NOOP("TimesSection", "A screen holds, days")),
            ("review_days_high", QT_TRANSLATE_NOOP("TimesSection", "High danger is reviewed after, days")),
            ("review_days_low", QT_TRANSLATE_NOOP("TimesSection", "Lower danger is reviewed after, days")),
            ("child_clock_hours", QT_TRANSLATE_NOOP("TimesSection", "Child at risk: report within, hours")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("TimesSection", "Follow-up after the outcome"),
        (
            ("follow_up_first", QT_TRANSLATE_NOOP("TimesSection", "First round, months after (0: none)")),
            ("follow_up_second", QT_TRANSLATE_NOOP("TimesSection", "Second round, months after (0: none)")),
            ("follow_up_third", QT_TRANSLATE_NOOP("TimesSection", "Third round, months after (0: none)")),
            ("follow_up_percent", QT_TRANSLATE_NOOP("TimesSection", "Drawn of a hundred files")),
            ("follow_up_flag_days", QT_TRANSLATE_NOOP("TimesSection", "With an open mark, after days")),
            ("follow_up_tries", QT_TRANSLATE_NOOP("TimesSection", "Honest tries before no news")),
            ("return_months", QT_TRANSLATE_NOOP("TimesSection", "Returning clients: within months")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("TimesSection", "What lies ahead"),
        (
            ("resting_days", QT_TRANSLATE_NOOP("TimesSection", "A file rests after, days")),
            ("scan_days", QT_TRANSLATE_NOOP("TimesSection", "A signed sheet is scanned within, days")),
            ("referral_out_days", QT_TRANSLATE_NOOP("TimesSection", "Other bodies answer within, days")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("TimesSection", "Seat and lock"),
        (
            ("idle_minutes", QT_TRANSLATE_NOOP("TimesSection", "Locks after, minutes")),
            ("idle_minutes_desk", QT_TRANSLATE_NOOP("TimesSection", "At the front desk, minutes")),
            ("idle_minutes_interview", QT_TRANSLATE_NOOP("TimesSection", "During an interview, minutes")),
            ("cover_seconds", QT_TRANSLATE_NOOP("TimesSection", "Home covers itself after, seconds")),
            ("pin_hours", QT_TRANSLATE_NOOP("TimesSection", "A PIN holds, hours")),
        ),
    ),
)
_CLOCK = frozenset({"day_starts", "day_ends"})
_FEW_TICKS = 4
"""More of them stand two abreast."""


class TimesSection(Section):
    """`groups` are its cards, each with the settings in it and their words."""

    right = Right.SETTINGS_MANAGE
    groups: Groups = _GROUPS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._stored: dict[str, Value] = {}
        self._fields: dict[str, Field | Tick] = {}
        self._forms: list[FormGrid] = []
        self._under_way = 0
        for title, rows in self.groups:
            ticks = sum(isinstance(DECLARED[key].default, bool) for key, _words in rows)
            form = FormGrid(2 if ticks > _FEW_TICKS else 3, submits=True)
            form.submitted.connect(self.save)
            for key, words in rows:
                self._add(form, key, _tr(words), span=1 if ticks > _FEW_TICKS else 0)
            self.card(_tr(title)).add(form)
            self._forms.append(form)
        self._button = PrimaryButton(self.tr("Store"))
        self._button.clicked.connect(self.save)
        self.box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("TimesSection", "Times and safety")

    def load(self) -> None:
        self.read(lambda: self.services.settings.all(self.actor), self._show)

    def save(self) -> None:
        """Store every value that was changed, one after the other; the first refusal stops."""
        if not all(form.check() for form in self._forms):
            return
        changed = [(key, value) for key, value in self._values().items() if value != self._stored.get(key)]
        if not changed:
            self.context.toasts.show(self.tr("Nothing was changed."))
            return
        self._button.setEnabled(False)
        for key, value in changed:
            store = partial(self.services.settings.set, self.actor, key, value)
            self.context.lanes.write(self, store, self._on_stored, self._refused)
        self._under_way = len(changed)

    def _on_stored(self, _none: None) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._done()

    def _done(self) -> None:
        self.load()
        self.context.toasts.show(self.tr("The settings are stored."))

    def _show(self, values: Mapping[str, Value]) -> None:
        self._stored = dict(values)
        self._button.setEnabled(True)
        for key, field in self._fields.items():
            value = values[key]
            field.set_value(time(*divmod(int(value), 60)) if key in _CLOCK else _shown(value))

    def _values(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, field in self._fields.items():
            value: Any = field.value()
            if key in _CLOCK:
                found[key] = value.hour * 60 + value.minute if value is not None else self._stored[key]
            elif isinstance(DECLARED[key].default, bool):
                found[key] = bool(value)
            else:
                found[key] = int(value) if value else self._stored[key]
        return found

    def _refused(self, error: Exception) -> None:
        self._button.setEnabled(True)
        field = self._fields.get(error.field or "") if isinstance(error, AppError) else None
        if isinstance(error, AppError) and isinstance(field, Field):
            field.set_error(sentence_of(error))
        else:
            self.context.errors.present(error)

    def _add(self, form: FormGrid, key: str, words: str, span: int) -> None:
        """`span` is that of a tick, 0 for a row of its own; a field under ticks abreast begins a row."""
        declared = DECLARED[key]
        if isinstance(declared.default, bool):
            tick = Tick(words)
            form.add_widget(tick, span)
            self._fields[key] = tick
            return
        if key in _CLOCK:
            field = Field(words, TimeEdit())
        else:
            hint = self.tr("{low} to {high}").format(low=to_persian(declared.low), high=to_persian(declared.high))
            field = Field(words, CountEdit(declared.low, declared.high), hint)
        if span:
            form.new_row()
        form.add(key, field)
        self._fields[key] = field


def _shown(value: Value) -> Value:
    return value if isinstance(value, bool) else str(value)


def _tr(source: object) -> str:
    return QCoreApplication.translate("TimesSection", str(source))
