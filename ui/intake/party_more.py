"""What may be said of a person besides the eight usual fields; closed until it is wanted."""

from typing import Any
from uuid import UUID

from services.people import ContactDraft, ContactKind, GivenBy
from ui.intake.facts import IntakeFacts
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit
from ui.widgets.tick import Tick

_LISTS = {
    "sex": "sex",
    "marital_status": "marital_status",
    "education": "education",
    "occupation_status": "occupation_status",
    "owner": "contact_owner",
    "literacy": "literacy",
    "language": "language",
}
PERSON_KEYS = (
    *("sex", "marital_status", "education", "occupation_status", "occupation_title"),
    *("literacy", "language", "needs_interpreter", "is_card_seen", "is_staff_relative", "id_reason"),
)
"""What belongs to the person and is locked with a known one; the rest belongs to the contacts."""


class PartyMore(FormGrid):
    """The further fields of one party."""

    def __init__(self) -> None:
        super().__init__(4)
        add = self.add
        add("sex", Field(self.tr("Sex"), ChoiceEdit()))
        add("marital_status", Field(self.tr("Marital status"), ChoiceEdit()))
        add("education", Field(self.tr("Education"), ChoiceEdit()))
        add("occupation_status", Field(self.tr("Activity"), ChoiceEdit()))
        add("occupation_title", Field(self.tr("Occupation"), TextEdit1()))
        add("owner", Field(self.tr("Whose telephone"), ChoiceEdit()))
        add("given_by", Field(self.tr("Who gave it"), ChoiceEdit()))
        add("safe_hours", Field(self.tr("Hours to call"), TextEdit1(self.tr("for example 9 to 12"))))
        add("address", Field(self.tr("Address"), TextEdit1()), 2)
        add("postal_code", Field(self.tr("Postal code"), CodeEdit()))
        hint = self.tr("Said on the telephone; printed on no paper")
        add("code_word", Field(self.tr("Code word"), TextEdit1(), hint))
        add("literacy", Field(self.tr("Reading and signing"), ChoiceEdit()))
        add("language", Field(self.tr("Language"), ChoiceEdit()))
        add("id_reason", Field(self.tr("Why without this paper"), TextEdit1()), 2)
        self._confidential = self._tick("is_confidential", self.tr("Confidential address"))
        self._tick("is_card_seen", self.tr("Card was seen"))
        self._tick("needs_interpreter", self.tr("Needs an interpreter"))
        self._tick("is_staff_relative", self.tr("Relative of a colleague"))

    def set_facts(self, facts: IntakeFacts) -> None:
        for key, name in _LISTS.items():
            self._choice(key).set_choices(facts.choices(name))

    def set_givers(self, givers: tuple[Choice, ...]) -> None:
        """Who may have given the contacts: the person, the other parties, the letter, a colleague (P-9)."""
        edit = self._choice("given_by")
        edit.blockSignals(True)  # another list is no choice of the person's
        edit.set_choices(givers)
        edit.blockSignals(False)

    def set_person_locked(self, locked: bool) -> None:
        """A known person's own facts are changed on purpose only."""
        for key in PERSON_KEYS:
            edit: Any = self.field(key).edit
            if isinstance(edit, Tick):
                edit.setEnabled(not locked)
            else:
                edit.setReadOnly(locked)

    def contact(
        self, kind: ContactKind, value: str, giver: GivenBy, person: UUID | None, party: int | None
    ) -> ContactDraft:
        """A telephone or the address, with what this form says about it."""
        is_address = kind is ContactKind.ADDRESS
        return ContactDraft(
            kind=kind,
            value=value,
            postal_code=str(self.field("postal_code").value()) if is_address else "",
            owner="own" if is_address else str(self.field("owner").value()) or "own",
            safe_hours="" if is_address else str(self.field("safe_hours").value()),
            code_word="" if is_address else str(self.field("code_word").value()),
            is_confidential=is_address and self._confidential.value(),
            given_by=giver,
            given_by_person_id=person,
            given_by_party=party,
        )

    def has_text(self, *keys: str) -> bool:
        return any(bool(self.field(key).value()) for key in keys)

    def _tick(self, key: str, words: str) -> Tick:
        tick = Tick(words)
        self.add(key, Field("", tick))
        return tick

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit
