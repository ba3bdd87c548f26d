"""Checking a paper before anybody has signed in: `main.py --verify`, and the link on the sign-in page.

The code of a paper that this unit issued proves it; whether it was made void is known from the signed lists in the
folder. A short code alone is looked up in the unit's own book, for which somebody signs in.
"""

from collections.abc import Iterable
from pathlib import Path

from .checking import Judgement, Verdict, judge
from .known_keys import known_keys
from .pixels import GreyPicture, letters_in
from .revocations import known_lists


def check_text(folder: Path, text: str) -> Verdict:
    """What the code in a pasted text is worth."""
    keys = known_keys(folder)
    return judge(text, keys, known_lists(folder, keys))


def check_pictures(folder: Path, pictures: Iterable[GreyPicture], *, patient: bool = False) -> tuple[Verdict, ...]:
    """A verdict for each code in the pictures, one at least; the same code twice is one.

    `patient`: look longer, as `letters_in` does.
    """
    found = dict.fromkeys(
        letters for picture in pictures if (letters := letters_in(picture, patient=patient)) is not None
    )
    return tuple(check_text(folder, letters) for letters in found) or (Verdict(Judgement.NO_CODE),)
