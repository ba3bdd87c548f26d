"""Every page of the main window, one line each: its key, words, icon, who may open it and where its class lies.

A page's module is loaded when the page is first opened, so that the start stays fast.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.actor import Actor, Right

if TYPE_CHECKING:
    from ui.context import AppContext


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`place` is "module:Class"; the class is built as `Class(context, argument)`.

    `rail` orders the pages in the navigation rail, 0 keeps a page out of it. `rights`: one of them suffices
    (none: everybody may). `shortcut` as Qt writes it ("Ctrl+1"). `is_sensitive` pages are covered first (P-3).
    `is_ahead`: made soon after signing in, so that the first click on it waits for nothing.
    `under`: the pages of the rail that this one belongs to; the one it was reached from is marked, or the first.
    """

    key: str
    title: str
    icon: str
    place: str
    rail: int = 0
    rights: frozenset[Right] = field(default_factory=frozenset)
    shortcut: str = ""
    is_sensitive: bool = False
    under: tuple[str, ...] = ()
    is_ahead: bool = False

    def words(self) -> str:
        """The title in the language of the program."""
        return QCoreApplication.translate("Pages", self.title)

    def is_open_to(self, actor: Actor) -> bool:
        return not self.rights or bool(self.rights & actor.rights)

    def load(self) -> None:
        """Read the code of the page."""
        import_module(self.place.partition(":")[0])

    def build(self, context: "AppContext", argument: Any = None) -> Any:
        """A new page; loads its module when it is the first."""
        module, _, name = self.place.partition(":")
        return getattr(import_module(module), name)(context, argument)


def _page(
    key: str,
    title: object,
    icon: str,
    place: str,
    *rights: Right,
    rail: int = 0,
    shortcut: str = "",
    is_sensitive: bool = False,
    under: tuple[str, ...] = (),
    is_ahead: bool = False,
) -> PageSpec:
    return PageSpec(key, str(title), icon, place, rail, frozenset(rights), shortcut, is_sensitive, under, is_ahead)


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """A sheet that opens over whatever page is in sight by its `shortcut`; `place` is "module:Class", built as
    `Class(window, context)`. `rights`: one of them suffices."""

    shortcut: str
    place: str
    rights: frozenset[Right]

    def is_open_to(self, actor: Actor) -> bool:
        return bool(self.rights & actor.rights)

    def build(self, window: Any, context: "AppContext") -> Any:
        """A new sheet; loads its module when it is the first."""
        module, _, name = self.place.partition(":")
        return getattr(import_module(module), name)(window, context)


SHEETS: tuple[SheetSpec, ...] = (
    SheetSpec("Ctrl+Shift+M", "ui.quick_entries.advice_sheet:AdviceSheet", frozenset({Right.ADVICE_WRITE})),
    SheetSpec("F1", "ui.settings.keys_sheet:KeysSheet", frozenset(Right)),
)
"""What one key opens from anywhere (P-25, P-39)."""


