"""Two names of one person: "Jean Kabila, alias Tango", "known as El Gordo"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.extract.people.names import own_part
from briefing.language.document import Document
from briefing.language.groups import Parsed
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import positions

_MARKS: Final = frozenset(",(\"'“‘”’")
_BESIDE: Final = _MARKS | word_set("victims", "aliases", "beside")
_PHRASES: Final = frozenset(
    tuple(phrase.split()) for phrase in load("victims")["aliases"]["phrases"]
)
_LENGTHS: Final = lengths_by_word(_PHRASES)


class Alias(NamedTuple):
    """A person's other name, as words, and the name by which the text brings the person in."""

    words: list[str]
    name: str


def find_aliases(document: Document) -> list[Alias]:
    """The other names that a text gives persons, in its order."""
    return [
        alias
        for parse in document.parsed
        if not _LENGTHS.keys().isdisjoint(parse.held)
        for alias in _aliases(document.article.text, parse)
    ]


def _aliases(text: str, parse: Parsed) -> list[Alias]:
    found = []
    for at in positions(parse.lower, _LENGTHS):
        size = next((n for n in _LENGTHS[parse.lower[at]] if _is_phrase(parse, at, n)), 0)
        name = _name_before(parse.tokens, at) if size else []
        other = _name_behind(parse.tokens, at + size) if name else []
        if other:
            written = text[name[0].start : name[-1].end]
            found.append(Alias([own_part(token.text) for token in other], written))
    return found


def _is_phrase(parse: Parsed, at: int, size: int) -> bool:
    return tuple(parse.lower[at : at + size]) in _PHRASES


def _name_before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The capitalised words before a phrase, marks aside."""
    last = at
    while last and tokens[last - 1].lower in _BESIDE:
        last -= 1
    first = last
    while first and _names(tokens[first - 1]):
        first -= 1
    return list(tokens[first:last])


def _name_behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """The capitalised words behind a phrase, marks aside."""
    while at < len(tokens) and tokens[at].lower in _BESIDE:
        at += 1
    last = at
    while last < len(tokens) and _names(tokens[last]):
        last += 1
    return list(tokens[at:last])


def _names(token: Token) -> bool:
    return token.text[0].isalpha() and own_part(token.text)[0].isupper()
