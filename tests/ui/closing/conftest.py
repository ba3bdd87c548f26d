from tests.ui.case.conftest import keyboard, office, open_case

__all__ = ["keyboard", "office", "open_case"]
