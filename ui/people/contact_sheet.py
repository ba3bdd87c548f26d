"""The sheet of one way to reach a person: what the person said of it, and whether it is safe (P-9)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.people import ContactDraft, ContactKind, ContactRow, GivenBy, PersonDetail, RelationRow, as_stored
from ui.context import AppContext
from ui.runtime.kept_form import KeptForm
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet
from ui.widgets.tick import Tick

_YES, _NO = "yes", "no"


class ContactSheet(Sheet):
    """`saved` carries the `PersonDetail`. With `contact` a stored one is changed, and keeps its giver.

    `relations`: who may have told a new one (P-9). What is typed for a new one is kept.
    """

    saved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        person_id: UUID,
        contact: ContactRow | None = None,
        relations: Sequence[RelationRow] = (),
    ) -> None:
        super().__init__(window, "", width=560)
        self.kept_about = person_id.hex if contact is None else str(contact.id)
        self._context, self._person_id, self._stored = context, person_id, contact
        self.set_title(self.tr("New contact") if contact is None else self.tr("Change the contact"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = self._new_form(() if contact is not None else self._givers(relations))
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)
        self.kept = self._new_draft() if contact is None else None
        context.lanes.read(self, lambda: context.services.codes.all(context.actor, "contact_owner"), self._fill)

    def set_error(self, key: str, sentence: str) -> bool:
        """The service names a field of the first contact of the person."""
        return self.form.set_error(key.rpartition(".")[2], sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()

    def can_close(self) -> bool:
        """Half a contact is stored as a draft and waits here."""
        if self.kept is not None:
            self.kept.flush()
        return True

    def _new_draft(self) -> KeptForm:
        return KeptForm(self, self._context, "person:contact", self.form, subject=self._person_id.hex)

    def _givers(self, relations: Sequence[RelationRow]) -> list[Choice]:
        """The person, the relatives by name, the letter, a colleague."""
        told = [Choice(f"{GivenBy.PERSON.value}:{row.other.id.hex}", row.other.name) for row in relations]
        return [
            Choice(GivenBy.SELF.value, self.tr("The person")),
            *told,
            Choice(GivenBy.REFERRER.value, self.tr("The letter or the referrer")),
            Choice(GivenBy.STAFF.value, self.tr("A colleague")),
        ]

    def _new_form(self, givers: Sequence[Choice]) -> FormGrid:
        form = FormGrid(2)
        kinds = (
            Choice(ContactKind.MOBILE.value, self.tr("Mobile")),
            Choice(ContactKind.PHONE.value, self.tr("Telephone")),
            Choice(ContactKind.ADDRESS.value, self.tr("Address")),
        )
        safe = (Choice(_YES, self.tr("Safe")), Choice(_NO, self.tr("Not safe")), Choice("", self.tr("Not asked")))
        code_word = self.tr("Said on the telephone; printed on no paper")
        form.add("kind", Field(self.tr("Kind"), Segments(kinds)))
        form.add("value", Field(self.tr("Telephone or address"), TextEdit1(), required=True, lines=2))
        form.add("owner", Field(self.tr("Whose it is"), ChoiceEdit()))
        form.add("is_safe", Field(self.tr("Is it safe to call?"), Segments(safe)))
        form.add("safe_hours", Field(self.tr("Hours to call"), TextEdit1()))
        form.add("code_word", Field(self.tr("Code word"), TextEdit1(), code_word))
        form.add("postal_code", Field(self.tr("Postal code"), CodeEdit()), 1 if givers else 2)
        if givers:
            form.add("given_by", Field(self.tr("Who gave it"), ChoiceEdit(givers)))
        form.add("is_confidential", Field("", Tick(self.tr("Confidential; on no paper"))))
        form.add("do_not_call", Field("", Tick(self.tr("Do not call"))))
        return form

    def _fill(self, owners: tuple[Code, ...]) -> None:
        edit = self.form.field("owner").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(row.code, row.label) for row in owners])
        stored = self._stored
        if stored is None:
            self._begin(owners[0].code if owners else "")
        else:
            keys = ("value", "postal_code", "owner", "safe_hours", "code_word", "is_confidential", "do_not_call")
            values: dict[str, Any] = {key: getattr(stored, key) for key in keys}
            values["kind"] = stored.kind.value
            values["is_safe"] = "" if stored.is_safe is None else (_YES if stored.is_safe else _NO)
            self.form.set_values(values)
        self.form.field("value").edit.setFocus()

    def _begin(self, owner: str) -> None:
        """The usual telephone is the person's own, told by the person; a draft comes over it."""
        assert self.kept is not None
        usual = {"kind": ContactKind.MOBILE.value, "owner": owner, "given_by": GivenBy.SELF.value}
        self.kept.quietly(lambda: self.form.set_values(usual))
        self.kept.load()

    def _draft(self) -> ContactDraft:
        values = self.form.values()
        stored, safe = self._stored, values["is_safe"]
        given = _chosen(str(values["given_by"])) if stored is None else _giver(stored)
        return ContactDraft(
            kind=ContactKind(values["kind"] or ContactKind.MOBILE),
            value=values["value"],
            id=None if stored is None else stored.id,
            postal_code=values["postal_code"],
            owner=values["owner"],
            is_safe=None if not safe else safe == _YES,
            safe_hours=values["safe_hours"],
            code_word=values["code_word"],
            is_confidential=values["is_confidential"],
            do_not_call=values["do_not_call"],
            **given,
        )

    def _save(self) -> None:
        if not self.form.check():
            return
        if not str(self.form.field("value").value()).strip():  # the service leaves an empty row out of a person
            self.form.set_errors({"value": self.tr("Write the telephone or the address.")})
            return
        draft = as_stored(self._person_id, self._draft())
        people, actor = self._context.services.people, self._context.actor
        self._context.lanes.write(self, lambda: people.save(actor, draft), self._on_saved, self._refused)

    def _on_saved(self, person: PersonDetail) -> None:
        if self.kept is not None:
            self.kept.done()
        self._context.toasts.show(self.tr("The contact is stored."))
        self.close_sheet()
        self.saved.emit(person)

    def _refused(self, error: Exception) -> None:
        self._context.errors.present(error, self)


def _chosen(giver: str) -> dict[str, Any]:
    kind, _, person = giver.partition(":")
    return {"given_by": GivenBy(kind or GivenBy.SELF), "given_by_person_id": UUID(person) if person else None}


def _giver(stored: ContactRow) -> dict[str, Any]:
    """Who gave it stays: what another person said never becomes the person's own word."""
    return {"given_by": stored.given_by, "given_by_person_id": stored.given_by_person_id}
