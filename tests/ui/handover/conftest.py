from tests.ui.case.conftest import keyboard, office
from tests.ui.scheduling.office import Office

__all__ = ["Office", "keyboard", "office"]
