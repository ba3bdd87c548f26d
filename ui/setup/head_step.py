"""Step two: the account of the head, and its password."""

from collections.abc import Mapping

from ui.setup.step import Step
from ui.setup.strength import Strength, strength
from ui.setup.unit_step import choices_of
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.choice_edit import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1


class HeadStep(Step):
    owns = ("head",)

    def __init__(self) -> None:
        super().__init__("", columns=2)
        self.title = self.tr("The account of the head")
        self.form.add("full_name", Field(self.tr("First and family name"), TextEdit1(), required=True))
        self.form.add("rank", Field(self.tr("Rank"), ChoiceEdit(choices_of("rank"))))
        self._password, self._again = PasswordEdit(), PasswordEdit()
        self.form.add("password", Field(self.tr("Password"), self._password, required=True))
        self.form.add("again", Field(self.tr("Password once more"), self._again, required=True))
        self._strength = Words("", "quiet")
        self.box.addWidget(self._strength)
        words = self.tr(
            "Choose something that only you know and can type without looking: a short sentence is better than one "
            "word with signs. Persian and English letters and all digits may be used."
        )
        self.box.addWidget(Words(words, "hint", wrap=True))
        self._password.changed.connect(self._show_strength)
        self._show_strength()

    def own_errors(self) -> Mapping[str, str]:
        if self._password.value() and self._password.value() != self._again.value():
            return {"again": self.tr("The two are not the same; type it again.")}
        return {}

    def _show_strength(self) -> None:
        words = {
            Strength.NONE: "",
            Strength.WEAK: self.tr("Strength: weak"),
            Strength.FAIR: self.tr("Strength: fair"),
            Strength.GOOD: self.tr("Strength: good"),
        }
        level = strength(self._password.value())
        self._strength.setText(words[level])
        self._strength.set_role("error" if level is Strength.WEAK else "quiet")
