"""Sending a person of the file on: to whom, why, and on what ground (domain.md §2.8.2)."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.overview import CasePage
from services.referrals_out import ReferralGround, ReferralOutDraft, ReferralOutPerson, ReferralOutSheet
from ui.case.argument import CaseArgument
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import Notice
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

FORM = "case:referral_out"
_CONSENT, _LAW = ReferralGround.CONSENT.value, ReferralGround.LEGAL_BASIS.value
_OF_CONSENT = ("has_consented", "was_read_aloud", "guardian_name", "witness_1", "witness_2")
_OF_LAW = ("legal_basis", "basis_words")


class ReferSheet(CaseSheet):
    """What is asked follows from the ground: a consent that stands is not asked for again."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""), side=True, width=560)
        self.set_title(self.tr("Send on to another body"))
        self.main.setText(self.tr("Record the referral"))
        self._people: dict[str, ReferralOutPerson] = {}
        self.form = FormGrid(2)
        self._stands = Notice("", "information", "check-circle-outline")
        self.draft = PageDraft(self, context, FORM, CaseArgument(page.detail.id, "refer").subject(), self._texts)
        self._dress()
        self.main.setEnabled(False)
        self.form.changed.connect(self._on_changed)
        self.saved.connect(lambda _row: self.draft.forget())
        referrals, actor, case_id = context.services.referrals_out, context.actor, page.detail.id
        context.lanes.read(self, lambda: referrals.sheet(actor, case_id), self._fill)

    def _dress(self) -> None:
        add = self.form.add
        add("person_id", Field(self.tr("Whom"), ChoiceEdit(), required=True))
        add("target", Field(self.tr("To"), ChoiceEdit(), required=True))
        add("body", Field(self.tr("Name of the body"), TextEdit1()))
        add("urgency", Field(self.tr("Urgency"), ChoiceEdit()))
        add("reason", Field(self.tr("Why"), MultilineEdit(lines=2, max_lines=6), required=True), 2)
        add("asked", Field(self.tr("What is asked of them"), MultilineEdit(lines=2, max_lines=6)), 2)
        grounds = (
            Choice(_CONSENT, self.tr("with own consent")),
            Choice(_LAW, self.tr("on a legal basis")),
        )
        add("ground", Field(self.tr("On what ground"), Segments(grounds), required=True), 2)
        add("has_consented", Field(self.tr("Consent"), Tick(self.tr("Agrees that this is told to that body"))), 2)
        add("was_read_aloud", Field(self.tr("Reading aloud"), Tick(self.tr("What is told was read aloud"))), 2)
        add("guardian_name", Field(self.tr("Who consents for the minor"), TextEdit1()), 2)
        add("witness_1", Field(self.tr("First witness"), TextEdit1()))
        add("witness_2", Field(self.tr("Second witness"), TextEdit1()))
        add("legal_basis", Field(self.tr("Legal basis"), ChoiceEdit(), required=True, lines=2))
        add("basis_words", Field(self.tr("Number and date of the order"), TextEdit1()))
        self._stands.set_sentence(self.tr("The consent to tell this body stands already."))
        told = self.tr("Say no more than the body needs. A confidential address never goes into this text.")
        for part in (self.form, self._stands, Words(told, "quiet", wrap=True)):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._show_ground()

    def _fill(self, sheet: ReferralOutSheet) -> None:
        self._people = {str(one.id): one for one in sheet.people}
        self._offer("person_id", [(str(one.id), one.name) for one in sheet.people])
        self._offer("target", sheet.targets)
        self._offer("urgency", sheet.urgencies)
        self._offer("legal_basis", sheet.legal_bases)
        self.draft.filling(self._put_start)
        self.draft.load(self._take_up)
        self.filled()
        self._show_ground()
        self.form.focus_first()

    def _offer(self, key: str, rows: Any) -> None:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(code, label) for code, label in rows])

    def _put_start(self) -> None:
        only = next(iter(self._people)) if len(self._people) == 1 else ""
        self.form.set_values({"person_id": only, "urgency": "normal"})

    def _texts(self) -> dict[str, str]:
        return {key: text_of(field.edit) for key, field in self.form.fields().items()}

    def _take_up(self, texts: dict[str, Any]) -> None:
        for key, field in self.form.fields().items():
            put_text(field.edit, str(texts.get(key, "")))
        self.is_dirty = True
        self._show_ground()

    def _on_changed(self) -> None:
        self.touch()
        self.draft.touch()
        self._show_ground()

    def _show_ground(self) -> None:
        ground = str(self.form.field("ground").value())
        person = self._people.get(str(self.form.field("person_id").value()))
        stands = person is not None and str(self.form.field("target").value()) in person.consents
        asks = ground == _CONSENT and not stands
        shown = dict.fromkeys(_OF_CONSENT, asks) | dict.fromkeys(_OF_LAW, ground == _LAW)
        shown["guardian_name"] = asks and person is not None and person.is_minor
        for key in ("witness_1", "witness_2"):
            shown[key] = asks and person is not None and person.can_read is False
        for key, is_shown in shown.items():
            self.form.field(key).setVisible(is_shown)
        self._stands.setVisible(ground == _CONSENT and stands)

    def save(self) -> None:
        needed = {key: self.tr("Fill this in.") for key in ("person_id", "target") if not self._has(key)}
        if needed:
            self.form.set_errors(needed)
            return
        referrals, actor, draft = self.context.services.referrals_out, self.context.actor, self._draft()
        self.store(lambda: referrals.refer(actor, draft), self.tr("The referral is recorded."), self.form)

    def _has(self, key: str) -> bool:
        return bool(self.form.field(key).value())

    def _draft(self) -> ReferralOutDraft:
        values = self.form.values()
        ground = str(values["ground"])
        return ReferralOutDraft(
            self.page.detail.id,
            UUID(str(values["person_id"])),
            str(values["target"]),
            ReferralGround(ground) if ground else None,
            str(values["reason"]),
            str(values["body"]),
            str(values["urgency"]),
            str(values["asked"]),
            bool(values["has_consented"]),
            bool(values["was_read_aloud"]),
            str(values["guardian_name"]),
            tuple(str(values[key]) for key in ("witness_1", "witness_2") if values[key]),
            str(values["legal_basis"]),
            str(values["basis_words"]),
        )

    def can_close(self) -> bool:
        may_close = super().can_close()
        if may_close and self.is_dirty:
            self.draft.forget()
        return may_close
