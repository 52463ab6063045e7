"""A text cut where claims begin and end: overlapping claims are shown without nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.models import Claim

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Stretch:
    """``text[start:end]`` of an article, under the same claims all through."""

    start: int
    end: int
    claims: tuple[int, ...]  # positions of the claims that cover it
    opened: tuple[int, ...]  # those of them that begin here


def cut(text: str, claims: Sequence[Claim]) -> Iterator[list[Stretch]]:
    """The stretches of each paragraph in turn; together they are its whole text."""
    waiting = sorted(range(len(claims)), key=lambda n: (claims[n].start, n), reverse=True)
    covering: list[int] = []
    for edges in _edges(text, claims):
        paragraph = []
        for start, end in pairwise(edges):
            opened = []
            while waiting and claims[waiting[-1]].start <= start:
                opened.append(waiting.pop())
            covering = [n for n in (*covering, *opened) if claims[n].end > start]
            paragraph.append(Stretch(start, end, tuple(covering), tuple(opened)))
        yield paragraph


def _edges(text: str, claims: Sequence[Claim]) -> Iterator[list[int]]:
    """Per line of the text its start, each offset at which a claim begins or ends, its end."""
    bounds = sorted({offset for claim in claims for offset in (claim.start, claim.end)})
    at = 0
    for line in _LINE.finditer(text):
        edges = [line.start()]
        while at < len(bounds) and bounds[at] < line.end():
            if bounds[at] > line.start():
                edges.append(bounds[at])
            at += 1
        yield [*edges, line.end()]
