"""What the screens hand in and get back about people. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.enums import BirthPrecision, ContactKind, GivenBy


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A way to reach a person, as typed: any digits, any separators.

    `id` is None for a new one. `owner` is a code of `contact_owner` (whose line it is); `given_by` says who told
    us (P-9), with `given_by_person_id` for a known person or `given_by_party` (its place in the case's parties)
    for one who is registered in the same draft. What somebody else says never replaces what the person gave.
    `is_removed` retires the contact; leaving a stored contact out of a draft changes nothing.
    """

    kind: ContactKind
    value: str
    id: UUID | None = None
    postal_code: str = ""
    owner: str = "own"
    is_safe: bool | None = None
    safe_hours: str = ""
    code_word: str = ""
    is_confidential: bool = False
    do_not_call: bool = False
    given_by: GivenBy = GivenBy.SELF
    given_by_person_id: UUID | None = None
    given_by_party: int | None = None
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as typed. `id` None: a new person; `id` with `version`: an edit of a known one.

    `id` without `version` means «this known person, as stored»: only its `contacts` are looked at, and added.
    `is_name_unknown` allows both names to be empty (P-43). `birth_on` is a Gregorian date; for a year alone it is
    any day of the Jalali year, and `birth_precision` says so.
    """

    id: UUID | None = None
    version: int | None = None
    given_name: str = ""
    family_name: str = ""
    father_name: str = ""
    is_name_unknown: bool = False
    id_kind: str = "unknown"
    id_reason: str = ""
    national_code: str = ""
    other_id_no: str = ""
    is_card_seen: bool = False
    nationality: str = ""
    birth_on: date | None = None
    birth_precision: BirthPrecision | None = None
    sex: str = "unknown"
    marital_status: str = ""
    education: str = ""
    occupation_status: str = ""
    occupation_title: str = ""
    language: str = ""
    needs_interpreter: bool | None = None
    can_read: bool | None = None
    is_staff_relative: bool = False
    contacts: tuple[ContactDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What may be shown of a person who is only offered (P-6): name, father's name, Jalali birth year.

    Of a minor `name` is the initials and the father's name is empty (P-14).
    """

    id: UUID
    name: str
    initials: str
    father_name: str
    birth_year: int | None
    is_birth_about: bool
    sex: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A stored contact. `is_masked`: it is confidential and this actor may not read it; its texts are empty.

    `case_id` is the file in which it was given, None where that file is unknown. Digits are ASCII.
    """

    id: UUID
    kind: ContactKind
    value: str
    postal_code: str
    owner: str
    owner_label: str
    is_safe: bool | None
    safe_hours: str
    code_word: str
    is_confidential: bool
    is_masked: bool
    do_not_call: bool
    given_by: GivenBy
    given_by_person_id: UUID | None
    given_by_name: str
    given_at: datetime
    case_id: UUID | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """`kind` (a code of `relation`) says what `other` is to the person whose page this is."""

    id: UUID
    other: PersonRow
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """Everything stored about a person that this actor may read.

    `name` is for screens: the initials of a minor (P-14). A minor's own names and the father's are empty for who
    may not edit persons, and so has no form to put them in (`is_editable`).
    """

    id: UUID
    version: int
    name: str
    initials: str
    given_name: str
    family_name: str
    father_name: str
    is_name_unknown: bool
    id_kind: str
    id_reason: str
    national_code: str
    other_id_no: str
    is_card_seen: bool
    nationality: str
    birth_on: date | None
    birth_precision: BirthPrecision | None
    birth_year: int | None
    age: int | None
    is_minor: bool
    sex: str
    marital_status: str
    education: str
    occupation_status: str
    occupation_title: str
    language: str
    needs_interpreter: bool | None
    can_read: bool | None
    is_staff_relative: bool
    is_deceased: bool
    is_editable: bool
    contacts: tuple[ContactRow, ...]
    relations: tuple[RelationRow, ...]

    def draft(self) -> PersonDraft:
        """The draft from which an edit of this person starts; masked contacts are left out, and so untouched."""
        return PersonDraft(
            id=self.id,
            version=self.version,
            given_name=self.given_name,
            family_name=self.family_name,
            father_name=self.father_name,
            is_name_unknown=self.is_name_unknown,
            id_kind=self.id_kind,
            id_reason=self.id_reason,
            national_code=self.national_code,
            other_id_no=self.other_id_no,
            is_card_seen=self.is_card_seen,
            nationality=self.nationality,
            birth_on=self.birth_on,
            birth_precision=self.birth_precision,
            sex=self.sex,
            marital_status=self.marital_status,
            education=self.education,
            occupation_status=self.occupation_status,
            occupation_title=self.occupation_title,
            language=self.language,
            needs_interpreter=self.needs_interpreter,
            can_read=self.can_read,
            is_staff_relative=self.is_staff_relative,
            contacts=tuple(_contact_draft(row) for row in self.contacts if not row.is_masked),
        )


MERGE_FIELDS = (
    "given_name", "family_name", "father_name", "birth_on", "sex", "id_kind", "national_code", "other_id_no",
    "id_reason", "nationality", "marital_status", "education", "occupation_status", "occupation_title", "language",
    "needs_interpreter", "can_read",
)  # fmt: skip
"""What two records of one person may say differently; a birth date goes with its precision."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side; `differing` are the names of `MERGE_FIELDS` in which a choice is due."""

    kept: PersonDetail
    other: PersonDetail
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """Join `gone` into `kept`: of the fields in `from_other` the other record's value is taken."""

    kept_id: UUID
    kept_version: int
    gone_id: UUID
    gone_version: int
    from_other: tuple[str, ...]
    reason: str


class LikenessReason(StrEnum):
    """Why a stored person may be the one who is being typed, the surest first."""

    SAME_CODE = "same_code"
    SAME_PAPER = "same_paper"
    SAME_NAME_AND_FATHER = "same_name_and_father"
    SAME_PHONE = "same_phone"
    SOUNDS_ALIKE = "sounds_alike"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A person who may be the same, with the reasons and their sentence."""

    person: PersonRow
    reasons: tuple[LikenessReason, ...]
    words: str

    @property
    def is_sure(self) -> bool:
        """The identity code is the same: a second row can't be stored, the known one must be taken."""
        return LikenessReason.SAME_CODE in self.reasons


def _contact_draft(row: ContactRow) -> ContactDraft:
    return ContactDraft(
        kind=row.kind,
        value=row.value,
        id=row.id,
        postal_code=row.postal_code,
        owner=row.owner,
        is_safe=row.is_safe,
        safe_hours=row.safe_hours,
        code_word=row.code_word,
        is_confidential=row.is_confidential,
        do_not_call=row.do_not_call,
        given_by=row.given_by,
        given_by_person_id=row.given_by_person_id,
    )


def as_stored(person_id: UUID, *contacts: ContactDraft) -> PersonDraft:
    """A known person as stored, perhaps with contacts to add."""
    return PersonDraft(id=person_id, contacts=contacts)
