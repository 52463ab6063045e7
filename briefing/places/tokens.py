"""Words with offsets, and runs of capitalised words that may hold a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.places.words import words

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]\w*(?:[-'’‘ʿʾʼ`]\w+)*", re.UNICODE)
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ez|ad|ed|es|ul)-['’‘ʿ`]?[^\W\d_a-z]")
DATELINE = 3  # letters; shorter capitals are acronyms within a name
_POSSESSIVE = re.compile(r"['’](?:s|S|ve|d|ll|re|m)$")  # and shortened verbs: "I’ve"


@dataclass(frozen=True, slots=True)
class Token:
    """One word; ``end`` leaves a possessive ’s out, which ``possessive`` records."""

    start: int
    end: int
    text: str
    capital: bool
    possessive: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()


def split_tokens(text: str) -> list[Token]:
    """All words of a text in order."""
    return [_token(match) for match in _WORD.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    word = _POSSESSIVE.sub("", match[0])
    capital = word[0].isupper() or bool(_ARTICLE.match(word))
    return Token(match.start(), match.start() + len(word), word, capital, word != match[0])


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
        initial = len(left.text) == 1
        known = words("particles", "abbreviations") | words("persons", "titles")
        return initial or left.lower in known
    return gap in (" ", "\u00a0")


def _ends_dateline(left: Token, right: Token) -> bool:
    """Whether capitals give way to a sentence: "WASHINGTON Barack Obama pardoned …"."""
    return len(left.text) > DATELINE and left.text.isupper() and not right.text.isupper()
