"""Whom a sentence says that something befell: subjects, objects, lists, pronouns."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.models import Casualty
from tests.extract.documents import read_casualties

ROWS: list[list[str]] = tomllib.loads(
    Path(__file__).with_name("harmed.toml").read_text(encoding="utf-8")
)["rows"]


def written(claim: Casualty) -> str:
    """A claim's outcome and count as the table has them."""
    return f"{claim.outcome} {claim.quantity.best or 'several'}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_who_was_harmed(row: list[str]) -> None:
    """All who were harmed are told, each with the count, and nobody else."""
    text, *harmed = row
    told = [claim for claim in read_casualties(text) if claim.quantity.kind != "none"]
    assert sorted(map(written, told)) == sorted(harmed)
