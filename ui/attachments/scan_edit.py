"""The choice of a file to keep: read at once, so that a stick may be pulled out before the rest is typed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.attachments import media_type_of
from services.persian.digits import format_number, to_persian
from services.persian.text import isolate_ltr
from ui.documents.pdf_pages import Fault, fault_of
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.file_dialog import ask_for_existing_file
from ui.widgets.labels import Words

_KILOBYTE = 1024
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.Drop)


class ScanEdit(QWidget):
    """Value: the bytes of the file, b"" without one. Of a file longer than `most` only one byte more is read."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = 0
        self._content, self._problem = b"", ""
        self.button = QuietButton(self.tr("Choose the file"), "paperclip")
        self._chosen = Words("", "quiet", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        line.addWidget(self.button)
        line.addWidget(self._chosen, 1)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._ask)

    def take_drops_on(self, widget: QWidget) -> None:
        """A file that is dropped anywhere on `widget` is the chosen one, while one can be chosen."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.type() not in _DROPS or not self.isVisible() or not self.most:
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(files[0])
        return bool(files)

    def take(self, path: Path) -> None:
        """Read the file that was chosen."""
        try:
            with path.open("rb") as file:
                content = file.read(self.most + 1)
        except OSError:
            self._show(b"", "")
            self.set_problem(self.tr("This file can't be read; choose it again."))
            return
        problem = self._problem_of(content)
        if problem:
            self._show(b"", "")
            self.set_problem(problem)
            return
        size = format_number(max(1, len(content) // _KILOBYTE))
        said = self.tr("{name} · {size} kilobytes")
        self._show(content, said.format(name=isolate_ltr(to_persian(path.name)), size=size))

    def _problem_of(self, content: bytes) -> str:
        """What stands against keeping it, said while the file is still at hand."""
        if not content:
            return self.tr("This file is empty; scan the sheet again.")
        if not media_type_of(content):
            return self.tr("Only a PDF or a picture (JPEG, PNG) is kept; scan the sheet again.")
        if len(content) > self.most:
            most = to_persian(self.most // _KILOBYTE**2)
            return self.tr("The file is larger than {most} megabytes; scan it in less detail.").format(most=most)
        return {
            None: "",
            Fault.LOCKED: self.tr(
                "This PDF is locked by a password, and nobody could look at it; scan it without one."
            ),
            Fault.BROKEN: self.tr("This file is damaged, and nobody could look at it; scan the sheet again."),
        }[fault_of(content)]

    def words(self) -> str:
        """What it says of the file beside its button."""
        return self._chosen.text()

    def value(self) -> bytes:
        return self._content

    def set_value(self, value: bytes) -> None:
        self._show(value, "")

    def problem(self) -> str:
        return self._problem

    def set_problem(self, sentence: str) -> None:
        self._problem = sentence
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        """The sentence under the button says it."""

    def check(self) -> bool:
        return not self._problem

    def _ask(self) -> None:
        kinds = self.tr("Scans") + " (*.pdf *.jpg *.jpeg *.png)"
        path = ask_for_existing_file(self.window(), self.tr("Choose the file"), kinds)
        if path is not None:
            self.take(path)

    def _show(self, content: bytes, words: str) -> None:
        self._content = content
        self._chosen.setText(words)
        self.set_problem("")
        self.changed.emit()
