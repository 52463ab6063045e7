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
    shelves = [reports] if drafts is None else [reports, drafts]
    ledgers = {
        path.parent.parent.name: path.parent
        for shelf in shelves
        for path in shelf.glob("[!.]*/ledger/edition.json")
        if not path.parent.parent.name.endswith(INCOMPLETE)
    }
    dated = [(start, name, ledgers[name]) for name in ledgers if (start := _start(ledgers[name]))]
    return [folder for start, _, folder in sorted(dated) if start < before.isoformat()]


def _start(ledger: Path) -> str | None:
    """The first day of an edition as its record has it; None without a period, or if damaged."""
    try:
        record = json.loads((ledger / "edition.json").read_text(encoding="utf-8"))
        return str(record["start"]) if record.get("start") else None
    except (OSError, ValueError, AttributeError):
        return None
