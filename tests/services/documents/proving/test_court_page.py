"""The page for courts says the same as Sazesh: its own script, run by the engine of Qt and by a browser."""

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQml import QJSEngine

from services.documents.proving.checking import judge
from services.documents.proving.court_page import court_page
from services.documents.proving.making import make_proof
from services.documents.proving.payload import decode, encode
from services.documents.proving.revocations import Revocation, RevocationList
from services.documents.proving.showing import as_on_sheet
from tests.services.documents.proving.signer import DOCUMENT_ID, UNIT_ID, Signer, paper
from tests.services.documents.proving.test_judging import SENTENCE, letters_of, long_sentence

DAY = date(2026, 11, 22)


class Page:
    """The scripts of a page but the last, which needs a document."""

    def __init__(self, content: bytes) -> None:
        self.text = content.decode()
        *libraries, last = re.findall(r"<script>(.*?)</script>", self.text, re.DOTALL)
        found = re.search(r"var known = (\{.*\});\n", last)
        assert found is not None
        self._engine = QJSEngine()
        self._run("var self = this;")
        for script in libraries:
            self._run(script)
        self._run(f"var known = {found[1]};")

    def judge(self, letters: str) -> dict[str, Any]:
        return dict(json.loads(self._run(f"JSON.stringify(sazesh.judge({json.dumps(letters)}, known))")))

    def shown(self, text: str) -> str:
        return self._run(f"sazesh.shown({json.dumps(text)}, known)")

    def _run(self, script: str) -> str:
        value = self._engine.evaluate(script)
        assert not value.isError(), value.toString()
        return value.toString()


def page(*rows: Revocation) -> Page:
    return Page(court_page("کلانتری ۱۲", (Signer().known,), (RevocationList(UNIT_ID, DAY, rows),), DAY))


@pytest.fixture(scope="module")
def plain(qapp: object) -> Page:
    return page()


@pytest.mark.parametrize(
    "sentences",
    [(SENTENCE,), ("a",), tuple(SENTENCE for _ in range(12)), (long_sentence(60),), (long_sentence(300), SENTENCE)],
)
def test_the_page_reads_what_sazesh_wrote(plain: Page, sentences: tuple[str, ...]) -> None:
    letters = letters_of(*sentences)
    ours, theirs = judge(letters, [Signer().known]), plain.judge(letters)
    assert theirs["judgement"] == "genuine"
    assert (theirs["text"], theirs["code"], theirs["key"], theirs["unit"]) == (
        ours.text,
        ours.code,
        ours.key_id,
        ours.unit,
    )
    assert theirs["listed"] == "2026-11-22"


@pytest.mark.parametrize(("was", "now"), [("۱۵۰", "۹۵۰"), ("فرهاد", "فرزاد"), ("۱۴۰۵/۰۹/۲۹", "۱۴۰۶/۰۹/۲۹")])
def test_the_page_sees_a_changed_amount_name_or_date(plain: Page, was: str, now: str) -> None:
    payload = decode(letters_of(SENTENCE))
    forged = encode(replace(payload, text=payload.text.replace(was, now)))
    assert plain.judge(forged)["judgement"] == "altered"


def test_the_page_agrees_on_changed_letters(plain: Page) -> None:
    letters = letters_of(SENTENCE)
    for at in range(4, len(letters), 29):
        changed = letters[:at] + ("A" if letters[at] != "A" else "B") + letters[at + 1 :]
        ours = judge(changed, [Signer().known]).judgement.value
        assert plain.judge(changed)["judgement"] == ours != "genuine"


def test_the_page_knows_strangers_void_papers_and_other_texts(plain: Page) -> None:
    stranger = make_proof(paper(SENTENCE), None, DOCUMENT_ID, Signer(3, "00112233aabbccdd")).payload
    assert plain.judge(stranger)["judgement"] == "unknown_unit"
    assert plain.judge("سلام")["judgement"] == "no_code"
    assert plain.judge(letters_of(SENTENCE).lower().replace("a", "a\n"))["judgement"] == "genuine"
    code = judge(letters_of(SENTENCE), [Signer().known]).code
    void = page(Revocation(code, DAY)).judge(letters_of(SENTENCE))
    assert (void["judgement"], void["revoked"]) == ("revoked", "2026-11-22")


@pytest.mark.parametrize(
    "pasted",
    [
        "{}.",
        "{}\n{}",
        "{} end",
        "کد: {} پایان",
        "\u2066{}\u2069",
        "{}...\n\n",
        "{:fa}",
        "{:ar}",
        "{:\u200c}",
        "{:\u200f\n}",
        "{:\u00ad}",
        "{:\u00a0}",
    ],
)
def test_what_is_pasted_with_a_code_does_no_harm_to_it(plain: Page, pasted: str) -> None:
    text = pasted.format(*[Pasted(letters_of(SENTENCE))] * 2)
    assert judge(text, [Signer().known]).judgement.value == plain.judge(text)["judgement"] == "genuine"


class Pasted(str):
    """A code in other digits, or broken every forty letters by something."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        digits = {"fa": 0x6F0, "ar": 0x660}.get(spec)
        if digits is not None:
            return self.translate({ord("0") + value: chr(digits + value) for value in range(10)})
        return spec.join(self[at : at + 40] for at in range(0, len(self), 40))


def test_the_page_stands_alone(plain: Page) -> None:
    assert not re.search(r"""(?:src|href)\s*=\s*["']|@import|url\(""", plain.text)
    assert "default-src 'none'" in plain.text
    assert "{{" not in plain.text
    assert 'lang="fa" dir="rtl"' in plain.text
    assert Signer().known.public.hex() in plain.text


