"""Until when happened what is only announced, with the day of the announcement."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise

from briefing.extract.circumstances.day.other_days import is_of_speech
from briefing.extract.scene import Scene, once, per_document, scenes_of
from briefing.language.dates import assumed
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import Span, When

_words = partial(word_set, "dates")


@once
def day_announced(scene: Scene) -> When | None:
    """ "On Monday shells hit the port. The rebels said on Wednesday they had taken Bara": by then,
    and not on the day before, where the places of the sentence are new to the report.
    """
    dates = scene.document.dates[scene.sentence.index]
    said = [d.when.start for d in dates if d.when.start and is_of_speech(scene, d)]
    if not said:
        return None
    places = {place.name for place in scene.document.places_in(scene.sentence)}
    if not places and not _takes_new_name(scene):
        return None
    before = scene.document.places_in(Span(0, scene.sentence.start))
    if any(place.name in places for place in before):
        return None
    return assumed(said[0] + timedelta(days=1))  # also on that day


def assumed_day(scene: Scene) -> When:
    """When an undated event was: in the three days before the report; with the report's own day
    where the text has quoted somebody on that day before."""
    reported, said = scene.document.reported, _first_said_today(scene.document)
    if reported is None or said is None or said > scene.sentence.index:
        return assumed(reported)
    return assumed(reported + timedelta(days=1))


@per_document
def _first_said_today(document: Document) -> int | None:
    """The first sentence that tells what somebody said on the day of the report."""
    scenes = scenes_of(document)
    for index, dates in enumerate(document.dates):
        for dated in dates:
            if dated.when.start == document.reported and is_of_speech(scenes[index], dated):
                return index
    return None


def _takes_new_name(scene: Scene) -> bool:
    """ "They said on Wednesday it had taken Bolobolo": a village of which nothing was told yet."""
    if _words("announced", "verbs").isdisjoint(scene.parse.held):
        return False
    told = scene.document.article.text[: scene.sentence.start]
    for verb, taken in pairwise(scene.parse.groups):
        name = scene.parse.tokens[taken.first]
        if verb.verb in _words("announced", "verbs") and taken.kind == "noun" and name.capitalised:
            known = scene.document.actors_in(scene.span(taken)) or name.text in told
            return not known
    return False
