"""to closure"""

import sqlalchemy as sa
from alembic import op

from models.base import Instant, Json, Uid

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_template",
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("follows_shipped", sa.Boolean(), nullable=False),
        sa.Column("shipped_version", sa.Integer(), nullable=False),
        sa.Column("saved_by_id", Uid(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["saved_by_id"], ["staff.id"], name=op.f("fk_letter_template_saved_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_letter_template_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint("unit_id", "letter", "number", name=op.f("uq_letter_template_unit_id_letter_number")),
    )
    with op.batch_alter_table("letter_template", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_template_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "note_escrow",
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("first_holder_id", Uid(), nullable=False),
        sa.Column("second_holder_id", Uid(), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("first_half", sa.LargeBinary(), nullable=False),
        sa.Column("second_half", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["first_holder_id"], ["staff.id"], name=op.f("fk_note_escrow_first_holder_id")),
        sa.ForeignKeyConstraint(["second_holder_id"], ["staff.id"], name=op.f("fk_note_escrow_second_holder_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_note_escrow_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_escrow")),
    )
    with op.batch_alter_table("note_escrow", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_escrow_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "paper_file",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_by_id", Uid(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["added_by_id"], ["staff.id"], name=op.f("fk_paper_file_added_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_paper_file_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_file")),
        sa.UniqueConstraint("unit_id", "sha256", name=op.f("uq_paper_file_unit_id_sha256")),
    )
    with op.batch_alter_table("paper_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_file_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("sat_together", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("open_points", sa.Text(), nullable=False),
        sa.Column("is_conditional", sa.Boolean(), nullable=False),
        sa.Column("has_mutual_waiver", sa.Boolean(), nullable=False),
        sa.Column("breach_words", sa.Text(), nullable=False),
        sa.Column("children_words", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("court_body", sa.Text(), nullable=False),
        sa.Column("court_number", sa.Text(), nullable=False),
        sa.Column("court_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_agreement_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_agreement_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_agreement_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index("ix_agreement_case", ["case_id", "cycle"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "closure",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("checks", Json(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_closure_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_closure_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_closure_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
        sa.UniqueConstraint("case_id", "cycle", name=op.f("uq_closure_case_id_cycle")),
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "reopening",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_reopening_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_reopening_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_reopening_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reopening")),
    )
    with op.batch_alter_table("reopening", schema=None) as batch_op:
        batch_op.create_index("ix_reopening_case", ["case_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_reopening_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "agreement_clause",
        sa.Column("agreement_id", Uid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("debtor_id", Uid(), nullable=False),
        sa.Column("creditor_id", Uid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("instalments", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("depends_on_id", Uid(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_clause_agreement_id")),
        sa.ForeignKeyConstraint(["creditor_id"], ["case_party.id"], name=op.f("fk_agreement_clause_creditor_id")),
        sa.ForeignKeyConstraint(["debtor_id"], ["case_party.id"], name=op.f("fk_agreement_clause_debtor_id")),
        sa.ForeignKeyConstraint(
            ["depends_on_id"], ["agreement_clause.id"], name=op.f("fk_agreement_clause_depends_on_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_agreement_clause_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_clause")),
        sa.UniqueConstraint("agreement_id", "position", name=op.f("uq_agreement_clause_agreement_id_position")),
    )
    with op.batch_alter_table("agreement_clause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_clause_creditor_id"), ["creditor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_clause_debtor_id"), ["debtor_id"], unique=False)
        batch_op.create_index("ix_agreement_clause_due", ["unit_id", "state", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_clause_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "agreement_signer",
        sa.Column("agreement_id", Uid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("party_id", Uid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("father_name", sa.Text(), nullable=False),
        sa.Column("national_code", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_signer_agreement_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_agreement_signer_party_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_agreement_signer_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_signer")),
    )
    with op.batch_alter_table("agreement_signer", schema=None) as batch_op:
        batch_op.create_index("ix_agreement_signer_agreement", ["agreement_id", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_signer_party_id"), ["party_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_signer_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "follow_up",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("party_id", Uid(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("next_action", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_follow_up_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_follow_up_party_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_follow_up_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index("ix_follow_up_case", ["case_id", "due_on"], unique=False)
        batch_op.create_index("ix_follow_up_due", ["unit_id", "state", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_party_id"), ["party_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "handwritten_sheet",
        sa.Column("letter_id", Uid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("reserved_at", Instant(), nullable=False),
        sa.Column("reserved_by_id", Uid(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("entered_at", Instant(), nullable=True),
        sa.Column("entered_by_id", Uid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["entered_by_id"], ["staff.id"], name=op.f("fk_handwritten_sheet_entered_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_handwritten_sheet_letter_id")),
        sa.ForeignKeyConstraint(["reserved_by_id"], ["staff.id"], name=op.f("fk_handwritten_sheet_reserved_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_handwritten_sheet_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handwritten_sheet")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_handwritten_sheet_letter_id")),
    )
    with op.batch_alter_table("handwritten_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handwritten_sheet_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "letter_action",
        sa.Column("letter_id", Uid(), nullable=False),
        sa.Column("order_text", sa.Text(), nullable=False),
        sa.Column("from_staff_id", Uid(), nullable=False),
        sa.Column("to_staff_id", Uid(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("done_by_id", Uid(), nullable=True),
        sa.Column("done_word", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["done_by_id"], ["staff.id"], name=op.f("fk_letter_action_done_by_id")),
        sa.ForeignKeyConstraint(["from_staff_id"], ["staff.id"], name=op.f("fk_letter_action_from_staff_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letter_action_letter_id")),
        sa.ForeignKeyConstraint(["to_staff_id"], ["staff.id"], name=op.f("fk_letter_action_to_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_letter_action_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_action")),
    )
    with op.batch_alter_table("letter_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_action_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index("ix_letter_action_open", ["to_staff_id", "done_at", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_action_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "letter_link",
        sa.Column("letter_id", Uid(), nullable=False),
        sa.Column("earlier_id", Uid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["earlier_id"], ["letter.id"], name=op.f("fk_letter_link_earlier_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letter_link_letter_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_letter_link_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_link")),
        sa.UniqueConstraint("letter_id", "earlier_id", name=op.f("uq_letter_link_letter_id_earlier_id")),
    )
    with op.batch_alter_table("letter_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_link_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_link_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "case_note",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("session_id", Uid(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_note_case_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_case_note_session_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_case_note_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_note_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
    )
    with op.batch_alter_table("case_note", schema=None) as batch_op:
        batch_op.create_index("ix_case_note_case", ["case_id", "happened_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_note_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_note_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "follow_up_attempt",
        sa.Column("follow_up_id", Uid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("was_safe", sa.Boolean(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_attempt_follow_up_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_follow_up_attempt_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_follow_up_attempt_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_attempt")),
    )
    with op.batch_alter_table("follow_up_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_follow_up_attempt_follow_up", ["follow_up_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_attempt_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "process_note",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("session_id", Uid(), nullable=True),
        sa.Column("author_id", Uid(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("emergency_at", Instant(), nullable=True),
        sa.Column("emergency_by_id", Uid(), nullable=True),
        sa.Column("emergency_seen_at", Instant(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_process_note_author_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_process_note_case_id")),
        sa.ForeignKeyConstraint(["emergency_by_id"], ["staff.id"], name=op.f("fk_process_note_emergency_by_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_process_note_session_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_process_note_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_note")),
    )
    with op.batch_alter_table("process_note", schema=None) as batch_op:
        batch_op.create_index("ix_process_note_case", ["case_id", "author_id"], unique=False)
        batch_op.create_index("ix_process_note_emergency", ["author_id", "emergency_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_process_note_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_process_note_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "session_task",
        sa.Column("session_id", Uid(), nullable=False),
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party_id", Uid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_session_task_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["case_party.id"], name=op.f("fk_session_task_party_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_task_session_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_session_task_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_task")),
    )
    with op.batch_alter_table("session_task", schema=None) as batch_op:
        batch_op.create_index("ix_session_task_case", ["case_id", "done_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_task_party_id"), ["party_id"], unique=False)
        batch_op.create_index("ix_session_task_session", ["session_id", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_task_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("case_id", Uid(), nullable=True),
        sa.Column("document_id", Uid(), nullable=True),
        sa.Column("letter_id", Uid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("classification", sa.Text(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_attachment_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_attachment_document_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_attachment_letter_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_attachment_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_attachment_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_case", ["case_id", "added_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "process_note_key",
        sa.Column("note_id", Uid(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("given_by_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["given_by_id"], ["staff.id"], name=op.f("fk_process_note_key_given_by_id")),
        sa.ForeignKeyConstraint(["note_id"], ["process_note.id"], name=op.f("fk_process_note_key_note_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_process_note_key_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_process_note_key_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_note_key")),
        sa.UniqueConstraint(
            "note_id", "staff_id", "public_key", name=op.f("uq_process_note_key_note_id_staff_id_public_key")
        ),
    )
    with op.batch_alter_table("process_note_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_process_note_key_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_process_note_key_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "recipient_copy",
        sa.Column("document_id", Uid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("person_id", Uid(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_recipient_copy_document_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recipient_copy_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_recipient_copy_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipient_copy")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_recipient_copy_document_id_position")),
    )
    with op.batch_alter_table("recipient_copy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recipient_copy_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recipient_copy_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "referral_out",
        sa.Column("case_id", Uid(), nullable=False),
        sa.Column("person_id", Uid(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("consent_id", Uid(), nullable=True),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer_number", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("document_id", Uid(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("staff_id", Uid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_referral_out_case_id")),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_referral_out_consent_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_referral_out_document_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_referral_out_person_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_referral_out_staff_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_referral_out_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_out")),
    )
    with op.batch_alter_table("referral_out", schema=None) as batch_op:
        batch_op.create_index("ix_referral_out_case", ["case_id", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_out_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_referral_out_state", ["unit_id", "state", "sent_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_out_unit_id"), ["unit_id"], unique=False)

    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("body", sa.Text(), server_default=sa.text("''"), nullable=False))

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agreement_id", Uid(), nullable=True))
        batch_op.add_column(sa.Column("replaces_id", Uid(), nullable=True))
        batch_op.add_column(sa.Column("awaits_registry", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("registry_no", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("registry_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("signed_sheet_place", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("check_code", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("voided_at", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_document_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index("ix_document_check_code", ["unit_id", "check_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_document_agreement_id"), "agreement", ["agreement_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_document_replaces_id"), "document", ["replaces_id"], ["id"])

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("summary", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("channel", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("receipt", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("words", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.create_index(
            "ix_letter_words",
            [
                "unit_id",
                "registered_at",
                "id",
                "words",
                "case_id",
                "book",
                "registered_by_id",
                "year",
                "direction",
                "kind",
            ],
            unique=False,
        )

    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.add_column(sa.Column("refused_by", Json(), server_default=sa.text("'[]'"), nullable=False))

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("second_room_id", Uid(), nullable=True))
        batch_op.add_column(sa.Column("others_present", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("interpreter_name", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("stop_reason", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_session_second_room_id"), "room", ["second_room_id"], ["id"])


def downgrade() -> None:
    raise RuntimeError("a file is never taken back to an older revision; restore the backup instead")
