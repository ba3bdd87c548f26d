"""The Persian of the user interface is whole: every source string is there, translated, and Persian."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from installers import translations
from installers.translation_files import Message, TranslationFile

_MARKED = {"tr": 0, "QT_TR_NOOP": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""The calls that mark a source string, and which argument it is."""

LATIN_ALLOWED = frozenset({"PDF", "pdf", "PNG", "QR", "USB", "DVD", "PIN", "Windows", "keys", "json", "sazesh", "db"})
"""Reviewed: names that people in the field write in Latin letters themselves, and names of files."""

_MARKUP = re.compile(r"<[^<>]+>|&\w+;|%L?(?:\d+|n)|\{[A-Za-z_][\w.]*\}")


def _files() -> list[TranslationFile]:
    return [TranslationFile.read(path) for path in sorted(translations.FOLDER.glob("*_fa.ts"))]


def _messages() -> Iterator[tuple[str, Message]]:
    for file in _files():
        yield from ((file.path.name, message) for message in file.messages)


def _source_strings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        at = _MARKED.get(name)
        if at is not None and len(node.args) > at:
            text = node.args[at]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield node.lineno, text.value
            elif isinstance(text, ast.JoinedStr):
                yield node.lineno, ast.unparse(text)


def test_nothing_is_untranslated() -> None:
    unfinished = [
        f"{name}: {message.context}: {message.source}" for name, message in _messages() if not message.finished
    ]
    assert unfinished == []


def test_every_source_string_is_in_its_file() -> None:
    """A text inside an f-string or behind a variable is not found by lupdate and would stay English."""
    missing = []
    for package, modules in translations.packages().items():
        if package == "play":  # the story says the words of other packages
            continue
        path = translations.file_of(package)
        known = {message.source for message in TranslationFile.read(path).messages} if path.exists() else set()
        for module in modules:
            strings = _source_strings(module)
            missing += [f"{module.name}:{line}: {text}" for line, text in strings if text not in known]
    assert missing == []


def test_no_file_without_its_package() -> None:
    packages = translations.packages()
    assert [file.path.name for file in _files() if file.path.name.removesuffix("_fa.ts") not in packages] == []


def test_persian_has_no_latin_letter() -> None:
    latin = [
        f"{name}: {message.text}"
        for name, message in _messages()
        if set(re.findall("[A-Za-z]+", _MARKUP.sub("", message.text))) - LATIN_ALLOWED
    ]
    assert latin == []


def test_persian_has_persian_digits() -> None:
    found = [f"{name}: {m.text}" for name, m in _messages() if re.search("[0-9٠-٩]", _MARKUP.sub("", m.text))]
    assert found == []


def test_placeholders_are_repeated() -> None:
    differing = [
        f"{name}: {message.source} | {message.text}"
        for name, message in _messages()
        if translations.placeholders(message.source) != translations.placeholders(message.text)
    ]
    assert differing == []


def test_the_files_are_as_the_tool_writes_them() -> None:
    """So that the next `update` changes only what changed."""
    for file in _files():
        assert "".join(file._lines()) == file.path.read_text(encoding="utf-8"), file.path.name


# The tool itself, on a program of its own.

_PAGE = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    def words(self) -> list[str]:
        return [
            self.tr("Cases"),
            self.tr("%n file(s)", "", 3),
            self.tr("Open", "verb"),
            self.tr('It\\'s "quoted" <b>&amp;</b>\\nand goes on'),
            QCoreApplication.translate("Toast", "Saved %1"),
        ]
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ui" / "cases" / "parts").mkdir(parents=True)
    (tmp_path / "ui" / "empty").mkdir()
    (tmp_path / "ui" / "cases" / "parts" / "page.py").write_text(_PAGE, encoding="utf-8")
    (tmp_path / "ui" / "app.py").write_text('class App(QObject):\n    title = lambda self: self.tr("Sazesh")\n')
    (tmp_path / "ui" / "empty" / "nothing.py").write_text("NOTHING = None\n")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "UI", tmp_path / "ui")
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "resources" / "i18n")
    return tmp_path


def _table(program: Path, *lines: str) -> Path:
    path = program / "persian.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _persian(package: str) -> dict[tuple[str, str], str]:
    file = TranslationFile.read(translations.file_of(package))
    return {(message.context, message.source): message.text for message in file.messages}


