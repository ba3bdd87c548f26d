"""What may be kept: a PDF or a picture, known by its first bytes, whatever the file is called.

Some scanners write a few bytes before the head of a PDF, which every reader passes over.
"""

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
_BEGINS = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_PDF_HEAD, _HEAD_WITHIN = b"%PDF-", 1024


def media_type_of(content: bytes) -> str:
    """The type of the content, "" for anything that is not kept."""
    found = next((kind for begin, kind in _BEGINS if content.startswith(begin)), "")
    return found or (PDF if _PDF_HEAD in content[:_HEAD_WITHIN] else "")
