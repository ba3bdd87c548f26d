"""Who came, one key a person, and what follows a missed hour: in the sheet of an appointment (domain.md §2.6)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.errors import AppError
from services.persian.digits import to_persian
from services.scheduling import Door, DoorDraft, DoorPerson
from services.scheduling.shapes import AppointmentRow, Invitee
from services.sessions import AttendanceMark
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.scheduling.words import hour_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice
from ui.widgets.field import UnderLine
from ui.widgets.labels import OneLine, Words
from ui.widgets.number_edits import CountEdit
from ui.widgets.segments import Segments

_TIMED = (AttendanceMark.LATE, AttendanceMark.LEFT_EARLY)
_NAME_WIDTH = 130


def door_choices() -> tuple[Choice, ...]:
    """The marks that are seen at a door; each begins with a letter of its own (P-39)."""
    words = {
        AttendanceMark.ATTENDED: QCoreApplication.translate("Door", "came"),
        AttendanceMark.LATE: QCoreApplication.translate("Door", "late"),
        AttendanceMark.LEFT_EARLY: QCoreApplication.translate("Door", "left early"),
        AttendanceMark.NO_SHOW: QCoreApplication.translate("Door", "did not come"),
    }
    return tuple(Choice(mark.value, label) for mark, label in words.items())


class DoorLine(QWidget):
    """One person. `marked` carries the mark and the minutes, `wanted` "invite", "appointment" or "outcome"."""

    marked = Signal(object, int)
    wanted = Signal(str)

    def __init__(self, person: DoorPerson, row: AppointmentRow, context: AppContext) -> None:
        super().__init__()
        self.person, self._row, self._context = person, row, context
        self._is_filling = False
        self.marks = Segments(door_choices(), walks_on=True)
        self.marks.setAccessibleName(self.tr("At the door: {name}").format(name=person.name))
        self.minutes = CountEdit(1, max(1, row.minutes))
        self.minutes.setFixedWidth(px(70))
        self._unit = Words("", "quiet")
        self._under = UnderLine(0)
        self._follows = QHBoxLayout()
        self._follows.setSpacing(px(12))
        self.buttons: dict[str, LinkButton] = {}
        self._count = Words("", "hint")
        self._lay_out()
        self.marks.changed.connect(self._on_mark)
        self.minutes.editingFinished.connect(self._on_minutes)

    def show_person(self, person: DoorPerson, *, is_open: bool) -> None:
        """As it stands now."""
        self.person, self._is_filling = person, True
        self.marks.set_value(person.mark.value if person.mark is not None else "")
        self.marks.setEnabled(is_open)
        self._under.say("", "quiet")
        is_late = person.mark is AttendanceMark.LATE
        at = person.arrived if is_late else person.left
        self.minutes.set_number(max(1, at - self._row.start) if at is not None else None)
        words = self.tr("minutes late") if is_late else self.tr("minutes there")
        self.minutes.setAccessibleName(f"{words}: {person.name}")
        self._unit.setText(words if at is None else f"{words} · {hour_words(at)}")
        for widget in (self.minutes, self._unit):
            widget.setVisible(person.mark in _TIMED)
        self.minutes.setEnabled(is_open)
        self._is_filling = False
        self._show_follows()

    def refuse(self, sentence: str) -> None:
        """What was pressed does not hold: it stands as before, with the reason under it."""
        self.show_person(self.person, is_open=True)
        self._under.say(sentence, "danger")

    def _lay_out(self) -> None:
        name = OneLine(self.person.name, "strong")
        name.setFixedWidth(px(_NAME_WIDTH))
        name.setBuddy(self.marks)
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(name)
        line.addWidget(self.marks, 1)
        timed = QHBoxLayout()
        timed.setSpacing(px(8))
        timed.addSpacing(px(_NAME_WIDTH + 10))
        timed.addWidget(self.minutes)
        timed.addWidget(self._unit)
        timed.addStretch(1)
        words = {
            "invite": (self.tr("Invite again"), "phone-outline"),
            "appointment": (self.tr("Another appointment"), "calendar-plus"),
            "outcome": (self.tr("End as: did not come"), "flag-checkered"),
        }
        self._follows.addWidget(self._count)
        for key, (label, icon) in words.items():
            button = LinkButton(label, icon)
            button.setAccessibleName(f"{label}: {self.person.name}")
            button.clicked.connect(self._emitter(key))
            self.buttons[key] = button
            self._follows.addWidget(button)
        self._follows.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(line)
        box.addLayout(timed)
        box.addWidget(self._under)
        box.addLayout(self._follows)

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(key)

    def _show_follows(self) -> None:
        person, may = self.person, self._context.may
        count = self.tr("{done} of {limit} tries")
        self._count.setText(count.format(done=to_persian(person.counted), limit=to_persian(person.limit)))
        self._count.setVisible(person.is_missing)
        may_call = person.may_invite and may(Right.APPOINTMENT_WRITE) and may(Right.PERSON_READ)
        allowed = {
            "invite": may_call and not person.is_spent,
            "appointment": may(Right.APPOINTMENT_WRITE) and not person.is_spent,
            "outcome": person.is_spent and may(Right.OUTCOME_WRITE),
        }
        for key, button in self.buttons.items():
            button.setVisible(person.is_missing and allowed[key])

    def _on_mark(self) -> None:
        if not self._is_filling:
            self.marked.emit(self.marks.value(), 0)

    def _on_minutes(self) -> None:
        number = self.minutes.number()
        at = self.person.arrived if self.person.mark is AttendanceMark.LATE else self.person.left
        known = at - self._row.start if at is not None else None
        if not self._is_filling and number is not None and number != known and self.person.mark in _TIMED:
            self.marked.emit(self.marks.value(), number)


class DoorBox(QWidget):
    """Loads itself; `grown`: it needs another height. `left`: something else opens, the sheet should go.

    `invitee_found` carries the `Invitee` to be invited again, `appointment_wanted` the id of the file.
    """

    grown = Signal()
    left = Signal()
    invitee_found = Signal(object)
    appointment_wanted = Signal(object)

    def __init__(self, context: AppContext, row: AppointmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        self.door: Door | None = None
        self.lines: list[DoorLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(8))
        self._title = Words(self.tr("At the door"), "strong")
        self._title.hide()
        self._box.addWidget(self._title)
        doors, actor = context.services.doors, context.actor
        context.lanes.read(self, lambda: doors.at(actor, row.id), self._show)

    def focus_first(self) -> bool:
        """The keyboard to the first person without a mark; False when there is none."""
        for line in self.lines:
            if line.person.mark is None and line.marks.isEnabled():
                line.marks.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _show(self, door: Door) -> None:
        is_first, self.door = self.door is None, door
        is_open = door.is_open and self._context.may(Right.APPOINTMENT_WRITE)
        if is_first:
            for person in door.people:
                line = DoorLine(person, self._row, self._context)
                line.marked.connect(lambda mark, minutes, line=line: self._mark(line, mark, minutes))
                line.wanted.connect(lambda way, line=line: self._follow(line.person, way))
                self.lines.append(line)
                self._box.addWidget(line)
        for line, person in zip(self.lines, door.people, strict=True):
            line.show_person(person, is_open=is_open)
        says = is_open or any(person.mark is not None for person in door.people)
        self._title.setVisible(says)
        for line in self.lines:
            line.setVisible(says)
        self.grown.emit()

    def _mark(self, line: DoorLine, said: str, minutes: int) -> None:
        before = line.person
        mark = AttendanceMark(said) if said else None
        draft = DoorDraft(self._row.id, before.party_id, mark, minutes)
        doors, actor = self._context.services.doors, self._context.actor

        def refused(error: Exception) -> None:
            if isinstance(error, AppError) and error.field is not None:
                line.refuse(sentence_of(error))
                self.grown.emit()
            else:
                self._context.errors.present(error)

        self._context.lanes.write(self, lambda: doors.mark(actor, draft), self._show, refused)

    def _follow(self, person: DoorPerson, way: str) -> None:
        if way == "outcome":
            self.left.emit()
            self._context.navigate("case", CaseArgument(person.case_id, "outcome", disposition=self._ending()))
        elif way == "appointment":
            self.left.emit()
            self.appointment_wanted.emit(person.case_id)
        else:
            self._find_invitee(person)

    def _ending(self) -> str:
        """How a file ends whose people did not come."""
        codes = self._context.services.codes.all(self._context.actor, "disposition")
        return next((code.code for code in codes if code.does("needs_attempts")), "")

    def _find_invitee(self, person: DoorPerson) -> None:
        scheduling, actor = self._context.services.scheduling, self._context.actor

        def found(invitees: tuple[Invitee, ...]) -> None:
            invitee = next((one for one in invitees if one.party_id == person.party_id), None)
            if invitee is not None:
                self.left.emit()
                self.invitee_found.emit(invitee)

        self._context.lanes.read(self, lambda: scheduling.invitees(actor, person.case_id), found)
