"""The forms of the kit in their order (P-24), and the sheet of each."""

from dataclasses import dataclass

from services.catalogue import say
from services.codes import CodeReader
from services.documents.blocks import Letterhead, Paper
from services.documents.downtime.shapes import KitForm
from services.documents.papers import downtime_form, informed_consent
from services.documents.papers.downtime_form import DowntimeFormContent, undated
from services.documents.papers.informed_consent import InformedConsentContent
from services.documents.papers.issue import Identity, Issue
from services.documents.templates import LetterText, letter_text
from services.safety.form import room_checks, sections

_ANYBODY = frozenset({"all", "partner", "female_partner", "has_children"})
_FINGER = True


@dataclass(frozen=True, slots=True)
class Blank:
    """`document` is the paper's id in the letter kinds, "" for one that stands in no book."""

    code: str
    document: str = ""
    signs: tuple[tuple[str, bool], ...] = ()
    is_confidential: bool = False

    @property
    def letter(self) -> str:
        """The name of its letter text."""
        return informed_consent.LETTER if self.code == CONSENT else f"downtime_{self.code}"

    def kind(self, codes: CodeReader) -> str:
        """The code of the letters that it is entered as, "" where no book has such."""
        return codes.first("letter_kind", "document", self.document) if self.document else ""


CONSENT, SCREEN = "consent", "screen"
_WITNESSES = (("witness_1", not _FINGER), ("witness_2", not _FINGER))
_SIDES = (("side", _FINGER), ("other_side", _FINGER))
_COUNSELLOR = ("counsellor", not _FINGER)
BLANKS = (
    Blank("intake", signs=(("client", not _FINGER), _COUNSELLOR)),
    Blank(CONSENT),
    Blank("invitation", "D04", signs=(("head", not _FINGER),)),
    Blank("settlement", "D08", signs=(*_SIDES, *_WITNESSES, _COUNSELLOR, ("commander", not _FINGER))),
    Blank("non_settlement", "D09", signs=(*_SIDES, *_WITNESSES, _COUNSELLOR)),
    Blank("undertaking", "D10", signs=(("promisor", _FINGER), *_WITNESSES, _COUNSELLOR)),
    Blank("child_report", "D15", signs=(("head", not _FINGER), ("commander", not _FINGER)), is_confidential=True),
    Blank("follow_up", signs=(_COUNSELLOR,)),
    Blank(SCREEN, signs=(_COUNSELLOR,), is_confidential=True),
    Blank("night", signs=(("officer", not _FINGER),)),
)


def blank_of(code: str) -> Blank | None:
    return next((one for one in BLANKS if one.code == code), None)


def kit_forms(codes: CodeReader) -> tuple[KitForm, ...]:
    """All forms by their titles."""
    return tuple(KitForm(one.code, letter_text(one.letter).title, bool(one.kind(codes))) for one in BLANKS)


def sheet_of(blank: Blank, issue: Issue, letterhead: Letterhead, text: LetterText) -> Paper:
    """The blank sheet; the consent is the paper itself with nobody's name, the screen the unit's own questions."""
    if blank.code == CONSENT:
        return undated(informed_consent.compose(_nobody(issue), letterhead, text))
    content = DowntimeFormContent(issue, blank.signs)
    if blank.code == SCREEN:
        asked = sections(is_full=True, audiences=_ANYBODY)
        content = DowntimeFormContent(
            issue,
            blank.signs,
            tuple(check.text for check in room_checks()),
            tuple(question.text for section in asked for question in section.questions),
        )
    return downtime_form.compose(content, letterhead, text)


def _nobody(issue: Issue) -> InformedConsentContent:
    return InformedConsentContent(issue, Identity(say("downtime.name_blank")), "")
