"""Every view of the program, one line each: a new page or sheet is added here, or a test fails.

A view is opened by a function of the booth; it leaves the view in sight with its data.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from services.agreements import AgreementDraft, AgreementKind, AgreementState, ClauseDraft
from services.catalogue import say
from services.clock import local
from services.errors import InvalidDraft, InvalidError
from services.letters import LetterFilter
from services.notes import NoteDraft
from services.quick_entries import NightDraft
from services.safety import FlagDraft, FlagLevel
from services.scheduling.shapes import AttemptDraft
from services.search import CaseFilter
from services.sessions import CaseNoteDraft, TaskDraft
from services.statistics import PeriodKind, period_at
from services.worklist import TaskKind, Whose
from tests.screens.booth import Booth
from tests.screens.calendar_views import CALENDAR
from tests.screens.handover_views import HANDING
from tests.screens.making import bare, class_of, over, page_view, sheet_view, simple
from tests.screens.start_views import START
from tests.screens.view import Open, View
from tests.screens.week_views import WEEKS
from tests.screens.working_views import WORKING
from ui.documents.argument import IssueArgument
from ui.safety.argument import SafetyArgument
from ui.scheduling.argument import AppointmentsArgument
from ui.settings.settings_page import SECTIONS
from ui.widgets.choice_edit import Choice
from ui.worklist.argument import WorkArgument

# --- what the views are about -------------------------------------------------------------------------------------


def _fresh(booth: Booth) -> SafetyArgument:
    """Somebody who was asked nothing yet, otherwise whoever comes first."""
    for case in booth.cases:
        for party in booth.services.safety.outline(booth.counsellor, case.id).parties:
            if not party.consent and not party.is_child:
                return SafetyArgument(case.id, party.person_id)
    case_id, person_id = booth.screened
    return SafetyArgument(case_id, person_id)


def _asked(booth: Booth) -> SafetyArgument:
    return SafetyArgument(*booth.screened)


def _flagged(booth: Booth) -> SafetyArgument:
    """A person with a grave mark: raised for the picture when the precinct has none."""
    about = _asked(booth)
    safety, actor = booth.services.safety, booth.counsellor
    if not any(party.flags for party in safety.outline(actor, about.case_id).parties):
        now = booth.clock.now()
        safety.raise_flag(actor, FlagDraft(about.case_id, about.person_id, "weapon", FlagLevel.HIGH, now))
    return about


def _night(booth: Booth) -> Any:
    """A night entry that waits: written for the picture when the precinct has none."""
    entries = booth.services.quick_entries
    if not entries.nights_to_complete(booth.counsellor):
        draft = NightDraft(
            names="بانویی با دو کودک",
            line="تا صبح در کلانتری ماند",
            is_danger_now=False,
            officer="بهزاد سالاری",
            happened_at=booth.clock.now(),
        )
        entries.write_night(booth.actor("duty"), draft)
    return entries.nights_to_complete(booth.counsellor)[0]


def _appointment(booth: Booth) -> Any:
    """A booked hour to come."""
    for case in booth.cases:
        for row in booth.services.scheduling.of_case(booth.counsellor, case.id):
            if row.is_scheduled:
                return row
    raise AssertionError("no hour is booked")


def _session(booth: Booth) -> Any:
    for case in (booth.case, *booth.cases):
        rows = booth.services.sessions.of_case(booth.counsellor, case.id)
        if rows:
            return rows[0]
    raise AssertionError("no session was held")


def _letter(booth: Booth) -> Any:
    """One that was given to somebody, refers to another or has a scan."""
    rows = booth.services.letters.page(booth.counsellor, limit=60).rows
    return max(rows, key=lambda row: (bool(row.assigned_to), row.scans, bool(row.refers)))


def _asking_letter(booth: Booth) -> Any:
    """An inquiry whose answer is being written."""
    rows = booth.services.letters.page(booth.counsellor, LetterFilter(kind="inquiry_request")).rows
    return rows[0].id


def _letter_detail(booth: Booth) -> Any:
    return booth.services.letters.detail(booth.counsellor, _letter(booth).id)


def _open_figure(booth: Booth, page: Any) -> None:
    booth.settle(lambda: bool(page.cards))
    page.cards[0].links[0].click()


def _letter_order(booth: Booth) -> Any:
    return _letter_detail(booth).actions[0]


def _letter_scan(booth: Booth) -> Any:
    rows = booth.services.letters.page(booth.counsellor, limit=60).rows
    with_scan = next(row for row in rows if row.scans)
    return booth.services.attachments.of_letter(booth.counsellor, with_scan.id)[0]


def _case_page(booth: Booth) -> Any:
    return booth.services.overview.refresh_case(booth.counsellor, booth.case.id)


def _merge(booth: Booth, page: Any) -> Any:
    """Her record beside the first other one that is found."""
    people, head = booth.services.people, booth.actor("head")
    person = people.get(head, booth.case.parties[0].person_id)
    others = [row for row in people.suggest(head, person.family_name, 20) if row.id != person.id]
    return class_of("ui.people.merge_sheet", "MergeSheet")(page, booth.context, person, others[:1])


def _noted(booth: Booth) -> Any:
    """The counsellor's process note, opened; with it a note of the file and tasks, written for the pictures."""
    services, actor, case = booth.services, booth.counsellor, booth.case
    if not services.notes.of_case(actor, case.id):
        today = local(booth.clock.now()).date()
        services.notes.make_escrow(booth.actor("head"), None)
        services.notes.write(
            actor, NoteDraft(case.id, "هنگام حرف از پول دستش می‌لرزید؛ دفعه بعد تنها و آرام‌تر بپرسم.")
        )
        services.sessions.add_note(actor, CaseNoteDraft(case.id, "برادر مراجع تلفنی نشانی تازه را داد.", today))
        session = services.sessions.of_case(actor, case.id)[0]
        tasks = (
            TaskDraft("دفترچه حساب مشترک را بیاورد", case.parties[0].id, today + timedelta(days=6)),
            TaskDraft("تماس با شورای حل اختلاف درباره نوبت"),
            TaskDraft("فهرست هزینه‌های خانه را بنویسد", case.parties[1].id, session.day, is_done=True),
        )
        services.sessions.record(actor, replace(session.draft(), tasks=tasks))
    note = next(row for row in services.notes.of_case(actor, case.id) if row.can_open)
    return services.notes.open(actor, note.id)


