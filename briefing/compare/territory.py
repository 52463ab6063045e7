"""Territorial changes of two editions: places by who gained them, and counts by who gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefing import wording
from briefing.compare.causes import (
    count_reasons,
    is_late,
    published,
    voice_reasons,
    why_gone,
    why_new,
)
from briefing.compare.hands import hands_reasons, place_key, turns
from briefing.compare.item import Item, change_row
from briefing.compare.match import match, overlap
from briefing.compare.reasons import field_reasons, say
from briefing.compare.side import Pair, Side
from briefing.ledger.codebook import Row
from briefing.present.words import ACTIONS, capital, named_place, with_article
from briefing.resolve.comparable import counts_settlements, top_of
from briefing.resolve.tolls import CERTAINTIES
from briefing.rows import claimant, shown_count, shown_place
from briefing.wording import listed

# Weakest first: what is told of one place is as strong as the strongest that is said of it.
ACTION_ORDER = (
    "cut", "advanced", "besieged", "entered", "handed_over", "withdrew", "recaptured", "captured",
)  # fmt: skip
_UNSURE = ("assumed", "unknown")
_Groups = dict[tuple[Any, ...], list[tuple[Row, Row]]]


def compare_territory(pair: Pair) -> list[Row]:
    """Return a row for every place and count that one of the editions tells of, or both."""
    old, new = territory_items(pair.before), territory_items(pair.after)
    hands = hands_reasons(turns(_named(pair.before)), turns(_named(pair.after)), pair)
    return [
        _with_hands(_row(before, after, pair), hands, pair)
        for before, after in match(old, new, _alike)
    ]


def territory_items(side: Side) -> list[Item]:
    """Return what an edition tells of territory: an item per place and gainer, or per counter."""
    return _place_items(side) + _count_items(side)


def _place_items(side: Side) -> list[Item]:
    groups: _Groups = defaultdict(list)
    for place, claim in _named(side):
        key = (
            ("left", claim["loser"]) if claim["action"] == "withdrew" else ("gain", claim["gainer"])
        )
        groups[*key, place_key(place)].append((place, claim))
    return [_place_item(key, told, side) for key, told in _with_gainer(groups).items()]


def _with_gainer(groups: _Groups) -> _Groups:
    """Put what does not say who gained a place to the one side that others name, if it is one."""
    named: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for way, who, place in groups:
        if who:
            named[way, place].append((way, who, place))
    joined: _Groups = defaultdict(list)
    for (way, who, place), told in groups.items():
        sides = named[way, place]
        key = sides[0] if not who and len(sides) == 1 else (way, who, place)
        joined[key] += told
    return joined


def _named(side: Side) -> list[tuple[Row, Row]]:
    """Every named place with the claim that names it; history told in passing is left out."""
    claims = {row["claim_id"]: row for row in side.rows("territory") if not row["background"]}
    places = [row for row in side.rows("territory_places") if row["claim_id"] in claims]
    return [(row, claims[row["claim_id"]]) for row in places]


def _place_item(key: tuple[Any, ...], told: list[tuple[Row, Row]], side: Side) -> Item:
    told = sorted(told, key=lambda one: (*_strength(one[1]), one[1]["claim_id"]), reverse=True)
    said = [claim for _, claim in told if claim["certainty"] != "denied"]
    first = said[0] if said else told[0][1]
    place = shown_place(told[0][0])
    claims = [claim for _, claim in told]
    item = _item(key, claims, first, side)
    return replace(item, what=capital(named_place(place, first["part"])), place=place)


def _strength(claim: Row) -> tuple[int, bool, int]:
    sure = CERTAINTIES.index(claim["certainty"])
    return ACTION_ORDER.index(claim["action"]), not claim["part"], sure


def _item(key: tuple[Any, ...], claims: list[Row], first: Row, side: Side) -> Item:
    """What claims of one place, or a claimant's count, say together; ``first`` says most."""
    said = [row for row in claims if row["certainty"] != "denied"] or claims
    start, end = _window(said)
    return Item(
        id="|".join(str(part or "") for part in key),
        what="",
        shown=_shown(first, said),
        block=(key[0], *key[2:]),
        start=start,
        end=end,
        sure=first["date_basis"] not in _UNSURE,
        claims=tuple(dict.fromkeys(row["claim_id"] for row in claims)),
        sources=tuple(sorted({row["source"] for row in claims})),
        place="",
        voices={claimant(row, side.publishers): shown_count(row) for row in said},
        told=_told(first, claims, said, side),
        row=first,
    )


