"""A made-up unit and made-up people."""

from datetime import date

from services.documents.blocks import Letterhead, Paper
from services.documents.composing import Composition, Content, compose, letters_of
from services.documents.papers.issue import Identity, Issue, Signer
from services.documents.templates import letter_text

LETTERHEAD = Letterhead(
    ("جمهوری اسلامی ایران", "فرماندهی انتظامی استان نمونه", "کلانتری ۱۲ شهرستان نمونه"),
    "دایره مشاوره و مددکاری اجتماعی",
)
DAY = date(2026, 10, 26)
ISSUE = Issue(DAY, "1112/4/19", case_no="1112-1405-0037")
CLIENT = Identity("مریم محمدی", "حسن", "0002185679")
SIGNER = Signer("سرگرد ناصر نوری", "مسئول دایره مشاوره و مددکاری اجتماعی", "افسر نگهبان کلانتری ۱۲")


def composed(content: Content, letterhead: Letterhead = LETTERHEAD) -> Paper:
    """The paper with the texts of the program."""
    return compose(Composition(content, letterhead, tuple(letter_text(name) for name in letters_of(content))))
