"""The small sheets over a letter: mending its words, what it answers, giving it to a colleague, a scan."""

from PySide6.QtWidgets import QWidget

from services.attachments import LetterScanDraft
from services.codes import Code
from services.letters import ActionDraft, ActionRow, LetterDetail, LetterWords, LinkDraft
from ui.attachments.scan_edit import ScanEdit
from ui.context import AppContext
from ui.documents.pdf_pages import count_pages
from ui.letters.letter_fields import LISTS, LetterForm, offer, offer_lists
from ui.letters.small_sheet import SmallSheet
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1

_MOST_BYTES = 20 * 1024 * 1024


class CorrectSheet(SmallSheet):
    """Its words as they stand, to be mended; of an issued paper what is the book's own."""

    def __init__(self, window: QWidget, context: AppContext, detail: LetterDetail) -> None:
        form = LetterForm(2)
        super().__init__(window, context, form, width=720)
        self.kept_about = detail.row.id.hex
        self._row, self._form = detail.row, form
        self.case = None
        if detail.is_paper:
            told = self.tr("The other words are those of the issued paper; correct the paper itself.")
            self.body.addWidget(Words(told, "quiet", wrap=True))
        else:
            form.add_words()
            form.add_enclosures()
            if detail.row.case_id is None:
                self.case = form.add_case(context)
        form.add_sending()
        self.dress(self.tr("Correct the row"), self.tr("Store"))
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: {name: codes.all(actor, name) for name in LISTS}, self._fill)

    def _fill(self, lists: dict[str, tuple[Code, ...]]) -> None:
        offer_lists(self._form, lists)
        row = self._row
        self._form.set_values({name: getattr(row, name) for name in LetterWords.__slots__ if name != "case_id"})
        self.settled()
        self._form.focus_first()

    def save(self) -> None:
        form, row = self._form, self._row
        if not form.check() or (self.case is not None and form.lacks_pick("case_id")):
            return
        values = form.values()
        kept = {name: values.get(name, getattr(row, name)) for name in LetterWords.__slots__ if name != "case_id"}
        words = LetterWords(**kept, case_id=self.case.id() if self.case is not None else None)
        letters, actor = self.context.services.letters, self.context.actor
        said = self.tr("The row is corrected; its number stays.")
        self.store(lambda: letters.correct(actor, row.id, row.version, words), said)


class LinkSheet(SmallSheet):
    """Which earlier letter this one answers or follows."""

    def __init__(self, window: QWidget, context: AppContext, detail: LetterDetail) -> None:
        form = LetterForm(1)
        super().__init__(window, context, form)
        self._row, self._form = detail.row, form
        self.earlier = form.add_earlier(context, detail.row.id)
        self.dress(self.tr("Answers or follows"), self.tr("Store"))
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: codes.all(actor, "letter_link"), lambda rows: offer(form, "link", rows))

    def save(self) -> None:
        form, earlier = self._form, self.earlier.id()
        if form.lacks_pick("earlier_id"):
            return
        kind = str(form.field("link").value())
        if earlier is None or not kind:
            form.set_errors({"link" if earlier is not None else "earlier_id": self.tr("Fill this in.")})
            return
        letters, actor, row = self.context.services.letters, self.context.actor, self._row
        said = self.tr("The two letters refer to each other.")
        self.store(lambda: letters.link(actor, row.id, LinkDraft(kind, earlier)), said)


class AssignSheet(SmallSheet):
    """To whom, what, until when."""

    def __init__(self, window: QWidget, context: AppContext, detail: LetterDetail) -> None:
        form = FormGrid(1)
        super().__init__(window, context, form)
        self.kept_about = detail.row.id.hex
        self._row = detail.row
        colleagues = [Choice(str(one.id), one.name, quiet=one.role_label) for one in detail.colleagues]
        self._ids = {str(one.id): one.id for one in detail.colleagues}
        form.add("to_staff_id", Field(self.tr("Colleague"), ChoiceEdit(colleagues), required=True))
        form.add("order_text", Field(self.tr("What is to be done"), TextEdit1(), required=True))
        form.add("due_on", Field(self.tr("Until"), JalaliDateEdit()))
        self.dress(self.tr("Give to a colleague"), self.tr("Give"))

    def save(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        to = self._ids.get(str(values["to_staff_id"]))
        if to is None:
            self.form.set_errors({"to_staff_id": self.tr("Fill this in.")})
            return
        draft = ActionDraft(self._row.id, to, str(values["order_text"]), values["due_on"])
        letters, actor = self.context.services.letters, self.context.actor
        self.store(lambda: letters.assign(actor, draft), self.tr("Given; it stands on the colleague's desk."))


class FinishSheet(SmallSheet):
    """What became of an order."""

    def __init__(self, window: QWidget, context: AppContext, action: ActionRow) -> None:
        super().__init__(window, context, FormGrid(1))
        self.kept_about = action.id.hex
        self._action = action
        self.body.addWidget(Words(action.order_text, wrap=True))
        self.form.add("done_word", Field(self.tr("What was done"), TextEdit1(), required=True))
        self.dress(self.tr("Done"), self.tr("Done"))

    def save(self) -> None:
        letters, actor, action = self.context.services.letters, self.context.actor, self._action
        word = str(self.form.field("done_word").value())
        self.store(lambda: letters.finish(actor, action.id, action.version, word), self.tr("Noted as done."))


class ScanSheet(SmallSheet):
    """A scan of the letter, kept inside the encrypted file."""

    def __init__(self, window: QWidget, context: AppContext, detail: LetterDetail) -> None:
        super().__init__(window, context, FormGrid(1))
        self.kept_about = detail.row.id.hex
        self._row = detail.row
        self.scan = ScanEdit()
        self.scan.most = _MOST_BYTES
        self.scan.take_drops_on(self)
        self.form.add("kind", Field(self.tr("Kind"), ChoiceEdit(), required=True))
        self.form.add("title", Field(self.tr("Title"), TextEdit1()))
        self.form.add("content", Field(self.tr("File"), self.scan, required=True))
        self.dress(self.tr("Scan of the letter"), self.tr("Keep"))
        attachments, actor = context.services.attachments, context.actor
        context.lanes.read(self, lambda: attachments.letter_kinds(actor), self._fill)

    def _fill(self, kinds: tuple[tuple[str, str], ...]) -> None:
        edit = self.form.field("kind").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(code, label) for code, label in kinds])
        self.settled()

    def save(self) -> None:
        values = self.form.values()
        needed = {"kind": self.tr("Fill this in.")} if not values["kind"] else {}
        if not self.scan.value():
            needed["content"] = self.scan.problem() or self.tr("Choose the file first.")
        if needed:
            self.form.set_errors(needed)
            return
        content = self.scan.value()
        draft = LetterScanDraft(
            self._row.id, str(values["kind"]), content, str(values["title"]), count_pages(content)
        )
        attachments, actor = self.context.services.attachments, self.context.actor
        self.store(lambda: attachments.attach_to_letter(actor, draft), self.tr("The scan is kept."))
