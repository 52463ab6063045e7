"""Merging and splitting: which claims the analyst says tell one event, and which do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.corrections.applied import PAST, Applied, Status
from briefing.corrections.decision import Decision
from briefing.corrections.events import Event, EventIndex
from briefing.ledger import Row


@dataclass(frozen=True)
class Joining:
    """Which claims tell one event, and which one of their own, with what came of each decision.

    The merges that were made stand with the claims that they join.
    """

    merges: tuple[tuple[frozenset[str], Applied], ...] = ()
    splits: tuple[Applied, ...] = ()
    undone: tuple[Applied, ...] = ()

    @property
    def together(self) -> tuple[frozenset[str], ...]:
        """Sets of claims that tell one event."""
        return tuple(claims for claims, _ in self.merges)

    @property
    def alone(self) -> frozenset[str]:
        """Claims that tell an event of their own."""
        return frozenset(one.target for one in self.splits)

    def marked(self, index: EventIndex) -> tuple[dict[str, Row], list[Applied]]:
        """What the joined events say of it, by their ids in ``index``, and what became of each."""
        told = [
            (replace(one, target=event.id, claims=event.told_by), event)
            for claims, one in self.merges
            if (event := index.get(min(claims))) is not None
        ]
        told += [(one, event) for one in self.splits if (event := index.get(one.target))]
        marks: dict[str, Row] = {}
        for one, event in told:
            mark = marks.setdefault(event.id, {"decision": PAST[one.decision.action]})
            mark["correction"] = "; ".join(filter(None, (mark.get("correction"), one.mark())))
        return marks, [*(one for one, _ in told), *self.undone]


def plan_joining(decisions: Iterable[Decision], index: EventIndex, edition: str) -> Joining:
    """Return what the merges and splits ask for; splits come first, whatever their order."""
    made = list(decisions)
    splits = [_split(d, index) for d in made if d.action == "split"]
    done = tuple(one for one in splits if one.done)
    alone = frozenset(one.target for one in done)
    merges = [_merge(d, index, alone) for d in made if d.action == "merge"]
    undone = [one for one in (*splits, *(one for _, one in merges)) if not one.done]
    return Joining(
        merges=tuple((claims, one) for claims, one in merges if one.done),
        splits=done,
        undone=tuple(
            one
            for one in undone
            if one.status != "no_match" or index.claims.is_missed(one.decision, edition)
        ),
    )


def _split(decision: Decision, index: EventIndex) -> Applied:
    """A claim off its event: it must tell one, and not be the only one to."""
    found = index.claims.find(decision)
    if found.claim_id is None:
        return Applied(decision, "no_match", why=found.why)
    row = index.claims.row(found.claim_id)
    status: Status = "found_again" if found.again else "applied"
    one = Applied(
        decision,
        status,
        "events",
        found.claim_id,
        quote=row["quote"],
        source=row["source"],
        claims=(found.claim_id,),
    )
    event = index.get(found.claim_id)
    if event is None or event.table != "events":
        return replace(one, status="not_applied", why="the claim is in no event of casualties")
    if len(event.claims) == 1:
        return replace(one, status="not_applied", why="the claim is an event of its own already")
    return replace(one, original=event.name)


def _merge(
    decision: Decision, index: EventIndex, alone: frozenset[str]
) -> tuple[frozenset[str], Applied]:
    """Events as one: there must be several, of the same outcome."""
    first = index.find(decision)
    others = [index.get(name) for name in decision.read]
    named = [decision.target, *decision.read]
    if first is None or None in others:
        lost = [name for name, one in zip(named, [first, *others], strict=True) if one is None]
        return frozenset(), Applied(
            decision, "no_match", why=f"there is no {' and no '.join(lost)}"
        )
    events = {event.id: event for event in (first, *others) if event is not None}
    claims = [
        frozenset({name}) if name in alone else event.claims - alone
        for name, event in zip(named, [first, *others], strict=True)
        if event is not None
    ]
    one = Applied(decision, "applied", "events", first.id, about=_names(events.values()))
    why = _why_apart(list(events.values()), claims)
    return frozenset().union(*claims), replace(one, status="not_applied", why=why) if why else one


def _why_apart(events: list[Event], claims: list[frozenset[str]]) -> str:
    """Why these cannot be one event; empty where they can."""
    if len(set(claims)) == 1:
        return "they are one event already"
    if any(event.table != "events" for event in events):
        return "only events of casualties can be merged"
    outcomes = dict.fromkeys(event.row["outcome"] for event in events)
    return f"one counts {', the other '.join(outcomes)}" if len(outcomes) > 1 else ""


def _names(events: Iterable[Event]) -> str:
    return " with ".join(event.name for event in events)
