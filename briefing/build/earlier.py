"""The desk's editions before this one: what an edition is numbered after and compared with.

In a batch, the edition before may still be in the making; its ledger then lies among the drafts and
stands for the one in the reports, so that a batch gives what building week after week would give.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

# An edition's name never begins with a dot nor ends so: staging folders and failed builds do.
INCOMPLETE = ".incomplete"


def earlier_ledgers(before: date, reports: Path, drafts: Path | None = None) -> list[Path]:
    """The ledger folders of editions that begin before a day, the earliest first."""
    return [
        ledger for start, ledger in dated_ledgers(reports, drafts) if start < before.isoformat()
    ]


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
    """The first day of an edition as its record says; None where it has no period or is damaged."""
    try:
        record = json.loads((ledger / "edition.json").read_text(encoding="utf-8"))
    except ValueError:
        return None
    start: str | None = record.get("start")
    return start
