"""A web page: the article without the navigation, notices, side bars and footers around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.articles.decode import decode
from briefing.articles.draft import Draft, UnreadableError
from briefing.articles.page_metadata import read_page_metadata

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_BLOCKS = ("p", "head", "item", "row", "quote", "code")
# A date stands in a page's own tags or in its address; one found in running text is a guess.
_DATE_OPTIONS = {"original_date": True, "extensive_search": False}


def read_html(data: bytes) -> Draft:
    """Return the article's paragraphs, headings and list items.

    Raises ``UnreadableError`` where nothing is left once the navigation is gone.
    """
    import trafilatura
    from lxml.etree import ParserError
    from lxml.html import document_fromstring

    source = _without_xml_declaration(decode(data, _declared_charset(data)))
    try:
        page = document_fromstring(source)
    except ParserError:
        raise UnreadableError("has no text: it is an empty page") from None
    document = trafilatura.bare_extraction(
        source, include_comments=False, with_metadata=True, date_extraction_params=_DATE_OPTIONS
    )
    if not isinstance(document, trafilatura.settings.Document) or document.body is None:
        raise UnreadableError("has no text after its navigation was removed")
    return Draft(list(_paragraphs(document.body)), read_page_metadata(page, document))


def _declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def _without_xml_declaration(source: str) -> str:
    """lxml refuses a text, as against bytes, that still declares an encoding."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", source)


def _paragraphs(element: _Element) -> Iterator[str]:
    """Blocks of trafilatura's tree in order; a block within a block speaks for itself."""
    own = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or _holds_blocks(child):
            yield own
            own = ""
            yield from _row(child) if child.tag == "row" else _paragraphs(child)
        elif child.tag == "lb":
            yield own
            own = ""
        else:
            own += "".join(child.itertext())
        own += child.tail or ""
    yield own


def _holds_blocks(element: _Element) -> bool:
    return next(element.iter(*_BLOCKS), None) is not None


def _row(row: _Element) -> Iterator[str]:
    yield " | ".join(" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell"))
