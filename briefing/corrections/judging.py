"""Accepting, rejecting and editing events, once claims have been reconciled to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.corrections.applied import Applied, Status
from briefing.corrections.decide import Claimed, decide
from briefing.corrections.decision import Decision
from briefing.corrections.events import Event, EventIndex
from briefing.ledger import REJECTED, Row

if TYPE_CHECKING:
    from briefing.places import Region

EVENT_TABLES = ("events", "control")


Place = tuple[str, str]  # a territorial claim and one of the places that it names


@dataclass(frozen=True)
class Judgement:
    """What decisions on events come to.

    ``rejected`` and ``places`` give the reason by claim, or by one place of a claim that names
    several; ``changed`` the columns by event; ``gone`` the rejected events by table.
    """

    rejected: dict[str, str] = field(default_factory=dict)
    places: dict[Place, str] = field(default_factory=dict)
    changed: dict[str, Row] = field(default_factory=dict)
    gone: dict[str, list[Row]] = field(default_factory=lambda: {t: [] for t in EVENT_TABLES})
    applied: list[Applied] = field(default_factory=list)

    @property
    def claims(self) -> set[str]:
        """The claims that fall, or a place of which does."""
        return {*self.rejected, *(claim for claim, _ in self.places)}

    def fall(self, claim: Claimed) -> Claimed:
        """A claim without what is rejected of it: all, or some of the places that it names."""
        claim_id = claim.row["claim_id"]
        reasons = [self.places.get((claim_id, place["place"])) for place in claim.places]
        places = [
            place | {"decision": REJECTED} if why else place
            for place, why in zip(claim.places, reasons, strict=True)
        ]
        told = [why for why in reasons if why]
        whole = self.rejected.get(claim_id) or (told[0] if len(told) == len(places) else None)
        left = {"n_places": len(places) - len(told)} if told and not whole else {}
        mark = {"decision": REJECTED if whole else "edited", "correction": whole or "; ".join(told)}
        return Claimed(claim.table, claim.row | mark | left, places, rejected=bool(whole))


def judge_events(
    decisions: Iterable[Decision], index: EventIndex, edition: str, near: Region | None
) -> Judgement:
    """Return what accepting, rejecting and editing events comes to; merges are made before."""
    judged = Judgement()
    for event_id, asked in _by_event(decisions, index, edition, judged.applied).items():
        event = index.event(event_id)
        left, told = decide(Claimed(event.table, event.row, []), asked, near)
        judged.applied.extend(told)
        if left.rejected:
            _reject(event, left.row, judged)
        elif left.row is not event.row:
            judged.changed[event_id] = _difference(event.row, left.row)
    return judged


def _by_event(
    decisions: Iterable[Decision], index: EventIndex, edition: str, missed: list[Applied]
) -> dict[str, list[Applied]]:
    """The decisions as if each were done, by the event that they are about."""
    asked: dict[str, list[Applied]] = {}
    for decision in (one for one in decisions if one.action not in ("merge", "split")):
        event = index.find(decision)
        if event is not None:
            status: Status = "applied" if event.id == decision.target else "found_again"
            one = Applied(
                decision, status, event.table, event.id, about=event.name, claims=event.told_by
            )
            asked.setdefault(event.id, []).append(one)
        elif index.claims.is_missed(decision, edition):
            missed.append(Applied(decision, "no_match", why="no event has this id or these words"))
    return asked


def _reject(event: Event, row: Row, judged: Judgement) -> None:
    """An event goes with the claims that tell it; of other places they tell on."""
    judged.gone[event.table].append(row)
    why = f"rejected with its event {event.id}: {row['correction']}"
    if event.table == "control":
        judged.places.update({(claim, row["place"]): why for claim in event.claims})
    else:
        judged.rejected.update(dict.fromkeys(event.claims, why))


def _difference(before: Row, after: Row) -> Row:
    return {name: value for name, value in after.items() if before.get(name) != value}
