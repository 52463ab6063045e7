"""Territorial changes of two editions: places by who gained them, and counts by who gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefing import wording
from briefing.compare.causes import count_reasons, voice_reasons, why_new
from briefing.compare.counts import count_items
from briefing.compare.hands import hands_reasons, place_key, turns
from briefing.compare.item import Item
from briefing.compare.judge import Judge
from briefing.compare.match import match, overlap
from briefing.compare.reasons import field_reasons, say
from briefing.compare.side import Pair, Side
from briefing.ledger.codebook import Row
from briefing.naming import with_article
from briefing.present.words import ACTIONS, capital, named_place
from briefing.rows import shown_place, shown_window
from briefing.wording import listed

_UNSURE = ("assumed", "unknown")
_COLUMNS = ("certainty", "grade", "gainer", "loser", "part")


def compare_territory(pair: Pair) -> list[Row]:
    """Return a row for every change of hands and count that an edition tells of, or both."""
    old, new = territory_items(pair.before), territory_items(pair.after)
    earlier = _by_gainer(old)
    hands = hands_reasons(turns(pair.before), turns(pair.after), pair)
    pairs = match(old, new, _alike, sure_ids=pair.same_period)
    judge = Judge(
        "territory",
        pair,
        lambda before, after: _revised(before, after, pair),
        lambda item: _again(item, pair, earlier),
    )
    return [_with_hands(row, hands, pair) for row in judge.rows(pairs)]


def territory_items(side: Side) -> list[Item]:
    """Return what an edition tells of territory: an item per change of hands, and per counter."""
    return [*(_item(row, side) for row in side.rows("control")), *count_items(side)]


def _item(row: Row, side: Side) -> Item:
    place = shown_place(row)
    left = row["action"] == "withdrew"
    return Item(
        id=row["event_id"],
        what=capital(named_place(place, row["part"])),
        shown=_shown(row),
        block=("place", left, place_key(row), row["direction"] or ""),
        start=row["date_start"],
        end=row["date_end"],
        sure=bool(row["date_start"]) and row["date_basis"] not in _UNSURE,
        claims=tuple(row["claim_ids"]),
        links=tuple(f"{claim}|{place_key(row)}" for claim in row["claim_ids"]),
        sources=tuple(map(int, row["sources"])),
        place=place,
        voices={who: "" for who in row["claimants"] if who not in row["denied_by"]},
        told=_told(row, shown_window(row, side.record)),
        row=row,
    )


def _shown(row: Row) -> str:
    """``captured by the HTS-led alliance, claimed``."""
    left = row["action"] == "withdrew"
    party = row["loser" if left else "gainer"]
    by = f" {'of' if left else 'by'} {with_article(party)}" if party else ""
    return f"{ACTIONS[row['action']]}{by}, {row['certainty']}"


def _told(row: Row, days: str) -> dict[str, Any]:
    told = {column: row[column] for column in _COLUMNS}
    told |= {"action": ACTIONS[row["action"]], "denied_by": listed(sorted(row["denied_by"]))}
    return told | ({"days": days} if row["date_basis"] not in _UNSURE else {})


def _alike(old: Item, new: Item) -> tuple[Any, ...] | None:
    """One place: gained by one side, or one telling does not say by whom; not on other days."""
    if "count" in (old.block[0], new.block[0]):
        return (0,) if old.id == new.id else None
    gainers = {old.row["gainer"], new.row["gainer"]} - {None}
    days = overlap(old, new)
    apart = old.sure and new.sure and not days
    if len(gainers) > 1 or apart:
        return None
    return days, old.row["part"] == new.row["part"], old.row["action"] == new.row["action"]


def _by_gainer(items: Sequence[Item]) -> dict[tuple[Any, ...], Item]:
    """The last time that each side gained each place."""
    ordered = sorted(items, key=lambda item: item.order)
    return {(item.block, item.row["gainer"]): item for item in ordered}


def _again(new: Item, pair: Pair, earlier: Mapping[tuple[Any, ...], Item]) -> str:
    """Why a change is new: among others that the same side took the place before, on other days."""
    before = earlier.get((new.block, new.row["gainer"]))
    if before is None or pair.same_period or not before.sure:
        return why_new(new, pair)
    days = wording.window(before.start, before.end)
    return say("taken_again", edition=pair.earlier, before=days)


def _revised(old: Item, new: Item, pair: Pair) -> list[str]:
    if new.block[0] == "count":
        return count_reasons(old, new, pair)
    before = old.told
    if new.told["denied_by"] and not before["denied_by"]:
        # A denial says all: grade and certainty only follow from it.
        before = {name: before[name] for name in before if name not in ("grade", "certainty")}
    told = field_reasons(before, new.told, again=pair.same_period)
    return [*voice_reasons(old, new, pair), *told]


def _with_hands(row: Row, hands: Mapping[str, str], pair: Pair) -> Row:
    """What a row says of a place that changed hands twice; it stands with its last change."""
    reason = hands.get(row["event_id"] or "")
    if not reason:
        return row
    told = row | {"twice": True, "reason": reason}
    return told if pair.same_period else told | {"status": "new"}
