"""The datasets that are known, as ``formats.toml`` describes them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Format:
    """A dataset: what it is called, who must be named for it, and how its columns are read.

    ``telling`` are the columns that no other dataset has together; ``open`` says whether single
    rows may leave the desk in a brief or ledger.
    """

    key: str
    name: str
    title: str
    open: bool
    monthly: bool
    overlapping: bool
    licence: str
    url: str
    citation: str
    about: str
    counted: str
    telling: tuple[str, ...]
    required: tuple[str, ...]
    blank: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Mapping[str, str]]
    orders: tuple[tuple[str, ...], ...]
    shapes: Mapping[str, str]


@cache
def load_tables() -> dict[str, Any]:
    """The file as it is: datasets, and the tables ``types``, ``dates`` and ``countries``."""
    text = files(__package__).joinpath("formats.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def load_formats() -> dict[str, Format]:
    """Every dataset by its key, in the order in which they are tried."""
    tables = load_tables()
    return {key: _format(key, entry) for key, entry in tables.items() if "telling" in entry}


def _format(key: str, entry: dict[str, Any]) -> Format:
    plain = (
        "name", "title", "open", "monthly", "overlapping", "licence", "url", "citation", "about",
        "counted",
    )  # fmt: skip
    return Format(
        key=key,
        **{name: entry[name] for name in plain},
        telling=tuple(entry["telling"]),
        required=tuple(entry["required"]),
        blank=tuple(entry.get("blank", ())),
        columns={name: tuple(names) for name, names in entry["columns"].items()},
        codes=entry.get("codes", {}),
        orders=tuple(tuple(order["columns"]) for order in entry.get("order", ())),
        shapes=entry.get("shapes", {}),
    )
