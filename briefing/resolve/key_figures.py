"""The three to five figures at the head of the brief. They choose and range; they never add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing import wording
from briefing.language.vague import names_number
from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.comparable import (
    is_counted,
    settlement_counts,
    shown_event,
    top_of,
    unit_of,
)
from briefing.resolve.telling import is_blurred, voice_of
from briefing.rows import shown_count, shown_place

_COUNT = ("low", "best", "high", "quantity_kind", "quantity_as_written")
_PLACES, _VOICES = 2, 4  # more places or claimants than these are counted, not named
UNQUANTIFIED = "an unquantified number"


def find_key_figures(
    events: list[Row], territory: list[Row], sources: list[Row], since: date | None = None
) -> list[Row]:
    """Return the rows of ``key_figures``: what the week has of the figures in the lexicon.

    ``sources`` are the ledger's: who counts settlements is named after them. ``since`` is the
    period's first day. What happened before it, or for the most part before it, is a figure of the
    period only where nothing else is: the dead of an earlier week stand beside none of this one,
    but those of the days right before it, which the period's articles are the first to tell.
    """
    rules = load("key_figures")
    own = [event for event in events if _is_of_period(event, since)]
    told = {rule["outcome"] for rule in rules["casualties"] if _counts(_casualty_figure(rule, own))}
    figures = [
        _figure_of_period(rule, own, _lately(rule, events, told, since), since)
        for rule in rules["casualties"]
    ]
    by_number = {row["number"]: row for row in sources}
    figures.insert(1, _settlement_figure(rules["settlements"], territory, by_number))
    return [figure for figure in figures if figure is not None][: rules["most"]]


def _counts(figure: Row | None) -> bool:
    return bool(figure and figure["event_id"])


def _lately(rule: Row, events: list[Row], told: set[str], since: date | None) -> list[Row]:
    """The events that a figure may be of: where the period has its own, none of weeks before."""
    if since is None or rule["outcome"] not in told:
        return events
    earliest = since - timedelta(days=load("key_figures")["late"])
    return [event for event in events if not event["date_end"] or event["date_end"] >= earliest]


def _figure_of_period(
    rule: Row, own: list[Row], events: list[Row], since: date | None
) -> Row | None:
    """The period's own figure; before a mere "thousands" a count that reaches into the period."""
    figure = _casualty_figure(rule, own)
    if figure and figure["event_id"]:
        return figure
    reaching = [event for event in events if since and _reaches_into(event, since)]
    counted = _casualty_figure(rule, reaching)
    if counted and counted["event_id"]:
        return counted
    return figure or _casualty_figure(rule, events)


def _reaches_into(event: Row, since: date) -> bool:
    """Whether an event's window began not long before the period and reaches into it."""
    start, end = event["date_start"], event["date_end"] or event["date_start"]
    earliest = since - timedelta(days=load("key_figures")["reach"])
    return start is not None and start >= earliest and bool(end >= since)


def _casualty_figure(rule: Row, events: list[Row]) -> Row | None:
    about = [event for event in events if _is_about(event, rule)]
    if not any(is_counted(event) or _is_told(event) for event in about):
        return None
    # One side's losses are part of a count of all: they speak only where nothing else does.
    whole = [event for event in about if not event["victim_side"]] or about
    whole = [event for event in whole if not unit_of(event)] or whole  # persons before households
    counted = [event for event in whole if is_counted(event)]
    chosen = choose_event(counted)
    return _figure(rule, chosen, _vague_beside(chosen, about), _Beside.of(chosen, counted, about))


def _is_told(event: Row) -> bool:
    """Whether a count in words says how many: "dozens", not the bare "people"."""
    return names_number(event["quantity_as_written"] or "")


def _is_of_period(event: Row, since: date | None) -> bool:
    """Whether half of an event's window or more lies in the period that begins on ``since``.

    What a war has cost so far is of the whole war where nobody says since when; what has no day at
    all may be of any week.
    """
    start, end = event["date_start"], event["date_end"] or event["date_start"]
    if since is None:
        return True
    if start is None or (event["scope"] == "running_total" and is_blurred(event)):
        return False
    before = max(0, (min(since, end + timedelta(days=1)) - start).days)
    return bool(2 * before <= (end - start).days + 1)


def _is_about(event: Row, rule: Row) -> bool:
    return (
        event["outcome"] == rule["outcome"]
        and event["victim_group"] in rule["victim_groups"]
        and event["scope"] != "part"
        and event["quantity_kind"] != "none"
        and event["grade"] != "discounted"
        and event["means"] not in load("key_figures")["not_of_conflict"]
    )


def choose_event(counted: Iterable[Row]) -> Row | None:
    """The event that stands for the week: of the large ones that which most voices count.

    How much smaller than the largest it may be stands in ``lexicon/events.toml``. A count of a few
    by many never stands before a count of hundreds by one; "up to 60", which may be none, stands
    behind "at least 58"; and nothing is added.
    """
    counted = list(counted)
    least = load("events")["key_figure"]["share"] * max(map(top_of, counted), default=0)
    large = [event for event in counted if top_of(event) >= least]
    sure = [event["low"] is not None for event in large]
    order = [
        (e["independent"], sure[n], top_of(e), -_age(e)[0].toordinal()) for n, e in enumerate(large)
    ]
    return large[order.index(max(order))] if large else None


