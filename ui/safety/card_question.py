"""First ask whether the card of numbers is safe to carry: found in a bag it can do harm (P-2)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.ask import Action, ask


def ask_for_card(window: QWidget) -> bool:
    """Whether the person said that carrying it is safe."""
    title = QCoreApplication.translate("CardQuestion", "Card of numbers")
    sentence = QCoreApplication.translate("CardQuestion", "Is it safe for you to carry this card?")
    actions = (
        Action("no", QCoreApplication.translate("CardQuestion", "Not safe; no card")),
        Action("yes", QCoreApplication.translate("CardQuestion", "Safe; show the card"), "primary"),
    )
    return ask(window, title, sentence, actions) == "yes"
