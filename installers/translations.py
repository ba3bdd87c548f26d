"""Persian for the English source strings of `ui`: `update`, `fill PACKAGE FILE.tsv`, `missing`, `compile`.

A package is a folder of `ui` (its texts lie in `resources/i18n/<package>_fa.ts`); `frame` stands for the
modules directly in `ui`. Run with the Python of the virtual environment.
"""

import argparse
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from installers.translation_files import Message, TranslationFile  # noqa: E402

UI = ROOT / "ui"
FOLDER = ROOT / "resources" / "i18n"
FRAME = "frame"
_WITHOUT_WORDS = ("__pycache__", "play")
"""The story says nothing of its own: it presses buttons by the words of other packages."""
_PLACEHOLDER = re.compile(r"%L?(?:\d+|n)|\{[A-Za-z_][\w.]*\}")


class TranslationError(Exception):
    """A sentence for the person at the terminal."""


def packages() -> dict[str, list[Path]]:
    """Every package of `ui` with its Python files, `frame` first."""
    found = {FRAME: sorted(UI.glob("*.py"))}
    for folder in sorted(path for path in UI.iterdir() if path.is_dir() and path.name not in _WITHOUT_WORDS):
        found[folder.name] = sorted(folder.rglob("*.py"))
    return {name: files for name, files in found.items() if files}


def file_of(package: str) -> Path:
    return FOLDER / f"{package}_fa.ts"


def stale() -> list[Path]:
    """The `.ts` files whose `.qm` is missing or older."""
    return [path for path in sorted(FOLDER.glob("*_fa.ts")) if _older(path.with_suffix(".qm"), path)]


def update(names: Sequence[str] = ()) -> None:
    """Bring the `.ts` files (of these packages, or all) up to the source strings; gone ones are dropped."""
    known = packages()
    for name in names or known:
        if name not in known:
            raise TranslationError(f"There is no package '{name}' in ui. Known: {', '.join(known)}.")
        _lupdate(file_of(name), known[name])
    if not names:
        for path in FOLDER.glob("*_fa.ts"):
            if path.name.removesuffix("_fa.ts") not in known:
                path.unlink()


def fill(package: str, table: Path) -> bool:
    """Update the package's file and take in the Persian of a table: English, tab, Persian[, tab, context]
    a line; `\\n` is a line break. True when nothing is missing, unknown or without its placeholders."""
    update([package])
    if not file_of(package).exists():
        raise TranslationError(f"ui/{package} has no source strings.")
    file = TranslationFile.read(file_of(package))
    complaints: list[str] = []
    for number, source, persian, context in _rows(table):
        chosen = [m for m in file.messages if m.source == source and context in ("", m.context)]
        if not chosen:
            complaints.append(f"{table.name}:{number}: not a source string of '{package}': {source}")
        if placeholders(source) != placeholders(persian):
            complaints.append(f"{table.name}:{number}: placeholders differ: {source} | {persian}")
        for message in chosen:
            message.translate(persian)
    file.write()
    for complaint in complaints:
        print(complaint)
    incomplete = _report(package, file.unfinished())
    return not complaints and not incomplete


def missing() -> bool:
    """Print every entry without Persian; True when there is one."""
    found = [
        _report(path.name.removesuffix("_fa.ts"), TranslationFile.read(path).unfinished())
        for path in sorted(FOLDER.glob("*_fa.ts"))
    ]
    return any(found)


def compile_stale() -> int:
    """Write the `.qm` beside each `.ts` that changed; answers how many were written."""
    files = stale()
    for path in files:
        target = path.with_suffix(".qm")
        part = target.with_suffix(f".{os.getpid()}.part")
        _run("lrelease", "-silent", str(path), "-qm", str(part))
        part.replace(target)
    return len(files)


def placeholders(text: str) -> list[str]:
    """What a translation must repeat: `%1`, `%n`, `{name}`; the L of `%L1` is the translator's choice."""
    return sorted(mark.replace("%L", "%") for mark in _PLACEHOLDER.findall(text))


def _older(compiled: Path, source: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime_ns <= source.stat().st_mtime_ns


def _lupdate(target: Path, files: Iterable[Path]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = [path.relative_to(ROOT).as_posix() for path in files]
    options = ["-silent", "-locations", "none", "-no-obsolete", "-sort-messages"]
    options += ["-source-language", "en", "-target-language", "fa_IR", "-disable-heuristic", "similartext"]
    _run("lupdate", *options, *names, "-ts", str(target))
    file = TranslationFile.read(target)
    if file.messages:
        file.write()
    else:
        target.unlink()


def _rows(table: Path) -> Iterator[tuple[int, str, str, str]]:
    for number, line in enumerate(table.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip().replace("\\n", "\n") for cell in line.split("\t")]
        if len(cells) not in (2, 3) or not cells[0] or not cells[1]:
            raise TranslationError(f"{table.name}:{number}: expected English, tab, Persian.")
        yield number, cells[0], cells[1], cells[2] if len(cells) == 3 else ""


def _report(package: str, messages: Sequence[Message]) -> bool:
    for message in messages:
        comment = f" ({message.comment})" if message.comment else ""
        source = message.source.replace("\n", "\\n")
        print(f"{package}\t{message.context}\t{source}{comment}")
    return bool(messages)


def _run(tool: str, *arguments: str) -> None:
    """Call a tool of Qt Linguist by its program file: the console scripts of PySide6 hide its exit status."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise TranslationError("PySide6 is missing: use the Python of the virtual environment (.venv).")
    program = Path(spec.origin).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise TranslationError(f"{tool} failed: {(done.stderr or done.stdout).strip()}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="translations.py", description="Persian texts of the user interface.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="source strings into .ts").add_argument("packages", nargs="*")
    filling = commands.add_parser("fill", help="Persian from a table into .ts")
    filling.add_argument("package")
    filling.add_argument("table", type=Path)
    commands.add_parser("missing", help="list entries without Persian; status 1 when there are any")
    commands.add_parser("compile", help=".ts into .qm, only what changed")
    given = parser.parse_args(arguments)
    try:
        if given.command == "update":
            update(given.packages)
        elif given.command == "fill":
            return 0 if fill(given.package, given.table) else 1
        elif given.command == "missing":
            return 1 if missing() else 0
        else:
            compile_stale()
    except TranslationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
