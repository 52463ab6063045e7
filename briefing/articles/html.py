"""A web page: the article without the navigation, notices, side bars and footers around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.articles.decode import decode
from briefing.articles.draft import Draft, UnreadableError
from briefing.articles.page_metadata import read_page_metadata
from briefing.language.detect import detect_language

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_MEAN_WINDOWS = ("iso-8859-1", "latin1", "us-ascii", "ascii")  # as every browser reads them
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# A date stands in a page's own tags or in its address; one found in running text is a guess.
_DATE_OPTIONS = {"original_date": True, "extensive_search": False}
# Tags of trafilatura's tree and of HTML that stand on their own, and those that break a line.
_BLOCKS = (
    *("p", "head", "item", "row", "quote", "code"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "pre", "div"),
)
_BREAKS = ("lb", "br")
_ROWS = ("row", "tr")
_CELLS = ("cell", "td", "th")
# On a page with little text, trafilatura falls back on all there is; these are never the article.
_SURROUNDINGS = [
    *("//nav", "//aside", "//footer", "//button", "//*[@role='navigation']"),
    "//header[not(ancestor::article or ancestor::main)]",
]
_UNSEEN = ["//script", "//style", "//noscript", "//template", "//comment()"]


def read_html(data: bytes) -> Draft:
    """Return the article's paragraphs, headings and list items.

    A page's ``lang`` is often its template's and not the article's, so that the words come first.
    Raises ``UnreadableError`` where nothing is left once the navigation is gone.
    """
    page = _parse(decode(data, _declared_charset(data)))
    document = _extract(page)
    paragraphs = _restore_ends(list(_paragraphs(document.body)), page)
    metadata = read_page_metadata(page, document)
    language = detect_language("\n".join(paragraphs)) or metadata.language
    return Draft(paragraphs, replace(metadata, language=language))


def _parse(source: str) -> HtmlElement:
    from lxml.etree import ParserError
    from lxml.html import document_fromstring

    try:
        # lxml refuses a text, as against bytes, that still declares an encoding.
        return document_fromstring(_XML_DECLARATION.sub("", source))
    except ParserError:
        raise UnreadableError("has no text: it is an empty page") from None


def _extract(page: HtmlElement) -> Document:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        document = bare_extraction(
            deepcopy(page),  # it cuts the tree it is given
            include_comments=False,
            with_metadata=True,
            prune_xpath=_SURROUNDINGS,
            date_extraction_params=_DATE_OPTIONS,
        )
    except Exception as error:  # pages are broken in more ways than a library foresees
        raise UnreadableError("is a page that cannot be taken apart. Save its text") from error
    if not isinstance(document, Document) or document.body is None:
        raise UnreadableError(
            "has no text after its navigation was removed. "
            "Open it, or list it under [sources] ignore"
        )
    return document


def _restore_ends(paragraphs: list[str], page: HtmlElement) -> list[str]:
    """Where trafilatura, seeing little text, ran blocks together, take their ends from the page.

    Trafilatura still says what is the article: a block of the page is kept if it found its words.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n") if line.strip()]
    if len(lines) > 1 and not any("\n" in paragraph.strip() for paragraph in paragraphs):
        return paragraphs
    found = _squeeze("".join(lines))
    blocks = [block for block in _paragraphs(_prune(page)) if _squeeze(block) in found]
    return blocks if 2 * len(_squeeze("".join(blocks))) > len(found) else lines


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _prune(page: HtmlElement) -> HtmlElement:
    page = deepcopy(page)
    for node in page.xpath(" | ".join(_SURROUNDINGS + _UNSEEN)):
        node.drop_tree()
    return page.body


def _declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    charset = match[1].decode("ascii").lower() if match else None
    return "cp1252" if charset in _MEAN_WINDOWS else charset


def _paragraphs(element: _Element) -> Iterator[str]:
    """Blocks of trafilatura's tree in order; a block within a block speaks for itself."""
    own = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or _holds_blocks(child):
            yield own
            own = ""
            yield from _row(child) if child.tag in _ROWS else _paragraphs(child)
        elif child.tag in _BREAKS:
            yield own
            own = ""
        else:
            own += "".join(child.itertext())
        own += child.tail or ""
    yield own


def _holds_blocks(element: _Element) -> bool:
    return next(element.iter(*_BLOCKS), None) is not None


def _row(row: _Element) -> Iterator[str]:
    yield " | ".join(" ".join("".join(cell.itertext()).split()) for cell in row.iter(*_CELLS))
