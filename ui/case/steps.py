"""The one next step of a file in words, and where it is taken."""

from PySide6.QtCore import QCoreApplication

from services.overview import CasePage, NextStep

PAGE_OF_STEP = {
    "consent": "consent",
    "screen": "screen",
    "joint_consent": "last_questions",
    "invite_answer": "last_questions",
    "danger": "danger",
}
"""Steps that are taken on a page of their own, with one person."""


def step_words(step: NextStep, page: CasePage | None = None) -> str:
    """What the filled button says, with whose turn it is where the page is given, in fewer words without it; "" for
    nothing to be done."""
    if page is None and step.key == "signatures":
        return QCoreApplication.translate("Case", "Signatures seen")
    parties = page.detail.parties if page is not None else ()
    name = next((one.name for one in parties if one.person_id == step.person_id), "")
    words = _words(step)
    return f"{words} · {name}" if name and words else words


def step_icon(step: NextStep) -> str:
    return {
        "consent": "file-sign",
        "screen": "account-voice",
        "joint_consent": "account-voice",
        "invite_answer": "account-voice",
        "danger": "format-list-checks",
        "appointment": "calendar-plus",
        "session": "text-box-plus-outline",
        "outcome": "flag-checkered",
        "signatures": "draw-pen",
        "reply": "reply-outline",
    }.get(step.key, "")


def _words(step: NextStep) -> str:
    if step.key == "session" and step.appointment_id is not None:
        return QCoreApplication.translate("Case", "The session was held; record it")
    return {
        "danger": QCoreApplication.translate("Case", "Go on with today's steps"),
        "consent": QCoreApplication.translate("Case", "Consent sheet"),
        "screen": QCoreApplication.translate("Case", "Talk alone"),
        "joint_consent": QCoreApplication.translate("Case", "Last questions"),
        "invite_answer": QCoreApplication.translate("Case", "Last questions"),
        "appointment": QCoreApplication.translate("Case", "Give an hour"),
        "session": QCoreApplication.translate("Case", "Record a session"),
        "outcome": QCoreApplication.translate("Case", "Record the outcome"),
        "signatures": QCoreApplication.translate("Case", "All signatures were seen"),
        "reply": QCoreApplication.translate("Case", "Answer the referral"),
    }.get(step.key, "")
