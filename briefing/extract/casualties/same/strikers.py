"""Whose a strike from the air is that a sentence leaves open: theirs who alone are said to strike.

"Russia launched 600 drones at Ukraine overnight. … A woman was killed in a strike on Kyiv."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.actors import side_of
from briefing.extract.circumstances.doer.agents import agents_behind
from briefing.extract.circumstances.telling.statement import is_denied
from briefing.extract.circumstances.who import (
    SPOKEN,
    actor_in,
    actor_of_verb,
    is_answered,
    near_trigger,
)
from briefing.extract.incidents.events import is_unreal
from briefing.extract.parties.strangers import is_generic
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.language.document import ActorMention, Document
from briefing.language.inflection import inflect
from briefing.language.lists import list_from
from briefing.lexicon import word_set
from briefing.models import Casualty, Place

_CRAFT: Final = word_set("circumstances", "from_the_air", "craft")
_STRIKES: Final = word_set("circumstances", "from_the_air", "strikes")
_ATTACKS: Final = word_set("circumstances", "from_the_air", "attacks")
_VERBS: Final = word_set("circumstances", "from_the_air", "verbs")
_RULERS: Final = word_set("circumstances", "from_the_air", "rulers")
_BOMBED: Final = frozenset(
    word for verb in word_set("circumstances", "from_the_air", "bomb") for word, _ in inflect(verb)
)
_WORDS: Final = _CRAFT | _STRIKES
_TELLING: Final = _WORDS | _BOMBED
_MEANS: Final = frozenset(("airstrike", "drone strike"))
_BY_REACH: Final = 6  # groups behind "drone attacks" in which "carried out by the army" stands

AIR_STRIKE: Final = "Air/drone strike"  # the type of an attack, as ACLED names it
ALONE: Final = "alone strikes from the air"  # how the claim says who did it


def striker_of(scene: Scene, claim: Casualty) -> ActorMention | None:
    """Who alone is said to strike from the air before a claim, else anywhere in its article."""
    document = scene.document
    if (claim.means not in _MEANS and claim.means) or not _tells_strike(scene, claim):
        return None
    told = [a for a in _strikers(document) if not _is_at_home(document, a, claim.place)]
    return _only([a for a in told if a.start < claim.start] or told, claim.place)


def _tells_strike(scene: Scene, claim: Casualty) -> bool:
    """Whether the clause of a claim has a word for a strike, or for what strikes."""
    if _WORDS.isdisjoint(scene.parse.held):
        return False
    known = _STRIKES if claim.means is None else _WORDS
    clause = near_trigger(scene, scene.group_at(claim.start))
    groups = scene.parse.groups
    words = [
        scene.parse.lower[i] for at in clause for i in range(groups[at].first, groups[at].last)
    ]
    return not known.isdisjoint(words)


def _is_at_home(document: Document, actor: ActorMention, place: Place | None) -> bool:
    """Whether a state that is said to strike abroad would have struck its own country."""
    if actor.country is None or place is None or place.country != actor.country:
        return False
    struck = {p.country for p in document.places_in(document.sentence_at(actor.start))}
    return bool(struck - {None}) and actor.country not in struck


def _only(strikers: Sequence[ActorMention], place: Place | None) -> ActorMention | None:
    """The one party that all mentions are of: "the army" is that of the one who is named, but "the
    regime" is no other state's."""
    named = [a for a in strikers if not is_generic(a)] or strikers
    if not named or len({side_of(a) for a in named}) > 1:
        return None
    foreign = place is None or place.country != named[-1].country
    others = foreign and any(is_generic(a) and _is_of_rulers(a) for a in strikers)
    return None if others and not is_generic(named[-1]) else named[-1]


def _is_of_rulers(actor: ActorMention) -> bool:
    return not _RULERS.isdisjoint(actor.as_written.lower().split())


@per_document
def _strikers(document: Document) -> Sequence[ActorMention]:
    """All who are said to strike from the air, in the order of the text: "Israeli strikes", "drone
    attacks carried out by the army", "Russia launched drones"."""
    found: list[ActorMention] = []
    for scene in scenes_of(document):
        if _TELLING.isdisjoint(scene.parse.held):
            continue
        for at, group in enumerate(scene.parse.groups):
            if group.kind == "verb" and group.verb in _VERBS:
                found += _doing(scene, at)
            elif group.kind == "noun" and (group.word in _WORDS or group.word in _ATTACKS):
                found += _owning(scene, at)
    return found


def _doing(scene: Scene, at: int) -> list[ActorMention]:
    group = scene.parse.groups[at]
    does = not (group.passive or group.modal or group.negated or is_denied(scene, at))
    doer = actor_of_verb(scene, at) if does else None
    return [doer] if doer else []


def _owning(scene: Scene, at: int) -> list[ActorMention]:
    words = scene.parse.words(scene.parse.groups[at])
    if _WORDS.isdisjoint(words) or _is_unsure(scene, at) or is_answered(scene, at):
        return []
    behind = agents_behind(scene.parse, at, _BY_REACH)
    listed = dict.fromkeys((at, *(one for by in behind for one in list_from(scene.parse, by))))
    return [actor for one in listed if (actor := actor_in(scene, one))]


def _is_unsure(scene: Scene, at: int) -> bool:
    """ "Strikes would follow", "threatened strikes": none that is told to have been made."""
    groups = scene.parse.groups
    verb = next((group for group in groups[:at][::-1] if group.kind == "verb"), None)
    spoken = verb is not None and (verb.modal != "" or verb.verb in SPOKEN)
    return spoken or is_unreal(scene, at) or any(g.modal for g in groups[at + 1 : at + 2])
