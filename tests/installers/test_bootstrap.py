"""`bootstrap.py` from end to end in processes of its own, on a small checkout whose wheels are made here, without a
network. A stand-in package takes Qt's name: loading the real one is what every other test does."""

import _ctypes
import ast
import hashlib
import json
import os
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

INSTALLERS = Path(__file__).resolve().parents[2] / "installers"

_MAIN = """
import json, os, sys
import thing
print(json.dumps({"arguments": sys.argv[1:], "thing": thing.VERSION, "platform": os.environ.get("QT_QPA_PLATFORM"),
                  "language": os.environ.get("LC_ALL"), "python": sys.executable}))
"""


@dataclass(frozen=True)
class Checkout:
    """A small Sazesh: the real installers, a lock of two wheels, a main.py that says how it was called."""

    root: Path

    @property
    def wheels(self) -> Path:
        return self.root / "wheels"

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "sazesh-setup.json"

    def call(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """As a person without rights to install: there is no apt-get on this path."""
        given = {"PATH": str(self.root / "bin"), "HOME": str(self.root), "LANG": "C"} | environment
        return subprocess.run(
            [sys.executable, str(self.root / "installers" / "bootstrap.py"), *arguments],
            cwd=self.root.parent,
            env=given,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *arguments: str, **environment: str) -> dict[str, object]:
        """What main.py was given."""
        done = self.call("run", "--wheels", str(self.wheels), *arguments, **environment)
        assert done.returncode == 0, done.stderr
        told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
        return told

    def lock(self, version: str, qt_says: str = "") -> None:
        """Pin both wheels at that version; `qt_says` is what Qt does when it is loaded."""
        wheels = [_wheel(self.wheels, "thing", version, {"thing.py": f"VERSION = {version!r}\n"})]
        qt: dict[str, str | bytes] = dict.fromkeys((f"PySide6/{name}.py" for name in _QT_MODULES), "")
        qt |= {"PySide6/__init__.py": qt_says, "PySide6/QtWidgets.py": "def QApplication(arguments): pass\n"}
        qt |= {"PySide6/Qt/plugins/platforms/libqxcb.so": Path(_ctypes.__file__).read_bytes()}
        wheels.append(_wheel(self.wheels, "PySide6", version, qt))
        lines = [f"{name}=={number} --hash=sha256:{digest}" for name, number, digest in wheels]
        (self.root / "requirements" / "runtime.txt").write_text("\n".join(lines) + "\n")
        (self.root / "requirements" / "test.txt").write_text("")


_QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg")


def _wheel(folder: Path, name: str, version: str, files: Mapping[str, str | bytes]) -> tuple[str, str, str]:
    info = f"{name}-{version}.dist-info"
    content = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in (*content, f"{info}/RECORD"))
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in (content | {f"{info}/RECORD": record}).items():
            archive.writestr(inner, text)
    return name, version, hashlib.sha256(path.read_bytes()).hexdigest()


def _checkout(root: Path) -> Checkout:
    copytree(INSTALLERS, root / "installers")
    for name in ("requirements", "wheels", "bin", "resources/i18n", "ui"):
        (root / name).mkdir(parents=True)
    (root / "main.py").write_text(_MAIN)
    checkout = Checkout(root)
    checkout.lock("1.0")
    return checkout


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, subprocess.CompletedProcess[str]]:
    """A checkout and how its first set-up went."""
    checkout = _checkout(tmp_path_factory.mktemp("a place") / "Sazesh")
    return checkout, checkout.call("setup", "--wheels", str(checkout.wheels))


@pytest.fixture(scope="module")
def whole(first: tuple[Checkout, subprocess.CompletedProcess[str]]) -> Checkout:
    """A checkout that is set up; tests leave it so."""
    checkout, done = first
    assert done.returncode == 0, done.stderr
    return checkout


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    return _checkout(tmp_path / "Sazesh")


@pytest.fixture
def used(whole: Checkout, tmp_path: Path) -> Checkout:
    """One that is set up, for tests that leave it otherwise: a copy, as making a virtual environment takes long."""
    return Checkout(copytree(whole.root, tmp_path / "Sazesh", symlinks=True))


def test_says_a_line_for_each_step(first: tuple[Checkout, subprocess.CompletedProcess[str]]) -> None:
    _, done = first
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("sazesh: ")] == [
        "sazesh: Making .venv ...",
        "sazesh: Installing 2 packages into .venv ...",
        "sazesh: Ready.",
    ]


def test_leaves_bytecode_where_python_writes_none(whole: Checkout) -> None:
    source = whole.root / "ui" / "page.py"
    source.write_text("WIDTH = 3\n")
    whole.run("--version", PYTHONDONTWRITEBYTECODE="1")
    made = list(source.parent.glob("__pycache__/page.*.pyc"))
    for path in (source, *made):
        path.unlink()
    assert made


def test_hands_on_what_follows(whole: Checkout) -> None:
    told = whole.run("--data", "a folder", "--demo", DISPLAY=":7")
    assert told["arguments"] == ["--data", "a folder", "--demo"]
    assert Path(str(told["python"])).is_relative_to(whole.root / ".venv")


def test_without_a_display_plays_the_story(whole: Checkout) -> None:
    told = whole.run("--demo")
    assert told["arguments"] == ["--demo", "--play", str(whole.root / "played")]
    assert told["platform"] == "offscreen"


