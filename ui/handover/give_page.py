"""Handing a colleague's work over: for which days, to whom, file by file or all at once, with a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.errors import AppError, InvalidDraft
from services.handover import Given, HandoverDraft, HandoverKind, ItemDraft, Work, WorkItem
from services.persian.digits import to_persian
from services.staff import StaffRow
from ui.context import AppContext
from ui.handover.argument import GiveArgument
from ui.handover.item_sheet import STAYS, ItemSheet
from ui.handover.words import item_words, title_of
from ui.navigation import READING, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments

FORM = "hand_over"
_LOOSE = "loose"


@dataclass(slots=True)
class Chosen:
    """What was said of one file alone: `to_id` STAYS or a receiver, None for the one of all."""

    to_id: str | None = None
    note: str = ""


class GivePage(Page):
    """Ctrl+Enter hands over; Enter on a file says who takes this one, and its own note."""

    widest = READING
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.work: Work | None = None
        self.chosen: dict[str, Chosen] = {}
        self._errors: dict[str, str] = {}
        self._given: list[WorkItem] = []
        self._is_ready = False
        self.set_title(self.tr("Hand over work"))
        self.main = PrimaryButton(self.tr("Hand over"), "account-arrow-left-outline")
        self.main.setToolTip(with_keys(self.tr("Hand over"), "Ctrl+Return"))
        self.main.clicked.connect(self.main_action)
        self.main.setEnabled(False)
        self.add_button(self.main)
        self.form, self.words = FormGrid(4), FormGrid(4)
        self.list = RowList(fits=True)
        self.list.setAccessibleName(self.tr("Files and work"))
        self.list.opened.connect(self.open_item)
        self._empty = EmptyState(self.tr("This colleague has nothing open in these days."), icon_name="check-all")
        self._empty.setMinimumHeight(px(120))
        self._files = Card(self.tr("What is open"))
        self.draft = PageDraft(self, context, FORM, "", self._texts)
        self._build()
        self._load_people()

    # --- building ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        kinds = (
            Choice(HandoverKind.ABSENCE.value, self.tr("absence")),
            Choice(HandoverKind.LEAVING.value, self.tr("last day")),
        )
        add = self.form.add
        add("staff_id", Field(self.tr("Whose work"), ChoiceEdit(), required=True))
        add("kind", Field(self.tr("Why"), Segments(kinds, walks_on=True), required=True))
        add("first_on", Field(self.tr("From"), JalaliDateEdit(), required=True))
        add("last_on", Field(self.tr("To the end of"), JalaliDateEdit(), required=True))
        self.form.field("staff_id").edit.setEnabled(self.context.may(Right.CASE_ASSIGN))
        hint = self.tr("Everything that is not given to somebody else below")
        self.words.add("to_id", Field(self.tr("To whom"), ChoiceEdit(), hint), 2)
        self.words.add("note", Field(self.tr("Note for all"), MultilineEdit(lines=2, max_lines=6)), 2)
        sealed = self.tr(
            "It holds from now on. Process notes are not handed over: they stay sealed to their author and to whom"
            " the author shared them with."
        )
        when, to = Card(), Card()
        when.add(self.form)
        to.add(self.words)
        self._files.add(Words(sealed, "hint", wrap=True))
        self._files.add(self.list)
        self._files.add(self._empty)
        for card in (when, to, self._files):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.set_values({"kind": HandoverKind.ABSENCE.value, "first_on": self.context.today()})
        for key in ("staff_id", "kind", "first_on", "last_on"):
            self.form.field(key).changed.connect(self._on_days)
        self.words.field("to_id").changed.connect(self._on_receiver)
        for grid in (self.form, self.words):
            grid.changed.connect(self._touch)
        self._show_days()

    def _load_people(self) -> None:
        services, actor = self.context.services, self.context.actor

        def read() -> tuple[StaffRow, ...]:
            """Also who has left already: their work may still lie there."""
            return services.staff.list(actor, with_ended=True)

        self.context.lanes.read(self, read, self._fill_people)

    def _fill_people(self, people: Sequence[StaffRow]) -> None:
        edit = self.form.field("staff_id").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(one.id.hex, one.full_name, quiet=one.title) for one in people])
        about = self.argument.staff_id if isinstance(self.argument, GiveArgument) else None
        own = about or self.context.actor.staff_id

        def fill() -> None:
            self.form.set_values({"staff_id": own.hex})

        self.draft.filling(fill)
        self._is_ready = True
        self.draft.load(self._take_up)
        self._load_work()
        first = self.form.field("staff_id" if self.context.may(Right.CASE_ASSIGN) else "kind").edit
        if self.isVisible() and self.focusWidget() is None:
            first.setFocus()

    # --- reading ----------------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        self._load_work()

    def _asked(self) -> tuple[UUID, HandoverKind, Any, Any] | None:
        """Whose work for which days; None while something lacks."""
        values = self.form.values()
        staff_id, kind, first = values["staff_id"], values["kind"], values["first_on"]
        if not staff_id or not kind or first is None:
            return None
        is_absence = kind == HandoverKind.ABSENCE
        if is_absence and values["last_on"] is None:
            return None
        return UUID(staff_id), HandoverKind(kind), first, values["last_on"] if is_absence else None

    def _load_work(self) -> None:
        asked = self._asked()
        if asked is None or not self._is_ready:
            return
        handovers, actor = self.context.services.handovers, self.context.actor
        self.context.lanes.read(
            self, lambda: handovers.work(actor, *asked), self._on_work, self._on_refused, latest="work"
        )

    def _on_work(self, work: Work) -> None:
        self.work, self._errors = work, {}
        for field in self.form.fields().values():
            field.set_error("")
        edit = self.words.field("to_id").edit
        assert isinstance(edit, ChoiceEdit)
        away = self.tr("is not there in these days")
        choices = [Choice(one.id.hex, one.name, quiet=away if one.is_away else one.title) for one in work.receivers]
        self.draft.filling(lambda: edit.set_choices(choices))
        self._show()

    # --- choosing ---------------------------------------------------------------------------------------------

    def open_item(self, key: object) -> None:
        """Who takes this one, and its own note."""
        item = self._item(str(key))
        if item is None or self.work is None:
            return
        known = self.chosen.get(str(key), Chosen())
        sheet = ItemSheet(self, item, self.work.receivers, self._receiver(item), known.note)
        sheet.chosen.connect(lambda to_id, note: self._choose(str(key), to_id, note))
        sheet.open_sheet()

    def _choose(self, key: str, to_id: str, note: str) -> None:
        same_as_all = to_id == self.words.field("to_id").value()
        self.chosen[key] = Chosen(None if same_as_all else to_id, note)
        self._errors.pop(key, None)
        self._touch()
        self._show()

    def _receiver(self, item: WorkItem) -> UUID | None:
        """Who takes an item now; None: it stays."""
        if item.needs_head:
            return None
        own = self.chosen.get(_key(item), Chosen()).to_id
        wanted = own if own is not None else str(self.words.field("to_id").value())
        if not wanted or wanted == STAYS:
            return None
        to_id = UUID(wanted)
        away = {one.id for one in self.work.receivers if one.is_away} if self.work is not None else set()
        return None if to_id in item.refused or to_id in away else to_id

    def _item(self, key: str) -> WorkItem | None:
        items = self.work.items if self.work is not None else ()
        return next((item for item in items if _key(item) == key), None)

    # --- showing ----------------------------------------------------------------------------------------------

    def _on_days(self) -> None:
        self._show_days()
        self._load_work()

    def _show_days(self) -> None:
        is_absence = self.form.field("kind").value() != HandoverKind.LEAVING
        self.form.field("last_on").setVisible(is_absence)
        first = self.form.field("first_on")
        first.set_label(self.tr("From") if is_absence else self.tr("Last day of work"), required=True)

    def _on_receiver(self) -> None:
        self._errors = {}
        self._show()

    def _show(self) -> None:
        items = self.work.items if self.work is not None else ()
        self.list.set_rows([self._row(item) for item in items])
        self.list.setVisible(bool(items))
        self._empty.setVisible(self.work is not None and not items)
        given = sum(self._receiver(item) is not None for item in items)
        words = self.tr("{given} of {count} are given")
        self._files.set_aside(words.format(given=to_persian(given), count=to_persian(len(items))) if items else "")
        self.main.setEnabled(bool(given))

    def _row(self, item: WorkItem) -> Row:
        to_id, key = self._receiver(item), _key(item)
        names = {one.id: one.name for one in self.work.receivers} if self.work is not None else {}
        own = self.chosen.get(key, Chosen())
        quiet = " · ".join(part for part in (item_words(item), self.tr("with a note") if own.note else "") if part)
        if key in self._errors:
            chip, tone = self._errors[key], "danger"
        elif to_id is not None:
            chip, tone = names.get(to_id, ""), "accent"
        elif item.needs_head:
            chip, tone = item.words, "attention"
        elif self._is_refused(item):
            chip, tone = self.tr("another colleague"), "attention"
        else:
            chip, tone = self.tr("stays"), "quiet"
        icon = "folder-open-outline" if item.case_id is not None else "calendar-blank-outline"
        lead = " ".join(mark.letter for mark in item.marks)
        return Row(key, title_of(item.case_no, item.initials), quiet, chip, tone, icon=icon, lead=lead)

    def _is_refused(self, item: WorkItem) -> bool:
        wanted = str(self.words.field("to_id").value())
        return bool(wanted) and UUID(wanted) in item.refused and self.chosen.get(_key(item), Chosen()).to_id is None

    # --- keeping what was typed -------------------------------------------------------------------------------

    def _touch(self) -> None:
        if self._is_ready:
            self.draft.touch()

    def _texts(self) -> dict[str, Any]:
        grids = (self.form, self.words)
        found: dict[str, Any] = {key: text_of(one.edit) for grid in grids for key, one in grid.fields().items()}
        found["items"] = {key: [one.to_id or "", one.note] for key, one in self.chosen.items()}
        return found

    def _take_up(self, texts: dict[str, Any]) -> None:
        for grid in (self.form, self.words):
            for key, one in grid.fields().items():
                if key in texts and (key != "staff_id" or self.context.may(Right.CASE_ASSIGN)):
                    put_text(one.edit, str(texts[key]))
        items = texts.get("items", {})
        self.chosen = {key: Chosen(pair[0] or None, pair[1]) for key, pair in items.items()}
        self._show_days()
        self._load_work()

    def leave(self) -> None:
        self.draft.flush()

    # --- giving -----------------------------------------------------------------------------------------------

    def main_action(self) -> None:
        """Hand over what is given to somebody."""
        asked = self._asked()
        if not self.form.check() or not self.words.check() or self.work is None:
            return
        if asked is None:
            self.form.set_errors({"last_on": self.tr("Fill this in.")})
            return
        if not self.main.isEnabled():
            self.words.field("to_id").set_error(self.tr("Say who takes the work."))
            self.words.focus_first_error()
            return
        staff_id, kind, first, last = asked
        given = [(item, self._receiver(item)) for item in self.work.items]
        self._given = [item for item, to_id in given if to_id is not None]
        items = tuple(
            ItemDraft(item.case_id, to_id, self.chosen.get(_key(item), Chosen()).note)
            for item, to_id in given
            if to_id is not None
        )
        draft = HandoverDraft(staff_id, kind, first, last, items, str(self.words.field("note").value()))
        handovers, actor = self.context.services.handovers, self.context.actor
        self.main.setEnabled(False)
        self.context.lanes.write(self, lambda: handovers.give(actor, draft), self._on_given, self._on_refused)

    def _on_given(self, given: Given) -> None:
        self.draft.forget()
        handovers, context = self.context.services.handovers, self.context

        def undo() -> None:
            context.lanes.write(
                context.lanes, lambda: handovers.undo(context.actor, given.handover_id, given.version)
            )

        count = self.tr("{count} were handed over.").format(count=to_persian(given.count))
        left = self.tr("{count} hours are to be moved.").format(count=to_persian(len(given.to_move)))
        self.context.toasts.show(f"{count} {left}" if given.to_move else count, undo)
        self.chosen = {}
        self.context.navigate("handover", given.handover_id if given.to_move else None)

    def _on_refused(self, error: Exception) -> None:
        self._show()
        if isinstance(error, AppError):
            for one in error.errors if isinstance(error, InvalidDraft) else (error,):
                self._put_beside(one)
            self._show()
        self.context.errors.present(error, self)

    def _put_beside(self, error: AppError) -> None:
        noun, _, rest = (error.field or "").partition(".")
        if noun == "items" and rest:
            self._errors[_key(self._given[int(rest.partition(".")[0])])] = sentence_of(error)

    def set_error(self, key: str, sentence: str) -> bool:
        """Days beside their fields, a refused receiver in the row of its file."""
        if key.partition(".")[0] == "items":
            return key != "items"
        return self.form.set_error(key, sentence) or self.words.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()
        if self._errors:
            self.list.setFocus()


def _key(item: WorkItem) -> str:
    return item.case_id.hex if item.case_id is not None else _LOOSE
