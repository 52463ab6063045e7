"""Place by place against the period before: where events are told of, and how many.

Events are reconciled, so that their number is no sum of tolls; the tolls themselves are not added.
Whether a place got better or worse is the analyst's to say: an edition tells what was reported.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from briefing.compare.casualties import casualty_items, casualty_table
from briefing.compare.hands import place_key
from briefing.compare.item import Item
from briefing.compare.reasons import say
from briefing.compare.side import Pair, Side
from briefing.compare.trend import HIGHER, LOWER, SAME
from briefing.ledger.codebook import Row
from briefing.resolve.comparable import top_of

_WAYS = ((HIGHER, "place_more"), (LOWER, "place_fewer"), (SAME, "place_same"))


def compare_places(pair: Pair) -> list[Row]:
    """Return a row per place with events in either edition; none for two of the same period.

    Without reconciled events in both there is nothing to count: four accounts of one strike are
    no four strikes.
    """
    dated = pair.before.days and pair.after.days
    if pair.same_period or not dated or casualty_table(pair) != "events":
        return []
    old, new = _by_place(pair.before), _by_place(pair.after)
    return [_row(old.get(key, []), new.get(key, []), pair) for key in {**old, **new}]


def _by_place(side: Side) -> dict[str, list[Item]]:
    """The events of the edition's own period by place."""
    told: dict[str, list[Item]] = defaultdict(list)
    for item in casualty_items(side, "events"):
        if item.place and _is_event(item.row) and _is_inside(item, side):
            told[place_key(item.row)].append(item)
    return told


def _is_event(row: Row) -> bool:
    """No part of another figure, no total of several, nothing that everybody denies."""
    denied = row["certainty"] == "denied" or row["grade"] == "discounted"
    return row["scope"] == "incident" and not denied and row["quantity_kind"] != "none"


def _is_inside(item: Item, side: Side) -> bool:
    if not (item.start and side.start and side.end):
        return False
    return side.start <= (item.end or item.start) and item.start <= side.end


def _row(old: list[Item], new: list[Item], pair: Pair) -> Row:
    shown = min(new or old, key=lambda item: item.order)
    status, reason, way = _judge(old, new)
    return {
        "kind": "place",
        "status": status,
        "what": shown.place,
        "before": _told(old),
        "after": _told(new),
        "reason": say(reason, edition=pair.earlier),
        "trend": way,
        "comparable": True,
        "twice": False,
        "late": False,
        "claim_ids": [claim for item in new for claim in item.claims],
        "claim_ids_before": [claim for item in old for claim in item.claims],
        "sources": sorted({number for item in new for number in item.sources}),
        "place": shown.place,
    }


def _judge(old: list[Item], new: list[Item]) -> tuple[str, str, str | None]:
    if not old:
        return "new", "place_new", None
    if not new:
        return "not_told", "place_quiet", None
    n, m = _incidents(old), _incidents(new)
    way, reason = next(one for one, holds in zip(_WAYS, (m > n, m < n, True), strict=True) if holds)
    return ("unchanged" if way == SAME else "revised"), reason, way


def _incidents(items: list[Item]) -> int:
    """How many incidents: the killed and the injured of one strike are two rows, but one event."""
    return len({(item.start, item.end) for item in items})


def _told(items: list[Item]) -> str | None:
    """``3 events, the largest 15–19 civilians killed``, ``1 event: 5 civilians killed``."""
    if not items:
        return None
    largest = max(items, key=_size)
    many = _incidents(items)
    return f"{'1 event:' if many == 1 else f'{many} events, the largest'} {_count_of(largest)}"


def _size(item: Item) -> tuple[Any, ...]:
    return item.row["outcome"] == "killed", top_of(item.row), item.id


def _count_of(item: Item) -> str:
    subject = item.what.partition(", ")[0]
    return f"{item.shown} {subject}"
