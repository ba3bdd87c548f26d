"""The sheet in which a person is registered or changed; a colleague's change is never overwritten unseen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.people import PersonDetail, PersonDraft
from ui.context import AppContext
from ui.people.person_form import LISTS, PersonForm, PersonLists
from ui.runtime.kept_form import KeptForm
from ui.widgets.notices import ConflictBar
from ui.widgets.sheet import Sheet


class PersonSheet(Sheet):
    """`saved` carries the `PersonDetail`. Without a person a new one is registered, and the typing is kept."""

    saved = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, person: PersonDetail | None = None) -> None:
        super().__init__(window, "", side=True, width=600)
        self._context = context
        self._before = person.draft() if person is not None else PersonDraft()
        self._before = replace(self._before, contacts=())
        self.set_title(self.tr("New person") if person is None else self.tr("Change the person"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = PersonForm()
        self.conflict = ConflictBar()
        self.body.addWidget(self.conflict)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.submitted.connect(self._save)
        self.conflict.reload_wanted.connect(lambda: self._reread(self._take_theirs))
        self.conflict.keep_wanted.connect(lambda: self._reread(self._keep_mine))
        self.kept = KeptForm(self, context, "people:new", self.form) if person is None else None
        context.lanes.read(self, self._read_lists, lambda lists: self._fill(lists, person))

    def _read_lists(self) -> PersonLists:
        codes, actor = self._context.services.codes, self._context.actor
        return PersonLists({name: codes.all(actor, name) for name in LISTS})

    def _fill(self, lists: PersonLists, person: PersonDetail | None) -> None:
        self.form.set_lists(lists)
        if person is not None:
            self.form.put(person)
        elif self.kept is not None:
            self.kept.load()
        self.form.focus_first()

    def _save(self) -> None:
        if not self.form.check():
            return
        self.main.setEnabled(False)
        draft = self.form.draft(self._before)
        people, actor = self._context.services.people, self._context.actor
        self._context.lanes.write(self, lambda: people.save(actor, draft), self._on_saved, self._refused)

    def _on_saved(self, person: PersonDetail) -> None:
        if self.kept is not None:
            self.kept.done()
        self._context.toasts.show(self.tr("The person is stored."))
        self.close_sheet()
        self.saved.emit(person)

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self.conflict.show()
        else:
            self._context.errors.present(error, self.form)

    def _reread(self, then: Callable[[PersonDetail], None]) -> None:
        person_id = self._before.id
        assert person_id is not None
        people, actor = self._context.services.people, self._context.actor
        self._context.lanes.read(self, lambda: people.get(actor, person_id), then)

    def _take_theirs(self, person: PersonDetail) -> None:
        self._before = replace(person.draft(), contacts=())
        self.conflict.hide()
        self.form.put(person)

    def _keep_mine(self, person: PersonDetail) -> None:
        self._before = replace(self._before, version=person.version)
        self.conflict.hide()
        self._save()