def _with_notes(booth: Booth) -> Any:
    _noted(booth)
    return booth.case.id


def _note_sheet(booth: Booth, page: Any) -> Any:
    return class_of("ui.sessions.note_sheet", "NoteSheet")(page, booth.context, booth.case.id, _noted(booth))


def _case_note_sheet(booth: Booth, page: Any) -> Any:
    kind = class_of("ui.sessions.case_note_sheet", "CaseNoteSheet")
    return kind(page, booth.context, booth.case.id, is_closed=True)


def _case_note_view(booth: Booth, page: Any) -> Any:
    _noted(booth)
    row = booth.services.sessions.notes_of_case(booth.counsellor, booth.case.id)[0]
    return class_of("ui.sessions.case_note_sheet", "CaseNoteView")(page, row)


def _emergency(booth: Booth) -> Any:
    _noted(booth)
    return booth.services.notes.of_case(booth.actor("head"), booth.case.id)[0]


def _give_back(booth: Booth, page: Any) -> Any:
    _noted(booth)
    staff = booth.services.staff.list(booth.actor("head"))
    return class_of("ui.settings.notes_section", "GiveBackSheet")(page, booth.context, staff, "")


def _correction(booth: Booth, page: Any) -> Any:
    """A session with tasks, and the process note that its writer opens by a key."""
    _noted(booth)
    row = booth.services.sessions.of_case(booth.counsellor, booth.case.id)[0]
    return class_of("ui.sessions.session_sheet", "SessionSheet")(page, booth.context, _case_page(booth), session=row)


# --- pages --------------------------------------------------------------------------------------------------------


def _screen_at(stage: str) -> Open:
    def show(booth: Booth) -> Any:
        page = booth.go("screen", _asked(booth))
        booth.settle(lambda: bool(page.room.ticks))
        for tick in page.room.ticks.values():
            tick.setChecked(True)
        page.main_action()
        booth.settle()
        for _ in range(80):
            if stage == "question" or page.closing.isVisible():
                break
            page.question.button("no").click()
            booth.settle()
        return page

    return show