@pytest.mark.parametrize("arguments", [["--play", "there"], ["--play=there"], ["--version"]])
def test_without_a_display_keeps_what_was_asked(whole: Checkout, arguments: Sequence[str]) -> None:
    told = whole.run(*arguments)
    assert told["arguments"] == arguments
    assert told["platform"] == "offscreen"


def test_gives_qt_a_locale(whole: Checkout) -> None:
    assert whole.run("--version", LC_ALL="C")["language"] == "C.UTF-8"
    assert whole.run("--version", LANG="fa_IR.UTF-8")["language"] is None


def test_the_second_run_adds_less_than_a_second(whole: Checkout) -> None:
    """Of its own: what it adds to starting Python and main.py, at its best of three."""
    ours, bare = [], []
    for _ in range(3):
        begun = time.perf_counter()
        done = whole.call("run", "--version")
        ours.append(time.perf_counter() - begun)
        assert done.stdout.count("sazesh:") == 0
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", ""], check=True)
        bare.append(time.perf_counter() - begun)
    assert min(ours) - min(bare) < 1


def test_refuses_a_wheel_that_was_changed(used: Checkout) -> None:
    used.lock("2.0")
    _wheel(used.wheels, "thing", "2.0", {"thing.py": "VERSION = 'another'\n"})
    done = used.call("run", "--wheels", str(used.wheels), "--version")
    assert done.returncode == 1
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert "sazesh: The packages could not be installed" in done.stderr


def test_an_interrupted_set_up_is_begun_anew(used: Checkout) -> None:
    stamp = json.loads(used.stamp.read_text())
    used.stamp.write_text(json.dumps(stamp | {"busy": True}))
    [module] = (used.root / ".venv").rglob("thing.py")
    module.unlink()
    assert used.run("--version")["thing"] == "1.0"


@pytest.mark.parametrize("left", ["", "half a stamp", '{"busy": 1, "unknown": 2}'])
def test_a_damaged_stamp_is_no_stamp(whole: Checkout, left: str) -> None:
    whole.stamp.write_text(left)
    assert whole.run("--version")["thing"] == "1.0"


def test_a_new_lock_is_installed(used: Checkout) -> None:
    used.lock("2.0")
    assert used.run("--version")["thing"] == "2.0"


def test_a_broken_environment_is_made_anew(bare: Checkout) -> None:
    python = bare.root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(bare.root / "a Python that was removed")
    assert bare.run("--version")["thing"] == "1.0"


def test_says_where_it_may_not_write(bare: Checkout) -> None:
    (bare.root / ".venv").write_text("no folder can be made here")
    done = bare.call("run", "--version")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"The set-up writes into {bare.root}" in done.stderr


def test_names_a_folder_of_wheels_that_is_missing(whole: Checkout) -> None:
    done = whole.call("run", "--wheels", "nowhere")
    assert done.returncode == 1
    assert done.stderr == "sazesh: There is no folder nowhere.\n"


def test_names_the_one_command_for_missing_libraries(used: Checkout) -> None:
    """Qt that cannot be loaded, and an apt-get that cannot help: why, and what to give by hand."""
    used.stamp.unlink()
    used.lock("2.0", "raise ImportError('libEGL.so.1: cannot open shared object file')\n")
    apt = used.root / "bin" / "apt-get"
    apt.write_text("#!/bin/sh\necho no network\nexit 100\n")
    apt.chmod(stat.S_IRWXU)
    done = used.call("run", "--wheels", str(used.wheels), "--version")
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr
    assert "sudo apt-get install libegl1 " in done.stderr


def test_help_says_what_it_does(whole: Checkout) -> None:
    done = whole.call("--help")
    assert done.returncode == 0
    assert "--wheels DIR" in done.stdout


def test_an_old_python_can_read_the_sentence() -> None:
    """Everything in bootstrap.py is Python 3.4, and the check stands before every import of ours."""
    source = (INSTALLERS / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    module = ast.parse(source)
    assert [type(node) for node in module.body[1:3]] == [ast.Import, ast.If]
    pretend = "import sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'\n"
    done = subprocess.run([sys.executable, "-c", pretend + source], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "Sazesh needs Python 3.11, 3.12, 3.13 or 3.14; this is Python 3.9.2."


def test_ci_is_the_test_command_and_nothing_less() -> None:
    script = INSTALLERS.parent / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert 'exec "$python" installers/bootstrap.py test' in script.read_text(encoding="utf-8")


def test_the_locks_are_pinned_hashed_and_without_an_address() -> None:
    folder = INSTALLERS.parent / "requirements"
    for name in ("runtime.txt", "test.txt"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "//" not in text
        for entry in text.replace("\\\n", " ").splitlines():
            assert "==" in entry, entry
            assert "--hash=sha256:" in entry, entry


def test_the_locks_agree_with_each_other_and_with_what_was_asked() -> None:
    folder = INSTALLERS.parent / "requirements"

    def pins(name: str) -> dict[str, str]:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        return {line.split("==")[0]: line.split("==")[1].split()[0] for line in lines if "==" in line}

    def asked(name: str) -> set[str]:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        return {line.strip().lower() for line in lines if line.strip() and line[0] not in "#-"}

    runtime, test = pins("runtime.txt"), pins("test.txt")
    assert {name: test[name] for name in runtime.keys() & test.keys()} == {
        name: runtime[name] for name in runtime.keys() & test.keys()
    }
    assert asked("runtime.in") <= runtime.keys()
    assert asked("test.in") <= test.keys()