def _vague_beside(chosen: Row | None, events: list[Row]) -> list[Row]:
    """The unquantified tolls that an article tells beside the one count of another place.

    A range, or a count without a place, is of the whole and holds them already.
    """
    vague = [event for event in events if event["quantity_kind"] == "vague" and _is_told(event)]
    if chosen is None:
        return vague
    if len(chosen["toll_ids"]) > 1 or not chosen["place"]:
        return []
    told_with = set(chosen["sources"])
    return [e for e in vague if told_with & set(e["sources"]) and e["place"] != chosen["place"]]


@dataclass(frozen=True)
class _Beside:
    """What else was counted: the largest count that was not chosen, and how many others."""

    largest: Row | None
    others: int

    @classmethod
    def of(cls, chosen: Row | None, counted: list[Row], about: list[Row]) -> _Beside:
        largest = max(counted, key=top_of, default=None)
        larger = largest if chosen and largest and top_of(largest) > top_of(chosen) else None
        return cls(larger, len(about) - (chosen is not None) - (larger is not None))

    def words(self, vague: int) -> list[str]:
        if self.largest:
            return [_tell_largest(self.largest)]
        others = self.others - vague
        return (
            [f"{others} other {'count' if others == 1 else 'counts'} not added"]
            if others > 0
            else []
        )


def _tell_largest(event: Row) -> str:
    """``not in it: 28 on 27–30 Nov (SOHR)``."""
    days = wording.window(event["date_start"], event["date_end"])
    who = wording.listed(event["claimants"][:1])
    return f"not in it: {shown_event(event)}{f' on {days}' if days else ''} ({who})"


def _figure(rule: Row, chosen: Row | None, vague: list[Row], beside: _Beside) -> Row:
    behind = [*([chosen] if chosen else []), *vague]
    shown = [shown_event(chosen)] if chosen else []
    if vague:
        shown.append(UNQUANTIFIED if chosen else vague[0]["quantity_as_written"])
    return {
        "key": rule["key"],
        "event_id": chosen["event_id"] if chosen else None,
        "label": _label(rule, chosen, shown),
        "display": " + ".join(shown),
        **{name: (chosen or vague[0])[name] for name in _COUNT[:-1]},
        "quantity_as_written": "; ".join(row["quantity_as_written"] or "" for row in behind),
        "covers": _covers(behind, beside.words(len(vague))),
        "where": _where(behind),
        "claimants": sorted({name for row in behind for name in row["claimants"]}),
        "claim_ids": [claim for row in behind for claim in row["claim_ids"]],
        "sources": sorted({source for row in behind for source in row["sources"]}),
    }


def _label(rule: Row, chosen: Row | None, shown: list[str]) -> str:
    if shown == ["1"]:
        return str(rule["one"])
    unit = unit_of(chosen) if chosen else ""
    if unit:
        return f"{unit} {rule['outcome']}"
    unsaid = chosen is not None and chosen["victim_group"] == "unknown"
    return str(rule.get("unsaid", rule["label"]) if unsaid else rule["label"])


def _covers(rows: list[Row], others: list[str]) -> str:
    """Return in words what a figure covers: where, when, by whom, and what was left beside it."""
    voices = _distinct(name for row in rows for name in row["claimants"])
    parts = [
        _where(rows),
        _days(rows),
        _few(voices, _VOICES, "claimants"),
        *others,
    ]
    return "; ".join(part for part in parts if part)


def _where(rows: list[Row]) -> str:
    return _few(_distinct(map(shown_place, rows)), _PLACES, "areas")


def _few(names: list[str], most: int, kind: str) -> str:
    return wording.listed(names) if len(names) <= most else f"{len(names)} {kind}"


def _days(rows: Iterable[Row]) -> str:
    starts = [row["date_start"] for row in rows if row["date_start"]]
    ends = [row["date_end"] or row["date_start"] for row in rows if row["date_start"]]
    if not starts:
        return "no date given"
    first, last = min(starts), max(ends)
    return wording.window(first, last, year=first.year != last.year)


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


def _settlement_figure(rule: Row, territory: list[Row], sources: Mapping[int, Row]) -> Row | None:
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
        "covers": _growth(counts, sources),
        "claimants": [voice_of(last, sources)],
        "claim_ids": [last["claim_id"]],
        "sources": [last["source"]],
    }


def _age(row: Row) -> tuple[date, int]:
    return row["date_end"] or row["date_start"] or date.min, top_of(row)


def _growth(counts: list[Row], sources: Mapping[int, Row]) -> str:
    first, last = counts[0], counts[-1]
    parts = [
        f"by {wording.day(_age(last)[0])}" if last["date_end"] else "no date given",
        voice_of(last, sources),
    ]
    if top_of(first) < top_of(last):
        since = f" on {wording.day(_age(first)[0])}" if first["date_end"] else ""
        parts.append(f"{wording.number(top_of(first))}{since} ({voice_of(first, sources)})")
    return "; ".join(parts)
