"""Which counts can be set side by side, and which stand alone. Nothing is added up here either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.ledger.codebook import Row
from briefing.lexicon import load

# The order of the house: what counts are of, and whom they count.
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
VICTIMS = {
    "civilians": "civilians {}",
    "combatants": "combatants {}",
    "mixed": "civilians and combatants {}",
    "unknown": "people {}",
}


def subject_of(toll: Mapping[str, Any]) -> str:
    """Return what a toll counts: ``civilians killed``."""
    return VICTIMS[toll["victim_group"]].format(toll["outcome"])


def group_tolls(tolls: Iterable[Row]) -> list[list[Row]]:
    """Return tolls of the same outcome and victim group together, in the order of the house.

    Within a group the place with most tolls comes first, then the days, then the count.
    """
    groups: dict[tuple[int, int], list[Row]] = {}
    for toll in tolls:
        key = (OUTCOMES.index(toll["outcome"]), list(VICTIMS).index(toll["victim_group"]))
        groups.setdefault(key, []).append(toll)
    return [sorted(groups[key], key=_order(groups[key])) for key in sorted(groups)]


def comparable_tolls(tolls: Iterable[Row]) -> list[list[Row]]:
    """Return the groups that have something to compare: at least two counted tolls.

    One person is no scale for others, so counts of one stand in the table alone.

    Parts of other tolls and statements that nobody was harmed are left out.
    """
    whole = (t for t in tolls if stands_alone(t) and (top_of(t) > 1 or not is_counted(t)))
    return [told for told in group_tolls(whole) if sum(map(is_counted, told)) > 1]


def stands_alone(toll: Mapping[str, Any]) -> bool:
    """Return whether a toll is no part of another, or the whole count of its own victim group."""
    return bool(not toll["subset"] or toll["breakdown"])


def settlement_counts(territory: Iterable[Row]) -> list[Row]:
    """Return the counted claims of settlements taken, in the order of their days.

    A count that the same claimant gives twice is told once, at its first day.
    """
    told: dict[tuple[Any, ...], Row] = {}
    for row in sorted(filter(counts_settlements, territory), key=_day_and_count):
        who = row["source_original"] or row["source"]
        told.setdefault((who, row["low"], row["high"]), row)
    return list(told.values())


def counts_settlements(row: Row) -> bool:
    """Return whether a row of ``territory`` counts settlements taken in the period.

    Which units are settlements stands in ``lexicon/key_figures.toml``.
    """
    rule = load("key_figures")["settlements"]
    if row["action"] not in rule["actions"] or row["background"] or not top_of(row):
        return False
    return any(word in (row["unit"] or "").lower() for word in rule["units"])


def _day_and_count(row: Row) -> tuple[str, int]:
    return str(row["date_end"] or "9"), top_of(row)


def is_counted(row: Mapping[str, Any]) -> bool:
    """Return whether a row gives a number at all."""
    return row["low"] is not None or row["high"] is not None


def is_open(row: Mapping[str, Any]) -> bool:
    """Return whether a row's count has no upper end."""
    return row["high"] is None and row["low"] is not None


def top_of(row: Mapping[str, Any]) -> int:
    """Return the highest number a row gives; 0 where it gives none."""
    return next((row[name] for name in ("high", "best", "low") if row[name] is not None), 0)


def _order(told: list[Row]) -> Any:
    places = [toll["place"] for toll in told]

    def key(toll: Row) -> tuple[Any, ...]:
        day = toll["date_end"] or toll["date_start"]
        return -places.count(toll["place"]), toll["place"] or "", str(day or "9"), top_of(toll)

    return key
