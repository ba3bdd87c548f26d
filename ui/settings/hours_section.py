"""When the unit works: the ordinary week, and other hours between two days such as Ramadan (R-28)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.persian.jalali import format_long
from services.working_time import Band, SeasonDraft, SeasonRow, Week
from ui.context import AppContext
from ui.settings.offer_moving import offer_moving
from ui.settings.section import RowsSection
from ui.settings.week_form import WeekForm
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class HoursSection(RowsSection[SeasonRow]):
    right = Right.SETTINGS_MANAGE
    nouns = ("working_time", "setting")

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._stored: tuple[Band, ...] | None = None
        card = self.card(self.words())
        words = self.tr(
            "Type the hours of each day, such as 7:30 to 12 and 13 to 16; an evening may go on past midnight. Empty: "
            "nobody works. Appointments outside are only warned about: the station is open."
        )
        card.add(Words(words, "quiet", wrap=True))
        self.week = WeekForm(submits=True)
        self.week.submitted.connect(self.save)
        card.add(self.week)
        self.store = PrimaryButton(self.tr("Store"))
        self.store.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self.store)
        foot.addStretch(1)
        card.add(foot)
        seasons = self.card(self.tr("Other hours between two days"), self.tr("Ramadan, summer"))
        self.add = QuietButton(self.tr("Add other hours"), "plus")
        self.add.clicked.connect(lambda _checked=False: self._open(None))
        seasons.header.addWidget(self.add)
        none = self.tr("The ordinary week holds all year. Add the hours of Ramadan before it begins.")
        self.put_list(seasons, EmptyState(none, icon_name="moon-waning-crescent"))

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("HoursSection", "Working hours")

    def load(self) -> None:
        hours = self.services.working_time
        self.read(lambda: (hours.week(self.actor), hours.seasons(self.actor)), self._show)

    def _show(self, found: tuple[Week, tuple[SeasonRow, ...]]) -> None:
        week, seasons = found
        if week.bands != self._stored:
            self._stored = week.bands
            self.week.set_bands(week.bands)
        self.show_rows(seasons, self._row)

    def _row(self, row: SeasonRow) -> Row:
        today = self.context.today()
        is_now = row.first_on <= today <= row.last_on
        chip = self.tr("now") if is_now else "" if row.last_on >= today else self.tr("over")
        words = self.tr("{first} to {last}").format(first=format_long(row.first_on), last=format_long(row.last_on))
        return Row(row.id, row.title, words, chip, "accent" if is_now else "quiet")

    def save(self) -> None:
        """Put the typed week in place of the one before."""
        if not self.week.check():
            return
        hours, bands = self.services.working_time, self.week.bands()

        def stored(_week: object) -> None:
            offer_moving(self, self.context)

        said, refused = self.tr("The working hours are stored."), self.context.errors.into(self.week)
        self.write(lambda: hours.set_week(self.actor, bands), said, stored, refused)

    def open_row(self, row: SeasonRow) -> None:
        self._open(row)

    def _open(self, row: SeasonRow | None) -> None:
        hours = self.services.working_time
        sheet = SeasonSheet(self, row, self._stored or ())

        def done(_row: object) -> None:
            sheet.close_sheet()
            offer_moving(self, self.context)

        def given() -> None:
            draft = sheet.draft()
            if draft is not None:
                said, refused = self.tr("The other hours are stored."), self.context.errors.into(sheet)
                self.write(lambda: hours.save_season(self.actor, draft), said, done, refused)

        def removed() -> None:
            if row is not None:
                said = self.tr("The ordinary week holds again.")
                self.write(lambda: hours.remove_season(self.actor, row.id, row.version), said, done)

        sheet.submitted.connect(given)
        sheet.remove.clicked.connect(lambda _checked=False: removed())
        sheet.open_sheet()


class SeasonSheet(Sheet):
    """Words, first and last day, and the week that holds between them."""

    def __init__(self, window: QWidget, row: SeasonRow | None, usual: tuple[Band, ...]) -> None:
        super().__init__(window, "" if row is None else row.title, "", width=560)
        self.kept_about = "" if row is None else row.id.hex
        self._row = row
        if row is None:
            self.set_title(self.tr("Add other hours"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.remove = DangerButton(self.tr("Remove"))
        self.add_button(self.remove)
        self.remove.setVisible(row is not None)
        self.form = FormGrid(2)
        self.form.add("title", Field(self.tr("Occasion"), TextEdit1(), required=True), 2)
        self.form.add("first_on", Field(self.tr("First day"), JalaliDateEdit(), required=True))
        self.form.add("last_on", Field(self.tr("Last day"), JalaliDateEdit(), required=True))
        self.week = WeekForm()
        self.week.set_bands(usual if row is None else row.bands)
        if row is not None:
            self.form.set_values({"title": row.title, "first_on": row.first_on, "last_on": row.last_on})
        self.body.addWidget(self.form)
        self.body.addWidget(Words(self.tr("Hours of each day"), "label"))
        self.body.addWidget(self.week)

    def draft(self) -> SeasonDraft | None:
        """What is typed; None where something can't be read, which the form then says."""
        if not (self.form.check() and self.week.check()):
            return None
        values = self.form.values()
        missing = {key: self.tr("Fill this in.") for key in ("title", "first_on", "last_on") if not values[key]}
        if missing:
            self.form.set_errors(missing)
            return None
        row = self._row
        return SeasonDraft(
            values["title"],
            values["first_on"],
            values["last_on"],
            self.week.bands(),
            row.id if row is not None else None,
            row.version if row is not None else 0,
        )

    def set_error(self, key: str, sentence: str) -> bool:
        """Beside its field, above or in the week (`ui.runtime.errors.Form`)."""
        return self.form.set_error(key, sentence) or self.week.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()
        self.week.focus_first_error()
