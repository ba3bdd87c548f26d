"""The card «referral» of the intake: who sent the matter, what it is about, who takes it on."""

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from services.cases import ReferralDraft
from services.clock import instant
from ui.intake.facts import IntakeFacts
from ui.intake.shifting_grid import ShiftingGrid
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import Flow
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CodeEdit
from ui.widgets.tick import Tick
from ui.widgets.time_edit import TimeEdit

# Which behaviour of the source asks for which fields (domain.md §2.2), in the order of the eye.
_ASKED = (
    ("needs_body", ("body",)),
    ("needs_branch", ("branch",)),
    ("needs_officer", ("officer",)),
    ("needs_contact_person", ("officer",)),
    ("needs_complaint_no", ("complaint_no",)),
    ("needs_incident_no", ("incident_no",)),
    ("needs_agency_case_no", ("agency_no",)),
    ("needs_tracking_no", ("agency_no",)),
    ("needs_heard_from", ("heard_from",)),
    ("needs_letter", ("letter_no", "letter_on")),
    ("needs_judicial_numbers", ("judicial_case_no",)),
    ("needs_order_text", ("order_text",)),
    ("needs_deadline", ("due_day", "due_hour")),
)
_FURTHER = (
    ("needs_judicial_numbers", ("judicial_archive_no", "notice_no")),
    ("needs_letter", ("enclosures", "urgency", "classification")),
)
_TRIAD = {"yes": True, "no": False}


