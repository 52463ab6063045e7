"""Text to tokens, once, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from briefing.lexicon import word_set
from briefing.lexicon.memo import Memo, cut_at_spaces
from briefing.lexicon.titles import SHORT

# In this order: plain words, which most are; dotted acronyms, shortened titles with their dot,
# possessive endings, figures, words with inner hyphens or apostrophes, any other single character.
_SHAPES: Final = (
    r"[a-z]++(?![\w.'’\-\u2010\u2011])"
    r"|(?:[A-Za-z]\.){{2,}}"
    r"|\b(?:{titles})\."
    r"|['’]s\b"
    r"|\d+(?:[,.]\d+)*(?:st|nd|rd|th)?(?![\w\-\u2010\u2011])"
    r"|\d+(?=[a-z]{{4}})"  # a space left out: "11people"
    r"|\w+(?:(?:[-\u2010\u2011]|['’](?!s\b))\w+)*"
    r"|--+|\.\.\.|[^\w\s]"
)


# However an outlet sets its hyphens and quotation marks, the lexicons write them one way.
_PLAIN: Final = str.maketrans("\u2010\u2011’‘“”„«»", '--\'\'"""""')


class Token:
    """One word or mark; ``start`` and ``end`` count characters of the whole text.

    ``lower``: in small letters, with plain hyphens, apostrophes and quotation marks.
    """

    __slots__ = ("capitalised", "end", "lower", "start", "text")

    def __init__(self, start: int, text: str, lower: str, capitalised: bool) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = lower
        self.capitalised = capitalised

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.text!r})"


def lowered(tokens: Iterable[Token]) -> list[str]:
    """Each token as its ``lower``."""
    return [token.lower for token in tokens]


def lower_of(text: str) -> str:
    """A token's text as the lexicons write it."""
    return text.lower() if text.isascii() else text.lower().translate(_PLAIN)


@cache
def _shapes() -> re.Pattern[str]:
    titles = word_set("sentences", "titles", "words") | SHORT
    either = "|".join(sorted(title.capitalize() for title in titles))
    return re.compile(_SHAPES.format(titles=either))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    return [
        Token(at + offset, word, lower, capitalised)
        for at, chunk in cut_at_spaces(text[start:end], start)
        if chunk
        for offset, word, lower, capitalised in _CHUNKS[chunk]
    ]


_Cut = tuple[int, str, str, bool]  # a token: where in its chunk, and all but its place in the text


def _cut(chunk: str) -> tuple[_Cut, ...]:
    cut: list[_Cut] = []
    at = 0
    for word in _shapes().findall(chunk):
        at = chunk.index(word, at)
        cut.append((at, word, lower_of(word), word[0].isupper()))
        at += len(word)
    return tuple(cut)


_CHUNKS: Final = Memo(_cut)
