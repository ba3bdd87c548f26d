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
    parser.add_argument("--only", action="append", metavar="WORDS", help="views whose name holds these words")
    parser.add_argument("--scheme", choices=SCHEMES, help="one scheme alone")
    parser.add_argument("--size", type=_size, action="append", metavar="1920x1080", help="instead of the two sizes")
    parser.add_argument("--scale", type=float, default=1.0, metavar="1.5", help="the size of the text")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)

    from tests.screens.camera import Camera

    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sazesh-screens-") as place:
        camera = Camera(Path(place) / "precinct", given.folder)
        schemes = (given.scheme,) if given.scheme else SCHEMES
        failed = camera.take_all(given.only or [""], schemes, given.size or SIZES, given.scale)
    sys.stdout.write(f"{camera.count} pictures in {time.monotonic() - begun:.0f} s: {given.folder}\n")
    for line in failed:
        sys.stderr.write(f"{line}\n")
    return 1 if failed else 0


def _size(words: str) -> tuple[int, int]:
    width, height = words.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
