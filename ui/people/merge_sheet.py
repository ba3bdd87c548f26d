"""Two records of one person side by side: the head picks for each field that differs, and joins them for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.codes import CodeReader
from services.errors import StaleError
from services.people import BirthPrecision, Comparison, MergeDraft, PersonDetail, PersonRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet
from ui.widgets.suggest_edit import SuggestEdit

_KEPT, _OTHER = "kept", "other"
_WIDE = 36
_LISTS = {
    "sex": "sex",
    "id_kind": "id_kind",
    "nationality": "nationality",
    "marital_status": "marital_status",
    "education": "education",
    "occupation_status": "occupation_status",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    comparison: Comparison
    pairs: tuple[tuple[str, str, str], ...]


class MergeSheet(Sheet):
    """The record whose page is open is kept. `merged` carries its `PersonDetail`; `others` bear its code."""

    merged = Signal(object)

    def __init__(
        self, window: QWidget, context: AppContext, person: PersonDetail, others: Sequence[PersonRow] = ()
    ) -> None:
        super().__init__(window, "", width=760)
        self.kept_about = person.id.hex
        self.set_title(self.tr("Two records of one person"))
        self.main.setText(self.tr("Join the two"))
        self.main.setEnabled(False)
        self.main.show()
        self._context, self._kept_id = context, person.id
        self._comparison: Comparison | None = None
        self._labels = self._words_of_fields()
        self.finder = FormGrid(1)
        self._edit = SuggestEdit(context.lanes, self._rows, must_pick=True)
        self._edit.picked.connect(self._on_picked)
        hint = self.tr("By name, code or telephone; the record of this page stays.")
        self.finder.add("other", Field(self.tr("The other record"), self._edit, hint))
        self._told = Words("", "quiet", wrap=True)
        self.picks, self._foot = FormGrid(2), FormGrid(1)
        self._foot.add(
            "reason", Field(self.tr("How is it known that both are one person?"), TextEdit1(), required=True)
        )
        warning = self.tr(
            "Files, consents, marks, papers and contacts of the other record move here; nobody sees a file that was "
            "closed to them. Only the log tells what was where."
        )
        self._warning = Notice(warning)
        for widget in (self.finder, self._told, self.picks, self._warning, self._foot):
            self.body.addWidget(widget)
        self._show_rest(shown=False)
        self.submitted.connect(self._merge)
        if len(others) == 1:
            self._compare(others[0].id)

    # --- the other record -------------------------------------------------------------------------------------

    def _rows(self, text: str) -> Sequence[Row]:
        found = self._context.services.people.suggest(self._context.actor, text)
        return [person_row(row) for row in found if row.id != self._kept_id]

    def _on_picked(self, row: Row) -> None:
        if isinstance(row.key, UUID):
            self._compare(row.key)

    def _compare(self, other_id: UUID) -> None:
        services, actor, kept_id = self._context.services, self._context.actor, self._kept_id

        def read() -> _Shown:
            found = services.people.compare(actor, kept_id, other_id)
            codes = services.codes.of(actor)
            pairs = [(name, self._said(codes, found.kept, name), self._said(codes, found.other, name))
                     for name in found.differing]  # fmt: skip
            return _Shown(found, tuple(pairs))

        self._context.lanes.read(self, read, self._show, latest="compare")

    def _show(self, shown: _Shown) -> None:
        self._comparison = shown.comparison
        other = shown.comparison.other
        told = self.tr("This record: {kept} · the other: {other}")
        self._told.setText(told.format(kept=shown.comparison.kept.name, other=other.name))
        self._renew_picks()
        for name, kept, theirs in shown.pairs:
            picks = Segments((Choice(_KEPT, kept), Choice(_OTHER, theirs)), walks_on=True)
            picks.set_value(_KEPT if kept != self._nothing() else _OTHER)
            self.picks.add(name, Field(self._labels[name], picks))
        stops = [field.edit for field in self.picks.fields().values()]
        for before, after in pairwise([self._edit, *stops, self._foot.field("reason").edit]):
            QWidget.setTabOrder(before, after)
        self._show_rest(shown=True)
        self.main.setEnabled(True)
        first = self.picks if shown.pairs else self._foot
        first.focus_first()

    def _renew_picks(self) -> None:
        """Another record has other differences."""
        former, self.picks = self.picks, FormGrid(2)
        self.body.replaceWidget(former, self.picks)
        former.hide()
        former.deleteLater()

    def _show_rest(self, *, shown: bool) -> None:
        for widget in (self._told, self.picks, self._warning, self._foot):
            widget.setVisible(shown)

    # --- storing ----------------------------------------------------------------------------------------------

    def draft(self) -> MergeDraft:
        """What is asked for, as the fields stand."""
        found = self._comparison
        assert found is not None
        chosen = tuple(name for name, field in self.picks.fields().items() if field.value() == _OTHER)
        reason = str(self._foot.field("reason").value())
        return MergeDraft(found.kept.id, found.kept.version, found.other.id, found.other.version, chosen, reason)

    def set_error(self, key: str, sentence: str) -> bool:
        return self.finder.set_error(key, sentence) or self._foot.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self._foot.focus_first_error()
        self.finder.focus_first_error()

    def _merge(self) -> None:
        if self._comparison is None or not self._foot.check():
            return
        self.main.setEnabled(False)
        people, actor, draft = self._context.services.people, self._context.actor, self.draft()
        self._context.lanes.write(self, lambda: people.merge(actor, draft), self._on_merged, self._on_refused)

    def _on_merged(self, person: PersonDetail) -> None:
        self._context.toasts.show(self.tr("The two records are one now."))
        self.close_sheet()
        self.merged.emit(person)

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError) and self._comparison is not None:
            self.set_notice(self.tr("One of the two was changed meanwhile; look again."))
            self._compare(self._comparison.other.id)
        else:
            self._context.errors.present(error, self)

    # --- words ------------------------------------------------------------------------------------------------

    def _said(self, codes: CodeReader, person: PersonDetail, name: str) -> str:
        """A field's value in words; runs in a lane, where the code lists are read."""
        value = getattr(person, name)
        if name == "birth_on":
            words = _born(person)
        elif name in _LISTS:
            words = codes.label(_LISTS[name], value) if value else ""
        elif isinstance(value, bool):
            words = self.tr("Yes") if value else self.tr("No")
        else:
            words = to_persian(value) if value else ""
        return _short(words) or self._nothing()

    def _nothing(self) -> str:
        return self.tr("not written")

    def _words_of_fields(self) -> dict[str, str]:
        return {
            "given_name": self.tr("Given name"),
            "family_name": self.tr("Family name"),
            "father_name": self.tr("Father's name"),
            "birth_on": self.tr("Born"),
            "sex": self.tr("Sex"),
            "id_kind": self.tr("Identity paper"),
            "national_code": self.tr("National code"),
            "other_id_no": self.tr("Other number"),
            "id_reason": self.tr("Why without this paper"),
            "nationality": self.tr("Nationality"),
            "marital_status": self.tr("Marital status"),
            "education": self.tr("Education"),
            "occupation_status": self.tr("Activity"),
            "occupation_title": self.tr("Occupation"),
            "language": self.tr("Language"),
            "needs_interpreter": self.tr("Needs an interpreter"),
            "can_read": self.tr("Reads and writes"),
        }


def open_merge(window: QWidget, context: AppContext, person: PersonDetail) -> None:
    """Ask for the records that bear the same code, then open the sheet."""
    people, actor = context.services.people, context.actor

    def show(others: tuple[PersonRow, ...]) -> None:
        MergeSheet(window, context, person, others).open_sheet()

    context.lanes.read(window, partial(people.other_records, actor, person.id), show)


def _born(person: PersonDetail) -> str:
    if person.birth_on is None:
        return ""
    is_day = person.birth_precision is BirthPrecision.DAY
    return format_date(person.birth_on) if is_day else to_persian(person.birth_year or "")


def _short(words: str) -> str:
    return words if len(words) <= _WIDE else f"{words[:_WIDE]}\u2026"


def person_row(row: PersonRow) -> Row:
    """A person among suggestions: no more than may be shown of who is only offered (P-6)."""
    return Row(row.id, row.name, _line(row))


def _line(row: PersonRow) -> str:
    return " \u00b7 ".join(filter(None, (row.father_name, to_persian(row.birth_year or ""))))
