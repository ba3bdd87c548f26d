"""One call, from the first question to what follows: all of it by the keyboard (domain.md §2.8.3, P-18, P-31)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.clock import local
from services.codes import Code
from services.errors import AppError, InvalidDraft, StaleError
from services.follow_up import FollowUpDraft, FollowUpSheet, PastAttempt, Recorded
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.follow_up.clause_line import ClauseLine
from ui.follow_up.put_off_sheets import DropSheet, PutOffSheet
from ui.follow_up.whom_card import WhomCard
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.scheduling.words import day_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet

FORM = "follow_ups:call"
UNSAFE_KEY = "F9"
_SELF, _OTHER, _NOBODY = "self", "other", "nobody"
_YES, _NO = "yes", "no"
_WAYS = {"session": "appointment", "letter": "paper", "reopen": "return"}
_BROKEN = ("breached", "violence")

Facts = tuple[FollowUpSheet, tuple[Code, ...], tuple[Code, ...], tuple[Code, ...]]


class CallSheet(Sheet):
    """`leads_to` carries what was chosen to follow: "appointment", "paper" or "return", in the file `case_id`.

    Opening it shows telephones, which is recorded.
    """

    leads_to = Signal(str)
    recorded = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, follow_up_id: UUID) -> None:
        super().__init__(window, "", side=True, width=600)
        self._context, self._id = context, follow_up_id
        self._sheet: FollowUpSheet | None = None
        self._methods: dict[str, Code] = {}
        self._results: dict[str, Code] = {}
        self._next: dict[str, Code] = {}
        self.clauses: list[ClauseLine] = []
        self.set_title(self.tr("Follow-up"))
        self.main.setText(self.tr("Record"))
        self.main.setToolTip(with_keys(self.tr("Record"), "Ctrl+Return"))
        self.main.setEnabled(False)
        self.main.show()
        self.whom = WhomCard()
        self.form = FormGrid(2)
        self._draft = PageDraft(self, context, FORM, follow_up_id.hex, self._texts)
        self._lay()
        self._add_fields()
        self.form.changed.connect(self._on_changed)
        self.submitted.connect(self._save)
        self._load()

    @property
    def case_id(self) -> UUID | None:
        return self._sheet.row.case_id if self._sheet is not None else None

    # --- building ---------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        self._about = Words("", "quiet", wrap=True)
        self._tries = QVBoxLayout()
        self._tries.setSpacing(px(2))
        self._clause_box = QVBoxLayout()
        self._clause_box.setSpacing(px(8))
        self._clause_title = Words(self.tr("What was agreed"), "strong")
        for part in (self._about, self.whom):
            self.body.addWidget(part)
        self.body.addLayout(self._tries)
        self.body.addWidget(self.form)
        self.unsafe = QuietButton(with_keys(self.tr("It was not safe to talk"), UNSAFE_KEY), "phone-hangup-outline")
        self.unsafe.setAccessibleName(self.tr("It was not safe to talk"))
        self.unsafe.clicked.connect(self.end_unsafe)
        self.unsafe.hide()
        key_shortcut(UNSAFE_KEY, self, self.end_unsafe, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._other_day = LinkButton(self.tr("Another day"), "calendar-arrow-left")
        self._other_day.clicked.connect(self._put_off)
        self._never = LinkButton(self.tr("Not to be asked"), "phone-off-outline")
        self._never.clicked.connect(self._drop)
        self.foot.insertWidget(0, self._other_day)
        self.foot.insertWidget(1, self._never)
        self.body.addStretch(1)

    def _add_fields(self) -> None:
        add = self.form.add
        who = (
            Choice(_SELF, self.tr("the person")),
            Choice(_OTHER, self.tr("somebody else")),
            Choice(_NOBODY, self.tr("nobody")),
        )
        safe = (Choice(_YES, self.tr("yes")), Choice(_NO, self.tr("no")))
        add("method", Field(self.tr("How"), ChoiceEdit(), required=True))
        add("who", Field(self.tr("Who answered"), Segments(who, walks_on=True), required=True))
        add("was_safe", Field(self.tr("First ask: can you talk freely now?"), Segments(safe, walks_on=True)), 2)
        self.form.add_widget(self.unsafe)
        wrong = self.tr("Say that the number was wrong, and nothing else.")
        add("answered_by", Field(self.tr("Who was it"), TextEdit1(), wrong), 2)
        self.form.add_widget(self._clause_title)
        holder = QWidget()
        holder.setLayout(self._clause_box)
        self._clause_box.setContentsMargins(0, 0, 0, 0)
        self._clause_holder = holder
        self.form.add_widget(holder)
        add("result", Field(self.tr("Result"), ChoiceEdit(), required=True, lines=2), 2)
        add("words", Field(self.tr("In a few words"), MultilineEdit(lines=2, max_lines=5)), 2)

    def _add_ways(self, ways: tuple[Code, ...]) -> None:
        """What may follow, one key each."""
        choices = [Choice(one.code, one.label) for one in ways]
        told = self.tr("opens by itself after recording")
        self.form.add("next_action", Field(self.tr("What follows"), Segments(choices), told), 2)
        self.form.add("next_on", Field(self.tr("Day of the call"), JalaliDateEdit()))

    # --- reading ----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        services, actor, follow_up_id = self._context.services, self._context.actor, self._id

        def read() -> Facts:
            codes = services.codes
            return (
                services.follow_ups.open_sheet(actor, follow_up_id),
                codes.all(actor, "follow_up_method"),
                codes.all(actor, "follow_up_result"),
                codes.all(actor, "follow_up_next"),
            )

        self._context.lanes.read(self, read, self._fill, self._on_gone)

    def _fill(self, facts: Facts) -> None:
        sheet, methods, results, ways = facts
        self._sheet = sheet
        row = sheet.row
        place = self.tr("File {number}").format(number=to_persian(row.case_no))
        self._about.setText(" · ".join((place, row.initials, row.label, day_words(row.due_on))))
        self.whom.show_sheet(sheet)
        for attempt in sheet.attempts:
            self._tries.addWidget(Words(_try_words(attempt), "hint", wrap=True))
        self._methods = {one.code: one for one in methods if sheet.may_phone or not one.does("needs_phone_consent")}
        self._results = {one.code: one for one in results}
        self._next = {one.code: one for one in ways}
        self._draft.filling(self._put_start)
        self.main.setEnabled(True)
        self._draft.load(self._take_up)
        self._follow()
        self.form.focus_first()

    def _put_start(self) -> None:
        sheet = self._sheet
        assert sheet is not None
        method, result = self._choice("method"), self._choice("result")
        method.set_choices([Choice(one.code, one.label) for one in self._methods.values()])
        # what reached nobody is said by who answered, not chosen as a result
        told = [one for one in self._results.values() if one.does("counts_as") != "unreached"]
        result.set_choices([Choice(one.code, one.label) for one in told])
        self._add_ways(tuple(self._next.values()))
        for clause in sheet.clauses:
            line = ClauseLine(clause)
            line.changed.connect(self._on_changed)
            self.clauses.append(line)
            self._clause_box.addWidget(line)
        self.form.set_values({"method": next(iter(self._methods), "")})

    # --- what the answers mean --------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._follow()
        if self._sheet is not None:
            self._draft.touch()

    def _follow(self) -> None:
        """Only the fields that the answers so far ask for."""
        if self._sheet is None:
            return
        values = self.form.values()
        is_call, is_self = self._is_call(), values["who"] == _SELF
        talks = is_self and (not is_call or values["was_safe"] == _YES)
        result = self._results.get(str(values["result"]))
        is_broken = result is not None and result.does("counts_as") in _BROKEN
        is_broken = is_broken or any(_is_breach(line) for line in self.clauses)
        show = {
            "was_safe": is_call and is_self,
            "answered_by": values["who"] == _OTHER,
            "result": talks,
            "words": talks,
            "next_action": talks and (is_broken or bool(values["next_action"])),
            "next_on": talks and self._leads() == "call",
        }
        for key, visible in show.items():
            self.form.field(key).setVisible(visible)
        for part in (self._clause_title, self._clause_holder):
            part.setVisible(talks and bool(self.clauses))
        self.unsafe.setVisible(is_call)

    def _is_call(self) -> bool:
        method = self._methods.get(str(self.form.field("method").value()))
        return method is not None and bool(method.does("needs_safe_talk_check"))

    def _leads(self) -> str:
        way = self._next.get(str(self.form.field("next_action").value()))
        return str(way.does("leads_to")) if way is not None else ""

    # --- storing ----------------------------------------------------------------------------------------------

    def end_unsafe(self) -> None:
        """One key ends the call; it is logged, and is no failed attempt."""
        if self._sheet is not None and self._is_call() and self.main.isEnabled():
            method = str(self.form.field("method").value())
            self._store(FollowUpDraft(self._id, self._sheet.row.version, method, was_safe=False))

    def _save(self) -> None:
        if self._sheet is None or not self.form.check():
            return
        values = self.form.values()
        if values["who"] == _SELF and self._is_call() and values["was_safe"] == _NO:
            self.end_unsafe()
            return
        needed = [key for key in ("method", "who", "was_safe", "result") if self._lacks(key)]
        if needed:
            self.form.set_errors({key: self.tr("Fill this in.") for key in needed})
            return
        self._store(self._made(values))

    def _lacks(self, key: str) -> bool:
        field = self.form.field(key)
        return field.isVisibleTo(self.form) and not field.value()

    def _made(self, values: dict[str, Any]) -> FollowUpDraft:
        assert self._sheet is not None
        version, method = self._sheet.row.version, str(values["method"])
        if values["who"] != _SELF:
            by = str(values["answered_by"]) if values["who"] == _OTHER else ""
            return FollowUpDraft(self._id, version, method, self._in_vain(), answered_by=by)
        words = [line.word() for line in self.clauses]
        return FollowUpDraft(
            self._id,
            version,
            method,
            str(values["result"]),
            True if self._is_call() else None,
            "",
            str(values["words"]),
            str(values["next_action"]),
            values["next_on"] if self._leads() == "call" else None,
            tuple(word for word in words if word is not None),
        )

    def _in_vain(self) -> str:
        """The result of an honest attempt that reached nobody."""
        found = (
            one for one in self._results.values() if one.does("counts_as") == "unreached" and one.does("is_attempt")
        )
        return next(found).code

    def _store(self, draft: FollowUpDraft) -> None:
        follow_ups, actor = self._context.services.follow_ups, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(
            self, lambda: follow_ups.record_attempt(actor, draft), self._on_stored, self._on_refused
        )

    def _on_stored(self, done: Recorded) -> None:
        self._draft.forget()
        said = self.tr("Recorded: {state}").format(state=done.row.result_label or done.row.state_label)
        if done.opens_review:
            said = self.tr("Recorded. The marks of the file are to be looked at again today.")
        self._context.toasts.show(said)
        self.recorded.emit(done)
        self.close_sheet()
        if done.leads_to in _WAYS:
            self.leads_to.emit(_WAYS[done.leads_to])

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._draft.flush()
            self.set_notice(self.tr("A colleague has asked meanwhile; what you typed is kept as a draft."))
            return
        rest = [one for one in _parts(error) if not self._beside_clause(one)]
        if rest:
            whole = rest[0] if len(rest) == 1 else InvalidDraft(errors=tuple(rest))
            self._context.errors.present(whole if isinstance(error, AppError) else error, self.form)

    def _beside_clause(self, error: BaseException) -> bool:
        """Put an error beside the clause that it names."""
        if not isinstance(error, AppError) or not (error.field or "").startswith("clauses."):
            return False
        spoken = [line for line in self.clauses if line.word() is not None]
        place = int((error.field or "").partition(".")[2])
        spoken[place].set_error(sentence_of(error))
        return True

    def _on_gone(self, error: Exception) -> None:
        self._draft.forget()
        self.close_sheet()
        self._context.errors.present(error)

    def _put_off(self) -> None:
        self._instead(PutOffSheet)

    def _drop(self) -> None:
        self._instead(DropSheet)

    def _instead(self, kind: type[PutOffSheet] | type[DropSheet]) -> None:
        if self._sheet is not None:
            self.close_sheet()
            kind(self.window(), self._context, self._sheet.row).open_sheet()

    # --- drafts -----------------------------------------------------------------------------------------------

    def _texts(self) -> dict[str, Any]:
        texts: dict[str, Any] = {key: text_of(field.edit) for key, field in self.form.fields().items()}
        texts["clauses"] = {line.clause.id.hex: line.texts() for line in self.clauses}
        return texts

    def _take_up(self, texts: dict[str, Any]) -> None:
        for key, field in self.form.fields().items():
            if key in texts:
                put_text(field.edit, str(texts[key]))
        said = texts.get("clauses", {})
        for line in self.clauses:
            line.put(said.get(line.clause.id.hex, {}))
        self._follow()

    def can_close(self) -> bool:
        return self._draft.may_go(self.window(), self.tr("Leave the follow-up?"))

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit


def _is_breach(line: ClauseLine) -> bool:
    word = line.word()
    return word is not None and word.state.value == "breached"


def _parts(error: Exception) -> tuple[BaseException, ...]:
    return error.errors if isinstance(error, InvalidDraft) else (error,)


def _try_words(attempt: PastAttempt) -> str:
    parts = (day_words(local(attempt.at).date()), attempt.method_label, attempt.result_label, attempt.staff_name)
    return " · ".join(part for part in parts if part)
