"""Gathered tellings → rows of ``events``: the range, who says what, and what identifies it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.ledger import Row
from briefing.models import SAID
from briefing.resolve.blame import told_responsible
from briefing.resolve.cluster import Cluster
from briefing.resolve.comparable import is_open, top_of
from briefing.resolve.grades import grade_event
from briefing.resolve.standing import Standing, take_last_words, tell_replaced
from briefing.resolve.telling import PLACE, Telling
from briefing.resolve.tolls import CERTAINTIES
from briefing.resolve.whereabouts import bearing_of, is_exact, is_wide

_WHEN = ("date_start", "date_end", "date_prec", "date_as_written", "date_basis")
_ID = 10  # hex digits


def make_event(cluster: Cluster, deniers: Sequence[str] = ()) -> Row:
    """One row of ``events`` for one outcome and victim group; ``deniers``: who say that the attack
    was not theirs."""
    standing = take_last_words(cluster.tellings)
    grade, reason = grade_event(standing, deniers)
    every = sorted((*standing.now, *standing.before), key=lambda t: t.order)
    tellings = sorted(cluster.tellings, key=lambda t: t.order)
    return {
        "scope": _scope(cluster),
        **_victims(tellings),
        **_count(standing),
        **_when(standing),
        **_where(standing, every),
        "perpetrator": _most_told(_blamed(standing)),
        "perpetrators": sorted(set(_blamed(standing))),
        "means": _most_told(t.toll["means"] for t in standing.now),
        "where_description": _most_told(t.toll["where_description"] for t in standing.now),
        "grade": grade,
        "grade_reason": reason,
        "certainty": max((t.toll["certainty"] for t in standing.now), key=CERTAINTIES.index),
        "claimants": standing.voices,
        "independent": standing.independent,
        "superseded": tell_replaced(standing.before),
        "toll_ids": [t.toll["toll_id"] for t in standing.last_words],
        "superseded_ids": [t.toll["toll_id"] for t in standing.before],
        "claim_ids": [claim for t in tellings for claim in t.toll["claim_ids"]],
        "sources": sorted({int(n) for t in tellings for n in t.toll["sources"]}),
        "part_of": next((t.toll["part_of"] for t in tellings if t.toll.get("part_of")), None),
        "note": _note(standing),
    }


def _blamed(standing: Standing) -> list[str]:
    """Who is held responsible by name; where nobody is, in the words of those who tell it."""
    named = [name for _, name in told_responsible(standing.now)]
    return named or [t.toll["perpetrator"] for t in standing.now if t.toll["perpetrator"]]


def _scope(cluster: Cluster) -> str:
    """A total that was drawn into an incident does not make it a total."""
    scopes = {telling.scope for telling in cluster.tellings}
    order = ("incident", "running_total", "period_total", "part")
    return next(scope for scope in order if scope in scopes)


def _victims(tellings: list[Telling]) -> Row:
    said = [t for t in tellings if t.toll["victim_group"] != "unknown"]
    plain = [t for t in tellings if t.toll["victim_group"] == "unknown"]
    first = (plain if _in_doubt(said, plain) else said or tellings)[0].toll
    kept = {name: first[name] for name in ("outcome", "victim", "victim_group")}
    return kept | {"victim_side": _side(first["victim_group"], tellings)}


def _in_doubt(said: list[Telling], plain: list[Telling]) -> bool:
    """Whether some call the dead fighters, and others who count otherwise call them people.

    One side's "40 fighters" does not make fighters of the 22 people whom the other one counts.
    """
    if {t.toll["victim_group"] for t in said} != {"combatants"}:
        return False
    voices, figures = {t.voice for t in said}, {t.figure for t in said}
    return any(t.voice not in voices and t.figure not in figures for t in plain)


def _side(group: str, tellings: list[Telling]) -> str | None:
    """Whose the victims were. Fighters are somebody's, whoever says so; of others most must."""
    sides = [t.toll["victim_side"] for t in tellings]
    told = [side for side in sides if side]
    return told[0] if told and (group == "combatants" or 2 * len(told) > len(sides)) else None


