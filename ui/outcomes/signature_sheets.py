"""Signatures that were seen, one by one or all at once, and one that was refused before two witnesses (P-30)."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.agreements import AgreementDetail, SignatureState, SignerRole, SignerRow
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.outcomes.witness_lines import WitnessLines
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.multi_choice import MultiChoice


class OnAgreement(CaseSheet):
    """A sheet about the agreement of the page; what somebody else changed meanwhile is asked about."""

    def agreement(self) -> AgreementDetail:
        stored = self.page.agreement
        if stored is None:
            raise AssertionError("the sheet opens where there is an agreement")
        return stored

    def waiting(self) -> list[SignerRow]:
        """The sides whose signature was not seen."""
        sides = (one for one in self.agreement().signers if one.role is SignerRole.PARTY)
        return [one for one in sides if one.state is not SignatureState.SEEN]

    def keep_mine(self, page: CasePage) -> None:
        """A colleague may have ended the agreement: then there is nothing to keep."""
        if page.agreement is None:
            self.close_sheet()
        else:
            super().keep_mine(page)

    def take_theirs(self, page: CasePage) -> None:
        self.page = page
        self.close_sheet()


class SignaturesSheet(OnAgreement):
    """All are ticked beforehand: Ctrl+Enter alone says that the signatures of all sides were seen."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("Signatures that were seen"))
        self.main.setText(self.tr("Record the signatures"))
        self.form = FormGrid(1)
        choices = [Choice(one.id.hex, one.name) for one in self.agreement().signers if self._waits(one)]
        self.form.add("signer_ids", Field(self.tr("Whose signature was seen"), MultiChoice(choices), required=True))
        self.form.add("seen_on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        start = {"signer_ids": [choice.code for choice in choices], "seen_on": context.today()}
        self.form.set_values(start)
        self.form.changed.connect(self.touch)
        self.body.addWidget(self.form)
        self.body.addWidget(
            Words(self.tr("With the last side's signature the agreement counts."), "quiet", wrap=True)
        )
        self.body.addStretch(1)

    def save(self) -> None:
        if not self.form.check():
            return
        signer_ids = tuple(UUID(hex=one) for one in self.form.field("signer_ids").value())
        seen_on = self.form.field("seen_on").value()
        needed = self.tr("Fill this in.")
        if not signer_ids or seen_on is None:
            self.form.set_errors({"seen_on" if signer_ids else "signer_ids": needed})
            return
        stored, agreements, actor = self.agreement(), self.context.services.agreements, self.context.actor
        self.store(
            lambda: agreements.see_signatures(actor, stored.id, stored.version, seen_on, signer_ids),
            self.tr("Recorded: the signatures were seen."),
            self.form,
        )

    @staticmethod
    def _waits(one: SignerRow) -> bool:
        return one.state is not SignatureState.SEEN


class RefusalSheet(OnAgreement):
    """Who would not sign, and who saw it. The file ended without settlement from then on."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""), width=760)
        self.kept_about = page.detail.id.hex
        self.set_title(self.tr("Would not sign"))
        self.main.setText(self.tr("Record the refusal"))
        self.form = FormGrid(1)
        choices = [Choice(one.party_id.hex, one.name) for one in self.waiting() if one.party_id is not None]
        self.form.add("party_id", Field(self.tr("Who would not sign"), ChoiceEdit(choices), required=True))
        if len(choices) == 1:
            self.form.set_values({"party_id": choices[0].code})
        self.witnesses = WitnessLines()
        told = self.tr("The agreement becomes void, and the outcome is: no settlement. Two witnesses confirm it.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        for part in (self.form, self.witnesses):
            part.changed.connect(self.touch)
            self.body.addWidget(part)
        self.body.addStretch(1)

    def save(self) -> None:
        if not (self.form.check() and self.witnesses.check()):
            return
        chosen = str(self.form.field("party_id").value())
        if not chosen:
            self.form.set_errors({"party_id": self.tr("Fill this in.")})
            return
        stored, agreements, actor = self.agreement(), self.context.services.agreements, self.context.actor
        witnesses, party_id = self.witnesses.drafts(), UUID(hex=chosen)
        self.store(
            lambda: agreements.refuse(actor, stored.id, stored.version, party_id, witnesses),
            self.tr("Recorded: the signature was refused."),
            self,
        )

    # --- errors beside their fields (a Form of ui.runtime.errors) -----------------------------------------------

    def set_error(self, key: str, sentence: str) -> bool:
        noun, _, rest = key.partition(".")
        if noun == "witnesses":
            return self.witnesses.set_error(f".{rest}" if rest else "", sentence)
        return self.form.set_error(key, sentence)

    def focus_first_error(self) -> None:
        if self.witnesses.has_error():
            self.witnesses.focus_first_error()
        else:
            self.form.focus_first_error()
