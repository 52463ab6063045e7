"""Who says a count that goes on with another's words: "Officials said nine men died. Two more were
hurt"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from briefing.extract.circumstances.event.incident import begins_anew, tells_event
from briefing.extract.claims import weighed
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, scenes_of
from briefing.language.document import Document, Speech
from briefing.models import Attribution, Casualty
from briefing.records import replace

_THIRD: Final = ("witness", "monitor", "medical", "un", "media")  # kinds that take no part


def with_sources_carried(document: Document, claims: Iterable[Casualty]) -> list[Casualty]:
    """The claims, those that go on with what the sentence before counts with its source.

    A count with a day or a place of its own tells something else, and so does the sum of many
    events, or a sentence in which somebody else speaks.
    """
    told: list[Casualty] = []
    before: list[Casualty] = []
    for start, group in groupby(claims, key=attrgetter("sentence_start")):
        scene = scenes_of(document)[document.sentence_at(start).index]
        source = _source_before(scene, before)
        before = [
            _said_by(c, source) if source and _goes_on(scene, c, source) else c for c in group
        ]
        told += before
    return told


def _source_before(scene: Scene, before: Sequence[Casualty]) -> Attribution | None:
    """The one source of the sentence before, where nobody speaks in this one and it has no day.

    None where that is a quotation or a denial: what follows is the article's own voice.
    """
    document, index, earlier = scene.document, scene.sentence.index, scene.earlier()
    if earlier is None or document.speeches[index] or document.dates[index] or begins_anew(scene):
        return None
    counted = [c for c in before[:1] if c.sentence_start == earlier.sentence.start]
    said = [c.attribution for c in before] if counted else _said_in(earlier)
    if len({one.source_original for one in said}) != 1 or said[-1].direct:
        return None
    denied = any(claim.certainty == "denied" for claim in counted)
    return None if denied or said[-1].source_original is None else said[-1]


def _said_in(scene: Scene) -> list[Attribution]:
    """Who counts people in a sentence that harms nobody, or, being no party, tells of an attack:
    "Officials said 16 guards were at the camp", "Residents said gunmen raided a farm"."""
    speeches = scene.document.speeches[scene.sentence.index]
    attack = bool(speeches) and tells_event(scene)
    third = [s.attribution for s in speeches if attack and s.attribution.kind in _THIRD]
    return third or [s.attribution for s in speeches if _counts(scene, s)]


def _counts(scene: Scene, speech: Speech) -> bool:
    counted = (g for g in scene.parse.groups if g.quantity is not None and g.word in PEOPLE)
    return any(speech.start <= scene.span(group).start < speech.end for group in counted)


def _goes_on(scene: Scene, claim: Casualty, source: Attribution) -> bool:
    """Whether a count goes on with what a source said; of civilians no party's word counts where
    it does not say so: "The army said a soldier was hurt. Four villagers were killed"."""
    if claim.attribution.source_original or claim.background or claim.running_total:
        return False
    if claim.certainty_words and claim.certainty == "reported":
        return False  # "Four others were reportedly hurt": by somebody else's report
    if source.kind == "party" and claim.victim_group == "civilians":
        return False
    place, earlier = claim.place, scene.earlier()
    if place is None or earlier is None or place.start < scene.sentence.start:
        return True
    return any(place.name == known.name for known in scene.document.places_in(earlier.sentence))


def _said_by(claim: Casualty, source: Attribution) -> Casualty:
    certainty = weighed(claim.certainty, by_party=source.kind == "party")
    words = claim.certainty_words or (source.cue if certainty == "claimed" else None)
    return replace(claim, attribution=source, certainty=certainty, certainty_words=words)
