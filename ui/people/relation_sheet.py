"""What another person is to this one: noted here when no file told it, or a file told it wrongly."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.people import PersonDetail
from ui.context import AppContext
from ui.people.merge_sheet import person_row
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.suggest_edit import SuggestEdit


class RelationSheet(Sheet):
    """Stores the relation for both persons; what was noted for the two before is replaced."""

    def __init__(self, window: QWidget, context: AppContext, person: PersonDetail) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("Add a relation"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self._context, self._person_id = context, person.id
        self._other: UUID | None = None
        self.form = FormGrid(1)
        self._edit = SuggestEdit(context.lanes, self._rows, must_pick=True)
        self._edit.picked.connect(self._on_picked)
        self._edit.textEdited.connect(self._forget)
        self.form.add(
            "other_id", Field(self.tr("The other person"), self._edit, self.tr("By name, code or telephone"))
        )
        is_what = self.tr("What is this person to {name}?").format(name=person.name)
        self.form.add("kind", Field(is_what, ChoiceEdit(), required=True))
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)
        context.lanes.read(self, lambda: context.services.codes.all(context.actor, "relation"), self._fill)

    def _rows(self, text: str) -> Sequence[Row]:
        found = self._context.services.people.suggest(self._context.actor, text, 12)
        return [person_row(row) for row in found if row.id != self._person_id]

    def _on_picked(self, row: Row) -> None:
        if isinstance(row.key, UUID):
            self._other = row.key
            self.form.set_error("other_id", "")
            self._edit.setText(row.title)

    def _forget(self) -> None:
        self._other = None

    def _fill(self, kinds: tuple[Code, ...]) -> None:
        edit = self.form.field("kind").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(kind.code, kind.label) for kind in kinds])
        self._edit.setFocus()

    def _save(self) -> None:
        is_whole = self.form.check()
        if self._other is None:
            self.form.set_error("other_id", self.tr("Choose one of the persons found."))
            self.form.focus_first_error()
        elif is_whole:
            people, actor, other = self._context.services.people, self._context.actor, self._other
            mine, kind = self._person_id, str(self.form.field("kind").value())
            self._context.lanes.write(
                self, lambda: people.relate(actor, other, mine, kind), self._on_saved, self._refused
            )

    def _on_saved(self, _nothing: None) -> None:
        self._context.toasts.show(self.tr("The relation is noted."))
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self._context.errors.present(error, self.form)
