"""Two witnesses, a line each (domain.md §3.2, P-30)."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from services.agreements import SignerRow, WitnessDraft
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import NationalCodeEdit

COUNT = 2
_KEYS = ("name", "father_name", "national_code")


class WitnessLines(FormGrid):
    """Lines left empty are no witnesses; errors come for `witnesses.<place>.name` of those that are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(_KEYS), parent)
        first, second = self.tr("First witness"), self.tr("Second witness")
        for place, words in enumerate((first, second)):
            self.add(_key(place, "name"), Field(words, TextEdit1()))
            self.add(_key(place, "father_name"), Field(self.tr("Name of the father"), TextEdit1()))
            self.add(_key(place, "national_code"), Field(self.tr("National code"), NationalCodeEdit()))

    def drafts(self) -> tuple[WitnessDraft, ...]:
        values = self.values()
        return tuple(WitnessDraft(*(str(values[_key(place, key)]) for key in _KEYS)) for place in self._given())

    def put_signers(self, signers: Sequence[SignerRow]) -> None:
        """Stored witnesses."""
        for place, one in enumerate(signers[:COUNT]):
            self.put_line(place, {key: getattr(one, key) for key in _KEYS})

    def put_line(self, place: int, texts: Mapping[str, Any]) -> None:
        self.set_values({_key(place, key): str(texts.get(key, "")) for key in _KEYS})

    def texts(self) -> list[dict[str, str]]:
        fields = self.fields()
        return [{key: _typed(fields[_key(place, key)]) for key in _KEYS} for place in range(COUNT)]

    def set_error(self, key: str, sentence: str) -> bool:
        """`key` is what stands after "witnesses": "" for all of them, or ".<place>.name"."""
        place, _, name = key.lstrip(".").partition(".")
        given = self._given()
        if not place:
            lacking = [one for one in range(COUNT) if one not in given] or [0]
            return super().set_error(_key(lacking[0], "name"), sentence)
        if place.isdigit() and int(place) < len(given):
            return super().set_error(_key(given[int(place)], name or "name"), sentence)
        return False

    def stops(self) -> list[QWidget]:
        return [field.edit for field in self.fields().values()]

    def has_error(self) -> bool:
        return any(field.error() for field in self.fields().values())

    def _given(self) -> list[int]:
        """The lines in which something stands."""
        return [place for place, texts in enumerate(self.texts()) if any(text.strip() for text in texts.values())]


def _key(place: int, name: str) -> str:
    return f"{place}.{name}"


def _typed(field: Field) -> str:
    edit = field.edit
    assert isinstance(edit, TextEdit1 | NationalCodeEdit)
    return edit.text()
