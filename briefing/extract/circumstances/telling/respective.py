"""Two lists told side by side: "A and B were hit on Monday and Tuesday respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from briefing.extract.scene import Scene, once, scenes_of
from briefing.language.dateparts import DAY_PREC, DAYS_PREC
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import Place, When
from briefing.places import breadth
from briefing.records import replace

_words = partial(word_set, "circumstances", "respective")

_FEWEST: Final = 2  # of a list


def on_its_day(document: Document, when: When, places: Sequence[Place]) -> When:
    """The day that a list gives the one of ``places``, where ``when`` is the window of that list.

    What happened in several of them happened within the window.
    """
    if len(places) != 1 or when.date_prec != DAYS_PREC or when.at is None:
        return when
    scene = scenes_of(document)[document.sentence_at(when.at.start).index]
    day = _days_of_places(scene).get(places[0].name)
    return when if day is None else on_day(when, day)


def days_in_turn(scene: Scene, count: int) -> list[date]:
    """The days of which a sentence tells as many things in turn; empty where it does not."""
    if count < _FEWEST or not is_told_in_turn(scene):
        return []
    dates = scene.document.dates[scene.sentence.index]
    days = [day for dated in dates for day in _single_days(scene, dated)]
    return days if len(days) == count else []


def on_day(when: When, day: date) -> When:
    """A window narrowed to one of its days."""
    return replace(when, start=day, end=day, date_prec=DAY_PREC)


def places_in_turn(scene: Scene, count: int) -> list[Place]:
    """The places of which a sentence tells as many counts in turn; empty where it does not."""
    places = _listed_places(scene) if is_told_in_turn(scene) else []
    return places if len(places) == count >= _FEWEST else []


def is_told_in_turn(scene: Scene) -> bool:
    """Whether a sentence says that two of its lists go together."""
    return not _words("words").isdisjoint(scene.parse.held)


@once
def _days_of_places(scene: Scene) -> dict[str, date]:
    """The day of each place, by its name; empty where the two lists are not equally long."""
    places = _listed_places(scene) if is_told_in_turn(scene) else []
    days = days_in_turn(scene, len(places))
    return {place.name: day for place, day in zip(places, days, strict=False)}


def _listed_places(scene: Scene) -> list[Place]:
    """The places of a sentence that are of one kind, apart from those around them."""
    head, named = scene.document.dateline, scene.document.places_in(scene.sentence)
    around = {outer.start for place in named for outer in place.within}
    own = [p for p in named if p.start not in around and not (head and p.end <= head.end)]
    return own if len({breadth(place) for place in own}) == 1 else []


def _single_days(scene: Scene, dated: Dated) -> list[date]:
    """The days of "Monday and Tuesday", "18 and 20 November"; none of a longer window."""
    start, end = dated.when.start, dated.when.end
    if start is None or end is None:
        return []
    if dated.when.date_prec == DAY_PREC:
        return [start]
    joined = "and" in scene.parse.lower[dated.first : dated.last]
    return [start, end] if joined and dated.when.date_prec == DAYS_PREC else []
