"""What may be said of a person besides the eight usual fields; closed until it is wanted."""

from typing import Any

from services.people import PersonDetail
from ui.intake.facts import IntakeFacts
from ui.intake.party_fields import choice_of, propose
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text
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
    "nationality": "nationality",
}
PERSON_KEYS = (
    *("sex", "marital_status", "education", "occupation_status", "occupation_title"),
    *("literacy", "language", "nationality", "needs_interpreter", "is_card_seen", "is_staff_relative", "id_reason"),
)
"""What belongs to the person and is locked with a known one; the rest belongs to the contacts."""


class PartyMore(FormGrid):
    """The further fields of one party."""

    def __init__(self) -> None:
        super().__init__(4)
        self._facts: IntakeFacts | None = None
        self.is_giver_touched = False
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
        add("nationality", Field(self.tr("Nationality"), ChoiceEdit()))
        add("id_reason", Field(self.tr("Why without this paper"), TextEdit1()))
        self._tick("is_confidential", self.tr("Confidential address"))
        self._tick("is_card_seen", self.tr("Card was seen"))
        self._tick("needs_interpreter", self.tr("Needs an interpreter"))
        self._tick("is_staff_relative", self.tr("Relative of a colleague"))
        self.field("given_by").changed.connect(self._on_giver)

    def set_facts(self, facts: IntakeFacts) -> None:
        self._facts = facts
        for key, name in _LISTS.items():
            choice_of(self, key).set_choices(facts.choices(name))

    def set_givers(self, givers: tuple[Choice, ...], default: str) -> None:
        """Who may have given the contacts: the person, the other parties, the letter, a colleague (P-9)."""
        edit = choice_of(self, "given_by")
        edit.blockSignals(True)  # another list is no choice of the person's
        edit.set_choices(givers)
        edit.blockSignals(False)
        if not self.is_giver_touched or not edit.value():
            propose(self, "given_by", default)

    def set_person_locked(self, locked: bool) -> None:
        """A known person's own facts are changed on purpose only."""
        for key in PERSON_KEYS:
            edit: Any = self.field(key).edit
            if isinstance(edit, Tick):
                edit.setEnabled(not locked)
            else:
                edit.setReadOnly(locked)

    def put_person(self, person: PersonDetail) -> None:
        """What is stored of a known person's own facts."""
        keys = ("sex", "marital_status", "education", "occupation_status", "occupation_title", "language")
        values: dict[str, Any] = {key: getattr(person, key) for key in (*keys, "nationality")}
        values |= {key: getattr(person, key) for key in ("is_card_seen", "is_staff_relative", "id_reason")}
        values["needs_interpreter"] = bool(person.needs_interpreter)
        values["literacy"] = self._literacy_of(person.can_read)
        self.set_values(values)

    def put_defaults(self, giver: str) -> None:
        """The usual telephone is the person's own."""
        owners = choice_of(self, "owner").choices()
        propose(self, "owner", owners[0].code if owners else "")
        propose(self, "given_by", giver)

    def clear(self) -> None:
        for field in self.fields().values():
            put_text(field.edit, "")
            field.set_error("")
        self.is_giver_touched = False

    def text(self, key: str) -> str:
        return str(self.field(key).value())

    def is_ticked(self, key: str) -> bool:
        return bool(self.field(key).value())

    def can_read(self, otherwise: bool | None) -> bool | None:
        """Whether papers need not be read aloud (P-32); `otherwise` while nothing is chosen."""
        code = self.text("literacy")
        if not code or self._facts is None:
            return otherwise
        return not self._facts.does("literacy", code, "needs_reading_aloud")

    def has_text(self, *keys: str) -> bool:
        return any(bool(self.field(key).value()) for key in keys)

    def _tick(self, key: str, words: str) -> None:
        self.add(key, Field("", Tick(words)))

    def _literacy_of(self, can_read: bool | None) -> str:
        if can_read is None or self._facts is None:
            return ""
        rows = self._facts.codes("literacy")
        return next((row.code for row in rows if bool(row.does("needs_reading_aloud")) is not can_read), "")

    def _on_giver(self) -> None:
        self.is_giver_touched = True
