"""A comparison in a few lines of plain text, for a terminal and for the manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.compare.item import STATUSES
from briefing.ledger.codebook import Row
from briefing.wording import listed

CHANGED = STATUSES[:3]  # withdrawn, revised, new


def changed(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that an analyst has to look at."""
    return [row for row in rows if row["status"] in CHANGED]


def tally(rows: Iterable[Mapping[str, Any]], statuses: Iterable[str] = CHANGED) -> str:
    """Return ``1 withdrawn, 2 revised and 7 new``; what there is none of is left out."""
    many = Counter(row["status"] for row in rows)
    return listed(f"{many[one]} {one.replace('_', ' ')}" for one in statuses if many[one])


def tell(row: Mapping[str, Any]) -> str:
    """Return a row as one line: ``Revised: civilians killed, Aleppo, 28 Nov: was 15, now 19``."""
    reason = row["reason"] or row["after"] or row["before"] or ""
    status = str(row["status"]).replace("_", " ").capitalize()
    return f"{status}: {row['what']}{f': {reason}' if reason else ''}"
