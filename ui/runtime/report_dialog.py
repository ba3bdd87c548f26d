"""The calm dialog after a bug: the data are whole, this is where the report lies."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.ask import Action, ask


def show_report(parent: QWidget | None, report: Path | None) -> None:
    """Says what happened without blaming anybody, and lets the path be copied."""
    title = QCoreApplication.translate("ReportDialog", "Something unexpected happened")
    sentence = QCoreApplication.translate(
        "ReportDialog",
        "Your stored data are intact, and what you typed is in the draft. You can go on working. "
        "A report without any personal data helps to mend the fault.",
    )
    go_on = Action("on", QCoreApplication.translate("ReportDialog", "Go on"), "primary")
    if report is None:
        ask(parent, title, sentence, (go_on,))
        return
    # the path keeps its order inside the sentence, and takes a line of its own
    where = QCoreApplication.translate("ReportDialog", "The report lies here:")
    copy = Action("copy", QCoreApplication.translate("ReportDialog", "Copy the place"))
    words = f"{sentence}\n\n{where}\n\u2066{report}\u2069"
    if ask(parent, title, words, (copy, go_on)) == "copy":
        QGuiApplication.clipboard().setText(str(report))
