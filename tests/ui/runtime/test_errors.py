import sys
import threading
from pathlib import Path

import pytest

from services.errors import InvalidDraft, InvalidError, NotAllowedError
from ui.runtime.errors import ErrorPresenter, sentence_of, write_report


class _Form:
    def __init__(self, *known: str) -> None:
        self.known = known
        self.shown: dict[str, str] = {}
        self.focused = False

    def set_error(self, key: str, sentence: str) -> bool:
        if key in self.known:
            self.shown[key] = sentence
        return key in self.known

    def focus_first_error(self) -> None:
        self.focused = True


class _Told:
    def __init__(self, folder: Path) -> None:
        self.toasts: list[str] = []
        self.reports: list[Path | None] = []
        self.presenter = ErrorPresenter(self.toasts.append, self.reports.append, folder)


@pytest.fixture
def told(tmp_path: Path) -> _Told:
    return _Told(tmp_path / "reports")


def test_a_refusal_stands_beside_its_field(told: _Told) -> None:
    form = _Form("name")
    told.presenter.present(InvalidError("errors.required", "name"), form)
    assert form.shown == {"name": "این خانه را پر کنید."}
    assert form.focused
    assert told.toasts == []


def test_a_refusal_without_a_field_is_a_toast(told: _Told) -> None:
    told.presenter.present(NotAllowedError("errors.not_allowed"), _Form("name"))
    told.presenter.present(InvalidError("errors.required", "elsewhere"), _Form("name"))
    assert told.toasts[0].startswith("این کار در اختیارات شما نیست")
    assert told.toasts[1] == "این خانه را پر کنید."


def test_several_errors_go_each_to_its_field(told: _Told) -> None:
    form = _Form("name", "code")
    errors = (InvalidError("errors.required", "name"), InvalidError("errors.too_long", "code", limit=20))
    told.presenter.into(form)(InvalidDraft(errors=errors))
    assert set(form.shown) == {"name", "code"}
    assert "۲۰" in form.shown["code"]
    assert told.toasts == []


def test_every_error_has_a_sentence() -> None:
    assert sentence_of(InvalidError("no.such_key")) != ""
    assert sentence_of(InvalidError("no.such_key", "name")) != ""


def _crash(name: str) -> None:
    secret = f"{name}-0002185679"
    raise ValueError(secret)


def _crash_twice(name: str) -> None:
    try:
        _crash(name)
    except ValueError as error:
        raise RuntimeError(name) from error


def test_a_bug_becomes_a_report_without_anything_that_was_typed(told: _Told) -> None:
    with pytest.raises(RuntimeError) as caught:
        _crash_twice("مریم محمدی")
    told.presenter.present(caught.value)
    (report,) = told.reports
    assert report is not None
    text = report.read_text("utf-8")
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "tests/ui/runtime/test_errors.py:" in text
    assert "in _crash" in text
    assert "python:" in text
    for leak in ("مریم", "محمدی", "0002185679", str(Path.home())):
        assert leak not in text


def test_what_nobody_caught_is_presented(told: _Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told.presenter.install()
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    assert len(told.reports) == 1


def test_a_bug_inside_the_dialog_opens_no_second_one(tmp_path: Path) -> None:
    shown: list[Path | None] = []

    def dialog(report: Path | None) -> None:
        shown.append(report)
        presenter.present(ValueError("again"))

    presenter = ErrorPresenter(lambda _text: None, dialog, tmp_path)
    presenter.present(ValueError("first"))
    assert len(shown) == 1


def test_a_fault_that_comes_again_and_again_is_told_once_in_a_while(
    told: _Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One that comes with every painting would otherwise hold the program in its dialogs, and fill the disk."""
    now = 0.0
    monkeypatch.setattr("ui.runtime.errors.time.monotonic", lambda: now)
    for step in range(100):
        now = step * 0.1
        told.presenter.present(ValueError(str(step)))
    assert len(told.reports) == 1
    told.presenter.present(KeyError("another"))
    now += 6
    told.presenter.present(ValueError("later"))
    assert len(told.reports) == 3
    for _ in range(60):
        write_report(ValueError("x"), tmp_path / "many")
    assert len(list((tmp_path / "many").iterdir())) == 50


def test_a_report_that_cannot_be_stored_is_none(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert write_report(ValueError("x"), file / "folder") is None


def test_keyboard_interrupt_is_no_bug(told: _Told) -> None:
    told.presenter.present(KeyboardInterrupt())
    assert told.reports == []


def test_a_thread_that_died_leaves_a_report(told: _Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told.presenter.install()
    thread = threading.Thread(target=_crash, args=("x",))
    thread.start()
    thread.join()
    assert len(list((tmp_path / "reports").iterdir())) == 1
    assert told.reports == []
