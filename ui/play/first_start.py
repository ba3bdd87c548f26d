"""The first day of a unit: the guide on an empty folder, the recovery sheet, and the first sign-in with its PIN."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument

from services.data_folder import read_front
from services.vault.recovery_code import is_group
from ui.main_window import MainWindow
from ui.play.keyboard import StoryError
from ui.play.story import Story, script
from ui.setup.guide import Guide


def play(story: Story, folder: Path) -> None:
    """A unit is made; its data lie in `folder` afterwards, nobody is signed in."""
    words = script()["first_start"]
    stage = story.open(folder)
    keyboard, guide = stage.keyboard, stage.find(Guide)
    stage.picture("first-start-unit")
    _unit(story, words)
    stage.picture("first-start-unit-filled")
    keyboard.save()
    keyboard.value(words["head"])
    keyboard.value(words["rank"])
    keyboard.value(words["password"])
    keyboard.value(words["password"])
    stage.picture("first-start-head")
    keyboard.save()
    keyboard.settle(lambda: guide.place() == 2)
    _colleagues(story, guide, words)
    stage.picture("first-start-colleagues")
    keyboard.save()
    for key in ("last_case", "last_letter", "last_confidential"):
        keyboard.value(words[key])
    stage.picture("first-start-numbers")
    keyboard.save()
    _recovery(story, guide)
    keyboard.settle(lambda: bool(stage.window.findChildren(MainWindow)))
    stage.picture("first-page")
    story.close()
    _sign_in(story, folder, words["password"])
    story.close()


def _sign_in(story: Story, folder: Path, password: str) -> None:
    """Next morning: a wrong password, the right one, the PIN of the shift."""
    stage = story.open(folder)
    stage.picture("sign-in")
    stage.keyboard.value(password[:-1])
    stage.keyboard.settle()
    stage.picture("sign-in-refused")
    stage.sign_in(next(iter(read_front(folder).accounts)).username, password)


def _unit(story: Story, words: dict[str, str]) -> None:
    keyboard = story.stage.keyboard
    keyboard.enter()  # a precinct stands there already
    keyboard.value(words["station"])
    keyboard.value(words["code"])
    keyboard.choose(words["province"])
    keyboard.value(words["county"])
    keyboard.enter()  # the section's name
    for key in ("letter_section", "phone", "address"):
        keyboard.value(words[key])


def _colleagues(story: Story, guide: Guide, words: dict[str, str]) -> None:
    keyboard = story.stage.keyboard
    keyboard.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    keyboard.key(Qt.Key.Key_Return)
    keyboard.write(words["room"])
    keyboard.go_to(guide.colleagues.people.field("0.full_name").edit)
    keyboard.value(words["colleague"])
    keyboard.choose(words["colleague_role"])
    keyboard.value(words["colleague_password"])


def _recovery(story: Story, guide: Guide) -> None:
    """The sheet is saved, and one group is typed from the paper, as the head would."""
    stage, file = story.stage, story.paper("01-recovery-sheet")
    stage.keyboard.settle(lambda: bool(guide.recovery.pdf()))
    stage.picture("recovery-sheet")
    button = stage.button(guide.recovery.tr("Save as a file"))
    stage.save_file(lambda: stage.keyboard.push(button), file, "save-recovery-sheet")
    stage.keyboard.write(group_of(file, guide.recovery.asked_group()))
    stage.keyboard.settle(guide.next.isEnabled)
    stage.picture("recovery-confirmed")
    stage.keyboard.enter()


def group_of(file: Path, number: int) -> str:
    """The group of that number, read from the printed sheet."""
    buffer = QBuffer()
    buffer.setData(QByteArray(file.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = document.getAllText(0).text()
    document.close()
    for word in text.replace("-", " ").split():
        if is_group(number, word):
            return word
    raise StoryError(f"group {number} is not to be read on the sheet")
