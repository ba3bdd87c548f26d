"""The words of clauses and agreements on screens."""

from PySide6.QtCore import QCoreApplication

from services.agreements import AgreementDetail, AgreementKind, AgreementState, ClauseState
from ui.theme.palette import Tone


def state_words(state: ClauseState) -> str:
    return {
        ClauseState.OPEN: QCoreApplication.translate("Outcomes", "to come"),
        ClauseState.KEPT: QCoreApplication.translate("Outcomes", "kept"),
        ClauseState.PARTLY_KEPT: QCoreApplication.translate("Outcomes", "kept in part"),
        ClauseState.BREACHED: QCoreApplication.translate("Outcomes", "broken"),
    }[state]


def state_tone(state: ClauseState) -> Tone:
    tones: dict[ClauseState, Tone] = {
        ClauseState.OPEN: "information",
        ClauseState.KEPT: "accent",
        ClauseState.PARTLY_KEPT: "information",
        ClauseState.BREACHED: "attention",
    }
    return tones[state]


def agreement_words(stored: AgreementDetail) -> str:
    """What kind of agreement it is, and whether it is signed."""
    kind = {
        AgreementKind.SETTLEMENT: QCoreApplication.translate("Outcomes", "Agreement"),
        AgreementKind.UNDERTAKING: QCoreApplication.translate("Outcomes", "Undertaking"),
        AgreementKind.WAIVER: QCoreApplication.translate("Outcomes", "Waiver"),
    }[stored.kind]
    waits = QCoreApplication.translate("Outcomes", "waiting for signatures")
    signed = QCoreApplication.translate("Outcomes", "signed")
    return f"{kind} · {signed if stored.state is AgreementState.SIGNED else waits}"
