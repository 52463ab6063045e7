"""Which place lies in which, as the text puts it: "Bermal district, Paktika province"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from briefing.lexicon import load
from briefing.models import Place
from briefing.places.behind import is_place_after, is_quarter
from briefing.places.words import alternatives, features, words
from briefing.records import replace

_FUZZY: Final = 5  # UCDP's where_prec of a line or a fuzzy area …
_NEAR: Final = 2  # … and of what is as good as a point: the quarter of a town
_DISTRICT: Final = 2  # breadth
_DEEPEST: Final = 4  # district, province, state: what a place lies within
_PREPOSITIONS: Final = r"(?:in|near|of|at|from|to|on|and|or|outside|around|toward|towards|between) "
_LONGEST: Final = 90  # characters between two names of one chain


def nest_places(text: str, places: Sequence[Place]) -> list[Place]:
    """``places`` with what each lies within, narrowest first.

    A name that is put within another once is within it throughout the text.
    """
    nested: list[Place] = []
    for place in reversed(places):
        following = nested[-1] if nested else None
        within = place.within
        if following and _lies_in(text, place, following):
            within = (following, *following.within[: _DEEPEST - 1])
        elif following and not following.within and _owns(text, place, following):
            nested[-1] = replace(following, within=(place,))
        nested.append(_put(place, within))
    nested.reverse()
    known = {_key(p): p.within for p in reversed(nested) if p.within}
    states = frozenset(p.country for p in places if p.kind == "country" and p.country)
    placed = [_put(p, p.within or known.get(_key(p), ())) for p in nested]
    namesakes = {p.as_written: p.within for p in placed if _is_namesake(p)}
    own = (_without_namesake(p, namesakes) for p in placed) if namesakes else placed
    return [_in_division(_by_bearing(place, states)) for place in own]


def _is_namesake(place: Place) -> bool:
    """ "Kohistan district of Badakhshan", where the gazetteer knows one in Herat alone."""
    division = next((p for p in place.within if p.kind == "admin1" and p.country), None)
    if division is None or breadth(place) >= breadth(division) or not place.admin1:
        return False
    return place.country == division.country and place.admin1 != division.admin1


def _without_namesake(place: Place, namesakes: Mapping[str, tuple[Place, ...]]) -> Place:
    """A name throughout the text without the coordinates of another place of that name."""
    if place.as_written not in namesakes or breadth(place) > _DISTRICT:
        return place
    return _unresolved(_put(place, namesakes[place.as_written]))


def _put(place: Place, within: tuple[Place, ...]) -> Place:
    return place if within is place.within else replace(place, within=within)


def breadth(place: Place) -> int:
    """How much a place covers: a town 1, a district 2, a division 3, a wider area 4, a state 5."""
    if place.kind == "country":
        return 5
    if place.kind == "area":
        return {_FUZZY: 4, _NEAR: 1}.get(place.where_prec or 0, 2)
    return 3 if place.kind == "admin1" else 1


def holds_states(place: Place) -> bool:
    """Whether a place is a part of the world with several states: "the Middle East"."""
    return place.kind == "area" and place.name in _of_states()


@cache
def _of_states() -> frozenset[str]:
    areas = (area for area in load("places")["area"] if area.get("states"))
    return frozenset(name for area in areas for name in area["names"])


def _key(place: Place) -> tuple[str, str, int | None]:
    return place.as_written, place.kind, place.geonameid


def _by_bearing(place: Place, states: frozenset[str]) -> Place:
    """ "Burkina Faso's Est region": many states name a division so, and another's is not meant."""
    if place.kind != "admin1" or place.as_written not in words("bearings", "names"):
        return place
    own = next((p.country for p in place.within if p.country), None)
    if place.country in ({own} if own else states or {place.country}):
        return place
    return _unresolved(place)


def _unresolved(place: Place) -> Place:
    return replace(
        place, name=place.as_written, country=None, admin1=None, latitude=None, longitude=None,
        where_prec=None, geonameid=None,
    )  # fmt: skip


def _in_division(place: Place) -> Place:
    """A place the gazetteer does not know takes state and division from what it lies within."""
    if place.country or not place.within:
        return place
    division = next((p for p in place.within if p.kind == "admin1"), None)
    country = next((p.country for p in place.within if p.country), None)
    admin1 = next((p.admin1 for p in place.within if p.admin1), None)
    return replace(place, country=country, admin1=division.name if division else admin1)


def _lies_in(text: str, place: Place, other: Place) -> bool:
    if other.start - place.end > _LONGEST:
        return False
    gap = _GAP.fullmatch(text, place.end, other.start)
    if gap is None:
        return False
    beside = "in " in gap.group() or "of " in gap.group()
    apposed = gap.group() == ", " and not _LISTED.match(text, other.end)  # "at Desa, Doda."
    unknown = place.where_prec is None and (beside or apposed)  # "in Jandar in Vazine district"
    region = place.kind == "admin1" and breadth(other) < breadth(place)
    known = (
        other.where_prec is not None
        or gap["larger"] in words("division", "larger")  # "Dianveli (commune of X)"
        or is_place_after(text, other.end)  # "in X village in Y district of Z"
        or _APPOSED.match(gap.group()) is not None  # "X, a community in Y"
    )
    quarter = place.kind == "area" and breadth(place) == breadth(other) == 1
    return (
        breadth(other) > breadth(place)
        or (quarter and other.kind == "settlement")
        or (unknown and (region or (breadth(other) == breadth(place) and known)))
    )


_APPOSED: Final = re.compile(r", (?:an?(?:other)?|the) [\w-]+ ")
_LISTED: Final = re.compile(r",? (?:and|or|&) [A-Z]|, [A-Z]")  # more names of a list


def _owns(text: str, place: Place, other: Place) -> bool:
    """ "Syria's Jaeber village", "Indonesia's main island of Java", "the Goma suburb of Sake"."""
    if other.start - place.end > _LONGEST:
        return False
    gap = _possessive().fullmatch(text, place.end, other.start)
    if gap is None:
        return False
    part = bool(gap["kind"]) or breadth(other) == _DISTRICT or is_quarter(text, other.end)
    return breadth(place) > breadth(other) or (part and breadth(place) == 1)


@cache
def _kinds() -> str:
    known = {*words("cues", "after"), *words("division", "singular"), *words("division", "below")}
    known |= {*words("division", "plural"), *features()}
    known |= {*words("division", "larger"), *words("division", "further")}
    known |= {word.capitalize() for word in known}
    return alternatives(known)


def _gap() -> re.Pattern[str]:
    turns = alternatives({*words("directions"), *words("directions", "parts")})
    apposed = alternatives({*words("cues", "apposed"), *features()})
    return re.compile(
        rf"(?: (?:{_kinds()}))?(?:, (?:an?(?:other)?|the) (?:[\w-]+ ){{0,3}}(?:{apposed}))?"
        rf"(?:,? (?:in|of|on)|,| \()(?: the)?"
        rf"(?:(?: [\w-]+){{0,3}}(?: |(?<=\())(?P<larger>{_kinds()}) of)?"
        rf"(?: (?:{turns}|{_kinds()}|of|the|and|['’]s)){{0,5}} ?"
    )


_GAP: Final = _gap()


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?: (?:{_kinds()}))?['’]s)?(?: (?!{_PREPOSITIONS})[\w-]+){{0,3}}?"
        rf" (?P<kind>(?:{_kinds()}) of )"
        rf"|(?: (?:{_kinds()}))?['’]s(?: [a-z-]+){{0,3}},? "
    )
