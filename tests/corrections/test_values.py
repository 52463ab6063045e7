"""What is typed into a cell becomes a typed value, or half a sentence on what is wrong."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing import models
from briefing.corrections.fields import load_fields
from briefing.corrections.values import read_value
from briefing.ledger import Column, load_codebook


@pytest.mark.parametrize("name", load_fields())
def test_every_fields_example_is_read(name: str) -> None:
    """fields.toml shows how a value is typed."""
    field = load_fields()[name]
    assert (read_value(field, field.example) is None) == (field.example == "none")


@pytest.mark.parametrize("name", load_fields())
def test_every_field_is_a_column_of_its_tables(name: str) -> None:
    """Types come from the codebook; a column that is not there could not be written."""
    field, book = load_fields()[name], load_codebook()
    together = {"count": "low", "date": "date_start"}
    for table in (table for table in field.tables if table in book):
        columns = {column.name for column in (*book[table].columns, *_places(table))}
        assert together.get(name, name) in columns


def _places(table: str) -> tuple[Column, ...]:
    return load_codebook()["territory_places"].columns if table == "territory" else ()


def test_fixed_words_are_those_of_the_records() -> None:
    """An outcome that nothing else knows would break what counts by it."""
    assert load_fields()["outcome"].choices == get_args(models.Outcome)
    assert load_fields()["certainty"].choices == get_args(models.Certainty)


@pytest.mark.parametrize(
    ("written", "kind", "ends"),
    [
        ("15", "exact", (15, 15, 15)),
        ("15.0", "exact", (15, 15, 15)),  # a spreadsheet's number
        ("1,200", "exact", (1200, 1200, 1200)),
        ("1.200", "exact", (1200, 1200, 1200)),  # where the point parts thousands
        ("1 200", "exact", (1200, 1200, 1200)),
        ("≥ 15", "at_least", (15, 15, None)),  # as the brief prints it
        (">=15", "at_least", (15, 15, None)),
        ("15+", "at_least", (15, 15, None)),
        ("more than 15", "at_least", (15, 15, None)),
        ("≤ 20", "at_most", (None, None, 20)),
        ("15–19", "range", (15, None, 19)),
        ("15-19", "range", (15, None, 19)),
        ("15 to 19", "range", (15, None, 19)),
        ("about 50", "about", (50, 50, 50)),
        ("~50", "about", (50, 50, 50)),
        ("0", "none", (0, 0, 0)),
        ("twelve", "exact", (12, 12, 12)),
    ],
)
def test_counts(written: str, kind: str, ends: tuple[int | None, ...]) -> None:
    """Whatever a brief prints as a count can be typed as one."""
    read = read_value(load_fields()["count"], written)
    assert (read.kind, (read.low, read.best, read.high)) == (kind, ends)
