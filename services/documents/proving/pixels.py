"""Finding the code in a picture: a photo, a scan, a rendered page. Pixels come as plain bytes."""

from dataclasses import dataclass

from .payload import PREFIX

_MOST_PIXELS = 80_000_000


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """One byte a pixel, 0 black to 255 white, rows without a gap."""

    width: int
    height: int
    pixels: bytes


def letters_in(picture: GreyPicture) -> str | None:
    """The letters of the paper's code in the picture, turned, tilted and blurred as it may be; None without one."""
    size = picture.width * picture.height
    if not 0 < size <= _MOST_PIXELS or len(picture.pixels) != size:
        return None
    import zxingcpp

    rows = memoryview(picture.pixels).cast("B", shape=[picture.height, picture.width])
    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for binarizer in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
        found = zxingcpp.read_barcodes(rows, formats=kind, binarizer=binarizer)
        for one in found:
            if one.text.startswith(PREFIX):
                return str(one.text)
    return None
