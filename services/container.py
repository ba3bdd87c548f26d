"""The only wiring: every service of an open data folder, made once and handed to whoever needs it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import configure_mappers

from services.agreements import Agreements
from services.attachments import Attachments
from services.audit_trail import AuditTrail
from services.backup import Backup
from services.cases import Cases
from services.clock import Clock
from services.closing import Closing
from services.codes import Codes
from services.documents import Documents, LetterTexts, PaperLooks, PaperRuns, Printouts
from services.documents.downtime import Downtime
from services.documents.proving.service import Proofs
from services.drafts import Drafts
from services.follow_up import FollowUps
from services.handover import Handovers, Shifts
from services.inquiries import Inquiries
from services.intake import Intake
from services.letters import Letters
from services.notes import Notes
from services.opening import Opened, SetUp, SetupDraft, open_folder, set_up
from services.opening.witnessing import flush as flush_witness
from services.outcomes import Outcomes
from services.overview import Overview
from services.people import People
from services.quick_entries import QuickEntries
from services.referrals_out import ReferralsOut
from services.safety import Safety
from services.scheduling import Doors, Scheduling, Series, WaitingList
from services.search import Lists, Search
from services.sessions import Sessions
from services.settings import Settings
from services.staff import Staff
from services.statistics import Statistics
from services.unit_of_work import UnitOfWork
from services.unit_profile import UnitProfile
from services.vault.argon import STRONG, ArgonCost
from services.vault.unlocked import Unlocked
from services.working_time import WorkingTime
from services.worklist import Worklist

__all__ = ["Services", "SetUp", "SetupDraft", "open_services", "set_up"]


@dataclass(frozen=True, slots=True)
class Services:
    """What the ui, the tests and the made-up precinct work with. `opened` tells what the start had to mend."""

    folder: Path
    unit_id: UUID
    opened: Opened
    uow: UnitOfWork
    codes: Codes
    settings: Settings
    drafts: Drafts
    staff: Staff
    unit: UnitProfile
    working_time: WorkingTime
    backup: Backup
    audit_trail: AuditTrail
    people: People
    cases: Cases
    letters: Letters
    attachments: Attachments
    inquiries: Inquiries
    documents: Documents
    downtime: Downtime
    paper_runs: PaperRuns
    printouts: Printouts
    proofs: Proofs
    letter_texts: LetterTexts
    paper_looks: PaperLooks
    safety: Safety
    scheduling: Scheduling
    series: Series
    waiting: WaitingList
    intake: Intake
    quick_entries: QuickEntries
    sessions: Sessions
    notes: Notes
    referrals_out: ReferralsOut
    agreements: Agreements
    outcomes: Outcomes
    follow_ups: FollowUps
    closing: Closing
    worklist: Worklist
    overview: Overview
    statistics: Statistics
    search: Search
    lists: Lists
    doors: Doors
    handovers: Handovers
    shifts: Shifts

    def close(self) -> None:
        """Give back the files; nothing can be asked afterwards."""
        self.drafts.close()
        self.uow.close()
        flush_witness(self.folder)


def get_ready() -> None:
    """Join the tables of the code loaded by now, which the first question of an open file would wait for."""
    configure_mappers()


def open_services(folder: Path, unlocked: Unlocked, clock: Clock, argon: ArgonCost = STRONG) -> Services:
    """Open the data of `folder` with the keys of whoever signed in.

    A file of an older program is backed up and migrated first, one of a newer program is refused. Raises
    `StorageError` with the sentence that says what to do ("errors.newer_file", "errors.corrupt" …).
    """
    opened = open_folder(folder, unlocked, clock)
    uow, unit_id = opened.uow, opened.unit_id
    codes = Codes(uow)
    staff = Staff(uow, folder, unit_id, argon)
    proofs = Proofs(uow, staff, folder)
    return Services(
        folder=folder,
        unit_id=unit_id,
        opened=opened,
        uow=uow,
        codes=codes,
        settings=Settings(uow),
        drafts=opened.drafts,
        staff=staff,
        unit=UnitProfile(uow, folder),
        working_time=WorkingTime(uow),
        backup=Backup(uow, staff, folder),
        audit_trail=AuditTrail(uow),
        people=People(uow, codes),
        cases=Cases(uow, codes),
        letters=Letters(uow, codes),
        attachments=Attachments(uow, codes),
        inquiries=Inquiries(uow, codes),
        documents=Documents(uow, codes, proofs, opened.drafts),
        downtime=Downtime(uow, codes),
        paper_runs=PaperRuns(uow, codes, proofs, opened.drafts),
        printouts=Printouts(uow, codes),
        proofs=proofs,
        letter_texts=LetterTexts(uow),
        paper_looks=PaperLooks(uow),
        safety=Safety(uow, codes),
        scheduling=Scheduling(uow, codes),
        series=Series(uow, codes),
        waiting=WaitingList(uow, codes),
        intake=Intake(uow, codes),
        quick_entries=QuickEntries(uow, codes),
        sessions=Sessions(uow, codes),
        notes=Notes(uow, staff, opened.drafts, folder),
        referrals_out=ReferralsOut(uow, codes),
        agreements=Agreements(uow, codes),
        outcomes=Outcomes(uow, codes),
        follow_ups=FollowUps(uow, codes),
        closing=Closing(uow, codes),
        worklist=Worklist(uow, codes),
        overview=Overview(uow, codes),
        statistics=Statistics(uow, codes),
        search=Search(uow, codes),
        lists=Lists(uow, codes),
        doors=Doors(uow, codes),
        handovers=Handovers(uow, codes),
        shifts=Shifts(uow, codes),
    )