HOME, CASE = page_view("home"), page_view("case", argument=lambda booth: booth.case.id)
APPOINTMENTS, LETTERS, PEOPLE = page_view("appointments"), page_view("letters"), page_view("people")
PERSON = page_view("person", argument=lambda booth: booth.case.parties[0].person_id)
QUICK, SAFETY = page_view("quick_entries"), page_view("safety", argument=lambda booth: _flagged(booth).case_id)
PAPER = page_view("paper", argument=lambda booth: booth.paper)
SCREEN = page_view("screen", argument=_asked)
ISSUE = page_view("issue_paper", argument=lambda booth: IssueArgument(booth.screened[0], "informed_consent"))


def _settings(key: str) -> View:
    return page_view("settings", "head", f"settings-{key}", lambda _booth: key)


def _quarter(booth: Booth) -> Any:
    return period_at(booth.clock.now().date(), PeriodKind.QUARTER).name


def _figures(booth: Booth) -> Any:
    return IssueArgument(None, "monthly_statistics", period=_quarter(booth))


STATISTICS = page_view("statistics", "head", argument=_quarter)


def _load_tables(booth: Booth) -> Any:
    page = booth.go("load")
    booth.settle(lambda: page.load is not None)
    page.how.set_value("tables")
    page.how.changed.emit()
    booth.settle()
    return page


def _extend_sheet(booth: Booth, page: Any) -> Any:
    shown = _referred(booth)
    return class_of("ui.worklist.extend_sheet", "ExtendSheet")(
        page, booth.context, shown, shown.detail.referrals[0].id
    )


WORKLIST = page_view("worklist")
LETTER_TEXT = page_view("letter_text", "head", argument=lambda _booth: "invitation_letter")
PAGES: tuple[View, ...] = (
    HOME,
    page_view("home", "head", "home-of-the-head"),
    page_view("home", "clerk", "home-of-the-clerk"),
    CASE,
    page_view("case", name="case-with-notes", argument=_with_notes),
    page_view("case", "clerk", "case-of-the-clerk", lambda booth: booth.case.id),
    page_view("intake"),
    page_view("cases"),
    PEOPLE,
    PERSON,
    LETTERS,
    APPOINTMENTS,
    page_view(
        "appointments",
        name="appointments-of-a-file",
        argument=lambda booth: AppointmentsArgument(_appointment(booth).day, booth.case.id),
    ),
    WORKLIST,
    page_view("worklist", "head", "worklist-of-the-unit", lambda _booth: WorkArgument(whose=Whose.UNIT)),
    page_view("worklist", name="worklist-of-a-kind", argument=lambda _booth: WorkArgument(TaskKind.REPLY)),
    page_view("worklist", "clerk", "worklist-of-the-clerk"),
    page_view("load", "head"),
    View("load-tables", "load", "head", _load_tables),
    page_view("follow_ups"),
    page_view("case", name="case-concluded", argument=lambda booth: _concluded(booth).detail.id),
    QUICK,
    page_view("night", "duty"),
    SAFETY,
    page_view("consent", argument=_fresh),
    page_view("consent", name="consent-held", argument=_asked),
    SCREEN,
    View("screen-question", "screen", "counsellor", _screen_at("question")),
    View("screen-closing", "screen", "counsellor", _screen_at("closing")),
    page_view("last_questions", argument=_asked),
    page_view("danger", argument=_flagged),
    page_view("safety_plan", argument=_flagged),
    PAPER,
    ISSUE,
    *(_settings(key) for key, _icon, _kind in SECTIONS),
    LETTER_TEXT,
    STATISTICS,
    page_view("issue_paper", "head", "issue-figures", _figures),
    page_view("letter_text", "head", "letter-text-with-choices", lambda _booth: "settlement_closing"),
    page_view("paper_look", "head"),
)


# --- sheets -------------------------------------------------------------------------------------------------------


def _choices(booth: Booth, name: str) -> list[Choice]:
    return [Choice(code.code, code.label) for code in booth.services.codes.all(booth.counsellor, name)]


def _party(booth: Booth) -> Any:
    return booth.case.parties[0]