def _window(rows: Sequence[Row]) -> tuple[date | None, date | None]:
    starts = [row["date_start"] for row in rows if row["date_start"]]
    ends = [row["date_end"] or row["date_start"] for row in rows if row["date_start"]]
    return min(starts, default=None), max(ends, default=None)


def _certainty(rows: Sequence[Row]) -> str:
    return max((str(row["certainty"]) for row in rows), key=CERTAINTIES.index)


def _shown(first: Row, said: Sequence[Row]) -> str:
    """``≥ 200 towns and villages``, ``captured by the HTS-led alliance, claimed``."""
    if counts_settlements(first):
        return f"{shown_count(first)} {first['unit']}"
    left = first["action"] == "withdrew"
    party = first["loser" if left else "gainer"]
    by = f" {'of' if left else 'by'} {with_article(party)}" if party else ""
    return f"{ACTIONS[first['action']]}{by}, {_certainty(said)}"


def _told(first: Row, claims: Sequence[Row], said: Sequence[Row], side: Side) -> dict[str, Any]:
    denials = {claimant(r, side.publishers) for r in claims if r["certainty"] == "denied"}
    return {
        "action": ACTIONS[first["action"]],
        "certainty": _certainty(said),
        "part": first["part"],
        "gainer": first["gainer"],
        "loser": next((row["loser"] for row in said if row["loser"]), None),
        "denied_by": listed(sorted(denials)) if len(said) < len(claims) else "",
    }


def _count_items(side: Side) -> list[Item]:
    """The last count of settlements that each claimant gives for each side."""
    groups: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in side.rows("territory"):
        if counts_settlements(row):
            groups[claimant(row, side.publishers), row["gainer"]].append(row)
    items = []
    for (who, gainer), told in groups.items():
        last = max(told, key=lambda row: (published(row, side), *_age(row), row["claim_id"]))
        by = f" by {with_article(gainer)}" if gainer else ""
        item = _item(("count", gainer, who), [last], last, side)
        items.append(replace(item, what=f"Settlements taken{by}, counted by {who}"))
    return items


def _age(row: Row) -> tuple[str, int]:
    return str(row["date_end"] or row["date_start"] or ""), top_of(row)


def _alike(old: Item, new: Item) -> tuple[Any, ...] | None:
    """One place, and one of the two tellings does not say who gained it."""
    gainers = {old.id.split("|")[1], new.id.split("|")[1]}
    if len(gainers) > 1 and "" not in gainers:
        return None
    return overlap(old, new), old.told["action"] == new.told["action"]


def _row(old: Item | None, new: Item | None, pair: Pair) -> Row:
    if old and new:
        return _both(old, new, pair)
    if new:
        row = change_row("territory", "new", None, new, why_new(new, pair))
        return row | {"late": is_late(new, pair)}
    assert old is not None
    if not pair.expects(old.start, old.end):
        told = say("not_told", edition=pair.earlier)
        return change_row("territory", "not_told", old, None, told)
    return change_row("territory", "withdrawn", old, None, why_gone(old.claims, pair))


def _both(old: Item, new: Item, pair: Pair) -> Row:
    if _is_another_time(old, new, pair):
        days = wording.window(old.start, old.end)
        told = say("taken_again", edition=pair.earlier, before=days)
        return change_row("territory", "new", old, new, told)
    reasons = _revised(old, new, pair)
    same = say("same_claims" if pair.same_period else "told_again")
    status = "revised" if reasons else "unchanged"
    return change_row("territory", status, old, new, "; ".join(reasons) or same)


def _is_another_time(old: Item, new: Item, pair: Pair) -> bool:
    """Whether a place was gained again by the same side, on other days and in another period."""
    place = new.block[0] != "count"
    return place and not pair.same_period and old.sure and new.sure and not overlap(old, new)


def _revised(old: Item, new: Item, pair: Pair) -> list[str]:
    if new.block[0] == "count":
        return count_reasons(old, new, pair)
    return [*voice_reasons(old, new, pair), *field_reasons(old.told, new.told)]


def _with_hands(row: Row, hands: Mapping[str, str], pair: Pair) -> Row:
    """What a row says of a place that changed hands twice; it stands with its last gainer."""
    reason = hands.get(row["event_id"] or "")
    if not reason:
        return row
    told = row | {"twice": True, "reason": reason}
    return told if pair.same_period else told | {"status": "new"}
