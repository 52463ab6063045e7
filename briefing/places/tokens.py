"""Words with offsets, and runs of capitalised words that may hold a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.places.words import words

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]\w*(?:[-'’‘ʿʾʼ`]\w+)*", re.UNICODE)
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ez|ad|ed|es|ul)-['’‘ʿ`]?[^\W\d_a-z]")
DATELINE = 3  # letters; shorter capitals are acronyms within a name
_POSSESSIVE = re.compile(r"['’](?:s|S|ve|d|ll|re|m)$")  # and shortened verbs: "I’ve"


class Token:
    """One word; ``end`` leaves a possessive ’s out, which ``possessive`` records."""

    __slots__ = ("capital", "end", "lower", "possessive", "start", "text")

    def __init__(self, start: int, written: str) -> None:
        self.start = start
        if written.isalpha() and written.islower():  # as most words are
            self.text = self.lower = written
            self.end = start + len(written)
            self.capital = self.possessive = False
            return
        self.text = text = written if written.isalnum() else _POSSESSIVE.sub("", written)
        self.lower = text.lower()
        self.end = start + len(text)
        self.capital = text[0].isupper() or (self.lower != text and bool(_ARTICLE.match(text)))
        self.possessive = text != written


def split_tokens(text: str) -> list[Token]:
    """All words of a text in order."""
    tokens, at = [], 0
    for word in _WORD.findall(text):  # faster than matches that know their place
        at = text.index(word, at)
        tokens.append(Token(at, word))
        at += len(word)
    return tokens


def find_runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of tokens, first inclusive, last exclusive, that could be one name.

    Capitalised words in a row, with particles between them ("Deir al Zor"), ended by punctuation,
    a line's end or a possessive.
    """
    i = 0
    while i < len(tokens):
        if not tokens[i].capital:
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and (step := _joined(text, tokens, j)):
            j += step
        yield i, j
        i = j


def _joined(text: str, tokens: Sequence[Token], j: int) -> int:
    """How many tokens from ``j`` on belong to the run before it."""
    if not _adjacent(text, tokens[j - 1], tokens[j]):
        return 0
    if tokens[j].capital:
        return 1
    follows = (
        tokens[j].text in words("particles")
        and j + 1 < len(tokens)
        and tokens[j + 1].capital
        and _adjacent(text, tokens[j], tokens[j + 1])
    )
    return 2 if follows else 0


def _adjacent(text: str, left: Token, right: Token) -> bool:
    if left.possessive or _ends_dateline(left, right):
        return False
    gap = text[left.end : right.start]
    if gap == ". ":
        return len(left.text) == 1 or left.lower in _shortened()
    if gap in _AIN:
        return text[right.end : right.end + 1] not in _QUOTES
    return gap in (" ", "\u00a0")


_AIN = frozenset((" ‘", " ’", " '", " ʻ"))  # before a letter: "Nad ‘Ali", and no opening quote
_QUOTES = "'’‘"


@cache
def _shortened() -> frozenset[str]:
    """Words with a full stop of their own that stand before a name."""
    return words("particles", "abbreviations") | words("persons", "titles")


def _ends_dateline(left: Token, right: Token) -> bool:
    """Whether capitals give way to a sentence: "WASHINGTON Barack Obama pardoned …"."""
    return len(left.text) > DATELINE and left.text.isupper() and not right.text.isupper()
