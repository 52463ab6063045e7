"""A sentence that says two things of two kinds: "exports have halved, and traders fear more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.extract.implications.scoring import (
    Scored,
    has_core,
    kind_in,
    score_tokens,
)
from briefing.extract.implications.subjects import Mention
from briefing.lexicon import load, word_set

_CLAUSES_JOINTS: Final = word_set("implications", "clauses", "joints")

_FEWEST_WORDS: Final = 4  # of a clause


def split_by_kind(text: str, one: Scored, named: Sequence[Mention]) -> tuple[Scored, ...]:
    """The two clauses of a statement that carry enough each and are of two kinds, else itself.

    Each names whom it is about: what a clause says of the other's subject goes on with that.
    """
    for last, first in _joints(one):
        halves = [one.tokens[:last], one.tokens[first:]]
        names = [_within(tokens[0].start, tokens[-1].end, named) for tokens in halves]
        if not all(names) or {m.name for m in names[0]} & {m.name for m in names[1]}:
            continue
        parts = tuple(
            score_tokens(text, one.sentence, tokens, told)
            for tokens, told in zip(halves, names, strict=True)
        )
        if all(map(_carries, parts)) and kind_in(parts[0]) != kind_in(parts[1]):
            return parts
    return (one,)


def _joints(one: Scored) -> Iterator[tuple[int, int]]:
    """Where a clause ends and the next begins: at ";", ", and"."""
    words = [token.lower for token in one.tokens]
    for at in range(_FEWEST_WORDS, len(words) - _FEWEST_WORDS):
        if words[at] == ";":
            yield at, at + 1
        elif words[at] == "," and words[at + 1] in _CLAUSES_JOINTS:
            yield at, at + 2


def _within(start: int, end: int, named: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in named if start <= mention.start < end]


def _carries(part: Scored) -> bool:
    """Whether a clause is a statement of its own."""
    return part.points >= load("implications")["threshold"] and has_core(part)
