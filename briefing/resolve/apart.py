"""What stands near an event and was not merged with it, with the reason in words."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator
from datetime import date

from briefing.actors import state_name
from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.cluster import is_one_means
from briefing.resolve.comparable import top_of
from briefing.resolve.whereabouts import place_key, relate

_GROUPS = ("civilians", "combatants", "mixed", "unknown")
_BESIDE = 3  # neighbours in time that are looked at on each side
Key = tuple[object, ...]


def tell_apart(events: list[Row], alone: Collection[str] = ()) -> list[Row]:
    """Return the events with ``apart_from`` and ``apart_reason``, the nearest first.

    ``alone`` are the claims that the analyst took off their event.

    Looked for among counts of the same victims at the same place, in the division and country
    around it, and without a place, and among counts of unsaid victims at the same place; of each
    the nearest in time. Nobody, and a number that is not said, can't be taken for anything.
    """
    index = _Index(events)
    return [event | _beside(event, index, alone) for event in events]


class _Index:
    """Events by outcome and place, in the order of their days."""

    def __init__(self, events: list[Row]) -> None:
        self.events = events
        self.by_toll = {toll: event for event in events for toll in event["toll_ids"]}
        self._kept: dict[Key, list[tuple[date, int]]] = {}
        for number, event in enumerate(events):
            if event["date_start"] is not None and top_of(event):
                insort(self._kept.setdefault(_kept_under(event), []), (event["date_start"], number))

    def near(self, event: Row) -> Iterator[Row]:
        """The events beside one, each once; the whole of a part first."""
        seen = {event["event_id"]}
        for other in self._candidates(event):
            if other["event_id"] not in seen:
                seen.add(other["event_id"])
                yield other

    def _candidates(self, event: Row) -> Iterator[Row]:
        if event["part_of"] in self.by_toll:
            yield self.by_toll[event["part_of"]]
        if event["scope"] == "part" or event["date_start"] is None:
            return
        for key in _looked_for(event):
            kept = self._kept.get(key, [])
            at = bisect_left(kept, (event["date_start"], 0))
            for _, number in kept[max(at - _BESIDE, 0) : at + _BESIDE + 1]:
                yield self.events[number]


def _kept_under(event: Row) -> Key:
    part = event["scope"] == "part"
    return event["outcome"], part, event["victim_group"], place_key(event)


def _looked_for(event: Row) -> Iterator[Key]:
    admin1, country = event.get("admin1"), event.get("country")
    around = (
        admin1.casefold() if admin1 else None,
        state_name(country).casefold() if country else None,
    )
    own, outcome = place_key(event), event["outcome"]
    for name in dict.fromkeys((own, *around, None)):
        yield (outcome, False, event["victim_group"], name)
    if own:
        yield from (
            (outcome, False, group, own) for group in _GROUPS if group != event["victim_group"]
        )


def _beside(event: Row, index: _Index, alone: Collection[str]) -> Row:
    rule = load("events")["apart"]
    told = [
        (other, "split" if why == "count" and _is_split(event, other, alone) else why)
        for other in index.near(event)
        if (why := why_apart(event, other))
    ]
    # What counts the same victims is taken for it most easily.
    told.sort(key=lambda pair: pair[1] in ("victims", "side"))
    told = told[: rule["most"]]
    return {
        "apart_from": [other["event_id"] for other, _ in told],
        "apart_reason": [rule[why] for _, why in told],
    }


def _is_split(event: Row, other: Row, alone: Collection[str]) -> bool:
    return any(claim in alone for claim in (*event["claim_ids"], *other["claim_ids"]))


def why_apart(event: Row, other: Row) -> str | None:
    """Why two events are not one, as a name in ``lexicon/events.toml``; None: they are not near."""
    if event["part_of"] in other["toll_ids"]:
        return "part"
    if other["scope"] == "part" or not _is_near(event, other):
        return None
    return next((why for why, holds in _REASONS if holds(event, other)), None)


def _is_near(event: Row, other: Row) -> bool:
    """Whether one could be taken for the other: their days meet, and so may their places."""
    if not event["date_start"] or not other["date_start"]:
        return False
    longest = max((one["date_end"] - one["date_start"]).days for one in (event, other))
    if longest > load("events")["apart"]["longest"]:
        return False
    place = relate(event, other)
    nights = 1 if place == "same" else 0
    far = max(
        (other["date_start"] - event["date_end"]).days,
        (event["date_start"] - other["date_end"]).days,
    )
    return far <= nights and place != "apart"


def _other_victims(a: Row, b: Row) -> bool:
    return bool(a["victim_group"] != b["victim_group"])


def _other_side(a: Row, b: Row) -> bool:
    return bool(a["victim_side"] != b["victim_side"])


def _other_means(a: Row, b: Row) -> bool:
    return bool(a["means"] and b["means"] and not is_one_means(a["means"], b["means"]))


_REASONS = (
    ("victims", _other_victims),
    ("side", _other_side),
    ("running_total", lambda a, b: "running_total" in (a["scope"], b["scope"])),
    ("window", lambda a, b: (a["date_start"], a["date_end"]) != (b["date_start"], b["date_end"])),
    ("larger", lambda a, b: relate(b, a) == "holds"),
    ("smaller", lambda a, b: relate(a, b) == "holds"),
    ("means", _other_means),
    ("perpetrator", lambda a, b: a["perpetrator"] != b["perpetrator"]),
    ("place", lambda a, b: relate(a, b) == "unsaid"),
    ("person", lambda a, b: top_of(a) == top_of(b) == 1),
    ("count", lambda *_: True),
)
