"""The emblem of the letterhead: any PNG or JPEG becomes one small PNG, whose bytes from then on never change."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from services.errors import InvalidError

FIELD = "emblem"
LARGEST = 4_000_000
"""Bytes of the file that is chosen."""
LARGEST_SIDE = 6_000
SIDE = 240
"""Pixels of the longer side of what is stored: 300 dpi and more at the size it is printed."""
_COLOURS = 96
_WIDEST = 2.5


def emblem_of(content: bytes) -> bytes:
    """The stored form of a picture, on white, in few colours. Raises InvalidError beside the field."""
    if len(content) > LARGEST:
        raise _too_large()
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) > LARGEST_SIDE:
                raise _too_large()
            if _is_stored(picture):
                return content
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except InvalidError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidError("documents.emblem_unreadable", FIELD) from error
    white = Image.new("RGBA", upright.size, "white")
    white.alpha_composite(upright)
    small = white.convert("RGB")
    small.thumbnail((SIDE, SIDE))
    if not _is_square_enough(small):
        small = ImageOps.pad(small, (SIDE, SIDE), color="white")
    out = BytesIO()
    small.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _is_stored(picture: Image.Image) -> bool:
    """A picture that was made here: it stays as it is."""
    is_small = max(picture.size) <= SIDE and _is_square_enough(picture)
    return is_small and (picture.format, picture.mode, picture.info) == ("PNG", "P", {})


def _is_square_enough(picture: Image.Image) -> bool:
    return max(picture.size) <= min(picture.size) * _WIDEST


def _too_large() -> InvalidError:
    return InvalidError("documents.emblem_too_large", FIELD, limit=LARGEST // 1_000_000, side=LARGEST_SIDE)
