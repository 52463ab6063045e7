"""Rows → Parquet for programs, CSV for people, and back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.ledger.cells import guarded
from briefing.ledger.codebook import Column, Row, Table, load_codebook

if TYPE_CHECKING:
    import pyarrow as pa

LIST_SEPARATOR = "; "


def write_ledger(
    rows: Mapping[str, Iterable[Row]], edition: Row, folder: Path, *, hxl: bool = False
) -> list[Path]:
    """Write every table as ``NAME.parquet`` and ``NAME.csv``, the codebook and ``edition.json``.

    ``hxl`` gives the CSV files a second row of headings, the columns' HXL tags. The same rows give
    the same bytes: columns, order and types come from the codebook alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, table in load_codebook().items():
        content = list(rows.get(name, ()))
        written += [
            write_parquet(content, table, folder / f"{name}.parquet"),
            write_csv(content, table, folder / f"{name}.csv", hxl=hxl),
        ]
    written.append(write_codebook(folder / "codebook.csv"))
    written.append(_write_json(edition, folder / "edition.json"))
    return written


def write_parquet(rows: Iterable[Row], table: Table, path: Path) -> Path:
    """Write one table as Parquet with explicit types."""
    import pyarrow.parquet as pq

    pq.write_table(arrow_table(rows, table), path, compression="zstd")
    return path


def arrow_table(rows: Iterable[Row], table: Table) -> pa.Table:
    """Return the rows as a typed Arrow table in the codebook's columns."""
    import pyarrow as pa

    tidy = [_tidy(row, table) for row in rows]
    schema = pa.schema([(c.name, _arrow_type(c)) for c in table.columns])
    return pa.Table.from_pylist(tidy, schema=schema)


def write_csv(rows: Iterable[Row], table: Table, path: Path, *, hxl: bool = False) -> Path:
    """Write one table as CSV: UTF-8, ISO dates, true/false, empty for nothing.

    Text that a spreadsheet would run as a formula has an apostrophe in front; Parquet has it bare.
    ``hxl`` adds the columns' HXL tags (https://hxlstandard.org) as a second row of headings.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(c.name for c in table.columns)
        if hxl:
            writer.writerow(c.hxl for c in table.columns)
        writer.writerows(_csv_cells(row, table) for row in rows)
    return path


def write_codebook(path: Path) -> Path:
    """Write the codebook as CSV, one row per column of every table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["table", "column", "type", "unit", "hxl", "about"])
        for table in load_codebook().values():
            writer.writerows(
                [table.name, c.name, c.type, c.unit, c.hxl, c.about] for c in table.columns
            )
    return path


def _tidy(row: Row, table: Table) -> Row:
    return {c.name: _typed(row.get(c.name), c) for c in table.columns}


def _typed(value: Any, column: Column) -> Any:
    if column.type == "list":
        return LIST_SEPARATOR.join(str(item) for item in value or ())
    return value


def _arrow_type(column: Column) -> pa.DataType:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "list": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    return types[column.type]


def _csv_cells(row: Row, table: Table) -> list[Any]:
    return [_csv_cell(value) for value in _tidy(row, table).values()]


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else value


def _write_json(content: Row, path: Path) -> Path:
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    path.write_text(text + "\n", encoding="utf-8")
    return path
