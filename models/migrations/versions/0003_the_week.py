"""the week"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("danger_response", schema=None) as batch_op:
        batch_op.create_index("ix_danger_response_open", ["unit_id", "completed_at", "known_at"], unique=False)

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index("ix_document_registry", ["unit_id", "awaits_registry", "issued_at"], unique=False)

    with op.batch_alter_table("letter_action", schema=None) as batch_op:
        batch_op.create_index("ix_letter_action_unit", ["unit_id", "done_at", "due_on"], unique=False)

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("ix_session_day", ["unit_id", "day", "staff_id", "start", "end"], unique=False)


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