PAGES: tuple[PageSpec, ...] = (
    _page(
        "home",
        QT_TRANSLATE_NOOP("Pages", "Desk"),
        "home-outline",
        "ui.home.home_page:HomePage",
        Right.CASE_FIND,
        Right.APPOINTMENT_READ,
        rail=10,
        shortcut="Ctrl+1",
    ),
    _page(
        "case",
        QT_TRANSLATE_NOOP("Pages", "File"),
        "folder-open-outline",
        "ui.case.case_page:CasePage",
        Right.CASE_READ,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "intake",
        QT_TRANSLATE_NOOP("Pages", "New intake"),
        "file-document-plus-outline",
        "ui.intake.intake_page:IntakePage",
        Right.CASE_REGISTER,
        under=("cases",),
    ),
    _page(
        "cases",
        QT_TRANSLATE_NOOP("Pages", "Files"),
        "folder-open-outline",
        "ui.cases.cases_page:CasesPage",
        Right.CASE_FIND,
        rail=20,
        is_sensitive=True,
        is_ahead=True,
    ),
    _page(
        "people",
        QT_TRANSLATE_NOOP("Pages", "Clients"),
        "account-multiple-outline",
        "ui.people.people_page:PeoplePage",
        Right.PERSON_READ,
        rail=30,
        is_sensitive=True,
        is_ahead=True,
    ),
    _page(
        "person",
        QT_TRANSLATE_NOOP("Pages", "Person"),
        "account-outline",
        "ui.people.person_page:PersonPage",
        Right.PERSON_READ,
        is_sensitive=True,
        under=("people",),
    ),
    _page(
        "letters",
        QT_TRANSLATE_NOOP("Pages", "Letters"),
        "email-outline",
        "ui.letters.letters_page:LettersPage",
        Right.LETTER_READ,
        rail=50,
        is_sensitive=True,
        is_ahead=True,
    ),
    _page(
        "appointments",
        QT_TRANSLATE_NOOP("Pages", "Appointments"),
        "calendar-clock-outline",
        "ui.scheduling.appointments_page:AppointmentsPage",
        Right.APPOINTMENT_READ,
        rail=40,
        shortcut="Ctrl+4",
        is_sensitive=True,
    ),
    _page(
        "worklist",
        QT_TRANSLATE_NOOP("Pages", "What lies ahead"),
        "clipboard-list-outline",
        "ui.worklist.worklist_page:WorklistPage",
        Right.CASE_FIND,
        rail=42,
        is_sensitive=True,
        is_ahead=True,
    ),
    _page(
        "load",
        QT_TRANSLATE_NOOP("Pages", "The unit's load"),
        "chart-bar",
        "ui.worklist.load_page:LoadPage",
        Right.CASE_ASSIGN,
        is_sensitive=True,
        under=("worklist",),
    ),
    _page(
        "follow_ups",
        QT_TRANSLATE_NOOP("Pages", "Follow-up"),
        "phone-outline",
        "ui.follow_up.follow_ups_page:FollowUpsPage",
        Right.OUTCOME_WRITE,
        rail=45,
        is_sensitive=True,
    ),
    _page(
        "statistics",
        QT_TRANSLATE_NOOP("Pages", "Statistics"),
        "chart-bar",
        "ui.statistics.statistics_page:StatisticsPage",
        Right.STATISTICS,
        rail=55,
    ),
    _page(
        "quick_entries",
        QT_TRANSLATE_NOOP("Pages", "Quick entries"),
        "lightning-bolt-outline",
        "ui.quick_entries.quick_page:QuickEntriesPage",
        Right.ADVICE_WRITE,
        Right.NIGHT_COMPLETE,
        Right.CASE_REGISTER,
        rail=60,
        is_sensitive=True,
    ),
    _page(
        "night",
        QT_TRANSLATE_NOOP("Pages", "Night form"),
        "weather-night",
        "ui.quick_entries.night_page:NightPage",
        Right.NIGHT_WRITE,
        rail=5,
    ),
    _page(
        "safety",
        QT_TRANSLATE_NOOP("Pages", "Separate talks"),
        "account-voice",
        "ui.safety.safety_page:SafetyPage",
        Right.SAFETY_READ,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "consent",
        QT_TRANSLATE_NOOP("Pages", "Consent sheet"),
        "file-sign",
        "ui.safety.consent_page:ConsentPage",
        Right.CONSENT_WRITE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "screen",
        QT_TRANSLATE_NOOP("Pages", "Talk alone"),
        "account-voice",
        "ui.safety.screen_page:ScreenPage",
        Right.SAFETY_WRITE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "last_questions",
        QT_TRANSLATE_NOOP("Pages", "Last questions"),
        "account-voice",
        "ui.safety.last_questions_page:LastQuestionsPage",
        Right.SAFETY_WRITE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "danger",
        QT_TRANSLATE_NOOP("Pages", "Steps of today"),
        "format-list-checks",
        "ui.safety.danger_page:DangerPage",
        Right.SAFETY_WRITE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "safety_plan",
        QT_TRANSLATE_NOOP("Pages", "Plan"),
        "clipboard-text-outline",
        "ui.safety.plan_page:PlanPage",
        Right.SAFETY_WRITE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "paper",
        QT_TRANSLATE_NOOP("Pages", "Paper"),
        "file-document-outline",
        "ui.documents.paper_page:PaperPage",
        Right.DOCUMENT_READ,
        is_sensitive=True,
        under=("cases", "letters"),
    ),
    _page(
        "issue_paper",
        QT_TRANSLATE_NOOP("Pages", "New paper"),
        "file-plus-outline",
        "ui.documents.issue_page:IssuePage",
        Right.DOCUMENT_ISSUE,
        is_sensitive=True,
        under=("cases",),
    ),
    _page(
        "letter_text",
        QT_TRANSLATE_NOOP("Pages", "Letter text"),
        "file-document-edit-outline",
        "ui.settings.letter_text_page:LetterTextPage",
        Right.SETTINGS_MANAGE,
        under=("settings",),
    ),
    _page(
        "paper_look",
        QT_TRANSLATE_NOOP("Pages", "Look of the papers"),
        "image-edit-outline",
        "ui.settings.look_page:LookPage",
        Right.SETTINGS_MANAGE,
        under=("settings",),
    ),
    _page(
        "invitations",
        QT_TRANSLATE_NOOP("Pages", "Invitations"),
        "email-fast-outline",
        "ui.scheduling.in_field_page:InFieldPage",
        Right.APPOINTMENT_READ,
        is_sensitive=True,
        under=("appointments",),
    ),
    _page(
        "handover",
        QT_TRANSLATE_NOOP("Pages", "Handing over"),
        "account-switch-outline",
        "ui.handover.handover_page:HandoverPage",
        Right.HANDOVER_GIVE,
        Right.SHIFT_HANDOVER,
        rail=70,
        is_sensitive=True,
    ),
    _page(
        "hand_over",
        QT_TRANSLATE_NOOP("Pages", "Hand over work"),
        "account-arrow-left-outline",
        "ui.handover.give_page:GivePage",
        Right.HANDOVER_GIVE,
        is_sensitive=True,
        under=("handover",),
    ),
    _page(
        "shift",
        QT_TRANSLATE_NOOP("Pages", "Hand over the shift"),
        "account-clock-outline",
        "ui.handover.shift_page:ShiftPage",
        Right.SHIFT_HANDOVER,
        is_sensitive=True,
        under=("handover",),
    ),
    _page(
        "settings",
        QT_TRANSLATE_NOOP("Pages", "Settings"),
        "cog-outline",
        "ui.settings.settings_page:SettingsPage",
        rail=90,
    ),
)
"""In the order of the file; `rail_pages` sorts."""


