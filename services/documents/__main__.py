"""`python -m services.documents specimen IN.txt OUT.pdf`: any text file as a letter of as many pages as it needs."""

import argparse
import sys
from pathlib import Path

from services.documents.render import render_paper
from services.documents.specimen import specimen_paper


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m services.documents")
    commands = parser.add_subparsers(dest="command", required=True)
    specimen = commands.add_parser("specimen", help="set a text file as a letter")
    specimen.add_argument("text", type=Path, help="a UTF-8 text file")
    specimen.add_argument("pdf", type=Path, help="the PDF to write")
    specimen.add_argument("--a5", action="store_true", help="A5 instead of A4")
    given = parser.parse_args(arguments)
    text = given.text.read_bytes().decode("utf-8-sig", errors="replace")
    done = render_paper(specimen_paper(text, title=given.text.stem, small=given.a5))
    given.pdf.write_bytes(done.content)
    sys.stdout.write(f"{given.pdf}: {done.pages} p., {len(done.content)} bytes\n")
    for warning in done.warnings:
        sys.stderr.write(f"{warning}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
