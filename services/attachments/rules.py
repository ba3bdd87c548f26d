"""What may be kept: a PDF or a picture, known by its first bytes, whatever the file is called."""

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
_BEGINS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))


def media_type_of(content: bytes) -> str:
    """The type of the content, "" for anything that is not kept."""
    return next((kind for begin, kind in _BEGINS if content.startswith(begin)), "")
