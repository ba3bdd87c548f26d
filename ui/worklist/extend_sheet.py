"""The authority granted more time for an answer: until when (R-6, P-33)."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.cases import ReferralRow
from services.letters import ExtendDraft
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.safety.moment_edit import MomentEdit, moment_words
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words


class ExtendSheet(CaseSheet):
    """Opens for the answer that `referral_id` names, or the one that is due first."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, referral_id: UUID) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("More time was granted"))
        self.main.setText(self.tr("Store the new time"))
        self._referral_id = referral_id
        self._told = Words("", "quiet", wrap=True)
        self.form = FormGrid(1)
        self.form.add("due_at", Field(self.tr("Answer until"), MomentEdit(), required=True))
        self.body.addWidget(self._told)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._tell()
        self.form.changed.connect(self.touch)

    def save(self) -> None:
        referral = self.referral()
        if referral is None or not self.form.check():
            return
        due = self.form.field("due_at").value()
        if due is None:
            self.form.set_errors({"due_at": self.tr("Write day and hour.")})
            return
        draft = ExtendDraft(referral.id, referral.version, due)
        letters, actor = self.context.services.letters, self.context.actor
        self.store(lambda: letters.extend(actor, draft), self.tr("The new time is stored."), self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._tell()

    def referral(self) -> ReferralRow | None:
        """The referral as the page knows it now; None once it is answered."""
        rows = (one for one in self.page.detail.referrals if one.id == self._referral_id)
        return next((one for one in rows if one.is_reply_owed and one.replied_at is None), None)

    def _tell(self) -> None:
        referral = self.referral()
        self.main.setEnabled(referral is not None)
        if referral is None:
            self._told.setText(self.tr("This was answered meanwhile."))
        elif referral.due_at is None:
            self._told.setText(self.tr("No hour was set before."))
        else:
            self._told.setText(self.tr("So far: until {due}").format(due=moment_words(referral.due_at)))
