"""The sheet «advice without a file» (P-25): four answers and it is counted; one key makes it a file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.changes import Done
from services.codes.service import Code
from services.quick_entries import AdviceDraft, AdviceRow, NightRow
from ui.context import AppContext
from ui.intake.start import IntakeStart, Origin
from ui.runtime.kept_form import KeptForm
from ui.runtime.refusals import show_refusal
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import Notice
from ui.widgets.number_edits import CountEdit, PhoneEdit
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet

FORM = "quick_entries:advice"
FILE_KEY = "F10"
_USUAL_MINUTES = "15"


class AdviceSheet(Sheet):
    """Opened from anywhere. `night`: the advice completes this night entry, which is told above the form.
    `row`: advice that is corrected."""

    def __init__(
        self, window: QWidget, context: AppContext, night: NightRow | None = None, row: AdviceRow | None = None
    ) -> None:
        super().__init__(window, "", width=620)
        self.set_title(self.tr("Advice without a file") if row is None else self.tr("Correct the advice"))
        self.context, self._night, self._row = context, night, row
        self._numbers = Notice(
            self.tr("Ambulance 115 · Social emergency 123 · Patrol 110"), "danger", "phone-outline"
        )
        self._numbers.hide()
        self._results: tuple[Code, ...] = ()
        self._becomes_file = False
        self.form = FormGrid(2)
        self._make_fields()
        if night is not None:
            self.body.addWidget(Words(told_of(night), "quiet", wrap=True))
        self.body.addWidget(self.form)
        words = self.tr("Register the advice") if row is None else self.tr("Store")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        self._file = QuietButton(with_keys(self.tr("Becomes a file"), FILE_KEY))
        self.add_button(self._file)
        self._file.setVisible(night is None and row is None and context.may(Right.CASE_REGISTER))
        self._file.clicked.connect(self._on_file)
        key_shortcut(FILE_KEY, self, self._on_file)
        self.submitted.connect(lambda: self._save(becomes_file=False))
        self.kept = KeptForm(self, context, FORM, self.form, subject=row.id.hex if row is not None else "")
        self.closed.connect(self.kept.flush)
        self._fill()

    def can_close(self) -> bool:
        if not self.kept.is_dirty:
            return True
        answer = ask(
            self.window(),
            self.tr("Leave the advice?"),
            self.tr("What you typed is stored as a draft."),
            (
                Action("keep", self.tr("Keep the draft and leave"), "primary"),
                Action("discard", self.tr("Discard what was typed"), "danger"),
                Action("stay", self.tr("Go on writing")),
            ),
        )
        if answer == "discard":
            self.kept.done()
        elif answer == "keep":
            self.kept.flush()
        return answer in ("keep", "discard")

    def _make_fields(self) -> None:
        danger = Segments((Choice("yes", self.tr("Yes")), Choice("no", self.tr("No"))), walks_on=True)
        note = MultilineEdit(lines=2, max_lines=5)
        add = self.form.add
        add("topic", Field(self.tr("Subject"), ChoiceEdit(), required=True))
        add("minutes", Field(self.tr("Minutes"), CountEdit(1, 480), required=True))
        add("result", Field(self.tr("Result"), ChoiceEdit(), required=True))
        add("is_danger", Field(self.tr("Is anybody in danger?"), danger, required=True))
        self.form.add_widget(self._numbers)
        add("name", Field(self.tr("Name, if told"), TextEdit1()))
        add("phone", Field(self.tr("Telephone, if told"), PhoneEdit()))
        add("note", Field(self.tr("Note"), note), 2)
        add("day", Field(self.tr("Day"), JalaliDateEdit()))
        self.form.field("is_danger").changed.connect(self._on_danger)
        self.form.field("result").changed.connect(self._on_result)

    def _fill(self) -> None:
        """The lists come from a lane, then what was left in the draft."""
        services, actor = self.context.services, self.context.actor

        def read() -> tuple[tuple[Code, ...], ...]:
            names = ("advice_topic", "case_category_group", "advice_result")
            return tuple(services.codes.all(actor, name) for name in names)

        self.context.lanes.read(self, read, self._on_lists)

    def _on_lists(self, lists: tuple[tuple[Code, ...], ...]) -> None:
        topics, groups, self._results = lists
        words = {group.code: group.label for group in groups}
        rows = [Choice(one.code, one.label, words.get(str(one.does("group")), "")) for one in topics]

        def fill() -> None:
            self._choice("topic").set_choices(rows)
            self._choice("result").set_choices([Choice(one.code, one.label) for one in self._results])
            self.form.field("minutes").set_value(_USUAL_MINUTES)
            self.form.field("day").set_value(self.context.today())
            if self._night is not None:
                self.form.field("phone").set_value(self._night.safe_phone)
            if self._row is not None:
                self._fill_from(self._row)

        self.kept.quietly(fill)
        if self._night is None:
            self.kept.load()

    def _fill_from(self, row: AdviceRow) -> None:
        values = {name: getattr(row, name) for name in ("topic", "result", "name", "phone", "note", "day")}
        danger = "yes" if row.is_danger else "no"
        self.form.set_values({**values, "minutes": str(row.minutes), "is_danger": danger})

    def _on_danger(self) -> None:
        self._numbers.setVisible(self.form.field("is_danger").value() == "yes")

    def _on_result(self) -> None:
        """An urgent measure was taken: there was danger."""
        chosen = self._result(str(self.form.field("result").value()))
        if chosen is not None and chosen.does("is_danger"):
            self.form.field("is_danger").set_value("yes")

    def _on_file(self) -> None:
        """F10: what is known goes on into the intake; the result says so by itself."""
        if self._file.isHidden():
            return
        result = self.form.field("result")
        if not result.value():
            result.set_value(next((one.code for one in self._results if one.does("is_file")), ""))
        self._save(becomes_file=True)

    def _save(self, *, becomes_file: bool) -> None:
        if not self.form.check() or not self.main.isEnabled():
            return
        self._set_saving(True)
        self._becomes_file = becomes_file
        self.context.lanes.write(self, self._deed(), self._on_saved, self._on_refused)

    def _deed(self) -> Callable[[], Done[AdviceRow]]:
        """What is written: new advice, that of a night entry, or a correction."""
        draft, night, row = self._draft(), self._night, self._row
        entries, actor = self.context.services.quick_entries, self.context.actor
        if row is not None:
            return partial(entries.correct_advice, actor, row.id, row.version, draft)
        if night is not None:
            return partial(entries.advice_from_night, actor, night.id, night.version, draft)
        return partial(entries.add_advice, actor, draft)

    def _draft(self) -> AdviceDraft:
        value = self._value
        minutes = self.form.field("minutes").edit
        assert isinstance(minutes, CountEdit)
        return AdviceDraft(
            topic=str(value("topic")),
            minutes=minutes.number(),
            result=str(value("result")),
            is_danger={"yes": True, "no": False}.get(str(value("is_danger"))),
            name=str(value("name")),
            phone=str(value("phone")),
            note=str(value("note")),
            day=value("day"),
        )

    def _on_saved(self, row: AdviceRow) -> None:
        self.kept.done()
        self.close_sheet()
        if self._becomes_file:
            self.context.navigate("intake", start_of_advice(row))
        else:
            said = self.tr("The advice was registered") if self._row is None else self.tr("The advice is corrected")
            self.context.toasts.show(said)

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        self.set_notice(show_refusal(self.context, self.form, error))

    def _set_saving(self, saving: bool) -> None:
        self.main.setEnabled(not saving)
        self._file.setEnabled(not saving)

    def _result(self, code: str) -> Code | None:
        return next((one for one in self._results if one.code == code), None)

    def _value(self, key: str) -> Any:
        return self.form.field(key).value()

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit


def start_of_advice(row: AdviceRow) -> IntakeStart:
    """What the intake is told of advice that becomes a file."""
    told = "\u060c ".join(part for part in (row.topic_label, row.name, row.note) if part)
    return IntakeStart(Origin.ADVICE, row.id, row.version, row.name, row.phone, told, row.group)


def told_of(night: NightRow) -> str:
    """A night entry in one line: who, and what happened."""
    return " \u2014 ".join(filter(None, (night.names, night.line)))
