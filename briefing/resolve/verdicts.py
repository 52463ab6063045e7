"""What the analyst decided about events: claims that are of one, and claims that stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.ledger import Row
from briefing.resolve.cluster import Cluster
from briefing.resolve.telling import Telling


@dataclass(frozen=True)
class Verdicts:
    """``together``: sets of claim ids whose events are one; ``alone``: claims off their event;
    ``changed``: the columns of events that the analyst set, by the event's id.

    They overrule what was found; claims of different outcomes are never one event.
    """

    together: tuple[frozenset[str], ...] = ()
    alone: frozenset[str] = frozenset()
    changed: Mapping[str, Row] = field(default_factory=dict)

    def part(self, tellings: Iterable[Telling]) -> tuple[list[Telling], list[Cluster]]:
        """The tellings left to gather, and an event each for those that stand alone."""
        left, single = [], []
        for telling in tellings:
            if self.alone.isdisjoint(telling.toll["claim_ids"]):
                left.append(telling)
            else:
                single.append(Cluster.of([telling]))
        return left, single

    def revise(self, events: list[Row]) -> list[Row]:
        """The events as the analyst left them."""
        open_row: Row = {"decision": None, "correction": None}
        return [open_row | event | self.changed.get(event["event_id"], {}) for event in events]

    def join(self, clusters: list[Cluster]) -> list[Cluster]:
        """The events with those made one that the analyst says are one."""
        for claims in self.together:
            clusters = _join(claims, clusters)
        return clusters


def _join(claims: frozenset[str], clusters: list[Cluster]) -> list[Cluster]:
    meant = [c for c in clusters if not claims.isdisjoint(c.claims)]
    rest = [c for c in clusters if claims.isdisjoint(c.claims)]
    by_outcome: dict[str, list[Telling]] = {}
    for cluster in meant:
        told = by_outcome.setdefault(cluster.tellings[0].toll["outcome"], [])
        told.extend(cluster.tellings)
    return rest + [Cluster.of(told) for told in by_outcome.values()]


UNDECIDED = Verdicts()  # the analyst said nothing
