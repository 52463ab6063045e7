"""Hedges: the words that decide how certain a statement is put, from ``hedges.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from briefing.language.document import Hedge
from briefing.language.tokens import Token
from briefing.lexicon import load
from briefing.models import Certainty

Direction = Literal["forward", "backward", "sentence"]
_LONGEST = 5
_NEGATIONS = frozenset(("not", "never", "nor"))


def find_hedges(tokens: Sequence[Token]) -> list[Hedge]:
    """The hedges of one sentence, each with the stretch it reaches over.

    Forward: from the words to the end of the sentence; backward: from its start to the words.
    """
    literals, firsts = _literals()
    words = [token.lower for token in tokens]
    found: list[Hedge] = []
    for position, word in enumerate(words):
        if word not in firsts:
            continue
        for size in range(_LONGEST, 0, -1):
            entries = literals.get(tuple(words[position : position + size]))
            if entries is not None and position + size <= len(words):
                negated = position > 0 and words[position - 1] in _NEGATIONS
                written = " ".join(t.text for t in tokens[position : position + size])
                found += [
                    _hedge(tokens, position, written, direction, certainty)
                    for direction, certainty in entries
                    if not negated or certainty not in ("confirmed", "denied")
                ]
                break
    return found


def _hedge(
    tokens: Sequence[Token], position: int, words: str, direction: Direction, certainty: Certainty
) -> Hedge:
    start = tokens[position].start if direction == "forward" else tokens[0].start
    end = tokens[position].end if direction == "backward" else tokens[-1].end
    return Hedge(start, end, certainty, words)


@cache
def _literals() -> tuple[dict[tuple[str, ...], list[tuple[Direction, Certainty]]], frozenset[str]]:
    table: dict[tuple[str, ...], list[tuple[Direction, Certainty]]] = {}
    for entry in load("hedges")["hedge"]:
        for literal in entry["literals"]:
            pair = (entry["direction"], entry["certainty"])
            table.setdefault(tuple(literal.split()), []).append(pair)
    for literal in load("hedges")["not_hedges"]["literals"]:
        table[tuple(literal.split())] = []
    return table, frozenset(words[0] for words in table)
