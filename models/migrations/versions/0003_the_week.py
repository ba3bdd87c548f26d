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


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
