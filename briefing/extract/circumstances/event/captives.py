"""Who was captured where only a name says who or what it was: a person, or a town."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.place.setting import is_near, locations
from briefing.extract.circumstances.telling.statement import says
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene
from briefing.language.inflection import is_plural
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.places import breadth

_words = partial(word_set, "casualties", "captives")
_FATES: Final = _words("fates")
_GIVEN: Final = word_set("places", "persons", "given")
_FROM_REACH: Final = 8  # groups behind the verb in which the captive's house stands


def is_captured_person(scene: Scene, trigger: int, at: int) -> bool:
    """Whether the bare name at ``at`` that the verb at ``trigger`` takes is a person's.

    No town is captured in another, in its house, or while it does something; and "he" behind a
    capture is the captive where the sentence speaks of nobody else.
    """
    groups = scene.parse.groups
    words = scene.parse.tokens[groups[at].first : groups[at].last]
    if groups[trigger].verb not in _words("verbs"):
        return False  # "entered", "withdrew from": never said of people
    if groups[at].quantity or not all(t.capitalised and t.text.isalpha() for t in words):
        return False
    if _is_dealt_with(scene, trigger, at) or _is_caught_doing(scene, trigger):
        return True
    if any(place.resolved for place in scene.document.places_in(scene.span(groups[at]))):
        return False
    if len(words) == 1 and (words[0].text in scene.document.surnames or words[0].lower in _GIVEN):
        return True
    told = (_is_caught_in_town, _is_caught_at_home, _is_spoken_of)
    return any(sign(scene, trigger, at) for sign in told)


def _is_dealt_with(scene: Scene, trigger: int, at: int) -> bool:
    """ "Barzo was captured in 2019 and is believed to be held": no town is held, tried or freed."""
    parse = scene.parse
    if _FATES.isdisjoint(parse.held):
        return False
    verbs = (i for i, g in enumerate(parse.groups) if i != trigger and g.verb in _FATES)
    return any(parse.groups[i].passive and at in subject(parse, i).wholes for i in verbs)


def _is_caught_in_town(scene: Scene, trigger: int, at: int) -> bool:
    """ "Barzo was captured in Goma"."""
    groups = scene.parse.groups
    if not groups[trigger].passive or scene.document.places_in(scene.span(groups[at])):
        return False
    start = scene.span(groups[trigger]).end
    later = (scene.span(g).start for g in groups[trigger + 1 :] if g.kind == "verb" and g.finite)
    end = next(later, scene.sentence.end)
    inside = (p for p in locations(scene) if start <= p.start < end and p.kind == "settlement")
    return any(breadth(p) == 1 and not is_near(scene, p) for p in inside)


def _is_caught_at_home(scene: Scene, trigger: int, at: int) -> bool:
    """ "Barzo was captured at his house", "seized Barzo in a hotel room"."""
    behind = scene.parse.groups[trigger + 1 : trigger + 1 + _FROM_REACH]
    end = next((i for i, g in enumerate(behind) if g.kind == "verb" and g.finite), len(behind))
    return any(
        lead.kind == "preposition" and group.word in _words("homes")
        for lead, group in pairwise(behind[:end])
    )


def _is_caught_doing(scene: Scene, trigger: int) -> bool:
    """ "Barzo was captured by rebels while trying to reach Goma"."""
    groups = scene.parse.groups
    if "while" not in scene.parse.held or not groups[trigger].passive:
        return False
    behind = zip(groups[trigger + 1 :], groups[trigger + 2 :], groups[trigger + 3 :], strict=False)
    return any(
        one.word == "while" and doing.kind == "verb" and doing.form == "ing" and not after.finite
        for one, doing, after in behind
    )


def _is_spoken_of(scene: Scene, trigger: int, at: int) -> bool:
    """ "Police captured Barzo after bursting into the flat where he was staying"."""
    groups = scene.parse.groups
    spoken = pairwise(groups[max(trigger, at) + 1 :])
    words = (scene.parse.words(one) for one, other in spoken if not says(other))
    if all(_words("pronouns").isdisjoint(said) for said in words):
        return False
    others = (g for i, g in enumerate(groups) if i != at and g.kind == "noun" and not g.pronoun)
    return not any(g.word in PEOPLE and not is_plural(g.word) for g in others)
