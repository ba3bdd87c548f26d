"""People of the made-up precinct who are sent to other bodies, and what comes back."""

from datetime import datetime, timedelta
from typing import Any

from services.cases.shapes import PartyRow
from services.clock import local
from services.demo import papers
from services.demo.play import Matter, if_allowed
from services.documents.shapes import PaperKind, PaperRequest
from services.referrals_out.shapes import (
    ReferralGround,
    ReferralOutDraft,
    ReferralOutMove,
    ReferralOutRow,
)

_LETTERS = (PaperKind.WELFARE_REFERRAL, PaperKind.SERVICE_REFERRAL)
_WRITTEN = (True, True, False)
_FIT = (True, False, False)
_FATES = (
    ("received_by_target", "answered"),
    (),
    ("declined_by_client",),
    ("received_by_target",),
    ("received_by_target", "answered", "closed"),
    ("answered",),
    ("service_unavailable",),
    (),
)
_DAYS = {"received_by_target": 4, "answered": 17, "closed": 24, "declined_by_client": 6, "service_unavailable": 9}


def may_send(matter: Matter, party: PartyRow) -> None:
    """Send a person on where the matter asks for it: some with consent, some because a law says so."""
    stock, category = matter.stock, matter.dispute.draft.primary_category
    fitting = [one for one in stock.referrals["referral"] if category in one["categories"]]
    if not fitting or party.is_minor or not stock.turn(f"sent_{fitting[0]['target']}", _FIT):
        return
    drawn = fitting[0]
    row = if_allowed(lambda: matter.services.referrals_out.refer(matter.worker, _draft(matter, party, drawn)).value)
    if row is not None:
        _Referral(matter, drawn, _with_letter(matter, row)).plan()


def _with_letter(matter: Matter, row: ReferralOutRow) -> ReferralOutRow:
    """Two of three go with our own letter; the others were written by hand."""
    documents, services = matter.services.documents, matter.services
    offers = documents.offer(matter.worker, matter.case_id)
    letter = next((one for one in offers if one.kind in _LETTERS and one.referral_id == row.id), None)
    if letter is None or not matter.stock.turn("letter_of_referral", _WRITTEN):
        return row
    papers.issue(matter, PaperRequest(matter.case_id, letter.kind, letter.person_id, referral_id=row.id))
    return next(one for one in services.referrals_out.of_case(matter.worker, matter.case_id) if one.id == row.id)


def _draft(matter: Matter, party: PartyRow, drawn: dict[str, Any]) -> ReferralOutDraft:
    body = next((one["name"] for one in matter.stock.bodies if one.get("target") == drawn["target"]), "")
    with_consent = not drawn["basis"]
    witnesses = tuple(f"{matter.stock.given_name('male')} {matter.stock.family_name()}" for _ in range(2))
    return ReferralOutDraft(
        matter.case_id,
        party.person_id,
        drawn["target"],
        ReferralGround.CONSENT if with_consent else ReferralGround.LEGAL_BASIS,
        drawn["reason"],
        body=body,
        asked=drawn["asked"],
        has_consented=with_consent,
        was_read_aloud=with_consent,
        witnesses=witnesses if with_consent else (),
        legal_basis=drawn["basis"],
    )


class _Referral:
    """One referral on its way; each step is an event."""

    def __init__(self, matter: Matter, drawn: dict[str, Any], row: ReferralOutRow) -> None:
        self._matter, self._drawn, self._row = matter, drawn, row

    def plan(self) -> None:
        assert self._row.sent_on is not None  # it was sent just now
        for state in self._matter.stock.turn("fate_of_referral", _FATES):
            late = timedelta(days=_DAYS[state] + self._matter.stock.number(0, 3))
            now = self._matter.play.diary.now + late
            self._matter.at(now, lambda at, state=state: self._move(at, state))  # type: ignore[misc]

    def _move(self, now: datetime, state: str) -> None:
        stock, words = self._matter.stock, self._matter.stock.referrals
        said = {
            "answered": self._drawn["answer"],
            "received_by_target": words["received"],
            "declined_by_client": stock.pick(words["declined"]),
            "service_unavailable": stock.pick(words["unavailable"]),
        }
        move = ReferralOutMove(
            self._row.id,
            self._row.version,
            state,
            local(now).date(),
            number=str(stock.number(1000, 9999)) if state == "answered" else "",
            words=said.get(state, ""),
        )
        self._row = self._matter.services.referrals_out.move(self._matter.worker, move).value
