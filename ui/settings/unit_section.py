"""The unit as it stands on its letters, and the form of its numbers."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from services.actor import Right
from services.errors import StaleError
from services.persian.digits import to_persian
from services.unit_profile import UnitDraft, UnitRow
from ui.context import AppContext
from ui.settings.section import Section
from ui.setup.unit_step import add_unit_fields, unit_values
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.notices import ConflictBar


class UnitSection(Section):
    right = Right.SETTINGS_MANAGE

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._version = 0
        card = self.card(self.words())
        self._conflict = ConflictBar()
        self._conflict.reload_wanted.connect(self._show_theirs)
        self._conflict.keep_wanted.connect(self._keep_mine)
        self.form = FormGrid(3, submits=True)
        add_unit_fields(self.form)
        self.form.submitted.connect(self.save)
        self._examples = Words("", "quiet", wrap=True)
        self._save = PrimaryButton(self.tr("Store"))
        self._save.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._examples, 1)
        for item in (self._conflict, self.form):
            card.add(item)
        card.add(foot)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("UnitSection", "Unit and letterhead")

    def load(self) -> None:
        self.read(lambda: self.services.unit.get(self.actor), self._show)

    def save(self) -> None:
        values: dict[str, Any] = unit_values(self.form)
        draft, version = UnitDraft(**values), self._version
        self._save.setEnabled(False)
        self.write(
            lambda: self.services.unit.edit(self.actor, version, draft),
            self.tr("The unit is stored."),
            self._show,
            self._refused,
        )

    def _show(self, row: UnitRow) -> None:
        self._version = row.version
        self._save.setEnabled(True)
        self._conflict.hide()
        draft = row.draft
        values = {key: getattr(draft, key) for key in self.form.fields()}
        values["letterhead_lines"] = "\n".join(draft.letterhead_lines)
        self.form.set_values(values)
        words = self.tr("A case number: {case} · a letter number: {letter}")
        case, letter = (f"\u2066{to_persian(text)}\u2069" for text in (row.case_no_example, row.letter_no_example))
        self._examples.setText(words.format(case=case, letter=letter))

    def _refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
        else:
            self.context.errors.present(error, self.form)

    def _show_theirs(self) -> None:
        self.load()

    def _keep_mine(self) -> None:
        def with_version(row: UnitRow) -> None:
            self._version = row.version
            self._conflict.hide()
            self.save()

        self.read(lambda: self.services.unit.get(self.actor), with_version)
