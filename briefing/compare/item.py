"""Things that two editions tell of, and the row that says how they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefing.ledger.codebook import Row

# As an analyst has to act on them: what was wrong or has changed comes before what is new.
STATUSES = ("withdrawn", "revised", "new", "unchanged", "not_told")
KINDS = ("casualties", "territory", "place", "key_figure", "source")


@dataclass(frozen=True)
class Item:
    """An event, a change of hands or a count, as one edition tells it.

    ``block``: items of different blocks are never the same thing. ``told`` holds the columns whose
    change is a revision, ``voices`` the claimants, each with the count that it gives. ``links`` are
    the words of articles behind it: a claim, or a claim with the one of its places that is meant.
    """

    id: str
    what: str
    shown: str
    block: tuple[Any, ...]
    start: date | None
    end: date | None
    sure: bool  # the days are stated, not assumed
    claims: tuple[str, ...]
    links: tuple[str, ...]
    sources: tuple[int, ...]
    place: str
    voices: Mapping[str, str]
    told: Mapping[str, Any]
    row: Row = field(repr=False)

    @property
    def order(self) -> tuple[Any, ...]:
        """Where it stands among others, whatever the order in which they came."""
        day = self.start or self.end or date.max
        return day, self.place, self.what, self.shown, self.id


def change_row(
    kind: str, status: str, before: Item | None, after: Item | None, reason: str = ""
) -> Row:
    """One row of ``changes`` for a thing that one of the editions tells, or both."""
    shown = after or before
    assert shown is not None
    return {
        "kind": kind,
        "status": status,
        "what": shown.what,
        "before": before.shown if before else None,
        "after": after.shown if after else None,
        "reason": reason or None,
        "twice": False,
        "late": False,
        "event_id": after.id if after else None,
        "event_id_before": before.id if before else None,
        "claim_ids": list(after.claims) if after else [],
        "claim_ids_before": list(before.claims) if before else [],
        "sources": list(after.sources) if after else [],
        "place": shown.place or None,
        "date_start": shown.start,
        "date_end": shown.end,
    }


def in_order(rows: list[Row]) -> list[Row]:
    """Return rows by kind, status, day and place."""
    return sorted(rows, key=_rank)


def _rank(row: Row) -> tuple[Any, ...]:
    day = row.get("date_start") or row.get("date_end") or date.max
    ids = (row.get("event_id") or "", row.get("event_id_before") or "")
    place = row.get("place") or ""
    return KINDS.index(row["kind"]), STATUSES.index(row["status"]), day, place, row["what"], ids
