"""Events that one edition counts as one and the other as several: who shares claims with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.compare.item import Item
from briefing.compare.match import Pairs
from briefing.compare.reasons import say


@dataclass(frozen=True)
class Kin:
    """The item that each link belongs to, by edition: ``Item.links``."""

    before: Mapping[str, Item]
    after: Mapping[str, Item]

    @classmethod
    def of(cls, pairs: Pairs) -> Kin:
        """Index all items of a comparison."""
        old = {link: item for item, _ in pairs if item for link in item.links}
        new = {link: item for _, item in pairs if item for link in item.links}
        return cls(old, new)

    def merged_into(self, old: Item) -> str:
        """Return with what an earlier event is counted as one now; empty where it is not."""
        found = {n.id: n for link in old.links if (n := self.after.get(link))}
        return say("merged", what=_named(found, old)) if found else ""

    def split_from(self, new: Item) -> str:
        """Return with what an event was counted as one before; empty where it was not."""
        found = {o.id: o for link in new.links if (o := self.before.get(link))}
        return say("split", what=_named(found, new)) if found else ""


def _named(found: Mapping[str, Item], other: Item) -> str:
    """The first of the items; with what is told of it where the other has the same name."""
    first = min(found.values(), key=lambda item: item.order)
    return first.what if first.what != other.what else f"{first.what}, {first.shown}"
