"""the week"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index("ix_document_registry", ["unit_id", "awaits_registry", "issued_at"], unique=False)


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