def _invitee(booth: Booth) -> Any:
    """Somebody who may be invited."""
    for case in booth.cases:
        for invitee in booth.services.scheduling.invitees(booth.counsellor, case.id):
            if invitee.may_invite:
                return invitee
    raise AssertionError("nobody may be invited")


def _attempt(booth: Booth) -> Any:
    """A try whose result is open: recorded for the picture."""
    scheduling, actor, party_id = booth.services.scheduling, booth.counsellor, _invitee(booth).party_id
    attempt_id = scheduling.record_attempt(actor, AttemptDraft(party_id, "phone")).value
    tried = (row for case in booth.cases for row in scheduling.attempts(actor, case.id))
    return next(row for row in tried if row.id == attempt_id)


def _results(booth: Booth) -> Any:
    return booth.services.codes.all(booth.counsellor, "invitation_result")


def _referred(booth: Booth) -> Any:
    """The page of a file whose answer is owed."""
    for case in booth.cases:
        if case.row.is_reply_owed:
            return booth.services.overview.refresh_case(booth.counsellor, case.id)
    return _case_page(booth)


def _drafts(booth: Booth) -> Any:
    booth.services.drafts.save(booth.counsellor, "night", "", {"line": "نیمه‌نوشته"})
    booth.services.drafts.save(booth.counsellor, "case:session", booth.case.id.hex, {"case_record": "نیمه‌نوشته"})
    return booth.services.drafts.of(booth.counsellor)


def _draft_files(booth: Booth) -> Any:
    return {booth.case.id.hex: booth.case.row.case_no}


def _paper(booth: Booth) -> Any:
    return booth.services.documents.get(booth.counsellor, booth.paper)


def _notice(booth: Booth) -> Any:

    tasks = booth.services.overview.home(booth.actor("head")).tasks
    return next((task.subject_id for task in tasks if task.kind is TaskKind.NOTICE), booth.case.id)


def _staff(booth: Booth, page: Any) -> Any:
    section = page.section("staff")
    booth.settle()
    section.add.click()
    return None


def _person(booth: Booth) -> Any:
    return booth.services.people.get(booth.context.actor, booth.case.parties[0].person_id)


def _last_number(_booth: Booth, page: Any) -> Any:
    return class_of("ui.settings.books_section", "LastNumberSheet")(page.section("books"), page.title())


def _print_sheet(_booth: Booth, page: Any) -> Any:
    return class_of("ui.documents.print_sheet", "PrintSheet")(page, page.title())


def _many(booth: Booth, page: Any) -> Any:
    return class_of("ui.documents.print_many", "PrintMany")(page, booth.context)


def _open_runs(booth: Booth) -> Any:
    """Two papers that were on their way to the printer when the power went."""
    from services.documents import OpenRun

    rows = [(row, row.document_id) for row in booth.services.paper_runs.unprinted(booth.counsellor).rows]
    at = booth.services.uow.clock.now()
    return [
        OpenRun(document_id, row.title, row.number, row.case_no, (1, 2), "چاپگر اتاق ۲", at)
        for row, document_id in rows[:2]
        if document_id is not None
    ]


def _run_report(booth: Booth) -> Any:
    """A run that a printer left in the middle, one paper of it refused."""
    from services.documents import PrintJob, PrintKind
    from ui.documents.many_run import End, Outcome, Report

    rows = booth.services.paper_runs.unprinted(booth.counsellor).rows[:8]
    ends = (End.PRINTED, End.PRINTED, End.REFUSED, End.PRINTED, *[End.LEFT] * 4)
    why = say("documents.not_now")
    job = PrintJob(rows[0].document_id, PrintKind.ORIGINAL, (1,), "", b"", "")
    told = tuple(
        Outcome(row, end, why if end is End.REFUSED else "", job if end is End.PRINTED else None)
        for row, end in zip(rows, ends, strict=False)
    )
    return Report(told, say("errors.disk_full"), is_printer=True)


