"""The source tree as the rules see it: every file of the checkout that is or may be committed."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ("models", "services", "ui", "resources", "installers")

_PASSED_OVER = frozenset({".git", ".venv", "__pycache__", "played", "build", "dist"})
_TEXT = frozenset({".css", ".csv", ".html", ".in", ".ini", ".js", ".md", ".py", ".qss", ".sh", ".svg", ".toml"})
_TEXT_TOO = frozenset({".ts", ".tsv", ".txt", ".yaml", ".yml", ".json", ".j2", ""})


@cache
def text_files() -> tuple[Path, ...]:
    """Every text file, of whatever kind, relative to the root."""
    return tuple(sorted(path for path in _walk(ROOT) if path.suffix in _TEXT | _TEXT_TOO))


@cache
def python_files(*tops: str) -> tuple[Path, ...]:
    """The modules below these folders of the root; below all of it, main.py included, when none is named."""
    found = (path for path in text_files() if path.suffix == ".py")
    return tuple(path for path in found if not tops or path.parts[0] in tops)


@cache
def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(read(path), filename=path.as_posix())


def place(path: Path, node: ast.AST | int) -> str:
    line = node if isinstance(node, int) else getattr(node, "lineno", 0)
    return f"{path.as_posix()}:{line}"


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every absolute import of a module, late ones too, as (line, dotted name)."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in _PASSED_OVER and not path.name.endswith("_cache") and path.name != ".hypothesis":
                yield from _walk(path)
        else:
            yield path.relative_to(ROOT)
