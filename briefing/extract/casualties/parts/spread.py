"""One count over several places or days: "19 people were killed, twelve in Goma and seven in Sake".

The counts behind it are parts of it, each where and when its own words say; "five people each in
Goma and Sake" are five in both.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.extract.casualties.parts.breakdowns import Part
from briefing.extract.casualties.parts.shares import Told, subset_of
from briefing.extract.scene import Scene
from briefing.language.dateparts import DAYS_PREC
from briefing.language.roles import DASHES, SUBSETS, is_of_them
from briefing.lexicon import word_set
from briefing.models import Casualty, Place, When
from briefing.records import replace

_LED: Final = word_set("casualties", "spread", "prepositions")
_OPENERS: Final = frozenset((",", ":", "(")) | DASHES | SUBSETS
_JOINTS: Final = frozenset((",", ";", "and"))
_PHRASE: Final = 3  # groups of "twelve in Goma"
_JOINED: Final = 2  # groups of ", and"
_SEVERAL: Final = 2


class _Placed(NamedTuple):
    """One count of such a list: its group, and what its words say of where and when."""

    at: int
    place: Place | None
    when: When | None


def spread_over_places(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence, the counts of a list by place as parts of the count before it."""
    for whole in [one for one in told if not one.claim.subset]:
        listed = _list_behind(scene, whole) if _may_be_spread(scene, whole) else []
        if listed:
            own = {whole.at, *(part.at for part in listed)}
            parts = [_part(scene, whole, part) for part in listed]
            others = (one for one in told if one.at not in own)
            return [_over_all(whole, listed), *others, *parts]
    return told


def each_of_several(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence, a count for "each" of several places once for each."""
    if "each" not in scene.parse.held:
        return told
    return [one for claim in told for one in _at_each(scene, claim)]


def _at_each(scene: Scene, told: Told) -> list[Told]:
    places = [told.claim.place, *told.claim.also_at]
    if len(places) < _SEVERAL or told.claim.quantity.best is None:
        return [told]
    return [replace(told, claim=replace(told.claim, place=p, also_at=())) for p in places]


def _may_be_spread(scene: Scene, whole: Told) -> bool:
    count = whole.claim.quantity.best or 0
    return count >= _SEVERAL and not _LED.isdisjoint(scene.parse.held)


def _list_behind(scene: Scene, whole: Told) -> list[_Placed]:
    """The list that divides a count; nothing where other counts go on with its verb."""
    groups = scene.parse.groups
    counts = (at for at in range(whole.at + 1, len(groups)) if groups[at].quantity)
    first = next(counts, None)
    if first is None or groups[first - 1].word not in _OPENERS:
        return []
    listed = _read_list(scene, first)
    counted = [count.best or 0 for part in listed if (count := groups[part.at].quantity)]
    told = sum(counted)
    best = whole.claim.quantity.best or 0
    some = groups[first - 1].word in SUBSETS or is_of_them(scene.parse, first)
    if some:
        return listed if told <= best else []
    in_town = _is_in_town(scene, whole.at, first)
    return listed if told == best and len(listed) >= _SEVERAL and not in_town else []


def _is_in_town(scene: Scene, start: int, end: int) -> bool:
    """ "Ten died in Goma, seven in Sake and three in Masisi": the first count has its own town."""
    span = scene.span(scene.parse.groups[start])
    until = scene.span(scene.parse.groups[end]).start
    places = scene.document.places_in(scene.sentence)
    return any(p.kind == "settlement" and span.end <= p.start < until for p in places)


def _read_list(scene: Scene, first: int) -> list[_Placed]:
    found: list[_Placed] = []
    at: int | None = first
    while at is not None:
        part = _read_part(scene, at)
        if part is None:
            break
        found.append(part)
        at = _next_part(scene, at + _PHRASE)
    return found


def _read_part(scene: Scene, at: int) -> _Placed | None:
    """ "Twelve in Goma", "four of them on Monday" at ``at``."""
    groups = scene.parse.groups
    near = groups[at : at + _PHRASE]
    if len(near) < _PHRASE or near[0].quantity is None or near[1].word not in _LED:
        return None
    if not (near[0].only_counts or is_of_them(scene.parse, at)) or near[2].quantity:
        return None
    places = scene.document.places_in(scene.span(near[2]))
    dates = scene.document.dates[scene.sentence.index]
    day = next((d.when for d in dates if near[2].first <= d.first < near[2].last), None)
    return _Placed(at, places[0] if places else None, day) if places or day else None


def _next_part(scene: Scene, end: int) -> int | None:
    groups = scene.parse.groups
    at = end
    while at < len(groups) and at - end < _JOINED and groups[at].word in _JOINTS:
        at += 1
    return at if end < at < len(groups) else None


def _over_all(whole: Told, listed: list[_Placed]) -> Told:
    """The count itself in all places and within the days of its parts, where each has one; in none
    that is only some part's."""
    claim = whole.claim
    if claim.place and any(part.place and part.place.start == claim.place.start for part in listed):
        places = [part.place for part in listed if part.place]
        whole_of_it = len(places) == len(listed) >= _SEVERAL
        place, *others = places if whole_of_it else [None]
        claim = replace(claim, place=place, also_at=tuple(p for p in others if p))
    return _over_days(replace(whole, claim=claim), listed)


def _over_days(whole: Told, listed: list[_Placed]) -> Told:
    """The count itself within the days of its parts, where each has one."""
    days = [part.when for part in listed if part.when and part.when.start and part.when.end]
    if len(days) < max(len(listed), _SEVERAL):
        return whole
    first, last = min(d.start for d in days if d.start), max(d.end for d in days if d.end)
    window = replace(days[0], start=first, end=last, date_prec=DAYS_PREC)
    return replace(whole, claim=replace(whole.claim, when=window))


def _part(scene: Scene, whole: Told, placed: _Placed) -> Told:
    quantity = scene.parse.groups[placed.at].quantity
    claim = whole.claim
    if quantity is None:
        return whole
    words = Part(
        placed.at, placed.at, quantity, claim.victim, claim.victim_group, claim.victim_side
    )
    return Told(_there_and_then(subset_of(scene, claim, words), placed), placed.at)


def _there_and_then(claim: Casualty, placed: _Placed) -> Casualty:
    if placed.place:
        claim = replace(claim, place=placed.place, also_at=())
    return replace(claim, when=placed.when) if placed.when else claim