CASE_SHEETS = (
    ("ui.case.assign_sheet", "AssignSheet"),
    ("ui.case.assign_sheet", "LevelSheet"),
    ("ui.case.earlier_file_sheet", "EarlierFileSheet"),
    ("ui.case.edit_sheet", "EditSheet"),
    ("ui.case.party_sheets", "AddPartySheet"),
    ("ui.case.readers_sheet", "ReadersSheet"),
    ("ui.case.rounds_sheet", "RoundsSheet"),
    ("ui.attachments.attach_sheet", "AttachSheet"),
    ("ui.referrals_out.refer_sheet", "ReferSheet"),
    ("ui.case.reason_sheets", "VoidSheet"),
    ("ui.closing.reopen_sheet", "ReopenSheet"),
    ("ui.case.hold_sheet", "HoldSheet"),
    ("ui.case.hold_sheet", "ResumeSheet"),
    ("ui.sessions.session_sheet", "SessionSheet"),
    ("ui.outcomes.outcome_sheet", "OutcomeSheet"),
)
FOLLOW_UPS = page_view("follow_ups")
HEADS_CASE = page_view("case", "head", "case-of-the-head", lambda booth: booth.case.id)
BACKUP = _settings("backup")


def _concluded(booth: Booth) -> Any:
    """The page of a file of the own that has an outcome and asks somebody."""
    for row in booth.services.follow_ups.due(booth.counsellor, 365):
        booth.services.overview.case_page(booth.counsellor, row.case_id)
        page = booth.services.overview.refresh_case(booth.counsellor, row.case_id)
        if page.outcome is not None:
            return page
    raise AssertionError("no file has an outcome")


def _agreed(booth: Booth) -> Any:
    """The page of a file of the own with a signed agreement of several clauses."""
    for row in booth.services.lists.cases(booth.counsellor, CaseFilter(is_mine=True), limit=200):
        if not row.disposition:
            continue
        page = booth.services.overview.case_page(booth.counsellor, row.id)
        if page.agreement is not None and page.agreement.clauses and page.agreement.state is AgreementState.SIGNED:
            return page
    raise AssertionError("no file has a signed agreement")


def _unsigned(booth: Booth) -> Any:
    """A file whose agreement waits for its signatures: saved for the picture."""
    services, actor = booth.services, booth.counsellor
    for case in booth.cases:
        first, second, *_ = case.parties
        kind, clauses = AgreementKind.UNDERTAKING, (ClauseDraft(first.id, "وسایل مشترک را بازمی‌گرداند", second.id),)
        draft = AgreementDraft(case.id, kind, booth.clock.now().date(), clauses, (first.id, second.id))
        try:
            if not services.agreements.of_case(actor, case.id):
                services.agreements.save(actor, draft)
        except (InvalidError, InvalidDraft):
            continue  # a child, or somebody who does not sign
        return services.overview.case_page(actor, case.id)
    raise AssertionError("nobody can sign")


def _clause_sheet(booth: Booth, page: Any) -> Any:
    shown = _agreed(booth)
    return class_of("ui.outcomes.clause_sheet", "ClauseSheet")(
        page, booth.context, shown, shown.agreement.clauses[0].id
    )


def _settlement(booth: Booth, page: Any) -> Any:
    """The outcome of a settlement: every field of a clause in sight."""
    sheet = class_of("ui.outcomes.outcome_sheet", "OutcomeSheet")(page, booth.context, _case_page(booth))
    sheet.open_sheet()
    booth.settle(sheet.main.isEnabled)
    sheet.form.set_values({"disposition": "settled_partial"})
    return sheet


def _call(booth: Booth) -> Any:
    return _due(booth).id


def _due(booth: Booth) -> Any:
    return booth.services.follow_ups.due(booth.counsellor, 365)[0]


def _clauses(booth: Booth) -> Any:
    """A call about an agreement with clauses."""
    follow_ups, actor = booth.services.follow_ups, booth.counsellor
    for row in follow_ups.due(actor, 365):
        sheet = follow_ups.open_sheet(actor, row.id)
        if sheet.clauses and sheet.may_phone:
            return row.id
    return _call(booth)


def _answered_call(booth: Booth, page: Any) -> Any:
    """A call in which somebody answered, with the telephones in sight."""
    sheet = class_of("ui.follow_up.call_sheet", "CallSheet")(page, booth.context, _clauses(booth))
    sheet.open_sheet()
    booth.settle(sheet.main.isEnabled)
    sheet.whom.reveal.button().click()
    sheet.form.set_values({"who": "self", "was_safe": "yes", "result": "breached"})
    return sheet


