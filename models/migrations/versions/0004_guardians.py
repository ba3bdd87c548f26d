"""who answers for a child"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("guardian_kind", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("has_custody", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("judge_order", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("head_reason", sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
