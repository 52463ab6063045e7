"""Places are found where a text names them, and nowhere else."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.models import Place
from briefing.places import Region, find_places, locate

SYRIA = Region(("SY",), ("Aleppo", "Idlib"))
SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "seed-article.txt"


def names(text: str, near: Region | None = None) -> list[str]:
    """The places of a text as it writes them."""
    return [place.as_written for place in find_places(text, near=near)]


def only(text: str, near: Region | None = SYRIA) -> Place:
    """The one place of a text."""
    (place,) = find_places(text, near=near)
    return place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # countries and towns
        ("Fighting in Aleppo and Idlib.", ["Aleppo", "Idlib"]),
        ("Shells fell on Syria’s Atarib.", ["Syria", "Atarib"]),
        ("KYIV (Agency) — Drones hit Kharkiv.", ["KYIV", "Kharkiv"]),
        ("DAMASCUS, SYRIA — Shells fell.", ["DAMASCUS", "SYRIA"]),
        ("Clashes in Deir al Zor on Monday.", ["Deir al Zor"]),
        # a name in a list shares the cue before it
        ("They took the villages of Qaraba, Nahshaba and Zorba.", ["Qaraba", "Nahshaba", "Zorba"]),
        # names that hold a country's name
        ("Aid entered the Gaza Strip from New Mexico.", ["Gaza Strip", "New Mexico"]),
        # a fixed name that reaches over two runs of capitals
        ("Islamic State of Iraq and the Levant fighters left Idlib.", ["Idlib"]),
        ("Two men were shot in Jammu and Kashmir.", ["Jammu and Kashmir"]),
        # a crossing, however small what it is named after
        ("Three men fell at Karni crossing.", ["Karni crossing"]),
        ("He tried to flee the Trujillo prison.", ["Trujillo prison"]),
        # a community is a place's, and with "the" a people's
        ("Gunmen attacked Yelwata community in Nigeria.", ["Yelwata", "Nigeria"]),
        ("Leaders of the Dinka community met in Bor.", ["Bor"]),
        # what says who holds a place belongs to no name, and hides none
        ("Jets hit a depot in Feodosia, in Russian-occupied Crimea.", ["Feodosia", "Crimea"]),
        (
            "Two men died in rebel-held Qanzura and Houthi-controlled Hodeidah.",
            ["Qanzura", "Hodeidah"],
        ),
        ("They live in Deir-ez-Zor.", ["Deir-ez-Zor"]),
        ("They live in al-Hit.", ["al-Hit"]),
        # "City" goes with a town that a list has without it
        ("Two men were shot in Kandahar City by gunmen.", ["Kandahar City"]),
        ("Manchester City won.", []),
        # titles that places bear
        ("A market in the town of Sheikh Zuweid in Sinai.", ["Sheikh Zuweid", "Sinai"]),
        ("They took Sheikh Sa'eed District of Aleppo.", ["Sheikh Sa'eed District", "Aleppo"]),
        ("They met Sheikh Sa'eed.", []),
        # what follows an adjective is the place
        ("A bus left the Shi'ite holy city of Karbala.", ["Karbala"]),
        ("They died in the Orontian capital Goma.", ["Goma"]),
        # what has several quarters is the city
        ("Bombs exploded in different neighborhoods of Baghdad.", ["Baghdad"]),
        # what an attack killed is told of where it struck
        ("This week a suicide attack on Azaz killed 30 men.", ["Azaz"]),
        ("Rebels attacked Qanzura, killing two men.", ["Qanzura"]),
        # a language
        ("It was written in English and Hindi.", []),
        # a name is whole with its land or division
        ("Near Lake Erie and the Qandil Mountains.", ["Lake Erie", "Qandil Mountains"]),
        ("A fire in Monroe County.", ["Monroe County"]),
        # an unknown name behind "at", where people were harmed or something stood
        ("Gunmen killed four farmers at Qanzura.", ["Qanzura"]),
        ("A mine hit the checkpoint at Qanzura.", ["Qanzura"]),
        # an unknown name whose whereabouts are told
        ("They burnt Qanzura, 12 km east of Idlib.", ["Qanzura", "Idlib"]),
        ("They burnt Qanzura, a small village in Idlib.", ["Qanzura", "Idlib"]),
        ("Residents of Qanzura said so.", ["Qanzura"]),
        ("They attacked Qanzura, where a clinic burned.", ["Qanzura"]),
        ("Qanzura, 12 km east of Idlib, was burnt.", ["Qanzura", "Idlib"]),
    ],
)
def test_places_are_found(text: str, expected: list[str]) -> None:
    """Names of places are found whole, in reading order."""
    assert names(text, SYRIA) == expected


@pytest.mark.parametrize(
    "text",
    [
        "President Bashar al-Assad met Governor Houston.",  # titles
        "Paris Hilton and John Lebanon laughed.",  # a place's name inside a person's
        "Houston said he was sorry. Philmont, 39, agreed.",  # people speak and have ages
        "Hayat Tahrir al-Sham and the Kyiv Post.",  # organisations
        "The Bank of England and the Department of Health.",  # organisations by "of"
        "Most police hope for victory in May. Reading is nice.",  # common words
        "Russian jets and Syrian troops.",  # peoples
        "The FSA and the MoD denied it.",  # acronyms
        "Moscow warned that Ankara fears a wave. The Kremlin denied it.",  # governments
        "It cost US$2.4 million.",  # currencies
        "The U.N. and NW agencies, Saba news agency reported.",  # initials and outlets
        "I’ve read it. Again I swear.",  # first persons
    ],
)
def test_other_names_are_left_alone(text: str) -> None:
    """Persons, organisations, common words, peoples and governments are no places."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "precision", "direction"),
    [
        ("killed in Aleppo", "settlement", 1, None),
        ("in western Aleppo", "settlement", 2, "western"),
        ("in the western countryside of Aleppo", "settlement", 2, "western"),
        ("in Aleppo’s southern countryside", "settlement", 2, "southern"),
        ("in rural Idlib", "settlement", 2, "rural"),
        ("south of Aleppo", "settlement", 2, "south of"),  # beside it, not a part of it
        ("in Manbij district", "area", 3, None),
        ("in Idlib province", "admin1", 4, None),
        ("in the province of Idlib", "admin1", 4, None),
        ("in northern Idlib province", "admin1", 4, "northern"),
        ("in Deir Ezzor Governorate", "admin1", 4, None),
        ("in northern Syria", "country", 5, "northern"),
        ("across Syria", "country", 6, None),
        ("in the Middle East", "area", 5, None),
        ("along the strategic M5 highway", "highway", 5, None),
        ("on the Aleppo-Damascus road", "highway", 5, None),
        ("on the Deir Ezzor - Al Mayadin highway", "highway", 5, None),
        ("at Aleppo’s airport", "airport", 2, None),
        ("at Aleppo International Airport", "airport", 2, None),
        ("near Kuweires airbase", "base", 2, None),
        ("at the Bab al-Hawa crossing", "crossing", 2, None),
        ("at the Tishreen Dam", "site", 2, None),
        ("at the Qarabalik Dam", "site", None, None),
    ],
)
def test_kind_precision_and_direction(
    text: str, kind: str, precision: int | None, direction: str | None
) -> None:
    """The words around a name say what it is and how exact it is."""
    place = only(text)
    assert (place.kind, place.where_prec, place.direction) == (kind, precision, direction)


