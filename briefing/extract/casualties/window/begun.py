"""From when a count goes that is of a whole war or since it began, where another sentence says so.

"Fighting broke out on 15 April. … The war has killed 600 people", "600 have died since then".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.day.event_dates import event_dates
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.language.dateparts import precision_of
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import When
from briefing.records import replace

_WARS: Final = word_set("circumstances", "timespan", "wars") | word_set(
    "circumstances", "timespan", "whole_wars"
)
_WAGED: Final = word_set("dates", "began", "waged")
_BEGAN: Final = word_set("dates", "began", "words")
_THEN: Final = 2  # sentences before in which "then" is told
_REACH: Final = 5  # groups behind a war in which it "erupted": "fighting in the region between"
_WHILE: Final = 30  # days that a war has gone on where attacks are told of since its start


def window_begun(scene: Scene) -> When | None:
    """The window up to the report from what "then" is, or from the start of the war."""
    if ("since", "then") in pairwise(scene.parse.lower):
        index = scene.sentence.index
        near = (scene.at(at) for at in range(index - 1, max(-1, index - 1 - _THEN), -1))
        told = next((dates for other in near if (dates := event_dates(other))), [])
        return _up_to_report(scene.document, told[-1].when) if told else None
    when, countries = _of_war(scene.document)
    own = _countries(scene)
    return None if own and countries and own.isdisjoint(countries) else when


@per_document
def _of_war(document: Document) -> tuple[When | None, frozenset[str | None]]:
    """From the one start that the text gives for its war, and of which countries it tells that;
    nothing where it gives none, or several."""
    begun = [(d.when, scene) for scene in scenes_of(document) for d in _starts(scene)]
    if len({when.start for when, _ in begun}) != 1:
        return None, frozenset()
    countries = frozenset(country for _, scene in begun for country in _countries(scene))
    return _up_to_report(document, begun[0][0]), countries


def _countries(scene: Scene) -> frozenset[str | None]:
    return frozenset(place.country for place in scene.document.places_in(scene.sentence))


def _starts(scene: Scene) -> Iterator[Dated]:
    """The dates of a sentence from which a war or attacks go on."""
    dates = scene.document.dates[scene.sentence.index]
    if not dates or (_WARS | _WAGED).isdisjoint(scene.parse.held):
        return
    for dated in event_dates(scene):
        start, end = dated.when.start, dated.when.end
        long = start is not None and end is not None and (end - start).days >= _WHILE
        if (dated.since and long) or (not dated.since and _begins(scene)):
            yield dated


def _begins(scene: Scene) -> bool:
    """ "The fighting in Darfur erupted": a war, and what tells that it began."""
    groups = scene.parse.groups
    wars = (at for at, g in enumerate(groups) if g.kind == "noun" and g.word in _WARS)
    near = (groups[at + 1 : at + 1 + _REACH] for at in wars)
    verbs = (g for found in near for g in found if g.kind == "verb")
    return any(not _BEGAN.isdisjoint(scene.parse.words(verb)) for verb in verbs)


def _up_to_report(document: Document, when: When) -> When | None:
    start, end = when.start, document.reported
    if start is None or end is None or start >= end:
        return None
    return replace(when, end=end, date_prec=precision_of(start, end))