def _count(standing: Standing) -> Row:
    """The range of the figures that stand; the best is the one that most voices give, if any.

    The top is open where the highest of them is: then "at least 16" is the best of "at least 15"
    and "at least 16", because both may be true. Nothing is added.
    """
    rows = [telling.toll for telling in standing.speaking]
    alike = len({tuple(row[name] for name in _QUANTITY[:-1]) for row in rows}) == 1
    if alike or not standing.counted:
        return {name: rows[0][name] for name in _QUANTITY}
    low = min(row["low"] if row["low"] is not None else row["high"] for row in rows)
    top = max(rows, key=lambda row: (top_of(row), is_open(row)))
    high = None if is_open(top) else top_of(top)
    words = list(dict.fromkeys(row["quantity_as_written"] for row in rows))
    return {
        "low": low,
        "best": _best(standing.counted) if high is not None else top_of(top),
        "high": high,
        "quantity_kind": _kind(rows, low, high),
        "quantity_as_written": "; ".join(word for word in words if word),
    }


_QUANTITY = ("low", "best", "high", "quantity_kind", "quantity_as_written")


def _kind(rows: list[Row], low: int, high: int | None) -> str:
    if low == high:
        return "exact"
    return "at_least" if high is None and len({top_of(row) for row in rows}) == 1 else "range"


def _best(counted: list[Telling]) -> int | None:
    """The figure that most voices give; None where several are given equally often."""
    if len({telling.toll["best"] for telling in counted}) == 1:
        best: int | None = counted[0].toll["best"]
        return best
    told = Counter(top for _, top in {(t.voice, t.figure[1]) for t in counted})
    first, *rest = told.most_common(2)
    return first[0] if not rest or first[1] > rest[0][1] else None


def _when(standing: Standing) -> Row:
    """The days: an incident's own where a text states them; of a total those of its last figure."""
    dated = [t for t in standing.now if t.days]
    if not dated:
        return {name: standing.now[0].toll[name] for name in _WHEN}
    incidents = [t for t in dated if t.scope == "incident"]
    chosen = min(incidents, key=_sureness) if incidents else max(dated, key=_lastness)
    return {name: chosen.toll.get(name) for name in _WHEN}


def _sureness(telling: Telling) -> tuple[object, ...]:
    return (
        telling.toll["date_basis"] not in SAID,
        telling.toll.get("date_prec") or 9,
        telling.days,
        telling.order,
    )


def _lastness(telling: Telling) -> tuple[object, ...]:
    days = telling.days
    span = (days[1] - days[0]).days if days else 0
    return days and days[1], telling.figure[1], span, telling.order


def _where(standing: Standing, every: list[Telling]) -> Row:
    """The place that most voices name, the wider of two: it covers what all of them count; a
    village rather than "near Goma"."""
    told = [t for t in standing.speaking if t.toll.get("place") and t.scope != "period_total"]
    told = told or [t for t in every if t.toll.get("place")]
    if not told:
        return {name: every[0].toll.get(name) for name in PLACE}
    votes = Counter(place for place, _ in {(_place(t), t.voice) for t in told})
    best = max(told, key=lambda t: (votes[_place(t)], *_breadth(t), *_backwards(t)))
    return {name: best.toll.get(name) for name in PLACE}


def _place(telling: Telling) -> tuple[object, ...]:
    return telling.toll["place"], telling.toll.get("direction")


def _breadth(telling: Telling) -> tuple[int, bool]:
    toll = telling.toll
    return 2 if is_wide(toll) else int(bearing_of(toll) is not None), is_exact(toll)


def _backwards(telling: Telling) -> tuple[object, ...]:
    return -telling.first.toordinal(), telling.order[1], -telling.order[2]


def _most_told(values: Iterable[str | None]) -> str | None:
    told = Counter(value for value in values if value)
    return min(told, key=lambda value: (-told[value], value)) if told else None


def _note(standing: Standing) -> str | None:
    """What a total that was drawn in covers besides."""
    wider = [t for t in standing.now if t.scope == "period_total"]
    incident = any(t.scope == "incident" for t in standing.now)
    if not incident or not wider:
        return None
    names = " and ".join(dict.fromkeys(t.voice for t in wider))
    return f"{names}: more days or a larger area, and no more counted"


def identify(events: list[Row]) -> list[Row]:
    """Give every event an id made of what identifies it; further ones alike get a number."""
    seen: Counter[str] = Counter()
    named = []
    for event in events:
        digest = hashlib.sha256("|".join(map(str, _identity(event))).encode()).hexdigest()[:_ID]
        seen[digest] += 1
        number = f"-{seen[digest]}" if seen[digest] > 1 else ""
        named.append({"event_id": f"e{digest}{number}"} | event)
    return named


def _identity(event: Row) -> tuple[object, ...]:
    part = (event["victim"] or "").casefold() if event["scope"] == "part" else ""
    return (
        event["scope"], event["place"] or "", event["direction"] or "", event["date_start"] or "",
        event["outcome"], event["victim_group"], event["victim_side"] or "", part,
    )  # fmt: skip
