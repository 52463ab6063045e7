"""Claims as tables to read in a terminal, one per kind of claim."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from briefing.cli.claims_file import claim_rows
from briefing.ledger.codebook import Row
from briefing.models import Extraction
from briefing.wording import count, window

LOG_WIDTH = 160  # characters, where the output is no terminal
Cell = Callable[[Row], str]


def _text(name: str) -> Cell:
    return lambda row: str(row.get(name) or "–")


def _list(name: str) -> Cell:
    return lambda row: ", ".join(row.get(name) or ()) or "–"


def _count(row: Row) -> str:
    if not row.get("quantity_kind"):
        return "–"
    counted = (row["low"], row["best"], row["high"])
    return count(row["quantity_kind"], *counted, row["quantity_as_written"])


def _when(row: Row) -> str:
    return window(row["date_start"], row["date_end"]) or "not dated"


def _taken(row: Row) -> str:
    """What changed hands: the named places or the count, and of which kind."""
    parts = [_count(row) if row.get("quantity_kind") else "", row.get("place") or ""]
    kind = row.get("part") or row.get("unit") or ""
    return " · ".join(part for part in (*parts, kind) if part) or "–"


def _says(row: Row) -> str:
    return row.get("source_original") or "the article"


_WHO = (("Who says so", _says), ("Certainty", _text("certainty")))
_COLUMNS: dict[str, tuple[tuple[str, Cell], ...]] = {
    "casualties": (
        ("Count", _count),
        ("Outcome", _text("outcome")),
        ("Victims", _text("victim")),
        ("Where", _text("place")),
        ("When", _when),
        ("By", _text("perpetrator")),
        *_WHO,
        ("Quote", _text("quote")),
    ),
    "territory": (
        ("Change", _text("action")),
        ("What", _taken),
        ("Gainer", _text("gainer")),
        ("Loser", _text("loser")),
        ("When", _when),
        *_WHO,
        ("Quote", _text("quote")),
    ),
    "implications": (
        ("For", _list("subjects")),
        ("Kind", lambda row: str(row["kind"]).replace("_", " ")),
        ("Theme", _text("theme")),
        ("Likelihood words", _list("modality")),
        ("Who says so", _says),
        ("Quote", _text("quote")),
    ),
    "summary": (("When", _when), *_WHO, ("What happened", _text("text"))),
}


def show_claims(extractions: Sequence[Extraction], output: Path | None) -> None:
    """Print a table per kind of claim, to ``output`` where it is given."""
    claims = claim_rows(extractions)
    with output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout) as file:
        console = Console(file=file)
        if not console.is_terminal:
            console = Console(file=file, width=LOG_WIDTH)
        for kind, columns in _COLUMNS.items():
            chosen = [row for row in claims if row["table"] == kind]
            if chosen:
                console.print(_table(kind, columns, chosen))
        if not claims:
            console.print("No claims found.")


def _table(kind: str, columns: Sequence[tuple[str, Cell]], claims: Sequence[Row]) -> Table:
    table = Table(title=f"{kind.capitalize()} ({len(claims)})", title_justify="left", expand=True)
    for position, (heading, _) in enumerate(columns):
        last = position == len(columns) - 1
        table.add_column(heading, ratio=3 if last else 1, overflow="fold")
    for row in claims:
        # As Text: brackets in a source's words are not markup.
        table.add_row(*(Text(cell(row)) for _, cell in columns))
    return table
