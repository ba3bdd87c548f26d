"""The words of the made-up precinct (`resources/demo`), drawn with one seeded source of chance."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from resources import shelf
from services.persian import national_code
from services.persian.digits import to_persian
from services.persian.jalali import from_jalali, to_jalali, weekday_name

T = TypeVar("T")


class Stock:
    """Draws names, places, lines and chances; equal seeds draw equal things."""

    def __init__(self, seed: int, today: date) -> None:
        self._random = Random(seed)  # noqa: S311 - made-up people, no secret
        self._today = today
        self._codes = 0
        self._phones = 0
        self.names = _file("names")
        self.place = _file("place")
        self.staff = _file("staff")
        self.bodies = _file("bodies")["body"]
        self.work = _file("work")
        self.subjects = _file("subjects")
        self.records = _file("records")
        self.quick = _file("quick")
        self.settlements = _file("settlements")
        self.meetings = _file("meetings")
        self.referrals = _file("referrals_out")
        self.aftermath = _file("aftermath")
        self.weeks = _file("weeks")
        self.letters: list[dict[str, Any]] = _file("letters")["letter"]
        self._turns: Counter[str] = Counter()

    def pick(self, options: Sequence[T]) -> T:
        return self._random.choice(options)

    def turn(self, name: str, options: Sequence[T]) -> T:
        """One option after the other, so that a short play has the rare ones, too."""
        self._turns[name] += 1
        return options[(self._turns[name] - 1) % len(options)]

    def weighted(self, options: dict[str, float]) -> str:
        return self._random.choices(list(options), weights=list(options.values()))[0]

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def given_name(self, sex: str) -> str:
        names: list[str] = self.names["female" if sex == "female" else "male"]
        return self.pick(names)

    def family_name(self) -> str:
        names: list[str] = self.names["frequent_family" if self.chance(0.25) else "family"]
        return self.pick(names)

    def birth(self, low: int, high: int) -> date:
        """A birthday that makes somebody `low` to `high` years old today."""
        year = to_jalali(self._today)[0] - self.number(low, high)
        return from_jalali(year, self.number(1, 12), self.number(1, 29))

    def national_code(self) -> str:
        """A code with a valid check digit in a range that no registry office uses."""
        self._codes += 1
        return national_code.synthetic(self._codes)

    def mobile(self) -> str:
        """A number that nobody can dial."""
        self._phones += 1
        return f"{self.place['mobile_prefix']}{self._phones % 10_000:04}"

    def address(self) -> str:
        parts = (self.pick(self.place["neighbourhoods"]), self.pick(self.place["streets"]))
        return self.listed((*parts, f"{self.pick(self.place['lanes'])} {self.number(1, 40)}"))

    def postal_code(self) -> str:
        return f"{self.place['postal_prefix']}{self.number(10_000, 99_999)}"

    def subject(self, category: str) -> str:
        lines: list[str] = self.subjects.get(category) or self.subjects["other"]
        return self.pick(lines)

    def figures(self, low: int, high: int) -> str:
        """A number as it is written."""
        return to_persian(str(self.number(low, high)))

    @staticmethod
    def listed(names: Sequence[str]) -> str:
        """Names as one writes them in a line."""
        return "\u060c ".join(names)

    def record(self, kind: str, client: str, other: str) -> str:
        """One or two paragraphs of a case record."""
        lines = self.records.get(kind) or self.records["individual"]
        chosen = [self.pick(lines)] + ([self.pick(lines)] if self.chance(0.4) else [])
        weekday = weekday_name(self._today + timedelta(days=self.number(0, 4)))
        values: dict[str, Any] = {"client": client, "other": other, "weeks": self.figures(2, 8), "day": weekday}
        return "\n".join(dict.fromkeys(line.format(**values) for line in chosen))


def _file(name: str) -> dict[str, Any]:
    return shelf.read_toml("demo", f"{name}.toml")
