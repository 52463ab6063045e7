"""Counts of settlements taken: each claimant's last one for each side."""

from __future__ import annotations

from collections import defaultdict

from briefing.compare.causes import published
from briefing.compare.item import Item
from briefing.compare.side import Side
from briefing.ledger.codebook import Row
from briefing.naming import with_article
from briefing.resolve.comparable import counts_settlements, top_of
from briefing.rows import claimant, shown_count


def count_items(side: Side) -> list[Item]:
    """Return the last count of settlements that each claimant gives for each side."""
    told: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in filter(counts_settlements, side.rows("territory")):
        told[claimant(row, side.publishers), row["gainer"]].append(row)
    return [
        _item(who, max(rows, key=lambda row: _recency(row, side)))
        for (who, _), rows in told.items()
    ]


def _recency(row: Row, side: Side) -> tuple[str, str, int, str]:
    day = str(row["date_end"] or row["date_start"] or "")
    return published(row, side), day, top_of(row), row["claim_id"]


def _item(who: str, last: Row) -> Item:
    gainer = last["gainer"]
    by = f" by {with_article(gainer)}" if gainer else ""
    shown = f"{shown_count(last)} {last['unit']}"
    return Item(
        id=f"count|{gainer or ''}|{who}",
        what=f"Settlements taken{by}, counted by {with_article(who)}",
        shown=shown,
        block=("count", gainer, who),
        start=last["date_start"],
        end=last["date_end"],
        sure=True,
        claims=(last["claim_id"],),
        links=(f"{last['claim_id']}|count",),
        sources=(last["source"],),
        place="",
        voices={who: shown_count(last)},
        told={},
        row=last,
    )
