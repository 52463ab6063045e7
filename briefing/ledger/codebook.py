"""The codebook: which tables and columns the ledger has. Read from ``codebook.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

ColumnType = Literal["text", "integer", "number", "boolean", "date", "list"]
Row = dict[str, Any]
REJECTED = "rejected"  # in a column `decision`: what the analyst rejected


@dataclass(frozen=True)
class Column:
    """One column: its name, its type, its unit where it has one, and what it holds."""

    name: str
    type: ColumnType
    about: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the ledger, with its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]


@cache
def load_codebook() -> dict[str, Table]:
    """Return every table of the ledger by name, in the order of the codebook."""
    book = tomllib.loads((files(__package__) / "codebook.toml").read_text(encoding="utf-8"))
    return {name: _table(name, entry, book["groups"]) for name, entry in book["tables"].items()}


def _table(name: str, entry: Row, groups: Row) -> Table:
    shared = [groups[group] for group in entry.get("groups", [])]
    own_first = "claim" not in entry.get("groups", [])
    own = entry.get("columns", {})
    parts = [own, *shared] if own_first else [*shared, own]
    columns = (Column(key, **spec) for part in parts for key, spec in part.items())
    return Table(name, entry["about"], tuple(columns))
