"""A village that no map has is one, however each article spells it."""

from __future__ import annotations

import pytest

from briefing.ledger import Row
from briefing.resolve.spellings import Spellings, Written


def village(name: str, latitude: float | None = None, country: str | None = None) -> Row:
    """A row that puts something into a village, on a map where it has a latitude."""
    return {
        "place": name,
        "place_as_written": name,
        "place_kind": "settlement",
        "country": country,
        "latitude": latitude,
    }


NAMES = [
    # joined and apart
    ([village("Pazigu"), village("Pazigu"), village("Pa Zi Gu")], {"Pazigu"}),
    # a vowel more, one of them on a map
    ([village("Yalwata", 7.8, "NG"), village("Yalewata")], {"Yalwata"}),
    # other letters for one sound
    ([village("Barsalogho", 13.4, "BF"), village("Barsalogo")], {"Barsalogho"}),
    # two vowels, two towns of the map, two countries, short names: two places
    ([village("Makindi"), village("Mukondi")], {"Makindi", "Mukondi"}),
    ([village("Kamanda", 1.0), village("Komanda", 2.0)], {"Kamanda", "Komanda"}),
    ([village("Pazigu", None, "MM"), village("Pa Zi Gu", None, "TH")], {"Pazigu", "Pa Zi Gu"}),
    ([village("Goma"), village("Gima")], {"Goma", "Gima"}),
]


@pytest.mark.parametrize(("rows", "names"), NAMES)
def test_spellings(rows: list[Row], names: set[str]) -> None:
    """What no map tells apart and one vowel at most tells apart is one, in any order."""
    for order in (rows, rows[::-1]):
        assert {row["place"] for row in Spellings(order).rename(order)} == names


def test_the_words_of_each_text_stay() -> None:
    """A row keeps what its text wrote."""
    rows = [village("Yalwata", 7.8, "NG"), village("Yalewata")]
    renamed = Spellings(rows).rename(rows)[1]
    assert (renamed["place_as_written"], renamed["latitude"]) == ("Yalewata", 7.8)


def test_other_kinds_of_places_stay() -> None:
    """A base is never a village of that name."""
    rows = [village("Pazigu"), village("Pazigu"), village("Pa Zi Gu") | {"place_kind": "base"}]
    assert Spellings(rows).rename(rows)[2]["place"] == "Pa Zi Gu"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (["El Fasher", "El-Fasher", "El-Fasher"], "El-Fasher"),  # the one told most often
        (["El-Fasher", "El Fasher"], "El Fasher"),  # as often: the map's
        (["El-Fasher", "Al-Fasher"], "Al-Fasher"),  # else the same in any order
        (["el-Fasher", "el-Fasher", "El Fasher"], "El Fasher"),  # a name has a capital
        (["the city", "El Fasher"], "El Fasher"),  # words that are no name are no spelling
    ],
)
def test_a_brief_spells_a_place_in_one_way(told: list[str], shown: str) -> None:
    """What the week's texts write most often stands for all spellings of one name."""
    rows = [at("El Fasher", written) for written in told]
    for order in (rows, rows[::-1]):
        names = [row["place_as_written"] for row in Written(order).unify(rows)]
        assert {name for name in names if name != "the city"} == {shown}


def test_another_name_of_a_place_is_no_spelling() -> None:
    """ "Rangoon" is not respelled as "Yangon", nor a town as the province of its name."""
    rows = [at("Yangon", "Yangon"), at("Yangon", "Rangoon"), at("Yangon", "Yan-gon", "admin1")]
    assert [row["place_as_written"] for row in Written(rows).unify(rows)] == [
        "Yangon",
        "Rangoon",
        "Yan-gon",
    ]


def at(place: str, written: str, kind: str = "settlement") -> Row:
    """A row that puts something into a place on the map, as a text writes it."""
    point = {"latitude": 13.6, "longitude": 25.3}
    return {"place": place, "place_as_written": written, "place_kind": kind, **point}
