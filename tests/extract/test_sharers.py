"""Several kinds of people under one count."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

Told = list[tuple[int | None, str | None, str]]

SHARED: list[tuple[str, Told]] = [
    # who stands behind "and" without a count is counted with those before, whatever the verb
    ("Twelve women and children were killed.", [(12, "women and children", "civilians")]),
    ("A mine killed 12 women and children.", [(12, "women and children", "civilians")]),
    ("Gunmen abducted nine herders and farmers.", [(9, "herders and farmers", "civilians")]),
    # three kinds; fighters and others are mixed
    ("Shells killed 12 men, women and children.", [(12, "men, women and children", "unknown")]),
    ("Twelve rebels and civilians died.", [(12, "rebels and civilians", "mixed")]),
    # a part of a larger count
    (
        "Forty people, including 12 women and children, were killed.",
        [(40, "people", "unknown"), (12, "women and children", "civilians")],
    ),
    # a count of their own, or people known before, are not among the twelve
    (
        "Twelve women and nine children were killed.",
        [(12, "women", "civilians"), (9, "children", "civilians")],
    ),
    (
        "Forty people, including 12 women, children and two priests, were killed.",
        [(40, "people", "unknown"), (12, "women", "civilians"), (2, "priests", "civilians")],
    ),
    # who was only hurt was not killed
    ("A mine killed 12 herders and injured farmers.", [(12, "herders", "civilians")]),
    # one person is no two kinds
    ("A nurse and teachers were killed.", [(1, "nurse", "civilians")]),
]


@pytest.mark.parametrize(("text", "told"), SHARED)
def test_who_shares_a_count(text: str, told: Told) -> None:
    """Victims and their status are those of all whom the count counts."""
    found = [(c.quantity.best, c.victim, c.victim_group) for c in read_casualties(text)]
    assert found == told
