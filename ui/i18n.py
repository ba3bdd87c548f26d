"""Persian on the screen: our translations and Qt's own, the locale, and the direction of reading."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from resources import shelf

_QT_CATALOGUES = ("qtbase_fa", "qt_fa")
LEFT_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Computer"),
    QT_TRANSLATE_NOOP("QFileDialog", "&File name:"),
    QT_TRANSLATE_NOOP("QFileDialog", "File &name:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
)
"""What Qt's own Persian leaves in English where people see it, or calls by the word for a case's file."""


def install_translators(app: QApplication) -> list[str]:
    """Load every `resources/i18n/*.qm` and Qt's own Persian; numbers, dates and layout become Persian.

    Returns the names of what was loaded, so that the program can say when its translations were not compiled.
    """
    QLocale.setDefault(QLocale("fa_IR"))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    loaded = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{qt_folder}/{name}.qm" for name in _QT_CATALOGUES]
    files += [str(path) for path in sorted(shelf.path("i18n").glob("*.qm"))]
    for file in files:
        translator = QTranslator(app)
        if translator.load(file) and app.installTranslator(translator):
            loaded.append(file.replace("\\", "/").rsplit("/", 1)[-1])
    return loaded
