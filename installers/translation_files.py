"""Reading and writing Qt Linguist `.ts` files exactly as lupdate does, so that diffs stay small."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

_ESCAPES = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;", "'": "&apos;"}


@dataclass(slots=True)
class Message:
    """One source text of one context. `forms` has one text (Persian has one plural form)."""

    context: str
    source: str
    comment: str = ""
    extra_comment: str = ""
    forms: list[str] = field(default_factory=lambda: [""])
    numerus: bool = False
    finished: bool = False

    @property
    def text(self) -> str:
        return self.forms[0] if self.forms else ""

    def translate(self, text: str) -> None:
        self.forms = [text]
        self.finished = bool(text)


@dataclass(slots=True)
class TranslationFile:
    """The messages of one `.ts` file in file order, with the attributes of its head."""

    path: Path
    attributes: dict[str, str]
    messages: list[Message]

    @classmethod
    def read(cls, path: Path) -> "TranslationFile":
        root = ElementTree.parse(path).getroot()  # noqa: S314 — our own files
        messages = [
            _message(context.findtext("name", ""), element)
            for context in root.findall("context")
            for element in context.findall("message")
        ]
        return cls(path, dict(root.attrib), messages)

    def unfinished(self) -> list[Message]:
        return [message for message in self.messages if not message.finished]

    def write(self) -> None:
        text = "".join(self._lines())
        if not self.path.exists() or self.path.read_text(encoding="utf-8") != text:
            self.path.write_text(text, encoding="utf-8", newline="\n")

    def _lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        yield "<TS" + "".join(f' {key}="{_escape(value)}"' for key, value in self.attributes.items()) + ">\n"
        current: str | None = None
        for message in self.messages:
            if message.context != current:
                if current is not None:
                    yield "</context>\n"
                current = message.context
                yield f"<context>\n    <name>{_escape(current)}</name>\n"
            yield from _message_lines(message)
        if current is not None:
            yield "</context>\n"
        yield "</TS>\n"


def _message(context: str, element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    numerus = element.get("numerus") == "yes"
    if translation is None:
        forms, finished = [""], False
    elif numerus:
        forms = [_text(form) for form in translation.findall("numerusform")]
        finished = translation.get("type") is None
    else:
        forms, finished = [_text(translation)], translation.get("type") is None
    return Message(
        context=context,
        source=_text(element.find("source")),
        comment=_text(element.find("comment")),
        extra_comment=_text(element.find("extracomment")),
        forms=forms,
        numerus=numerus,
        finished=finished and bool(forms) and all(forms),
    )


def _text(element: ElementTree.Element | None) -> str:
    """The text of an element; Linguist writes control characters as `<byte value="x9"/>`."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "byte":
            parts.append(chr(int(child.get("value", "x0").lstrip("x"), 16)))
        parts.append(child.tail or "")
    return "".join(parts)


def _message_lines(message: Message) -> Iterator[str]:
    yield '    <message numerus="yes">\n' if message.numerus else "    <message>\n"
    yield f"        <source>{_escape(message.source)}</source>\n"
    if message.comment:
        yield f"        <comment>{_escape(message.comment)}</comment>\n"
    if message.extra_comment:
        yield f"        <extracomment>{_escape(message.extra_comment)}</extracomment>\n"
    kind = "" if message.finished else ' type="unfinished"'
    if message.numerus:
        yield f"        <translation{kind}>\n"
        for form in message.forms or [""]:
            yield f"            <numerusform>{_escape(form)}</numerusform>\n"
        yield "        </translation>\n"
    else:
        yield f"        <translation{kind}>{_escape(message.text)}</translation>\n"
    yield "    </message>\n"


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(letter) or _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    return f'<byte value="x{ord(letter):x}"/>' if ord(letter) < 32 and letter not in "\n\t" else letter
