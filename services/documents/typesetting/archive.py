"""What makes a PDF one that an archive keeps (PDF/A-2u): XMP that says what it is, and in which colours it is meant.

The other half is in `fonts` (embedded subsets, a ToUnicode for every glyph) and in what is never drawn: nothing is
transparent, nothing is encrypted, no script, no file inside. Not reached: the tags of PDF/A-2a.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from resources import shelf

from .streams import Packed, Stream, pack

PROGRAM = "Sazesh"
_DAY = "2000-01-01T00:00:00+00:00"
_PDF_DAY = "(D:20000101000000+00'00')"
"""Equal input gives equal bytes, so every paper has the same day here; its own stands on it."""
_PROFILE = "sRGB IEC61966-2.1"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(document: Any, *, title: str, subject: str, language: str, program: str = PROGRAM) -> None:
    """Give a document of reportlab its description, twice and the same: for readers of PDF and for archives.

    `program` is what made it, "" where the paper must not tell where it comes from (P-2).
    """
    title, subject = _NOT_XML.sub("", title), _NOT_XML.sub("", subject)
    texts = {"title": title, "subject": subject, "language": language, "program": program, "day": _DAY}
    document.info = _Info(title, subject, program)
    catalog = document.Catalog
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    # an archive finds the description without unpacking anything
    xmp = _XMP.format(**{name: escape(text) for name, text in texts.items()}).encode()
    catalog.Metadata = Stream(xmp, is_packed=False, Type="/Metadata", Subtype="/XML")
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": f"({_PROFILE})",
            "Info": f"({_PROFILE})",
            "DestOutputProfile": document.Reference(Stream(_profile(), N="3")),
        }
    )
    catalog.OutputIntents = pdfdoc.PDFArray([intent])


class _Info(pdfdoc.PDFObject):
    """The description that every reader of PDF shows; reportlab's own holds fields that would stay empty."""

    def __init__(self, title: str, subject: str, program: str) -> None:
        self._title, self._subject, self._program = title, subject, program
        self.invariant = 1

    def digest(self, signature: Any) -> None:
        """What the file's identifier is made of, beside its pages (called by reportlab)."""
        signature.update(f"{self._title}\0{self._subject}".encode())

    def format(self, document: Any) -> Any:
        """Called by reportlab."""
        entries = {
            "Title": pdfdoc.PDFString(self._title),
            "Subject": pdfdoc.PDFString(self._subject),
            "Creator": f"({self._program})",
            "Producer": f"({self._program})",
            "CreationDate": _PDF_DAY,
            "ModDate": _PDF_DAY,
        }
        return pdfdoc.PDFDictionary(entries).format(document)


@cache
def _profile() -> Packed:
    return pack(shelf.path("colour", "sRGB.icc").read_bytes())
