"""Rows of the ledger as the brief names them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.resolve.comparable import subject_of, victim_of
from briefing.rows import located, shown_place, shown_spot
from tests.ledgers import counted


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"place": "Bukavu", "place_as_written": "BUKAVU"}, "Bukavu"),  # a dateline
        ({"place": "KSA", "place_as_written": "KSA"}, "KSA"),  # an acronym
        ({"place": "Ma‘arrat", "place_as_written": "Maarrat"}, "Maarrat"),  # the press's spelling
        # a state, told by a dateline's town: "throughout the country"
        ({"place": "Sudan", "place_as_written": "KHARTOUM", "place_kind": "country"}, "Sudan"),
        ({"place": "Aleppo", "direction": "western"}, "western Aleppo"),
        ({"place": "Sake", "direction": "outskirts"}, "the outskirts of Sake"),
        ({"place": "Sake", "direction": "parts"}, "parts of Sake"),
        ({"place": "Sake", "also_at": ["Goma", "western Beni"]}, "Sake, Goma and western Beni"),
        ({"place": "Sake", "also_at": []}, "Sake"),
        ({"place": None}, ""),
    ],
)
def test_places_are_named_as_readers_know_them(row: dict[str, Any], shown: str) -> None:
    """In the press's spelling, with the side or part of the place that is meant."""
    assert shown_place(row) == shown


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ({"place": "Sake"}, " in Sake"),
        ({"place": "Aleppo", "direction": "western"}, " in western Aleppo"),
        ({"place": "Sake", "direction": "near"}, " near Sake"),
        ({"place": "Sake", "direction": "outside"}, " outside Sake"),
        ({"place": "Sake", "direction": "south of"}, " south of Sake"),
        ({"place": "Sake", "direction": "outskirts"}, " in the outskirts of Sake"),
        ({"place": None}, ""),
    ],
)
def test_where_something_was(row: dict[str, Any], where: str) -> None:
    """In a place, or beside it, as a sentence tells it."""
    assert located(row) == where


@pytest.mark.parametrize(
    ("group", "count", "subject"),
    [
        ("civilians", counted("exact", 1, "a"), "civilian killed"),
        ("combatants", counted("exact", 1, "a"), "combatant killed"),
        ("unknown", counted("exact", 1, "a"), "person killed"),
        ("civilians", counted("at_least", 1, "at least 1"), "civilians killed"),
        ("unknown", counted("exact", 2, "two"), "people killed"),
    ],
)
def test_one_is_one(group: str, count: dict[str, Any], subject: str) -> None:
    """A count of one is told in the singular."""
    assert (
        subject_of({"victim_group": group, "outcome": "killed", "victim": None} | count) == subject
    )


@pytest.mark.parametrize(
    ("victim", "told"),
    [
        ("wounded people", "people"),
        ("displaced families", "families"),
        ("M23 fighters", "M23 fighters"),
        ("wounded", "people"),  # nothing else is said of them
        (None, "people"),
    ],
)
def test_what_befell_them_is_said_once(victim: str | None, told: str) -> None:
    """A victim's name does not repeat the outcome that stands beside it."""
    row = {"victim_group": "unknown", "outcome": "injured", "victim": victim}
    assert victim_of(row | counted("exact", 5, "five")) == told


@pytest.mark.parametrize(
    ("place", "spot", "shown"),
    [
        ("Sake", "busy market", "busy market"),
        ("Sake", None, ""),
        (None, "market", "market"),
        ("Saudi Hospital", "Saudi Hospital", ""),  # a place by that name
        ("Maternity Hospital", "Saudi Maternity Hospital", ""),
    ],
)
def test_a_spot_is_told_once(place: str | None, spot: str | None, shown: str) -> None:
    """Beside the place in which it lies, and not beside its own name."""
    assert shown_spot({"place": place, "where_description": spot}) == shown
