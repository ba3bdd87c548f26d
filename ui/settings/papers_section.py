"""How papers are numbered and what the other side's copy shows (P-17, P-21)."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.settings.times_section import Groups, TimesSection


class PapersSection(TimesSection):
    groups: Groups = (
        (
            QT_TRANSLATE_NOOP("TimesSection", "Numbered by the precinct's registry"),
            (
                ("registry_referral_reply", QT_TRANSLATE_NOOP("TimesSection", "Answers to referrals")),
                ("registry_settlement_record", QT_TRANSLATE_NOOP("TimesSection", "Settlement records")),
                ("registry_non_settlement_record", QT_TRANSLATE_NOOP("TimesSection", "Records of no settlement")),
                ("registry_invitation_letter", QT_TRANSLATE_NOOP("TimesSection", "Invitations")),
                ("registry_attendance_certificate", QT_TRANSLATE_NOOP("TimesSection", "Attendance certificates")),
                ("registry_absence_note", QT_TRANSLATE_NOOP("TimesSection", "Notes of absence")),
                ("registry_internal_referral_slip", QT_TRANSLATE_NOOP("TimesSection", "Internal referral slips")),
                (
                    "registry_completion_certificate",
                    QT_TRANSLATE_NOOP("TimesSection", "Certificates of a finished course"),
                ),
                ("registry_undertaking", QT_TRANSLATE_NOOP("TimesSection", "Undertakings")),
                ("registry_complaint_waiver", QT_TRANSLATE_NOOP("TimesSection", "Waivers of complaints")),
                (
                    "registry_welfare_referral",
                    QT_TRANSLATE_NOOP("TimesSection", "Letters to the welfare organisation"),
                ),
                ("registry_service_referral", QT_TRANSLATE_NOOP("TimesSection", "Letters of referral for services")),
                ("registry_social_work_report", QT_TRANSLATE_NOOP("TimesSection", "Reports to courts")),
                ("registry_deadline_extension", QT_TRANSLATE_NOOP("TimesSection", "Requests for more time")),
                ("registry_free_letter", QT_TRANSLATE_NOOP("TimesSection", "Letters with words of one's own")),
                ("registry_local_inquiry_report", QT_TRANSLATE_NOOP("TimesSection", "Answers to inquiries")),
                ("registry_monthly_statistics", QT_TRANSLATE_NOOP("TimesSection", "Reports of figures")),
                ("registry_days", QT_TRANSLATE_NOOP("TimesSection", "A number is overdue after, days")),
            ),
        ),
        (
            QT_TRANSLATE_NOOP("TimesSection", "Copies for the sides"),
            (
                (
                    "spouse_sees_code",
                    QT_TRANSLATE_NOOP("TimesSection", "Spouses see each other's national code and birth date"),
                ),
            ),
        ),
    )

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("TimesSection", "Papers")
