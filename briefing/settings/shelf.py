"""The editions of a desk that stand on disk, each with its record, read once.

In a batch, the edition before may still be in the making; its ledger then lies among the drafts and
stands for the one in the reports, so that a batch gives what building week after week would give.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.settings.edition import covered_days, first_day

RECORD = "edition.json"
# An edition's name never begins with a dot nor ends so: staging folders and failed builds do.
INCOMPLETE = ".incomplete"


@dataclass(frozen=True)
class Shelved:
    """An edition with a period: its ledger's folder, its first and last day, and its record.

    Where the record is damaged it is None, the first day is the one that the edition's name says,
    and there is no last. A damaged edition still counts: the next one is not the first.
    """

    ledger: Path
    start: date
    end: date | None = None
    record: Mapping[str, Any] | None = None

    @property
    def name(self) -> str:
        return self.ledger.parent.name

    @property
    def days(self) -> int | None:
        """How many days it covers; None where that is not known."""
        return covered_days(self.start, self.end)


def shelved(reports: Path, drafts: Path | None = None) -> list[Shelved]:
    """Every edition that has a period, by its first day."""
    shelves = [reports] if drafts is None else [reports, drafts]
    ledgers = {
        path.parent.parent.name: path.parent
        for shelf in shelves
        for path in shelf.glob(f"[!.]*/ledger/{RECORD}")
        if not path.parent.parent.name.endswith(INCOMPLETE)
    }
    found = filter(None, map(_shelve, ledgers.values()))
    return sorted(found, key=lambda one: (one.start, one.ledger))


def earlier_editions(
    before: date, reports: Path, drafts: Path | None = None, *, sample: bool = False
) -> list[Shelved]:
    """The editions that begin before a day, the earliest first.

    What was built to try a new desk, from nothing but its sample report, is an edition before
    other such ones alone (``sample``): the first brief of the desk's own reports is its first.
    """
    found = [one for one in shelved(reports, drafts) if one.start < before]
    return [one for one in found if sample or not (one.record or {}).get("sample")]


def _shelve(ledger: Path) -> Shelved | None:
    """The edition of a ledger; None where it has no period, or none that can be told."""
    try:
        record = json.loads((ledger / RECORD).read_text(encoding="utf-8"))
        start, end = (_day(record.get(name)) for name in ("start", "end"))
    except (OSError, ValueError, TypeError, AttributeError):
        named = _named_start(ledger.parent.name)
        return Shelved(ledger, named) if named else None
    return Shelved(ledger, start, end, record) if start else None


def _day(told: Any) -> date | None:
    return date.fromisoformat(told) if told else None


def _named_start(name: str) -> date | None:
    """The first day that ``2024-W48`` or ``2024-11-25_2024-12-01`` names."""
    try:
        return first_day(name) if "W" in name else date.fromisoformat(name[:10])
    except (BriefingError, ValueError):
        return None
