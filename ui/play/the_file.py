"""The life of one file, from the registration to its certificate; each act leaves the page of the file in sight."""

from collections.abc import Callable

from ui.play import ending, meeting, talking
from ui.play.story import Story

Act = Callable[[Story], object]


def her_talk(story: Story) -> None:
    assert story.wife is not None
    talking.talk(story, story.wife, "wife")


def his_hour(story: Story) -> None:
    """The clock moves to his own first interview."""
    assert story.husband is not None
    rows = story.services.scheduling.of_case(story.actor, story.case_id)
    party = story.facts["parties"][1]
    his = next(row for row in rows if row.party_ids == (party,))
    story.move_to(his.day, his.start)
    talking.talk(story, story.husband, "husband")


ACTS: tuple[Act, ...] = (
    her_talk,
    meeting.invite,
    meeting.refused,
    his_hour,
    meeting.book,
    meeting.hold,
    meeting.conclude,
    meeting.certify,
    ending.settlement,
    ending.file_original,
    ending.reply,
    ending.refer,
)


def play(story: Story, _folder: object) -> None:
    for act in ACTS:
        act(story)
