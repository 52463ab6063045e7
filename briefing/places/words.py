"""The vocabulary of place names, read once from ``briefing/lexicon``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from briefing.lexicon import load, word_set
from briefing.lexicon.nearby import find_all
from briefing.models import PlaceKind
from briefing.records import record

SHORTEST_CAPITALS: Final = 3  # letters; a dateline writes SYRIA, and UAE stands in capitals anyway

PhraseKind = Literal["country", "demonym", "office", "area", "region", "feature"]


@record(frozen=True)
class Feature:
    """What a noun after a name makes of it, or what a known feature is."""

    kind: PlaceKind
    precision: int
    known: bool = False  # only after a name that the gazetteer knows


@record(frozen=True)
class Phrase:
    """A fixed name: a country, its people, a seat of government, a larger area, a known feature."""

    kind: PhraseKind
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: Feature | None = None


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A word list of ``places.toml``."""
    return word_set("places", table, key)


@cache
def any_of(table: str, key: str = "words") -> str:
    """The words of a list as alternatives of a pattern."""
    return alternatives(words(table, key))


def alternatives(phrases: Iterable[str]) -> str:
    """Phrases as alternatives of a pattern, the longest first: none hides one that it begins."""
    return "|".join(sorted(phrases, key=len, reverse=True))


@cache
def features() -> dict[str, Feature]:
    """Feature nouns in lower case."""
    return {
        word: Feature(rule["kind"], rule["precision"], rule.get("known", False))
        for rule in load("places")["feature"]
        for word in rule["words"]
    }


@cache
def land_nouns(side: Literal["before", "after"]) -> dict[str, PlaceKind]:
    """Nouns of the land that stand before or after a name, and what they make of it."""
    return {word: rule["kind"] for rule in load("places")["land"] for word in rule[side]}


def names_villages(word: str) -> bool:
    """ "tell", "kafr": the first word of many a village's name."""
    return land_nouns("before").get(word) == "settlement"


class Road(NamedTuple):
    """A pattern of roads; its group ``name`` is the road's own name."""

    pattern: re.Pattern[str]
    within: int  # characters from …
    needs: tuple[str, ...]  # … one of these, which stands in it or beside it …
    like: re.Pattern[str] | None  # … and this does

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The roads of a text."""
        for start, end in self._stretches(text):
            if self.like is None or self.like.search(text, start, end):
                yield from self.pattern.finditer(text, start, end)

    def _stretches(self, text: str) -> list[tuple[int, int]]:
        """Where in the text there may be such a road, soon found; what meets is one stretch."""
        stretches: list[tuple[int, int]] = []
        for at in sorted(self._anchors(text)):
            start, end = max(0, at - self.within), at + self.within
            if stretches and start <= stretches[-1][1]:
                start, _ = stretches.pop()
            stretches.append((start, end))
        return stretches

    def _anchors(self, text: str) -> Iterator[int]:
        if self.like and not self.needs:
            yield from (match.start() for match in self.like.finditer(text))
        for word in self.needs:
            yield from find_all(text, word)


@cache
def highways() -> tuple[Road, ...]:
    """How roads are written."""
    rules = load("places")["highway"]
    return tuple(
        Road(
            re.compile(rule["pattern"]),
            rule["within"],
            tuple(rule.get("needs", ())),
            re.compile(rule["like"]) if "like" in rule else None,
        )
        for rule in rules
    )


@cache
def phrases() -> dict[str, Phrase]:
    """Fixed names as written: countries, demonyms, offices, areas."""
    found: dict[str, Phrase] = {}
    lexicon = load("places")
    for rule in lexicon["area"]:
        found |= {name: Phrase("area", name) for name in rule["names"]}
    for people in words("peoples"):
        found[people] = Phrase("demonym", people)
    for organisation in words("organisations", "names"):
        found[organisation] = Phrase("office", organisation)
    for code, country in load("countries").items():
        found |= _country_phrases(code, country)
    for rule in lexicon["region"]:
        point = rule["latitude"], rule["longitude"]
        for name in rule["names"]:
            found[name] = Phrase("region", rule["names"][0], rule["country"], *point)
    return found | {
        name.upper(): phrase
        for name, phrase in found.items()
        if phrase.kind == "country" and len(name) > SHORTEST_CAPITALS
    }


def _country_phrases(code: str, country: dict[str, Any]) -> dict[str, Phrase]:
    name = country["name"]
    offices = [word for word in country.get("metonyms", []) if _is_office(word)]
    peoples = country.get("demonyms", []) + country.get("people", [])
    found = {word: Phrase("demonym", name, code) for word in peoples}
    found |= {word: Phrase("office", name, code) for word in offices}
    names = [name, *country.get("also", [])]
    return found | {word: Phrase("country", name, code) for word in names}


def stands_for_state(name: str) -> bool:
    """Whether a town's name may mean its government: "a truce between Islamabad and Kabul"."""
    return name in capitals()


@cache
def capitals() -> dict[str, str]:
    """Towns that stand for their state when it acts, with the state's code."""
    return {
        word: code
        for code, country in load("countries").items()
        for word in country.get("metonyms", [])
        if not _is_office(word)
    }


def _is_office(word: str) -> bool:
    return word in words("offices") or word.startswith("the ")
