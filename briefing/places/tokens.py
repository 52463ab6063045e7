"""Words with offsets, and runs of capitalised words that may hold a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.lexicon.memo import Memo, cut_at_spaces
from briefing.lexicon.titles import FULL, SHORT
from briefing.places.words import words

_PARTICLES: Final = words("particles")

_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]\w*(?:[-'’‘ʿʾʼ`]\w+)*", re.UNICODE)
_ARTICLE: Final = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ez|ad|ed|es|ul)-['’‘ʿ`]?[^\W\d_a-z]")
DATELINE: Final = 3  # letters; shorter capitals are acronyms within a name
_POSSESSIVE: Final = re.compile(r"['’](?:s|S|ve|d|ll|re|m)$")  # and shortened verbs: "I’ve"


class Word:
    """A word without a possessive ’s, which ``possessive`` records.

    ``noun``: whether a feature's noun can begin with it; None until that is asked.
    """

    __slots__ = ("capital", "lower", "noun", "possessive", "text")

    def __init__(self, text: str, lower: str, *, capital: bool, possessive: bool) -> None:
        self.text = text
        self.lower = lower
        self.capital = capital
        self.possessive = possessive
        self.noun: bool | None = None


class Tokens:
    """All words of a text in order, and where each starts and ends, a possessive ’s left out;
    ``capitals``: which have a capital.

    Words that are alike are one object: most of a text is never looked at but for its capitals.
    """

    __slots__ = ("capitals", "ends", "starts", "words")

    def __init__(self, text: str) -> None:
        cut = [
            (at + start, at + end, word)
            for at, chunk in cut_at_spaces(text)
            if chunk
            for start, end, word in _CHUNKS[chunk]
        ]
        self.starts = [start for start, _, _ in cut]
        self.ends = [end for _, end, _ in cut]
        self.words = [word for _, _, word in cut]
        self.capitals = [index for index, word in enumerate(self.words) if word.capital]

    def __len__(self) -> int:
        return len(self.words)


def _read_word(written: str) -> Word:
    text = written if written.isalnum() else _POSSESSIVE.sub("", written)
    lower = text.lower()
    capital = text[0].isupper() or (lower != text and bool(_ARTICLE.match(text)))
    return Word(text, lower, capital=capital, possessive=text != written)


def _cut(chunk: str) -> tuple[tuple[int, int, Word], ...]:
    found = [(match.start(), _read_word(match.group())) for match in _WORD.finditer(chunk)]
    return tuple([(start, start + len(word.text), word) for start, word in found])


_CHUNKS: Final = Memo(_cut)


def find_runs(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Stretches of tokens, first inclusive, last exclusive, that could be one name.

    Capitalised words in a row, with particles between them ("Deir al Zor"), ended by punctuation,
    a line's end or a possessive.
    """
    j, end = 0, len(tokens)
    for i in tokens.capitals:
        if i < j:
            continue
        j = i + 1
        while j < end and (step := _joined(text, tokens, j)):
            j += step
        yield i, j


def _joined(text: str, tokens: Tokens, j: int) -> int:
    """How many tokens from ``j`` on belong to the run before it."""
    if not _adjacent(text, tokens, j):
        return 0
    words_ = tokens.words
    if words_[j].capital:
        return 1
    follows = (
        words_[j].text in _PARTICLES
        and j + 1 < len(words_)
        and words_[j + 1].capital
        and _adjacent(text, tokens, j + 1)
    )
    return 2 if follows else 0


def _adjacent(text: str, tokens: Tokens, j: int) -> bool:
    """Whether the word at ``j`` may go on with the name that the word before it belongs to."""
    left, right = tokens.words[j - 1], tokens.words[j]
    if left.possessive or _ends_dateline(left, right):
        return False
    start = tokens.starts[j]
    gap = text[tokens.ends[j - 1] : start]
    if gap == ". ":
        return len(left.text) == 1 or left.lower in _shortened()
    if gap in _AIN:
        end = tokens.ends[j]
        return text[end : end + 1] not in _QUOTES
    return gap in (" ", "\u00a0")


# Before a letter: "Nad ‘Ali", and no opening quote
_AIN: Final = frozenset((" ‘", " ’", " '", " ʻ"))
_QUOTES: Final = "'’‘"


@cache
def _shortened() -> frozenset[str]:
    """Words with a full stop of their own that stand before a name."""
    return words("particles", "abbreviations") | words("persons", "titles") | FULL | SHORT


def _ends_dateline(left: Word, right: Word) -> bool:
    """Whether capitals give way to a sentence: "WASHINGTON Barack Obama pardoned …"."""
    return len(left.text) > DATELINE and left.text.isupper() and not right.text.isupper()
