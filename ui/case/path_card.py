"""The path of the file: what is behind, what is next, what is still to come."""

from datetime import date

from PySide6.QtWidgets import QWidget

from services.overview import CasePage as Shown
from services.overview import PathStep, StepState
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from ui.widgets.card import Card
from ui.widgets.timeline import Step, Timeline


class PathCard(Card):
    """What should have been by now is coloured, and says its day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Path of the file"))
        self.timeline = Timeline()
        self.add(self.timeline)

    def show_path(self, page: Shown, today: date) -> None:
        days = self.tr("{count} days since it came").format(count=to_persian(page.days_since_referral))
        self.set_aside(days)
        self.timeline.set_steps([_step(step, today) for step in page.path])


def _step(step: PathStep, today: date) -> Step:
    is_late = step.state is not StepState.DONE and step.day is not None and step.day < today
    tone = "danger" if is_late and step.kind == "reply" else "attention" if is_late else ""
    if step.state is StepState.NEXT and not tone:
        tone = "accent"
    return Step(step.label, format_day_month(step.day) if step.day else "", step.state is StepState.DONE, tone)
