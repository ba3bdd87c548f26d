"""What the file is about and how it arrived."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.cases import CaseDetail, CaseRef, Hold, ReferralRow
from services.clock import local
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_long, format_time
from ui.case.facts import Facts
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line
from ui.widgets.labels import Words

_LABELS = 78
"""So wide that the values of both parts stand under each other."""


class SubjectCard(Card):
    """`case_wanted` carries the id of an earlier or later file."""

    case_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Subject and referral"))
        self._subject = Words("", "strong", wrap=True)
        self._words = Words("", "", wrap=True)
        self.facts = Facts()
        self._line = Line()
        self.arrival = Facts()
        for facts in (self.facts, self.arrival):
            facts.set_label_width(px(_LABELS))
        self._links = QHBoxLayout()
        self._links.setSpacing(px(6))
        for part in (self._subject, self._words, self.facts, self._line, self.arrival):
            self.add(part)
        self.add(self._links)

    def show_case(self, detail: CaseDetail) -> None:
        self._subject.setText(detail.row.subject_line or detail.row.category)
        self._words.setText(detail.own_words)
        self._words.setVisible(bool(detail.own_words))
        self.facts.set_facts(self._facts(detail))
        arrivals = [pair for referral in detail.referrals for pair in self._arrival(referral)]
        self.arrival.set_facts(arrivals)
        self._line.setVisible(bool(arrivals))
        self._show_links(detail)

    def _facts(self, detail: CaseDetail) -> list[tuple[str, str]]:
        aspect = {
            True: self.tr("has one"),
            False: self.tr("has none"),
            None: "",
        }[detail.has_criminal_aspect]
        return [
            (self.tr("Category"), "\u060c ".join((detail.row.category, *detail.further_labels))),
            (self.tr("Criminal aspect"), aspect),
            (self.tr("Legal issue"), "\u060c ".join(detail.legal_labels)),
            (self.tr("Class"), detail.class_label),
            (self.tr("Waits for"), self._hold(detail.hold)),
            (self.tr("With"), "\u060c ".join(worker.name for worker in detail.workers)),
            (self.tr("Paper number"), to_persian(detail.paper_case_no)),
            (self.tr("Shelf"), detail.archive_place),
            (self.tr("Declared void"), detail.void_reason),
        ]

    def _hold(self, hold: Hold | None) -> str:
        if hold is None:
            return ""
        until = self.tr("until {day}").format(day=format_long(hold.until)) if hold.until is not None else ""
        return " · ".join(part for part in (hold.label, hold.note, until) if part)

    def _arrival(self, referral: ReferralRow) -> list[tuple[str, str]]:
        body = f"{referral.body} {referral.branch}".strip()
        numbers = (
            (self.tr("Judicial number"), referral.judicial_case_no),
            (self.tr("Judicial archive"), referral.judicial_archive_no),
            (self.tr("Notice"), referral.notice_no),
            (self.tr("Complaint"), referral.complaint_no),
            (self.tr("Incident"), referral.incident_no),
            (self.tr("Their number"), referral.agency_no),
        )
        return [
            (self.tr("Came from"), body or referral.source_label),
            (self.tr("By"), referral.officer),
            (self.tr("Letter"), self._letter(referral)),
            (self.tr("Our number"), to_persian(referral.incoming_no)),
            *((label, to_persian(number)) for label, number in numbers),
            (self.tr("Order"), referral.order_text),
            (self.tr("Answer"), self._answer(referral)),
        ]

    def _letter(self, referral: ReferralRow) -> str:
        parts = (to_persian(referral.letter_no), format_date(referral.letter_on) if referral.letter_on else "")
        return " · ".join(part for part in parts if part)

    def _answer(self, referral: ReferralRow) -> str:
        if referral.is_answer_outdated:
            return self.tr("sent; says another result than the file")
        if referral.replied_at is not None:
            return self.tr("sent on {day}").format(day=format_long(local(referral.replied_at).date()))
        if not referral.is_reply_owed:
            return ""
        if referral.due_at is None:
            return self.tr("owed")
        due = local(referral.due_at)
        return self.tr("owed until {day}, {hour}").format(day=format_long(due.date()), hour=format_time(due.time()))

    def _show_links(self, detail: CaseDetail) -> None:
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if detail.previous_case is not None:
            self._links.addWidget(self._link(self.tr("Earlier file {number}"), detail.previous_case))
        for later in detail.later_cases:
            self._links.addWidget(self._link(self.tr("Later file {number}"), later))
        self._links.addStretch(1)

    def _link(self, words: str, case: CaseRef) -> LinkButton:
        button = LinkButton(words.format(number=to_persian(case.case_no)), "history")
        button.clicked.connect(lambda: self.case_wanted.emit(case.id))
        return button
