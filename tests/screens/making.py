"""How a line of the views is made: a page, a sheet over a page, a sheet that its page would make."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from tests.screens.booth import Booth
from tests.screens.view import Open, View


def page_view(key: str, who: str = "counsellor", name: str = "", argument: Open | None = None) -> View:
    """A page of that key, with what `argument` finds in the precinct."""

    def show(booth: Booth) -> Any:
        return booth.go(key, argument(booth) if argument is not None else None)

    return View(name or key.replace("_", "-"), key, who, show)


def sheet_view(sheet: str, view: View, act: Callable[[Booth, Any], Any], who: str = "", name: str = "") -> View:
    """What `act` opens over the page of another view; `sheet` is the class that then lies on top."""

    def show(booth: Booth) -> Any:
        act(booth, view.open(booth))
        booth.settle(lambda: type(booth.sheet).__name__ == sheet)
        return booth.sheet

    return View(name or f"{view.name}-{_dashed(sheet)}", view.page, who or view.who, show, sheet)


def over(view: View, kind: str, make: Callable[[Booth, Any], Any], who: str = "", name: str = "") -> View:
    """A sheet made as its page makes it, over that page."""
    return sheet_view(kind, view, lambda booth, page: make(booth, page).open_sheet(), who, name)


def class_of(module: str, kind: str) -> Any:
    """A class of `ui`, imported with the first picture of it."""
    return getattr(import_module(module), kind)


def simple(module: str, kind: str, view: View, *arguments: Callable[[Booth], Any], name: str = "") -> View:
    """A sheet that is made of the page, the context and these arguments."""

    def make(booth: Booth, page: Any) -> Any:
        return class_of(module, kind)(page, booth.context, *(argument(booth) for argument in arguments))

    return over(view, kind, make, name=name)


def bare(module: str, kind: str, view: View, *arguments: Any) -> View:
    """A sheet that needs no context."""
    return over(view, kind, lambda _booth, page: class_of(module, kind)(page, *arguments))


def _dashed(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).strip("-")
