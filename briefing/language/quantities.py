"""Counts as they are written, with their uncertainty: "at least 15", "two dozen", "14 to 20"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Final, NamedTuple

from briefing.language.dateparts import months
from briefing.language.daygroups import BETWEEN_DAYS, counts_behind_month, is_further_day
from briefing.language.tokens import Token, lowered
from briefing.language.wordclasses import INDEFINITE
from briefing.lexicon import entries, load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import Memo
from briefing.models import Quantity, QuantityKind

_year_words = partial(word_set, "quantities", "years")

_FIGURE: Final = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?")
_SPAN: Final = re.compile(r"(\d+)[-\u2010\u2011](\d+)")
_RANKS: Final = word_set("quantities", "not_counts", "ranks")
_AGED: Final = word_set("quantities", "ages", "words")
_DAYS: Final = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?(?:[-\u2010-\u2013][0-3]?\d(?:st|nd|rd|th)?)?")
_JOINS: Final = frozenset(("-", "–", "—", "to", "or"))
_LONGEST: Final = 5  # words in a phrase of the lexicon
_HUNDRED: Final = 100
_YEARS: Final = range(1900, 2100)
_YEAR_DIGITS: Final = 4

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
    return frozenset((*_scales(), *(phrase[1] for phrase in phrases if len(phrase) > 1)))


def _begins(word: str) -> bool:
    """Whether a count can begin with a word."""
    return word in _first_words() or "-" in word or word[0].isdigit()


_BEGINS: Final = Memo(_begins)


@cache
def _first_words() -> frozenset[str]:
    """Words that a count can begin with, beside figures and words with a hyphen."""
    return _spelling().union(_phrases()[1])


def number_of(word: str) -> int | None:
    """The value of one word: "12", "twelve", "forty-five"; None where it is no number."""
    return int(word) if word.isdecimal() else _unit(word)


# --- numbers -----------------------------------------------------------------------------------


def _number(text: str, tokens: Sequence[Token], words: list[str], position: int) -> Counted | None:
    read = _value(words, position)
    if read is None or not _counts(tokens, words, position, read[1]):
        return None
    low, last, rough = read
    high = low
    span = _range(words, position, last, low)
    if span:
        high, last = span
    kind, first, last = _qualified(words, position, last)
    if words[first - 1 : first] == ["between"] and high > low:
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


def _value(words: list[str], position: int) -> tuple[int, int, bool] | None:
    """(value, position after it, approximate) of the number that starts at ``position``."""
    word = words[position]
    if word.endswith("-odd") and (some := number_of(word.removesuffix("-odd"))):
        return some, position + 1, True  # "twenty-odd"
    if word[0].isdigit():
        ranged = _SPAN.fullmatch(word)
        if ranged:
            return int(ranged[1]), position + 1, False
        return _figure(words, position)
    spelled = word in _SPELLING or "-" in word
    return _spelled(words, position) if spelled else None


def _figure(words: list[str], position: int) -> tuple[int, int, bool] | None:
    if not _FIGURE.fullmatch(words[position]):
        return None
    value = float(words[position].replace(",", ""))
    last = position + 1
    scaled = last < len(words) and words[last] in _SCALES
    if scaled:
        value *= _SCALES[words[last]]
        last += 1
    if not value.is_integer():
        return None
    return int(value), last, scaled


def _spelled(words: list[str], position: int) -> tuple[int, int, bool] | None:
    """Number words from ``position``: "a hundred and twenty", "two dozen", "forty-five"."""
    last, total, part, rough, seen = position, 0, 0.0, False, False
    half = words[position : position + 2] == ["half", "a"]
    lead = 1 + half if half or words[position] in ("a", "an") else 0
    if lead:
        if not _SCALES.keys() & words[position + lead : position + lead + 1]:
            return None
        part, last, seen = 0.5 if half else 1, position + lead, True
    while last < len(words):
        word = words[last]
        unit = _unit(word)
        if unit is not None and not (seen and part % 10 and unit < _HUNDRED):
            part, seen = part + unit, True
        elif word in _SCALES and seen:
            rough = rough or word == "dozen"
            part, total = _scaled(part or 1, total, _SCALES[word])
        elif not (word == "and" and total + part >= _HUNDRED and _unit_at(words, last + 1)):
            break
        last += 1
    return (total + int(part), last, rough) if seen and last > position else None


def _scaled(part: float, total: int, scale: int) -> tuple[float, int]:
    """The part and the total after a scale word: hundreds and dozens go on, thousands close."""
    return (part * scale, total) if scale <= _HUNDRED else (0, total + int(part * scale))


def _unit(word: str) -> int | None:
    if word in _UNITS:
        return _UNITS[word]
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _UNITS and ones in _UNITS:
        return _UNITS[tens] + _UNITS[ones]
    return None


def _unit_at(words: list[str], position: int) -> bool:
    return position < len(words) and _unit(words[position]) is not None


def _range(words: list[str], first: int, last: int, low: int) -> tuple[int, int] | None:
    """(high, position after it) where the number goes on as a range: "14 to 20", "14-20"."""
    ranged = _SPAN.fullmatch(words[first])
    if ranged:
        return (int(ranged[2]), last) if int(ranged[2]) > low else None
    between = words[first - 1 : first] == ["between"]
    if last + 1 >= len(words) or not (words[last] in _JOINS or (between and words[last] == "and")):
        return None
    other = _value(words, last + 1)
    if other and words[first - 1 : first] == ["from"] and _ends_count(words, other[1]):
        return None  # "rose from 32 to 37": two counts, unlike "from 32 to 37 men"
    return (other[0], other[1]) if other and other[0] > low else None


def _ends_count(words: list[str], after: int) -> bool:
    """Whether nothing follows that a count could count."""
    following = words[after] if after < len(words) else "."
    return not following.isalpha() or following in _year_words("behind")


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


def _counts(tokens: Sequence[Token], words: list[str], first: int, last: int) -> bool:
    """Whether the number counts something: not a year, an age, a time, a measure or a name."""
    before = words[first - 1] if first else ""
    if before == "." and words[first - 2] in months():
        before = words[first - 2]  # "Oct. 14"
    after = words[last] if last < len(words) else ""
    not_after, not_before = _NOT_COUNTS
    named = before in not_before and not _follows_day(words, first)
    named = named and not counts_behind_month(words, first)
    figure = words[first][0].isdigit()
    rank = named and (figure or before in _RANKS)
    if after in not_after or rank or (figure and is_day_of_month(tokens, words, first)):
        return False
    if (
        words[first].isdecimal()
        and int(words[first]) in _YEARS
        and len(words[first]) == _YEAR_DIGITS
    ):
        plural = after.endswith("s") or after in _year_words("plurals")
        counted = after.isalpha() and plural and tokens[last].text.islower()
        return counted and before not in _year_words("before")
    if before in ("between", "from") and first > 1 and words[first - 2] in _AGED:
        return False  # "aged between 9 and 14"
    share = is_ratio(words, last + 1) or (first > 1 and is_ratio(words, first))
    if share or (before == "and" and "aged" in words[max(0, first - 4) : first]):
        return False
    aged = before == "," and after in (",", ")", "and", ";", ".", "") and first > 1
    if aged and figure and (tokens[first - 2].text[:1].isupper() or _is_age(words, first)):
        return False
    return not (_written_on(tokens, last) or _written_on(tokens, first - 1))


def is_ratio(words: list[str], second: int) -> bool:
    """ "One in five of the wounded", "two in three children": a share, and no count."""
    if words[second - 1 : second] != ["in"] or not number_of(words[second - 2]):
        return False
    counted = words[second + 1] if second + 1 < len(words) else ""
    return counted in _year_words("shared") and number_of(words[second]) is not None


def _is_age(words: list[str], first: int) -> bool:
    """ "Her husband, 68, was hurt": a figure between commas behind a noun for one."""
    noun, after = words[first - 2], words[first + 1 : first + 2]
    one = noun.isalpha() and not noun.endswith("s") and noun not in _year_words("plurals")
    return one and noun not in _spelled_tolls() and after == [","] and words[first].isdigit()


@cache
def _spelled_tolls() -> frozenset[str]:
    """Nouns whose number may stand between commas: "a lower number of dead, 50, was given"."""
    return word_set("quantities", "not_counts", "tolls")


def _written_on(tokens: Sequence[Token], mark: int) -> bool:
    """ "15:30", "24/7": a mark between two figures without a space."""
    if not 0 < mark < len(tokens) - 1 or tokens[mark].text not in ":/":
        return False
    before, after = tokens[mark - 1], tokens[mark + 1]
    joined = before.end == tokens[mark].start and after.start == tokens[mark].end
    return joined and before.text[-1].isdigit() and after.text[0].isdigit()


def is_day_of_month(tokens: Sequence[Token], words: list[str], first: int) -> bool:
    """Whether a figure is a day, or the first of several: "26 and 28 May", "3 to 7 of August",
    or a further one: "October 26 and 27"."""
    at = first
    while at < len(words) and _DAYS.fullmatch(words[at]):
        at += 1
        if at < len(words) and words[at] in BETWEEN_DAYS:
            at += 1
        else:
            break
    at += words[at : at + 1] == ["of"]
    before = at > first and at < len(words) and words[at] in months() and tokens[at].capitalised
    return before or (words[first - 1] in BETWEEN_DAYS and is_further_day(words, first))


def _follows_day(words: list[str], first: int) -> bool:
    """ "on 12 March 30 people": the month before the figure has its day already."""
    return first > 1 and words[first - 1] in months() and bool(_DAYS.fullmatch(words[first - 2]))


# --- phrases without a numeral -----------------------------------------------------------------


def _phrase(text: str, tokens: Sequence[Token], words: list[str], position: int) -> Counted | None:
    phrases, lengths = _PHRASES
    before = words[position - 1] if position else ""
    superlative = words[position] == "most" and before in _superlatives()
    if words[position] not in lengths or superlative:
        return None
    for size in lengths[words[position]]:
        read = phrases.get(tuple(words[position : position + size]))
        if read is not None and position + size <= len(words):
            kind, count = read
            last = position + size - (words[position + size - 1] == "of")
            if last < len(words) and _value(words, last):
                return None  # "some 5,000": the numeral carries the word as its qualifier
            written = text[tokens[position].start : tokens[last - 1].end]
            return Counted(position, last, Quantity(kind, count, count, count, written))
    return None


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
def _spelling() -> frozenset[str]:
    """The words with which a number in words can begin."""
    return frozenset((*_units(), *_scales(), "a", "an", "half"))


@cache
def _units() -> dict[str, int]:
    """The number words with their values, "thirtythree" as well."""
    words: dict[str, int] = entries("quantities", "words")
    tens = [word for word, value in words.items() if value > _TEENS and word.endswith("ty")]
    ones = [word for word in words if words[word] in range(1, _TEN)]
    joined = {ten + one: words[ten] + words[one] for ten in tens for one in ones}
    return {**joined, **words}


_TEN, _TEENS = 10, 19


_UNITS: Final = _units()


@cache
def _scales() -> dict[str, int]:
    return entries("quantities", "scales")


_SPELLING: Final = _spelling()


_SCALES: Final = _scales()


@cache
def _qualifiers() -> tuple[dict[Phrase, QuantityKind], dict[Phrase, QuantityKind]]:
    entries = load("quantities")["qualifiers"]
    before = {tuple(w.split()): entry["kind"] for entry in entries for w in entry["before"]}
    after = {tuple(w.split()): entry["kind"] for entry in entries for w in entry["after"]}
    return before, after


def _not_counts() -> tuple[frozenset[str], frozenset[str]]:
    words = load("quantities")["not_counts"]
    return frozenset(words["after"].split()), frozenset(words["before"].split())


_NOT_COUNTS: Final = _not_counts()
