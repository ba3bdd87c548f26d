"""The page «new intake»: a referral and both sides on one screen, from the keyboard (P-39)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.cases import CaseDraft, CaseRow, Confidentiality
from services.changes import Done
from services.clock import local
from services.closing import ReturningQuery
from services.drafts import DraftRow
from services.errors import AppError, InvalidDraft
from services.intake import IntakeDraft
from services.people import Likeness, PersonDetail
from services.persian.digits import to_persian
from services.scheduling.shapes import AppointmentDraft, Slot
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.intake.facts import IntakeFacts, load_facts
from ui.intake.form_drafts import FormDrafts
from ui.intake.interviews_card import Guest, InterviewRow, InterviewsCard
from ui.intake.offer_bar import FIRST_KEY, SECOND_KEY
from ui.intake.parties_card import ADD_KEY, SWAP_KEY, PartiesCard
from ui.intake.party_block import MORE_KEY, PartyBlock
from ui.intake.referral_card import ReferralCard
from ui.intake.resume_bar import ResumeBar
from ui.intake.returning_bar import LINK_KEY, REOPEN_KEY, ReturningBar
from ui.intake.start import IntakeStart, Origin
from ui.navigation import GAP, PAIRED, Page
from ui.runtime.errors import sentence_of
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine
from ui.widgets.notices import Notice

_ABREAST, _NARROW_BELOW = 880, 1000
_ANY_WIDTH = 16_777_215
_REFERRAL_WIDE, _REFERRAL_NARROW = 368, 316


class IntakePage(Page):
    """Argument: None for an empty form, the id of a stored draft, or an `IntakeStart` for an entry that
    becomes a file. A form that was left keeps what stands in it; after saving it is empty again."""

    is_interview = True
    widest = PAIRED

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._start = argument if isinstance(argument, IntakeStart) else None
        self._is_resumed = isinstance(argument, UUID)
        self._facts: IntakeFacts | None = None
        self._is_dirty = self._is_saving = self._is_filling = False
        self._sent: tuple[PartyBlock, ...] = ()
        self._sent_rows: tuple[InterviewRow, ...] = ()
        self._stored = OneLine("", "quiet")
        self.resume = ResumeBar()
        self.origin = Notice("", "accent", "file-document-plus-outline")
        self.origin.hide()
        self.returning = ReturningBar()
        self._asked_about: ReturningQuery | None = None
        self.referral = ReferralCard()
        self.parties = PartiesCard(context.lanes, partial(context.services.people.suggest, context.actor))
        self.interviews = InterviewsCard()
        self._save = PrimaryButton(self.tr("Register the file"))
        self._fill_page()
        self._connect()
        self._drafts = FormDrafts(self, context, self._texts, argument.hex if isinstance(argument, UUID) else "")
        self._drafts.stored.connect(self._on_stored)
        self._drafts.found.connect(lambda found: self.resume.offer(found, self.context.today()))
        self.resume.discarded.connect(self._drafts.discard)

    # --- the page's life --------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        """Fresh lists each time; what was typed stays."""
        self._fit_width()
        services, actor = self.context.services, self.context.actor
        self.context.lanes.read(self, lambda: load_facts(services, actor), self._on_facts, latest="facts")

    def leave(self) -> None:
        if self._is_dirty:
            self._drafts.flush()

    def main_action(self) -> None:
        """Ctrl+Enter: register the file."""
        if self._is_saving or self._facts is None:
            return
        sound = [card.check() for card in (self.referral, self.parties, self.interviews)]
        if not all(sound):
            self.focus_first_error()
            return
        draft = self._draft()
        self._set_saving(True)
        self.context.lanes.write(self, self._use_case(draft), self._on_saved, self._on_refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    # --- errors beside their fields (a Form of ui.runtime.errors) -----------------------------------------------

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error beside its field; False when no field of this page bears that name."""
        noun, _, rest = path.partition(".")
        if noun == "referral":
            return self.referral.set_error(rest, sentence)
        if noun == "parties" and not rest:
            first = self.parties.blocks()[0]
            return first.set_error("person.family_name", sentence)
        place, _, key = rest.partition(".")
        if noun == "parties" and place.isdigit() and int(place) < len(self._sent):
            return self._sent[int(place)].set_error(key, sentence)
        if noun == "interviews" and place.isdigit() and int(place) < len(self._sent_rows):
            key = key if key in ("day", "start", "room_id") else "start"
            return self._sent_rows[int(place)].form.set_error(key, sentence)
        return self.referral.set_error(path, sentence)

    def has_error(self) -> bool:
        rows = (field for row in self.interviews.rows() for field in row.form.fields().values())
        wrong = self.referral.has_error() or any(block.has_error() for block in self.parties.blocks())
        return wrong or any(field.error() for field in rows)

    def focus_first_error(self) -> None:
        """In the order of the eye: referral, parties, interviews."""
        if self.referral.has_error():
            self.referral.focus_first_error()
            return
        for block in self.parties.blocks():
            if block.has_error():
                block.focus_first_error()
                return
        for row in self.interviews.rows():
            row.form.focus_first_error()

    # --- building -------------------------------------------------------------------------------------------

    def _fill_page(self) -> None:
        self.set_title(self.tr("New intake"))
        self.chips.addWidget(self._stored)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.setToolTip(with_keys(self.tr("Cancel"), "Esc"))
        cancel.clicked.connect(self._on_escape)
        self._save.setToolTip(with_keys(self.tr("Register the file"), "Ctrl+Return"))
        self._save.clicked.connect(self.main_action)
        self.add_button(cancel)
        self.add_button(self._save)
        columns = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(px(GAP))
        left = QVBoxLayout()
        left.setSpacing(px(GAP))
        left.addWidget(self.parties)
        left.addWidget(self.interviews)
        left.addStretch(1)
        columns.addWidget(self.referral, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(left, 1)
        self.body.addWidget(self.resume)
        self.body.addWidget(self.origin)
        self.body.addWidget(self.returning)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        for card in (self.referral, self.parties, self.interviews):
            card.changed.connect(self._touch)
        self.referral.source_chosen.connect(self._on_source)
        self.referral.category_chosen.connect(self._on_category)
        self.referral.responsible_chosen.connect(self._ask_slots)
        self.parties.people_changed.connect(self._on_people)
        self.parties.changed.connect(self._on_names)
        self.parties.person_wanted.connect(self._open_person)
        self.parties.likeness_wanted.connect(self._ask_likeness)
        self.resume.resumed.connect(self._on_resume)
        self.returning.changed.connect(self._touch)
        self.returning.reopen_wanted.connect(self._take_up)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut(ADD_KEY, self, lambda: self.parties.add_party(focus=True), keys)
        key_shortcut(SWAP_KEY, self, self.parties.swap_sides, keys)
        key_shortcut(MORE_KEY, self, self._toggle_more, keys)
        key_shortcut(FIRST_KEY, self, lambda: self._answer(by_first=True), keys)
        key_shortcut(SECOND_KEY, self, lambda: self._answer(by_first=False), keys)
        key_shortcut(REOPEN_KEY, self, self.returning.reopen, keys)
        key_shortcut(LINK_KEY, self, self.returning.link, keys)
        key_shortcut("Esc", self, self._on_escape, keys)

    def _fit_width(self) -> None:
        width, ways = self.width(), QBoxLayout.Direction
        abreast = width >= px(_ABREAST)
        self._columns.setDirection(ways.LeftToRight if abreast else ways.TopToBottom)
        beside = px(_REFERRAL_NARROW if width < px(_NARROW_BELOW) else _REFERRAL_WIDE)
        self.referral.setMinimumWidth(beside if abreast else 0)
        self.referral.setMaximumWidth(beside if abreast else _ANY_WIDTH)

    def _order_stops(self) -> None:
        """Tab and Enter follow the eye, also after persons came and went."""
        stops = [*self.referral.stops(), *self.parties.stops(), *self.interviews.stops()]
        reachable = [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise(reachable):
            QWidget.setTabOrder(before, after)

    # --- filling --------------------------------------------------------------------------------------------

    def _on_facts(self, facts: IntakeFacts) -> None:
        is_first = self._facts is None
        self._facts = facts
        self._is_filling = True
        self.referral.set_facts(facts, self._start.group if self._start else "")
        self.parties.set_facts(facts)
        self.interviews.set_rooms(facts.rooms, facts.interview_minutes, facts.apart)
        self._is_filling = False
        self._on_people()
        self._ask_slots()
        if is_first:
            self._begin()
        elif not self._is_dirty:
            self._drafts.look()
        if self.focusWidget() is None or not self._is_dirty:
            self.referral.referral.focus_first()

    def _begin(self) -> None:
        """What the page was opened with."""
        if self._start is not None:
            self._is_dirty = True
            self.parties.blocks()[0].prefill(self._start.name, self._start.phone)
            self._show_origin()
        elif self._is_resumed:
            self._load()
        else:
            self._drafts.look()

    def _show_origin(self) -> None:
        """What was written down before stands above the form that completes it."""
        told = self._start.told if self._start is not None else ""
        self.origin.set_sentence(told)
        self.origin.setVisible(bool(told))

    def _on_source(self) -> None:
        self.parties.set_from_letter(bool(self.referral.does("needs_letter")))
        self._show_note()

    def _on_category(self, category: str) -> None:
        self.parties.propose_roles(category)
        self._propose_responsible()
        self._ask_returning()

    def _on_people(self) -> None:
        self._on_names()
        self._order_stops()
        self._ask_slots()

    def _on_names(self) -> None:
        """The interviews are named by the persons, as far as they are typed."""
        guests = [
            Guest(block.number, block.name() or block.accessibleName())
            for block in self.parties.blocks()
            if block.side.value in ("a", "b") and not block.takes_no_side()
        ]
        if guests != self.interviews.guests():
            self.interviews.set_guests(guests)
        self._propose_responsible()
        self._show_note()
        self._ask_returning()

    def _propose_responsible(self) -> None:
        """Files of colleagues' families go to the head, who names somebody without conflict (P-7)."""
        if self._facts is None:
            return
        level = self._facts.does("case_category", self.referral.category(), "confidentiality")
        is_delicate = self.parties.is_delicate() or level == Confidentiality.STAFF_RELATIVE
        before = self.referral.responsible()
        self.referral.propose_responsible(self._facts.head if is_delicate else self._facts.responsible)
        if before != self.referral.responsible():
            self._ask_slots()

    def _show_note(self) -> None:
        """The other side's hour is only kept: the invitation waits for P-1."""
        has_other = any(block.side.value == "b" for block in self.parties.blocks())
        waits = self.tr(
            "The hour of the other side is only kept free; the invitation comes after the client's own safety "
            "talk and answer."
        )
        ordered = self.tr(
            "The authority ordered both to come; the other side's invitation still waits for the client's own "
            "safety talk."
        )
        self.interviews.set_note((ordered if self.referral.is_both_ordered() else waits) if has_other else "")

    def _ask_slots(self) -> None:
        """Free times of the responsible colleague, from now on."""
        facts = self._facts
        if facts is None or not self.context.may(Right.APPOINTMENT_WRITE):
            return
        responsible = self.referral.responsible()
        now = local(self.context.services.uow.clock.now())
        draft = AppointmentDraft(
            case_id=None,
            type=facts.interview_type,
            day=now.date(),
            start=_next_quarter(now),
            room_id=None,
            staff_ids=(responsible,) if responsible else (),
            minutes=facts.interview_minutes,
        )
        count = self.interviews.wanted_slots()
        services, actor = self.context.services, self.context.actor

        def find() -> tuple[Slot, ...]:
            return services.scheduling.free_slots(actor, draft, count)

        self.context.lanes.read(self, find, self.interviews.set_slots, latest="slots")

    # --- known persons ----------------------------------------------------------------------------------------

    def _ask_likeness(self, block: PartyBlock) -> None:
        if not block.wants_likeness():
            return
        services, actor, draft = self.context.services, self.context.actor, block.person()

        def find() -> tuple[Likeness, ...]:
            return services.people.likely_same(actor, draft)

        def show(found: Sequence[Likeness]) -> None:
            block.offer(found)

        self.context.lanes.read(block, find, show, latest="likeness")

    def _open_person(self, block: PartyBlock, person_id: UUID) -> None:
        services, actor = self.context.services, self.context.actor

        def opened() -> PersonDetail:
            return services.people.get(actor, person_id)

        def take(person: PersonDetail) -> None:
            block.take(person)
            self._on_names()

        self.context.lanes.read(block, opened, take, self.context.errors.present, latest="person")

    def _ask_returning(self) -> None:
        """Whether these people were here not long ago (P-35); asked once for each change of people or matter."""
        blocks = self.parties.filled()
        known = [block.known_id() for block in blocks if not block.takes_no_side()]
        people = tuple(one for one in known if one is not None) if all(known) else ()
        query = ReturningQuery(people, self.referral.category())
        if query == self._asked_about or not self.context.may(Right.IDENTITIES):
            return
        self._asked_about = query
        if not people or not query.category:
            self.returning.offer(())
            return
        closing, actor = self.context.services.closing, self.context.actor
        self.context.lanes.read(
            self, lambda: closing.returning(actor, query), self.returning.offer, latest="returning"
        )

    def _take_up(self, case_id: UUID) -> None:
        """To the file, with the question why it comes back; what was typed here waits as a draft."""
        self.context.navigate("case", CaseArgument(case_id, "return"))

    def _answer(self, *, by_first: bool) -> None:
        block = self.parties.block_of(QApplication.focusWidget())
        if block is not None:
            block.answer(by_first=by_first)

    def _toggle_more(self) -> None:
        block = self.parties.block_of(QApplication.focusWidget()) or self.parties.blocks()[0]
        block.toggle_more()

    # --- saving -----------------------------------------------------------------------------------------------

    def _draft(self) -> IntakeDraft:
        self._sent = self.parties.filled()
        places = {block.number: place for place, block in enumerate(self._sent)}
        interviews = self.interviews.drafts(places)
        self._sent_rows = tuple(row for _, row in interviews)
        case = CaseDraft(
            primary_category=self.referral.category(),
            parties=self.parties.drafts(),
            subject_line=self.referral.subject(),
            own_words=self.referral.own_words(),
            has_criminal_aspect=self.referral.criminal_aspect(),
            referral=self.referral.draft(),
            responsible_id=self.referral.chosen_responsible(),
            previous_case_id=self.returning.linked,
        )
        return IntakeDraft(case, tuple(draft for draft, _ in interviews))

    def _use_case(self, draft: IntakeDraft) -> Callable[[], Done[CaseRow]]:
        """Registering, which also completes the advice, night entry or sheet that the form began with."""
        services, actor, start = self.context.services, self.context.actor, self._start
        if start is None:
            return lambda: services.intake.register(actor, draft)
        entries = services.quick_entries
        become = {
            Origin.NIGHT: entries.file_from_night,
            Origin.ADVICE: entries.file_from_advice,
            Origin.SHEET: entries.file_from_sheet,
        }[start.origin]
        return lambda: become(actor, start.entry_id, start.version, draft)

    def _on_saved(self, row: CaseRow) -> None:
        self._set_saving(False)
        self._drafts.forget()
        self.clear()
        told = self.tr("File {number} was registered").format(number=to_persian(row.case_no))
        self.context.toasts.show(told)
        self.context.navigate(*self._next_place(row))

    def _next_place(self, row: CaseRow) -> tuple[str, Any]:
        """The file's page; a file that is closed to who registered it leads back to the desk (P-6)."""
        actor = self.context.actor
        is_mine = row.responsible_id == actor.staff_id or self.context.may(Right.CASE_VOID)
        if is_mine or (row.confidentiality is Confidentiality.NORMAL and self.context.may(Right.CASE_READ_ALL)):
            return "case", row.id
        return "home", None

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        if not isinstance(error, AppError):
            self.context.errors.present(error)
            return
        each = error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)
        wrong = [one for one in each if not self._is_about_proposal(one.field or "")]
        left = [one for one in wrong if not (one.field and self.set_error(one.field, sentence_of(one)))]
        if len(left) < len(wrong):
            self.focus_first_error()
        if left:
            self.context.errors.present(left[0])
        if len(wrong) < len(each):
            self._ask_slots()
            self.context.toasts.show(self.tr("A proposed hour was taken meanwhile; other hours stand there now."))

    def _is_about_proposal(self, path: str) -> bool:
        """Whether an error is about an hour that nobody chose by hand: then another hour is the answer."""
        noun, _, rest = path.partition(".")
        place = rest.partition(".")[0]
        if noun != "interviews" or not place.isdigit() or int(place) >= len(self._sent_rows):
            return False
        return not self._sent_rows[int(place)].touched

    def _set_saving(self, saving: bool) -> None:
        self._is_saving = saving
        self._save.setEnabled(not saving)

    # --- drafts -----------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """An empty form."""
        self._is_filling = True
        self.referral.clear()
        self.parties.clear()
        self.interviews.clear()
        self.returning.clear()
        self._asked_about = None
        self._is_filling = self._is_dirty = False
        self._sent, self._sent_rows = (), ()
        self._start = None
        self.origin.hide()
        self.resume.hide()
        self._stored.setText("")
        self._on_people()
        self.referral.referral.focus_first()

    def is_dirty(self) -> bool:
        return self._is_dirty

    def _touch(self) -> None:
        if self._is_filling:
            return
        self._is_dirty = True
        self._stored.setText("")
        self._drafts.touch()

    def _on_stored(self) -> None:
        if self._is_dirty:
            self._stored.setText(self.tr("Draft stored"))

    def _texts(self) -> dict[str, Any]:
        return {
            "referral": self.referral.texts(),
            "parties": self.parties.texts(),
            "interviews": self.interviews.texts(),
            "start": self._start.texts() if self._start is not None else {},
            "history": self.returning.named.hex if self.returning.named is not None else "",
        }

    def _put_texts(self, content: dict[str, Any]) -> None:
        self._is_filling = True
        self._start = IntakeStart.of_texts(dict(content.get("start", {})))
        self._show_origin()
        self.referral.put_texts(dict(content.get("referral", {})))
        self.parties.put_texts([dict(row) for row in content.get("parties", [])])
        self._on_people()
        self.interviews.put_texts([dict(row) for row in content.get("interviews", [])])
        linked = str(content.get("history", ""))
        self.returning.put(UUID(linked) if linked else None)
        self._is_filling = False
        self._is_dirty = True

    def _on_resume(self, draft: DraftRow) -> None:
        """The stored form comes back, and goes on under its own name."""
        self.resume.hide()
        if self._is_dirty:
            self._drafts.set_aside(draft.subject)
        else:
            self._drafts.go_on_with(draft.subject)
        self._load()

    def _load(self) -> None:
        self._drafts.load(self._drafts.subject, self._put_draft)

    def _put_draft(self, content: dict[str, Any]) -> None:
        self.clear()
        self._put_texts(content)
        self._stored.setText(self.tr("Draft stored"))
        self.referral.referral.focus_first()

    def _on_escape(self) -> None:
        """Asks only when something was typed."""
        if not self._is_dirty:
            self.context.navigate("home")
            return
        answer = ask(
            self,
            self.tr("Leave the intake?"),
            self.tr("What you typed is stored as a draft and waits for you here."),
            (
                Action("keep", self.tr("Keep the draft and leave"), "primary"),
                Action("discard", self.tr("Discard what was typed"), "danger"),
                Action("stay", self.tr("Go on writing")),
            ),
        )
        if answer == "keep":
            self._drafts.set_aside()
            self.clear()
        elif answer == "discard":
            self._drafts.forget()
            self.clear()
        if answer in ("keep", "discard"):
            self.context.navigate("home")


def _next_quarter(now: datetime) -> int:
    """Minutes after midnight of the next full quarter of an hour; past midnight it stays in the day."""
    minutes = now.hour * 60 + now.minute
    return min(-(-(minutes + 1) // 15) * 15, 24 * 60 - 15)
