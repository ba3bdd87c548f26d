"""Another maker of PDFs sets the same text in the same font, in the Python where it is installed.

`child_peer.py PEER TEXT FONT OUT ROUNDS`: prints the milliseconds of each round as JSON. Nothing of the program is
imported: the peer's Python has none of it.
"""

import html
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

SIZE, LEADING = 11.5, 20.0
_TOP, _BOTTOM, _RIGHT, _LEFT = 14, 21, 25, 17


def _weasyprint(paragraphs: Sequence[str], font: Path) -> bytes:
    from weasyprint import HTML  # type: ignore[import-not-found,unused-ignore]

    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    style = (
        f"@page {{ size: A4; margin: {_TOP}mm {_RIGHT}mm {_BOTTOM}mm {_LEFT}mm }}"
        f"@font-face {{ font-family: Paper; src: url({font.as_uri()}) }}"
        f"body {{ font: {SIZE}pt/{LEADING}pt Paper; text-align: justify; margin: 0 }}"
        "p { margin: 0 0 8pt 0 }"
    )
    page = f'<html dir="rtl" lang="fa"><head><style>{style}</style></head><body>{body}</body></html>'
    return bytes(HTML(string=page).write_pdf())


def _fpdf2(paragraphs: Sequence[str], font: Path) -> bytes:
    from fpdf import FPDF  # type: ignore[import-not-found,unused-ignore]

    paper = FPDF(format="A4")
    paper.set_margins(_LEFT, _TOP, _RIGHT)
    paper.set_auto_page_break(True, _BOTTOM)
    paper.add_font("Paper", fname=str(font))
    paper.add_page()
    paper.set_font("Paper", size=SIZE)
    paper.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="fas")
    for text in paragraphs:
        paper.multi_cell(0, LEADING * 25.4 / 72, text, align="J", new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


_PEERS: dict[str, Callable[[Sequence[str], Path], bytes]] = {"weasyprint": _weasyprint, "fpdf2": _fpdf2}


def main(peer: str, text: str, font: str, out: str, rounds: str) -> int:
    paragraphs = Path(text).read_text("utf-8").split("\n")
    times = []
    for _ in range(int(rounds) + 1):
        began = time.perf_counter()
        content = _PEERS[peer](paragraphs, Path(font))
        times.append((time.perf_counter() - began) * 1000)
    Path(out).write_bytes(content)
    sys.stdout.write(json.dumps(times[1:]) + "\n")  # the first one warms up
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
