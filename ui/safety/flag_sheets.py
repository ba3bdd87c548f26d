"""Short tasks on flags: raise, look at again, report, close; and the change of the joint policy, with a reason."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from services.safety import FlagLevel, JointPolicy
from ui.safety.moment_edit import MomentEdit
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet


class ShortSheet(Sheet):
    """A sheet with one form; it is the `Form` that errors are put into."""

    def __init__(self, window: QWidget, title: str, main_words: str) -> None:
        super().__init__(window, title, main_words)
        self.form = FormGrid(columns=2)
        self.body.addWidget(self.form)

    def set_error(self, key: str, sentence: str) -> bool:
        return self.form.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()


class RaiseSheet(ShortSheet):
    """A new mark: on whom, which, how grave, since when it is known."""

    def __init__(
        self,
        window: QWidget,
        persons: Sequence[Choice],
        kinds: Sequence[Choice],
        levels: Sequence[Choice],
        now: datetime,
    ) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("New mark"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form.add("person_id", Field(self.tr("For whom"), ChoiceEdit(persons), required=True))
        self.form.add("kind", Field(self.tr("Mark"), ChoiceEdit(kinds), required=True))
        level = Segments(levels)
        level.set_value(FlagLevel.HIGH.value)
        self.form.add("level", Field(self.tr("Degree"), level))
        known = MomentEdit()
        known.set_value(now)
        self.form.add("known_at", Field(self.tr("Hour of knowledge"), known))
        self.form.add("note", Field(self.tr("Note"), MultilineEdit(lines=2)), 2)
        if len(persons) == 1:
            self.form.set_values({"person_id": persons[0].code})


class ReviewSheet(ShortSheet):
    """What was seen when the risk was looked at again."""

    def __init__(self, window: QWidget, note: str) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("Looked at again"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form.add("note", Field(self.tr("What is so now"), MultilineEdit(lines=3)), 2)
        self.form.set_values({"note": note})


class ReportSheet(ShortSheet):
    """Number and hour of the report: they stop the clock (R-8)."""

    def __init__(self, window: QWidget, now: datetime) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("Report"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form.add("number", Field(self.tr("Number of the report"), TextEdit1(), required=True), 2)
        reported = MomentEdit()
        reported.set_value(now)
        self.form.add("reported_at", Field(self.tr("Hour of the report"), reported, required=True), 2)


class CloseSheet(ShortSheet):
    """A reason closes a mark."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("Close the mark"))
        self.main.setText(self.tr("Close it"))
        self.main.show()
        self.form.add("reason", Field(self.tr("Why"), TextEdit1(), required=True), 2)


class PolicySheet(ShortSheet):
    """Another decision about sitting together, with its reason."""

    def __init__(self, window: QWidget, policies: Sequence[Choice], current: JointPolicy) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("Joint session"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        sentence = self.tr("The reason stays here, and comes on no paper.")
        self.body.insertWidget(0, Words(sentence, "quiet", wrap=True))
        edit = ChoiceEdit(policies)
        edit.set_value(current.value)
        self.form.add("policy", Field(self.tr("From now on"), edit, required=True), 2)
        self.form.add("reason", Field(self.tr("Why"), TextEdit1(), required=True), 2)