def test_both_names_of_a_plural_are_provinces() -> None:
    """ "Aleppo and Idlib provinces" are two provinces, not a town and a province."""
    assert [p.kind for p in find_places("gains in Aleppo and Idlib provinces")] == ["admin1"] * 2


@pytest.mark.parametrize(
    ("text", "near", "country"),
    [
        ("in Tripoli", Region(("LB",)), "LB"),  # the desk's region first
        ("in Tripoli", Region(("LY",)), "LY"),
        ("Lebanese troops were in Tripoli.", None, "LB"),  # then the countries of the text
        ("in Tripoli", None, "LY"),  # then population
        ("in Paris, Texas", None, "US"),  # a division beside the name
        ("in Córdoba, Colombia", None, "CO"),  # a country beside the name
    ],
)
def test_namesakes_are_told_apart(text: str, near: Region | None, country: str) -> None:
    """Region, countries in the text, containers and population decide, in that order."""
    assert find_places(text, near=near)[-1 if "Lebanese" in text else 0].country == country


def test_unknown_name_stays_a_name() -> None:
    """A name that a cue makes a place keeps its spelling and gets no coordinates."""
    place = only("in the village of Qarabalik Foqani")
    assert (place.name, place.latitude, place.resolved) == ("Qarabalik Foqani", None, False)


