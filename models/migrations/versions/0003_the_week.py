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

    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("happened_on", sa.Date(), nullable=True))

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("repeat", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("backdated_reason", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("entered_at", Instant(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_letter_unit_id_book_year_serial"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_letter_unit_id_book_year_serial_repeat"), ["unit_id", "book", "year", "serial", "repeat"]
        )


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
