"""The key figures of two editions, and whether they may be set against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from briefing.compare.causes import count_reasons
from briefing.compare.hands import place_key
from briefing.compare.item import Item, change_row
from briefing.compare.reasons import say
from briefing.compare.side import Pair, Side
from briefing.compare.trend import UNCLEAR, trend
from briefing.compare.voices import voices
from briefing.ledger.codebook import Row
from briefing.lexicon import load
from briefing.resolve.comparable import is_counted
from briefing.rows import shown_place
from briefing.wording import listed, window

_FEW = 2  # more places or claimants than these are not named one by one


def compare_figures(pair: Pair) -> list[Row]:
    """Return a row for every key figure that one of the editions has, or both."""
    old = {row["key"]: row for row in pair.before.rows("key_figures")}
    new = {row["key"]: row for row in pair.after.rows("key_figures")}
    keys = [*new, *(key for key in old if key not in new)]
    return [_row(old.get(key), new.get(key), pair) for key in keys]


def _row(old: Row | None, new: Row | None, pair: Pair) -> Row:
    before = _item(old, pair.before) if old else None
    after = _item(new, pair.after) if new else None
    if before and after:
        return _both(before, after, pair)
    if after:
        told = say("no_figure_before", edition=pair.earlier)
        return change_row("key_figure", "new", None, after, told)
    status = "withdrawn" if pair.same_period else "not_told"
    return change_row("key_figure", status, before, None, say("no_figure"))


def _item(figure: Row, side: Side) -> Item:
    claims = [side.claims[claim] for claim in figure["claim_ids"] if claim in side.claims]
    days = [day for row in claims for day in (row["date_start"], row["date_end"]) if day]
    return Item(
        id=figure["key"],
        what=figure["label"],
        shown=figure["display"],
        block=(),
        start=min(days, default=None),
        end=max(days, default=None),
        sure=True,
        claims=tuple(figure["claim_ids"]),
        links=(),
        sources=tuple(map(int, figure["sources"])),
        place="",
        voices=voices(figure["claim_ids"], side),
        told={},
        row=figure,
    )


def _both(old: Item, new: Item, pair: Pair) -> Row:
    why = "" if pair.same_period else unlike(old, new, pair)
    way = "" if why else trend(old.row, new.row)
    status = "unchanged" if old.shown == new.shown else "revised"
    row = change_row("key_figure", status, old, new, _reason(old, new, pair, why, way))
    return row | {"trend": way or None, "comparable": not why}


def _reason(old: Item, new: Item, pair: Pair, why: str, way: str) -> str:
    if why:
        return say("figure_unlike", why=why)
    if pair.same_period:
        return "; ".join(count_reasons(old, new, pair)) or say("same_claims")
    return say("range_overlap") if way == UNCLEAR else ""


@dataclass(frozen=True)
class _Scope:
    """What a figure covers: the victims, the days, the places."""

    groups: tuple[str, ...]
    places: dict[str, str]  # name by key
    reaches: bool  # beyond its edition's period


def unlike(old: Item, new: Item, pair: Pair) -> str:
    """Return why two figures of different periods can't be compared; empty where they can."""
    checks: tuple[Callable[..., str], ...] = (
        _lengths, _numbers, _victims, _windows, _places, _claimants,
    )  # fmt: skip
    return next((why for check in checks if (why := check(old, new, pair))), "")


def _lengths(old: Item, new: Item, pair: Pair) -> str:
    del old, new
    if pair.alike:
        return ""
    a, b = pair.before.days, pair.after.days
    return say("unlike_length", before=a, after=b) if a and b else say("unlike_period")


def _numbers(old: Item, new: Item, pair: Pair) -> str:
    del pair
    return "" if is_counted(old.row) and is_counted(new.row) else say("unlike_vague")


def _victims(old: Item, new: Item, pair: Pair) -> str:
    a, b = _scope(old, pair.before).groups, _scope(new, pair.after).groups
    return "" if a == b else say("unlike_victims", before=_whom(a), after=_whom(b))


def _whom(groups: Iterable[str]) -> str:
    """``combatants and people of unsaid standing``."""
    return listed(load("changes")["victims"].get(group, group) for group in groups)


def _windows(old: Item, new: Item, pair: Pair) -> str:
    for item, side, reason in (
        (new, pair.after, "unlike_window"),
        (old, pair.before, "unlike_window_before"),
    ):
        if _scope(item, side).reaches:
            days = window(item.start, item.end)
            return say(reason, before=days, after=days)
    return ""


def _places(old: Item, new: Item, pair: Pair) -> str:
    """A figure that names no place is of the whole region; so is one of many places."""
    a, b = _scope(old, pair.before).places, _scope(new, pair.after).places
    if a.keys() == b.keys() or (_is_whole(a) and _is_whole(b)):
        return ""
    return say("unlike_place", before=_named(a.values()), after=_named(b.values()))


def _is_whole(places: dict[str, str]) -> bool:
    return not places or len(places) > _FEW


def _named(names: Iterable[str]) -> str:
    told = sorted(names)
    return (listed(told) if len(told) <= _FEW else f"{len(told)} places") or "the whole region"


def _claimants(old: Item, new: Item, pair: Pair) -> str:
    """Who counts decides what is counted: without a claimant in common there is no series."""
    del pair
    if old.voices.keys() & new.voices.keys():
        return ""
    a, b = sorted(old.voices), sorted(new.voices)
    return say("unlike_claimants", before=_who(a), after=_who(b))


def _who(names: list[str]) -> str:
    return listed(names) if len(names) <= _FEW else f"{len(names)} others"


def _scope(item: Item, side: Side) -> _Scope:
    rows = [side.claims[claim] for claim in item.claims if claim in side.claims]
    named = [row for row in rows if row.get("place")]
    return _Scope(
        tuple(sorted({row["victim_group"] for row in rows if row.get("victim_group")})),
        {place_key(row): shown_place(row) for row in named},
        _reaches(item.start, item.end, side),
    )


def _reaches(start: date | None, end: date | None, side: Side) -> bool:
    if not (start and end and side.start and side.end):
        return False
    # Monday's "past 24 hours" begins on Sunday.
    outside = max((side.start - start).days, (end - side.end).days)
    return outside > int(load("changes")["periods"]["days_outside"])
