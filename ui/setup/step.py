"""What a step of the guide is: a few fields that keep what was typed, and the draft fields they stand for."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words


class Step(QWidget):
    """One step. `owns` says which draft fields it can show errors of; a step may refuse by itself, too."""

    changed = Signal()
    title = ""
    owns: tuple[str, ...] = ()

    def __init__(self, words: str, columns: int = 2) -> None:
        super().__init__()
        self.form = FormGrid(columns)
        self.form.changed.connect(self.changed)
        self._forms: list[FormGrid] = [self.form]
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(px(8))
        if words:
            self.box.addWidget(Words(words, "quiet", wrap=True))
        self.box.addWidget(self.form)

    def own_errors(self) -> Mapping[str, str]:
        """What this step itself finds wrong, by field: two passwords that differ."""
        return {}

    def check(self) -> bool:
        """Whether every edit can take what stands in it."""
        return all(form.check() for form in self._forms)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Sentences by field of this step."""
        for form in self._forms:
            form.set_errors(errors)

    def take_keyboard(self) -> None:
        self.form.focus_first()

    def comes_in(self) -> None:
        """The step is shown."""
