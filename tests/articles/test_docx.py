"""A Word file is read as it stands once all changes are accepted."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml

from briefing.errors import BriefingError
from tests.articles.conftest import Read

LONG = "The army said on Friday that it had withdrawn from the town after two days of fighting."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHANGED = f"""<w:p {W}><w:r><w:t xml:space="preserve">At least </w:t></w:r>
<w:del w:id="1" w:author="a"><w:r><w:delText>15</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a"><w:r><w:t>16</w:t></w:r></w:ins>
<w:hyperlink><w:r><w:t xml:space="preserve"> civilians</w:t></w:r></w:hyperlink>
<w:r><w:t xml:space="preserve"> died.</w:t><w:br/><w:t>Nobody left.</w:t></w:r></w:p>"""


def word_file(*, heading: bool = True) -> bytes:
    """A file with a title, a paragraph, a list, a table and a tracked change."""
    document = Document()
    if heading:
        document.add_heading("Two days: a retreat", 0)
    document.add_paragraph(LONG)
    document.add_heading("What next", 2)
    document.add_paragraph("First the north.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Place", "Killed", "Atarib", "16"], strict=True):
        cell.text = text
    document.element.body.insert(-1, parse_xml(CHANGED))
    document.core_properties.author = "Foreign desk"
    document.core_properties.title = "Stated title"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_lists_tables_and_changes(read: Read) -> None:
    """In the order of the text; what was deleted is gone, what was inserted is there."""
    article = read("a.docx", word_file())
    assert article.text.split("\n\n") == [
        *(LONG, "What next", "First the north.", "Place | Killed", "Atarib | 16"),
        *("At least 16 civilians died.", "Nobody left."),
    ]
    assert (article.title, article.author) == ("Two days: a retreat", "Foreign desk")
    assert (article.published, article.language) == (None, "en")


def test_the_stated_title_where_none_is_printed(read: Read) -> None:
    """Without a title or first heading, the file's own properties give it."""
    assert read("a.docx", word_file(heading=False)).title == "Stated title"


def test_a_file_that_unpacks_to_too_much(read: Read) -> None:
    """It is refused before it is unpacked."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    with pytest.raises(BriefingError, match=r"^a\.docx unpacks to 210 MB\. Save its text"):
        read("a.docx", out.getvalue())
