"""Finding the code in a picture: a photo, a scan, a rendered page. Pixels come as plain bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .payload import PREFIX

if TYPE_CHECKING:
    from PIL import Image

_MOST_PIXELS = 80_000_000
_MOST_WHOLE = 5_000_000
"""A picture in which no place of a code is seen is enlarged as a whole up to this size."""
_AROUND = 0.12
_ENLARGED = ((2, 0.0), (3, 1.5), (2, 1.5), (3, 1.0), (4, 2.0), (4, 3.0))
"""How many times, and how widely sharpened (pixels of the picture): what helped faint scans and unsteady photos."""


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """One byte a pixel, 0 black to 255 white, rows without a gap."""

    width: int
    height: int
    pixels: bytes


def letters_in(picture: GreyPicture, *, patient: bool = False) -> str | None:
    """The letters of the paper's code in the picture, turned, tilted and blurred as it may be; None without one.

    `patient` also tries what takes seconds: the place of the code enlarged, sharpened, and with thinner ink.
    """
    size = picture.width * picture.height
    if not 0 < size <= _MOST_PIXELS or len(picture.pixels) != size:
        return None
    rows = memoryview(picture.pixels).cast("B", shape=[picture.height, picture.width])
    found = _read(rows, "LocalAverage", "GlobalHistogram")
    return found if found is not None or not patient else _read_patiently(picture)


def _read(rows: Any, *binarizers: str) -> str | None:
    for binarizer in binarizers:
        for one in _codes(rows, binarizer):
            if one.text.startswith(PREFIX):
                return str(one.text)
    return None


def _codes(rows: Any, binarizer: str, *, with_unread: bool = False) -> Any:
    import zxingcpp

    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    way = getattr(zxingcpp.Binarizer, binarizer)
    return zxingcpp.read_barcodes(rows, formats=kind, binarizer=way, return_errors=with_unread)


def _read_patiently(picture: GreyPicture) -> str | None:
    from PIL import Image

    whole = Image.frombytes("L", (picture.width, picture.height), picture.pixels)
    place = _place(whole)
    if place is None and picture.width * picture.height > _MOST_WHOLE:
        return None
    near = whole if place is None else whole.crop(place)
    for tried in _tried(near, _ENLARGED if place is not None else _ENLARGED[:3:2]):
        found = _read(tried, "LocalAverage", "FixedThreshold", "GlobalHistogram")
        if found is not None:
            return found
    return None


def _place(whole: Image.Image) -> tuple[int, int, int, int] | None:
    """The largest place that looks like a code, with what is around it: left, top, right, bottom."""
    from PIL import ImageFilter

    largest: tuple[int, int, int, int] | None = None
    for seen in (whole, whole.filter(ImageFilter.UnsharpMask(2, 200))):
        for one in _codes(seen, "LocalAverage", with_unread=True):
            at = one.position
            corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
            across, down = sorted(corner.x for corner in corners), sorted(corner.y for corner in corners)
            room = round(max(across[-1] - across[0], down[-1] - down[0]) * _AROUND) + 8
            box = (
                max(0, across[0] - room),
                max(0, down[0] - room),
                min(whole.width, across[-1] + room),
                min(whole.height, down[-1] + room),
            )
            if largest is None or _area(box) > _area(largest):
                largest = box
    return largest


def _area(box: tuple[int, int, int, int]) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _tried(near: Image.Image, enlarged: tuple[tuple[int, float], ...]) -> Iterator[Image.Image]:
    from PIL import Image, ImageFilter

    for times, radius in enlarged:
        larger = near.resize((near.width * times, near.height * times), Image.Resampling.BICUBIC)
        yield larger.filter(ImageFilter.UnsharpMask(radius * times, 250)) if radius else larger
        if times == 2 and not radius:  # copies of copies: the ink ran out into the white
            yield larger.filter(ImageFilter.MaxFilter(3))
