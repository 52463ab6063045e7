"""Sentences in which an outlet takes back what it wrote (``lexicon/withdrawn.toml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.lexicon import load

_STARTS: Final = re.compile(r"[.!?][\"”’)]*\s+|\n")
_ENDS: Final = re.compile(r"[.!?;](?=\s|$)|\n|$")


def without_withdrawn(text: str) -> str:
    """``text`` with spaces in place of the sentences that take something back: offsets stay."""
    lower = text.lower()
    for needs, pattern in _rules():
        if any(word in lower for word in needs):
            text = _without(text, pattern)
    return text


def _without(text: str, pattern: re.Pattern[str]) -> str:
    for found in pattern.finditer(text):
        first = max(0, found.start() - _REACH)
        starts = [mark.end() for mark in _STARTS.finditer(text, first, found.start())]
        start, end = (starts or [first])[-1], _ENDS.search(text, found.end())
        stop = end.end() if end else len(text)
        text = f"{text[:start]}{' ' * (stop - start)}{text[stop:]}"
    return text


_REACH: Final = 200  # characters before the words in which their sentence begins


@cache
def _rules() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    rules = load("withdrawn")["sentence"]
    return tuple((tuple(rule["needs"]), re.compile(rule["pattern"], re.I)) for rule in rules)
