"""Runs of capitalised words, and the names in them that are known as they stand.

Countries, areas and known features are fixed names: nothing is decided about them later.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.places.features import known_feature
from briefing.places.tokens import Tokens, find_runs
from briefing.places.words import Phrase, phrases

# The end and the meaning of each fixed name, by the index of its first token.
Fixed = dict[int, tuple[int, Phrase]]
_PHRASES: Final = phrases()


def read_runs(text: str, tokens: Tokens, fixed: Fixed) -> list[tuple[int, int]]:
    """The runs of a text, each with the fixed names that reach over its ends."""
    return list(_cut_runs(find_runs(text, tokens), fixed))


def fixed_names(text: str, tokens: Tokens) -> Fixed:
    """Countries, areas and known features by the index of their first token; the longest wins."""
    found: Fixed = {}
    read = 0
    for i in tokens.capitals:
        if i >= read and (fixed := _fixed_name(text, tokens, i)):
            found[i] = fixed
            read = fixed[0]
    return found


def _fixed_name(text: str, tokens: Tokens, i: int) -> tuple[int, Phrase] | None:
    feature = known_feature(text, tokens, i)
    longest = min(len(tokens), i + _PHRASE_LENGTHS.get(tokens.words[i].text, 0))
    for j in range(longest, feature[0] if feature else i, -1):
        phrase = _PHRASES.get(name_of(text, tokens, i, j))
        if phrase and not text.startswith("$", tokens.ends[j - 1]):  # "US$2.4 million"
            return j, phrase
    return feature


def _phrase_lengths() -> dict[str, int]:
    """Words of the longest fixed name that begins with each word."""
    lengths: dict[str, int] = {}
    for name in phrases():
        names = Tokens(name)
        first = names.words[0].text
        lengths[first] = max(lengths.get(first, 0), len(names))
    return lengths


_PHRASE_LENGTHS: Final = _phrase_lengths()


def name_of(text: str, tokens: Tokens, first: int, last: int) -> str:
    """The words ``tokens[first:last]`` as one name."""
    if last - first == 1:
        return tokens.words[first].text
    return text[tokens.starts[first] : tokens.ends[last - 1]].replace("\u00a0", " ")


def _cut_runs(runs: Iterable[tuple[int, int]], fixed: Fixed) -> Iterable[tuple[int, int]]:
    """Runs in which fixed names that reach over their ends ("Gulf of Aden") are whole."""
    reach = 0
    for first, last in runs:
        start, end = max(first, reach), max(last, reach)
        for i in range(start, last):
            if i in fixed:
                end = max(end, fixed[i][0])
        reach = end
        if start < end:
            yield start, end
