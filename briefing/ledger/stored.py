"""Rows of a ledger that stands on disk, also of one that an earlier version wrote.

Reads Parquet without pandas, so that a build may look at another edition at little cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.ledger.codebook import REJECTED, Column, Row, Table, load_codebook
from briefing.ledger.files import LIST_SEPARATOR


def read_tables(folder: Path, names: Iterable[str]) -> dict[str, list[Row]]:
    """Return the tables of the ledger in ``folder`` by name; one that it lacks is left out.

    What the analyst rejected is left out too.
    Rows have the codebook's columns: None where the ledger has not the column or nothing in it,
    days as ``date``, lists as lists of text. Raises BriefingError where a file is damaged.
    """
    found = {name: folder / f"{name}.parquet" for name in names}
    return {name: _read(path, name) for name, path in found.items() if path.is_file()}


def _read(path: Path, name: str) -> list[Row]:
    import pyarrow.parquet as pq

    try:
        rows: list[Row] = pq.read_table(path).to_pylist()
    except (OSError, ValueError) as error:  # pyarrow's own errors are of these two kinds
        raise BriefingError(
            f"{path} cannot be read ({str(error).splitlines()[0]}); build that edition again."
        ) from error
    return tidy_rows(rows, name)


def tidy_rows(rows: Iterable[Mapping[str, Any]], name: str) -> list[Row]:
    """Return rows of the table ``name`` as they would be read back, without what is rejected."""
    table = load_codebook()[name]
    return [_tidy(row, table) for row in rows if row.get("decision") != REJECTED]


def _tidy(row: Mapping[str, Any], table: Table) -> Row:
    return {column.name: _value(row.get(column.name), column) for column in table.columns}


def _value(value: Any, column: Column) -> Any:
    if column.type != "list":
        return value
    if isinstance(value, str):
        return value.split(LIST_SEPARATOR) if value else []
    return [str(item) for item in value or ()]
