"""A second figure beside a count, which makes it a range: "at least 20, if not 30, people"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from briefing.language.numerals import number_of
from briefing.language.quantities import Counted
from briefing.lexicon import load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.models import Quantity

_CLOSED_BY: Final = {",": ",", "(": ")", "-": "-", "–": "–", "—": "—"}

_QUALIFIED: Final = 4  # words of "as many as 60"


def with_alternative(
    words: Sequence[str], counted: Mapping[int, Counted], count: Quantity, at: int, *, bare: bool
) -> tuple[Quantity, int] | None:
    """The count with a second figure that the mark at ``at`` opens, and the position behind it.

    "20, if not 30," is a range; "100, if not more," at least 100. ``bare``: the noun is still to
    come; where it has been told, a mark closes what else may be another count: "20 soldiers,
    perhaps 30 civilians".
    """
    low = count.low if count.best is None else count.best
    low = count.high if low is None else low
    first = at + (words[at] in _CLOSED_BY)  # "60 and possibly 80"
    size = opener_at(words, first) if bare or first > at else 0
    if not (size and low):
        return None
    second = counted.get(first + size) or counted.get(first)  # "perhaps" belongs to the count
    last = second.last if second else first + 1 + size
    high = (second.quantity.best or second.quantity.high) if second else None
    following = words[last] if last < len(words) else "."
    closed = following in (_CLOSED_BY.get(words[at], "."), ".")
    more = second is None and words[first + size : last] == ["more"]
    if not (more or (high and high > low)) or not (closed or bare):
        return None
    if following in word_set("quantities", "alternatives", "others"):
        return None  # "ten soldiers, possibly 30 more"
    written = f"{count.as_written}, {' '.join(words[first:last])}"
    behind = last + (closed and following != ".")
    if more:
        return Quantity("at_least", low, low, None, written), behind
    return Quantity("range", low, None, high, written), behind


def opener_at(words: Sequence[str], at: int) -> int:
    """How many words from ``at`` on say that a count may be another: "if not", "perhaps"."""
    table, lengths = _openers()
    for size in lengths.get(words[at], ()) if at < len(words) else ():
        if tuple(words[at : at + size]) in table:
            return size
    return 0


def is_of_count(words: Sequence[str], first: int, last: int) -> bool:
    """Whether ``words[first:last]`` only widen a count: "at least seven, possibly nine, men"."""
    opened = first > 1 and (words[first - 1] in _CLOSED_BY or words[first - 1] in ("and", "or"))
    figure = any(number_of(word) is not None for word in words[last : last + _QUALIFIED])
    return opened and figure and opener_at(words, first) == last - first


@cache
def _openers() -> tuple[frozenset[tuple[str, ...]], dict[str, tuple[int, ...]]]:
    phrases = load("quantities")["alternatives"]["words"]
    table = frozenset(tuple(phrase.split()) for phrase in phrases)
    return table, lengths_by_word(table)
