"""What kind of source a name is: an army, a ministry, a hospital, residents."""

from __future__ import annotations

import itertools
from functools import cache, lru_cache

from briefing.lexicon import entries, load
from briefing.models import SourceKind


@lru_cache(maxsize=4096)
def source_kind(name: str) -> SourceKind | None:
    """What kind of source ``name`` is, by its words; None where none of them tells."""
    words = name.lower().replace(",", " ").replace("’", "'").split()
    joined = set(words) | {"-".join(pair) for pair in itertools.pairwise(words)}
    joined |= {word.strip("()\"“”'’.") for word in words} | {w.removesuffix("'s") for w in words}
    kind = next((kind for kind, known in _kinds() if joined & known), None)
    return "government" if kind is None and is_state(name) else kind


@cache
def known_sources() -> dict[str, tuple[SourceKind, tuple[str, ...]]]:
    """The sources with a name: of what kind each is, and all forms of its name, its own first."""
    tables = [(group, kind) for group in ("known", "whole") for kind in load("sources")[group]]
    return {
        name: (kind, (name, *others))
        for group, kind in tables
        for name, others in entries("sources", group, kind).items()
    }


def is_state(name: str) -> bool:
    """ "Panama said" is its government; "Panama maintains its position" says nothing."""
    return name.removeprefix("The ").removeprefix("the ") in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(country["name"] for country in load("countries").values())


@cache
def _kinds() -> tuple[tuple[SourceKind, frozenset[str]], ...]:
    entries = load("attribution")["kinds"]
    return tuple((entry["kind"], frozenset(entry["words"].split())) for entry in entries)
