"""Alembic's entry: it is handed an open connection, and commits nothing itself."""

from typing import Any, Literal

from alembic import context

from models.base import Base, Choice, Instant, Json, Uid
from models.migrations.run import is_ours


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write our column types into a script by name, and a closed enum as the text it is stored as."""
    if kind == "type" and isinstance(item, Choice):
        return "sa.String(length=32)"
    if kind == "type" and isinstance(item, Instant | Json | Uid):
        autogen.imports.add("from models.base import Instant, Json, Uid")
        return f"{type(item).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
    include_name=is_ours,
)
context.run_migrations()