def test_update_finds_every_kind_of_source_string(program: Path) -> None:
    translations.update()
    assert set(_persian("cases")) == {
        ("Page", "Cases"),
        ("Page", "%n file(s)"),
        ("Page", "Open"),
        ("Page", 'It\'s "quoted" <b>&amp;</b>\nand goes on'),
        ("Toast", "Saved %1"),
    }
    assert set(_persian("frame")) == {("App", "Sazesh")}
    assert not translations.file_of("empty").exists()


def test_update_keeps_what_is_translated_and_drops_what_is_gone(program: Path) -> None:
    translations.fill("cases", _table(program, "Cases\tپرونده‌ها", "Saved %1\t%1 ثبت شد"))
    page = program / "ui" / "cases" / "parts" / "page.py"
    page.write_text(_PAGE.replace('self.tr("Open", "verb"),', 'self.tr("Close"),'), encoding="utf-8")
    translations.update(["cases"])
    texts = _persian("cases")
    assert texts["Page", "Cases"] == "پرونده‌ها"
    assert ("Page", "Open") not in texts
    assert texts["Page", "Close"] == ""


def test_update_twice_changes_no_byte(program: Path) -> None:
    translations.fill("cases", _table(program, "%n file(s)\t%Ln پرونده", "Open\tباز کردن"))
    before = translations.file_of("cases").read_bytes()
    translations.update()
    assert translations.file_of("cases").read_bytes() == before


def test_fill_says_what_is_missing_and_unknown(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not translations.fill("cases", _table(program, "# words", "", "Cases\tپرونده‌ها", "Nothing\tهیچ"))
    said = capsys.readouterr().out
    assert "persian.tsv:4: not a source string of 'cases': Nothing" in said
    assert "cases\tPage\tOpen (verb)" in said
    assert "cases\tPage\tCases" not in said


def test_fill_is_content_with_a_whole_table(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = _table(
        program,
        "Cases\tپرونده‌ها\tPage",
        "%n file(s)\t%Ln پرونده",
        "Open\tباز کردن",
        'It\'s "quoted" <b>&amp;</b>\\nand goes on\tنقل «شده» <b>&amp;</b>\\nو ادامه دارد',
        "Saved %1\t%1 ثبت شد",
    )
    assert translations.fill("cases", table)
    assert capsys.readouterr().out == ""
    assert "\nو ادامه" in _persian("cases")["Page", 'It\'s "quoted" <b>&amp;</b>\nand goes on']


def test_fill_names_lost_placeholders(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translations.fill("cases", _table(program, "Saved %1\tثبت شد"))
    assert "persian.tsv:1: placeholders differ" in capsys.readouterr().out


def test_missing_answers_by_its_status(program: Path) -> None:
    assert translations.main(["fill", "frame", str(_table(program, "Sazesh\tسازش"))]) == 0
    assert translations.main(["missing"]) == 0
    translations.update()
    assert translations.main(["missing"]) == 1


def test_an_unknown_package_is_named(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["update", "letters"]) == 1
    assert "no package 'letters'" in capsys.readouterr().err


def test_compiles_only_what_changed(program: Path) -> None:
    translations.fill("cases", _table(program, "Cases\tپرونده‌ها"))
    assert translations.compile_stale() == 1
    assert translations.compile_stale() == 0
    assert translations.stale() == []
    compiled = translations.file_of("cases").with_suffix(".qm")
    assert compiled.stat().st_size > 0
    translations.file_of("cases").touch()
    assert translations.stale() == [translations.file_of("cases")]


def test_the_compiled_file_speaks_persian(program: Path) -> None:
    from PySide6.QtCore import QTranslator

    translations.fill("cases", _table(program, "Cases\tپرونده‌ها", "%n file(s)\t%Ln پرونده", "Open\tباز کردن"))
    translations.compile_stale()
    translator = QTranslator()
    assert translator.load(str(translations.file_of("cases").with_suffix(".qm")))
    assert translator.translate("Page", "Cases") == "پرونده‌ها"
    assert translator.translate("Page", "%n file(s)", None, 7) == "%Ln پرونده"
    assert translator.translate("Page", "Open", "verb") == "باز کردن"
