"""Keeping a scan and naming a binder, by the keyboard, on a real encrypted file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QImageIOHandler, QImageWriter
from PySide6.QtWidgets import QApplication, QWidget

from services.attachments.rules import PDF, media_type_of
from services.documents import PaperKind, PaperRequest
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from tests.ui.case.conftest import OpenCase
from tests.ui.case.test_case_page import TODAY
from tests.ui.scheduling.office import Office
from ui.attachments.attach_sheet import AttachSheet
from ui.attachments.attachment_sheet import AttachmentSheet
from ui.attachments.void_sheet import VoidAttachmentSheet
from ui.case.case_page import CasePage
from ui.documents.pdf_pages import count_pages, page_pictures
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import open_sheet_of


def begin(page: CasePage, keyboard: Keyboard) -> AttachSheet:
    page.works.do("attach")
    sheet = open_sheet_of(page)
    assert isinstance(sheet, AttachSheet)
    keyboard.settle(sheet.main.isEnabled)
    return sheet


def photo(folder: Path) -> Path:
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    path = folder / "scan.jpg"
    assert image.save(str(path), "JPEG")  # type: ignore[call-overload]
    return path


def _drop(file: Path, first: QWidget, under: QWidget) -> None:
    """Onto `first`; what does not want it leaves it to what lies under it, as the system does."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for widget in (first, under):
        entering = QDragEnterEvent(QPointF(5, 5), copy, dragged, left, none)
        QApplication.sendEvent(widget, entering)
        if entering.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, dragged, left, none))
            return


def test_a_scan_is_kept_looked_at_and_declared_void(
    office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path
) -> None:
    page = open_case(office.file().id)
    sheet = begin(page, keyboard)
    keyboard.save()
    assert sheet.form.field("kind").error()
    keyboard.go_to(sheet.form.field("kind").edit)  # type: ignore[arg-type]
    keyboard.choose("برگ شکایت")
    keyboard.save()
    assert "فایل" in sheet.form.field("content").error()
    _drop(photo(tmp_path), sheet.form.field("title").edit, sheet)
    assert not sheet.form.field("title").value()
    assert "scan.jpg" in sheet.scan.words()
    assert not sheet.form.field("content").error()
    keyboard.save()
    keyboard.settle(lambda: not page.attachments.isHidden())
    assert page.shown is not None
    page.attachments.opened.emit(page.shown.attachments[0])
    view = open_sheet_of(page)
    assert isinstance(view, AttachmentSheet)
    keyboard.settle(lambda: view.view.pages() == 1)
    view.void.click()
    void = open_sheet_of(page)
    assert isinstance(void, VoidAttachmentSheet)
    keyboard.value("برگه پرونده دیگر")
    keyboard.save()
    keyboard.settle(lambda: page.attachments.rows.rows()[0].chip == "باطل")


@pytest.mark.qt_log_ignore("JPEG data", "This plugin does not support")
def test_what_is_no_scan_stays_beside_its_button(
    office: Office, open_case: OpenCase, keyboard: Keyboard, tmp_path: Path
) -> None:
    page = open_case(office.file().id)
    sheet = begin(page, keyboard)
    wrong = tmp_path / "برنامه.exe"
    wrong.write_bytes(b"MZ no scan")
    sheet.scan.take(wrong)
    keyboard.go_to(sheet.form.field("kind").edit)  # type: ignore[arg-type]
    keyboard.choose("برگ شکایت")
    keyboard.save()
    keyboard.settle(sheet.main.isEnabled)
    assert "پی‌دی‌اف" in sheet.form.field("content").error()
    assert not office.heard.toasts
    for content, words in (
        (b"", "خالی است"),
        (b"%PDF-1.7\ncut off", "خراب است"),
        (b"\xff\xd8\xff\xe0 no picture", "خراب است"),
        (photo(tmp_path).read_bytes() + bytes(sheet.scan.most), "۲۰ مگابایت"),
    ):
        wrong.write_bytes(content)
        sheet.scan.take(wrong)
        assert words in sheet.form.field("content").error()
        assert sheet.scan.value() == b"", "what can't be opened is not kept as the signed original"
    sheet.scan.take(tmp_path)
    assert "خوانده نمی‌شود" in sheet.form.field("content").error()
    sheet.scan.take(tmp_path / "gone.pdf")
    assert "خوانده نمی‌شود" in sheet.form.field("content").error()
    keyboard.save()
    assert "خوانده نمی‌شود" in sheet.form.field("content").error()


def test_without_a_scanner_the_binder_is_named(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = office.file().id
    services, actor = office.desk.services, office.actor()
    came = (AttendanceDraft(office.parties(case_id)[0], AttendanceMark.ATTENDED),)
    session = services.sessions.record(actor, SessionDraft(case_id, "intake", TODAY, 480, 510, came)).value
    request = PaperRequest(
        case_id, PaperKind.ATTENDANCE_CERTIFICATE, session.attendance[0].person_id, session_id=session.id
    )
    missing = services.documents.missing(actor, request)
    typed = tuple((one.name, one.choices[0].value if one.choices else "نمونه") for one in missing if one.is_required)
    services.documents.issue(actor, PaperRequest(**{**_fields(request), "values": typed}))
    page = open_case(case_id)
    sheet = begin(page, keyboard)
    keyboard.key(Qt.Key.Key_2, text="2")
    assert not sheet.form.field("kind").isVisible()
    keyboard.go_to(sheet.form.field("document_id").edit)  # type: ignore[arg-type]
    keyboard.choose("گواهی")
    keyboard.go_to(sheet.form.field("place").edit)  # type: ignore[arg-type]
    keyboard.value("زونکن ۳")
    keyboard.save()
    keyboard.settle(lambda: services.attachments.sheet(actor, case_id).papers[0].place == "زونکن ۳")


def _fields(request: PaperRequest) -> dict[str, object]:
    return {name: getattr(request, name) for name in request.__dataclass_fields__}


def test_pages_are_counted(tmp_path: Path) -> None:
    assert count_pages(photo(tmp_path).read_bytes()) == 1
    assert count_pages(b"%PDF-1.4 broken") == 1


def test_a_photo_stands_as_it_was_held(tmp_path: Path) -> None:
    """A telephone writes the picture lying and notes that it stood."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    path = tmp_path / "phone.jpg"
    writer = QImageWriter(str(path), b"JPEG")
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    [shown] = page_pictures(path.read_bytes(), 300, 1.0)
    assert (shown.width(), shown.height()) == (300, 400)
    assert media_type_of(b"\r\n\r\n%PDF-1.4") == PDF
