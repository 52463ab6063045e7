"""PDF and Word files made for one test."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

A4 = (595, 842)
LEADING = 14

Printed = tuple[float, float, float, str]  # x, y and size in points, the text


def make_pdf(pages: Sequence[Sequence[Printed]], password: str = "", **said: str) -> bytes:
    """A PDF with those lines on its pages; ``said`` is what it says of itself (``Title="…"``)."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(*A4)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        content.set_data("\n".join(map(_draw, lines)).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({f"/{name}": value for name, value in said.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _draw(line: Printed) -> str:
    x, y, size, text = line
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET"


def column(text: str, *, x: float = 60, top: float = 760, size: float = 10) -> list[Printed]:
    """Lines under each other; an empty one leaves a gap."""
    lines = text.strip("\n").split("\n")
    return [(x, top - LEADING * n, size, line) for n, line in enumerate(lines) if line]