class ReferralCard(Card):
    """`changed` after every edit; `category_chosen`, `responsible_chosen` and `source_chosen` after those."""

    changed = Signal()
    source_chosen = Signal()
    category_chosen = Signal(str)
    responsible_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Intake", "Referral"), parent=parent)
        self._facts: IntakeFacts | None = None
        self._wants_further = False
        self._responsible_touched = self._reply_touched = False
        self.referral = ShiftingGrid(2)
        self.matter = FormGrid(2)
        self._both = Tick(self.tr("Both sides were told to come"))
        self._owed = Tick(self.tr("A reply is owed"))
        self._make_referral()
        self._ticks = self._row(self._both, self._owed)
        self._make_matter()
        self._further = self._link(self.tr("More of the letter"))
        self._words = self._link(self.tr("In the person's own words"))
        self.add(self.referral)
        self.add(self._ticks)
        self.add(self.matter)
        self.add(self._links())
        self.body.addStretch(1)
        self._connect()
        self._show_asked()

    # --- filling --------------------------------------------------------------------------------------------

    def set_facts(self, facts: IntakeFacts, group: str = "") -> None:
        """The unit's lists and colleagues; subjects of `group` come first."""
        self._facts = facts
        for key, name in (("source", "referral_source"), ("heard_from", "heard_from"), ("urgency", "urgency")):
            self._choice(key).set_choices(facts.choices(name))
        self._choice("classification").set_choices(facts.choices("classification"))
        self._choice("primary_category").set_choices(facts.categories(group))
        self._choice("responsible_id").set_choices(facts.colleagues)
        self.propose_responsible(facts.responsible)

    def clear(self) -> None:
        """An empty form with its defaults."""
        for key, field in {**self.referral.fields(), **self.matter.fields()}.items():
            if key != "responsible_id":
                put_text(field.edit, "")
            field.set_error("")
        self.field("criminal").set_value("unknown")
        self._both.setChecked(False)
        self._owed.setChecked(False)
        self._responsible_touched = self._reply_touched = False
        self._show_further(False)
        self._show_words(False)
        if self._facts is not None:
            self.propose_responsible(self._facts.responsible)

    def propose_responsible(self, staff_id: str) -> None:
        """Somebody until the person chooses otherwise."""
        if not self._responsible_touched:
            edit = self._choice("responsible_id")
            edit.blockSignals(True)
            edit.set_value(staff_id)
            edit.blockSignals(False)

    # --- what stands here -----------------------------------------------------------------------------------

    def field(self, key: str) -> Field:
        return self.referral.fields().get(key) or self.matter.field(key)

    def source(self) -> str:
        return str(self.field("source").value())

    def does(self, behaviour: str) -> object:
        """A behaviour of the chosen source."""
        return self._facts.does("referral_source", self.source(), behaviour) if self._facts else False

    def category(self) -> str:
        return str(self.field("primary_category").value())

    def responsible(self) -> UUID | None:
        """Who is shown as the responsible one."""
        code = str(self.field("responsible_id").value())
        return UUID(code) if code else None

    def chosen_responsible(self) -> UUID | None:
        """The same, but None unless the person chose: the service then decides by its own rule (P-7)."""
        return self.responsible() if self._responsible_touched else None

    def criminal_aspect(self) -> bool | None:
        return _TRIAD.get(str(self.field("criminal").value()))

    def is_both_ordered(self) -> bool:
        return self._both.isChecked() and not self._both.isHidden()

    def subject(self) -> str:
        return str(self.field("subject_line").value())

    def own_words(self) -> str:
        return str(self.field("own_words").value())

    def draft(self) -> ReferralDraft | None:
        """How the matter arrived, with the fields in sight; None while no source is chosen."""
        if not self.source():
            return None
        return ReferralDraft(
            source=self.source(),
            body=self._text("body"),
            branch=self._text("branch"),
            officer=self._text("officer"),
            letter_no=self._text("letter_no"),
            letter_on=self._shown("letter_on") or None,
            judicial_case_no=self._text("judicial_case_no"),
            judicial_archive_no=self._text("judicial_archive_no"),
            notice_no=self._text("notice_no"),
            complaint_no=self._text("complaint_no"),
            incident_no=self._text("incident_no"),
            agency_no=self._text("agency_no"),
            order_text=self._text("order_text"),
            ordered_both=self.is_both_ordered(),
            is_reply_owed=self._owed.isChecked(),
            due_at=self._due(),
            heard_from=self._text("heard_from"),
            subject=self.subject(),
            enclosures=self._text("enclosures"),
            urgency=self._text("urgency") or "normal",
            classification=self._text("classification") or "normal",
        )

    def texts(self) -> dict[str, str]:
        """Everything typed, for the draft."""
        fields = {**self.referral.fields(), **self.matter.fields()}
        found = {key: text_of(field.edit) for key, field in fields.items()}
        if not self._responsible_touched:
            found.pop("responsible_id")
        found["criminal"] = "" if found["criminal"] == "unknown" else found["criminal"]
        found["both"] = text_of(self._both)
        found["owed"] = text_of(self._owed) if self._reply_touched else ""
        return {key: text for key, text in found.items() if text}

    def put_texts(self, texts: dict[str, str]) -> None:
        """The reverse of `texts`."""
        ordered = ["source", *(key for key in texts if key != "source")]
        for key in ordered:
            field = self.referral.fields().get(key) or self.matter.fields().get(key)
            if field is not None and key in texts:
                put_text(field.edit, texts[key])
        self._both.setChecked(bool(texts.get("both")))
        if texts.get("owed"):
            self._owed.setChecked(True)
        self._responsible_touched = "responsible_id" in texts
        if any(texts.get(key) for _, keys in _FURTHER for key in keys):
            self._show_further(True)
        self._show_words(bool(texts.get("own_words")))

    # --- errors ---------------------------------------------------------------------------------------------

    def check(self) -> bool:
        return all([self.referral.check(), self.matter.check()])

    def set_error(self, key: str, sentence: str) -> bool:
        """A field of the referral (without `referral.`) or of the case head."""
        key = {"due_at": "due_day"}.get(key, key)
        if any(key in keys for _, keys in _FURTHER):
            self._show_further(True)
        if key == "own_words":
            self._show_words(True)
        return self.referral.set_error(key, sentence) or self.matter.set_error(key, sentence)

    def has_error(self) -> bool:
        fields = {**self.referral.fields(), **self.matter.fields()}
        return any(field.error() and field.isVisible() for field in fields.values())

    def focus_first_error(self) -> None:
        self.matter.focus_first_error()
        self.referral.focus_first_error()

    def stops(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order of the eye."""
        referral = [field.edit for field in self.referral.fields().values()]
        matter = [field.edit for field in self.matter.fields().values()]
        return [*referral, self._both, self._owed, *matter, self._further, self._words]

    # --- private --------------------------------------------------------------------------------------------

    def _make_referral(self) -> None:
        make = self.referral.make
        make("source", Field(self.tr("Source of the referral"), ChoiceEdit()))
        make("body", Field(self.tr("Office"), TextEdit1()))
        make("branch", Field(self.tr("Branch"), TextEdit1()))
        make("officer", Field(self.tr("Officer"), TextEdit1()))
        make("complaint_no", Field(self.tr("Row in the complaints book"), CodeEdit()))
        make("incident_no", Field(self.tr("Incident number"), CodeEdit()))
        make("agency_no", Field(self.tr("Case number there"), CodeEdit()))
        make("heard_from", Field(self.tr("How they heard of us"), ChoiceEdit()))
        make("letter_no", Field(self.tr("Letter number"), CodeEdit()))
        make("letter_on", Field(self.tr("Letter date"), JalaliDateEdit()))
        make("judicial_case_no", Field(self.tr("Judicial case number"), CodeEdit()))
        make("judicial_archive_no", Field(self.tr("Archive number of the branch"), CodeEdit()))
        make("notice_no", Field(self.tr("Notice number"), CodeEdit()))
        make("enclosures", Field(self.tr("Enclosures"), TextEdit1()))
        make("urgency", Field(self.tr("Urgency"), ChoiceEdit()))
        make("classification", Field(self.tr("Classification"), ChoiceEdit()))
        make("order_text", Field(self.tr("Text of the order"), TextEdit1()))
        make("due_day", Field(self.tr("Reply due on"), JalaliDateEdit()))
        make("due_hour", Field(self.tr("until the hour"), TimeEdit(step=30)))

    def _make_matter(self) -> None:
        criminal = ChoiceEdit(
            (
                Choice("yes", self.tr("Yes")),
                Choice("no", self.tr("No")),
                Choice("unknown", self.tr("Not known yet")),
            )
        )
        criminal.set_value("unknown")
        words = MultilineEdit(lines=2, max_lines=6)
        add = self.matter.add
        add("primary_category", Field(self.tr("Subject"), ChoiceEdit(), required=True), 2)
        hint = self.tr("Without details; seen in lists and in the book")
        add("subject_line", Field(self.tr("In a few words"), TextEdit1(), hint), 2)
        add("criminal", Field(self.tr("Criminal aspect"), criminal))
        add("responsible_id", Field(self.tr("Responsible"), ChoiceEdit()))
        add("own_words", Field(self.tr("In the person's own words"), words), 2).hide()

    @staticmethod
    def _row(*ticks: Tick) -> QWidget:
        row = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = Flow(row, gap=8)
        for tick in ticks:
            flow.addWidget(tick)
        return row

    def _links(self) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._words)
        box.addWidget(self._further)
        box.addStretch(1)
        return row

    @staticmethod
    def _link(words: str) -> LinkButton:
        button = LinkButton(words, "chevron-down")
        button.setCheckable(False)
        return button

    def _connect(self) -> None:
        self.referral.changed.connect(self.changed)
        self.matter.changed.connect(self.changed)
        for tick in (self._both, self._owed):
            tick.changed.connect(self.changed)
        self._owed.clicked.connect(self._on_owed)
        self.field("source").changed.connect(self._on_source)
        self.field("due_day").changed.connect(self._propose_hour)
        self.field("primary_category").changed.connect(self._on_category)
        self.field("responsible_id").changed.connect(self._on_responsible)
        self._further.clicked.connect(lambda: self._show_further(not self._wants_further))
        self._words.clicked.connect(lambda: self._show_words(self.field("own_words").isHidden(), focus=True))

    def _on_source(self) -> None:
        if not self._reply_touched:
            self._owed.setChecked(self.does("reply_owed") == "yes")
        self._name_people()
        self._show_asked()
        self.source_chosen.emit()

    def _on_owed(self) -> None:
        self._reply_touched = True

    def _on_category(self) -> None:
        self.category_chosen.emit(self.category())

    def _on_responsible(self) -> None:
        self._responsible_touched = True
        self.responsible_chosen.emit()

    def _name_people(self) -> None:
        """One field, named by who stands behind the source."""
        officer = self.tr("Officer") if self.does("needs_officer") else self.tr("Contact person")
        if self.does("needs_relation"):
            officer = self.tr("Introduced by")
        number = self.tr("Tracking number") if self.does("needs_tracking_no") else self.tr("Case number there")
        self.field("officer").set_label(officer)
        self.field("agency_no").set_label(number)

    def _asked(self, table: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
        keys = [key for behaviour, keys in table if self.does(behaviour) for key in keys]
        return list(dict.fromkeys(keys))

    def _show_asked(self) -> None:
        further = self._asked(_FURTHER)
        keys = ["source", *self._asked(_ASKED), *(further if self._wants_further else ())]
        order = [key for key in self.referral.fields() if key in keys]
        wide = len(order) % 2 == 1
        # an odd field out takes its whole row: the order where there is one, else the source
        odd = "order_text" if "order_text" in order else "source"
        self.referral.show_only([(key, 2 if wide and key == odd else 1) for key in order])
        self._both.setVisible(bool(self.does("may_order_attendance")))
        self._owed.setVisible(bool(self.source()) and self.does("reply_form") != "none")
        self._ticks.setVisible(not (self._both.isHidden() and self._owed.isHidden()))
        self._further.setVisible(bool(further))

    def _show_further(self, wanted: bool) -> None:
        self._wants_further = wanted
        self._further.set_icon("chevron-up" if wanted else "chevron-down")
        self._show_asked()

    def _show_words(self, wanted: bool, *, focus: bool = False) -> None:
        self.field("own_words").setVisible(wanted)
        self._words.set_icon("chevron-up" if wanted else "chevron-down")
        if wanted and focus:
            self.field("own_words").edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _propose_hour(self) -> None:
        """A deadline counts to the hour (P-33): the end of the working day until another hour is typed."""
        hour = self.field("due_hour")
        if self._facts is not None and self.field("due_day").value() and not text_of(hour.edit):
            hour.set_value(self._facts.day_ends)

    def _due(self) -> datetime | None:
        day, hour = self._shown("due_day"), self._shown("due_hour")
        if not day or self._facts is None:
            return None
        return instant(datetime.combine(day, hour or self._facts.day_ends))

    def _shown(self, key: str) -> Any:
        """The value of a field that the present source asks for; "" for one that it does not."""
        return self.referral.field(key).value() if self.referral.is_shown(key) else ""

    def _text(self, key: str) -> str:
        return str(self._shown(key))

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit
