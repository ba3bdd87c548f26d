"""The urgent report of a child at risk (D15): the hour of knowledge from the file, everything else as it is typed.

What a danger page or a screen holds is not read here: a report says what somebody decides to say (R-14, P-14).
"""

from dataclasses import replace
from datetime import date, datetime

from models.person import Person
from services.actor import Right
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.deeds import lines_of
from services.documents.gathering.gathered import Asked, Gathered, asked, dots, read_day
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.sent_on import about_person, urgency_of
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.child_at_risk_report import ChildAtRiskReportContent
from services.documents.papers.issue import Issue
from services.documents.papers.outward import Items, Outward
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import sender_of, signatories
from services.persian.digits import to_persian_text
from services.persian.jalali import format_long, format_time
from services.safety.adults import open_flags
from services.unit_of_work import Tx

DOCUMENT = "D15"
GROUNDS = ("ground_1", "ground_2")


def gather_child_report(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """A child who is no party of the file is named as typed."""
    person = subject.person
    commander, signer_fields = commanding(tx, codes, request)
    heads = signatories(tx, codes)
    known, known_fields = _known(tx, codes, subject, request)
    proposed = say("documents.proposal.report_to")
    receivers = lines_of(request.value("report_to")) or lines_of(proposed)
    name, about, who_fields = _child(codes, person, request)
    missing = [
        asked("report_to", FieldKind.LINES, required=True, proposal=proposed),
        *known_fields,
        *who_fields,
        *(asked(name, FieldKind.CHOICE, choices=_grounds(codes)) for name in GROUNDS),
        asked("suspect", required=True),
        asked("seen", FieldKind.LINES),
        asked("heard", FieldKind.LINES, required=not request.value("seen")),
        asked("whereabouts", required=True),
        asked("injuries_seen", FieldKind.LINES, required=True),
        asked("actions", FieldKind.LINES, required=True),
        *signer_fields,
    ]
    urgency = urgency_of(codes, DOCUMENT)
    content = ChildAtRiskReportContent(
        issue=replace(issue, is_confidential=True, urgency=codes.label("urgency", urgency)),
        outward=Outward(say("documents.list_and").join(receivers), sender_of(tx), name, about),
        known=known,
        issued=_moment(local(tx.now)),
        suspect=dots(request.value("suspect")),
        seen=lines_of(request.value("seen")),
        heard=tuple(line.strip('«»"“”') for line in lines_of(request.value("heard"))),
        whereabouts=dots(request.value("whereabouts")),
        injuries=dots(request.value("injuries_seen")),
        actions=lines_of(request.value("actions")),
        commander=commander,
        head=heads[0].signer if heads else None,
        grounds=_chosen(codes, request),
    )
    return Gathered(
        content,
        tuple(missing),
        DOCUMENT,
        content.outward.addressee,
        originals=len(receivers) + 1,
        people=(Asked(person),) if person is not None else (),
        urgency=urgency,
    )


def _grounds(codes: CodeReader) -> list[tuple[str, str]]:
    """The pick-list of domain.md §5.4; nothing is proposed: it is the worker's judgement."""
    return [(code.code, code.label) for code in codes.codes.all(codes.actor, "child_risk_ground")]


def _chosen(codes: CodeReader, request: PaperRequest) -> tuple[str, ...]:
    picked = dict.fromkeys(code for name in GROUNDS if (code := request.value(name)))
    return tuple(codes.label("child_risk_ground", code) for code in picked)


def _known(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest) -> tuple[str, list[MissingField]]:
    """The hour of knowledge (P-10): the earliest of the marks whose clock runs, otherwise asked."""
    flags = open_flags(tx, [subject.case.id]).get(subject.case.id, [])
    clocks = [
        flag.known_at
        for flag in flags
        if codes.does("risk_flag_kind", flag.kind, "child_clock")
        and (subject.person is None or flag.person_id == subject.person.id or len(flags) == 1)
    ]
    if clocks and tx.actor.may(Right.SAFETY_READ):
        return _moment(local(min(clocks))), []
    day = read_day(request.value("known_on"))
    hour = dots(to_persian_text(request.value("known_hour")))
    fields = [
        asked("known_on", FieldKind.DATE, required=True, proposal=tx.today.isoformat()),
        asked("known_hour", required=True),
    ]
    return say("documents.moment", day=format_long(day) if day else dots(""), hour=hour), fields


def _child(codes: CodeReader, person: Person | None, request: PaperRequest) -> tuple[str, Items, list[MissingField]]:
    if person is not None:
        identity = identity_of(person, request)
        fields = identity_fields(codes, person)
        if not person.birth_on:
            fields.append(asked("birth"))
        return identity.full_name, about_person(codes, person, request), fields
    name, age = dots(request.value("child_name")), request.value("child_age")
    about = ((say("documents.intake.name"), name), (say("documents.child.age"), to_persian_text(age)))
    return name, about, [asked("child_name", required=True), asked("child_age", required=True)]


def _moment(at: datetime) -> str:
    day: date = at.date()
    return say("documents.moment", day=format_long(day), hour=format_time(at.time()))
