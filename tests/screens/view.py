"""What a picture is of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.screens.booth import Booth

Open = Callable[[Booth], Any]


@dataclass(frozen=True, slots=True)
class View:
    """`page` is a key of `ui.pages`, "" for what stands before the sign-in. `sheet`: the class that lies over it."""

    name: str
    page: str
    who: str
    open: Open
    sheet: str = ""
