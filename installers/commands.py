"""The commands of `bootstrap.py`: `run`, `test`, `setup`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installers import bytecode, checks, system_packages, translations, virtual_environment
from installers.machine import ROOT, SetupError, environment, has_display, say, venv_python

PLAYED = ROOT / "played"
_NEEDS_NO_SCREEN = ("--play", "--version", "--help", "-h")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        allow_abbrev=False,
        description="Sets Sazesh up on this machine, then opens it or passes every check.",
        epilog="What follows is handed on: to main.py after 'run', to pytest after 'test'.",
    )
    parser.add_argument("command", choices=("run", "test", "setup"))
    parser.add_argument("--wheels", type=Path, metavar="DIR", help="install from this folder, without a network")
    given, rest = parser.parse_known_args(arguments)
    if given.command == "setup" and rest:
        parser.error(f"'setup' does not know {' '.join(rest)}")
    try:
        return _COMMANDS[given.command](rest, given.wheels)
    except (SetupError, translations.TranslationError) as error:
        print(f"sazesh: {error}", file=sys.stderr, flush=True)
        return 1
    except OSError as error:
        where = f"The set-up writes into {ROOT}, which needs a user who may and about 600 MB of room."
        print(f"sazesh: {error.strerror or error}: {error.filename or ''}\n{where}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("sazesh: stopped; the next call goes on where this one ended.", file=sys.stderr, flush=True)
        return 130


def _run(arguments: list[str], wheels: Path | None) -> int:
    _set_up("runtime", wheels, screen=has_display())
    more: dict[str, str] = {}
    if not has_display():
        more["QT_QPA_PLATFORM"] = "offscreen"
        if not any(argument.split("=")[0] in _NEEDS_NO_SCREEN for argument in arguments):
            say(f"There is no display here: playing the story offscreen into {PLAYED.name}{os.sep} ...")
            arguments = [*arguments, "--play", str(PLAYED)]
    command = [str(venv_python()), str(ROOT / "main.py"), *arguments]
    if sys.platform != "win32":
        os.execve(command[0], command, environment(**more))  # noqa: S606
    return subprocess.run(command, env=environment(**more), check=False).returncode


def _test(arguments: list[str], wheels: Path | None) -> int:
    system_packages.ensure_poppler()
    _set_up("test", wheels, screen=False)
    return checks.run_checks(arguments)


def _setup(_arguments: list[str], wheels: Path | None) -> int:
    _set_up("runtime", wheels, screen=has_display())
    say("Ready.")
    return 0


def _set_up(kind: str, wheels: Path | None, *, screen: bool) -> None:
    if wheels is not None and not wheels.is_dir():
        raise SetupError(f"There is no folder {wheels}.")
    virtual_environment.ensure(kind, screen=screen, wheels=wheels)
    if translations.stale():
        say("Compiling the Persian texts ...")
        _compile_translations()
    bytecode.compile_stale()


def _compile_translations() -> None:
    """By the Python of the virtual environment, which alone has Qt's tools."""
    command = [str(venv_python()), str(ROOT / "installers" / "translations.py"), "compile"]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupError("The Persian texts could not be compiled.")


_COMMANDS = {"run": _run, "test": _test, "setup": _setup}
