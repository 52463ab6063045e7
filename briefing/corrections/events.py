"""The events that claims were reconciled to, to be found by a decision.

Events are found by their id, by a claim that tells them, or by the quote and article that stand in
the row: an id follows from place, day and victims, and changes with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.corrections.decision import Decision
from briefing.corrections.find import ClaimIndex
from briefing.corrections.name import name_change, name_event
from briefing.ledger import Row
from briefing.rows import shown_place


@dataclass(frozen=True)
class Event:
    """A row of ``events`` or ``control``, and its name in words."""

    table: str
    row: Row
    name: str

    @property
    def id(self) -> str:
        """Its id in this build."""
        return str(self.row["event_id"])

    @property
    def told_by(self) -> tuple[str, ...]:
        """The claims that tell it, in their order."""
        return tuple(self.row["claim_ids"])

    @property
    def claims(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self.told_by)


class EventIndex:
    """The events of an edition, to be found by a decision."""

    def __init__(self, resolved: Mapping[str, list[Row]], edition: Mapping[str, Any]) -> None:
        self.claims = ClaimIndex(resolved)
        found = [Event("events", r, name_event(r, edition)) for r in resolved["events"]]
        found += [
            Event("control", r, name_change(r, shown_place(r), edition))
            for r in resolved["control"]
        ]
        self._by_id = {event.id: event for event in found}
        self._by_claim: dict[str, list[Event]] = {}
        for event in found:
            for claim in event.claims:
                self._by_claim.setdefault(claim, []).append(event)

    def event(self, event_id: str) -> Event:
        """The event with that id."""
        return self._by_id[event_id]

    def get(self, name: str) -> Event | None:
        """The event with that id, or the one that the claim with that id tells."""
        return self._by_id.get(name) or _only(self._by_claim.get(name, []))

    def find(self, decision: Decision) -> Event | None:
        """The event that a decision is about."""
        known = self.get(decision.target)
        if known is not None:
            return known
        told_by = self.claims.told_by(decision)
        return _only([event for claim in told_by for event in self._by_claim.get(claim, [])])


def _only(events: list[Event]) -> Event | None:
    """The event that all of these are; None where there are several, or none."""
    return events[0] if len({event.id for event in events}) == 1 else None
