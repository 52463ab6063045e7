"""Changes of hands as figures and blocks need them: those behind chosen claims, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.rows import has_point, records
from briefing.wording import listed

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

LINES = ("highway", "area")  # no point could stand for them: told as their claims tell them


def changes_of(territory: pd.DataFrame, ledger: Ledger) -> list[Row]:
    """Return the rows of ``control`` that rest on one of the chosen claims of the period."""
    background = {row["claim_id"] for row in records(territory) if row["background"]}
    chosen = set(territory["claim_id"]) - background
    return [row for row in records(ledger.control) if chosen & set(row["claim_ids"])]


def is_lost(row: Row) -> bool:
    """Return whether a place was not found, or is a province or country: no point stands for it."""
    return not has_point(row) and row["place_kind"] not in LINES


def voices_of(row: Row) -> str:
    """Return who says so, and who denies it: ``two local activists; denied by state media``."""
    said = ", ".join(row["claimants"]) if row["claimants"] != row["denied_by"] else ""
    denied = f"denied by {listed(row['denied_by'])}" if row["denied_by"] else ""
    return "; ".join(part for part in (said, denied) if part)
