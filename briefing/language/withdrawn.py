"""Sentences in which an outlet takes back what it wrote (``lexicon/withdrawn.toml``)."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from briefing.lexicon import load
from briefing.lexicon.nearby import find_all

_STARTS: Final = re.compile(r"[.!?][\"”’)]*\s+|\n")
_ENDS: Final = re.compile(r"[.!?;](?=\s|$)|\n|$")


def without_withdrawn(text: str) -> str:
    """``text`` with spaces in place of the sentences that take something back: offsets stay."""
    lower = text.lower()
    for needs, pattern in _RULES:
        for at in sorted(chain.from_iterable(find_all(lower, word) for word in needs)):
            text = _without(text, pattern, max(0, at - _REACH), at + _REACH)
    return text


def _without(text: str, pattern: re.Pattern[str], low: int, high: int) -> str:
    """``text`` without the sentence around what the pattern finds there."""
    found = pattern.search(text, low, high)
    if found is None:
        return text
    first = max(0, found.start() - _REACH)
    starts = [mark.end() for mark in _STARTS.finditer(text, first, found.start())]
    start, end = (starts or [first])[-1], _ENDS.search(text, found.end())
    stop = end.end() if end else len(text)
    return f"{text[:start]}{' ' * (stop - start)}{text[stop:]}"


# Characters around a word that a rule needs in which its pattern stands, and before the pattern
# in which its sentence begins.
_REACH: Final = 200


def _rules() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    rules = load("withdrawn")["sentence"]
    return tuple((tuple(rule["needs"]), re.compile(rule["pattern"], re.I)) for rule in rules)


_RULES: Final = _rules()
