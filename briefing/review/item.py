"""One figure that deserves a look, with why, and with everybody who tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Telling:
    """One claim behind a figure. ``says``: who gives what count; ``article``: its path."""

    claim_id: str
    says: str
    quote: str
    article: str
    source: int


@dataclass(frozen=True)
class Reason:
    """A sign that an item shows, by its name in ``signs.toml``, and its words."""

    sign: str
    words: str


@dataclass(frozen=True)
class Item:
    """A figure to look at. ``target``: the event's id, or the claim's where it stands alone.

    ``points`` order the items, of equals the larger ``size``, a count; ``outcome`` says of what.
    """

    target: str
    figure: str
    reasons: tuple[Reason, ...]
    tellings: tuple[Telling, ...]
    points: int = 0
    size: int = 0
    outcome: str = ""

    def plain(self, rank: int) -> Mapping[str, Any]:
        """The item as names and values, for a program to read."""
        return {
            "rank": rank,
            "points": self.points,
            "target": self.target,
            "figure": self.figure,
            "why": [reason.words for reason in self.reasons],
            "signs": [reason.sign for reason in self.reasons],
            "claims": [vars(telling) for telling in self.tellings],
        }
