"""Who took what from whom, in the manners of many outlets and conflicts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.extract import extract
from briefing.models import Article, TerritorialChange

Row = dict[str, Any]
TABLE = tomllib.loads(Path(__file__).with_name("territory.toml").read_text(encoding="utf-8"))


def rows() -> list[Any]:
    """One parameter per text; those that are not read yet must fail."""
    fails = pytest.mark.xfail(reason="not read yet", strict=True)
    return [
        pytest.param(row, id=row["text"], marks=[fails] if row.get("fails") else [])
        for row in TABLE["row"]
    ]


def told(claim: TerritorialChange) -> Row:
    """A claim in the keys of the table."""
    return {
        "action": claim.action,
        "places": [place.as_written for place in claim.places],
        "gainer": claim.gainer or "",
        "loser": claim.loser or "",
        "count": claim.quantity.best if claim.quantity else None,
        "unit": claim.unit,
        "certainty": claim.certainty,
    }


@pytest.mark.parametrize("row", rows())
def test_changes(row: Row) -> None:
    """Every change the text tells is found, with its parties and places, and no other."""
    found = [told(claim) for claim in extract(Article("a1", "a1.txt", row["text"], "00")).territory]
    assert len(found) == len(row["changes"])
    for change in row["changes"]:
        assert any(change.items() <= claim.items() for claim in found), (change, found)
