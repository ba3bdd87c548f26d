"""Subject, categories and place of a file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from services.cases import CaseEdit
from services.codes import Code
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.segments import Segments

_YES, _NO = "yes", "no"
_FURTHER = ("further_1", "further_2")
_ISSUES = ("issue_1", "issue_2")


class EditSheet(CaseSheet):
    """The editable head of the file; up to two further categories, and up to two legal issues (R-23)."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""), width=620)
        self.set_title(self.tr("Subject and category"))
        self.main.setText(self.tr("Store"))
        self.form = FormGrid(2)
        self.form.add("primary_category", Field(self.tr("Category"), ChoiceEdit(), required=True), 2)
        for key, words in zip(_FURTHER, (self.tr("Second category"), self.tr("Third category")), strict=True):
            self.form.add(key, Field(words, ChoiceEdit()))
        no_details = self.tr("without details; lists and books show it")
        self.form.add("subject_line", Field(self.tr("Subject"), TextEdit1(), no_details), 2)
        self.form.add("own_words", Field(self.tr("In the client's own words"), MultilineEdit(lines=2)), 2)
        aspects = (Choice(_YES, self.tr("Yes")), Choice(_NO, self.tr("No")))
        self.form.add("has_criminal_aspect", Field(self.tr("Criminal aspect"), Segments(aspects)))
        self.form.add("archive_place", Field(self.tr("Shelf"), TextEdit1()))
        for key, words in zip(_ISSUES, (self.tr("Legal issue"), self.tr("Second legal issue")), strict=True):
            self.form.add(key, Field(words, ChoiceEdit()))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.main.setEnabled(False)
        codes, actor = context.services.codes, context.actor
        context.lanes.read(
            self,
            lambda: tuple(codes.all(actor, name) for name in ("case_category", "case_category_group", "legal_issue")),
            lambda found: self._fill(*found),
        )

    def save(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        aspect = {_YES: True, _NO: False}.get(str(values["has_criminal_aspect"]))
        edit = CaseEdit(
            str(values["primary_category"]),
            str(values["subject_line"]),
            str(values["own_words"]),
            tuple(str(values[key]) for key in _FURTHER if values[key]),
            aspect,
            str(values["archive_place"]),
            tuple(str(values[key]) for key in _ISSUES if values[key]),
        )
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        said = self.tr("The file is changed.")
        self.store(lambda: cases.edit(actor, detail.id, detail.version, edit), said, self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._put()

    def _fill(self, categories: Sequence[Code], groups: Sequence[Code], issues: Sequence[Code]) -> None:
        labels = {group.code: group.label for group in groups}
        choices = [Choice(one.code, one.label, labels.get(str(one.does("group")), "")) for one in categories]
        for key in ("primary_category", *_FURTHER):
            edit = self.form.field(key).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices(choices)
        usual = next(
            (one.does("legal_issues") for one in categories if one.code == self.page.detail.primary_category), ()
        )
        for key in _ISSUES:
            edit = self.form.field(key).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices(_issue_choices(issues, tuple(usual or ())))
        self._put()
        self.form.changed.connect(self.touch)
        self.filled()
        self.keep_form("subject", self.form)
        self.form.focus_first()

    def _put(self) -> None:
        detail = self.page.detail
        aspect = {True: _YES, False: _NO, None: ""}[detail.has_criminal_aspect]
        further = dict.fromkeys(_FURTHER, "") | dict(zip(_FURTHER, detail.further_categories, strict=False))
        issues = dict.fromkeys(_ISSUES, "") | dict(zip(_ISSUES, detail.legal_issues, strict=False))
        self.form.set_values(
            {
                "primary_category": detail.primary_category,
                "subject_line": detail.row.subject_line,
                "own_words": detail.own_words,
                "has_criminal_aspect": aspect,
                "archive_place": detail.archive_place,
                **further,
                **issues,
            }
        )
        self.is_dirty = False


def _issue_choices(issues: Sequence[Code], usual: tuple[str, ...]) -> list[Choice]:
    """Those that the category is known for come first; the article stands beside the name."""
    ordered = sorted(issues, key=lambda one: one.code not in usual)
    return [Choice(one.code, one.label, str(one.does("article") or "")) for one in ordered]
