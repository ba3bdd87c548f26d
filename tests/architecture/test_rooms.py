"""Who may know what (design.md §3 rule 1), where a contract of import-linter cannot say it for modules to come."""

import sys

from tests.architecture.tree import PROGRAM, imported, parse, place, python_files, read


def _importers(*names: str, outside: tuple[str, ...]) -> list[str]:
    return [
        f"{place(path, line)} imports {name}"
        for path in python_files(*PROGRAM)
        if not path.as_posix().startswith(outside)
        for line, name in imported(path)
        if name.partition(".")[0] in names
    ]


def test_only_ui_knows_qt() -> None:
    assert _importers("PySide6", "shiboken6", "qtawesome", "qtpy", outside=("ui/",)) == []


def test_only_documents_know_reportlab() -> None:
    assert _importers("reportlab", "bidi", "arabic_reshaper", outside=("services/documents/",)) == []


def test_only_services_and_models_know_the_database() -> None:
    assert _importers("sqlalchemy", "alembic", "sqlcipher3", "sqlite3", outside=("services/", "models/")) == []


def test_set_up_needs_nothing_but_the_standard_library() -> None:
    known = sys.stdlib_module_names | {"installers"}
    strangers = [
        f"{place(path, line)} imports {name}"
        for path in python_files("installers")
        for line, name in imported(path)
        if name.partition(".")[0] not in known
    ]
    assert strangers == []


def test_main_only_hands_over() -> None:
    """Arguments in, `ui.app` called; whatever takes more room belongs in a package."""
    [main] = [path for path in python_files() if path.as_posix() == "main.py"]
    assert len(read(main).splitlines()) <= 60
    known = sys.stdlib_module_names | {"ui"}
    assert [name for _, name in imported(main) if name.partition(".")[0] not in known] == []


def test_no_room_for_odds_and_ends() -> None:
    names = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
    assert [path.as_posix() for path in python_files() if names & {path.stem, *path.parts[:-1]}] == []


def test_every_package_of_the_program_is_one() -> None:
    """A folder without `__init__.py` is invisible to import-linter, and so to the contracts."""
    folders = {path.parent for path in python_files(*PROGRAM, "tests") if path.parent.name != "versions"}
    modules = set(python_files(*PROGRAM, "tests"))
    assert [folder.as_posix() for folder in sorted(folders) if folder / "__init__.py" not in modules] == []


def test_package_files_hold_no_code_of_their_own_weight() -> None:
    """`__init__.py` may name what is public, not do the work."""
    heavy = [path for path in python_files(*PROGRAM) if path.name == "__init__.py" and len(parse(path).body) > 12]
    assert [path.as_posix() for path in heavy] == []
