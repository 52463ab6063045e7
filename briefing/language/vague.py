"""The number that a codebook gives to a count without a numeral: "several", "dozens"."""

from __future__ import annotations

from functools import cache

from briefing.lexicon import load
from briefing.models import Quantity


def coded(words: str, codebook: str) -> int | None:
    """The codebook's number for a vague count as it is written; None where it has none."""
    written, lexicon = words.lower().split(), load("vague_numbers")
    for rule in lexicon["word"]:
        if rule["word"] in written and codebook in rule:
            return int(rule[codebook])
    plural: int | None = lexicon["plural"].get(codebook)
    return plural


def names_number(words: str) -> bool:
    """Whether a vague count has a word of number, "dozens", and is no bare plural, "people"."""
    written = words.lower().split()
    return any(rule["word"] in written for rule in load("vague_numbers")["word"])


def least(quantity: Quantity, codebook: str) -> int | None:
    """The fewest people that a count stands for: "more than 30" are 31 where the book says so."""
    if quantity.kind == "vague":
        return coded(quantity.as_written, codebook)
    if quantity.kind != "at_least" or quantity.low is None:
        return quantity.low
    above = quantity.as_written.lower().startswith(_above())
    added: int = load("vague_numbers")["above"].get(codebook, 0)
    return quantity.low + added if above else quantity.low


@cache
def _above() -> tuple[str, ...]:
    return tuple(load("vague_numbers")["above"]["words"])
