"""The three to five figures at the head of the brief. They choose and range; they never add."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing import wording
from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.comparable import (
    is_counted,
    is_open,
    settlement_counts,
    stands_alone,
    top_of,
)
from briefing.resolve.tolls import claimant, latest_by_claimant
from briefing.rows import shown_count, shown_place

_COUNT = ("low", "best", "high", "quantity_kind", "quantity_as_written")
_NAMED = 2  # more places or claimants than these are counted, not named
UNQUANTIFIED = "an unquantified number"


def find_key_figures(tolls: list[Row], territory: list[Row]) -> list[Row]:
    """Return the rows of ``key_figures``: what the week has of the figures in the lexicon."""
    rules = load("key_figures")
    figures = [_casualty_figure(rule, tolls) for rule in rules["casualties"]]
    figures.insert(1, _settlement_figure(rules["settlements"], territory))
    return [figure for figure in figures if figure is not None][: rules["most"]]


def _casualty_figure(rule: Row, tolls: list[Row]) -> Row | None:
    about = [t for t in tolls if _is_about(t, rule)]
    if not about:
        return None
    # One side's losses are part of a count of all: they speak only where nothing else does.
    whole = [t for t in about if not t["victim_side"]] or about
    last = _comparable(latest_by_claimant([t for t in whole if is_counted(t)]))
    unquantified = _vague_beside(last, about)
    others = len(about) - len(last) - len(unquantified)
    return _figure(rule, last, unquantified, others)


def _is_about(toll: Row, rule: Row) -> bool:
    return (
        toll["outcome"] == rule["outcome"]
        and toll["victim_group"] in rule["victim_groups"]
        and stands_alone(toll)
        and toll["quantity_kind"] != "none"
        and toll["certainty"] != "denied"
    )


def _comparable(last: list[Row]) -> list[Row]:
    """Keep the counts that may be of the same dead as the highest count.

    The dead of one day are no lower estimate of the dead of a week: the window must cover half of
    the highest count's. Nor are counts of other victims: the group must be the same.
    """
    if not last:
        return []
    widest = max(last, key=top_of)
    return [
        toll
        for toll in last
        if toll["victim_group"] == widest["victim_group"]
        and 2 * _shared_days(toll, widest) >= _length(widest)
    ]


def _shared_days(toll: Row, other: Row) -> int:
    """How many days of the other's window a toll covers; all where one of them is not dated."""
    if not toll["date_start"] or not other["date_start"]:
        return _length(other)
    start: date = max(toll["date_start"], other["date_start"])
    end: date = min(_end(toll), _end(other))
    return max(0, (end - start).days + 1)


def _length(toll: Row) -> int:
    days: int = (_end(toll) - toll["date_start"]).days if toll["date_start"] else 0
    return days + 1


def _end(toll: Row) -> date:
    end: date = toll["date_end"] or toll["date_start"]
    return end


def _vague_beside(chosen: list[Row], tolls: list[Row]) -> list[Row]:
    """The unquantified tolls that an article tells beside the one count of another place.

    A range, or a count without a place, is of the whole and holds them already.
    """
    vague = [t for t in tolls if t["quantity_kind"] == "vague"]
    if not chosen:
        return vague
    if len(chosen) > 1 or not chosen[0]["place"]:
        return []
    (top,) = chosen
    told_with = set(top["sources"])
    return [t for t in vague if told_with & set(t["sources"]) and t["place"] != top["place"]]


def _figure(rule: Row, counted: list[Row], unquantified: list[Row], others: int) -> Row:
    behind = counted + unquantified
    low, high, open_upwards = _range(counted)
    shown = [_display(counted, low, high, open_upwards)] if counted else []
    if unquantified:
        shown.append(UNQUANTIFIED if counted else unquantified[0]["quantity_as_written"])
    return {
        "key": rule["key"],
        "label": rule["one"] if shown == ["1"] else rule["label"],
        "display": " + ".join(shown),
        "low": low,
        "best": low if low == high else None,
        "high": None if open_upwards else high,
        "quantity_kind": _kind(counted, low, high, open_upwards),
        "quantity_as_written": "; ".join(row["quantity_as_written"] for row in behind),
        "covers": _covers(behind, others),
        "claimants": sorted({claimant(row) for row in behind}),
        "claim_ids": [claim for row in behind for claim in row["claim_ids"]],
        "sources": sorted({source for row in behind for source in row["sources"]}),
    }


def _display(counted: list[Row], low: int | None, high: int | None, open_upwards: bool) -> str:
    if len(counted) == 1 or low is None or high is None:
        return shown_count(counted[0])
    return wording.span(low, high, open_upwards=open_upwards)


def _range(counted: list[Row]) -> tuple[int | None, int | None, bool]:
    lows = [row["low"] if row["low"] is not None else row["high"] for row in counted]
    if not lows:
        return None, None, False
    top = max(counted, key=top_of)
    return min(lows), top_of(top), is_open(top)


def _kind(counted: list[Row], low: int | None, high: int | None, open_upwards: bool) -> str:
    if not counted:
        return "vague"
    if len(counted) == 1:
        return str(counted[0]["quantity_kind"])
    if low == high:
        return "at_least" if open_upwards else "exact"
    return "range"


def _covers(rows: list[Row], others: int) -> str:
    """Return in words what a figure covers: where, when, by whom, and what was left beside it."""
    parts = [
        _few(_distinct(map(shown_place, rows)), "areas"),
        _days(rows),
        _few(_distinct(claimant(row) for row in rows), "claimants"),
    ]
    if others > 0:
        parts.append(f"{others} other {'count' if others == 1 else 'counts'} not added")
    return "; ".join(part for part in parts if part)


def _few(names: list[str], kind: str) -> str:
    return wording.listed(names) if len(names) <= _NAMED else f"{len(names)} {kind}"


def _days(rows: Iterable[Row]) -> str:
    starts = [row["date_start"] for row in rows if row["date_start"]]
    ends = [row["date_end"] or row["date_start"] for row in rows if row["date_start"]]
    return wording.window(min(starts), max(ends)) if starts else "no date given"


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


def _settlement_figure(rule: Row, territory: list[Row]) -> Row | None:
    """The newest count of settlements, the highest of its day; earlier ones show how it grew."""
    counts = sorted(settlement_counts(territory), key=_age)
    if not counts:
        return None
    last = counts[-1]
    return {
        "key": rule["key"],
        "label": rule["label"],
        "display": shown_count(last),
        **{name: last[name] for name in _COUNT},
        "covers": _growth(counts),
        "claimants": [claimant(last)],
        "claim_ids": [last["claim_id"]],
        "sources": [last["source"]],
    }


def _age(row: Row) -> tuple[date, int]:
    return row["date_end"] or row["date_start"] or date.min, top_of(row)


def _growth(counts: list[Row]) -> str:
    first, last = counts[0], counts[-1]
    parts = [
        f"by {wording.day(_age(last)[0])}" if last["date_end"] else "no date given",
        claimant(last),
    ]
    if top_of(first) < top_of(last):
        since = f" on {wording.day(_age(first)[0])}" if first["date_end"] else ""
        parts.append(f"{wording.number(top_of(first))}{since} ({claimant(first)})")
    return "; ".join(parts)
