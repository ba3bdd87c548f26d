"""What every page is given: the services, who acts, the lanes, and where to go next.

Nothing here loads a service: the window of the sign-in page stands before the database code is imported.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from services.actor import Actor, Right
    from services.container import Services
    from services.vault.pin import PinLock
    from ui.runtime.change_bus import ChangeBus
    from ui.runtime.errors import Form
    from ui.runtime.lanes import Lanes


class Errors(Protocol):
    """Presents what went wrong: a sentence for an `AppError`, a calm report for anything else."""

    def present(self, error: BaseException, form: "Form | None" = None) -> None: ...
    def into(self, form: "Form") -> Callable[[Exception], None]: ...


class Toasts(Protocol):
    """Short words at the edge of the window, with an undo where there is one."""

    def show(self, text: str, undo: Callable[[], None] | None = None) -> None: ...


class Navigator(Protocol):
    """Shows pages in the main window."""

    def __call__(self, page_key: str, argument: Any = None) -> None: ...


def _not_here(*_of: "Path") -> None:
    raise RuntimeError("only the program can take its own file away")


@dataclass(slots=True)
class AppContext:
    """One signed-in colleague at one window. A page keeps it as `self.context`.

    `navigate(page_key, argument)` opens a page of `ui/pages.py`; `argument` is what that page takes (an id).
    """

    services: "Services"
    actor: "Actor"
    lanes: "Lanes"
    bus: "ChangeBus"
    errors: Errors
    toasts: Toasts
    navigate: Navigator
    is_practice: bool = False
    restore_over: "Callable[[Path], None]" = _not_here
    """Bring a backup back over the open data: signs out first. The settings page asks before."""
    renew_keys: "Callable[[], None]" = _not_here
    """Encrypt the data with new keys: signs out first. The settings page asks for the reason before."""
    pins: "Mapping[UUID, PinLock]" = field(default_factory=dict)
    """Who may sign in by the PIN of the shift at this seat, as it stands now (P-28)."""

    def today(self) -> date:
        """The local day of the program's clock."""
        from services.clock import today

        return today(self.services.uow.clock)

    def may(self, right: "Right") -> bool:
        return self.actor.may(right)
