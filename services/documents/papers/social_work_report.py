"""The report of social work to a court (domain.md §3.4): ten sections, facts apart from opinion, confidential."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import (
    Block,
    KeyValues,
    Letterhead,
    Paper,
    Paragraph,
    SignatureBox,
    SignatureRow,
    Table,
    Title,
    Tone,
)
from ..templates import LetterText, fill
from .answering import answering_fields
from .issue import Issue, Signer, framed, heading, sign_off
from .parties import Party
from .passage import passage

LETTER = "social_work_report"
CLOSING = "social_work_report_closing"


@dataclass(frozen=True, slots=True)
class Member:
    """A row of the table of the sides: what the file says of the person, "" where it says nothing."""

    part: str
    name: str
    relation: str = ""
    age: str = ""
    education: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The matter as one side tells it, in reported speech."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class SocialWorkReportContent:
    """Texts are as they were typed, a line a paragraph; an empty one prints that nothing was found out.

    `facts` are labels with values. `worker` and `head` sign beside each other, `signer` signs for the station.
    `referral_id` names the referral in the file and is printed nowhere.
    """

    issue: Issue
    addressee: str
    sender: str
    parties: tuple[Party, ...]
    facts: tuple[tuple[str, str], ...]
    members: tuple[Member, ...]
    accounts: tuple[Account, ...]
    worker: Signer
    head: Signer
    signer: Signer
    question: str = ""
    sources: str = ""
    household: str = ""
    observed: str = ""
    means: str = ""
    risk: str = ""
    done: str = ""
    opinion: str = ""
    limits: str = ""
    their_number: str = ""
    their_date: str = ""
    referred_on: str = ""
    no_joint: bool = False
    referral_id: str = ""


def compose(
    content: SocialWorkReportContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields = answering_fields(content, letterhead) | {
        "no_joint": content.no_joint,
    }
    blocks: list[Block] = [
        Title(letter.title),
        *heading(letterhead, content.sender, content.addressee, letter.subject),
        *fill(letter.body, fields),
        *_sections(content),
        *fill(closing.body, fields),
        SignatureRow((_box("worker", content.worker), _box("head", content.head))),
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _sections(content: SocialWorkReportContent) -> list[Block]:
    bodies: dict[str, list[Block]] = {
        "case": [KeyValues(content.facts), *_asked(content.question)],
        "sources": passage(content.sources),
        "family": [*_members(content.members), *passage(content.household)],
        "accounts": _accounts(content.accounts),
        "observed": passage(content.observed),
        "means": passage(content.means),
        "risk": passage(content.risk),
        "done": passage(content.done),
        "opinion": passage(content.opinion),
        "limits": passage(content.limits),
    }
    blocks: list[Block] = []
    for number, (name, body) in enumerate(bodies.items(), start=1):
        heading = say(f"documents.report.{name}")
        blocks.append(
            Title(say("documents.report.heading", number=to_persian(str(number)), heading=heading), level=2)
        )
        blocks += body or [Paragraph(say("documents.report.nothing"))]
    return blocks


def _asked(question: str) -> list[Block]:
    label = Paragraph(say("documents.report.question"), tone=Tone.STRONG, keep_with_next=True)
    return [label, *(passage(question) or [Paragraph(say("documents.report.nothing"))])]


def _members(members: tuple[Member, ...]) -> list[Block]:
    """A column of which the file knows nothing is left out."""
    weights = {"part": 1.1, "name": 2.2, "relation": 1.2, "age": 0.8, "education": 1.2, "job": 1.2}
    columns = [name for name in weights if any(getattr(one, name) for one in members)]
    if not columns:
        return []
    head = tuple(say(f"documents.report.{name}") for name in columns)
    rows = tuple(tuple(getattr(one, name) for name in columns) for one in members)
    return [Table(head, rows, tuple(weights[name] for name in columns), strong_column=1)]


def _accounts(accounts: tuple[Account, ...]) -> list[Block]:
    blocks: list[Block] = []
    for one in accounts:
        name = Paragraph(say("documents.report.told_by", name=one.name), tone=Tone.STRONG, keep_with_next=True)
        blocks += [name, *(passage(one.text) or [Paragraph(say("documents.report.nothing"))])]
    return blocks


def _box(part: str, signer: Signer) -> SignatureBox:
    return SignatureBox(signer.post or say(f"documents.report.{part}"), signer.name)
