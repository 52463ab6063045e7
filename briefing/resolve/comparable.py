"""Which counts can be set side by side, and which stand alone. Nothing is added up here either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.ledger.codebook import Row
from briefing.lexicon import load
from briefing.rows import shown_count
from briefing.wording import span

# The order of the house: what counts are of, and whom they count.
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
VICTIMS = {
    "civilians": "civilians {}",
    "combatants": "combatants {}",
    "mixed": "civilians and combatants {}",
    "unknown": "people {}",
}
_ONE = {"civilians": "civilian {}", "combatants": "combatant {}", "unknown": "person {}"}


def subject_of(row: Mapping[str, Any]) -> str:
    """Return what an event or a toll counts: ``civilians killed``, ``households displaced``.

    One is one: ``combatant killed``.
    """
    unit, group = unit_of(row), row["victim_group"]
    one = row.get("quantity_kind") == "exact" and row["low"] == row["high"] == 1
    plain = _ONE.get(group, VICTIMS[group]) if one else VICTIMS[group]
    counted = f"{unit} {{}}" if unit else plain
    return counted.format(row["outcome"])


def victim_of(row: Mapping[str, Any]) -> str:
    """Return whom an event or a toll counts, in the source's words without what befell them.

    "Wounded people" who were injured are people. The words stand in ``lexicon/key_figures.toml``.
    """
    befallen = load("key_figures")["befallen"]
    words = [word for word in (row["victim"] or "").split() if word.lower() not in befallen]
    return " ".join(words) or subject_of(row).rsplit(" ", 1)[0]


def group_events(events: Iterable[Row]) -> list[list[Row]]:
    """Return events of the same outcome and victim group together, in the order of the house.

    Within a group those that several voices tell come first, then the larger, then the earlier.
    """
    groups: dict[tuple[int, int], list[Row]] = {}
    for event in events:
        key = (OUTCOMES.index(event["outcome"]), list(VICTIMS).index(event["victim_group"]))
        groups.setdefault(key, []).append(event)
    return [sorted(groups[key], key=_order) for key in sorted(groups)]


def leading_first(groups: list[list[Row]], lead: str | None) -> list[list[Row]]:
    """Return the group with the event that leads the brief before the others, which keep their
    order."""
    return sorted(groups, key=lambda rows: all(row["event_id"] != lead for row in rows))


def comparable_events(events: Iterable[Row]) -> list[list[Row]]:
    """Return the groups that have something to compare: two counted events, or one told in a range.

    One person is no scale for others, so counts of one stand in the table alone. Parts of other
    events are left out.
    """
    whole = (e for e in events if is_whole(e) and (top_of(e) > 1 or not is_counted(e)))
    return [told for told in group_events(whole) if _compares(told)]


def _compares(told: list[Row]) -> bool:
    counted = [event for event in told if is_counted(event)]
    return len(counted) > 1 or any(
        event["low"] != event["high"] for event in counted if _has_two(event)
    )


def _has_two(event: Row) -> bool:
    return len(event["claimants"]) > 1 and event["quantity_kind"] == "range"


def is_whole(event: Mapping[str, Any]) -> bool:
    """Return whether an event is no part of another figure."""
    return bool(event["scope"] != "part")


def unit_of(toll: Mapping[str, Any]) -> str:
    """Return what a count that is not of persons counts: "households"; "" where it is of persons.

    The units stand in ``lexicon/key_figures.toml``.
    """
    word = (toll.get("victim") or "").lower().rpartition(" ")[2]
    return word if word in load("key_figures")["not_persons"] else ""


def stands_alone(toll: Mapping[str, Any]) -> bool:
    """Return whether a toll is no part of another, or the whole count of its own victim group."""
    return bool(not toll["subset"] or toll["breakdown"])


def settlement_counts(territory: Iterable[Row]) -> list[Row]:
    """Return the counted claims of settlements taken, in the order of their days.

    A count that the same claimant gives twice is told once, at its first day; one that an outlet
    repeats in its own voice is told by whom it names elsewhere.
    """
    counted = sorted(filter(counts_settlements, territory), key=_day_and_count)
    named = {(row["low"], row["high"]) for row in counted if row["source_original"]}
    told: dict[tuple[Any, ...], Row] = {}
    for row in counted:
        figure = row["low"], row["high"]
        if row["source_original"] or figure not in named:
            told.setdefault((row["source_original"] or row["source"], *figure), row)
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


def shown_event(event: Mapping[str, Any]) -> str:
    """Return an event's range as printed: ``12–19``, ``12–28+`` where its highest count is open."""
    if event["quantity_kind"] != "range" or event["low"] is None:
        return shown_count(event)
    return span(event["low"], top_of(event), open_upwards=event["high"] is None)


def is_open(row: Mapping[str, Any]) -> bool:
    """Return whether a row's count has no upper end."""
    return row["high"] is None and row["low"] is not None


def top_of(row: Mapping[str, Any]) -> int:
    """Return the highest number a row gives; 0 where it gives none."""
    return next((row[name] for name in ("high", "best", "low") if row[name] is not None), 0)


def _order(event: Row) -> tuple[Any, ...]:
    day = event["date_end"] or event["date_start"]
    alone = event["independent"] <= 1
    return alone, -top_of(event), -event["independent"], str(day or "9"), event["event_id"]
