"""One person of a new file: eight usual fields, further ones on a key, and the offer of a known person (P-6)."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.cases import PartyDraft, Side
from services.people import ContactKind, GivenBy, Likeness, PersonDetail, PersonDraft, PersonRow
from services.quick_entries import split_name
from ui.intake.facts import IntakeFacts
from ui.intake.known_person import ADDRESSES, OF_THE_FILE, TELEPHONES, news_of, open_contact
from ui.intake.offer_bar import OfferBar
from ui.intake.party_draft import Typed
from ui.intake.party_fields import PartyFields, propose, who
from ui.intake.party_more import PartyMore
from ui.intake.roles import RoleBook
from ui.runtime.lanes import Lanes
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Chip

MORE_KEY = "F9"
_PAUSE_MS = 250


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

    def __init__(self, lanes: Lanes, suggest: Callable[[str], Sequence[PersonRow]], side: Side, number: int) -> None:
        """`number` stays this block's own while others come and go."""
        super().__init__()
        self.side, self.number = side, number
        self._book: RoleBook | None = None
        self._known: PersonDetail | None = None
        self._is_editing = False
        self._offered: Likeness | None = None
        self._refused: set[UUID] = set()
        self._waiting: dict[str, str] = {}
        self._default_giver = ""
        self._shown: dict[tuple[ContactKind, ...], str] = {}
        self.grid = PartyFields(lanes, suggest)
        self.more = PartyMore()
        self.bar = OfferBar()
        self._chip = Chip("", "accent")
        self._known_chip = Chip(self.tr("Already known to us"), "information")
        self._change = LinkButton(self.tr("Change the details"))
        self._release = LinkButton(self.tr("Somebody else"))
        self._unknown = LinkButton(self.tr("Name unknown"))
        self._more_button = LinkButton("", "chevron-down")
        self._remove = LinkButton(self.tr("Remove"))
        self._lay_out()
        self._connect()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.likeness_wanted)
        self.set_more(False)
        self._show_head()

    # --- filling --------------------------------------------------------------------------------------------

    def set_facts(self, facts: IntakeFacts, book: RoleBook) -> None:
        self._book = book
        self.grid.set_facts(facts, book)
        self.more.set_facts(facts)
        if self._known is None:
            self._put_defaults()

    def set_place(self, side: Side, words: str, *, removable: bool) -> None:
        """Which side this person stands on, in words."""
        self.side = side
        self._show_stored()
        self._chip.set(words, "accent" if side is Side.A else "information" if side is Side.B else "quiet")
        self._remove.setVisible(removable)
        self.setAccessibleName(words)

    def set_givers(self, givers: tuple[Choice, ...], default: str) -> None:
        """Who may have given this person's contacts; `default` stands there until another is chosen (P-9)."""
        self._default_giver = default
        self.more.set_givers(givers, default)
        chosen = self.more.text("given_by")
        name = next((giver.label for giver in givers if giver.code == chosen), "")
        told = self.tr("as {name} says").format(name=name) if name and chosen != GivenBy.SELF.value else ""
        stored = self.tr("A telephone is stored already.") if self._has_phone() else ""
        self.grid.field("phone").set_hint(told if self.grid.text("phone") else stored)

    def propose_role(self, code: str) -> None:
        """A role until the person chooses another."""
        if self.grid.propose_role(code):
            self._adopt_sex()

    def prefill(self, name: str, phone: str) -> None:
        """What an earlier entry knew."""
        given, family = split_name(name)
        for key, text in (("given_name", given), ("family_name", family), ("phone", phone)):
            put_text(self.grid.field(key).edit, text)

    def take(self, person: PersonDetail) -> None:
        """This is the known person: show what is stored, read-only until «change»; what was typed and is not stored
        yet stays, as a change."""
        waiting, self._waiting = self._waiting, {}
        if not waiting and self._known is None:
            waiting = news_of(self.texts() | {"id_kind": self.grid.text("id_kind")}, person)
        self._known, self._is_editing, self._offered = person, False, None
        self.bar.hide()
        self.blockSignals(True)
        self.grid.put_person(person)
        self.more.put_person(person)
        self._show_stored()
        self._is_editing = bool(waiting.get("editing"))
        if self._is_editing:
            self.grid.put_names(person)
        self._restore(waiting, tuple(self._keys()) if self._is_editing else OF_THE_FILE)
        self.blockSignals(False)
        self._lock(not self._is_editing)
        self._show_head()
        self.changed.emit()

    def release(self) -> None:
        """It is somebody else after all: an empty block."""
        if self._known is not None:
            self._refused.add(self._known.id)
        self.clear(keep_role=True)
        self._focus("given_name")
        self.changed.emit()

    def clear(self, *, keep_role: bool = False) -> None:
        """As new; with `keep_role` it is another person in the same place."""
        self._known, self._is_editing, self._offered, self._waiting = None, False, None, {}
        self._shown = {}
        self._lock(False)
        self.grid.clear(keep_role=keep_role)
        self.more.clear()
        self.bar.hide()
        self._put_defaults()
        self._show_head()

    # --- the offer ------------------------------------------------------------------------------------------

    def offer(self, found: Sequence[Likeness]) -> None:
        """Who may be the same, if anybody; a person already refused is not offered again."""
        if self._known is not None or self.grid.identity.is_wrong():
            return
        fresh = next((one for one in found if one.is_sure or one.person.id not in self._refused), None)
        self._offered = fresh
        if fresh is None:
            self.bar.hide()
            return
        told = self.tr("Perhaps the same person: {name}").format(name=who(fresh.person))
        second = self.tr("It is another person")
        if fresh.is_sure:
            told = self.tr("This code belongs to {name}").format(name=who(fresh.person))
            second = self.tr("The code is wrong")
        self.bar.ask(f"{told} \u00b7 {fresh.words}", self.tr("It is this one"), second)

    def answer(self, *, by_first: bool) -> bool:
        """F6 or F7 while the keyboard is in this block."""
        return self.bar.answer(by_first=by_first)

    def wants_likeness(self) -> bool:
        """Whether what stands here can tell anybody apart."""
        return self._known is None and self.grid.tells_apart()

    # --- what stands here -----------------------------------------------------------------------------------

    def is_empty(self) -> bool:
        """Nobody was typed here."""
        return self._known is None and self.grid.is_empty()

    def name(self) -> str:
        """How the person is called on this form."""
        return self.grid.name()

    def known_id(self) -> UUID | None:
        return self._known.id if self._known is not None else None

    def is_delicate(self) -> bool:
        """A relative of a colleague: the head names who takes the file on (P-7)."""
        return self.more.is_ticked("is_staff_relative")

    def takes_no_side(self) -> bool:
        return self._book is not None and self._book.takes_no_side(self.grid.text("role"))

    def person(self, places: Mapping[int, int] | None = None) -> PersonDraft:
        """The person as typed; `places` as in `Typed`."""
        return self._typed(places).person()

    def party(self, places: Mapping[int, int], *, is_inviting: bool) -> PartyDraft:
        """This person's place in the file."""
        side = Side.NONE if self.takes_no_side() else self.side
        role, relation = self._book.resolve(self.grid.text("role"), side) if self._book else ("", "")
        return PartyDraft(
            person=self.person(places),
            role=role,
            side=side,
            relation=relation,
            is_inviting=is_inviting and side is not Side.NONE,
        )

    def texts(self) -> dict[str, str]:
        """Everything typed, for the draft."""
        found = {key: text_of(field.edit) for key, field in self.grid.fields().items()}
        found |= {key: text_of(field.edit) for key, field in self.more.fields().items()}
        proposed = {
            "role": not self.grid.is_role_touched,
            "id_kind": not self.grid.is_kind_touched,
            "given_by": not self.more.is_giver_touched,
        }
        found = {key: text for key, text in found.items() if text and not proposed.get(key)}
        found["side"] = self.side.value
        if self._known is not None:
            found["known"] = str(self._known.id)
            found["editing"] = "1" if self._is_editing else ""
        return found

    def put_texts(self, texts: dict[str, str]) -> None:
        """The reverse of `texts`; a known person is asked for again, and then gets what was typed."""
        if texts.get("known"):
            self._waiting = texts
            self.asked_for.emit(UUID(texts["known"]))
            return
        self._restore(texts, tuple(self._keys()))
        if any(texts.get(key) for key in self.more.fields() if key not in ("owner", "sex")):
            self.set_more(True)

    # --- errors and the keyboard ------------------------------------------------------------------------------

    def check(self) -> bool:
        return [self.grid.check(), self.more.check()].count(False) == 0

    def set_error(self, path: str, sentence: str) -> bool:
        """`path` is what stands after `parties.N.`: `person.national_code`, `person.contacts.0.value`, `role`."""
        key = self._typed(None).field_of(path)
        if key in self.more.fields():
            self.set_more(True)
            return self.more.set_error(key, sentence)
        return self.grid.set_error(key, sentence)

    def has_error(self) -> bool:
        fields = (*self.grid.fields().values(), *self.more.fields().values())
        return any(field.error() and field.isVisible() for field in fields)

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
        self.grid.picked.connect(self.asked_for)
        self.grid.role_chosen.connect(self._on_role)
        self.grid.identity.problem_changed.connect(self._on_code_problem)
        self.bar.first.connect(self._on_first)
        self.bar.second.connect(self._on_second)
        self._change.clicked.connect(self._on_change)
        self._release.clicked.connect(self.release)
        self._unknown.clicked.connect(self._on_unknown)
        self._more_button.clicked.connect(self.toggle_more)
        self._remove.clicked.connect(self.remove_wanted)

    def _on_changed(self) -> None:
        if self.signalsBlocked():
            return
        self.changed.emit()
        if self.wants_likeness():
            self._pause.start()
        elif self._offered is not None:
            self._offered = None
            self.bar.hide()

    def _on_role(self, code: str) -> None:
        self._adopt_sex()
        self.role_chosen.emit(code)

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
            self.grid.go_without_code()
            self.bar.hide()
            self._focus("birth_on")
        elif self._offered.is_sure:
            self._focus("identity")
        else:
            self._refused.add(self._offered.person.id)
            self._offered = None
            self.bar.hide()
            self.likeness_wanted.emit()

    def _show_stored(self) -> None:
        """How a known person is reached stands here for who came alone: the other side's telephone and address are
        nothing for the eyes in the room (P-3, P-8)."""
        if self._known is None:
            return
        before = self.blockSignals(True)
        for field, kinds in ((self.grid.field("phone"), TELEPHONES), (self.more.field("address"), ADDRESSES)):
            now = open_contact(self._known, kinds) if self.side is Side.A else ""
            if str(field.value()) == self._shown.get(kinds, ""):  # what was typed meanwhile stays
                field.set_value(now)
            self._shown[kinds] = now
        self.blockSignals(before)

    def _has_phone(self) -> bool:
        return self._known is not None and any(one.kind in TELEPHONES for one in self._known.contacts)

    def _on_change(self) -> None:
        assert self._known is not None
        self._is_editing = True
        self.grid.put_names(self._known)
        self._lock(False)
        self._show_head()
        self.grid.focus_first()

    def _on_unknown(self) -> None:
        self.grid.put_unknown()
        self._focus("father_name")

    def _put_defaults(self) -> None:
        self.grid.put_defaults()
        self.more.put_defaults(self._default_giver)
        self._adopt_sex()

    def _adopt_sex(self) -> None:
        """A role that only one sex has says it (zero keys)."""
        sex = self._book.sex(self.grid.text("role")) if self._book is not None else ""
        if sex and self._known is None:
            propose(self.more, "sex", sex)

    def _lock(self, locked: bool) -> None:
        self.grid.set_locked(locked)
        self.more.set_person_locked(locked)

    def _show_head(self) -> None:
        is_known = self._known is not None
        is_editable = self._known is not None and self._known.is_editable
        self._known_chip.setVisible(is_known)
        self._change.setVisible(is_editable and not self._is_editing)
        self._release.setVisible(is_known)
        self._unknown.setVisible(not is_known)

    def _typed(self, places: Mapping[int, int] | None) -> Typed:
        return Typed(self.grid, self.more, self._known, self._is_editing, places or {})

    def _keys(self) -> list[str]:
        """The paper first: the field of its number follows it."""
        return ["id_kind", *(key for key in (*self.grid.fields(), *self.more.fields()) if key != "id_kind")]

    def _restore(self, texts: Mapping[str, str], keys: Sequence[str]) -> None:
        for key in keys:
            field = self.grid.fields().get(key) or self.more.fields().get(key)
            if field is not None and texts.get(key):
                put_text(field.edit, texts[key])

    def _focus(self, key: str) -> None:
        self.grid.field(key).edit.setFocus(Qt.FocusReason.TabFocusReason)
