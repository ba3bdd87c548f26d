"""Keeping a scan, or saying in which binder the signed original lies where there is no scanner (P-38)."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.attachments import AttachmentDraft, AttachmentSheet, PaperToSign
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.attachments.scan_edit import ScanEdit
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.documents.pdf_pages import count_pages
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments

_SCAN, _PLACE = "scan", "place"
_OF_SCAN = ("kind", "title", "content")


class AttachSheet(CaseSheet):
    """One of two ways: a scan is kept, or the binder named. `document_id`: the paper that it is about."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, document_id: UUID | None = None) -> None:
        super().__init__(window, context, page, ("", ""))
        self.kept_about = page.detail.id.hex if document_id is None else document_id.hex
        self.set_title(self.tr("Scan or original"))
        self.main.setText(self.tr("Keep"))
        self._papers: dict[str, PaperToSign] = {}
        self._document_id = document_id
        self.form = FormGrid(1)
        self.scan = ScanEdit()
        self.scan.take_drops_on(self)
        self._dress()
        self.main.setEnabled(False)
        attachments, actor, case_id = context.services.attachments, context.actor, page.detail.id
        context.lanes.read(self, lambda: attachments.sheet(actor, case_id), self._fill)

    def _dress(self) -> None:
        ways = (Choice(_SCAN, self.tr("a scan")), Choice(_PLACE, self.tr("the original lies in a binder")))
        self.form.add("what", Field(self.tr("What is kept"), Segments(ways)))
        self.form.add("document_id", Field(self.tr("Signed sheet of"), ChoiceEdit()))
        self.form.add("kind", Field(self.tr("Kind"), ChoiceEdit(), required=True))
        self.form.add("title", Field(self.tr("Title"), TextEdit1()))
        self.form.add("content", Field(self.tr("File"), self.scan, required=True))
        self.form.add("place", Field(self.tr("Where the original lies"), TextEdit1(), required=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.form.changed.connect(self._on_changed)

    def _fill(self, sheet: AttachmentSheet) -> None:
        self.scan.most = sheet.most_bytes
        self._papers = {str(one.id): one for one in sheet.papers}
        self._offer("kind", [Choice(code, label) for code, label in sheet.kinds])
        self._offer("document_id", [self._choice(one) for one in sheet.papers])
        about = str(self._document_id) if str(self._document_id) in self._papers else ""
        self.form.set_values({"what": _SCAN, "document_id": about})
        self.is_dirty = False
        self.filled()
        self._show_way()
        self.form.focus_first()

    def _offer(self, key: str, choices: list[Choice]) -> None:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices(choices)

    def _choice(self, paper: PaperToSign) -> Choice:
        title = " · ".join(part for part in (paper.title, to_persian(paper.number)) if part)
        filed = self.tr("has a scan") if paper.has_scan else paper.place
        return Choice(str(paper.id), title, quiet=filed)

    def _on_changed(self) -> None:
        self.touch()
        self._show_way()

    def _show_way(self) -> None:
        scans = self._is_scan()
        for key in _OF_SCAN:
            self.form.field(key).setVisible(scans)
        self.form.field("place").setVisible(not scans)

    def _is_scan(self) -> bool:
        return str(self.form.field("what").value()) != _PLACE

    def save(self) -> None:
        if self._is_scan():
            self._attach()
        else:
            self._name_place()

    def _attach(self) -> None:
        values: dict[str, Any] = self.form.values()
        needed = {key: self.tr("Fill this in.") for key in ("kind",) if not values[key]}
        if not self.scan.value():
            needed["content"] = self.scan.problem() or self.tr("Choose the file first.")
        if needed:
            self.form.set_errors(needed)
            return
        paper = str(values["document_id"])
        draft = AttachmentDraft(
            self.page.detail.id,
            str(values["kind"]),
            self.scan.value(),
            str(values["title"]),
            count_pages(self.scan.value()),
            UUID(paper) if paper else None,
        )
        attachments, actor = self.context.services.attachments, self.context.actor
        self.store(lambda: attachments.attach(actor, draft), self.tr("The scan is kept."), self.form)

    def _name_place(self) -> None:
        values = self.form.values()
        paper = self._papers.get(str(values["document_id"]))
        if paper is None:
            self.form.set_errors({"document_id": self.tr("Choose the paper.")})
            return
        attachments, actor, place = self.context.services.attachments, self.context.actor, str(values["place"])
        self.store(
            lambda: attachments.name_place(actor, paper.id, paper.version, place),
            self.tr("Recorded where the original lies."),
            self.form,
        )

    def keep_mine(self, page: CasePage) -> None:
        """A paper changed meanwhile: its version is read anew, what was typed stays."""
        self.page = page
        attachments, actor, case_id = self.context.services.attachments, self.context.actor, page.detail.id

        def again(sheet: AttachmentSheet) -> None:
            self._papers = {str(one.id): one for one in sheet.papers}
            self.save()

        self.context.lanes.read(self, lambda: attachments.sheet(actor, case_id), again)
