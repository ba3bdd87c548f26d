"""the week"""

import sqlalchemy as sa
from alembic import op

from models.base import Instant, Json, Uid

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "working_season",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("declared_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_working_season_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_season")),
    )
    with op.batch_alter_table("working_season", schema=None) as batch_op:
        batch_op.create_index("ix_working_season_days", ["unit_id", "last_on", "first_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_working_season_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "on_call_night",
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_on_call_night_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_on_call_night_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_on_call_night")),
    )
    with op.batch_alter_table("on_call_night", schema=None) as batch_op:
        batch_op.create_index("ix_on_call_night_day", ["unit_id", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_on_call_night_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "shift_handover",
        sa.Column("given_by_id", Uid(), nullable=False),
        sa.Column("taken_by_id", Uid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("calls", sa.Text(), nullable=False),
        sa.Column("papers", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["given_by_id"], ["staff.id"], name=op.f("fk_shift_handover_given_by_id")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["staff.id"], name=op.f("fk_shift_handover_taken_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_shift_handover_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_handover")),
    )
    with op.batch_alter_table("shift_handover", schema=None) as batch_op:
        batch_op.create_index("ix_shift_handover_at", ["unit_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_shift_handover_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "staff_absence",
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_absence_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_staff_absence_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_absence")),
    )
    with op.batch_alter_table("staff_absence", schema=None) as batch_op:
        batch_op.create_index("ix_staff_absence_days", ["unit_id", "last_on", "first_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_absence_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_absence_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "work_handover",
        sa.Column("from_id", Uid(), nullable=False),
        sa.Column("by_id", Uid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_by_id", Uid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_work_handover_by_id")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["staff.id"], name=op.f("fk_work_handover_ended_by_id")),
        sa.ForeignKeyConstraint(["from_id"], ["staff.id"], name=op.f("fk_work_handover_from_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_work_handover_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_handover")),
    )
    with op.batch_alter_table("work_handover", schema=None) as batch_op:
        batch_op.create_index("ix_work_handover_at", ["unit_id", "at"], unique=False)
        batch_op.create_index("ix_work_handover_from", ["from_id", "state", "first_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_work_handover_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "working_band",
        sa.Column("season_id", Uid(), nullable=True),
        sa.Column("staff_id", Uid(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["season_id"], ["working_season.id"], name=op.f("fk_working_band_season_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_working_band_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_working_band_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_band")),
    )
    with op.batch_alter_table("working_band", schema=None) as batch_op:
        batch_op.create_index("ix_working_band_of", ["unit_id", "season_id", "staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_working_band_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "appointment_series",
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_appointment_series_case_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_appointment_series_created_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_appointment_series_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_series")),
    )
    with op.batch_alter_table("appointment_series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointment_series_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_series_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "handover_item",
        sa.Column("handover_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("to_id", Uid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("was_responsible", sa.Boolean(), nullable=False),
        sa.Column("was_sharing", sa.Boolean(), nullable=False),
        sa.Column("was_known", sa.Boolean(), nullable=False),
        sa.Column("moved", Json(), nullable=False),
        sa.Column("returned_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_handover_item_case_id")),
        sa.ForeignKeyConstraint(["handover_id"], ["work_handover.id"], name=op.f("fk_handover_item_handover_id")),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name=op.f("fk_handover_item_to_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_handover_item_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_item")),
        sa.UniqueConstraint("handover_id", "case_id", name=op.f("uq_handover_item_handover_id_case_id")),
    )
    with op.batch_alter_table("handover_item", schema=None) as batch_op:
        batch_op.create_index("ix_handover_item_case", ["case_id", "handover_id"], unique=False)
        batch_op.create_index("ix_handover_item_to", ["to_id", "handover_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_item_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "door_mark",
        sa.Column("appointment_id", Uid(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("arrived", sa.Integer(), nullable=True),
        sa.Column("left", sa.Integer(), nullable=True),
        sa.Column("marked_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_door_mark_appointment_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_door_mark_party_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_door_mark_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_door_mark_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_mark")),
        sa.UniqueConstraint("appointment_id", "party_id", name=op.f("uq_door_mark_appointment_id_party_id")),
    )
    with op.batch_alter_table("door_mark", schema=None) as batch_op:
        batch_op.create_index("ix_door_mark_party", ["party_id", "mark"], unique=False)
        batch_op.create_index(batch_op.f("ix_door_mark_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "waiting_entry",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=True),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Date(), nullable=False),
        sa.Column("not_after", sa.Date(), nullable=True),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("appointment_id", Uid(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by_id", Uid(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_waiting_entry_appointment_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_waiting_entry_case_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_waiting_entry_created_by_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_waiting_entry_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_waiting_entry_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_entry")),
    )
    with op.batch_alter_table("waiting_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_entry_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiting_entry_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_waiting_entry_state", ["unit_id", "state", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiting_entry_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "waiting_party",
        sa.Column("entry_id", Uid(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["waiting_entry.id"], name=op.f("fk_waiting_party_entry_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_waiting_party_party_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_waiting_party_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_party")),
        sa.UniqueConstraint("entry_id", "party_id", name=op.f("uq_waiting_party_entry_id_party_id")),
    )
    with op.batch_alter_table("waiting_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_party_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "inquiry",
        sa.Column("letter_id", Uid(), nullable=False),
        sa.Column("mission", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("people", Json(), nullable=False),
        sa.Column("visits", Json(), nullable=False),
        sa.Column("findings", Json(), nullable=False),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("officer_id", Uid(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("document_id", Uid(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_inquiry_document_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_inquiry_letter_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["staff.id"], name=op.f("fk_inquiry_officer_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_inquiry_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_inquiry_letter_id")),
    )
    with op.batch_alter_table("inquiry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inquiry_document_id"), ["document_id"], unique=False)
        batch_op.create_index("ix_inquiry_received", ["unit_id", "received_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_inquiry_unit_id"), ["unit_id"], unique=False)

    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("series_id", Uid(), nullable=True))
        batch_op.add_column(sa.Column("place", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("placed_at", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_appointment_series_id"), ["series_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_appointment_series_id"), "appointment_series", ["series_id"], ["id"]
        )

    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("happened_on", sa.Date(), nullable=True))

    with op.batch_alter_table("danger_response", schema=None) as batch_op:
        batch_op.create_index("ix_danger_response_open", ["unit_id", "completed_at", "known_at"], unique=False)

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index("ix_document_registry", ["unit_id", "awaits_registry", "issued_at"], unique=False)

    with op.batch_alter_table("holiday", schema=None) as batch_op:
        batch_op.add_column(sa.Column("start", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("end", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("declared_at", Instant(), nullable=True))

    with op.batch_alter_table("invitation_attempt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("result_at", Instant(), nullable=True))
        batch_op.create_index("ix_invitation_attempt_result", ["unit_id", "result", "at"], unique=False)

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("repeat", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("backdated_reason", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("entered_at", Instant(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_letter_unit_id_book_year_serial"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_letter_unit_id_book_year_serial_repeat"), ["unit_id", "book", "year", "serial", "repeat"]
        )

    with op.batch_alter_table("letter_action", schema=None) as batch_op:
        batch_op.create_index("ix_letter_action_unit", ["unit_id", "done_at", "due_on"], unique=False)

    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.add_column(sa.Column("door", sa.Text(), server_default=sa.text("''"), nullable=False))

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("ix_session_day", ["unit_id", "day", "staff_id", "start", "end"], unique=False)


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
