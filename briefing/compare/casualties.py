"""Casualties of two editions: reconciled events where both have them, else single counts."""

from __future__ import annotations

from typing import Any

from briefing import wording
from briefing.compare.causes import count_reasons, why_new
from briefing.compare.item import Item
from briefing.compare.judge import Judge
from briefing.compare.match import Pairs, match, overlap
from briefing.compare.reasons import field_reasons
from briefing.compare.retold import Retold, scope_of
from briefing.compare.side import Pair, Side
from briefing.compare.voices import voices
from briefing.ledger.codebook import Row
from briefing.lexicon import load
from briefing.resolve.comparable import subject_of, top_of
from briefing.rows import shown_count, shown_place, shown_window

_UNSURE = ("assumed", "unknown")
_OPEN_GROUPS = ("unknown", "mixed")  # may be the civilians of another telling
_COLUMNS = ("grade", "certainty", "perpetrator", "means", "victim_group")


def compare_casualties(pair: Pair) -> list[Row]:
    """Return a row for every casualty event that one of the editions tells, or both."""

    def differ(old: Item, new: Item) -> list[str]:
        before, after = _without_vaguer_days(old, new)
        told = field_reasons(before, after, again=pair.same_period)
        return [*count_reasons(old, new, pair), *told]

    judge = Judge("casualties", pair, differ, lambda new: why_new(new, pair))
    return judge.rows(match_casualties(pair, casualty_table(pair)))


def casualty_table(pair: Pair) -> str:
    """The table to compare: ``events`` if both ledgers have it, else ``tolls``."""
    both = "events" in pair.before.tables and "events" in pair.after.tables
    return "events" if both else "tolls"


def match_casualties(pair: Pair, table: str) -> Pairs:
    """Return every casualty item of both editions once."""

    old, new = casualty_items(pair.before, table), casualty_items(pair.after, table)
    again = Retold.among(old, new)

    def alike(old: Item, new: Item) -> tuple[Any, ...] | None:
        if scope_of(old.row) != scope_of(new.row):
            return again.fit(old, new) if _groups_agree(old.row, new.row) else None
        return _alike(old, new, single=table == "tolls", same_period=pair.same_period)

    return match(old, new, alike, sure_ids=pair.same_period)


def casualty_items(side: Side, table: str) -> list[Item]:
    """Return the rows of ``events`` or ``tolls`` as items."""
    return [_item(row, side, table) for row in side.rows(table)]


def _item(row: Row, side: Side, table: str) -> Item:
    place, days = shown_place(row), shown_window(row, side.record)
    return Item(
        id=row["event_id" if table == "events" else "toll_id"],
        what=", ".join(filter(None, (subject_of(row), row["victim_side"], place, days))),
        shown=shown_count(row) or wording.count("none", row["low"], row["best"], row["high"]),
        block=(row["outcome"], scope_of(row) == "part", _place_key(row)),
        start=row["date_start"],
        end=row["date_end"],
        sure=row["date_basis"] not in _UNSURE,
        claims=tuple(row["claim_ids"]),
        links=tuple(row["claim_ids"]),
        sources=tuple(map(int, row["sources"])),
        place=place,
        voices=voices(row["claim_ids"], side) or dict.fromkeys(row.get("claimants") or (), ""),
        told=_told(row, place, days),
        row=row,
    )


def _place_key(row: Row) -> str:
    return str(row["geonameid"] or (row["place"] or "").casefold())


def _without_vaguer_days(old: Item, new: Item) -> tuple[dict[str, Any], dict[str, Any]]:
    """What both tell; "last week's shelling" is no other date than the day that was told."""
    before, after = dict(old.told), dict(new.told)
    if scope_of(old.row) != scope_of(new.row):
        before.pop("days", None)
    return before, after


def _told(row: Row, place: str, days: str) -> dict[str, Any]:
    """What makes an event revised if it differs. Days that were only assumed tell nothing."""
    told = {column: row[column] for column in _COLUMNS if column in row}
    told |= {"shown_place": place}
    return told | ({"days": days} if row["date_basis"] not in _UNSURE else {})


def _alike(old: Item, new: Item, *, single: bool, same_period: bool) -> tuple[Any, ...] | None:
    """How well two counts fit; ``single``: they are one claimant's counts and no events."""
    shared = len(old.voices.keys() & new.voices.keys())
    if (single or not new.place) and not shared:
        return None
    if not _groups_agree(old.row, new.row):
        return None
    same_count = old.shown == new.shown
    # What an article leaves undated gets the days before it: another week's days prove nothing.
    if not (old.sure and new.sure) and not (same_count or (same_period and shared)):
        return None
    days = overlap(old, new)
    if not shared and "total" in scope_of(old.row) and days < 1:
        return None  # two claimants' totals of other days are of other things
    if days < _least_overlap(old, new):
        return None
    return shared > 0, days, same_count, -abs(top_of(old.row) - top_of(new.row))


def _groups_agree(old: Row, new: Row) -> bool:
    groups = {old["victim_group"], new["victim_group"]}
    sides = {old["victim_side"], new["victim_side"]} - {None}
    return len(sides) < 2 and (len(groups) == 1 or bool(groups & {*_OPEN_GROUPS}))  # noqa: PLR2004


def _least_overlap(old: Item, new: Item) -> float:
    """Totals grow with their window; incidents keep theirs; what is undated has none."""
    if not (old.start and new.start):
        return 0.0
    growing = "total" in scope_of(old.row) and old.start == new.start
    return 0.01 if growing or not (old.sure and new.sure) else _overlap()


def _overlap() -> float:
    share: float = load("changes")["matching"]["overlap"]
    return share
