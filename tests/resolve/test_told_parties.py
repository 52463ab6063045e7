"""A desk that lists no parties has those whom its articles name, in colours that stay."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.ledger import Row
from briefing.resolve.told_parties import told_parties
from briefing.rows import party_colours


def rows(gainers: dict[str | None, int], blamed: dict[str | None, int]) -> dict[str, list[Row]]:
    """Changes of hands and harm, each put down to a party by so many claims."""
    return {
        "control": [{"gainer": name, "claim_ids": ["c"] * n} for name, n in gainers.items()],
        "events": [{"perpetrator": name, "claim_ids": ["c"] * n} for name, n in blamed.items()],
    }


TOLD: list[tuple[dict[str | None, int], dict[str | None, int], list[str]]] = [
    # what took a place and what did harm count alike; the one told most often comes first
    ({"M23": 2}, {"M23": 2, "FARDC": 3}, ["M23", "FARDC"]),
    # as often told: in the order of the alphabet, whatever the order of the rows
    ({"M23": 2, "FARDC": 2}, {}, ["FARDC", "M23"]),
    # one claim may be a slip
    ({"M23": 2, "Wazalendo": 1}, {}, ["M23"]),
    # a state's forces are its own, under the name told most often
    ({"Russian forces": 3, "Wagner Group": 2}, {"Russia": 1}, ["Russian forces", "Wagner Group"]),
    # nobody's name is none
    ({None: 5, "rebels": 4}, {"gunmen": 3, "Gunmen": 3, "M23": 2}, ["M23"]),
    ({}, {}, []),
]


@pytest.mark.parametrize(("gainers", "blamed", "names"), TOLD)
def test_those_told_of_most_are_parties(
    gainers: dict[str | None, int], blamed: dict[str | None, int], names: list[str]
) -> None:
    """By name, as many claims put something down to them."""
    assert _names(told_parties(rows(gainers, blamed), [], most=6)) == names


def test_a_party_keeps_its_place_and_so_its_colour() -> None:
    """Those of the edition before stand first, in its order; beyond the colours nobody is one."""
    before = [{"name": "FARDC", "aliases": (), "colour": None}]
    told = told_parties(rows({"M23": 9, "ADF": 3, "CODECO": 2}, {}), before, most=3)
    assert _names(told) == ["FARDC", "M23", "ADF"]


def test_a_side_has_one_colour_under_all_its_names() -> None:
    """ "Russian forces" of this week have the colour that Russia had in the last."""
    before: list[dict[str, Any]] = [
        {"name": "Ukraine", "aliases": [], "colour": None},
        {"name": "Russia", "aliases": ["Kremlin"], "colour": None},
    ]
    told = told_parties(rows({"Russian forces": 1, "Russia": 4}, {}), before, most=6)
    colours = party_colours({"parties": told})
    assert colours["Russia"] == colours["Kremlin"] == colours["Russian forces"]
    assert colours["Russia"] != colours["Ukraine"]


def _names(parties: list[dict[str, Any]]) -> list[str]:
    return [party["name"] for party in parties]
