"""People, how to reach them, and how they are related."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import KEY_TEXT, SEALED, UNRECORDED, Base, Choice, Owned
from models.enums import BirthPrecision, ContactKind, GivenBy


class Person(Owned, Base):
    """One row for each person this unit knows; the same row serves all of the person's files.

    `full_sort` is the R-21 key of family then given name, so that lists are sorted by an ordinary index. A person
    whose national code was already held by somebody hidden from who typed it is a `twin_of_id` until the head
    joins the two: the typist must not learn of the hidden file (P-6).
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_sort", "unit_id", "merged_into_id", "full_sort", "id"),
        Index("ix_person_code", "national_code", "unit_id"),  # twins share a code: the unique index leaves them out
        Index(
            "uq_person_national_code",
            "unit_id",
            "national_code",
            unique=True,
            sqlite_where=text("national_code <> '' AND merged_into_id IS NULL AND twin_of_id IS NULL"),
            postgresql_where=text("national_code <> '' AND merged_into_id IS NULL AND twin_of_id IS NULL"),
        ),
    )
    given_name: Mapped[str]
    family_name: Mapped[str]
    father_name: Mapped[str] = mapped_column(default="")
    is_name_unknown: Mapped[bool] = mapped_column(default=False)
    id_kind: Mapped[str] = mapped_column(default="unknown")
    id_reason: Mapped[str] = mapped_column(default="")
    national_code: Mapped[str] = mapped_column(default="")
    other_id_no: Mapped[str] = mapped_column(default="")
    is_card_seen: Mapped[bool] = mapped_column(default=False)
    nationality: Mapped[str] = mapped_column(default="")
    birth_on: Mapped[date | None]
    birth_precision: Mapped[BirthPrecision | None] = mapped_column(Choice(BirthPrecision))
    sex: Mapped[str] = mapped_column(default="unknown")
    marital_status: Mapped[str] = mapped_column(default="")
    education: Mapped[str] = mapped_column(default="")
    occupation_status: Mapped[str] = mapped_column(default="")
    occupation_title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    needs_interpreter: Mapped[bool | None]
    can_read: Mapped[bool | None]
    is_staff_relative: Mapped[bool] = mapped_column(default=False)
    is_deceased: Mapped[bool] = mapped_column(default=False)
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    twin_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), info=SEALED, index=True)
    full_sort: Mapped[str] = mapped_column(KEY_TEXT, info=UNRECORDED)
    created_at: Mapped[datetime]


class Contact(Owned, Base):
    """A way to reach a person, and who gave it (P-9).

    What another person says is a row of its own and never replaces what the person gave. A confidential
    address (`is_confidential`) is printed on no paper (P-8); the code word neither (P-2).
    """

    __tablename__ = "contact"
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[ContactKind] = mapped_column(Choice(ContactKind))
    value: Mapped[str] = mapped_column(info=SEALED)
    postal_code: Mapped[str] = mapped_column(default="", info=SEALED)
    owner: Mapped[str] = mapped_column(default="own")
    is_safe: Mapped[bool | None]
    safe_hours: Mapped[str] = mapped_column(default="", info=SEALED)
    code_word: Mapped[str] = mapped_column(default="", info=SEALED)
    is_confidential: Mapped[bool] = mapped_column(default=False)
    do_not_call: Mapped[bool] = mapped_column(default=False)
    given_by: Mapped[GivenBy] = mapped_column(Choice(GivenBy))
    given_by_person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
    is_current: Mapped[bool] = mapped_column(default=True)


class PersonRelation(Owned, Base):
    """Stored once for each pair and file; `kind` says what `person_a` is to `person_b`.

    `case_id` is the file in which it was told, None where nobody said: whoever may not know of the file must not
    learn from it that two people belong together (P-7).
    """

    __tablename__ = "person_relation"
    __table_args__ = (UniqueConstraint("unit_id", "person_a_id", "person_b_id", "case_id"),)
    person_a_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    person_b_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[str]
    told_at: Mapped[datetime]


class HealthRecord(Owned, Base):
    """Health, addiction and pregnancy: kept apart, closed until the person's consent is recorded (R-22)."""

    __tablename__ = "health_record"
    __table_args__ = (UniqueConstraint("unit_id", "person_id", "case_id"),)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    recorded_at: Mapped[datetime]
    emergency_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    disability: Mapped[str] = mapped_column(default="", info=SEALED)
    chronic_illness: Mapped[str] = mapped_column(default="", info=SEALED)
    medication: Mapped[str] = mapped_column(default="", info=SEALED)
    addiction: Mapped[str] = mapped_column(default="", info=SEALED)
    is_pregnant: Mapped[bool | None] = mapped_column(info=SEALED)
