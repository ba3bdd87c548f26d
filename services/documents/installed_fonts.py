"""The TrueType fonts that are installed on this machine, by family, without reading more than their names."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_TRUE_TYPE = (b"\x00\x01\x00\x00", b"true")
_FAMILY = 1
_BOLD, _ITALIC = 1, 2
_MOST = 4_000


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """A family with the files of its regular and, where it has one, its bold weight."""

    name: str
    regular: str
    bold: str = ""


def installed_fonts(folders: Iterable[str]) -> tuple[InstalledFont, ...]:
    """Every family in these folders and those inside them that has a regular weight, by name."""
    found: dict[str, dict[int, str]] = {}
    for path in _files(folders):
        try:
            with path.open("rb") as file:
                named = _name_and_style(file)
        except (OSError, struct.error, UnicodeDecodeError):
            continue
        if named is not None:
            found.setdefault(named[0], {}).setdefault(named[1], str(path))
    fonts = (InstalledFont(name, styles[0], styles.get(_BOLD, "")) for name, styles in found.items() if 0 in styles)
    return tuple(sorted(fonts, key=lambda font: font.name.casefold()))


def _files(folders: Iterable[str]) -> list[Path]:
    found: dict[Path, None] = {}
    for folder in folders:
        if Path(folder).is_dir():
            paths = (path for path in Path(folder).rglob("*") if path.suffix.lower() == ".ttf")
            found |= dict.fromkeys(sorted(paths)[:_MOST])
    return list(found)


def _name_and_style(file: BinaryIO) -> tuple[str, int] | None:
    """Family and style (0 regular, 1 bold, 2 and 3 italic); None for what is no TrueType file."""
    head = file.read(12)
    if head[:4] not in _TRUE_TYPE:
        return None
    count = struct.unpack_from(">H", head, 4)[0]
    records = file.read(16 * count)
    tables = {
        records[at : at + 4]: struct.unpack_from(">LL", records, at + 8) for at in range(0, len(records) - 15, 16)
    }
    if b"name" not in tables or b"head" not in tables or b"glyf" not in tables:
        return None
    file.seek(tables[b"head"][0] + 44)
    style = struct.unpack(">H", file.read(2))[0] & (_BOLD | _ITALIC)
    file.seek(tables[b"name"][0])
    family = _family(file.read(min(tables[b"name"][1], 100_000)))
    return (family, style) if family else None


def _family(table: bytes) -> str:
    """The family in English if it has such a name, else in any language."""
    count, texts_at = struct.unpack_from(">HH", table, 2)
    best = ""
    for number in range(count):
        platform, _encoding, language, name, size, at = struct.unpack_from(">6H", table, 6 + 12 * number)
        if name != _FAMILY:
            continue
        raw = table[texts_at + at : texts_at + at + size]
        text = raw.decode("utf-16-be" if platform in (0, 3) else "latin-1").strip()
        if platform == 3 and language == 0x409:
            return text
        best = best or text
    return best
