"""Names of armed organisations by their shape: "Zomi Liberation Front", "Army of Hill Peoples"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load

_WORD_CLASSES: Final = word_classes()

_LONGEST_NAME: Final = 12  # words
_SHORTEST_NAME: Final = 2
_LONG: Final = 3  # words from which a name that ends in "army" is one
_ACRONYM: Final = 2, 8  # letters
_OPENING, _CLOSING = ("(", "["), (")", "]")
_AFTER_ACRONYM: Final = (*_CLOSING, ",", ";")
_OPENERS: Final = frozenset(_OPENING)


class Shape(NamedTuple):
    """Words of ``[bodies]``: what makes a name that of an armed organisation."""

    strong: frozenset[str]
    pair: frozenset[str]
    weak: frozenset[str]
    marks: frozenset[str]
    links: frozenset[str]
    plain: frozenset[str]


def holds_body(words: Sequence[str]) -> bool:
    """Whether a sentence has a word without which it names no such organisation."""
    return not _BODIES.isdisjoint(words)


def organisation_end(tokens: Sequence[Token], words: Sequence[str], at: int) -> int | None:
    """The token after the name of an armed organisation that begins at ``at``."""
    if not tokens[at].capitalised or words[at] in _WORD_CLASSES:
        return None
    if _BODIES.isdisjoint(words[at : at + _LONGEST_NAME]):
        return None
    end = _run_end(tokens, words, at, loose=False)
    if _is_organisation(words[at:end]):
        return end
    if _OPENERS.isdisjoint(words[at + 1 : at + _LONGEST_NAME + 1]):
        return None  # without its short form in brackets it is none
    end = _run_end(tokens, words, at, loose=True)
    short = bracketed_acronym(tokens, end)
    named = short is not None and short[0] in {word[0].upper() for word in words[at:end]}
    return end if named and _has_body(words[at:end]) else None


def bracketed_acronym(tokens: Sequence[Token], at: int) -> str | None:
    """The short form that a bracket at ``at`` holds: "(ZLF)"."""
    if at + 2 >= len(tokens) or tokens[at].text not in _OPENING:
        return None
    inner = tokens[at + 1].text
    return inner if is_acronym(inner) and tokens[at + 2].text in _AFTER_ACRONYM else None


def is_acronym(word: str) -> bool:
    """Letters in capitals, with figures at most behind a hyphen: "ZLF", "ZLF-N", "M-19"."""
    letters = word.replace("-", "")
    return _ACRONYM[0] <= len(letters) <= _ACRONYM[1] and letters.isalnum() and letters.isupper()


def _run_end(tokens: Sequence[Token], words: Sequence[str], at: int, *, loose: bool) -> int:
    """The token after the capitalised words from ``at``, with "of" and its like behind a body.

    ``loose``: words for bodies and their marks count without a capital, too.
    """
    shape, end, body = _shape(), at, False
    while end < min(len(tokens), at + _LONGEST_NAME):
        word = words[end]
        if tokens[end].capitalised and word not in _WORD_CLASSES:
            body = body or word in shape.strong or word in shape.weak
        elif word == "'s" or (loose and (word in shape.strong or word in shape.marks)):
            body = True
        elif not (word in shape.links and body and _goes_on(tokens, words, end)):
            break
        end += 1
    while end > at and (words[end - 1] in shape.links or words[end - 1] == "'s"):
        end -= 1
    return end


def _goes_on(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """Whether a capitalised word follows the linking word at ``at``: "of the Hill"."""
    links = _shape().links
    following = next((i for i in range(at + 1, at + 3) if words[i : i + 1] != ["the"]), at + 1)
    return (
        following < len(tokens) and tokens[following].capitalised and words[following] not in links
    )


def _is_organisation(name: Sequence[str]) -> bool:
    """Whether capitalised words name an armed organisation and not, say, a relief agency."""
    shape = _shape()
    if len(name) < _SHORTEST_NAME:
        return False
    link = next((i for i, word in enumerate(name) if word in ("of", "for")), len(name))
    head = name[link - 1] if link else ""
    marked = not shape.marks.isdisjoint(name)
    if head in shape.weak:
        return marked
    if head not in shape.strong:
        return False
    if link < len(name):
        return marked
    return len(name) >= _LONG or (head in shape.pair and name[0] not in shape.plain)


def _has_body(name: Sequence[str]) -> bool:
    shape = _shape()
    return len(name) >= _SHORTEST_NAME and any(w in shape.strong or w in shape.marks for w in name)


@cache
def _shape() -> Shape:
    bodies = load("actors")["bodies"]
    lists = (bodies[key].split() for key in ("words", "pair", "weak", "marks", "links", "plain"))
    return Shape(*(frozenset(words) for words in lists))


def _bodies() -> frozenset[str]:
    """The words of which every such name has one."""
    shape = _shape()
    return shape.strong | shape.weak | shape.marks


_BODIES: Final = _bodies()
