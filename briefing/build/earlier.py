"""The desk's editions before this one: what an edition is numbered after and compared with.

In a batch, the edition before may still be in the making; its ledger then lies among the drafts and
stands for the one in the reports, so that a batch gives what building week after week would give.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.settings.edition import first_day

# An edition's name never begins with a dot nor ends so: staging folders and failed builds do.
INCOMPLETE = ".incomplete"


def earlier_ledgers(
    before: date, reports: Path, drafts: Path | None = None, *, sample: bool = False
) -> list[Path]:
    """The ledger folders of editions that begin before a day, the earliest first.

    What was built to try a new desk, from nothing but its sample report, is an edition before
    other such ones alone (``sample``): the first brief of the desk's own reports is its first.
    """
    dated = dated_ledgers(reports, drafts)
    found = [ledger for start, ledger in dated if start < before.isoformat()]
    return [ledger for ledger in found if sample or not _record(ledger).get("sample")]


def dated_ledgers(reports: Path, drafts: Path | None = None) -> list[tuple[str, Path]]:
    """The first day (ISO 8601) and the ledger folder of every edition that has a period, by day."""
    shelves = [reports] if drafts is None else [reports, drafts]
    ledgers = {
        path.parent.parent.name: path.parent
        for shelf in shelves
        for path in shelf.glob("[!.]*/ledger/edition.json")
        if not path.parent.parent.name.endswith(INCOMPLETE)
    }
    return sorted((start, folder) for folder in ledgers.values() if (start := _start(folder)))


def _start(ledger: Path) -> str | None:
    """The first day of an edition as its record has it, or its name where the record is damaged.

    None without a period. A damaged edition still counts: the next one is not the first.
    """
    record = _record(ledger)
    if not record:
        return _named_start(ledger.parent.name)
    return str(record["start"]) if record.get("start") else None


def _record(ledger: Path) -> dict[str, Any]:
    """What ``edition.json`` holds; nothing where it is damaged."""
    try:
        record = json.loads((ledger / "edition.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _named_start(name: str) -> str | None:
    """The first day that ``2024-W48`` or ``2024-11-25_2024-12-01`` names."""
    try:
        day = first_day(name) if "W" in name else date.fromisoformat(name[:10])
    except (BriefingError, ValueError):
        return None
    return day.isoformat()
