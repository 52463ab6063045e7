"""An incident that is told again with a vaguer window: "last week's shelling", now with 21 dead.

The window makes it a total of the week, and so another kind of count than the incident before. It
is the incident where its own claimant says so, of one place and one means, and where no second
incident could be meant; the figures are those of ``lexicon/changes.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.compare.item import Item
from briefing.ledger.codebook import Row
from briefing.lexicon import load
from briefing.resolve.comparable import is_counted, top_of

_Key = tuple[Any, ...]


def scope_of(row: Row) -> str:
    """Return what kind of count it is: a running total is no incident, a part no whole."""
    own = ["part" if row.get("subset") else "", "total" if row.get("running_total") else ""]
    return str(row.get("scope") or " ".join(filter(None, own)))


@dataclass(frozen=True)
class Retold:
    """On how many days each edition has incidents of one voice, place, outcome and means.

    Two counts of one day are of one incident, or nearly so: the nearer one fits.
    """

    before: Mapping[_Key, int]
    after: Mapping[_Key, int]

    @classmethod
    def among(cls, before: Iterable[Item], after: Iterable[Item]) -> Retold:
        """Count the days of the incidents of two editions."""
        return cls(_incidents(before), _incidents(after))

    def fit(self, old: Item, new: Item) -> tuple[Any, ...] | None:
        """How well an incident and a total fit, below all of one kind; None: not one thing."""
        if {scope_of(old.row) == "incident", scope_of(new.row) == "incident"} != {True, False}:
            return None
        incidents = self.before if scope_of(old.row) == "incident" else self.after
        shared = [key for key in _keys(old) if key in set(_keys(new)) and incidents[key] == 1]
        if not shared or not _is_within(old, new) or not _is_near(old.row, new.row):
            return None
        return False, 0.0, old.shown == new.shown, -abs(top_of(old.row) - top_of(new.row))


def _incidents(items: Iterable[Item]) -> Counter[_Key]:
    own = (item for item in items if scope_of(item.row) == "incident")
    dated = {(key, item.start, item.end) for item in own for key in _keys(item)}
    return Counter(key for key, _, _ in dated)


def _keys(item: Item) -> list[_Key]:
    """One for each voice; none where the means is not told, or the days are only assumed."""
    means = item.row.get("means")
    return [(*item.block, means, who) for who in item.voices] if means and item.sure else []


def _is_within(old: Item, new: Item) -> bool:
    """Whether the days of one lie in those of the other."""
    if not (old.start and new.start):
        return False
    a, b = (old.start, old.end or old.start), (new.start, new.end or new.start)
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _is_near(old: Row, new: Row) -> bool:
    """Whether the counts can be of one incident: a toll rises, but not to many times itself."""
    if not (is_counted(old) and is_counted(new)):
        return False
    low, high = sorted((top_of(old), top_of(new)))
    rule = load("changes")["retold"]
    return bool(high <= rule["times"] * low or high - low <= rule["gap"])
