"""The eight usual fields of a person on the intake form."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services.people import BirthPrecision, PersonDetail, PersonRow
from services.persian.digits import to_persian
from services.persian.jalali import ParsedDate
from services.persian.text import search_key
from ui.intake.facts import IntakeFacts
from ui.intake.identity_edit import IdentityEdit
from ui.intake.roles import RoleBook
from ui.runtime.lanes import Lanes
from ui.widgets.choice_edit import ChoiceEdit
from ui.widgets.date_edit import BirthDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.line_edit import LineEdit, TextEdit1
from ui.widgets.number_edits import PhoneEdit
from ui.widgets.row_paint import Row
from ui.widgets.suggest_edit import SuggestEdit

_IDENTITY = ("given_name", "family_name", "father_name", "identity", "birth_on", "id_kind")
_TELLING = ("given_name", "family_name", "father_name", "identity", "birth_on", "phone")


class PartyFields(FormGrid):
    """Names suggest known persons while one types: `picked` carries the id of the one who was taken.

    `role_chosen`: by hand. Proposed values count as typed by nobody.
    """

    picked = Signal(object)
    role_chosen = Signal(str)

    def __init__(self, lanes: Lanes, suggest: Callable[[str], Sequence[PersonRow]]) -> None:
        super().__init__(4)
        self._suggest = suggest
        self._facts: IntakeFacts | None = None
        self._given_text = ""  # read in a lane, which must touch no widget
        self.is_role_touched = self.is_kind_touched = False
        given, family = SuggestEdit(lanes, self._rows), SuggestEdit(lanes, self._rows_of_family)
        self.identity = IdentityEdit()
        self.add("given_name", Field(self.tr("Name"), given))
        self.add("family_name", Field(self.tr("Family name"), family))
        self.add("father_name", Field(self.tr("Father's name"), TextEdit1()))
        self.add("role", Field(self.tr("Role and relation"), ChoiceEdit()))
        self.add("identity", Field(self.tr("National code"), self.identity))
        self.add("birth_on", Field(self.tr("Date of birth"), BirthDateEdit()))
        self.add("phone", Field(self.tr("Telephone"), PhoneEdit()))
        self.add("id_kind", Field(self.tr("Identity paper"), ChoiceEdit()))
        given.textChanged.connect(self._on_given)
        for edit in (given, family):
            edit.picked.connect(self._on_picked)
        self.field("role").changed.connect(self._on_role)
        self.field("id_kind").changed.connect(self._on_kind)

    def set_facts(self, facts: IntakeFacts, book: RoleBook) -> None:
        self._facts = facts
        choice_of(self, "role").set_choices(book.choices())
        choice_of(self, "id_kind").set_choices(facts.choices("id_kind"))

    def text(self, key: str) -> str:
        """A field's value in words; the birth date has its own."""
        return str(self.field(key).value())

    def birth(self) -> ParsedDate | None:
        value = self.field("birth_on").value()
        return value if isinstance(value, ParsedDate) else None

    def name(self) -> str:
        """How the person is called on this form."""
        if self.is_name_unknown():
            return self.tr("Unknown")
        return f"{self.text('given_name')} {self.text('family_name')}".strip()

    def is_name_unknown(self) -> bool:
        """The word for it stands in place of a name (P-43)."""
        whole = search_key(f"{self.text('given_name')}{self.text('family_name')}")
        return bool(whole) and whole == search_key(self.tr("Unknown"))

    def is_empty(self) -> bool:
        """Nobody was typed here."""
        return not any(text_of(self.field(key).edit) for key in _TELLING)

    def tells_apart(self) -> bool:
        """Whether what stands here can tell anybody from anybody else."""
        named = bool(self.text("given_name") and self.text("family_name"))
        told = named and bool(self.text("father_name") or self.birth())
        phone = bool(self.text("phone")) and not self.field("phone").error()
        paper = bool(self.identity.code()) or (bool(self.text("identity")) and not self.identity.is_national())
        return told or paper or phone

    def asks(self) -> str:
        """What number the chosen paper has: a behaviour of `id_kind`, "none" for no number."""
        facts = self._facts
        return str(facts.does("id_kind", self.text("id_kind"), "field") or "") if facts is not None else ""

    def kind_of_paper(self, otherwise: str) -> str:
        """The paper that was shown; `otherwise` while the usual one stands there without a number."""
        is_meant = self.is_kind_touched or bool(self.text("identity")) or self.asks() == "none"
        return (self.text("id_kind") if is_meant else "") or otherwise

    def put_person(self, person: PersonDetail) -> None:
        """What is stored of a known person; a minor by initials until `put_names` (P-14)."""
        if person.is_minor:
            for key, text in (("given_name", ""), ("family_name", person.name), ("father_name", "")):
                put_text(self.field(key).edit, text)
        else:
            self.put_names(person)
        self.field("id_kind").set_value(person.id_kind)
        put_text(self.identity, person.national_code or person.other_id_no)
        self._put_birth(person)

    def put_names(self, person: PersonDetail) -> None:
        """The stored names, for who is going to change them."""
        for key in ("given_name", "family_name", "father_name"):
            self.field(key).set_value(getattr(person, key))

    def put_unknown(self) -> None:
        """The name is not known (P-43)."""
        put_text(self.field("given_name").edit, "")
        put_text(self.field("family_name").edit, self.tr("Unknown"))

    def go_without_code(self) -> None:
        """No card at hand: the code is left out and the paper says so (P-43)."""
        put_text(self.identity, "")
        if self._facts is not None:
            self.field("id_kind").set_value(self._facts.first("id_kind", "field", "none"))
        self.identity.leave()

    def put_defaults(self) -> None:
        """The usual paper is the national card."""
        if self._facts is not None:
            propose(self, "id_kind", self._facts.first("id_kind", "field", "national_code"))
            self.fit_identity()

    def propose_role(self, code: str) -> bool:
        """A role until the person chooses another; False when one was chosen."""
        if self.is_role_touched or not code:
            return False
        propose(self, "role", code)
        return True

    def clear(self, *, keep_role: bool) -> None:
        """Every field empty; with `keep_role` the role stays."""
        role = text_of(self.field("role").edit) if keep_role else ""
        touched = self.is_role_touched and keep_role
        for field in self.fields().values():
            put_text(field.edit, "")
            field.set_error("")
        propose(self, "role", role)
        self.is_role_touched, self.is_kind_touched = touched, False

    def set_locked(self, locked: bool) -> None:
        """A known person's identity is changed on purpose only; telephone and role belong to the file."""
        for key in _IDENTITY:
            edit = self.field(key).edit
            assert isinstance(edit, LineEdit)
            edit.setReadOnly(locked)

    def fit_identity(self) -> None:
        """The field of the number follows the paper."""
        asks = self.asks() or "national_code"
        words = {
            "foreigner_id": self.tr("Foreigner's number"),
            "passport_no": self.tr("Passport number"),
            "birth_cert_no": self.tr("Birth certificate number"),
        }
        self.field("identity").set_label(words.get(asks, self.tr("National code")))
        self.identity.set_asks(asks)
        self.identity.setEnabled(asks != "none")

    def _put_birth(self, person: PersonDetail) -> None:
        edit = self.field("birth_on").edit
        assert isinstance(edit, BirthDateEdit)
        if person.birth_on is None:
            put_text(edit, "")
        elif person.birth_precision in (BirthPrecision.DAY, None):
            edit.set_value(person.birth_on)
        else:
            about = self.tr("about {year}") if person.birth_precision is BirthPrecision.ESTIMATED else "{year}"
            put_text(edit, about.format(year=to_persian(person.birth_year or 0)))

    def _rows(self, text: str) -> Sequence[Row]:
        return [Row(person.id, person.name, who(person, named=False)) for person in self._suggest(text)]

    def _rows_of_family(self, text: str) -> Sequence[Row]:
        return self._rows(f"{self._given_text} {text}")

    def _on_given(self, text: str) -> None:
        self._given_text = text

    def _on_picked(self, row: Row) -> None:
        self.picked.emit(row.key)

    def _on_role(self) -> None:
        self.is_role_touched = True
        self.role_chosen.emit(self.text("role"))

    def _on_kind(self) -> None:
        self.is_kind_touched = True
        self.fit_identity()


def who(person: PersonRow, *, named: bool = True) -> str:
    """What may be shown of a person who is only offered (P-6): name, father's name, birth year."""
    parts = [person.name] if named else []
    if person.father_name:
        words = QCoreApplication.translate("Party", "child of {father}")
        parts.append(words.format(father=person.father_name))
    if person.birth_year is not None:
        words = QCoreApplication.translate("Party", "born {year}")
        if person.is_birth_about:
            words = QCoreApplication.translate("Party", "born about {year}")
        parts.append(words.format(year=to_persian(person.birth_year)))
    return "\u060c ".join(parts)


def choice_of(form: FormGrid, key: str) -> ChoiceEdit:
    """The list behind a field."""
    edit: QWidget = form.field(key).edit
    assert isinstance(edit, ChoiceEdit)
    return edit


def propose(form: FormGrid, key: str, value: str) -> None:
    """Put a value that nobody typed: nothing is told."""
    edit = choice_of(form, key)
    before = edit.blockSignals(True)
    edit.set_value(value)
    edit.blockSignals(before)
