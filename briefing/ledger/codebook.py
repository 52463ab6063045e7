"""The codebook: which tables and columns the ledger has. Read from ``codebook*.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

ColumnType = Literal["text", "integer", "number", "boolean", "date", "list"]
Row = dict[str, Any]
REJECTED = "rejected"  # in a column `decision`: what the analyst rejected
_FILES = ("codebook.toml", "codebook_events.toml")


@dataclass(frozen=True)
class Column:
    """One column: its name, type and unit, what it holds, and its HXL tag where it has one."""

    name: str
    type: ColumnType
    about: str
    unit: str = ""
    hxl: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the ledger, with its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]


@cache
def load_codebook() -> dict[str, Table]:
    """Return every table of the ledger by name, in the order of the codebook."""
    tables: dict[str, Table] = {}
    for file in _FILES:
        book = tomllib.loads((files(__package__) / file).read_text(encoding="utf-8"))
        groups = book["groups"]
        tables |= {name: _table(name, entry, groups) for name, entry in book["tables"].items()}
    return tables


def _table(name: str, entry: Row, groups: Row) -> Table:
    shared = [groups[group] for group in entry.get("groups", [])]
    own_first = "claim" not in entry.get("groups", [])
    own = entry.get("columns", {})
    parts = [own, *shared] if own_first else [*shared, own]
    columns = (Column(key, **spec) for part in parts for key, spec in part.items())
    return Table(name, entry["about"], tuple(columns))
