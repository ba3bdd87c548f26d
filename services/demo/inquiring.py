"""Answers to inquiries of the made-up unit: written, and issued where the story says so."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from services.actor import Actor
from services.clock import local
from services.demo.play import Play, if_allowed
from services.documents.shapes import PaperKind, PaperRequest
from services.inquiries import InquiryDraft, InquiryPerson, InquiryVisit
from services.letters import LetterRow


def write_inquiry(play: Play, worker: Actor, letter: LetterRow, row: Mapping[str, Any]) -> None:
    """As the row of the letter says; nobody's real code is in it."""
    services = play.services
    day = local(letter.registered_at).date()
    draft = InquiryDraft(
        letter.id,
        row["mission"],
        letter.correspondent,
        tuple(InquiryPerson(name, part, father, play.stock.national_code()) for part, name, father in row["people"]),
        tuple(InquiryVisit(who, place, day) for who, place in row["visits"]),
        tuple(row["findings"].items()),
        row.get("opinion", ""),
    )
    written = services.inquiries.write(worker, draft).value
    if not row.get("is_answered"):
        return
    request = PaperRequest(None, PaperKind.LOCAL_INQUIRY_REPORT, inquiry_id=written.id)
    asked = services.documents.missing(worker, request)
    values = tuple((field.name, field.proposal) for field in asked if field.proposal)
    if_allowed(lambda: services.documents.issue(worker, replace(request, values=values)))
