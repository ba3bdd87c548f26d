"""A paper that proves itself: its text, signed by the unit's key, stands on it as a QR code (design.md §5).

`canonical` says in which form a paper is signed, `payload` how that becomes the text of a QR code, `making` signs;
`checking` tells a genuine paper from an altered one and needs no signing in; `known_keys`, `revocations` and
`court_page` are what others check with.
"""
