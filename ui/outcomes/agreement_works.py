"""What can be done with the agreement on the page of a file: each sheet, and what follows a breach (P-31)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.agreements import AgreementDetail, ClauseRow
from services.overview import CasePage
from ui.context import AppContext
from ui.outcomes.agreement_sheets import CourtSheet, VoidAgreementSheet
from ui.outcomes.clause_sheet import ClauseSheet
from ui.outcomes.signature_sheets import RefusalSheet, SignaturesSheet
from ui.widgets.sheet import Sheet


class AgreementWorks(QObject):
    """`page` gives what the page shows now. `breached`: a clause was broken, and something follows."""

    breached = Signal()

    def __init__(self, window: QWidget, context: AppContext, page: Callable[[], CasePage | None]) -> None:
        super().__init__(window)
        self._window, self._context, self._page = window, context, page

    def do(self, key: str) -> None:
        """ "signers", "refusal", "court" or "void"; nothing where there is no agreement."""
        page = self._page()
        if page is None or page.agreement is None:
            return
        kinds: dict[str, Callable[[QWidget, AppContext, CasePage], Sheet]] = {
            "signers": SignaturesSheet,
            "refusal": RefusalSheet,
            "court": CourtSheet,
            "void": VoidAgreementSheet,
        }
        kinds[key](self._window, self._context, page).open_sheet()

    def open_clause(self, clause_id: UUID) -> None:
        """The sheet in which one says what became of the clause."""
        page = self._page()
        if page is None or page.agreement is None:
            return
        sheet = ClauseSheet(self._window, self._context, page, clause_id)
        sheet.breached.connect(self.breached)
        sheet.open_sheet()

    def keep(self, clause: ClauseRow) -> None:
        """One key: kept, as its beneficiary says (P-18); undone by another."""
        agreements, actor = self._context.services.agreements, self._context.actor
        said = self.tr("Clause kept, as the beneficiary says.")
        self._context.lanes.write(
            self,
            lambda: agreements.settle_clause(actor, clause.id, clause.version),
            lambda value: self._context.toasts.show(said, lambda: self._take_back(value, clause.id)),
            self._context.errors.present,
        )

    def breach(self, clause: ClauseRow) -> None:
        """One key: broken, as its beneficiary says; what follows is offered."""
        agreements, actor = self._context.services.agreements, self._context.actor
        said = self.tr("Clause broken, as the beneficiary says.")

        def done(value: AgreementDetail) -> None:
            self._context.toasts.show(said, lambda: self._take_back(value, clause.id))
            self.breached.emit()

        self._context.lanes.write(
            self,
            lambda: agreements.breach_clause(actor, clause.id, clause.version),
            done,
            self._context.errors.present,
        )

    def _take_back(self, marked: AgreementDetail, clause_id: UUID) -> None:
        agreements, actor = self._context.services.agreements, self._context.actor
        clause = next(row for row in marked.clauses if row.id == clause_id)
        self._context.lanes.write(
            self,
            lambda: agreements.unmark_clause(actor, clause.id, clause.version),
            lambda _value: None,
            self._context.errors.present,
        )
