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

    with op.batch_alter_table("invitation_attempt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("result_at", Instant(), nullable=True))
        batch_op.create_index("ix_invitation_attempt_result", ["unit_id", "result", "at"], unique=False)


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
