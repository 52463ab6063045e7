"""Claims as tables to read in a terminal, one per kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from briefing.cli.claims_file import claim_rows, told_unwritable
from briefing.extract.casualties.same.totals import Total, total_people
from briefing.ledger.codebook import Row
from briefing.models import Extraction
from briefing.wording import count, span, window

LOG_WIDTH = 140  # characters, where the output is no terminal
NARROW = 18  # characters of a column; the last one, the source's words, takes the rest
Cell = Callable[[Row], str]


def _text(name: str) -> Cell:
    return lambda row: str(row.get(name) or "–")


def _list(name: str) -> Cell:
    return lambda row: ", ".join(row.get(name) or ()) or "–"


def _joined(*parts: str | None, by: str = ", ") -> str:
    return by.join(part for part in parts if part) or "–"


def _count(row: Row) -> str:
    if not row.get("quantity_kind"):
        return ""
    counted = (row["low"], row["best"], row["high"])
    return count(row["quantity_kind"], *counted, row["quantity_as_written"])


def _when(row: Row) -> str:
    return window(row["date_start"], row["date_end"]) or "not dated"


def _taken(row: Row) -> str:
    """What changed hands: how many of what, which part, and the named places."""
    unit, part = row.get("unit") or "", row.get("part") or ""
    counted = " ".join(word for word in (_count(row), "" if unit in part else unit) if word)
    return _joined(counted, part, row.get("place"), by=" · ")


def _says(row: Row) -> str:
    return _joined(row.get("source_original") or "the article", row["certainty"])


_SAYS = ("Who says so", _says)
_QUOTE = ("Quote", _text("quote"))
_COLUMNS: dict[str, tuple[tuple[str, Cell], ...]] = {
    "casualties": (
        ("Count", lambda row: _joined(_count(row), row["outcome"], by=" ")),
        ("Victims", _text("victim")),
        ("Where and when", lambda row: _joined(row.get("place"), _when(row))),
        ("By", _text("perpetrator")),
        _SAYS,
        _QUOTE,
    ),
    "incidents": (
        ("Attack", _text("sub_event_type")),
        ("Where and when", lambda row: _joined(row.get("place"), _when(row))),
        ("By", lambda row: str(row.get("perpetrator") or row.get("attacker") or "")),
        _SAYS,
        _QUOTE,
    ),
    "territory": (
        ("Change", _text("action")),
        ("What", _taken),
        ("Gainer", _text("gainer")),
        ("Loser", _text("loser")),
        ("When", _when),
        _SAYS,
        _QUOTE,
    ),
    "implications": (
        ("For", _list("subjects")),
        ("Kind", lambda row: str(row["kind"]).replace("_", " ")),
        ("Theme", _text("theme")),
        ("Likelihood words", _list("modality")),
        _SAYS,
        _QUOTE,
    ),
    "summary": (("When", _when), _SAYS, ("What happened", _text("text"))),
}


def show_claims(extractions: Sequence[Extraction], output: Path | None) -> None:
    """Print a table per kind of claim, to ``output`` where it is given."""
    if output is None:
        _print(extractions, Console())
        return
    with told_unwritable(output), output.open("w", encoding="utf-8") as file:
        _print(extractions, Console(file=file))


def _print(extractions: Sequence[Extraction], console: Console) -> None:
    claims = claim_rows(extractions)
    if not console.is_terminal:
        console.width = LOG_WIDTH
    for kind, columns in _COLUMNS.items():
        chosen = [row for row in claims if row["table"] == kind]
        if chosen:
            console.print(_table(kind, columns, chosen))
    for extraction in extractions:
        told = [_told(total) for total in total_people(extraction.casualties).values()]
        if told:
            path = extraction.article.path
            console.print(
                f"In all in {path}, everyone counted once: {', '.join(told)}.", markup=False
            )
    if not claims:
        console.print("No claims found.")


def _told(total: Total) -> str:
    """ "9–14 killed", "≥ 3 injured"; people without any number are "some"."""
    if not total.best:
        return f"some {total.outcome}"
    high = total.best if total.high is None else total.high
    return f"{span(total.low, high, open_upwards=total.high is None)} {total.outcome}"


def _table(kind: str, columns: Sequence[tuple[str, Cell]], claims: Sequence[Row]) -> Table:
    title = f"{kind.capitalize()} ({len(claims)})"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    *narrow, (last, _) = columns
    for heading, _ in narrow:
        table.add_column(heading, max_width=NARROW, overflow="fold")
    table.add_column(last, overflow="fold")
    for row in claims:
        # As Text: brackets in a source's words are not markup.
        table.add_row(*(Text(cell(row)) for _, cell in columns))
    return table
