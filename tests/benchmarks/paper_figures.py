"""Papers: one page from data to bytes, a dense text beside other makers of PDFs, a long book, many at once."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import time as hour
from pathlib import Path
from uuid import UUID

from pypdfium2 import PdfDocument

from resources import shelf
from services.clock import SystemClock, local
from services.container import Services, open_services
from services.documents import BookRange
from services.documents.blocks import Letterhead
from services.documents.composing import Composition, compose
from services.documents.papers.attendance_certificate import LETTER, AttendanceCertificateContent
from services.documents.papers.issue import Identity, Issue, Signer
from services.documents.printouts import set_up
from services.documents.proving.making import make_proof
from services.documents.render import render, render_paper
from services.documents.specimen import specimen_paper
from services.documents.templates import letter_text
from services.persian.jalali import to_jalali
from services.vault.opening import open_with_password
from tests.benchmarks.big_folder import HEAD, PASSWORD
from tests.benchmarks.data_figures import username
from tests.benchmarks.dense_text import dense_text
from tests.benchmarks.figures import Figure, measure
from tests.services.documents.proving.signer import Signer as TestKey

_ROOT = Path(__file__).resolve().parents[2]
PEERS = _ROOT / ".peers"
INSTALL = "python -m venv .peers && .peers/bin/python -m pip install --require-hashes -r requirements/peers.txt"
_PAGE_MS, _BOOK_S, _BOOK_PAGES = 20.0, 20.0, 300
_ROUNDS = 5
_RATIOS = {"weasyprint": 1 / 3, "fpdf2": 1 / 10}
"""How much of the peer's time ours may take."""
_MANY, _MANY_S, _MANY_MB, _WAIT_MS = 500, 15.0, 250.0, 100.0


def paper_figures(folder: Path, peers: Path | None = None) -> Iterator[Figure]:
    """`peers` is a Python with the peers; by default that of the folder `.peers`."""
    yield _certificate()
    yield from _dense(peers or _default_peers())
    yield _book(folder)
    yield from _many(folder)


def _certificate() -> Figure:
    """D05 with its signed code, each for somebody else: nothing of a paper is remembered for the next."""
    head = Letterhead(("فرماندهی انتظامی استان نمونه", "کلانتری ۱۲ شهرستان نمونه"), "دایره مشاوره و مددکاری اجتماعی")
    signer = Signer("سرگرد ناصر نمونه", "مسئول دایره مشاوره", "افسر نگهبان")
    names = shelf.read_toml("demo", "names.toml")
    key = TestKey()
    texts = (letter_text(LETTER),)

    def one(number: int) -> None:
        name = f"{names['female'][number % 40]} {names['family'][number % 60]}"
        client = Identity(name, names["male"][number % 40], f"00{number:08}")
        issue = Issue(date(2026, 10, 26), f"1112/4/{number}")
        content = AttendanceCertificateContent(
            issue, client, date(2026, 10, 26), hour(9), hour(10, 45), "محل کار", signer
        )
        paper = compose(Composition(content, head, texts))
        render(replace(paper, proof=make_proof(paper, content, UUID(int=number), key)))

    taken = measure([lambda number=number: one(number) for number in range(200)], warm_up=20)  # type: ignore[misc]
    return Figure("certificate with its code, data to bytes, median", taken.median, limit=_PAGE_MS)


def _dense(peers: Path) -> Iterator[Figure]:
    """Milliseconds a page; ours sets another text each time, the peers the first of them."""
    texts = [dense_text(62, seed) for seed in range(_ROUNDS + 1)]
    ours = []
    for text in texts:
        began = time.perf_counter()
        done = render_paper(specimen_paper("\n".join(text), title="متن"))
        ours.append((time.perf_counter() - began) * 1000 / done.pages)
    page = statistics.median(ours[1:])
    yield Figure(f"page of {done.pages} pages of dense text, each text new", page)
    for peer, ratio in _RATIOS.items():
        found = _peer(peers, peer, texts[0])
        if isinstance(found, str):
            yield Figure(f"the same beside {peer}", page, floor_words=found)
        else:
            taken, pages = found
            yield Figure(f"the same beside {peer}", page, taken, f"{pages} pages of {peer}", ratio_limit=ratio)


def _peer(peers: Path, peer: str, text: list[str]) -> tuple[float, int] | str:
    """Milliseconds a page and the pages, or why there are none."""
    if not peers.exists():
        return f"not installed: {INSTALL}"
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "text.txt", Path(place) / "paper.pdf"
        source.write_text("\n".join(text), "utf-8")
        font = shelf.path("fonts", "Vazirmatn-Regular.ttf")
        child = Path(__file__).with_name("child_peer.py")
        command = [str(peers), str(child), peer, str(source), str(font), str(target), str(_ROUNDS)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"did not run: {done.stderr.strip().splitlines()[-1][:120] if done.stderr else ''}"
        document = PdfDocument(target)
        pages = len(document)
        document.close()
    return statistics.median(json.loads(done.stdout.splitlines()[-1])) / pages, pages


def _default_peers() -> Path:
    return PEERS / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _book(folder: Path) -> Figure:
    """The whole book of last year, read and set; the limit is that of 300 pages, for as many as it has."""
    clock = SystemClock()
    unlocked = open_with_password(folder, username(folder, HEAD), PASSWORD, now=clock.now())
    services: Services = open_services(folder, unlocked, clock)
    try:
        head = services.staff.sign_in(unlocked).value
        year = to_jalali(local(clock.now()).date())[0] - 1
        began = time.perf_counter()
        job = set_up(services.printouts.gather_book(head, BookRange("normal", year)).value)
        taken = time.perf_counter() - began
    finally:
        services.close()
    document = PdfDocument(job.content)
    pages = len(document)
    document.close()
    return Figure(
        f"letter book of {pages} pages, file to bytes", taken, limit=_BOOK_S * pages / _BOOK_PAGES, unit="s"
    )


def _many(folder: Path) -> Iterator[Figure]:
    """As a person does it in the window: the sheet of tomorrow's invitations, then one file with all of them."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(_ROOT)}
    command = [sys.executable, "-m", "tests.benchmarks.child_many"]
    for words in (["lay", str(folder), str(_MANY)], [str(folder)]):
        done = subprocess.run(
            [*command, *words], cwd=_ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"child_many failed:\n{done.stderr[-3000:]}")
    took: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    count = int(took["papers"])
    yield Figure(f"{count} invitations issued, logged and in one file", took["seconds"], limit=_MANY_S, unit="s")
    yield Figure("the same: processor time", took["processor"], unit="s")
    yield Figure("the same: longest wait of the window", took["longest_wait"], limit=_WAIT_MS)
    yield Figure("the same: p99 of the window's waits", took["wait_p99"])
    yield Figure("the same: memory at its peak", took["memory"], limit=_MANY_MB, unit="MB")
