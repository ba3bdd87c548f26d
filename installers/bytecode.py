"""The program as bytecode: from bare sources a start takes a sixth longer.

Python compiles what it imports by itself, but keeps nothing where it is told to write none
(`PYTHONDONTWRITEBYTECODE`) or whoever starts the program may not write; whoever sets it up may.
"""

import compileall

from installers.machine import ROOT

PACKAGES = ("models", "resources", "services", "ui")


def compile_stale() -> None:
    """Compile what changed; where that cannot be kept, the program runs from its sources as well."""
    for package in PACKAGES:
        compileall.compile_dir(ROOT / package, quiet=2)
