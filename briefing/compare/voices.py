"""Who says so: each claimant behind an event or figure with the count that it stands by."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.compare.causes import published
from briefing.compare.side import Side
from briefing.ledger.codebook import Row
from briefing.resolve.comparable import top_of
from briefing.rows import claimant, shown_count


def voices(claim_ids: Iterable[str], side: Side) -> dict[str, str]:
    """Return each claimant's count, as printed, from the claims behind a row.

    What its own claimant has replaced is left out; of what is left the newest stands.
    """
    told = [side.claims[claim] for claim in claim_ids if claim in side.claims]
    standing = [row for row in told if row.get("toll_id") not in side.superseded]
    rows = sorted(standing or told, key=lambda row: _recency(row, side))
    return {claimant(row, side.publishers): shown_count(row) for row in rows}


def _recency(claim: Row, side: Side) -> tuple[str, str, int, str]:
    day = str(claim["date_end"] or "")
    return published(claim, side), day, top_of(claim), claim["claim_id"]
