"""What each guardian of a child answered: dots until it is wanted, for one of them may be in the room (P-4, P-14)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.clock import local
from services.persian.jalali import format_date
from services.safety import ConsentDecision, GuardianRow
from ui.safety.reveal import DOTS, Reveal
from ui.widgets.labels import Words

_COMMA = "\u060c "


class GuardiansNote(QWidget):
    """A line each: those who answered, then who was not asked yet, and whether their word is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GuardianRow, ...] = ()
        self._needs_order = False
        self.reveal = Reveal()
        self.words = Words(DOTS, "quiet", wrap=True)
        top = QHBoxLayout()
        top.addWidget(Words(self.tr("What the guardians answered"), "strong"))
        top.addStretch(1)
        top.addWidget(self.reveal)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(top)
        box.addWidget(self.words)
        self.reveal.changed.connect(self._show)

    def set_rows(self, rows: Sequence[GuardianRow], *, needs_order: bool) -> None:
        self._rows, self._needs_order = tuple(rows), needs_order
        self._show()

    def _show(self) -> None:
        self.words.setText("\n".join(self._lines()) if self.reveal.is_shown() else DOTS)

    def _lines(self) -> list[str]:
        lines = [self._line(row) for row in self._rows]
        if self._needs_order:
            lines.append(
                self.tr(
                    "As it stands, their word does not carry a session with this child: both agree, or write the "
                    "judge's order, or ask the head for a written reason. What is urgent never waits."
                )
            )
        return lines

    def _line(self, row: GuardianRow) -> str:
        custody = ""
        if row.has_custody is not None:
            custody = self.tr("has the custody") if row.has_custody else self.tr("without the custody")
        who = [row.name or row.basis or self.tr("a guardian"), row.kind, custody]
        return self.tr("{who}: {answer}").format(who=_COMMA.join(filter(None, who)), answer=self._answer(row))

    def _answer(self, row: GuardianRow) -> str:
        if row.decision is None or row.decided_at is None:
            return self.tr("not asked yet")
        said = {
            ConsentDecision.GIVEN: self.tr("agreed"),
            ConsentDecision.REFUSED: self.tr("did not agree"),
            ConsentDecision.WITHDRAWN: self.tr("took it back"),
        }[row.decision]
        parts = [said, format_date(local(row.decided_at).date()), row.basis if row.name else ""]
        return _COMMA.join(filter(None, parts))
