"""first day"""

import sqlalchemy as sa
from alembic import op

from models.base import Instant, Json, Uid
from models.engine import TRIGRAM_TABLE

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_term",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("subject_id", Uid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("term", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_search_term")),
    )
    with op.batch_alter_table("search_term", schema=None) as batch_op:
        batch_op.create_index("ix_search_term_subject", ["subject_id"], unique=False)
        batch_op.create_index("ix_search_term_term", ["kind", "noun", "term", "subject_id"], unique=False)

    op.create_table(
        "search_text",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("subject_id", Uid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_search_text")),
    )
    with op.batch_alter_table("search_text", schema=None) as batch_op:
        batch_op.create_index("ix_search_text_subject", ["subject_id"], unique=False)

    op.create_table(
        "unit",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("letterhead_lines", Json(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("case_no_format", sa.Text(), nullable=False),
        sa.Column("letter_no_format", sa.Text(), nullable=False),
        sa.Column("is_practice", sa.Boolean(), nullable=False),
        sa.Column("installation_id", Uid(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_table(
        "audit_event",
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("installation_id", Uid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("subject_id", Uid(), nullable=True),
        sa.Column("payload_hash", sa.LargeBinary(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_audit_event_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sa.UniqueConstraint(
            "unit_id", "installation_id", "seq", name=op.f("uq_audit_event_unit_id_installation_id_seq")
        ),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index("ix_audit_event_subject", ["subject_id"], unique=False)

    op.create_table(
        "counter",
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_counter_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter")),
        sa.UniqueConstraint("unit_id", "book", "year", name=op.f("uq_counter_unit_id_book_year")),
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_holiday_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint("unit_id", "day", "title", name=op.f("uq_holiday_unit_id_day_title")),
    )
    with op.batch_alter_table("holiday", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_holiday_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_holiday_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "lookup_value",
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("behaviour", Json(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_lookup_value_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_value")),
        sa.UniqueConstraint("unit_id", "list", "code", name=op.f("uq_lookup_value_unit_id_list_code")),
    )
    op.create_table(
        "person",
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("father_name", sa.Text(), nullable=False),
        sa.Column("is_name_unknown", sa.Boolean(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_reason", sa.Text(), nullable=False),
        sa.Column("national_code", sa.Text(), nullable=False),
        sa.Column("other_id_no", sa.Text(), nullable=False),
        sa.Column("is_card_seen", sa.Boolean(), nullable=False),
        sa.Column("nationality", sa.Text(), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.String(length=32), nullable=True),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("marital_status", sa.Text(), nullable=False),
        sa.Column("education", sa.Text(), nullable=False),
        sa.Column("occupation_status", sa.Text(), nullable=False),
        sa.Column("occupation_title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("needs_interpreter", sa.Boolean(), nullable=True),
        sa.Column("can_read", sa.Boolean(), nullable=True),
        sa.Column("is_staff_relative", sa.Boolean(), nullable=False),
        sa.Column("is_deceased", sa.Boolean(), nullable=False),
        sa.Column("merged_into_id", Uid(), nullable=True),
        sa.Column("twin_of_id", Uid(), nullable=True),
        sa.Column("full_sort", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["merged_into_id"], ["person.id"], name=op.f("fk_person_merged_into_id")),
        sa.ForeignKeyConstraint(["twin_of_id"], ["person.id"], name=op.f("fk_person_twin_of_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_code", ["national_code", "unit_id"], unique=False)
        batch_op.create_index("ix_person_sort", ["unit_id", "merged_into_id", "full_sort", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_twin_of_id"), ["twin_of_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(
            "uq_person_national_code",
            ["unit_id", "national_code"],
            unique=True,
            sqlite_where=sa.text("national_code <> '' AND merged_into_id IS NULL AND twin_of_id IS NULL"),
            postgresql_where=sa.text("national_code <> '' AND merged_into_id IS NULL AND twin_of_id IS NULL"),
        )

    op.create_table(
        "room",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_room_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "setting",
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", Json(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_setting_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("unit_id", "key", name=op.f("uq_setting_unit_id_key")),
    )
    op.create_table(
        "staff",
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("licence_no", sa.Text(), nullable=False),
        sa.Column("service_end_on", sa.Date(), nullable=True),
        sa.Column("may_sign", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("last_signed_in_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_staff_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("unit_id", "username", name=op.f("uq_staff_unit_id_username")),
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "audit_payload",
        sa.Column("event_id", Uid(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["audit_event.id"], name=op.f("fk_audit_payload_event_id")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_audit_payload")),
    )
    op.create_table(
        "case_file",
        sa.Column("case_no", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("primary_category", sa.Text(), nullable=False),
        sa.Column("subject_line", sa.Text(), nullable=False),
        sa.Column("own_words", sa.Text(), nullable=False),
        sa.Column("has_criminal_aspect", sa.Boolean(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("disposition", sa.Text(), nullable=False),
        sa.Column("disposition_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("responsible_id", Uid(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("joint_policy", sa.String(length=32), nullable=False),
        sa.Column("joint_policy_reason", sa.Text(), nullable=False),
        sa.Column("previous_case_id", Uid(), nullable=True),
        sa.Column("paper_case_no", sa.Text(), nullable=False),
        sa.Column("is_from_paper", sa.Boolean(), nullable=False),
        sa.Column("archive_place", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by_id", Uid(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_case_file_created_by_id")),
        sa.ForeignKeyConstraint(["previous_case_id"], ["case_file.id"], name=op.f("fk_case_file_previous_case_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["staff.id"], name=op.f("fk_case_file_responsible_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_file_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("unit_id", "case_no", name=op.f("uq_case_file_unit_id_case_no")),
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_file_confidentiality", ["unit_id", "confidentiality", "responsible_id", "id"], unique=False
        )
        batch_op.create_index("ix_case_file_open", ["unit_id", "status", "opened_on"], unique=False)
        batch_op.create_index(
            "ix_case_file_opened",
            ["unit_id", "opened_on", "id", "status", "confidentiality", "responsible_id", "primary_category"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_case_file_previous_case_id"), ["previous_case_id"], unique=False)
        batch_op.create_index("ix_case_file_responsible", ["responsible_id", "status"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "advice",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("is_danger", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_advice_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_advice_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_advice_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
    )
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.create_index("ix_advice_day", ["unit_id", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_advice_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "appointment",
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("is_joint", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room_id", Uid(), nullable=True),
        sa.Column("second_room_id", Uid(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cancel_reason", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_appointment_case_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_appointment_created_by_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_appointment_room_id")),
        sa.ForeignKeyConstraint(["second_room_id"], ["room.id"], name=op.f("fk_appointment_second_room_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_appointment_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.create_index("ix_appointment_case", ["case_id", "day"], unique=False)
        batch_op.create_index("ix_appointment_day", ["unit_id", "day", "start"], unique=False)
        batch_op.create_index("ix_appointment_status", ["unit_id", "status", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "case_category",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_category_case_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_category_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_category")),
        sa.UniqueConstraint("case_id", "category", name=op.f("uq_case_category_case_id_category")),
    )
    with op.batch_alter_table("case_category", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_category_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_category_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "case_party",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_inviting", sa.Boolean(), nullable=False),
        sa.Column("invite_answer", sa.String(length=32), nullable=False),
        sa.Column("invite_answered_at", Instant(), nullable=True),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_party_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_party_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_party_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_party")),
        sa.UniqueConstraint("case_id", "person_id", "role", name=op.f("uq_case_party_case_id_person_id_role")),
    )
    with op.batch_alter_table("case_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_party_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_case_party_person", ["person_id", "case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_party_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "case_worker",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_worker_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_case_worker_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_worker_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_worker")),
        sa.UniqueConstraint("case_id", "staff_id", name=op.f("uq_case_worker_case_id_staff_id")),
    )
    with op.batch_alter_table("case_worker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_worker_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_worker_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_worker_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "contact",
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("is_safe", sa.Boolean(), nullable=True),
        sa.Column("safe_hours", sa.Text(), nullable=False),
        sa.Column("code_word", sa.Text(), nullable=False),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("do_not_call", sa.Boolean(), nullable=False),
        sa.Column("given_by", sa.String(length=32), nullable=False),
        sa.Column("given_by_person_id", Uid(), nullable=True),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_contact_case_id")),
        sa.ForeignKeyConstraint(["given_by_person_id"], ["person.id"], name=op.f("fk_contact_given_by_person_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_contact_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "danger_response",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("known_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("no_consent_reason", sa.Text(), nullable=False),
        sa.Column("steps", Json(), nullable=False),
        sa.Column("completed_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_danger_response_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_danger_response_person_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_danger_response_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_danger_response_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_danger_response")),
    )
    with op.batch_alter_table("danger_response", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_danger_response_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_danger_response_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_danger_response_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.Column("registered_by_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("correspondent", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("their_number", sa.Text(), nullable=False),
        sa.Column("their_date", sa.Date(), nullable=True),
        sa.Column("classification", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("enclosures", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_letter_case_id")),
        sa.ForeignKeyConstraint(["registered_by_id"], ["staff.id"], name=op.f("fk_letter_registered_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_letter_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("unit_id", "book", "year", "serial", name=op.f("uq_letter_unit_id_book_year_serial")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_letter_registered", ["unit_id", "registered_at", "id", "book", "direction", "year"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_letter_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "night_entry",
        sa.Column("happened_at", Instant(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("safe_phone", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("is_danger_now", sa.Boolean(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("done_what", sa.Text(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("completed_at", Instant(), nullable=True),
        sa.Column("completed_by_id", Uid(), nullable=True),
        sa.Column("completion", sa.Text(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_night_entry_case_id")),
        sa.ForeignKeyConstraint(["completed_by_id"], ["staff.id"], name=op.f("fk_night_entry_completed_by_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_night_entry_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_night_entry_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_night_entry")),
    )
    with op.batch_alter_table("night_entry", schema=None) as batch_op:
        batch_op.create_index("ix_night_entry_open", ["unit_id", "completed_at", "happened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_night_entry_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("other_case_id", Uid(), nullable=True),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("raised_at", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=True),
        sa.Column("seen_by_id", Uid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_notice_case_id")),
        sa.ForeignKeyConstraint(["other_case_id"], ["case_file.id"], name=op.f("fk_notice_other_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id")),
        sa.ForeignKeyConstraint(["seen_by_id"], ["staff.id"], name=op.f("fk_notice_seen_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_notice_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index("ix_notice_unseen", ["unit_id", "seen_at", "raised_at"], unique=False)

    op.create_table(
        "outcome",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("disposition", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("signatures_seen_on", sa.Date(), nullable=True),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_outcome_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_outcome_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_outcome_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("case_id", "cycle", name=op.f("uq_outcome_case_id_cycle")),
    )
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_outcome_signatures", ["unit_id", "signatures_seen_on", "disposition"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "person_relation",
        sa.Column("person_a_id", Uid(), nullable=False),
        sa.Column("person_b_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_person_relation_case_id")),
        sa.ForeignKeyConstraint(["person_a_id"], ["person.id"], name=op.f("fk_person_relation_person_a_id")),
        sa.ForeignKeyConstraint(["person_b_id"], ["person.id"], name=op.f("fk_person_relation_person_b_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_relation_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_relation")),
        sa.UniqueConstraint(
            "unit_id",
            "person_a_id",
            "person_b_id",
            "case_id",
            name=op.f("uq_person_relation_unit_id_person_a_id_person_b_id_case_id"),
        ),
    )
    with op.batch_alter_table("person_relation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_relation_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_relation_person_a_id"), ["person_a_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_relation_person_b_id"), ["person_b_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_relation_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "safety_plan",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_with_client", sa.Boolean(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_safety_plan_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_safety_plan_person_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_safety_plan_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_safety_plan_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_plan")),
        sa.UniqueConstraint("case_id", "person_id", name=op.f("uq_safety_plan_case_id_person_id")),
    )
    with op.batch_alter_table("safety_plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_plan_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_safety_plan_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_safety_plan_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "appointment_party",
        sa.Column("appointment_id", Uid(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_party_appointment_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_appointment_party_party_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_appointment_party_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_party")),
        sa.UniqueConstraint("appointment_id", "party_id", name=op.f("uq_appointment_party_appointment_id_party_id")),
    )
    with op.batch_alter_table("appointment_party", schema=None) as batch_op:
        batch_op.create_index("ix_appointment_party_party", ["party_id", "appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_party_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "appointment_staff",
        sa.Column("appointment_id", Uid(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_staff_appointment_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_appointment_staff_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_appointment_staff_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_staff")),
        sa.UniqueConstraint("appointment_id", "staff_id", name=op.f("uq_appointment_staff_appointment_id_staff_id")),
    )
    with op.batch_alter_table("appointment_staff", schema=None) as batch_op:
        batch_op.create_index("ix_appointment_staff_staff", ["staff_id", "appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_staff_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "gate_override",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("appointment_id", Uid(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_gate_override_appointment_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_gate_override_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_gate_override_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_gate_override_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gate_override")),
    )
    with op.batch_alter_table("gate_override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gate_override_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_gate_override_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_gate_override_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "referral_in",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("letter_id", Uid(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("letter_no", sa.Text(), nullable=False),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("judicial_case_no", sa.Text(), nullable=False),
        sa.Column("judicial_archive_no", sa.Text(), nullable=False),
        sa.Column("notice_no", sa.Text(), nullable=False),
        sa.Column("complaint_no", sa.Text(), nullable=False),
        sa.Column("incident_no", sa.Text(), nullable=False),
        sa.Column("agency_no", sa.Text(), nullable=False),
        sa.Column("order_text", sa.Text(), nullable=False),
        sa.Column("ordered_both", sa.Boolean(), nullable=False),
        sa.Column("heard_from", sa.Text(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("is_reply_owed", sa.Boolean(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("extension_count", sa.Integer(), nullable=False),
        sa.Column("replied_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_referral_in_case_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_referral_in_letter_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_referral_in_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_in")),
    )
    with op.batch_alter_table("referral_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_in_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_referral_in_due", ["unit_id", "is_reply_owed", "replied_at", "due_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_referral_in_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("appointment_id", Uid(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("room_id", Uid(), nullable=True),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("case_record", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("is_late_entry", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_session_appointment_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_session_case_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_session_room_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_session_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_session_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index("ix_session_case", ["case_id", "day", "start"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("session_id", Uid(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("arrived", sa.Integer(), nullable=True),
        sa.Column("left", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_attendance_party_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_attendance_session_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_attendance_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("session_id", "party_id", name=op.f("uq_attendance_session_id_party_id")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_party", ["party_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "document",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("person_id", Uid(), nullable=True),
        sa.Column("appointment_id", Uid(), nullable=True),
        sa.Column("session_id", Uid(), nullable=True),
        sa.Column("letter_id", Uid(), nullable=True),
        sa.Column("template_version", sa.Text(), nullable=False),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("issued_by_id", Uid(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("snapshot", Json(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_document_appointment_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_document_case_id")),
        sa.ForeignKeyConstraint(["issued_by_id"], ["staff.id"], name=op.f("fk_document_issued_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_document_letter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_document_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_document_session_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_document_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index("ix_document_case", ["case_id", "issued_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("decided_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("guardian_name", sa.Text(), nullable=False),
        sa.Column("was_read_aloud", sa.Boolean(), nullable=False),
        sa.Column("witnesses", Json(), nullable=False),
        sa.Column("interpreter_name", sa.Text(), nullable=False),
        sa.Column("interpreter_language", sa.Text(), nullable=False),
        sa.Column("interpreter_pledged", sa.Boolean(), nullable=False),
        sa.Column("document_id", Uid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_consent_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_consent_document_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_consent_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_consent_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index("ix_consent_person", ["case_id", "person_id", "kind", "decided_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "invitation_attempt",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("appointment_id", Uid(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("delivered_by", sa.Text(), nullable=False),
        sa.Column("received_by", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("document_id", Uid(), nullable=True),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_invitation_attempt_appointment_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_invitation_attempt_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_invitation_attempt_document_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_invitation_attempt_party_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_invitation_attempt_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_invitation_attempt_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_attempt")),
    )
    with op.batch_alter_table("invitation_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_attempt_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_attempt_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_invitation_attempt_party", ["party_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_attempt_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "print_log",
        sa.Column("document_id", Uid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("numbers", Json(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_print_log_document_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_print_log_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_print_log_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_log")),
    )
    with op.batch_alter_table("print_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_log_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_log_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "health_record",
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("consent_id", Uid(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("emergency_reason", sa.Text(), nullable=False),
        sa.Column("disability", sa.Text(), nullable=False),
        sa.Column("chronic_illness", sa.Text(), nullable=False),
        sa.Column("medication", sa.Text(), nullable=False),
        sa.Column("addiction", sa.Text(), nullable=False),
        sa.Column("is_pregnant", sa.Boolean(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_health_record_case_id")),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_health_record_consent_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_health_record_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_health_record_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health_record")),
        sa.UniqueConstraint(
            "unit_id", "person_id", "case_id", name=op.f("uq_health_record_unit_id_person_id_case_id")
        ),
    )
    with op.batch_alter_table("health_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_health_record_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_health_record_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_health_record_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "safety_screen",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("consent_id", Uid(), nullable=True),
        sa.Column("emergency_reason", sa.Text(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("is_full_form", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("was_alone", sa.Boolean(), nullable=False),
        sa.Column("others_present", sa.Text(), nullable=False),
        sa.Column("interpreter_name", sa.Text(), nullable=False),
        sa.Column("screened_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("answers", Json(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=True),
        sa.Column("result_reason", sa.Text(), nullable=False),
        sa.Column("not_done_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_safety_screen_case_id")),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_safety_screen_consent_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_safety_screen_person_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_safety_screen_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_safety_screen_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_screen")),
    )
    with op.batch_alter_table("safety_screen", schema=None) as batch_op:
        batch_op.create_index("ix_safety_screen_person", ["case_id", "person_id", "screened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_safety_screen_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_safety_screen_result", ["unit_id", "result"], unique=False)
        batch_op.create_index(batch_op.f("ix_safety_screen_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "risk_flag",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("known_at", Instant(), nullable=False),
        sa.Column("raised_at", Instant(), nullable=False),
        sa.Column("raised_by_id", Uid(), nullable=False),
        sa.Column("screen_id", Uid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("reported_no", sa.Text(), nullable=False),
        sa.Column("reported_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("closed_by_id", Uid(), nullable=True),
        sa.Column("close_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_risk_flag_case_id")),
        sa.ForeignKeyConstraint(["closed_by_id"], ["staff.id"], name=op.f("fk_risk_flag_closed_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_risk_flag_person_id")),
        sa.ForeignKeyConstraint(["raised_by_id"], ["staff.id"], name=op.f("fk_risk_flag_raised_by_id")),
        sa.ForeignKeyConstraint(["screen_id"], ["safety_screen.id"], name=op.f("fk_risk_flag_screen_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_risk_flag_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_flag")),
    )
    with op.batch_alter_table("risk_flag", schema=None) as batch_op:
        batch_op.create_index("ix_risk_flag_case", ["case_id", "closed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_flag_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_risk_flag_review", ["unit_id", "closed_at", "review_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_flag_unit_id"), ["unit_id"], unique=False)

    _trigrams()


def _trigrams() -> None:
    """Fragments are found by trigrams: FTS5 in the encrypted file, pg_trgm on a server."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(TRIGRAM_TABLE)
    else:
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute("CREATE INDEX ix_search_text_trgm ON search_text USING gin (text gin_trgm_ops)")


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
