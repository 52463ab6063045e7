"""Events that one edition counts as one and the other as several: who shares claims with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.compare.item import Item
from briefing.compare.match import Pairs
from briefing.compare.reasons import say


@dataclass(frozen=True)
class Kin:
    """The item behind which each claim stands, by edition."""

    before: Mapping[str, Item]
    after: Mapping[str, Item]

    @classmethod
    def of(cls, pairs: Pairs) -> Kin:
        """Index all items of a comparison by their claims."""
        old = {claim: item for item, _ in pairs if item for claim in item.claims}
        new = {claim: item for _, item in pairs if item for claim in item.claims}
        return cls(old, new)

    def merged_into(self, old: Item) -> str:
        """Return with what an earlier event is counted as one now; empty where it is not."""
        found = {n.id: n for claim in old.claims if (n := self.after.get(claim))}
        return say("merged", what=_first(found)) if found else ""

    def split_from(self, new: Item) -> str:
        """Return with what an event was counted as one before; empty where it was not."""
        found = {o.id: o for claim in new.claims if (o := self.before.get(claim))}
        return say("split", what=_first(found)) if found else ""


def _first(found: Mapping[str, Item]) -> str:
    return min(found.values(), key=lambda item: item.order).what
