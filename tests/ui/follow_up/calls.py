"""An office whose files ended: two neighbours who settled, both of whom agreed to be called."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from services.agreements import AgreementDraft, AgreementKind, ClauseDraft
from services.cases.shapes import CaseRow
from services.clock import local
from services.follow_up import FollowUpRow
from services.outcomes import OutcomeDraft
from services.safety import ConsentDecision, ConsentDraft
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from tests.ui.scheduling.office import Office, lay_office


@dataclass
class Calls:
    """`settled` makes a file that asks; `due` reads what is to be asked."""

    office: Office

    @property
    def today(self) -> date:
        return local(self.office.desk.clock.now()).date()

    def settled(self, number: int = 1, *, agrees: bool = True) -> CaseRow:
        """The second pays the first; then the first takes the complaint back."""
        case = self.office.file(number)
        services, actor = self.office.desk.services, self.office.actor()
        first, second = self.office.parties(case.id)
        came = tuple(AttendanceDraft(party, AttendanceMark.ATTENDED) for party in (first, second))
        for place, one in enumerate(came):
            start = 480 + 20 * place
            services.sessions.record(
                actor, SessionDraft(case.id, "individual", self.today, start, start + 15, (one,))
            )
        if agrees:
            for party in services.cases.get(actor, case.id).parties:
                self.office.desk.clock.advance(timedelta(seconds=1))
                consent = ConsentDraft(
                    case.id, party.person_id, "phone_contact", ConsentDecision.GIVEN, was_read_aloud=True
                )
                services.safety.record_consents(actor, (consent,))
        clauses = (
            ClauseDraft(second, "خسارت دیوار را می‌پردازد", first, 40_000_000),
            ClauseDraft(first, "شکایت را پس می‌گیرد", second, depends_on=1),
        )
        made = AgreementDraft(case.id, AgreementKind.SETTLEMENT, self.today, clauses, (first, second))
        version = services.cases.row(actor, case.id).version
        ended = OutcomeDraft(
            case.id, version, "settled_full", self.today, signatures_seen_on=self.today, agreement=made
        )
        services.outcomes.record(actor, ended)
        return case

    def later(self, days: int) -> None:
        self.office.desk.clock.advance(timedelta(days=days))

    def due(self, ahead: int = 0) -> tuple[FollowUpRow, ...]:
        return self.office.desk.services.follow_ups.due(self.office.actor(), ahead)

    def of_case(self, case_id: UUID) -> tuple[FollowUpRow, ...]:
        return self.office.desk.services.follow_ups.of_case(self.office.actor(), case_id)

    def hers(self, case_id: UUID) -> FollowUpRow:
        """The first party's first round."""
        party_id = self.office.parties(case_id)[0]
        return next(row for row in self.of_case(case_id) if row.party_id == party_id)


def lay_calls(folder: Path) -> Calls:
    return Calls(lay_office(folder))
