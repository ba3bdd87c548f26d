"""`python -m tests.screens OUT_DIR`: every page and sheet of the made-up precinct, in two sizes and two schemes."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

SIZES = ((1366, 768), (1024, 768))
SCHEMES = ("light", "dark")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    parser.add_argument("--only", default="", metavar="WORDS", help="views whose name holds these words")
    parser.add_argument("--scheme", choices=SCHEMES, help="one scheme alone")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)

    from tests.screens.camera import Camera

    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sazesh-screens-") as place:
        camera = Camera(Path(place) / "precinct", given.folder)
        failed = camera.take_all(given.only, (given.scheme,) if given.scheme else SCHEMES, SIZES)
    sys.stdout.write(f"{camera.count} pictures in {time.monotonic() - begun:.0f} s: {given.folder}\n")
    for line in failed:
        sys.stderr.write(f"{line}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
