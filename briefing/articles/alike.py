"""How much two texts share, run of words by run of words; the thresholds are in a lexicon."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from briefing.lexicon import load, word_set

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VOCABULARY = 1 << 17  # words whose numbers are remembered
_FIGURE = 0  # stands for every figure where only the words around it are compared


def rules() -> dict[str, Any]:
    """``lexicon/copies.toml``."""
    return load("copies")


@dataclass(frozen=True)
class Words:
    """A text as the runs of its words, a number each, and those by which it is found."""

    text: str
    length: int  # in words
    runs: array[int]  # in order; a text shorter than a run is one run
    prints: frozenset[int]


def read_words(text: str) -> Words:
    """Return the words of a text, to be compared with those of others."""
    codes = list(map(_code, _words(text)))
    runs = _runs(codes)
    return Words(text, len(codes), array("q", runs), _fingerprints(runs))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@lru_cache(_VOCABULARY)
def _code(word: str) -> int:
    """A number for a word, the same on every machine."""
    return crc32(word.encode())


def _fingerprints(runs: list[int]) -> frozenset[int]:
    """The lowest run of every window: texts with a long stretch in common share some."""
    window = rules()["window"]
    last = max(1, len(runs) - window + 1)
    return frozenset([min(runs[start : start + window]) for start in range(last)])


def shares_its_text(shorter: Words, longer: Words) -> bool:
    """Whether two texts are the same but for a line here, a word there, and an end cut off."""
    own, other = set(shorter.runs), set(longer.runs)
    least = (
        rules()["least_of_shorter"] * len(own),
        rules()["least_of_longer"] * len(other),
    )
    return bool(len(own & other) >= max(least))


def is_cut_from(shorter: Words, longer: Words) -> bool:
    """Whether the shorter text is how the longer one begins."""
    own, head = set(shorter.runs), longer.runs[: int(rules()["cut_room"] * shorter.length)]
    least = max(rules()["cut_least_words"], rules()["cut_least_share"] * longer.length)
    shared = len(own.intersection(head))
    return bool(shorter.length >= least and shared >= rules()["least_of_shorter"] * len(own))


def differs_in_figures(shorter: Words, longer: Words) -> bool:
    """Whether the shorter text has, between the same words, a figure that the longer has not."""
    own, other = _figures(shorter), _figures(longer)
    return any(around in other and not told <= other[around] for around, told in own.items())


def _figures(text: Words) -> dict[int, set[int]]:
    """The runs that hold a figure, by the words around it."""
    words = _words(text.text)
    codes, figures = list(map(_code, words)), _places_of_figures(words)
    masked = [_FIGURE if at in figures else code for at, code in enumerate(codes)]
    found: dict[int, set[int]] = {}
    for around, run, bare in zip(_runs(masked), _runs(codes), _windows(masked), strict=True):
        if bare.count(_FIGURE) == 1:
            found.setdefault(around, set()).add(run)
    return found


def _places_of_figures(words: list[str]) -> set[int]:
    """Where counts stand; days of a month and years are none."""
    numbers, months = word_set("copies", "numbers"), word_set("copies", "months")
    return {
        at
        for at, word in enumerate(words)
        if (word in numbers or word.isdecimal())
        and not _YEAR.fullmatch(word)
        and months.isdisjoint(words[max(0, at - 1) : at + 2])
    }


def _runs(codes: list[int]) -> list[int]:
    return list(map(hash, _windows(codes)))


def _windows(codes: list[int]) -> list[tuple[int, ...]]:
    size = rules()["run"]
    if len(codes) < size:
        return [tuple(codes)]
    return list(zip(*(codes[start:] for start in range(size)), strict=False))
