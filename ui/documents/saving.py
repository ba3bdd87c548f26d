"""Writing a paper into a file, for good or not at all."""

from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """All of it or nothing of it."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
