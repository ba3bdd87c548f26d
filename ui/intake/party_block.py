"""One person of a new file: eight usual fields, further ones on a key, and the offer of a known person (P-6)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.cases import PartyDraft, Side
from services.people import (
    BirthPrecision,
    ContactDraft,
    ContactKind,
    GivenBy,
    Likeness,
    PersonDetail,
    PersonDraft,
    PersonRow,
    as_stored,
)
from services.persian.digits import to_ascii, to_persian
from services.persian.jalali import ParsedDate
from services.persian.text import search_key
from services.quick_entries import split_name
from ui.intake.facts import IntakeFacts
from ui.intake.identity_edit import IdentityEdit
from ui.intake.offer_bar import OfferBar
from ui.intake.party_more import PartyMore
from ui.intake.roles import RoleBook
from ui.runtime.lanes import Lanes
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import BirthDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Chip
from ui.widgets.line_edit import LineEdit, TextEdit1
from ui.widgets.number_edits import PhoneEdit
from ui.widgets.row_paint import Row
from ui.widgets.suggest_edit import SuggestEdit

MORE_KEY = "F9"
_PAUSE_MS = 250
_IDENTITY = ("given_name", "family_name", "father_name", "identity", "birth_on", "id_kind")


class PartyBlock(QWidget):
    """`changed`: something was typed. `role_chosen`: by hand, so the other side's may be proposed.

    `asked_for`: this known person is wanted (an id); the page opens it and calls `take`.
    `likeness_wanted`: enough stands here to ask who may be the same; the page answers with `offer`.
    """

    changed = Signal()
    role_chosen = Signal(str)
    asked_for = Signal(object)
    likeness_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, lanes: Lanes, suggest: Callable[[str], Sequence[PersonRow]], side: Side) -> None:
        super().__init__()
        self._suggest = suggest
        self.side = side
        self._facts: IntakeFacts | None = None
        self._book: RoleBook | None = None
        self._known: PersonDetail | None = None
        self._is_editing = self._role_touched = self._kind_touched = self._giver_touched = False
        self._offered: Likeness | None = None
        self._refused: set[UUID] = set()
        self._default_giver = ""
        self._given_text = ""  # read in a lane, which must touch no widget
        self._mine = 0
        self.grid = FormGrid(4)
        self.more = PartyMore()
        self.bar = OfferBar()
        self._chip = Chip("", "accent")
        self._known_chip = Chip(self.tr("Already known to us"), "information")
        self._change = LinkButton(self.tr("Change the details"))
        self._release = LinkButton(self.tr("Somebody else"))
        self._unknown = LinkButton(self.tr("Name unknown"))
        self._more_button = LinkButton("", "chevron-down")
        self._remove = LinkButton(self.tr("Remove"))
        self._make_fields(lanes)
        self._lay_out()
        self._connect()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.likeness_wanted)
        self.set_more(False)
        self._show_head()

    # --- filling --------------------------------------------------------------------------------------------

    def set_facts(self, facts: IntakeFacts, book: RoleBook) -> None:
        self._facts, self._book = facts, book
        self._choice("role").set_choices(book.choices())
        self._choice("id_kind").set_choices(facts.choices("id_kind"))
        self.more.set_facts(facts)
        self._put_defaults()

    def set_place(self, side: Side, words: str, *, removable: bool) -> None:
        """Which side this person stands on, in words."""
        self.side = side
        self._chip.set(words, "accent" if side is Side.A else "information" if side is Side.B else "quiet")
        self._remove.setVisible(removable)
        self.setAccessibleName(words)

    def set_givers(self, givers: tuple[Choice, ...], default: str) -> None:
        """Who may have given this person's contacts; `default` stands there until another is chosen (P-9)."""
        self.more.set_givers(givers)
        self._default_giver = default
        edit = self.more.field("given_by")
        if not self._giver_touched or not edit.value():
            self._without_signals("given_by", default, self.more)
        chosen = next((giver.label for giver in givers if giver.code == edit.value()), "")
        is_own = edit.value() == GivenBy.SELF.value
        told = self.tr("as {name} says").format(name=chosen) if chosen and not is_own else ""
        self.grid.field("phone").set_hint(told if self.grid.field("phone").value() else "")

    def propose_role(self, code: str) -> None:
        """A role until the person chooses another."""
        if not self._role_touched and code:
            self._without_signals("role", code, self.grid)
            self._adopt_sex()

    def prefill(self, name: str, phone: str) -> None:
        """What an earlier entry knew."""
        given, family = split_name(name)
        put_text(self.grid.field("given_name").edit, given)
        put_text(self.grid.field("family_name").edit, family)
        put_text(self.grid.field("phone").edit, phone)

    def take(self, person: PersonDetail) -> None:
        """This is the known person: show what is stored, read-only until «change»."""
        self._known, self._is_editing = person, False
        self.bar.hide()
        self._offered = None
        values: dict[str, object] = {
            "given_name": person.given_name,
            "family_name": person.family_name,
            "father_name": person.father_name,
            "id_kind": person.id_kind,
            "phone": _first(person, ContactKind.MOBILE, ContactKind.PHONE),
        }
        self.blockSignals(True)
        self.grid.set_values(values)
        put_text(self.grid.field("identity").edit, person.national_code or person.other_id_no)
        self._put_birth(person)
        more: dict[str, object] = {
            key: getattr(person, key)
            for key in ("sex", "marital_status", "education", "occupation_status", "occupation_title", "language")
        }
        more |= {key: getattr(person, key) for key in ("is_card_seen", "is_staff_relative", "id_reason")}
        more |= {"needs_interpreter": bool(person.needs_interpreter), "literacy": self._literacy(person.can_read)}
        more["address"] = _first(person, ContactKind.ADDRESS)
        self.more.set_values(more)
        self.blockSignals(False)
        self._lock(True)
        self._show_head()
        self.changed.emit()

    def release(self) -> None:
        """It is somebody else after all: an empty block."""
        if self._known is not None:
            self._refused.add(self._known.id)
        self.clear(keep_role=True)
        self.grid.field("given_name").edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def clear(self, *, keep_role: bool = False) -> None:
        """As new; with `keep_role` it is another person in the same place."""
        self._known, self._is_editing = None, False
        self._lock(False)
        role = text_of(self.grid.field("role").edit) if keep_role else ""
        touched = self._role_touched and keep_role
        for field in (*self.grid.fields().values(), *self.more.fields().values()):
            put_text(field.edit, "")
            field.set_error("")
        self._without_signals("role", role, self.grid)
        self._role_touched = touched
        self._kind_touched = self._giver_touched = False
        self.bar.hide()
        self._offered = None
        self._put_defaults()
        self._show_head()

    # --- the offer ------------------------------------------------------------------------------------------

    def offer(self, found: Sequence[Likeness]) -> None:
        """Who may be the same, if anybody; a person already refused is not offered again."""
        fresh = next((one for one in found if one.is_sure or one.person.id not in self._refused), None)
        if self._known is not None or self._identity().is_wrong():
            return
        self._offered = fresh
        if fresh is None:
            self.bar.hide()
            return
        told = self.tr("Perhaps the same person: {name}").format(name=who(fresh.person))
        if fresh.is_sure:
            told = self.tr("This code belongs to {name}").format(name=who(fresh.person))
        second = self.tr("The code is wrong") if fresh.is_sure else self.tr("It is another person")
        self.bar.ask(f"{told} \u00b7 {fresh.words}", self.tr("It is this one"), second)

    def answer(self, *, by_first: bool) -> bool:
        """F6 or F7 while the keyboard is in this block."""
        return self.bar.answer(by_first=by_first)

    def wants_likeness(self) -> bool:
        """Whether what stands here can tell anybody apart."""
        if self._known is not None:
            return False
        named = bool(self._value("given_name") and self._value("family_name"))
        told = named and bool(self._value("father_name") or self._value("birth_on"))
        return bool(told or self._identity().code() or (self._value("phone") and not self._problem("phone")))

    # --- what stands here -----------------------------------------------------------------------------------

    def is_empty(self) -> bool:
        """Nobody was typed here."""
        keys = ("given_name", "family_name", "father_name", "identity", "birth_on", "phone")
        return self._known is None and not any(text_of(self.grid.field(key).edit) for key in keys)

    def name(self) -> str:
        """How the person is called on this form."""
        if self._is_name_unknown():
            return self.tr("Unknown")
        return f"{self._value('given_name')} {self._value('family_name')}".strip()

    def is_delicate(self) -> bool:
        """A relative of a colleague: the head names who takes the file on (P-7)."""
        return bool(self.more.field("is_staff_relative").value())

    def takes_no_side(self) -> bool:
        return self._book is not None and self._book.takes_no_side(str(self._value("role")))

    def known_id(self) -> UUID | None:
        return self._known.id if self._known is not None else None

    def person(self, others: Sequence["PartyBlock"] = ()) -> PersonDraft:
        """The person as typed; `others` are all blocks of the form, to name who gave the contacts."""
        contacts = self._contacts(others)
        if self._known is not None and not self._is_editing:
            return as_stored(self._known.id, *contacts)
        base = self._known.draft() if self._known is not None else PersonDraft()
        birth = self._value("birth_on")
        unknown = self._is_name_unknown()
        national = self._identity().is_national()
        kind = str(self._value("id_kind"))
        number = str(self._value("identity"))
        kind = kind if number or self._kind_touched or self._asks(kind) == "none" else base.id_kind
        more = self.more
        return replace(
            base,
            given_name="" if unknown else str(self._value("given_name")),
            family_name="" if unknown else str(self._value("family_name")),
            father_name=str(self._value("father_name")),
            is_name_unknown=unknown,
            id_kind=kind or base.id_kind,
            id_reason=str(more.field("id_reason").value()),
            national_code=number if national else "",
            other_id_no="" if national else number,
            is_card_seen=bool(more.field("is_card_seen").value()),
            birth_on=birth.date if isinstance(birth, ParsedDate) else None,
            birth_precision=BirthPrecision(birth.precision) if isinstance(birth, ParsedDate) else None,
            sex=str(more.field("sex").value()) or base.sex,
            marital_status=str(more.field("marital_status").value()),
            education=str(more.field("education").value()),
            occupation_status=str(more.field("occupation_status").value()),
            occupation_title=str(more.field("occupation_title").value()),
            language=str(more.field("language").value()),
            needs_interpreter=True if more.field("needs_interpreter").value() else base.needs_interpreter,
            can_read=self._can_read(),
            is_staff_relative=self.is_delicate(),
            contacts=contacts,
        )

    def party(self, others: Sequence["PartyBlock"], *, is_inviting: bool) -> PartyDraft:
        """This person's place in the file."""
        role, relation = "", ""
        side = Side.NONE if self.takes_no_side() else self.side
        if self._book is not None:
            role, relation = self._book.resolve(str(self._value("role")), side)
        return PartyDraft(
            person=self.person(others),
            role=role,
            side=side,
            relation=relation,
            is_inviting=is_inviting and side is not Side.NONE,
        )

    def texts(self) -> dict[str, str]:
        """Everything typed, for the draft."""
        found = {key: text_of(field.edit) for key, field in self.grid.fields().items()}
        found |= {key: text_of(field.edit) for key, field in self.more.fields().items()}
        if not self._role_touched:
            found["role"] = ""
        if not self._kind_touched:
            found["id_kind"] = ""
        if not self._giver_touched:
            found["given_by"] = ""
        found["side"] = self.side.value
        found["known"] = str(self._known.id) if self._known is not None else ""
        found["editing"] = "1" if self._is_editing else ""
        return {key: text for key, text in found.items() if text}

    def put_texts(self, texts: dict[str, str]) -> None:
        """The reverse of `texts`; a known person is asked for again."""
        if texts.get("known") and not texts.get("editing"):
            self._restore(texts, ("role",))
            self.asked_for.emit(UUID(texts["known"]))
            return
        keys = (*self.grid.fields(), *self.more.fields())
        self._restore(texts, ("id_kind", *(key for key in keys if key != "id_kind")))
        if any(texts.get(key) for key in self.more.fields() if key not in ("owner", "sex")):
            self.set_more(True)

    # --- errors and the keyboard ------------------------------------------------------------------------------

    def check(self) -> bool:
        return all([self.grid.check(), self.more.check()])

    def set_error(self, path: str, sentence: str) -> bool:
        """`path` is what stands after `parties.N.`: `person.national_code`, `person.contacts.0.value`, `role`."""
        key = path.removeprefix("person.")
        if key.startswith("contacts."):
            number = int(key.split(".")[1])
            kinds = [contact.kind for contact in self._contacts(())]
            is_address = number < len(kinds) and kinds[number] is ContactKind.ADDRESS
            last = key.rsplit(".", 1)[-1]
            key = ("address" if is_address else "phone") if last == "value" else last
        key = {
            "national_code": "identity",
            "other_id_no": "identity",
            "id": "given_name",
            "can_read": "literacy",
        }.get(key, key)
        if key in self.more.fields():
            self.set_more(True)
            return self.more.set_error(key, sentence)
        return self.grid.set_error(key, sentence)

    def has_error(self) -> bool:
        fields = {**self.grid.fields(), **self.more.fields()}
        return any(field.error() and field.isVisible() for field in fields.values())

    def focus_first_error(self) -> None:
        self.more.focus_first_error()
        self.grid.focus_first_error()

    def focus_first(self) -> None:
        self.grid.focus_first()

    def stops(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order of the eye."""
        head: list[QWidget] = [self._change, self._release, self._unknown, self._more_button, self._remove]
        fields = [field.edit for field in self.grid.fields().values()]
        further = [field.edit for field in self.more.fields().values()]
        return [*head, *fields, *self.bar.findChildren(QWidget), *further]

    def set_more(self, shown: bool) -> None:
        self.more.setVisible(shown)
        words = self.tr("Fewer fields") if shown else self.tr("More fields")
        self._more_button.setText(words)
        self._more_button.setToolTip(with_keys(words, MORE_KEY))
        self._more_button.set_icon("chevron-up" if shown else "chevron-down")

    def toggle_more(self) -> None:
        """F9: open the further fields and go to the first of them, or close them."""
        opening = self.more.isHidden()
        self.set_more(opening)
        (self.more if opening else self.grid).focus_first()

    # --- private --------------------------------------------------------------------------------------------

    def _make_fields(self, lanes: Lanes) -> None:
        add = self.grid.add
        given = SuggestEdit(lanes, self._rows, parent=self)
        family = SuggestEdit(lanes, self._rows_of_family, parent=self)
        add("given_name", Field(self.tr("Name"), given))
        add("family_name", Field(self.tr("Family name"), family))
        add("father_name", Field(self.tr("Father's name"), TextEdit1()))
        add("role", Field(self.tr("Role and relation"), ChoiceEdit()))
        add("identity", Field(self.tr("National code"), IdentityEdit()))
        add("birth_on", Field(self.tr("Date of birth"), BirthDateEdit()))
        add("phone", Field(self.tr("Telephone"), PhoneEdit()))
        add("id_kind", Field(self.tr("Identity paper"), ChoiceEdit()))
        given.textChanged.connect(self._on_given)
        for edit in (given, family):
            edit.picked.connect(lambda row: self.asked_for.emit(row.key))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._chip)
        head.addWidget(self._known_chip)
        head.addStretch(1)
        for button in (self._change, self._release, self._unknown, self._more_button, self._remove):
            button.setProperty("dense", True)
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(head)
        box.addWidget(self.grid)
        box.addWidget(self.bar)
        box.addWidget(self.more)

    def _connect(self) -> None:
        self.grid.changed.connect(self._on_changed)
        self.more.changed.connect(self._on_changed)
        self.grid.field("role").changed.connect(self._on_role)
        self.grid.field("id_kind").changed.connect(self._on_kind)
        self.more.field("given_by").changed.connect(self._on_giver)
        self._identity().problem_changed.connect(self._on_code_problem)
        self.bar.first.connect(self._on_first)
        self.bar.second.connect(self._on_second)
        self._change.clicked.connect(self._on_change)
        self._release.clicked.connect(self.release)
        self._unknown.clicked.connect(self._on_unknown)
        self._more_button.clicked.connect(self.toggle_more)
        self._remove.clicked.connect(self.remove_wanted)

    def _rows(self, text: str) -> Sequence[Row]:
        return [Row(person.id, person.full_name, who(person, named=False)) for person in self._suggest(text)]

    def _rows_of_family(self, text: str) -> Sequence[Row]:
        return self._rows(f"{self._given_text} {text}")

    def _on_given(self, text: str) -> None:
        self._given_text = text

    def _on_changed(self) -> None:
        if not self.signalsBlocked():
            self.changed.emit()
            if self.wants_likeness():
                self._pause.start()
            elif self._offered is not None:
                self._offered = None
                self.bar.hide()

    def _on_role(self) -> None:
        self._role_touched = True
        self._adopt_sex()
        self.role_chosen.emit(str(self._value("role")))

    def _on_kind(self) -> None:
        self._kind_touched = True
        self._fit_identity()

    def _on_giver(self) -> None:
        self._giver_touched = True

    def _on_code_problem(self, problem: str) -> None:
        """P-43: what to do about a wrong code, with a key to go on without one."""
        if problem:
            self._offered = None
            self.bar.ask(
                self.tr("This national code is not right; type it again from the card. No card at hand?"),
                "",
                self.tr("Go on without the code"),
                tone="danger",
            )
        elif self._offered is None:
            self.bar.hide()

    def _on_first(self) -> None:
        if self._offered is not None:
            self.asked_for.emit(self._offered.person.id)

    def _on_second(self) -> None:
        if self._offered is None:
            self._go_without_code()
        elif self._offered.is_sure:
            self.grid.field("identity").edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._refused.add(self._offered.person.id)
            self._offered = None
            self.bar.hide()
            self.likeness_wanted.emit()

    def _go_without_code(self) -> None:
        put_text(self._identity(), "")
        if self._facts is not None:
            self.grid.field("id_kind").set_value(self._facts.first("id_kind", "field", "none"))
        self._identity().leave()
        self.bar.hide()
        self.grid.field("birth_on").edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_change(self) -> None:
        self._is_editing = True
        self._lock(False)
        self._show_head()
        self.grid.focus_first()

    def _on_unknown(self) -> None:
        put_text(self.grid.field("given_name").edit, "")
        put_text(self.grid.field("family_name").edit, self.tr("Unknown"))
        self.grid.field("father_name").edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_defaults(self) -> None:
        """The usual paper is the national card; the usual telephone is the person's own."""
        if self._facts is None or self._known is not None:
            return
        self._without_signals("id_kind", self._facts.first("id_kind", "field", "national_code"), self.grid)
        owners = self._facts.choices("contact_owner")
        self._without_signals("owner", owners[0].code if owners else "", self.more)
        self._without_signals("given_by", self._default_giver, self.more)
        self._fit_identity()
        self._adopt_sex()

    def _adopt_sex(self) -> None:
        sex = self._book.sex(str(self._value("role"))) if self._book is not None else ""
        if sex and self._known is None:
            self._without_signals("sex", sex, self.more)

    def _fit_identity(self) -> None:
        asks = self._asks(str(self._value("id_kind"))) or "national_code"
        words = {
            "foreigner_id": self.tr("Foreigner's number"),
            "passport_no": self.tr("Passport number"),
            "birth_cert_no": self.tr("Birth certificate number"),
        }
        self.grid.field("identity").set_label(words.get(asks, self.tr("National code")))
        self._identity().set_asks(asks)
        self._identity().setEnabled(asks != "none")

    def _lock(self, locked: bool) -> None:
        for key in _IDENTITY:
            edit = self.grid.field(key).edit
            assert isinstance(edit, LineEdit)
            edit.setReadOnly(locked)
        self.more.set_person_locked(locked)

    def _show_head(self) -> None:
        is_known = self._known is not None
        self._known_chip.setVisible(is_known)
        self._change.setVisible(is_known and not self._is_editing)
        self._release.setVisible(is_known)
        self._unknown.setVisible(not is_known)

    def _contacts(self, others: Sequence["PartyBlock"]) -> tuple[ContactDraft, ...]:
        """What is new: a contact shown from what is stored is left as it is (P-9)."""
        giver, person, party = self._giver(others)
        phone, address = str(self._value("phone")), str(self.more.field("address").value())
        has_phone = bool(phone) or self.more.has_text("safe_hours", "code_word")
        stored = self._stored_values()
        found = []
        if has_phone and (to_ascii(phone) not in stored or self.more.has_text("safe_hours", "code_word")):
            found.append(self.more.contact(ContactKind.MOBILE, phone, giver, person, party))
        if (address or self.more.has_text("postal_code")) and address not in stored:
            found.append(self.more.contact(ContactKind.ADDRESS, address, giver, person, party))
        return tuple(found)

    def _giver(self, others: Sequence["PartyBlock"]) -> tuple[GivenBy, UUID | None, int | None]:
        code = str(self.more.field("given_by").value())
        kind, _, place = code.partition(":")
        if kind != GivenBy.PERSON.value or not place:
            return (GivenBy(kind) if kind else GivenBy.SELF), None, None
        wanted = int(place)
        party = next((n for n, block in enumerate(others) if block.number() == wanted), None)
        return (GivenBy.PERSON, None, party) if party is not None else (GivenBy.STAFF, None, None)

    def number(self) -> int:
        """A number that stays this block's own while others come and go."""
        return self._mine

    def set_number(self, number: int) -> None:
        self._mine = number

    def _stored_values(self) -> set[str]:
        if self._known is None:
            return set()
        return {contact.value for contact in self._known.contacts if not contact.is_masked}

    def _restore(self, texts: dict[str, str], keys: Sequence[str]) -> None:
        for key in keys:
            field = self.grid.fields().get(key) or self.more.fields().get(key)
            if field is not None and texts.get(key):
                put_text(field.edit, texts[key])

    def _put_birth(self, person: PersonDetail) -> None:
        edit = self.grid.field("birth_on").edit
        assert isinstance(edit, BirthDateEdit)
        if person.birth_on is None:
            edit.setText("")
        elif person.birth_precision in (BirthPrecision.DAY, None):
            edit.set_value(person.birth_on)
        else:
            about = self.tr("about {year}") if person.birth_precision is BirthPrecision.ESTIMATED else "{year}"
            put_text(edit, about.format(year=to_persian(person.birth_year or 0)))

    def _can_read(self) -> bool | None:
        code = str(self.more.field("literacy").value())
        if not code or self._facts is None:
            return self._known.can_read if self._known is not None else None
        return not self._facts.does("literacy", code, "needs_reading_aloud")

    def _literacy(self, can_read: bool | None) -> str:
        if can_read is None or self._facts is None:
            return ""
        rows = self._facts.codes("literacy")
        return next((row.code for row in rows if bool(row.does("needs_reading_aloud")) is not can_read), "")

    def _is_name_unknown(self) -> bool:
        whole = search_key(f"{self._value('given_name')}{self._value('family_name')}")
        return bool(whole) and whole == search_key(self.tr("Unknown"))

    def _asks(self, kind: str) -> str:
        return str(self._facts.does("id_kind", kind, "field") or "") if self._facts is not None else ""

    def _value(self, key: str) -> object:
        return self.grid.field(key).value()

    def _problem(self, key: str) -> str:
        return self.grid.field(key).error()

    def _identity(self) -> IdentityEdit:
        edit = self.grid.field("identity").edit
        assert isinstance(edit, IdentityEdit)
        return edit

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.grid.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit

    @staticmethod
    def _without_signals(key: str, value: str, form: FormGrid) -> None:
        """Propose a value: nothing is told, and it does not count as typed."""
        edit = form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        edit.blockSignals(True)
        edit.set_value(value)
        edit.blockSignals(False)


def who(person: PersonRow, *, named: bool = True) -> str:
    """What may be shown of a person who is only offered (P-6): name, father's name, birth year."""
    parts = [person.full_name] if named else []
    if person.father_name:
        words = QCoreApplication.translate("Party", "child of {father}")
        parts.append(words.format(father=person.father_name))
    if person.birth_year is not None:
        words = QCoreApplication.translate("Party", "born {year}")
        if person.is_birth_about:
            words = QCoreApplication.translate("Party", "born about {year}")
        parts.append(words.format(year=to_persian(person.birth_year)))
    return "\u060c ".join(parts)


def _first(person: PersonDetail, *kinds: ContactKind) -> str:
    found = (contact.value for contact in person.contacts if contact.kind in kinds and not contact.is_masked)
    return next(found, "")
