"""Counts as they are written, with their uncertainty: "at least 15", "two dozen", "14 to 20"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from briefing.language.notcounts import counts_something, year_words
from briefing.language.numerals import RANGE, read_number, scales, spelling
from briefing.language.tokens import Token, lowered
from briefing.language.wordclasses import INDEFINITE, word_classes
from briefing.lexicon import load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import Memo
from briefing.models import Quantity, QuantityKind

_JOINS: Final = frozenset(("-", "–", "—", "to", "or"))
_LONGEST: Final = 5  # words in a phrase of the lexicon
Phrase = tuple[str, ...]


class Counted(NamedTuple):
    """A quantity that covers ``tokens[first:last]`` of a sentence."""

    first: int
    last: int
    quantity: Quantity


def find_quantities(
    text: str, tokens: Sequence[Token], words: list[str] | None = None
) -> list[Counted]:
    """The counts in a sentence, in order. Years, ages, ordinals, times and measures are none.

    ``text`` is the article's text, into which the tokens' offsets point; ``words``: the tokens in
    lower case, where the caller has them.
    """
    words = words or lowered(tokens)
    found: list[Counted] = []
    read = 0
    for position in _BEGINS.positions(words):
        if position < read or (words[position] in INDEFINITE and not _is_number(words, position)):
            continue
        counted = _number(text, tokens, words, position) or _phrase(text, tokens, words, position)
        if counted:
            while found and found[-1].last > counted.first:
                found.pop()  # "as many as 555": "many" belongs to the number
            found.append(counted)
            read = counted.last
    return found


def _is_number(words: list[str], article: int) -> bool:
    """ "A hundred", "a few", "an estimated": not every "a" is worth a closer look."""
    return words[article + 1 : article + 2] != [] and words[article + 1] in _after_articles()


@cache
def _after_articles() -> frozenset[str]:
    phrases = (phrase for phrase in _phrases()[0] if phrase[0] in INDEFINITE)
    return frozenset((*scales(), *(phrase[1] for phrase in phrases if len(phrase) > 1)))


def _begins(word: str) -> bool:
    """Whether a count can begin with a word."""
    return word in _first_words() or "-" in word or word[0].isdigit()


_BEGINS: Final = Memo(_begins)


@cache
def _first_words() -> frozenset[str]:
    """Words that a count can begin with, beside figures and words with a hyphen."""
    return spelling().union(_phrases()[1])


def _number(text: str, tokens: Sequence[Token], words: list[str], position: int) -> Counted | None:
    read = read_number(words, position)
    if read is None or not counts_something(tokens, words, position, read[1]):
        return None
    low, last, rough = read
    high = low
    span = _range(words, position, last, low)
    if span:
        high, last = span
    kind, first, last = _qualified(words, position, last)
    if high > low and _opens_range(words, first):
        first -= 1
    if high > low and kind is None:
        quantity: tuple[QuantityKind, int, int | None, int] = ("range", low, None, high)
    else:
        quantity = (kind or ("about" if rough else "exact"), low, low, high)
    written = text[tokens[first].start : tokens[last - 1].end]
    return Counted(first, last, _quantity(*quantity, written))


def _quantity(kind: QuantityKind, low: int, best: int | None, high: int, written: str) -> Quantity:
    if kind == "at_least":
        return Quantity(kind, low, low, None, written)
    if kind == "at_most":
        return Quantity(kind, None, None, high, written)
    return Quantity("none" if high == 0 else kind, low, best, high, written)


def _range(words: list[str], first: int, last: int, low: int) -> tuple[int, int] | None:
    """(high, position after it) where the number goes on as a range: "14 to 20", "14-20"."""
    ranged = RANGE.fullmatch(words[first])
    if ranged:
        return (int(ranged[2]), last) if int(ranged[2]) > low else None
    between = words[first - 1 : first] == ["between"]
    if last + 1 >= len(words) or not (words[last] in _JOINS or (between and words[last] == "and")):
        return None
    other = read_number(words, last + 1)
    if other and words[first - 1 : first] == ["from"] and _ends_count(words, other[1]):
        return None  # "rose from 32 to 37": two counts, unlike "from 32 to 37 men"
    return (other[0], other[1]) if other and other[0] > low else None


def _opens_range(words: list[str], first: int) -> bool:
    """ "Between 12 and 15 men"; "from" where it opens a clause: "From 12 to 15 men died"."""
    before = words[max(0, first - 2) : first]
    opens = before[-1:] == ["from"] and (first == 1 or before[0] in _CLAUSE_OPENS)
    return opens or before[-1:] == ["between"]


_CLAUSE_OPENS: Final = frozenset((",", "that", "and", "but", ":", "–", "—"))


def _ends_count(words: list[str], after: int) -> bool:
    """Whether nothing follows that a count could count."""
    following = words[after] if after < len(words) else "."
    return not following.isalpha() or following in year_words("behind")


def _qualified(words: list[str], first: int, last: int) -> tuple[QuantityKind | None, int, int]:
    """The kind the words around a number give it, and the stretch with those words."""
    before, after = _qualifiers()
    for size in range(min(_LONGEST, first), 0, -1):
        kind = before.get(tuple(words[first - size : first]))
        if kind and not (kind == "at_most" and _is_direction(words, first - size)):
            return kind, first - size, last
    for size in (2, 1):
        kind = after.get(tuple(words[last : last + size]))
        if kind and last + size <= len(words):
            return kind, first, last + size
    return None, first, last


def _is_direction(words: list[str], at: int) -> bool:
    """ "The toll has gone up to 43": no more than that is not meant."""
    risen = word_set("quantities", "risen", "words")
    return at > 0 and words[at] == "up" and words[at - 1] in risen


def _phrase(text: str, tokens: Sequence[Token], words: list[str], position: int) -> Counted | None:
    phrases, lengths = _PHRASES
    before = words[position - 1] if position else ""
    uncounted = words[position] == "most" and before in _superlatives()
    uncounted = uncounted or (words[position] == "many" and before == "as")  # "as many wounded"
    if words[position] not in lengths or uncounted:
        return None
    for size in lengths[words[position]]:
        read = phrases.get(tuple(words[position : position + size]))
        if read is not None and position + size <= len(words):
            kind, count = read
            last = position + size - (words[position + size - 1] == "of")
            if words[last - 1] == "couple" and _stands_alone(words, last):
                return None  # "a couple and their child": married
            if last < len(words) and read_number(words, last):
                return None  # "some 5,000": the numeral carries the word as its qualifier
            written = text[tokens[position].start : tokens[last - 1].end]
            return Counted(position, last, Quantity(kind, count, count, count, written))
    return None


def _stands_alone(words: list[str], after: int) -> bool:
    """Whether no noun follows that a phrase could count."""
    following = words[after] if after < len(words) else "."
    return following != "of" and (following in word_classes() or not following.isalpha())


def _superlatives() -> frozenset[str]:
    return word_set("quantities", "superlatives", "words")


@cache
def _phrases() -> tuple[dict[Phrase, tuple[QuantityKind, int | None]], dict[str, tuple[int, ...]]]:
    lexicon = load("quantities")
    table: dict[Phrase, tuple[QuantityKind, int | None]] = {}
    for entry in lexicon["vague"]:
        table.update({tuple(words.split()): ("vague", None) for words in entry["words"]})
    table.update({tuple(words.split()): ("about", 2) for words in lexicon["pairs"]["words"]})
    table.update({tuple(words.split()): ("none", 0) for words in lexicon["zero"]["words"]})
    return table, lengths_by_word(table)


_PHRASES: Final = _phrases()


@cache
def _qualifiers() -> tuple[dict[Phrase, QuantityKind], dict[Phrase, QuantityKind]]:
    entries = load("quantities")["qualifiers"]
    before = {tuple(w.split()): entry["kind"] for entry in entries for w in entry["before"]}
    after = {tuple(w.split()): entry["kind"] for entry in entries for w in entry["after"]}
    return before, after
