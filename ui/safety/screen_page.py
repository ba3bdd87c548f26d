"""The talk alone: room first, then one question at a time, then the closing words (R-22, P-11, P-12, P-20).

The page shows nothing but the question and three equal answers: no list, no result, no colour that tells.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from services.codes import Codes
from services.errors import AppError, InvalidDraft
from services.safety import ScreenDraft, ScreenForm, ScreenOutcome, ScreenResult, Weighed
from ui.context import AppContext
from ui.navigation import GAP, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.safety.answers import Answers
from ui.safety.argument import SafetyArgument, read_argument
from ui.safety.closing_card import ClosingCard
from ui.safety.not_done_sheet import NotDoneSheet
from ui.safety.question_card import QuestionCard
from ui.safety.result_card import ResultCard
from ui.safety.room_card import RoomCard
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine
from ui.widgets.notices import Notice

FORM = "screen"
_WIDTH = 780


class ScreenPage(Page):
    """Argument: a `SafetyArgument`, or the subject of its draft. Every answer is a draft within two seconds."""

    widest = _WIDTH
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.about: SafetyArgument = read_argument(argument)
        self.answers = Answers()
        self._form: ScreenForm | None = None
        self._weighed: Weighed | None = None
        self._is_full: bool | None = None
        self._asks_children = True
        self._is_saving = False
        self._stored = OneLine("", "quiet")
        self.room, self.question, self.closing, self.result = RoomCard(), QuestionCard(), ClosingCard(), ResultCard()
        self.soon = Notice(self.tr("You may stop here and go on with the help; the rest can wait."), "information")
        self._stage = QStackedWidget()
        self._not_done = QuietButton(self.tr("Could not be held"))
        self._main = PrimaryButton(self.tr("Begin"))
        self._fill_page()
        self._draft = PageDraft(self, context, FORM, self.about.subject(), self._snapshot)
        self._draft.stored.connect(lambda: self._stored.setText(self.tr("Draft stored")))
        self._connect()

    # --- the page's life --------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        self._load(lambda: self._draft.load(self._take_draft))

    def leave(self) -> None:
        self._draft.flush()

    def main_action(self) -> None:
        """Begin, go on, or store: whatever stands on the main button."""
        if self._form is None or self._is_saving:
            return
        if self._stage.currentWidget() is self._room_page:
            self._begin()
        elif self._stage.currentWidget() is self._closing_page or self._is_imminent():
            self._save()
        else:
            self._to_closing()

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error where it can be mended; False when no part of this page bears that name."""
        if path == "emergency_reason":
            self._show_stage(self._room_page)
            self.room.fields.field("emergency_reason").show()
            return self.room.fields.set_error(path, sentence)
        if path == "interpreter_name":
            self._show_stage(self._room_page)
            return self.room.fields.set_error(path, sentence)
        if path == "result_reason":
            self._show_stage(self._closing_page)
            self.closing.say(sentence)
            return self.result.form.set_error(path, sentence)
        code = path.removeprefix("answers.")
        if place := [at for at, (_, question) in enumerate(self._asked()) if question.code == code]:
            self._show_question(place[0])
            self.question.set_note_error(sentence)
            return True
        if path == "accepted_flags":
            self._show_stage(self._closing_page)
            self.closing.say(self.tr("One mark has still to be chosen; press «show»."))
            return True
        return False

    # --- building -----------------------------------------------------------------------------------------------

    def _fill_page(self) -> None:
        self.set_title(self.tr("Talk alone"))
        self.chips.addWidget(self._stored)
        self.add_button(self._not_done)
        self.add_button(self._main)
        self._room_page = _page(self.room)
        self._question_page = _page(self.question, self.soon)
        self._closing_page = _page(self.closing, self.result)
        for page in (self._room_page, self._question_page, self._closing_page):
            self._stage.addWidget(page)
        self.soon.hide()
        self.body.addWidget(self._stage, 1)

    def _connect(self) -> None:
        self._main.clicked.connect(self.main_action)
        self._not_done.clicked.connect(self._ask_why_not)
        self.room.consent_wanted.connect(lambda: self.context.navigate("consent", self.about))
        self.room.changed.connect(self._on_room)
        self.question.answered.connect(self._on_answer)
        self.question.stepped.connect(self._step)
        self.question.noted.connect(self._on_note)
        self.closing.back_wanted.connect(lambda: self._show_question(len(self._asked()) - 1))
        self.result.changed.connect(self._draft.touch)

    # --- loading ------------------------------------------------------------------------------------------------

    def _load(self, then: Any = None) -> None:
        services, actor, about = self.context.services, self.context.actor, self.about
        is_full, has_children = self._is_full, self.room.has_children()
        self._asks_children = has_children

        def read() -> tuple[ScreenForm, dict[str, str], dict[str, str]]:
            form = services.safety.form(
                actor, about.case_id, about.person_id, is_full=is_full, has_children=has_children
            )
            return (
                form,
                _labels(services.codes, actor, "screen_result"),
                _labels(services.codes, actor, "risk_flag_kind"),
            )

        def show(answer: tuple[ScreenForm, dict[str, str], dict[str, str]]) -> None:
            form, results, flags = answer
            is_first = self._form is None
            self._form = form
            self._draft.filling(lambda: self._show_form(form, results, flags))
            if is_first and self._stage.currentWidget() is self._room_page:
                self.room.focus_first()
            if then is not None:
                then()

        self.context.lanes.read(self, read, show, latest="form")

    def _show_form(self, form: ScreenForm, results: dict[str, str], flags: dict[str, str]) -> None:
        self.set_title(self.tr("Talk alone"), self.tr("{name}, alone").format(name=form.name))
        self.room.set_form(form)
        self.result.set_words(results, flags)
        self.closing.set_words(form.closing)
        self._say_main()

    # --- the questions ------------------------------------------------------------------------------------------

    def _asked(self) -> tuple[Any, ...]:
        return self.answers.asked(self._form) if self._form is not None else ()

    def _begin(self) -> None:
        if not self.room.is_ready():
            return
        assert self._form is not None
        first = self.answers.next_open(self._form, -1)
        self._to_closing() if first is None else self._show_question(first)

    def _show_question(self, place: int) -> None:
        asked = self._asked()
        place = max(0, min(place, len(asked) - 1))
        section, question = asked[place]
        self.answers.at = place
        self.question.show_question(
            question,
            section,
            self.answers.given.get(question.code, ""),
            self.answers.notes.get(question.code, ""),
            place + 1,
            len(asked),
        )
        self._show_stage(self._question_page)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answer(self, answer: str) -> None:
        assert self._form is not None
        _, question = self._asked()[self.answers.at]
        self.answers.given[question.code] = answer
        self._draft.touch()
        self._weigh()
        if not self._form.is_full and self.answers.opens_full():
            self._is_full = True
            self._load(self._after_answer)
        else:
            self._after_answer()

    def _after_answer(self) -> None:
        assert self._form is not None
        following = self.answers.next_open(self._form, self.answers.at)
        self._to_closing() if following is None else self._show_question(following)

    def _step(self, by: int) -> None:
        """Back and forth between questions; forth past the last one leads to the end once all are answered."""
        assert self._form is not None
        place = self.answers.at + by
        if place >= len(self._asked()):
            self._after_answer()
        else:
            self._show_question(place)

    def _on_note(self) -> None:
        _, question = self._asked()[self.answers.at]
        self.answers.notes[question.code] = self.question.note.text()
        self._draft.touch()

    def _on_room(self) -> None:
        self._draft.touch()
        self._say_main()
        if self._form is not None and self.room.has_children() is not self._asks_children:
            self._load()

    def _to_closing(self) -> None:
        self._weigh()
        self._show_stage(self._closing_page)
        self.closing.say("")
        self.closing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stage(self, page: QWidget) -> None:
        if page is not self._closing_page:
            self.result.reveal.hide_words()
        self._stage.setCurrentWidget(page)
        self._say_main()

    def _say_main(self) -> None:
        at = self._stage.currentWidget()
        if at is self._room_page:
            words, is_enabled = self.tr("Begin"), self.room.is_ready()
        elif at is self._closing_page or self._is_imminent():
            words, is_enabled = self.tr("Store and go on"), True
        else:
            words, is_enabled = self.tr("To the end"), self._form is not None and self._is_answered()
        self._main.setText(words)
        self._main.setToolTip(with_keys(words, "Ctrl+Return"))
        self._main.setEnabled(is_enabled and not self._is_saving)

    def _is_answered(self) -> bool:
        return self._form is not None and self.answers.next_open(self._form, -1) is None

    # --- weighing and storing -----------------------------------------------------------------------------------

    def _weigh(self) -> None:
        draft = self._screen_draft()
        safety, actor = self.context.services.safety, self.context.actor
        self.context.lanes.read(self, lambda: safety.weigh(actor, draft), self._on_weighed, latest="weigh")

    def _on_weighed(self, weighed: Weighed) -> None:
        self._weighed = weighed
        self._draft.filling(lambda: self.result.set_weighed(weighed))
        self.soon.setVisible(weighed.result is ScreenResult.IMMINENT)
        self._say_main()

    def _is_imminent(self) -> bool:
        return self._weighed is not None and self._weighed.result is ScreenResult.IMMINENT

    def _screen_draft(self, not_done_reason: str = "", others: str = "") -> ScreenDraft:
        form = self._form
        assert form is not None
        has_result = "result_reason" in self.result.form.fields()
        return ScreenDraft(
            self.about.case_id,
            self.about.person_id,
            is_full=form.is_full,
            was_alone=not not_done_reason and self.room.is_ready(),
            has_children=self.room.has_children(),
            answers=self.answers.drafts(form),
            others_present=others,
            interpreter_name=self.room.interpreter(),
            known_at=self.result.known.value(),
            raised_result=self.result.raised(),
            result_reason=self.result.reason() if has_result else "",
            accepted_flags=self.result.accepted(),
            emergency_reason=self.room.emergency_reason(),
            not_done_reason=not_done_reason,
        )

    def _save(self) -> None:
        weighed = self._weighed
        if weighed is not None and weighed.must_choose and not self._is_chosen(weighed):
            self.set_error("accepted_flags", "")
            return
        if not self.result.known.check():
            return
        self._store(self._screen_draft())

    def _is_chosen(self, weighed: Weighed) -> bool:
        marked = {*self.result.accepted(), *weighed.raises}
        return all(marked.intersection(group) for group in weighed.must_choose)

    def _ask_why_not(self) -> None:
        if self._form is None:
            return
        sheet = NotDoneSheet(self)
        sheet.submitted.connect(lambda: self._store_not_done(sheet))
        sheet.kept_about = f"{self.about.case_id} {self.about.person_id}"
        sheet.open_sheet()

    def _store_not_done(self, sheet: NotDoneSheet) -> None:
        if not sheet.reason():
            sheet.complain()
            return
        self._store(self._screen_draft(sheet.reason(), sheet.others()), sheet)

    def _store(self, draft: ScreenDraft, sheet: NotDoneSheet | None = None) -> None:
        """`sheet` stays open, with what was typed, until it is stored."""
        self._is_saving = True
        self._say_main()
        safety, actor = self.context.services.safety, self.context.actor

        def saved(outcome: ScreenOutcome) -> None:
            if sheet is not None:
                sheet.close_sheet()
            self._on_saved(outcome)

        write = lambda: safety.record_screen(actor, draft)  # noqa: E731
        self.context.lanes.write(self, write, saved, lambda error: self._on_refused(error, sheet))

    def _on_saved(self, outcome: ScreenOutcome) -> None:
        self._is_saving = False
        self._draft.forget()
        self.context.toasts.show(self.tr("Stored"))
        if outcome.is_imminent:
            self.context.navigate("danger", self.about)
        elif outcome.asks_joint or outcome.asks_invitation:
            self.context.navigate("last_questions", self.about)
        else:
            self.context.navigate("case", self.about.case_id)

    def _on_refused(self, error: Exception, sheet: NotDoneSheet | None) -> None:
        self._is_saving = False
        self._say_main()
        each = error.errors if isinstance(error, InvalidDraft) else (error,)
        left = [one for one in each if not self._put_error(one, sheet)]
        if left:
            self.context.errors.present(left[0])

    def _put_error(self, error: Exception, sheet: NotDoneSheet | None) -> bool:
        if not isinstance(error, AppError) or not error.field:
            return False
        if sheet is not None and sheet.set_error(error.field, sentence_of(error)):
            sheet.focus_first_error()
            return True
        return self.set_error(error.field, sentence_of(error))

    # --- drafts -------------------------------------------------------------------------------------------------

    def _snapshot(self) -> dict[str, Any]:
        return {
            "answers": self.answers.plain(),
            "room": self.room.values(),
            "result": self.result.values(),
            "is_full": self._is_full,
            "stage": self._stage.currentIndex(),
        }

    def _take_draft(self, content: dict[str, Any]) -> None:
        self.answers.take(content.get("answers", {}))
        self.room.set_values(content.get("room", {}))
        self._is_full = content.get("is_full")
        self._stored.setText(self.tr("What was answered before is here again"))
        self._load(lambda: self._resume(content))

    def _resume(self, content: dict[str, Any]) -> None:
        self._weigh()
        self._draft.filling(lambda: self.result.set_values(content.get("result", {})))
        if content.get("stage") and self.room.is_ready():
            self._begin()


def _page(*cards: QWidget) -> QWidget:
    holder = QWidget()
    holder.setObjectName("ScrollContent")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(GAP))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _labels(codes: Codes, actor: Any, name: str) -> dict[str, str]:
    return {code.code: code.label for code in codes.all(actor, name, with_inactive=True)}