# the paper is of 1405/08/30, which is 21 November 2026
@pytest.mark.parametrize(
    ("last_day", "judgement"),
    [
        (date(2026, 11, 20), "retired_key"),
        (date(2026, 11, 21), "genuine"),
        (date(2027, 3, 21), "genuine"),
        (date(2025, 3, 20), "retired_key"),
        (None, "genuine"),
    ],
)
def test_the_page_tells_a_signature_after_the_last_day_of_its_key_as_sazesh_does(
    qapp: object, last_day: date | None, judgement: str
) -> None:
    key = Signer().until(last_day)
    shown = Page(court_page("کلانتری ۱۲", (key,), (RevocationList(UNIT_ID, DAY, ()),), DAY))
    for letters in (letters_of(SENTENCE), letters_of(long_sentence(300), SENTENCE)):
        ours, theirs = judge(letters, [key]), shown.judge(letters)
        assert ours.judgement.value == theirs["judgement"] == judgement
        assert ours.text == theirs["text"]
        assert ours.key_ended_on == last_day
        assert bool(theirs["ended"]) is (last_day is not None)


def test_what_is_void_stays_void_whatever_its_key(qapp: object) -> None:
    key = Signer().until(date(2026, 11, 1))
    letters = letters_of(SENTENCE)
    lists = (RevocationList(UNIT_ID, DAY, (Revocation(judge(letters, [key]).code, DAY),)),)
    shown = Page(court_page("کلانتری ۱۲", (key,), lists, DAY))
    assert judge(letters, [key], lists).judgement.value == shown.judge(letters)["judgement"] == "revoked"


def test_a_day_in_a_sentence_is_not_the_day_of_the_paper(qapp: object) -> None:
    key = Signer().until(date(2026, 11, 21))
    shown = Page(court_page("کلانتری ۱۲", (key,), (), DAY))
    letters = letters_of("تاریخ: ۱۴۰۶/۰۱/۰۱")
    assert judge(letters, [key]).judgement.value == shown.judge(letters)["judgement"] == "genuine"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("شماره: ۱۱۱۲/۴/۵/م", "شماره: \u2066۱۱۱۲/۴/۵/م\u2069"),
        ("شماره: ۳۷/م/۱۴۰۵", "شماره: \u2066۳۷/\u200eم\u200e/۱۴۰۵\u2069"),
        (
            "شماره پرونده: ۱۱۱۲-۱۴۰۵-۰۰۳۷\nتاریخ: ۱۴۰۵/۰۸/۳۰",
            "شماره پرونده: \u2066۱۱۱۲-۱۴۰۵-۰۰۳۷\u2069\nتاریخ: ۱۴۰۵/۰۸/۳۰",
        ),
        ("پیرو ۱۱۱۲/۴/۵/م و ۱۱۱۲-۱۴۰۵-۰۰۳۷", "پیرو \u2066۱۱۱۲/۴/۵/م\u2069 و \u2066۱۱۱۲-۱۴۰۵-۰۰۳۷\u2069"),
        ("ساعت ۱۰-۱۲، ۱/الف/ب، ۵۰/میلیون و ۱۲/۵", "ساعت ۱۰-۱۲، ۱/الف/ب، ۵۰/میلیون و ۱۲/۵"),
    ],
)
def test_numbers_run_on_the_screen_as_on_the_sheet(plain: Page, text: str, shown: str) -> None:
    assert as_on_sheet(text) == plain.shown(text) == shown


def browsers() -> tuple[str, ...]:
    """The browsers of this machine that can be run without a screen."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    return tuple(dict.fromkeys(place for name in names if (place := shutil.which(name))))[:1]


def in_browser(browser: str, content: bytes, letters: list[str], folder: Path) -> list[dict[str, str]]:
    """What a reader of the page sees for each of them: pasted, and the button pressed."""
    page = folder / "page.html"
    driver = (
        "<script>document.title = JSON.stringify("
        + json.dumps(letters)
        + """.map(function (one) {
          document.getElementById("letters").value = one;
          document.getElementById("check").click();
          var text = document.getElementById("text").textContent;
          return { judgement: document.getElementById("verdict").getAttribute("data-judgement"), text: text };
        }));</script>"""
    )
    page.write_bytes(content.replace(b"</body>", driver.encode() + b"</body>"))
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", "--dump-dom")
    command = [browser, *options, page.as_uri()]
    dom = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    found = re.search("<title>(.*?)</title>", dom, re.DOTALL)
    assert found is not None
    return list(json.loads(html.unescape(found[1])))


def test_a_court_sees_which_paper_is_genuine_in_every_engine_of_this_machine(plain: Page, tmp_path: Path) -> None:
    """A changed amount, name and date, a key of nobody: by the engine of Qt, and by a browser where there is one."""
    payload = decode(letters_of(SENTENCE))
    changes = (("۱۵۰", "۹۵۰"), ("فرهاد", "فرزاد"), ("۱۴۰۵/۰۹/۲۹", "۱۴۰۶/۰۹/۲۹"))
    forged = [encode(replace(payload, text=payload.text.replace(was, now))) for was, now in changes]
    stranger = make_proof(paper(SENTENCE), None, DOCUMENT_ID, Signer(3, "00112233aabbccdd")).payload
    letters = [letters_of(SENTENCE), *forged, stranger, "سلام"]
    wanted = ["genuine", "altered", "altered", "altered", "unknown_unit", "no_code"]
    assert [plain.judge(one)["judgement"] for one in letters] == wanted
    for browser in browsers():
        seen = in_browser(browser, plain.text.encode(), letters, tmp_path)
        assert [one["judgement"] for one in seen] == wanted
        assert [one["text"] for one in seen[:2]] == [
            as_on_sheet(decode(one).text) if one else "" for one in letters[:2]
        ]
