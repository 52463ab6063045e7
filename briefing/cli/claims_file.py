"""Claims as CSV, JSON or Parquet: one row per claim, in the columns of the codebook."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from briefing.errors import BriefingError
from briefing.ledger import codebook, files, rows
from briefing.ledger.codebook import Column, Row, Table
from briefing.models import Extraction

KINDS = ("casualties", "incidents", "territory", "implications", "summary")
_FIRST = (
    Column("table", "text", "The table of the ledger that the claim belongs to"),
    Column("path", "text", "The file read"),
)


def claim_rows(extractions: Sequence[Extraction]) -> list[Row]:
    """Every claim as a row, by table and then in the order of the texts.

    A territorial claim has its named places as a list in ``place``: their coordinates need the
    ledger's table ``territory_places``.
    """
    tables = rows.make_rows(extractions, {})
    paths = {source["number"]: source["path"] for source in tables["sources"]}
    places: dict[str, list[str]] = {}
    for place in tables["territory_places"]:
        places.setdefault(place["claim_id"], []).append(place["place"])
    return [
        row | {"table": kind, "path": paths[row["source"]]} | _named(places.get(row["claim_id"]))
        for kind in KINDS
        for row in tables[kind]
    ]


def _named(places: list[str] | None) -> Row:
    return {"place": files.LIST_SEPARATOR.join(places)} if places else {}


def claims_table() -> Table:
    """One table with the columns of all kinds of claims; a claim leaves empty what it hasn't."""
    book = codebook.load_codebook()
    columns = {c.name: c for kind in KINDS for c in book[kind].columns}
    columns.pop("toll_id")  # tolls are resolved across the articles of an edition
    return Table("claims", "One row per claim", (*_FIRST, *columns.values()))


def write_claims(
    extractions: Sequence[Extraction], chosen: str, output: Path | None, *, hxl: bool = False
) -> None:
    """Write the claims as ``chosen`` (csv, json, parquet) to ``output``, else to the terminal.

    ``hxl`` adds a row of HXL tags to CSV.
    """
    if output is not None:
        with told_unwritable(output):
            _write(extractions, chosen, output, hxl)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims")
        _write(extractions, chosen, path, hxl)
        click.echo(path.read_text(encoding="utf-8"), nl=False)


@contextmanager
def told_unwritable(output: Path) -> Iterator[None]:
    """Make an output that cannot be written one sentence."""
    try:
        yield
    except OSError as error:
        raise BriefingError(
            f"{output} cannot be written: {error.strerror}; name another file with --output."
        ) from None


def _write(extractions: Sequence[Extraction], chosen: str, path: Path, hxl: bool) -> None:
    table = claims_table()
    claims = claim_rows(extractions)
    if chosen == "csv":
        files.write_csv(claims, table, path, hxl=hxl)
    elif chosen == "parquet":
        files.write_parquet(claims, table, path)
    else:
        names = [column.name for column in table.columns]
        told = [{name: row[name] for name in names if name in row} for row in claims]
        text = json.dumps(told, ensure_ascii=False, indent=2, default=str)
        path.write_text(text + "\n", encoding="utf-8")
