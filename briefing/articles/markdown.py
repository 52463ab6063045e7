"""Markdown with YAML front matter: marks go, prose, headings and list items stay."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.articles.decode import decode
from briefing.articles.draft import Draft
from briefing.articles.front_matter import split_front_matter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TEXT_TOKENS = ("text", "code_inline")
_BREAKS = ("softbreak", "hardbreak")


def read_markdown(data: bytes) -> Draft:
    """Return the paragraphs of a Markdown text; a heading 1 at its head is the title."""
    metadata, body = split_front_matter(decode(data))
    tokens = _parser().parse(body)
    if metadata.title is None and tokens and tokens[0].tag == "h1":
        metadata = replace(metadata, title=_prose(tokens[1]))
    return Draft(_paragraphs(tokens), metadata)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _paragraphs(tokens: list[Token]) -> list[str]:
    """One paragraph per block; a table's row is one, its cells divided by a bar."""
    paragraphs: list[str] = []
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells:
            paragraphs.append(" | ".join(cells))
            cells = None
        elif token.type == "inline":
            (paragraphs if cells is None else cells).append(_prose(token))
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content)
        elif token.type == "html_block":
            paragraphs.append(_without_tags(token.content))
    return paragraphs


def _prose(inline: Token) -> str:
    """The words of an inline token: link texts stay, addresses, pictures and tags go."""
    parts = []
    for child in inline.children or []:
        if child.type in _TEXT_TOKENS:
            parts.append(child.content)
        elif child.type in _BREAKS:
            parts.append(" ")
    return "".join(parts)


def _without_tags(html: str) -> str:
    from lxml.html import fragments_fromstring

    parts = fragments_fromstring(html)
    return " ".join(
        part if isinstance(part, str) else str(part.xpath("string()"))
        for part in parts
        if isinstance(part, str) or isinstance(part.tag, str)  # comments have no tag name
    )
