"""An edition against the one before: new, revised, withdrawn, unchanged, each with its reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.compare.casualties import casualty_table, compare_casualties
from briefing.compare.figures import compare_figures
from briefing.compare.item import in_order
from briefing.compare.places import compare_places
from briefing.compare.reasons import note
from briefing.compare.side import Pair, Side
from briefing.compare.sources import compare_sources
from briefing.compare.territory import compare_territory
from briefing.ledger.codebook import Row
from briefing.lexicon import load

__all__ = ["Comparison", "Side", "compare", "content_hash", "describe_earlier"]


@dataclass(frozen=True)
class Comparison:
    """The rows of ``changes``, and a sentence for each thing that could not be compared."""

    rows: list[Row]
    notes: tuple[str, ...]


def compare(before: Side, after: Side) -> Comparison:
    """Compare two editions. The order of their rows does not matter; nothing is added up."""
    pair = Pair(before, after)
    notes = _notes(pair)
    parts = (compare_casualties, compare_territory, compare_figures, compare_places)
    rows = [row for part in parts for row in part(pair)]
    return Comparison(in_order([*rows, *compare_sources(pair)]), notes)


def _notes(pair: Pair) -> tuple[str, ...]:
    """What an earlier version of the program did not write, and codebooks that differ."""
    edition, known = pair.before.name, pair.before.tables
    lacking = {
        table: what
        for table, what in load("changes")["tables"].items()
        if _is_lacking(table, known)
    }
    told = [note("no_table", edition=edition, table=t, what=what) for t, what in lacking.items()]
    if casualty_table(pair) == "tolls" and "events" in pair.after.tables:
        told.append(note("no_events", edition=edition))
    vague = [side.record.get("vague") for side in (pair.before, pair.after)]
    if all(vague) and vague[0] != vague[1]:
        told.append(note("vague", edition=edition, before=vague[0], after=vague[1]))
    return tuple(told)


def _is_lacking(table: str, known: Mapping[str, list[Row]]) -> bool:
    return not {"events", "tolls"} & known.keys() if table == "casualties" else table not in known


def describe_earlier(before: Side, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    """What ``edition.json`` says under ``compared_with``; ``sha256`` as ``content_hash`` has it."""
    names = ("name", "start", "end", "number", "cutoff")
    told = {name: before.record.get(name) for name in names}
    return told | {"sha256": content_hash(before), "notes": list(notes)}


def content_hash(side: Side) -> str:
    """Return the SHA-256 of what an edition tells: compared tables as JSON without what is empty.

    It does not depend on the format of the files, nor on columns that later versions add.
    """
    told = {
        name: [
            {key: value for key, value in row.items() if value not in (None, [])} for row in rows
        ]
        for name, rows in side.tables.items()
        if rows
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
