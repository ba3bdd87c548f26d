"""A clause as a sentence, the same on the screen and on every paper (P-31, P-42)."""

from dataclasses import dataclass
from datetime import date

from services.agreements.shapes import ClauseRow
from services.catalogue import say
from services.persian.amounts import amount_line
from services.persian.jalali import format_date

_JOIN = "\u061b "
_ENDS = " .\u061b\u060c;,"


@dataclass(frozen=True, slots=True)
class ClauseSpeech:
    """What a sentence needs of a clause; names are those of the paper or of the screen."""

    debtor: str
    creditor: str
    text: str
    amount: int | None = None
    instalments: int = 0
    due_on: date | None = None
    place: str = ""
    depends_on: int | None = None


def clause_sentence(clause: ClauseSpeech) -> str:
    """Who owes whom what, how much in figures and words, until when, where, and after which other clause."""
    text = clause.text.strip(_ENDS)
    owes = "agreements.clause.owes_to" if clause.creditor else "agreements.clause.owes"
    parts = [say(owes, debtor=clause.debtor, creditor=clause.creditor, text=text)]
    parts += _money(clause)
    if clause.due_on is not None:
        key = "agreements.clause.first" if clause.instalments > 1 else "agreements.clause.until"
        parts.append(say(key, day=format_date(clause.due_on)))
    if clause.place:
        parts.append(say("agreements.clause.place", place=clause.place.strip(_ENDS)))
    if clause.depends_on is not None:
        parts.append(say("agreements.clause.after", number=clause.depends_on))
    return _JOIN.join(parts) + "."


def speech_of(row: ClauseRow) -> ClauseSpeech:
    """A stored clause with its own names."""
    return ClauseSpeech(
        row.debtor_name,
        row.creditor_name,
        row.text,
        row.amount,
        row.instalments,
        row.due_on,
        row.place,
        row.depends_on,
    )


def _money(clause: ClauseSpeech) -> list[str]:
    if clause.amount is None:
        return []
    amount = amount_line(clause.amount)
    if clause.instalments < 2:
        return [say("agreements.clause.amount", amount=amount)]
    total = amount_line(clause.amount * clause.instalments)
    return [say("agreements.clause.instalments", count=clause.instalments, amount=amount, total=total)]
