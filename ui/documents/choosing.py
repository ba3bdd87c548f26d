"""Which paper and for whom: two fields over the offers of a case."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.catalogue import say
from services.documents import PaperOffer
from ui.documents.argument import IssueArgument
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid


class ChoosingCard(Card):
    """`chosen` carries the `PaperOffer`, or None while none is chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Which paper"))
        self._offers: dict[str, PaperOffer] = {}
        self._last: PaperOffer | None = None
        self._kind, self._whom = ChoiceEdit(), ChoiceEdit()
        self.form = FormGrid(1)
        self.form.add("kind", Field(self.tr("Paper"), self._kind, required=True))
        self.form.add("whom", Field(self.tr("For"), self._whom, required=True))
        self._kind.changed.connect(self._on_kind)
        self._whom.changed.connect(self._on_whom)
        self.add(self.form)

    def show_offers(self, offers: Sequence[PaperOffer], about: IssueArgument) -> None:
        """Fill both fields; what `about` names is chosen at once, and so is the only one that can be made."""
        before = self.offer()
        self._offers = {str(place): offer for place, offer in enumerate(offers)}
        kinds = {offer.kind.value: Choice(offer.kind.value, offer.title, offer.group) for offer in offers}
        self._kind.set_choices(list(kinds.values()))
        if before is not None:
            about = IssueArgument(
                about.case_id,
                before.kind.value,
                before.person_id,
                before.appointment_id,
                before.session_id,
                before.agreement_id,
                before.referral_id,
            )
        if about.kind in kinds:
            self._kind.set_value(about.kind)
        self._fill_whom(about)

    def offer(self) -> PaperOffer | None:
        """The chosen offer."""
        return self._offers.get(self._whom.value())

    def take_keyboard(self) -> None:
        (self._whom if self._kind.value() else self._kind).setFocus()

    def _on_kind(self) -> None:
        self._fill_whom(None)

    def _fill_whom(self, about: IssueArgument | None) -> None:
        kind = self._kind.value()
        fitting = {key: offer for key, offer in self._offers.items() if offer.kind.value == kind}
        field = self.form.field("whom")
        # of a paper about the whole matter there is only one
        field.setVisible(len(fitting) != 1 or any(offer.person_id for offer in fitting.values()))
        self._whom.set_choices([self._choice(key, offer) for key, offer in fitting.items()])
        self._whom.set_value(self._wanted(fitting, about))
        self._on_whom()

    def _wanted(self, fitting: dict[str, PaperOffer], about: IssueArgument | None) -> str:
        if about is not None and about.kind:
            named = [
                key
                for key, offer in fitting.items()
                if about.person_id in (None, offer.person_id)
                and _same(about.appointment_id, offer.appointment_id)
                and _same(about.session_id, offer.session_id)
                and _same(about.agreement_id, offer.agreement_id)
                and _same(about.referral_id, offer.referral_id)
            ]
            fitting = {key: fitting[key] for key in named}
        open_ones = [key for key, offer in fitting.items() if not offer.reason]
        if len(fitting) == 1:
            return next(iter(fitting))
        return open_ones[0] if len(open_ones) == 1 else ""

    def _on_whom(self) -> None:
        offer = self.offer()
        if offer != self._last:
            self._last = offer
            self.chosen.emit(offer)

    def _choice(self, key: str, offer: PaperOffer) -> Choice:
        parts = [offer.person_name, offer.line] if offer.person_name or offer.line else [offer.title]
        quiet = offer.reason or (self.tr("Issued before") if offer.issued_id else "")
        return Choice(key, say("documents.list_comma").join(part for part in parts if part), quiet=quiet)


def _same(wanted: UUID | None, offered: UUID | None) -> bool:
    return wanted is None or wanted == offered
