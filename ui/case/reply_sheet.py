"""The answer to whoever referred the file, where it is written elsewhere: it gets its number here, and the authority
waits no longer (R-6)."""

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.cases import ReferralRow
from services.documents import PaperKind
from services.letters import LetterRow, ReplyDraft
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.pages import may_open
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1


class ReplySheet(CaseSheet):
    """For the oldest answer that is owed, or the referral that is named."""

    def __init__(
        self, window: QWidget, context: AppContext, page: CasePage, referral: ReferralRow | None = None
    ) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("Answer to the referral"))
        self.main.setText(self.tr("Enter in the book"))
        self._named = referral.id if referral is not None else None
        self._referral = self._of(page)
        told = self.tr("The answer gets the next number of our book; write it on the letter that goes out.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.form = FormGrid(1)
        self.form.add("correspondent", Field(self.tr("To"), TextEdit1(), required=True))
        self.form.add("subject", Field(self.tr("Subject"), TextEdit1()))
        self.form.add("enclosures", Field(self.tr("Enclosures"), TextEdit1()))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.main.setEnabled(self._referral is not None)
        self._put()
        self.form.changed.connect(self.touch)
        self.keep_form("reply", self.form)
        self.saved.connect(self._say_number)

    def save(self) -> None:
        referral = self._referral
        if referral is None:
            return
        values = self.form.values()
        draft = ReplyDraft(
            referral.id,
            referral.version,
            str(values["correspondent"]),
            str(values["subject"]),
            str(values["enclosures"]),
        )
        letters, actor = self.context.services.letters, self.context.actor
        self.store(lambda: letters.reply(actor, draft), self.tr("The answer is entered."), self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._referral = self._of(page)
        self._put()

    def keep_mine(self, page: CasePage) -> None:
        self._referral = self._of(page)
        super().keep_mine(page)

    def _of(self, page: CasePage) -> ReferralRow | None:
        """None once a colleague answered."""
        return next((one for one in due_answers(page) if self._named in (None, one.id)), None)

    def _put(self) -> None:
        referral = self._referral
        body = f"{referral.body or referral.source_label} {referral.branch}".strip() if referral is not None else ""
        self.form.set_values({"correspondent": body})
        self.is_dirty = False

    def _say_number(self, letter: LetterRow) -> None:
        words = self.tr("The answer has number {number}.")
        self.context.toasts.show(words.format(number=to_persian(letter.number)))


def letter_of_answer(
    context: AppContext, page: CasePage, referral: ReferralRow | None = None
) -> IssueArgument | None:
    """The letter with the result, made here and numbered with it; None while this user can make none.

    Of the referral that is named, else of the first that waits; where the authority knows another result already, it
    corrects that letter.
    """
    owed = referral or owed_referral(page)
    may = context.may(Right.DOCUMENT_ISSUE) and may_open("issue_paper", context.actor)
    if owed is None or page.outcome is None or not may:
        return None
    return IssueArgument(page.detail.id, PaperKind.REFERRAL_REPLY.value, referral_id=owed.id)


def owed_referral(page: CasePage) -> ReferralRow | None:
    """The referral that is still to be answered, or answered again; None where nobody waits."""
    return next(iter(due_answers(page)), None)


def due_answers(page: CasePage) -> list[ReferralRow]:
    """Those never answered first, by their hour; then those whose answer says another result than the file."""
    owed = [one for one in page.detail.referrals if one.is_reply_owed and one.replied_at is None]
    owed.sort(key=lambda one: (one.due_at is None, one.due_at or one.received_at))
    return owed + [one for one in page.detail.referrals if one.is_answer_outdated]
