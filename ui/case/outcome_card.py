"""How the file ended, apart from where it stands (R-9, P-30), and the agreement on which that rests (P-31)."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.agreements import AgreementDetail, AgreementState, ClauseRow, ClauseState, SignatureState, SignerRole
from services.outcomes import OutcomeRow
from services.persian.digits import format_number, to_persian
from services.persian.jalali import format_date, format_long
from ui.case.facts import Facts
from ui.outcomes.words import agreement_words, state_tone, state_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Chip, Words
from ui.widgets.multi_choice import Flow
from ui.widgets.notices import Notice
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_COMMA, _DOT = "\u060c ", " · "


class OutcomeCard(Card):
    """Hidden while there is neither outcome nor agreement. `signatures_seen`, `edit_wanted`: its buttons.

    `wanted` carries a work of `AgreementWorks.do`; `clause_opened` a clause's id; `kept` and `breached` the
    `ClauseRow` that stands current.
    """

    signatures_seen = Signal()
    edit_wanted = Signal()
    wanted = Signal(str)
    clause_opened = Signal(object)
    kept = Signal(object)
    breached = Signal(object)

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Outcome"))
        self._may_write = may_write
        self._agreement: AgreementDetail | None = None
        self._edit = self._link(self.tr("Change"), "pencil-outline", self.edit_wanted.emit)
        self.header.addWidget(self._edit)
        self._edit.setVisible(may_write)
        self._chip = Chip("", "accent")
        self._words = Words("", "", wrap=True)
        self._facts = Facts()
        self._refused = Notice("", "attention", "draw-pen")
        self._judicial = Notice("", "attention", "gavel")
        self._judicial.set_sentence(self.tr("Goes to the judiciary: it is not closed here."))
        self._seen = QuietButton(self.tr("All signatures were seen"), "draw-pen")
        self._seen.clicked.connect(self.signatures_seen)
        self._kind = Words("", "strong")
        self._about = Facts()
        self.clauses = RowList(fits=True, dense=True)
        self.clauses.setAccessibleName(self.tr("Clauses"))
        self.clauses.opened.connect(self.clause_opened)
        self._marks, self._works = QWidget(), QWidget()
        self._make_links()
        self._lay_out()
        self.hide()

    def _make_links(self) -> None:
        self.kept_link = self._link(self.tr("The clause was kept"), "check", partial(self._mark, "kept"))
        self.breached_link = self._link(
            self.tr("The clause was broken"), "alert-outline", partial(self._mark, "breached")
        )
        self._links = {
            "signers": self._link(self.tr("Signatures one by one"), "draw-pen", partial(self.wanted.emit, "signers")),
            "refusal": self._link(self.tr("Would not sign"), "close", partial(self.wanted.emit, "refusal")),
            "court": self._link(self.tr("A court confirmed it"), "gavel", partial(self.wanted.emit, "court")),
            "void": self._link(self.tr("Declare void"), "file-cancel-outline", partial(self.wanted.emit, "void")),
        }

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._chip)
        line.addStretch(1)
        self.add(line)
        marks, works = Flow(self._marks), Flow(self._works)
        for link in (self.kept_link, self.breached_link):
            marks.addWidget(link)
        for link in self._links.values():
            works.addWidget(link)
        parts = (
            self._words, self._facts, self._refused, self._judicial, self._seen, self._kind, self._about,
            self.clauses, self._marks, self._works,
        )  # fmt: skip
        for part in parts:
            self.add(part)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_outcome(
        self,
        outcome: OutcomeRow | None,
        agreement: AgreementDetail | None,
        *,
        may_change: bool,
        offers_signatures: bool,
    ) -> None:
        """`offers_signatures`: the page's own button does not offer it already."""
        self._agreement = agreement
        self.setVisible(outcome is not None or agreement is not None)
        self._show_agreement(agreement)
        for part in (self._chip, self._words, self._facts, self._judicial, self._seen, self._refused):
            part.setVisible(outcome is not None)
        self._edit.setVisible(self._may_write and may_change and outcome is not None)
        if outcome is None:
            return
        waits = outcome.is_awaiting_signatures
        self._chip.set(outcome.label, "attention" if waits or outcome.is_conditional else "accent")
        self._words.setText(outcome.summary)
        self._words.setVisible(bool(outcome.summary))
        seen = format_long(outcome.signatures_seen_on) if outcome.signatures_seen_on else ""
        signatures = self.tr("waiting for them") if waits else seen
        self._facts.set_facts(
            [
                (self.tr("Day"), format_long(outcome.decided_on)),
                (self.tr("Signatures"), signatures),
                (self.tr("By"), outcome.staff_name),
            ]
        )
        self._refused.set_sentence(" ".join(self._refusals(outcome)))
        self._refused.setVisible(bool(outcome.refused_by))
        self._judicial.setVisible(outcome.needs_judicial)
        self._seen.setVisible(waits and self._may_write and offers_signatures)

    def _refusals(self, outcome: OutcomeRow) -> list[str]:
        told = self.tr("{name} would not sign on {day}; witnesses: {witnesses}.")
        return [
            told.format(
                name=one.name, day=format_date(one.on), witnesses=_COMMA.join(each.name for each in one.witnesses)
            )
            for one in outcome.refused_by
        ]

    def _show_agreement(self, agreement: AgreementDetail | None) -> None:
        for part in (self._kind, self._about, self.clauses, self._marks, self._works):
            part.setVisible(agreement is not None)
        if agreement is None:
            self.clauses.set_rows(())
            return
        is_signed = agreement.state is AgreementState.SIGNED
        self._kind.setText(agreement_words(agreement))
        self._about.set_facts(self._agreement_facts(agreement))
        self.clauses.set_rows([self._row(row) for row in agreement.clauses])
        self.clauses.setVisible(bool(agreement.clauses))
        self._marks.setVisible(is_signed and self._may_write and bool(agreement.clauses))
        self._works.setVisible(self._may_write)
        for key, link in self._links.items():
            link.setVisible(self._may_write and (key == "void" or is_signed == (key == "court")))
        for holder in (self._marks, self._works):
            holder.updateGeometry()

    def _agreement_facts(self, agreement: AgreementDetail) -> list[tuple[str, str]]:
        waiting = [
            one.name
            for one in agreement.signers
            if one.role is SignerRole.PARTY and one.state is not SignatureState.SEEN
        ]
        witnesses = [one.name for one in agreement.signers if one.role is SignerRole.WITNESS]
        court = _DOT.join(part for part in (agreement.court_body, to_persian(agreement.court_number)) if part)
        return [
            (self.tr("Still to sign"), _COMMA.join(waiting)),
            (self.tr("Witnesses"), _COMMA.join(witnesses)),
            (self.tr("Stays open"), agreement.open_points),
            (self.tr("Copies"), to_persian(agreement.copies)),
            (self.tr("Confirmed by"), court),
        ]

    def _row(self, clause: ClauseRow) -> Row:
        until = self.tr("until {day}").format(day=format_date(clause.due_on)) if clause.due_on else ""
        rial = self.tr("{amount} rial").format(amount=format_number(clause.amount)) if clause.amount else ""
        if clause.instalments > 1:
            rial = self.tr("{count} instalments of {amount}").format(
                count=to_persian(clause.instalments), amount=rial
            )
        quiet = _DOT.join(part for part in (clause.debtor_name, rial, until) if part)
        return Row(
            clause.id,
            f"{to_persian(clause.position)}. {clause.text}",
            quiet,
            state_words(clause.state),
            state_tone(clause.state),
        )

    # --- doing ------------------------------------------------------------------------------------------------

    def current_clause(self) -> ClauseRow | None:
        """The clause that stands current, or the first of which nothing is known yet."""
        rows = self._agreement.clauses if self._agreement is not None else ()
        key = self.clauses.current_key()
        waiting = [row for row in rows if row.state is ClauseState.OPEN]
        chosen = [row for row in rows if isinstance(key, UUID) and row.id == key]
        return next(iter((*chosen, *waiting)), None)

    def _mark(self, key: str) -> None:
        clause = self.current_clause()
        if clause is not None:
            (self.kept if key == "kept" else self.breached).emit(clause)

    @staticmethod
    def _link(words: str, icon_name: str, act: Callable[[], object]) -> LinkButton:
        link = LinkButton(words, icon_name)
        link.setProperty("dense", True)
        link.clicked.connect(lambda _checked=False: act())
        return link