SEARCH = "ui.find.search_box:SearchBox"
"""The search box of the top bar, "module:Class", built as `Class(context)` for who may search; "" for none."""


WATCH = "ui.worklist.watch:Watch"
"""What the frame of every page shows of clocks and reminders, "module:Class", built as `Class(context)`."""


def page(key: str) -> PageSpec:
    """The page of that key; an unknown key is a bug and raises KeyError."""
    for spec in PAGES:
        if spec.key == key:
            return spec
    raise KeyError(key)


def may_open(key: str, actor: Actor) -> bool:
    """Whether there is such a page, and this actor may open it."""
    return any(spec.key == key and spec.is_open_to(actor) for spec in PAGES)


def rail_pages(actor: Actor, pages: Iterable[PageSpec] = PAGES) -> tuple[PageSpec, ...]:
    """What the navigation rail offers this actor, in order."""
    return tuple(sorted((p for p in pages if p.rail and p.is_open_to(actor)), key=lambda p: p.rail))


def build_search(context: "AppContext") -> Any:
    """The search box of a session; None for an actor who may not search."""
    if not SEARCH or not context.may(Right.CASE_FIND):
        return None
    module, _, name = SEARCH.partition(":")
    return getattr(import_module(module), name)(context)


def build_watch(context: "AppContext") -> Any:
    """The clocks and reminders of a session (R-8)."""
    module, _, name = WATCH.partition(":")
    return getattr(import_module(module), name)(context)


def draft_page(form: str) -> PageSpec | None:
    """The page that a left-over draft belongs to: a draft's form is the key of its page, or "key:part"."""
    key = form.partition(":")[0]
    return next((spec for spec in PAGES if spec.key == key), None)


def draft_argument(subject: str) -> Any:
    """What that page is opened with: the id that the draft is about, None for a new thing."""
    if not subject:
        return None
    try:
        return UUID(subject)
    except ValueError:
        return subject
