"""What may be edited, in which tables, and of which type each value is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from briefing import models
from briefing.ledger.codebook import load_codebook

# The columns whose words are fixed; the record's own type says which.
_FIXED: dict[str, Any] = {
    "outcome": models.Outcome,
    "victim_group": models.VictimGroup,
    "action": models.Action,
    "kind": models.ImplicationKind,
    "theme": models.Theme,
    "certainty": models.Certainty,
}
_TOGETHER = {"count": "count", "date": "days"}  # names that stand for several columns


@dataclass(frozen=True)
class Field:
    """One thing to edit. ``choices``: the only words allowed; ``required``: never empty."""

    name: str
    type: str
    tables: tuple[str, ...]
    choices: tuple[str, ...]
    required: bool
    example: str


@cache
def load_fields() -> dict[str, Field]:
    """Everything that may be edited, by its name."""
    text = (files(__package__) / "fields.toml").read_text(encoding="utf-8")
    return {name: _field(name, entry) for name, entry in tomllib.loads(text).items()}


def _field(name: str, entry: dict[str, Any]) -> Field:
    return Field(
        name=name,
        type=_TOGETHER.get(name) or _column_type(name, entry["tables"]),
        tables=tuple(entry["tables"]),
        choices=get_args(_FIXED[name]) if name in _FIXED else (),
        required=entry.get("required", False),
        example=entry["example"],
    )


def _column_type(name: str, tables: list[str]) -> str:
    """The codebook's type; places of a territorial claim have a table of their own."""
    book = load_codebook()
    columns = (c for table in (*tables, "territory_places") for c in book[table].columns)
    return next(column.type for column in columns if column.name == name)