def _handwritten(booth: Booth, page: Any) -> Any:
    from services.documents.downtime import KitRequest

    downtime, actor = booth.services.downtime, booth.context.actor
    downtime.print_kit(actor, KitRequest(("invitation",)))
    waiting = downtime.waiting(actor)[0]
    return class_of("ui.settings.handwritten_sheet", "HandwrittenEntry")(page, booth.context, waiting)


SHEETS: tuple[View, ...] = (
    *(simple(module, kind, HEADS_CASE, _case_page) for module, kind in CASE_SHEETS),
    over(CASE, "OutcomeSheet", _settlement, name="case-settlement"),
    over(CASE, "ClauseSheet", _clause_sheet),
    simple("ui.outcomes.signature_sheets", "SignaturesSheet", CASE, _unsigned),
    simple("ui.outcomes.signature_sheets", "RefusalSheet", CASE, _unsigned),
    simple("ui.outcomes.agreement_sheets", "CourtSheet", CASE, _agreed),
    simple("ui.outcomes.agreement_sheets", "VoidAgreementSheet", CASE, _agreed),
    simple("ui.case.reply_sheet", "ReplySheet", CASE, _referred),
    over(WORKLIST, "ExtendSheet", _extend_sheet),
    simple("ui.case.party_sheets", "PartySheet", CASE, _case_page, _party),
    simple("ui.case.reason_sheets", "RemovePartySheet", CASE, _case_page, _party),
    simple("ui.sessions.session_view", "SessionView", CASE, _session),
    over(_settings("notes"), "GiveBackSheet", _give_back),
    over(_settings("downtime"), "HandwrittenEntry", _handwritten),
    over(CASE, "NoteSheet", _note_sheet),
    over(CASE, "CaseNoteSheet", _case_note_sheet),
    over(CASE, "CaseNoteView", _case_note_view),
    over(CASE, "SessionSheet", _correction),
    simple("ui.sessions.emergency_sheet", "EmergencySheet", HEADS_CASE, _emergency),
    simple("ui.scheduling.booking_sheet", "BookingSheet", CASE, lambda booth: booth.case.id),
    simple("ui.scheduling.attempt_sheet", "AttemptSheet", CASE, _invitee),
    simple("ui.scheduling.attempt_sheet", "ResultSheet", CASE, _attempt, _results),
    simple("ui.scheduling.appointment_sheet", "AppointmentSheet", APPOINTMENTS, _appointment),
    simple("ui.scheduling.cancel_sheet", "CancelSheet", APPOINTMENTS, _appointment),
    *WEEKS,
    over(
        APPOINTMENTS,
        "FindCaseSheet",
        lambda booth, page: class_of("ui.quick_entries.find_case_sheet", "FindCaseSheet")(
            page, booth.context, page.title()
        ),
    ),
    sheet_view("FilesSheet", STATISTICS, _open_figure),
    simple("ui.letters.letter_sheet", "LetterSheet", LETTERS, _letter),
    simple("ui.letters.entry_sheet", "EntrySheet", LETTERS),
    over(
        page_view("letters", "head", "letters-of-the-head"),
        "EntrySheet",
        lambda booth, page: class_of("ui.letters.entry_sheet", "EntrySheet")(page, booth.context),
    ),
    simple("ui.inquiries.inquiry_sheet", "InquirySheet", LETTERS, _asking_letter),
    simple("ui.letters.letter_sheets", "CorrectSheet", LETTERS, _letter_detail),
    simple("ui.letters.letter_sheets", "LinkSheet", LETTERS, _letter_detail),
    simple("ui.letters.letter_sheets", "AssignSheet", LETTERS, _letter_detail),
    simple("ui.letters.letter_sheets", "FinishSheet", LETTERS, _letter_order),
    simple("ui.letters.letter_sheets", "ScanSheet", LETTERS, _letter_detail),
    simple("ui.letters.void_scan_sheet", "VoidScanSheet", LETTERS, _letter_scan),
    simple("ui.letters.book_sheet", "BookSheet", LETTERS),
    simple("ui.people.person_sheet", "PersonSheet", PEOPLE),
    simple("ui.people.relation_sheet", "RelationSheet", PERSON, _person),
    simple("ui.people.contact_sheet", "ContactSheet", PERSON, lambda booth: booth.case.parties[0].person_id),
    over(
        page_view("person", "head", "person-of-the-head", lambda booth: booth.case.parties[0].person_id),
        "MergeSheet",
        _merge,
    ),
    simple("ui.closing.closing_sheet", "ClosingSheet", CASE, _concluded),
    simple("ui.follow_up.call_sheet", "CallSheet", FOLLOW_UPS, _call),
    sheet_view("CallSheet", FOLLOW_UPS, _answered_call, name="follow-ups-call-answered"),
    simple("ui.follow_up.put_off_sheets", "PutOffSheet", FOLLOW_UPS, _due),
    simple("ui.follow_up.put_off_sheets", "DropSheet", FOLLOW_UPS, _due),
    simple("ui.quick_entries.advice_sheet", "AdviceSheet", QUICK),
    simple("ui.settings.keys_sheet", "KeysSheet", QUICK),
    simple("ui.quick_entries.paper_sheet", "PaperSheet", QUICK),
    simple("ui.quick_entries.night_sheet", "NightSheet", QUICK, _night),
    simple("ui.start.left_drafts", "LeftDrafts", HOME, _drafts, _draft_files),
    simple("ui.start.missing_sheet", "MissingSheet", HOME),
    simple("ui.documents.open_runs", "OpenRuns", HOME, _open_runs),
    simple("ui.home.notice_sheet", "NoticeSheet", page_view("home", "head"), _notice),
    bare("ui.safety.not_done_sheet", "NotDoneSheet", SCREEN),
    bare("ui.safety.flag_sheets", "ReviewSheet", SAFETY, ""),
    bare("ui.safety.flag_sheets", "CloseSheet", SAFETY),
    over(
        SAFETY,
        "ReportSheet",
        lambda booth, page: class_of("ui.safety.flag_sheets", "ReportSheet")(page, booth.clock.now()),
    ),
    sheet_view("RaiseSheet", SAFETY, lambda _booth, page: page.flags.open_raise()),
    sheet_view("PolicySheet", SAFETY, lambda _booth, page: page.open_policy()),
    simple("ui.documents.void_sheet", "VoidSheet", PAPER, _paper),
    over(
        PAPER,
        "PrintSheet",
        lambda _booth, page: class_of("ui.documents.print_sheet", "PrintSheet")(page, page.title()),
    ),
    bare("ui.documents.spoilt_sheet", "SpoiltSheet", PAPER, (1, 2)),
    sheet_view("ManySheet", APPOINTMENTS, lambda _booth, page: page.invite.trigger(), name="print-invitations"),
    sheet_view("ManySheet", LETTERS, lambda booth, page: _many(booth, page).unprinted(), name="print-unprinted"),
    over(
        LETTERS,
        "ManyResultSheet",
        lambda booth, page: class_of("ui.documents.many_result_sheet", "ManyResultSheet")(page, _run_report(booth)),
        name="print-result",
    ),
    over(
        LETTER_TEXT,
        "VersionsSheet",
        lambda booth, page: class_of("ui.settings.versions_sheet", "VersionsSheet")(
            page, booth.services.letter_texts.get(booth.actor("head"), "invitation_letter")
        ),
    ),
    sheet_view("StaffSheet", _settings("staff"), _staff),
    over(
        _settings("holidays"),
        "ClosureSheet",
        lambda booth, page: class_of("ui.settings.holidays_section", "ClosureSheet")(
            page.section("holidays"), _choices(booth, "holiday_kind")
        ),
    ),
    over(
        _settings("books"),
        "LastNumberSheet",
        lambda _booth, page: class_of("ui.settings.books_section", "LastNumberSheet")(
            page.section("books"), page.title()
        ),
    ),
    over(
        _settings("rooms"),
        "ReasonSheet",
        lambda _booth, page: class_of("ui.settings.reason_sheet", "ReasonSheet")(
            page, "اتاق تازه", "", "ثبت", "نام اتاق"
        ),
    ),
)

ALL: tuple[View, ...] = (*START, *PAGES, *CALENDAR, *WORKING, *SHEETS, *HANDING)
