"""A comparison of two editions on a terminal: a table per kind, or its rows as CSV or JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from briefing.cli.claims_table import LOG_WIDTH
from briefing.compare import Side
from briefing.compare.item import STATUSES
from briefing.compare.telling import tally
from briefing.ledger import codebook, files
from briefing.ledger.codebook import Row
from briefing.present.unseen import made_visible
from briefing.wording import window

_TITLES = {
    "casualties": "Casualties",
    "territory": "Territory",
    "place": "Place by place",
    "key_figure": "Key figures",
    "source": "Sources",
}
_HEADS = ("", "What", "Before", "Now", "Why")


def show_comparison(rows: Sequence[Row], old: Side, new: Side, notes: Sequence[str]) -> None:
    """Print the comparison as tables to read."""
    console = Console()
    if not console.is_terminal:
        console.width = LOG_WIDTH
    head = f"{_named(new)} against {_named(old)}: {tally(rows, STATUSES) or 'nothing has changed'}."
    console.print(Text(made_visible(head)))
    for note in notes:
        console.print(Text(made_visible(note)))
    for kind, same in groupby(rows, key=lambda row: str(row["kind"])):
        console.print(_table(_TITLES[kind], list(same)))


def _named(side: Side) -> str:
    days = window(side.start, side.end, year=True)
    return f"{side.name} ({days})" if days else side.name


def _table(title: str, rows: Sequence[Row]) -> Table:
    table = Table(title=f"{title} ({len(rows)})", title_justify="left", box=SIMPLE_HEAD)
    for head in _HEADS:
        table.add_column(head, overflow="fold")
    for row in rows:
        cells = (str(row["status"]).replace("_", " "), row["what"], row["before"], row["after"])
        # As Text: brackets in a source's words are not markup.
        table.add_row(*(Text(made_visible(cell or "–")) for cell in (*cells, row["reason"])))
    return table


def write_csv(rows: Sequence[Row]) -> None:
    """Print the rows as CSV in the columns of ``changes``."""
    with tempfile.TemporaryDirectory() as folder:
        path = files.write_csv(rows, codebook.load_codebook()["changes"], Path(folder, "changes"))
        click.echo(path.read_text(encoding="utf-8"), nl=False)


def write_json(rows: Sequence[Row], old: Side, new: Side, notes: Sequence[str]) -> None:
    """Print which editions were compared, what could not be, and the rows."""
    names = [column.name for column in codebook.load_codebook()["changes"].columns]
    told = {
        "before": _period(old),
        "after": _period(new),
        "notes": list(notes),
        "changes": [{name: row.get(name) for name in names} for row in rows],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))


def _period(side: Side) -> Row:
    return {"name": side.name, "start": side.start, "end": side.end}
