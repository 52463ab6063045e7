"""Markdown with YAML front matter: marks go, prose, headings and list items stay."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from briefing.articles.decode import decode
from briefing.articles.draft import Draft
from briefing.articles.front_matter import split_front_matter
from briefing.lexicon.openings import BRACKETS, HOUR, NAMES, NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TEXT_TOKENS = ("text", "code_inline")
_BREAKS = ("softbreak", "hardbreak")
_ENDS = (".", "!", "?", ";", ":")
_ENTRY = re.compile(rf"(?:{NUMBER} )?{NAMES}{BRACKETS}:\s|{HOUR}")
_BULLETS = ("•", "▪", "‣", "●", "○", "■", "►")
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")  # all that may mean something in Markdown
_LONGEST_HEADING = 30  # characters: "Thailand-Cambodia"
_FULL_LINE = 80  # characters
_WIDEST = 10_000  # characters: a title stays on its line


def read_markdown(data: bytes) -> Draft:
    """Return the paragraphs of a Markdown text; a heading 1 at its head is the title."""
    metadata, body = split_front_matter(decode(data))
    tokens = _parser().parse(body)
    if metadata.title is None and tokens and tokens[0].tag == "h1":
        metadata = replace(metadata, title=_prose(tokens[1]))
    return Draft(_paragraphs(tokens), metadata)


def write_markdown(front_matter: Mapping[str, Any], text: str) -> str:
    """Return an article's text as Markdown that reads back as the same text.

    Keys without a value are left out of the front matter.
    """
    import yaml

    said = {key: value for key, value in front_matter.items() if value}
    head = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=_WIDEST)
    body = "\n\n".join(map(_mark, text.split("\n\n")))
    return f"---\n{head}---\n\n{body}\n"


def _mark(paragraph: str) -> str:
    """A paragraph as it is, or with its signs made plain where it would not stay so."""
    if _paragraphs(_parser().parse(paragraph)) == [paragraph]:
        return paragraph
    return _SIGNS.sub(r"\\\1", paragraph)


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
        elif token.type == "inline" and cells is not None:
            cells.append(_prose(token).replace("\n", " "))
        elif token.type == "inline":
            paragraphs += _prose(token).split("\n")
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content)
        elif token.type == "html_block":
            paragraphs.append(_without_tags(token.content))
    return paragraphs


def _prose(inline: Token) -> str:
    """The words of an inline token: link texts stay, addresses, pictures and tags go.

    A line that begins with a bullet which Markdown does not know stays a line, and so does one that
    opens with a name or an hour behind a full stop: "Sake: a drone fell."
    """
    parts = []
    children = inline.children or []
    for child, following in zip_longest(children, children[1:]):
        if child.type in _TEXT_TOKENS:
            parts.append(child.content)
        elif child.type in _BREAKS:
            line = following.content if following is not None else ""
            ended = bool(parts) and parts[-1].rstrip().endswith(_ENDS)
            listed = line.startswith(_BULLETS) or (ended and _ENTRY.match(line) is not None)
            parts.append("\n" if listed or _is_headed("".join(parts), line) else " ")
    return "".join(parts)


def _is_headed(first: str, following: str) -> bool:
    """Whether a paragraph's first line is a heading of its own: no editor breaks a line so early
    whose next one is long and begins with a capital."""
    if "\n" in first or len(first) > _LONGEST_HEADING or first.endswith((*_ENDS, ",")):
        return False
    return first[:1].isupper() and following[:1].isupper() and len(following) > _FULL_LINE


def _without_tags(html: str) -> str:
    from lxml.html import fragments_fromstring

    parts = fragments_fromstring(html)
    return " ".join(
        part if isinstance(part, str) else str(part.xpath("string()"))
        for part in parts
        if isinstance(part, str) or isinstance(part.tag, str)  # comments have no tag name
    )
