from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from services.cases import PartyDraft, ReferralDraft, Side
from services.intake import IntakeDraft
from services.people import ContactDraft, ContactKind, PersonDraft
from tests.services.drafts_of import couple
from tests.ui.desk import Desk, lay_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Two files; in one of them a child."""
    counsellor = desk.actors["counsellor"]
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه", letter_no="۱۲/۳/۹۸", order_text="اقدام")
    desk.services.intake.register(counsellor, IntakeDraft(couple(referral=referral)))
    contact = ContactDraft(ContactKind.MOBILE, "09601111112")
    other = PersonDraft(given_name="مریم", family_name="محمدی", contacts=(contact,))
    draft = couple(parties=(PartyDraft(other, "wife", Side.A),))
    desk.services.intake.register(desk.actors["unit_head"], IntakeDraft(draft))
    return desk
