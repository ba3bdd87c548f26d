"""`python -m services.documents specimen IN.txt OUT.pdf`: any text file as a letter of as many pages as it needs."""

import argparse
import codecs
import sys
from pathlib import Path

from services.documents.render import render_paper
from services.documents.specimen import specimen_paper


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m services.documents")
    commands = parser.add_subparsers(dest="command", required=True)
    specimen = commands.add_parser("specimen", help="set a text file as a letter")
    specimen.add_argument("text", type=Path, help="a text file")
    specimen.add_argument("pdf", type=Path, help="the PDF to write")
    specimen.add_argument("--a5", action="store_true", help="A5 instead of A4")
    given = parser.parse_args(arguments)
    text = _decoded(given.text.read_bytes())
    done = render_paper(specimen_paper(text, title=given.text.stem, small=given.a5))
    given.pdf.write_bytes(done.content)
    sys.stdout.write(f"{given.pdf}: {done.pages} p., {len(done.content)} bytes\n")
    for warning in done.warnings:
        sys.stderr.write(f"{warning}\n")
    return 0


def _decoded(content: bytes) -> str:
    """UTF-8, what a byte order mark says, or else the Arabic code page in which Windows wrote Persian before."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return content.decode("utf-32", errors="replace")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1256", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