@pytest.mark.parametrize(
    "text",
    [
        "An analyst at Brightwater said so.",
        "It was at Brightwater's request, for farmers at Brightwater's gate.",
        "Omari, a village chief, was shot.",
        "Omari, 12, was shot.",
        "He joined Brightwater, where he wrote.",
    ],
)
def test_at_and_appositions_make_no_place(text: str) -> None:
    """An institution and a person are no places, whatever stands beside them."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Shelling in Mambasa near Lubero in Congo.", False),  # the port is Mombasa
        ("A ship left Mombasa in Kenya.", True),
        ("Soldiers killed nine men in Tana village.", False),  # a capital is no village
        ("Soldiers killed nine men in Sare, a hamlet near Mopti.", False),
        ("Rebels left the Santa Marta neighborhood of San Salvador.", False),  # Colombia's city
        ("Rebels left Santa Marta in Colombia.", True),
        ("Officials in Bombay and New Delhi met.", True),
        ("Envoys left Kiev for Warsaw.", True),
        ("In Maki, soldiers shot a teacher, the police of Indonesia said.", False),  # Japan's town
        ("In Karkal, shells hit a school, as elsewhere in Sudan.", False),  # not the one in India
        ("In Yerevan, envoys spoke of the shelling in Azerbaijan.", True),
    ],
)
def test_other_spellings_need_support(text: str, known: bool) -> None:
    """What a far city was once called is not that city, nor is a village one."""
    assert (find_places(text)[0].geonameid is not None) is known


def test_foreign_hamlet_is_not_forced() -> None:
    """A hamlet nothing speaks for is not given its coordinates."""
    assert only("near Barhaliya", None).latitude is None


@pytest.mark.parametrize(
    ("name", "near", "kind", "expected"),
    [
        ("Aleppo", None, None, ("settlement", "Aleppo")),
        ("Idlib", None, "admin1", ("admin1", "Idlib")),  # the kind decides
        ("Aleppo province", None, None, ("admin1", "Aleppo")),  # so does the word
        ("Syria", None, None, ("country", "Syria")),
        ("Atareb", SYRIA, None, ("settlement", "Al Atārib")),  # by its skeleton in the region
    ],
)
def test_locate(
    name: str, near: Region | None, kind: str | None, expected: tuple[str, str]
) -> None:
    """A bare name is located, offsets counted within it."""
    place = locate(name, near=near, kind=kind)  # type: ignore[arg-type]
    assert place is not None
    assert (place.kind, place.name) == expected
    assert (place.start, place.end) == (0, len(name))


def test_unknown_name_is_not_located() -> None:
    """A name nobody knows has no place."""
    assert locate("Qarabalik Foqani") is None


@given(st.text(alphabet="Aleppo IdlibSyria’s,.of the province\n", max_size=200))
@settings(max_examples=60)
def test_offsets_hold_on_any_text(text: str) -> None:
    """Whatever the text, a place's offsets give its words, in order and without overlap."""
    places = find_places(text, near=SYRIA)
    assert all(text[p.start : p.end] == p.as_written for p in places)
    assert all(a.end <= b.start for a, b in itertools.pairwise(places))


@pytest.mark.parametrize("unit", ["Aleppo ", "Aleppo, ", "Al-", "Al-A ", "Lake ", "the west of "])
def test_time_grows_with_length(unit: str) -> None:
    """Repetition must not make the work grow faster than the text."""
    started = time.perf_counter()
    find_places(unit * (60_000 // len(unit)), near=SYRIA)
    assert time.perf_counter() - started < 10


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside this repository")
def test_seed_article() -> None:
    """The places a reader would mark in the seed article, and no person or organisation."""
    places = find_places(SEED.read_text(encoding="utf-8"), near=Region(("SY",)))
    found = {(place.as_written, place.kind) for place in places}
    assert found >= {
        ("Aleppo", "admin1"), ("Idlib", "admin1"), ("Idlib", "settlement"),
        ("Atarib", "settlement"), ("Darat Izza", "settlement"), ("Ukraine", "country"),
        ("Russia", "country"), ("Iran", "country"), ("Turkey", "country"),
        ("M5 highway", "highway"), ("Aleppo’s airport", "airport"), ("Middle East", "area"),
    }  # fmt: skip
    assert not [p for p in places if "Sham" in p.as_written or "Assad" in p.as_written]
    assert ("Syria", "northern") in {(p.as_written, p.direction) for p in places}


NAMESAKES = [
    # a district of which nobody has a place is no city on another continent, nor is its bare name
    ("Rebels hold Palma. Men died in the district of Palma, and in Maputo and Pemba.", None),
    ("Men died in Palma district, in Maputo and in Pemba. Others fled to Palma.", None),
    # the text names the city's country
    ("In Spain a plane from Maputo and Pemba landed in Palma, in the district of Palma.", "ES"),
    # … or calls no district so
    ("A plane from Maputo and Pemba landed in Palma.", "ES"),
]


@pytest.mark.parametrize(("text", "country"), NAMESAKES)
def test_a_district_is_no_far_city_of_its_name(text: str, country: str | None) -> None:
    """One sense per text: a name that is a district's here is not a known city's far away."""
    found = [p for p in find_places(text) if p.name.startswith("Palma")]
    assert found
    assert {place.country for place in found} == {country}
