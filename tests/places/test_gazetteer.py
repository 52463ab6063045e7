"""The index is built once, in the right folder, and finds towns under all their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.places import cache, index, prepare_gazetteer
from briefing.places.gazetteer import Gazetteer, gazetteer

TOWN: dict[str, Any] = {
    "geonameid": 170063,
    "name": "Aleppo",
    "latitude": 36.2,
    "longitude": 37.16,
    "countrycode": "SY",
    "population": 2_098_210,
    "admin1code": "09",
    "alternatenames": ["Halab", "ALP", "Alep", "حلب"],
}


@pytest.fixture
def small_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of one town and every division, in a folder of its own."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))
    monkeypatch.setattr(index, "_read_towns", lambda: [TOWN])
    return prepare_gazetteer()


def test_index_lies_in_the_chosen_folder(small_index: Path, tmp_path: Path) -> None:
    """BRIEFING_CACHE names the folder, and nothing unfinished is left in it."""
    assert list(tmp_path.iterdir()) == [small_index]


def test_second_call_builds_nothing(small_index: Path) -> None:
    """An index that is there is used as it is."""
    before = small_index.stat().st_mtime_ns
    assert prepare_gazetteer(lambda *_: pytest.fail("built again")) == small_index
    assert small_index.stat().st_mtime_ns == before


def test_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that breaks off must leave neither an index nor its unfinished file."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))
    monkeypatch.setattr(index, "_read_towns", lambda: [TOWN, {}])
    with pytest.raises(KeyError):
        prepare_gazetteer()
    assert list(tmp_path.iterdir()) == []


def test_unwritable_folder_falls_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache folder cannot be made the temporary folder is taken."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("BRIEFING_CACHE", str(blocked / "cache"))
    monkeypatch.setattr("briefing.places.cache.tempfile.gettempdir", lambda: str(tmp_path))
    assert cache.index_path().parent == tmp_path / "briefing-cache"


def test_build_reports_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set-up can show how far the build is: shares grow from 0 to 1."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))
    monkeypatch.setattr(index, "_read_towns", lambda: [TOWN])
    shares: list[float] = []
    prepare_gazetteer(lambda _step, share: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("name", ["Aleppo", "ALEPPO", "Halab", "Ḥalab", "حلب"])
def test_town_answers_to_all_its_names(small_index: Path, name: str) -> None:
    """Main and alternate names find the town, with its division named by the map."""
    assert small_index.exists()
    town = next(e for e in Gazetteer().lookup(name) if e.kind == "settlement")
    assert (town.name, town.country, town.admin1, town.geonameid) == (
        "Aleppo",
        "SY",
        "Aleppo",
        170063,
    )


def test_airport_codes_are_no_names(small_index: Path) -> None:
    """ALP is the airport's code, not a name that a report would use for the town."""
    assert small_index.exists()
    assert Gazetteer().lookup("ALP") == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kiev", "Kyiv"),  # former spelling
        ("Artemivsk", "Bakhmut"),  # former name
        ("Atareb", "Al Atārib"),  # by its skeleton
        ("Darat Izza", "Dārat ‘Izzah"),  # by its skeleton
        ("Deir Ezzor", "Deir ez-Zor"),  # a name the division lends to its town
        ("El Fasher", "El Fasher"),  # Sudan
        ("Khan Younis", "Khān Yūnis"),  # Gaza
    ],
)
def test_world_is_known_down_to_small_towns(name: str, expected: str) -> None:
    """Names as news writes them find the town GeoNames lists."""
    towns = [entry for entry in gazetteer().lookup(name) if entry.kind == "settlement"]
    assert towns[0].name == expected


def test_divisions_are_places(small_index: Path) -> None:
    """A first-level division can be looked up under its English name."""
    assert small_index.exists()
    entry = Gazetteer().lookup("North Kivu")[0]
    assert (entry.kind, entry.country, entry.geonameid) == ("admin1", "CD", None)
