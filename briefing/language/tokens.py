"""Text to tokens, once, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from briefing.lexicon import load

# In this order: plain words, which most are; dotted acronyms, shortened titles with their dot,
# possessive endings, figures, words with inner hyphens or apostrophes, any other single character.
# White space goes with what follows it: five times as fast as to try it as a beginning.
_SHAPES: Final = (
    r"\s*+([a-z]++(?![\w.'’\-\u2010\u2011])"
    r"|(?:[A-Za-z]\.){{2,}}"
    r"|\b(?:{titles})\."
    r"|['’]s\b"
    r"|\d+(?:[,.]\d+)*(?:st|nd|rd|th)?(?![\w\-\u2010\u2011])"
    r"|\d+(?=[a-z]{{4}})"  # a space left out: "11people"
    r"|\w+(?:(?:[-\u2010\u2011]|['’](?!s\b))\w+)*"
    r"|--+|\.\.\.|[^\w\s]|\Z)"
)


# However an outlet sets its hyphens and quotation marks, the lexicons write them one way.
_PLAIN: Final = str.maketrans("\u2010\u2011’‘“”„«»", '--\'\'"""""')


class Token:
    """One word or mark; ``start`` and ``end`` count characters of the whole text.

    ``lower``: in small letters, with plain hyphens, apostrophes and quotation marks.
    """

    __slots__ = ("capitalised", "end", "lower", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        if text.isascii() and text.islower():  # as most words are
            self.lower = text
            self.capitalised = False
        else:
            self.lower = lower_of(text)
            self.capitalised = text[0].isupper()

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
    titles = "|".join(word.capitalize() for word in load("sentences")["titles"]["words"].split())
    return re.compile(_SHAPES.format(titles=titles))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    at = start
    for word in _shapes().findall(text, start, stop):  # faster than matches that know their place
        if not word:
            break  # the end
        at = text.index(word, at)
        end = at + len(word)
        tokens.append(Token(at, end, word))
        at = end
    return tokens
