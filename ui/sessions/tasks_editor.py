"""What is to be done until the next meeting, a line each: the next line comes by itself (P-39)."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from services.cases import PartyRow
from services.sessions import TaskDraft, TaskRow
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import UnderLine
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import OneLine
from ui.widgets.line_edit import TextEdit1
from ui.widgets.tick import Tick

_STRETCHES = (11, 6, 6)
_DONE_WIDTH = 56


class TaskLine(QWidget):
    """One task; without words it is none. `changed`: something was typed."""

    changed = Signal()

    def __init__(self, people: Sequence[Choice], number: int) -> None:
        super().__init__()
        self.task_id: UUID | None = None
        self.text = TextEdit1(self.tr("What is to be done"))
        self.who = ChoiceEdit(people, self.tr("The unit"))
        self.due = JalaliDateEdit()
        self.due.setPlaceholderText(self.tr("Until"))
        self.done = Tick(self.tr("Done"))
        self._under = UnderLine(0)
        named = (
            (self.text, self.tr("Task {number}")),
            (self.who, self.tr("Task {number}: who")),
            (self.due, self.tr("Task {number}: until")),
            (self.done, self.tr("Task {number}: done")),
        )
        for edit, words in named:
            edit.setAccessibleName(words.format(number=number))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(0)
        for column, field in enumerate((self.text, self.who, self.due)):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, _STRETCHES[column])
        grid.addWidget(self.done, 0, 3)
        grid.setColumnMinimumWidth(3, px(_DONE_WIDTH))
        grid.addWidget(self._under, 1, 0, 1, 4)
        self.done.hide()
        for one in (self.text, self.who, self.due, self.done):
            one.changed.connect(self._on_changed)
        self.due.problem_changed.connect(self._on_problem)
        self.due.hint_changed.connect(self._on_hint)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.text, self.who, self.due, self.done)

    def is_empty(self) -> bool:
        return not self.text.value()

    def draft(self) -> TaskDraft:
        who = self.who.value()
        due = self.due.value()
        return TaskDraft(self.text.value(), UUID(who) if who else None, due, self.done.value(), self.task_id)

    def put(self, row: TaskRow) -> None:
        self.task_id = row.id
        self.text.set_value(row.text)
        self.who.set_value(str(row.party_id) if row.party_id else "")
        self.due.set_value(row.due_on)
        self.done.set_value(row.done_on is not None)
        self.done.show()

    def texts(self) -> dict[str, str]:
        found = {"text": text_of(self.text), "who": text_of(self.who), "due": text_of(self.due)}
        return found | {"done": text_of(self.done), "id": self.task_id.hex if self.task_id else ""}

    def put_texts(self, texts: dict[str, Any]) -> None:
        for key, edit in (("text", self.text), ("who", self.who), ("due", self.due), ("done", self.done)):
            put_text(edit, str(texts.get(key, "")))
        stored = str(texts.get("id", ""))
        self.task_id = UUID(stored) if stored else None
        self.done.setVisible(self.task_id is not None)

    def check(self) -> bool:
        return self.is_empty() or (self.who.check() and self.due.check())

    def set_error(self, key: str, sentence: str) -> None:
        edit = {"due_on": self.due, "party_id": self.who}.get(key, self.text)
        edit.set_invalid(True)
        self._under.say(sentence, "danger")

    def wrong(self) -> QWidget | None:
        """Where the error is."""
        if not self._under.text():
            return None
        return self.due if self.due.problem() else self.text

    def _on_changed(self) -> None:
        for edit in (self.text, self.who, self.due):
            edit.set_invalid(bool(edit.problem()))
        self._under.say(self.due.problem(), "danger")
        self.changed.emit()

    def _on_problem(self, sentence: str) -> None:
        self.due.set_invalid(bool(sentence))
        self._under.say(sentence, "danger")

    def _on_hint(self, sentence: str) -> None:
        if not self.due.problem() and self.due.hasFocus():
            self._under.say(sentence, "quiet")


class TasksEditor(QWidget):
    """The lines of a session, and always an empty one at the end. Enter walks on, as in every form."""

    changed = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[TaskLine] = []
        self._people: tuple[Choice, ...] = ()
        self._is_filling = False
        self._under = UnderLine(0)
        self._heads = QGridLayout()
        self._heads.setHorizontalSpacing(px(8))
        for column, words in enumerate((self.tr("Task"), self.tr("Who"), self.tr("Until"))):
            self._heads.addWidget(OneLine(words, "label"), 0, column)
            self._heads.setColumnStretch(column, _STRETCHES[column])
        self._heads.setColumnMinimumWidth(3, px(_DONE_WIDTH))
        self._box = QVBoxLayout()
        self._box.setSpacing(px(4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(2))
        box.addLayout(self._heads)
        box.addLayout(self._box)
        box.addWidget(self._under)

    def set_people(self, parties: Iterable[PartyRow]) -> None:
        """Who can be asked to do something; nobody means the unit itself."""
        self._people = tuple(Choice(str(one.id), one.name or one.role_label, one.role_label) for one in parties)
        self.put(())

    def put(self, rows: Sequence[TaskRow]) -> None:
        """Stored tasks."""
        self._fill([partial(TaskLine.put, row=row) for row in rows])

    def drafts(self) -> tuple[TaskDraft, ...]:
        return tuple(line.draft() for line in self.lines if not line.is_empty())

    def texts(self) -> list[dict[str, str]]:
        return [line.texts() for line in self.lines if not line.is_empty()]

    def put_texts(self, texts: Sequence[dict[str, Any]]) -> None:
        self._fill([partial(TaskLine.put_texts, texts=one) for one in texts])

    def stops(self) -> list[QWidget]:
        return [stop for line in self.lines for stop in line.stops()]

    def check(self) -> bool:
        checked = [line.check() for line in self.lines]
        return all(checked)

    def set_error(self, path: str, sentence: str) -> bool:
        """`1.due_on` is the second line with words; "" for all of them."""
        place, _, key = path.partition(".")
        if not place:
            self._under.say(sentence, "danger")
            return True
        written = [line for line in self.lines if not line.is_empty()]
        if not place.isdecimal() or int(place) >= len(written):
            return False
        written[int(place)].set_error(key, sentence)
        return True

    def first_error(self) -> QWidget | None:
        return next((edit for edit in (line.wrong() for line in self.lines) if edit is not None), None)

    def _fill(self, fillers: Sequence[Callable[[TaskLine], None]]) -> None:
        self._is_filling = True
        self._clear()
        for fill in fillers:
            fill(self._add())
        self._add()
        self._is_filling = False
        self.grown.emit()

    def _add(self) -> TaskLine:
        line = TaskLine(self._people, len(self.lines) + 1)
        line.changed.connect(self._on_changed)
        self.lines.append(line)
        self._box.addWidget(line)
        return line

    def _clear(self) -> None:
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.lines = []
        self._under.say("", "quiet")

    def _on_changed(self) -> None:
        if self._is_filling:
            return
        self._under.say("", "quiet")
        if self.lines and not self.lines[-1].is_empty():
            last = self.lines[-1].done
            new = self._add()
            before: QWidget = last
            for stop in new.stops():
                QWidget.setTabOrder(before, stop)
                before = stop
            self.grown.emit()
        self.changed.emit()

    def focus_first(self) -> None:
        if self.lines:
            self.lines[0].text.setFocus(Qt.FocusReason.TabFocusReason)
