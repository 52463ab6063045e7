"""Which of the places of one name is meant, and whether a place is meant at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final

from briefing.places.gazetteer import Entry, gazetteer
from briefing.places.keys import exact_key
from briefing.places.mentions import Mention
from briefing.places.region import Region
from briefing.places.words import capitals, words

_CAPITALS: Final = capitals()
_WRITTEN_OVER_COUNTRIES: Final = words("written_over", "countries")

KM_PER_DEGREE: Final = 111.2
NEAR_KM: Final = 300.0  # within this distance places support each other
# Of latitude: what lies farther off need not be measured
NEAR_DEGREES: Final = NEAR_KM / KM_PER_DEGREE

# Weights add up; one point is worth a tenfold population.
IN_REGION: Final = 4.0
NEAR_FOCUS: Final = 1.5
NAMED_COUNTRY: Final = 3.0
IN_CONTAINER: Final = 6.0  # "Rockville, Maryland"
NEAR_ANCHORS: Final = 3.0
MAIN_NAME: Final = 1.0
LIKE_NAME: Final = 0.5  # an alternate name that is the main one in other letters: "Odessa"
LIKENESS: Final = 0.7  # of two names from which they are one in other letters
DIVISION_BASE: Final = 6.2  # a division weighs as much as a town of about 1 500 000
CAPITAL: Final = 2.0
DIVISION_SAID: Final = 8.0  # "Idlib province"

_CONTAINER_GAPS: Final = (", ", " (", ", in ", " in ", ", northern ", ", southern ", " in the ")
CAPITAL_SIZE: Final = 50_000  # keeps its village namesakes in the same country apart
SEAT: Final = 1_000  # inhabitants from which a town takes the bare name of its division


@dataclass
class Setting:
    """What else decides: the desk's region, the countries in the text, places already sure."""

    region: Region | None
    countries: set[str]
    anchors: list[tuple[float, float]] = field(default_factory=list)

    def in_region(self, entry: Entry) -> bool:
        """Whether an entry lies in the desk's region."""
        return self.region is not None and entry.country in self.region.countries

    def is_abroad(self, entry: Entry) -> bool:
        """Whether an entry lies outside the desk's region, in a country the text does not name.

        A desk's unknown village must not become its namesake across the border.
        """
        has_region = self.region is not None and bool(self.region.countries)
        return has_region and not self.in_region(entry) and entry.country not in self.countries

    def is_far(self, entry: Entry) -> bool:
        """Whether an entry lies far from all that is sure, in a country the text does not name."""
        named = self.in_region(entry) or entry.country in self.countries
        return bool(self.anchors) and not named and not self.supports(entry)

    def supports(self, entry: Entry) -> bool:
        """Whether region, text or sure places nearby speak for an entry.

        That the text names the country is enough only where names are written over from another
        script, and so in several ways.
        """
        written_over = entry.country in _WRITTEN_OVER_COUNTRIES
        return (
            (written_over and entry.country in self.countries)
            or self.in_region(entry)
            or nearness(entry, self.anchors) > 0
        )


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance of two points (latitude, longitude) on a plane that fits short ways."""
    dy = a[0] - b[0]
    dx = abs(a[1] - b[1])
    dx = min(dx, 360 - dx) * math.cos(math.radians((a[0] + b[0]) / 2))
    return math.hypot(dx, dy) * KM_PER_DEGREE


def nearness(entry: Entry, points: Sequence[tuple[float, float]]) -> float:
    """1 at one of the points, falling to 0 at ``NEAR_KM``."""
    if not points:
        return 0.0
    here = (entry.latitude, entry.longitude)
    beside = [point for point in points if abs(point[0] - here[0]) < NEAR_DEGREES]
    if not beside:
        return 0.0
    return max(0.0, 1 - min(distance_km(here, point) for point in beside) / NEAR_KM)


@lru_cache(maxsize=64)
def focus_points(region: Region) -> tuple[tuple[float, float], ...]:
    """Where the desk looks most, from the names in its region."""
    found = gazetteer().lookup_all(region.focus)
    return tuple(
        (entry.latitude, entry.longitude)
        for name in region.focus
        for entry in found[name]
        if entry.country in region.countries
    )


def score(entry: Entry, mention: Mention, container: Mention | None, setting: Setting) -> float:
    """How well an entry fits a mention; comparable between entries of one name."""
    value = _prior(entry, mention)
    if setting.region and setting.in_region(entry):
        value += IN_REGION + NEAR_FOCUS * nearness(entry, focus_points(setting.region))
    if entry.country in setting.countries:
        value += NAMED_COUNTRY
    if container and lies_in(entry, container):
        value += IN_CONTAINER
    return value + NEAR_ANCHORS * nearness(entry, setting.anchors)


def _prior(entry: Entry, mention: Mention) -> float:
    division = entry.kind == "admin1"
    value = DIVISION_BASE if division else math.log10(entry.population + 100)
    if division and mention.division:
        value += DIVISION_SAID
    elif not division and _CAPITALS.get(mention.name) == entry.country:
        value += CAPITAL if entry.population >= CAPITAL_SIZE else 0
    if entry.main or entry.loose:
        return value + MAIN_NAME * (1 if entry.main else -1)
    return value + LIKE_NAME * _alike(mention.name, entry.name)


@lru_cache(maxsize=50_000)
def _alike(one: str, other: str) -> bool:
    """Whether two names are one in other letters: "Sloviansk", "Slovyansk", and no "Nikopol"."""
    first, second = exact_key(one), exact_key(other)
    if first[:1] != second[:1] or first.count(" ") != second.count(" "):
        return False
    return SequenceMatcher(None, first, second).ratio() >= LIKENESS


def lies_in(entry: Entry, container: Mention) -> bool:
    """Whether an entry lies in the country or division that a mention names."""
    if container.phrase:
        within = container.phrase.kind != "feature"  # a village is near an airbase, not in it
        return within and container.phrase.country == entry.country
    return entry.kind != "admin1" and any(
        division.country == entry.country and division.name == entry.admin1
        for division in container.entries
        if division.kind == "admin1"
    )


def choose(
    mention: Mention, container: Mention | None, setting: Setting, *, division: bool = False
) -> Entry | None:
    """The best entry; a skeleton match only where region or text speak for its country.

    ``division`` says that the name stands where a division's does, though no word says so.
    """
    if not mention.entries:
        return None
    fitting = [e for e in mention.entries if not e.loose or setting.supports(e)]
    divisions = [e for e in fitting if e.kind == "admin1"]
    if division and divisions:
        fitting = divisions
    elif divisions and not mention.division:
        fitting = [e for e in fitting if not _has_seat(e, fitting)]
    if len(fitting) == 1:
        return fitting[0]
    return max(
        fitting, key=lambda e: (score(e, mention, container, setting), e.population), default=None
    )


def _has_seat(division: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a town of the same name lies in a division: then the bare name is the town's."""
    return division.kind == "admin1" and any(
        e.kind != "admin1"
        and (e.country, e.admin1) == (division.country, division.name)
        and e.population >= SEAT
        for e in entries
    )


def find_containers(mentions: Sequence[Mention], text: str) -> dict[int, Mention]:
    """Per index of a mention the country or division that follows it: "Atarib, Aleppo province".

    A list of equals ("Texas, Utah, Washington") holds no containers: a division is contained only
    by its country.
    """
    found: dict[int, Mention] = {}
    for index, (mention, following) in enumerate(pairwise(mentions)):
        beside = text[mention.end : following.start] in _CONTAINER_GAPS
        larger = following.phrase is not None or not _is_division(mention)
        if beside and larger and any(lies_in(entry, following) for entry in mention.entries):
            found[index] = following
    return found


def _is_division(mention: Mention) -> bool:
    """Whether a name is first of all a division's, as American and Indian states are."""
    seats = [e for e in mention.entries if e.kind == "admin1" and e.main]
    return any(not _has_seat(e, mention.entries) for e in seats)
