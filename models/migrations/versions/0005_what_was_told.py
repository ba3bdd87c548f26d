"""what was told, and what forms ask"""

import sqlalchemy as sa
from alembic import op

from models.base import Instant, Json

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("referral_in", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told_disposition", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("told_cycle", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("told_signed", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("outdated_since", Instant(), nullable=True))
        batch_op.create_index("ix_referral_in_outdated", ["unit_id", "outdated_since"], unique=False)
    op.execute(_what_was_told())
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hold_reason", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("hold_note", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("hold_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("legal_issues", Json(), server_default=sa.text("'[]'"), nullable=False))
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("audience", sa.Integer(), nullable=True))
    with op.batch_alter_table("document", schema=None) as batch_op:
        signing = ["case_id", "state", "signed_sheet_place", "kind", "agreement_id"]
        batch_op.create_index("ix_document_signing", signing, unique=False)


def _what_was_told() -> sa.Update:
    """What an answer said is known only where the outcome was not touched after it."""
    referral = sa.table("referral_in", *_columns("case_id", "replied_at", "told_disposition", "told_cycle"), _SIGNED)
    outcome = sa.table("outcome", *_columns("case_id", "cycle", "disposition", "recorded_at", "signatures_seen_on"))
    of_case = outcome.c.case_id == referral.c.case_id
    last = sa.select(outcome.c.disposition).where(of_case).order_by(outcome.c.cycle.desc()).limit(1)
    seen = outcome.c.signatures_seen_on.is_not(None)
    return (
        sa.update(referral)
        .where(
            referral.c.replied_at.is_not(None),
            sa.exists(sa.select(outcome.c.cycle).where(of_case)),
            ~sa.exists(sa.select(outcome.c.cycle).where(of_case, outcome.c.recorded_at > referral.c.replied_at)),
        )
        .values(
            told_disposition=last.scalar_subquery(),
            told_cycle=last.with_only_columns(outcome.c.cycle).scalar_subquery(),
            told_signed=last.with_only_columns(seen).scalar_subquery(),
        )
    )


_SIGNED: sa.ColumnClause[bool] = sa.column("told_signed", sa.Boolean())


def _columns(*names: str) -> list[sa.ColumnClause[object]]:
    return [sa.column(name) for name in names]


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
