"""Sazesh: parse the arguments and hand over."""

import gc
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """The exit code of the program."""
    if not (sys.argv[1:] if arguments is None else arguments):
        from ui import app

        return app.run()  # an ordinary start does not wait for the parser
    import argparse

    parser = argparse.ArgumentParser(prog="sazesh", description="Case work for the counselling unit of a precinct")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder (default: your own)")
    parser.add_argument("--demo", action="store_true", help="a made-up precinct in a folder of its own")
    parser.add_argument("--play", type=Path, metavar="DIR", help="play the story, pictures and papers in DIR")
    parser.add_argument(
        "--verify",
        nargs="?",
        const=Path(),
        type=Path,
        metavar="FILE",
        help="is this paper (photo, scan, PDF, text) genuine?",
    )
    parser.add_argument("--scale", type=float, default=1.0, metavar="FACTOR", help="text size, 1.0 to 2.0")
    parser.add_argument("--scheme", choices=("light", "dark", "system"), default="system", help="colours")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    given = parser.parse_args(arguments)

    from ui import app

    if given.version:
        sys.stdout.write(f"Sazesh {app.version()}\n")
        return 0
    scale = min(2.0, max(0.8, given.scale))
    return app.run(
        data=given.data, demo=given.demo, play=given.play, scale=scale, scheme=given.scheme, verify=given.verify
    )


if __name__ == "__main__":
    gc.disable()  # until the window stands: nothing that a start loads is garbage
    sys.exit(main())
