"""A Word file: its paragraphs, lists and tables as they stand once all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from briefing.articles.draft import Draft, Metadata, UnreadableError
from briefing.articles.stated import stated

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MAX_UNPACKED = 200_000_000  # bytes; a small file may unpack to more than a machine has memory
_TITLE_STYLES = ("Title", "Heading 1")
# Text, also that inserted with tracked changes. What is deleted has a tag of its own; a text box is
# written twice, for old programs and for new ones.
_TEXT = "(.//w:t | .//w:tab | .//w:br | .//w:cr)[not(ancestor::mc:Fallback)]"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def read_docx(data: bytes) -> Draft:
    """Return the paragraphs of a Word file; a table's row is one, its cells divided by a bar.

    The day on which the file was saved says nothing about the day of publication and is not used.
    Raises ``UnreadableError`` for a file that is broken or unpacks to more than it should.
    """
    document = _open(data)
    paragraphs = list(_paragraphs(document))
    return Draft(paragraphs, _metadata(document))


def _open(data: bytes) -> Document:
    from docx import Document

    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked <= _MAX_UNPACKED:
            return Document(BytesIO(data))
    except Exception as error:  # a broken file fails as a zip, as XML or for a part it lacks
        raise UnreadableError(
            "is not a Word file that can be read. Open it and save it anew as .docx"
        ) from error
    raise UnreadableError(f"unpacks to {unpacked // 1_000_000:,} MB. Save its text as .txt")


def _paragraphs(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from _text(block).split("\n")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}  # a merged cell is given for each column
        yield " | ".join(" ".join(map(_text, cell.paragraphs)) for cell in cells.values())


def _text(paragraph: Paragraph) -> str:
    return "".join(map(_sign, _nodes(paragraph)))


def _nodes(paragraph: Paragraph) -> list[Any]:
    from lxml.etree import XPath

    found: list[Any] = XPath(_TEXT, namespaces=_NAMESPACES)(paragraph._p)
    return found


def _sign(node: Any) -> str:
    tag = node.tag.rpartition("}")[2]
    return (node.text or "") if tag == "t" else " " if tag == "tab" else "\n"


def _metadata(document: Document) -> Metadata:
    said = document.core_properties
    title = _title(document) or stated(said.title, "title")
    return Metadata(title=title, author=stated(said.author, "author"))


def _title(document: Document) -> str | None:
    """The first paragraph that the author set as a title."""
    for paragraph in document.paragraphs:
        text = _text(paragraph).strip()
        if text:
            style = paragraph.style.name if paragraph.style else ""
            return text if style in _TITLE_STYLES else None
    return None
