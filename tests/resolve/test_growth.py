"""Reconciling grows with the number of articles and hardly faster, whatever they tell."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.ledger import Row, make_rows
from briefing.models import Place, When
from briefing.resolve import cluster, incidents, resolve
from tests.claims import ATARIB, article, casualty, change, exactly, extraction

SMALL, LARGE = 300, 1200
MOST = 40  # comparisons for one telling
PLACES = 40


def rows_of(number: int) -> dict[str, list[Row]]:
    """A crowded week: few places, few days, counts of all sizes, whoever says so."""
    chance, made = random.Random(number), []
    for n in range(number):
        of = article(n + 1)
        day = date(2024, 11, 24) + timedelta(days=chance.randrange(5))
        told = When(day, day, 1, None, chance.choice(("stated", "dateline")))
        claim = casualty(
            of,
            by=f"source {chance.randrange(60)}",
            quantity=exactly(chance.randrange(1, 400)),
            place=chance.choice((None, town(chance.randrange(PLACES)))),
            when=told,
        )
        taken = change(of, quantity=None, unit=None, when=told)
        taken = replace(taken, places=(town(chance.randrange(PLACES)),))
        made.append(extraction(of, casualties=(claim,), territory=(taken,)))
    return make_rows(made, {})


def town(number: int) -> Place:
    """One of the places, some kilometres from the next."""
    latitude = 33 + number * 0.07
    return replace(ATARIB, name=f"Town {number}", geonameid=number, latitude=latitude)


def test_comparisons_grow_as_articles_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A telling is held against few others, however many articles there are."""
    counted = 0

    def counting(*args: object) -> object:
        nonlocal counted
        counted += 1
        return cluster.score(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(incidents, "score", counting)
    per_article = []
    for number in (SMALL, LARGE):
        counted = 0
        resolve(rows_of(number))
        per_article.append(counted / number)
    assert 1 < per_article[0] < MOST
    assert per_article[1] < MOST
