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


WHO = [  # (text, the words for the one person harmed)
    ("He was chief of staff for a senior commander who was killed in an air strike.", "commander"),
    ("She ran the office for the governor who was shot dead in April.", "governor"),
    ("The report was written by Justice Maria Diaz, who was shot to death in May.", "Diaz"),
    ("Militants attacked a convoy escorting the judge, who was killed.", "judge"),
    ("Officers spoke with a trader who was beaten with sticks by soldiers.", "trader"),
    ("A soldier from Kharkiv who was wounded in May returned.", "soldier"),
    ("They mourned the mother of the trader who was shot dead in Goma.", "mother"),
    ("No one knew who ordered the murder of the priests who were shot dead.", "priests"),
]


@pytest.mark.parametrize(("text", "words"), WHO)
def test_whom_a_relative_clause_speaks_of(text: str, words: str) -> None:
    """The one governed right before "who", unless "of" or a place leads back to another."""
    (claim,) = read_casualties(text)
    assert (claim.victim or "").endswith(words)


def test_parts_that_add_up_are_no_further_people() -> None:
    """Between commas, what adds up to the count before it is part of that; in a list it is not."""
    apposed = read_casualties("Seven students, four boys and three girls, were abducted in Kaduna.")
    assert [claim.subset for claim in apposed] == [False, True, True]
    listed = read_casualties("Rebels abducted seven students, four boys and three girls.")
    assert not any(claim.subset for claim in listed)
