"""The sentence for each reason why a typed value can't be read. Each says what to do."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Reasons"

_NATIONAL_CODE = QT_TRANSLATE_NOOP(
    "Reasons",
    "This national code is not right; type it again from the card — no card at hand? Go on without the code.",
)
_SENTENCES: dict[str, object] = {
    "national_code.": _NATIONAL_CODE,
    "phone.": QT_TRANSLATE_NOOP(
        "Reasons", "This telephone number is not right; a mobile has 11 digits, a landline its area code."
    ),
    "date.": QT_TRANSLATE_NOOP("Reasons", "This date can't be read; write it like 1405/7/5."),
    "date.no_such_day": QT_TRANSLATE_NOOP("Reasons", "This month has no such day."),
    "date.no_such_month": QT_TRANSLATE_NOOP("Reasons", "A year has twelve months; write it like 1405/7/5."),
    "date.out_of_range": QT_TRANSLATE_NOOP("Reasons", "The year must lie between 1200 and 1500."),
    "date.two_centuries": QT_TRANSLATE_NOOP("Reasons", "{first} or {second}? Type all four digits of the year."),
    "date.incomplete": QT_TRANSLATE_NOOP("Reasons", "Day and month are needed here."),
    "birth_date.out_of_range": QT_TRANSLATE_NOOP("Reasons", "A birth date can't lie in the future or so far back."),
    "birth_date.no_such_day": QT_TRANSLATE_NOOP("Reasons", "This month has no such day."),
    "birth_date.no_such_month": QT_TRANSLATE_NOOP("Reasons", "A year has twelve months; write it like 1405/7/5."),
    "birth_date.": QT_TRANSLATE_NOOP(
        "Reasons", "This date can't be read; write it like 1371/2/14, or the year alone."
    ),
    "birth_date.two_centuries": QT_TRANSLATE_NOOP(
        "Reasons", "{first} or {second}? Type all four digits of the year."
    ),
    "time.": QT_TRANSLATE_NOOP("Reasons", "This hour can't be read; write it like 9:30."),
    "hours.": QT_TRANSLATE_NOOP("Reasons", "These hours can't be read; write them like 7:30 to 14."),
    "amount.": QT_TRANSLATE_NOOP("Reasons", "This amount can't be read; write it in digits."),
    "amount.no_unit": QT_TRANSLATE_NOOP("Reasons", "Rial or toman? Choose the unit beside the amount."),
    "amount.other_unit": QT_TRANSLATE_NOOP("Reasons", "The amount names the other unit; choose the unit beside it."),
    "amount.out_of_range": QT_TRANSLATE_NOOP("Reasons", "This amount is too large."),
    "number.": QT_TRANSLATE_NOOP("Reasons", "This number can't be read; write it in digits."),
    "number.out_of_range": QT_TRANSLATE_NOOP("Reasons", "This number is outside what is possible here."),
    "choice.": QT_TRANSLATE_NOOP("Reasons", "This is not in the list; choose one of its rows."),
}


def sentence(kind: str, reason: str, **values: object) -> str:
    """What stands under a field of `kind` ("date", "phone" …) for a reason of `services.persian`."""
    source = str(_SENTENCES.get(f"{kind}.{reason}") or _SENTENCES[f"{kind}."])
    return QCoreApplication.translate(_CONTEXT, source).format(**values)
